"""Reads commitments in the Toronto sense: an identifiable actor says in public that it will do a distinct thing.

Not for calls on others, hopes, values or forecasts: those are rejections. Source of the tests: Kirton and Larionova,
"Accountability for Effectiveness in Global Governance", and the coding manual of the G7 and G20 Research Groups.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.clauses import Clauses
from mithaq.claims.places import annotation_of, body_of, country_of, person_of
from mithaq.claims.statements import Statements
from mithaq.model.claim import Claim, Commitment, Statement, TorontoTests
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.model.values import DateValue
from mithaq.text.lattice import Unit

_ENDS = frozenset(("break", "semicolon", "stop"))
_SIGNALS = frozenset(("undertake_noun", "undertake_verb", "undertake_adjective", "continue_verb", "intend_present", "intend_past"))
_BOUND = frozenset(("undertake_noun", "undertake_verb", "undertake_adjective", "intend_present", "intend_past"))
_NO_ACTOR_ACTS = frozenset(("urge", "warn", "accuse", "condemn", "deny"))
_REACH = 10


@dataclass(frozen=True, slots=True)
class _Actor:
    by: tuple[str, ...]
    collective: bool
    span: Span | None


def read_commitments(clauses: Clauses, statements: Statements) -> tuple[list[Claim], list[Rejection]]:
    """The undertakings of an article, one a distinct action, and what only looked like one."""
    claims: list[Claim] = []
    rejections: list[Rejection] = []
    article_id = clauses.article.prepared.article.id
    taken = -1
    for index, unit in enumerate(clauses.units):
        signal = _signal(clauses.units, index)
        if signal is None or index <= taken:
            continue
        end = _clause_end(clauses.units, index)
        place = Span(unit.start, clauses.units[end - 1].end)
        outcome = _judge(clauses, statements, index, signal)
        if isinstance(outcome, str):
            rejections.append(Rejection(article_id, "commitment", outcome, place, place.of(clauses.text)))
            continue
        claims.append(_claim(clauses, index, end, place, outcome, signal))
        taken = min(end, index + _REACH)
    return claims, rejections


def _signal(units: Sequence[Unit], index: int) -> str | None:
    """Which word of undertaking stands here, if any."""
    unit = units[index]
    labels = unit.labels
    if labels & _SIGNALS:
        return next(iter(sorted(labels & _SIGNALS)))
    future = "future_form" in labels or any(label.endswith("_future") for label in labels) or "will" in labels
    if future and not labels & {"speech", "hold", "not_action", "planned_word", "speech_future", "hold_future"}:
        following = units[index + 1].labels if index + 1 < len(units) else frozenset()
        return None if "will" in labels and following & {"not_action", "hold_base", "speech_base"} else "future"
    return None


def _judge(clauses: Clauses, statements: Statements, index: int, signal: str) -> _Actor | str:
    units = clauses.units
    first, last = clauses.sentence(index)
    before = units[max(first, index - 5) : index]
    if any("hope_word" in unit.labels for unit in before):
        return "value_only"
    if any("must_word" in unit.labels for unit in before) and signal not in _BOUND:
        return "call_on_others"
    if any("negation" in unit.labels for unit in before[-2:]):
        return "negated"
    around = statements.around(units[index].span)
    if around:
        content = around[0].content
        assert isinstance(content, Statement)
        if content.act in _NO_ACTOR_ACTS and signal not in _BOUND:
            return "call_on_others"
    actor = _actor(clauses, statements, index, first, last, signal)
    return actor or "no_actor"


def _actor(
    clauses: Clauses, statements: Statements, index: int, first: int, last: int, signal: str
) -> _Actor | None:
    units = clauses.units
    unit = units[index]
    near = [*reversed(units[max(first, index - 4) : index]), *units[index + 1 : min(last, index + 4)]]
    if signal not in ("undertake_noun",):
        for other in near:
            actor = _party(clauses, statements, other)
            if actor:
                return actor
            if "meeting_noun" in other.labels:
                return None
    around = statements.around(unit.span)
    if around:
        voice = around[1]
        kind = voice.speaker.kind
        if kind == "collective":
            return _Actor(("participants",), True, None)
        if kind in ("organisation", "state"):
            return _Actor((voice.speaker.name,), kind == "organisation", None)
        if kind == "document":
            return _Actor((voice.on_behalf_of or "participants",), True, None)
        for other in units[index + 1 : min(last, index + 4)]:
            actor = _party(clauses, statements, other)
            if actor:
                return actor
        if kind == "person" and (voice.role or voice.country) and signal != "future":
            return _Actor((voice.country or voice.speaker.name,), False, None)
    return None


def _party(clauses: Clauses, statements: Statements, unit: Unit) -> _Actor | None:
    country = country_of(unit)
    if country:
        return _Actor((country,), False, unit.span)
    body = body_of(unit)
    if body:
        return _Actor((body,), True, unit.span)
    if unit.labels & {"collective", "role_plural", "we"}:
        return _Actor(("participants",), True, unit.span)
    if "his_country" in unit.labels:
        around = statements.around(unit.span)
        if around and around[1].country:
            return _Actor((around[1].country,), False, unit.span)
    person = person_of(unit)
    if person and (person.role or person.country):
        return _Actor((person.country or person.name,), False, unit.span)
    return None


def _clause_end(units: Sequence[Unit], index: int) -> int:
    """Where the promised action ends: at the sentence's end, or where somebody speaks again."""
    position = index + 1
    while position < len(units):
        labels = units[position].labels
        if labels & _ENDS:
            break
        if position > index + 3 and (labels & {"speech_past", "speech_participle"} or ("comma" in labels and _opens_clause(units, position))):
            break
        position += 1
    return position


def _opens_clause(units: Sequence[Unit], position: int) -> bool:
    following = units[position + 1].labels if position + 1 < len(units) else frozenset()
    return bool(following & {"speech", "speech_participle", "relative", "adverb"})


def _claim(clauses: Clauses, index: int, end: int, place: Span, actor: _Actor, signal: str) -> Claim:
    units = clauses.units[index:end]
    deadline, deadline_span = _deadline(units)
    first, last = clauses.sentence(index)
    conditional = any("condition" in unit.labels for unit in clauses.units[first:last])
    collective = actor.collective or any("collective_word" in unit.labels for unit in units[:6])
    tests = TorontoTests(discrete=True, specific=len(units) >= 3, future=True, public=True, collective=collective)
    content = Commitment(actor.by, place.of(clauses.text), None, deadline, conditional, (), tests)
    spans = {"by": actor.span, "deadline": deadline_span, "action": place}
    slots = tuple(sorted((name, span) for name, span in spans.items() if span is not None))
    article_id = clauses.article.prepared.article.id
    return Claim(article_id, place, place.of(clauses.text), content, slots, rule=f"commitment:{signal}")


def _deadline(units: Sequence[Unit]) -> tuple[str | None, Span | None]:
    for unit in units[:16]:
        found = annotation_of(unit, "date")
        if found and isinstance(found.value, DateValue) and found.value.timex == "DATE" and found.value.edtf:
            if not found.value.edtf.endswith("/.."):
                return found.value.edtf, unit.span
    return None, None
