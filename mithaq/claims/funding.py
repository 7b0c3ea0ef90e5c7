"""Reads funding: who asked for, promised, granted or paid how much to whom. Not for prices, budgets, fines or fees."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from mithaq.claims.actors import ActorFinder
from mithaq.claims.clauses import Clauses
from mithaq.claims.denials import is_denied
from mithaq.claims.giving import Giving, find_giving
from mithaq.claims.parties import PARTICIPANTS, Actor, actor_of_voice
from mithaq.claims.places import annotation_of, country_of, organisation_of, place_of
from mithaq.claims.statements import Statements
from mithaq.languages import load_pack
from mithaq.model.claim import Claim, Funding
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.model.values import DateValue, MoneyValue
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit, span_of

_ENDS = frozenset(("stop", "break", "money", "semicolon", "speech_past", "speech_participle", "relative"))
_RECIPIENT_ENDS = frozenset(
    ("comma", "stop", "break", "speech_past", "money", "that", "relative", "semicolon", "open", "quote_mark", "date")
)
_BESIDE = 5


@dataclass(frozen=True, slots=True)
class _Receiver:
    """For whom or what: a party's name, the phrase in the article's words, and its place."""

    party: str | None
    purpose: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum at a unit with the giving it belongs to; ``whole`` is the sum it is a part of."""

    unit: int
    value: MoneyValue
    giving: Giving
    donor: Actor | None
    whole: float | None


def read_funding(clauses: Clauses, statements: Statements) -> tuple[list[Claim], list[Rejection]]:
    """The sums given or asked for, and the amounts of money that were something else. One promise told twice is one.

    ``clauses`` are laid out with the tables of undertakings, giving included.
    """
    finder = ActorFinder(clauses, statements, document=False)
    claims: list[Claim] = []
    rejections: list[Rejection] = []
    article_id = clauses.article.prepared.article.id
    last: _Sum | None = None
    trades = any("fee_word" in unit.labels for unit in clauses.units)
    for index, unit in enumerate(clauses.units):
        found = annotation_of(unit, "money")
        if found is None or not isinstance(found.value, MoneyValue):
            continue
        giving = _giving(clauses, index)
        if trades and isinstance(giving, Giving) and giving.takes:
            giving = "price"  # what a club asks or gets where players are traded
        carried, whole = None, None
        if last and not isinstance(giving, str) and _is_joined(clauses, last.unit, index):
            whole = _whole(clauses, last, index, found.value)
            if giving is None or whole is not None:
                giving, carried = last.giving, last.donor
        outcome: Claim | str = giving if isinstance(giving, str) else "no_party"
        if isinstance(giving, Giving):
            donor = carried or _donor(clauses, finder, giving, index)
            last = _Sum(index, found.value, giving, donor, whole)
            outcome = _claim(clauses, finder, last)
        if isinstance(outcome, str):
            rejections.append(Rejection(article_id, "funding", outcome, unit.span, found.text))
        else:
            claims.append(outcome)
    return _without_repeats(claims, rejections), rejections


def _giving(clauses: Clauses, index: int) -> Giving | str | None:
    units = clauses.units
    first, last = clauses.sentence(index)
    if index - 2 >= first and units[index - 1].labels & {"open", "slash"} and "money" in units[index - 2].labels:
        return "repeated"  # the same sum in another currency
    giving = find_giving(units, first, index, last)
    if not isinstance(giving, Giving) or any(
        unit.labels & {"condition", "without_word"} for unit in units[index + 1 : last]
    ):
        return giving  # "will not release the loan without guarantees" tells when it will
    doubled = _denies_in_two_words(clauses.article.prepared.article.language)
    return "negated" if is_denied(units, first, giving.word, doubled=doubled, noun=giving.noun) else giving


@cache
def _denies_in_two_words(language: str) -> bool:
    return any(word.label == "negation_word" for word in load_pack(language).table("speaking"))


def _whole(clauses: Clauses, earlier: _Sum, index: int, value: MoneyValue) -> float | None:
    """The sum that this one is a part of ("$700 million, of which 45 million … and 20 million …")."""
    between = clauses.units[earlier.unit + 1 : index]
    whole = earlier.value.amount if any("of_which" in unit.labels for unit in between) else earlier.whole
    return whole if whole is not None and value.amount < whole and value.currency == earlier.value.currency else None


