"""Makes reporting clauses of what the rules of statements match: the act by meaning, the voice, negation. Not for whom a
verb without a subject belongs to, nor for what is said: statements decides that.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.reported_acts import felt_act, meant_act, purpose_act, told_act, verdict_act
from mithaq.claims.reporting import VerbGroup, agrees, is_complete
from mithaq.claims.speakers import Voice, pronoun_voice, unknown_voice
from mithaq.claims.verb_forms import FORMS, VERB_FIRST, is_report
from mithaq.model.claim import Speaker
from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

_LINKS = frozenset(("and", "while"))
_BETWEEN_CLAUSES = frozenset(("comma", "semicolon", "and", "while", "break", "quote_mark"))
# A sentence that opens so has its subject behind a comma: "In a statement, the ministers said".
ASIDE_OPENERS = frozenset(
    ("preposition", "in", "for", "to", "with", "by", "while", "of", "according", "reporting_participle")
)
_NOT_IN_TITLE = frozenset(
    ("comma", "quote_mark", "break", "stop", "colon", "semicolon", "dash", "reporting", "be", "have", "modal", "that",
     "relative", "speaker_pronoun", "reporting_participle", "while")
)  # fmt: skip
_LONGEST_TITLE = 8
# A verb before its subject is singular; what links a verb of asking to what it asks for.
_OF_SEVERAL = frozenset(("mp", "d"))
_BINDERS = frozenset(("that", "relative"))
_LINKED = frozenset(("preposition", "in", "clitic_in", "that"))
_TELLING = frozenset(("say", "announce", "affirm"))
_FIRST_PERSON = frozenset(("1s", "1p"))


@dataclass(slots=True)
class ReportingClause:
    """A reporting clause before its content is known.

    ``subject_first``: of a language with verb groups; ``only_back``: reports only if its words stand before it;
    ``nested``: inside what another clause reports; ``opens``: where it begins with the word that links it; ``freely``:
    other words may stand between it and the end of a sentence whose beginning it reports; ``of_country``: of "his
    country, which says"; ``felt``: tells a feeling ("is worried").
    """

    start: int
    end: int
    first: int
    act: str
    voice: Voice | None
    rule: str
    looks_back: bool
    feature: str
    after: int
    following: Sequence[Unit] = ()
    subject_first: bool = False
    only_back: bool = False
    nested: bool = False
    opens: int = -1
    freely: bool = False
    of_country: bool = False
    felt: bool = False


def reporting_clause(match: Match, units: Sequence[Unit], text: str) -> ReportingClause | None:
    """The clause a match stands for; None when its words do not report."""
    if match.rule.sense == "agent":
        return _agent_clause(match)
    verb = next(
        (
            match.slots[slot][0]
            for slot in ("reporting", "speech", "express", "came_in", "according")
            if slot in match.slots
        ),
        None,
    )
    if verb is None:
        return None
    if "reporting" in verb.values:
        return _group_clause(match, units, verb, text)
    before = units[match.first - 1] if match.first else None
    last = match.first + len(match.units)
    voice = _voice(match, text)
    act = _single_verb_act(match, verb, units, last)
    if act is None:
        return None
    if before is not None and "negation" in before.labels:
        act = "say" if act == "deny" else "negated"  # "did not rule out" tells what may be
    pronoun = match.slots.get("pronoun_object")
    feature = str(pronoun[0].values["pronoun_object"]) if pronoun else _feature(verb)
    named = match.slots.get("speaker")
    # The words after a speaker may be those of a longer match.
    closing = (
        units.index(named[-1], match.first) + 1 if named and match.rule.name == "verb_needs_that_speaker" else last
    )
    behind = units[closing].labels if closing < len(units) else frozenset[str]()
    if match.rule.name in VERB_FIRST and (
        feature in _OF_SEVERAL or ("needs_object" in verb.labels and behind & _LINKED)
    ):
        voice = None  # behind a plural verb, or between a verb and what it asks, stands the one spoken to
    if match.rule.name == "speaker_verb" and feature in _OF_SEVERAL and voice is not None and not voice.plural:
        voice = _with_one_before(units, match.first, voice)
    start = match.units[0].start
    if before is not None and any(label.startswith("clitic_") for label in before.labels):
        start = before.start
    if feature in _FIRST_PERSON or not is_report(verb, match, units, text):
        return None  # "we call on" stands inside somebody's words, which are a statement already
    return ReportingClause(
        start, match.units[-1].end, match.first, act, voice, match.rule.name,
        match.rule.sense in ("according", "quoted"), feature, last,
        nested=match.rule.name.startswith("relative") or (before is not None and bool(before.labels & _BINDERS)),
        of_country=match.first > 1 and before is not None and "relative" in before.labels
        and "his_country" in units[match.first - 2].labels,
    )  # fmt: skip


def _single_verb_act(match: Match, verb: Unit, units: Sequence[Unit], last: int) -> str | None:
    """The act of a verb of one word; None if it lacks the noun that makes it one of speech."""
    values = verb.values
    act = values.get("speech") or values.get("says_that") or ("express" if "express" in verb.labels else "say")
    if match.rule.sense == "according":
        return "say"
    if "needs_noun" in verb.labels and "express" in match.slots:
        told = told_act(units, last)
        if told is None:
            return None
        act = told
    else:
        act = meant_act(act, units, last)
    return felt_act(units, last) or act if act in _TELLING else act


def _with_one_before(units: Sequence[Unit], first: int, voice: Voice) -> Voice:
    """The speaker of a dual or plural verb with the one joined in front of it ("Russia and China both stressed")."""
    joined = first >= 2 and "clitic_and" in units[first - 1].labels and "speaker" in units[first - 2].labels
    other = units[first - 2].values["voice"] if joined else None
    if other is None or not other.speaker.name or not voice.speaker.name:
        return voice
    names = f"{other.speaker.name}, {voice.speaker.name}"
    return Voice(Speaker(names, "collective", voice.speaker.mention), plural=True)


def _voice(match: Match, text: str) -> Voice | None:
    if "noun_phrase" in match.slots and not match.slots["noun_phrase"][0].labels & {"and", "clitic_and"}:
        return unknown_voice(match.slots["noun_phrase"], text)
    if "pronoun_object" in match.slots:
        return pronoun_voice("person", match.slots["pronoun_object"][0].span.of(text))
    # Behind a verb that goes on with somebody's words a speaker is whom it speaks of.
    named = match.slots.get("quoted") or (match.slots.get("speaker") if match.rule.sense != "continued" else None)
    return named[0].values["voice"] if named else None


def _feature(verb: Unit) -> str:
    """Person, gender and number of a verb's form, empty where it tells none."""
    return next((str(value) for label, value in verb.values.items() if label.startswith(FORMS) and value), "")


