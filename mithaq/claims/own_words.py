"""Does whoever speaks bind the actor of an undertaking: its own words, another's forecast, a habit, another's promise.

Not for finding who speaks or acts, nor for what the words around tell (objections, governors).
"""

from collections.abc import Sequence
from functools import cache

from mithaq.claims.agreement import Genders
from mithaq.claims.clauses import Clauses
from mithaq.claims.governors import owner_disagrees
from mithaq.claims.objections import BINDING, is_first_person
from mithaq.claims.parties import PARTICIPANTS, Actor, actor_of_voice
from mithaq.claims.speakers import Voice
from mithaq.claims.undertakings import Undertaking
from mithaq.languages import load_pack
from mithaq.text.lattice import Unit

_ISO_LENGTH = 2


@cache
def _genders(language: str) -> Genders:
    return Genders(load_pack(language))


def looks_ahead_of(units: Sequence[Unit], undertaking: Undertaking) -> bool:
    """Do "we" speak, or is the verb no present, so that what goes on is to go on?"""
    near = units[max(0, undertaking.first - 3) : undertaking.action + 1]
    if any("we" in unit.labels or is_first_person(unit) for unit in near):
        return True
    return "continue_present" not in units[undertaking.first].labels


def is_anothers(clauses: Clauses, undertaking: Undertaking, actor: Actor, voice: Voice) -> bool:
    """Does the pronoun on a noun of binding mean somebody else than the speaker, whom it would bind?"""
    if not _is_own(actor, voice):
        return False
    pack = load_pack(clauses.article.prepared.article.language)
    owners = pack.settings.get("actions", {}).get("owners", {})
    plural = voice.plural or voice.speaker.kind in ("collective", "anonymous")
    word = clauses.units[undertaking.first].span.of(clauses.text)
    return owner_disagrees(word, owners, plural=plural, feminine=_genders(pack.code).of(voice) == "f")


def of_voice(undertaking: Undertaking, actor: Actor, voice: Voice | None, *, document: bool, ahead: bool) -> str | None:
    """Why what this voice says binds the actor to nothing: another's future, what goes on already, a meeting to come."""
    own = _is_own(actor, voice)
    if undertaking.sense == "continue" and own and not actor.collective and not ahead:
        return "not_future"  # "Norway continues its efforts": what goes on, said of it by its own minister
    if undertaking.sense not in BINDING and _is_others(actor, voice):
        return "not_own"
    if not own and (undertaking.sense == "ongoing" or (undertaking.sense == "continue" and not actor.collective)):
        return "not_future"
    if undertaking.sense == "gather" and not document and not own:
        return "no_action"  # what others tell of a meeting to come is news, no promise
    return None


def _is_own(actor: Actor, voice: Voice | None) -> bool:
    """Does the actor say so itself? What another says it "continues to" do is told, not promised."""
    speaker = actor_of_voice(voice) if voice else None
    return speaker is not None and bool(set(speaker.by) & set(actor.by))


def _is_others(actor: Actor, voice: Voice | None) -> bool:
    """Does a state or its official speak of what another state or body will do? That is a forecast."""
    speaker = actor_of_voice(voice) if voice else None
    if speaker is None or speaker.collective or set(speaker.by) & set(actor.by):
        return False
    if not all(len(name) == _ISO_LENGTH for name in speaker.by):
        return False  # of a body its own people speak
    return actor.by != (PARTICIPANTS,) and (actor.collective or all(len(name) == _ISO_LENGTH for name in actor.by))