def _is_joined(clauses: Clauses, earlier: int, index: int) -> bool:
    """Does a sum without a verb of its own go on from the one before ("… and 60 million for Iraq", "of which 45 million")?"""
    between = clauses.units[earlier + 1 : index]
    if any(unit.labels & {"break", "stop", "semicolon", "speech_past"} for unit in between) or len(between) > 22:
        return False
    return any(unit.labels & {"and", "comma", "clitic_and", "relative", "of_which"} for unit in between[-4:])


def _donor(clauses: Clauses, finder: ActorFinder, giving: Giving, index: int) -> Actor | None:
    """The giver: behind "by" or "from", else the subject of the verb; whoever asks is no giver."""
    units = clauses.units
    first, last = clauses.sentence(index)
    if giving.stage == "appeal":
        return None
    marked = frozenset(("by", "by_whom")) if not giving.takes else frozenset(("from_source", "with", "by_whom"))
    if giving.noun:
        marked |= {"from_source"}
    if giving.takes and index + 2 < last and "of" in units[index + 1].labels:
        found = finder.party_from(index + 2, last)  # "recevra 40 millions de la Norvège"
        if found:
            return found
    for position in (
        *range(max(giving.word, index), min(last, max(giving.word, index) + 10)),
        *(range(first, index) if giving.takes else ()),
    ):
        if units[position].labels & marked:
            found = finder.party_from(position + 1, last)
            if found:
                return found
    if giving.takes or giving.passive:
        return None
    if not giving.noun:
        return finder.subject(giving.word, giving.word) or _company(clauses, finder, giving, index)
    owned = finder.modifier(giving.word)
    if owned or not _is_owned(clauses, giving.word):
        return owned
    return finder.subject(giving.word, giving.word) or finder.nearest(giving.word)


def _company(clauses: Clauses, finder: ActorFinder, giving: Giving, index: int) -> Actor | None:
    """A company, which is no party elsewhere, that binds itself in its own name to what it will spend."""
    between = clauses.units[giving.word : index]
    if giving.stage != "pledge" or not any(unit.labels & {"undertake_noun", "undertake_verb"} for unit in between):
        return None
    voice = finder.voice_around(clauses.units[index].span)
    return actor_of_voice(voice) if voice and voice.speaker.kind == "organisation" else None


def _is_owned(clauses: Clauses, noun: int) -> bool:
    """Does the gift belong to the subject ("doubled *its* aid", "ضاعفت مساعداتها")?"""
    units = clauses.units
    if any("possessive_word" in unit.labels for unit in units[max(0, noun - 2) : noun]):
        return True
    own = load_pack(clauses.article.prepared.article.language).settings.get("actions", {}).get("own", ())
    return bool(own) and fold(units[noun].span.of(clauses.text)).endswith(tuple(own))


def _claim(clauses: Clauses, finder: ActorFinder, sum_given: _Sum) -> Claim | str:
    units = clauses.units
    index, value, giving, donor = sum_given.unit, sum_given.value, sum_given.giving, sum_given.donor
    unit, word = units[index], units[giving.word]
    first, last = clauses.sentence(index)
    receiver = _receiver(clauses, units[index + 1 : last])
    if receiver.party is None and not giving.planned and (giving.takes or giving.stage == "appeal"):
        subject = finder.subject(giving.word, giving.word) or finder.nearest(index)
        if subject and (donor is None or subject.by != donor.by):
            receiver = replace(receiver, party=_name(clauses, subject), span=receiver.span or subject.span)
    elif receiver.party is None and giving.rule == "noun" and giving.word < index:
        inner = _receiver(clauses, units[giving.word + 1 : index])
        receiver = inner if inner.party else receiver
    elif receiver.party is None and giving.rule == "verb" and sum_given.whole is None:
        served = _indirect_object(clauses, finder, giving, index, donor)
        if served:
            receiver = replace(receiver, party=_name(clauses, served), span=receiver.span or served.span)
    name = _name(clauses, donor) if donor else None
    if not giving.planned and name is None and receiver.party is None and (giving.weak or receiver.purpose is None):
        return "no_party"
    after, before = units[index + 1 : min(last, index + 7)], units[max(first, index - _BESIDE) : index]
    period, period_span = _period(after, before[::-1], units[giving.word : min(index, giving.word + _BESIDE)])
    spans = {
        "amount": unit.span, "donor": donor.span if donor else None, "recipient": receiver.span, "period": period_span,
        "stage": word.span,
    }  # fmt: skip
    ends = [word.end, unit.end, *([receiver.span.end] if receiver.span else [])]
    place = Span(min(word.start, unit.start), max(end for end in ends if end <= units[last - 1].end))
    if not unit.span.start >= place.start:
        place = unit.span
    recipient = receiver.party or receiver.purpose
    content = Funding(
        name, recipient, value.amount, value.currency, value.qualifier, giving.stage, period, receiver.purpose,
        sum_given.whole,
    )  # fmt: skip
    slots = tuple(sorted((slot, span) for slot, span in spans.items() if span is not None))
    return Claim(
        clauses.article.prepared.article.id,
        place,
        place.of(clauses.text),
        content,
        slots,
        rule=f"funding:{giving.rule}",
    )