def _agent_clause(match: Match) -> ReportingClause | None:
    """A passive with its agent ("condemned by France"), for the acts that the rule lists."""
    act = str(match.slots["verb"][0].values.get("speech"))
    if act not in match.rule.constants["acts"]:
        return None
    last = match.first + len(match.units)
    voice = match.slots["speaker"][0].values["voice"]
    return ReportingClause(
        match.units[0].start, match.units[-1].end, match.first, act, voice, match.rule.name, False, "", last,
        subject_first=True, nested=True,
    )  # fmt: skip


def _group_clause(match: Match, units: Sequence[Unit], verb: Unit, text: str) -> ReportingClause | None:
    """A clause whose verb is a group of words. Refuses a verb that lacks the word it needs, and acts the rule leaves out."""
    group = verb.values["reporting"]
    assert isinstance(group, VerbGroup)
    constants = match.rule.constants
    if group.act in constants.get("without_acts", ()):
        return None
    last = match.first + len(match.units)
    following = units[last : last + 8]
    if "takes_hearer" in verb.labels and following and "speaker" in following[0].labels:
        following = following[1:]
    first = _with_unknown_title(match, units) if match.rule.sense == "named" else match.first
    before = units[first - 1].labels if first else frozenset[str]()
    sense = match.rule.sense
    if sense == "continued" and "quote_mark" in before and (first < 2 or "break" in units[first - 2].labels):
        return None  # a quotation begins so: "Asking them to leave is wrong"
    told = told_act(units, last) if "tells" in verb.labels else None
    if told is None and "tells" in verb.labels and "speech" not in verb.labels:
        return None
    act = told or (
        group.act if group.act == "say" and "express" not in verb.labels else meant_act(group.act, units, last)
    )
    act = felt_act(units, last) or act if act in _TELLING else act
    act = purpose_act(units, last) or act if "takes_purpose" in verb.labels else act
    act = verdict_act(units, last) or act if "names" in verb.labels else act
    complete = (
        sense == "quoted"
        or told is not None
        or is_complete(verb, following, names_noun=meant_act("express", units, last) != "say")
    )
    if not complete and not verb.labels & {"needs_that", "needs_quote"}:
        return None
    voice = _voice(match, text) or group.voice
    if sense == "named" and not agrees(group.feature, voice):
        return None
    if "of_documents" in verb.labels and (voice is None or voice.speaker.kind not in ("document", "collective")):
        return None
    start = units[first].start
    return ReportingClause(
        start, match.units[-1].end, first, "negated" if group.negated and act != "deny" else act, voice,
        match.rule.name, sense == "quoted", group.feature, last, following, subject_first=True, only_back=not complete,
        nested=sense == "named" and first > 0 and not before & _BETWEEN_CLAUSES,
        opens=units[first - 1].start if before & _LINKS else start,
        freely="takes_hearer" in verb.labels or not _opens_with_aside(units, first), felt="act_adjective" in verb.labels,
    )  # fmt: skip


def _with_unknown_title(match: Match, units: Sequence[Unit]) -> int:
    """The index of the clause's first unit, with the words of a title that no list knows (", IMF counselor Maurice …")."""
    first = match.first
    while match.first - first < _LONGEST_TITLE and first > 0 and not units[first - 1].labels & _NOT_IN_TITLE:
        first -= 1
    closed = first > 0 and units[first - 1].labels & {"comma", "quote_mark"}
    return first if closed else match.first


def _opens_with_aside(units: Sequence[Unit], index: int) -> bool:
    """Does the sentence that a unit stands in begin with an adverbial ("In Paris, …")?"""
    while index > 0 and "break" not in units[index - 1].labels:
        index -= 1
    return bool(units[index].labels & ASIDE_OPENERS)
