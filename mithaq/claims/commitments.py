"""Reads commitments in the Toronto sense: an identifiable actor says in public that it will do a distinct thing.

Not for calls on others, hopes, values or forecasts: those are rejections. Source of the tests: Kirton and Larionova,
"Accountability for Effectiveness in Global Governance", and the coding manual of the G7 and G20 Research Groups.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.actions import (
    Action,
    actions_from,
    beneficiary,
    is_bare,
    listed_actions,
    specific_words,
    with_negation,
)
from mithaq.claims.actors import ActorFinder
from mithaq.claims.clauses import Clauses
from mithaq.claims.deadlines import date_of_promise, deadline, looks_ahead
from mithaq.claims.documents import is_document, items_of, with_items
from mithaq.claims.governors import is_noun, of_noun
from mithaq.claims.objections import BINDING, is_first_person, is_plural, objection
from mithaq.claims.own_words import is_anothers, looks_ahead_of, of_voice
from mithaq.claims.parties import PARTICIPANTS, Actor
from mithaq.claims.places import place_of
from mithaq.claims.statements import Statements
from mithaq.claims.undertakings import Undertaking, undertaking_reader
from mithaq.model.claim import Claim, Commitment, Statement, TorontoTests
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

_NO_ACTS = frozenset(("urge", "warn", "accuse", "condemn", "deny"))
_SAME = 0.7
_MARKS = ".,،؛;:()\"'“”«»"


@dataclass(frozen=True, slots=True)
class _Bound:
    """An undertaking that was accepted, with its actor and the place of what binds."""

    undertaking: Undertaking
    actor: Actor
    place: Span


def read_commitments(clauses: Clauses, statements: Statements) -> tuple[list[Claim], list[Rejection]]:
    """The undertakings of an article, one a distinct action, and what only looked like one.

    ``clauses`` are laid out with the tables of undertakings.
    """
    language = clauses.article.prepared.article.language
    reader = undertaking_reader(language)
    finder = ActorFinder(clauses, statements, document=is_document(clauses, statements, reader.document_words))
    found = reader.find(clauses)
    if finder.document:
        found = with_items(found, items_of(clauses))
    claims: list[Claim] = []
    rejections: list[Rejection] = []
    article_id = clauses.article.prepared.article.id
    taken = 0
    for number, undertaking in enumerate(found):
        outcome = _judge(clauses, statements, finder, undertaking)
        unit = clauses.units[undertaking.action]
        if isinstance(outcome, str):
            place = Span(clauses.units[undertaking.first].start, unit.end)
            rejections.append(Rejection(article_id, "commitment", outcome, place, place.of(clauses.text)))
            continue
        if undertaking.first < taken:
            continue
        following = found[number + 1].first if number + 1 < len(found) else len(clauses.units)
        limit = max(following, undertaking.action + 1)
        listed = listed_actions(clauses, undertaking.action)
        actions = listed or actions_from(clauses, undertaking.action, limit)
        if is_bare(clauses.units, actions):
            place = Span(clauses.units[undertaking.first].start, unit.end)
            rejections.append(Rejection(article_id, "commitment", "no_action", place, place.of(clauses.text)))
            continue
        taken = listed[-1].end if listed else taken
        claims.extend(_claim(clauses, finder, outcome, action) for action in actions)
    return _without_repeats(claims, rejections), rejections


def _judge(clauses: Clauses, statements: Statements, finder: ActorFinder, undertaking: Undertaking) -> _Bound | str:
    units = clauses.units
    first, last = clauses.sentence(undertaking.first)
    place = Span(units[undertaking.first].start, units[undertaking.action].end)
    around = statements.around(place)
    reported = any("speech" in unit.labels for unit in units[max(first, undertaking.first - 5) : undertaking.first])
    reason = objection(units, first, undertaking, reported=reported)
    if reason:
        return reason
    if around and isinstance(around[0].content, Statement):
        act = around[0].content.act
        if (
            act in _NO_ACTS
            and undertaking.sense not in BINDING
            and not units[undertaking.first].labels & {"we", "never"}
        ):
            return "call_on_others"
    if undertaking.sense == "document" and not (finder.document and around is None):
        return "value_only"
    if undertaking.rule == "commitment_to" and not finder.document and not _acts(units, undertaking.action):
        return "value_only"
    if undertaking.sense == "reported" and around is None:
        return "hypothetical"
    if any(fold(clauses.text[unit.start : unit.end]) in ("?", "؟") for unit in units[last - 2 : last]):
        return "question"
    if is_noun(units, undertaking) and not finder.document:
        reason = of_noun(units, first, undertaking)
        if reason:
            return reason
    actor = _actor(finder, undertaking, place, units)
    if actor is None:
        return "no_actor"
    voice = finder.voice_around(place)
    if voice and undertaking.sense == "noun" and is_anothers(clauses, undertaking, actor, voice):
        return "not_own"
    ahead = finder.document or looks_ahead_of(units, undertaking)
    reason = of_voice(undertaking, actor, voice, document=finder.document, ahead=ahead)
    return reason or _Bound(undertaking, actor, place)


def _actor(finder: ActorFinder, undertaking: Undertaking, place: Span, units: Sequence[Unit]) -> Actor | None:
    if undertaking.sense == "document" and (undertaking.rule == "item" or "we" in units[undertaking.first].labels):
        return finder.speaker(place)
    if undertaking.sense == "passive":
        described = (
            undertaking.first
            and "relative" in units[undertaking.first - 1].labels | units[undertaking.first - 2].labels
        )
        return None if described else finder.agent(undertaking.action) or finder.gathering(place)
    if undertaking.sense == "exchange":
        return finder.party_from(undertaking.first + 1, undertaking.action) or finder.party_from(
            undertaking.action + 1, undertaking.action + 4
        )
    if undertaking.rule == "accord_sees":
        named = (place_of(unit) for unit in units[undertaking.first : undertaking.action])
        capital = next((found.country for found in named if found and found.country), None)
        party = finder.party_from(undertaking.first + 1, undertaking.action)
        return party or (Actor((capital,), False) if capital else None)
    scheduled = "due_word" in units[undertaking.first].labels  # "من المقرر أن ترسل النرويج": the verb has the subject
    first_person = is_first_person(units[undertaking.first]) or is_first_person(units[undertaking.action])
    if first_person and (own := finder.speaker(place)):
        return own  # "سنرسل", "enverrons": the form of the verb tells its subject
    actor = finder.subject(undertaking.action if scheduled else undertaking.first, undertaking.action)
    if actor:
        return actor
    if is_plural(units[undertaking.first]):
        return finder.gathering(place)
    if undertaking.parties:
        return finder.parties_between(undertaking.first, undertaking.action) or Actor((PARTICIPANTS,), True)
    if undertaking.sense == "noun" or any(
        "we" in unit.labels or is_first_person(unit) for unit in units[undertaking.first : undertaking.action + 1]
    ):
        return finder.speaker(place)
    return None


def _acts(units: Sequence[Unit], action: int) -> bool:
    """Is an act named, or the text to be kept ("to the ceasefire accord"), not a value only ("commitment to peace")?"""
    acts = {"action_form", "action_word", "process_noun", "idle", "accord_noun", "plan_noun"}
    return any(unit.labels & acts for unit in units[action : action + 4])


def _claim(clauses: Clauses, finder: ActorFinder, bound: _Bound, action: Action) -> Claim:
    units = clauses.units[action.first : action.end]
    place = Span(clauses.units[with_negation(clauses.units, action.first)].start, units[-1].end)
    article = clauses.article.prepared.article
    first, last = clauses.sentence(action.first)
    promised = date_of_promise(clauses.units[first : action.first], article.published)
    words = undertaking_reader(article.language).time_words
    until, until_span = deadline(units, clauses.text, words, article.published, promised)
    served = beneficiary(units)
    condition = next((unit.span for unit in clauses.units[first:last] if "condition" in unit.labels), None)
    tests, spans = _tests(clauses, finder, bound, action)
    content = Commitment(
        bound.actor.by,
        place.of(clauses.text),
        served.of(clauses.text) if served else None,
        until,
        condition is not None,
        (),
        tests,
    )
    spans |= {
        "by": bound.actor.span,
        "deadline": until_span,
        "action": place,
        "beneficiary": served,
        "conditional": condition,
    }
    slots = tuple(sorted((name, span) for name, span in spans.items() if span is not None))
    return Claim(article.id, place, place.of(clauses.text), content, slots, rule=f"commitment:{bound.undertaking.rule}")


def _tests(
    clauses: Clauses, finder: ActorFinder, bound: _Bound, action: Action
) -> tuple[TorontoTests, dict[str, Span | None]]:
    """The Toronto tests with the words that decided each one that passes."""
    units = clauses.units[action.first : action.end]
    head = units[0].labels
    acts = head & {
        "action_word",
        "action_form",
        "future_verb",
        "process_noun",
        "would_verb",
    } or bound.undertaking.sense in ("future", "plan")
    others = [
        unit
        for unit in units[1:]
        if "with_and" in unit.labels and "action_form" in unit.labels and "with_article" not in unit.labels
    ]
    specific = specific_words(units)
    voice = finder.voice_around(bound.place)
    public = voice is None or voice.speaker.kind != "anonymous"
    shared = next((unit.span for unit in units if "collective_word" in unit.labels), None)
    tests = TorontoTests(
        discrete=bool(acts) and not others,
        specific=specific is not None,
        future=looks_ahead(units, clauses.article.prepared.article.published),
        public=public,
        collective=bound.actor.collective or shared is not None,
    )
    spans: dict[str, Span | None] = {
        "discrete": units[0].span if tests.discrete else None,
        "specific": specific,
        "future": bound.place if tests.future else None,
        "public": bound.place if public else None,
        "collective": shared or (bound.actor.span if bound.actor.collective else None),
    }
    return tests, spans


def _without_repeats(claims: Sequence[Claim], rejections: list[Rejection]) -> list[Claim]:
    """One of two claims that promise the same in nearly the same words: the longer one, of equals the later."""
    kept: list[tuple[Claim, frozenset[str]]] = []
    for claim in claims:
        words = frozenset(fold(word).strip(_MARKS) for word in claim.text.split())
        same = next((pair for pair in kept if len(words & pair[1]) >= _SAME * min(len(words), len(pair[1]))), None)
        if same is None or min(len(words), len(same[1])) < 3:
            kept.append((claim, words))
            continue
        less = claim if len(claim.text) < len(same[0].text) else same[0]
        rejections.append(Rejection(less.article_id, "commitment", "repeated", less.span, less.text))
        if less is same[0]:
            kept[kept.index(same)] = (claim, words)
    return sorted((claim for claim, _ in kept), key=lambda claim: (claim.span, claim.id))