def _indirect_object(
    clauses: Clauses, finder: ActorFinder, giving: Giving, index: int, donor: Actor | None
) -> Actor | None:
    """The party between the verb, or its subject, and the sum ("lend Chad $40 million", "منحت النرويج تشاد …")."""
    start = giving.word + 1
    if donor and donor.span and donor.span.start >= clauses.units[giving.word].start:
        start = clauses.index_at(donor.span.end)
    found = finder.party_from(start, index) if start < index <= start + _BESIDE else None
    between = clauses.units[start:index]
    if found is None or any(unit.labels & {"preposition", "in", "by", "with"} for unit in between):
        return None
    return found if donor is None or found.by != donor.by else None


def _name(clauses: Clauses, actor: Actor) -> str | None:
    """The donor's name; a group that is no meeting is called what its noun is worth ("international community")."""
    if actor.by != (PARTICIPANTS,):
        return ", ".join(actor.by)
    span = actor.span
    values = (
        (
            str(unit.values.get("actor_group") or unit.values["role_plural"])
            for unit in clauses.units[clauses.index_at(span.start) : clauses.index_at(span.end)]
            if unit.values.keys() & {"actor_group", "role_plural"}
        )
        if span
        else ()
    )
    return next(iter(values), None)


def _receiver(clauses: Clauses, after: Sequence[Unit]) -> _Receiver:
    """For whom or what the money is: behind "for" or "to", no further than the next sum or clause."""
    for number, unit in enumerate(after[:12]):
        if unit.labels & _ENDS:
            break
        if not unit.labels & {"for", "for_purpose", "to", "with_for"}:
            continue
        # "… part of a plan that aims to raise more": that is what the plan is for.
        if number and "goal_verb" in after[number - 1].labels:
            continue
        start = number if "with_for" in unit.labels else number + 1
        rest: list[Unit] = []
        for near in after[start : start + 10]:
            if near.labels & _RECIPIENT_ENDS or ("and" in near.labels and len(rest) > 5):
                break
            rest.append(near)
        if not rest:
            continue
        party = next((name for near in rest[:4] if (name := _party(near))), None)
        place = span_of(rest)
        if unit.end == place.start:  # a letter written onto the word belongs to it
            place = Span(unit.start, place.end)
        return _Receiver(
            party if _party(rest[0]) or "the" in rest[0].labels else None,
            place.of(clauses.text),
            Span(unit.start, place.end),
        )
    return _Receiver(None, None, None)


def _party(unit: Unit) -> str | None:
    place = place_of(unit)
    return country_of(unit) or organisation_of(unit) or (place.name if place else None)


def _period(*rows: Sequence[Unit]) -> tuple[str | None, Span | None]:
    """The year, month or span of time the money is for, from the first row that has one before another sum.

    A single day is when it was said.
    """
    for unit in (unit for row in rows for unit in takewhile(lambda unit: "money" not in unit.labels, row)):
        found = annotation_of(unit, "date")
        if found and isinstance(found.value, DateValue) and found.value.edtf and found.value.timex == "DATE":
            edtf = found.value.edtf
            if "/" in edtf or len(edtf) < 10:
                return edtf, unit.span
    return None, None


def _without_repeats(claims: list[Claim], rejections: list[Rejection]) -> list[Claim]:
    kept: dict[tuple[float, str | None, str], Claim] = {}
    for claim in claims:
        content = claim.content
        assert isinstance(content, Funding)
        key = (content.amount, content.currency, "appeal" if content.stage == "appeal" else "given")
        known = kept.get(key)
        if known is None:
            kept[key] = claim
            continue
        less, more = (claim, known) if _fullness(known) >= _fullness(claim) else (known, claim)
        kept[key] = more
        rejections.append(Rejection(less.article_id, "funding", "repeated", less.span, less.text))
    return list(kept.values())


def _fullness(claim: Claim) -> int:
    content = claim.content
    assert isinstance(content, Funding)
    return 2 * (content.donor is not None) + len(claim.slot_spans)
