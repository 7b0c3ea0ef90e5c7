"""Reads funding: who asked for, promised, granted or paid how much to whom. Not for prices, budgets, fines or fees."""

from collections.abc import Sequence

from mithaq.claims.clauses import Clauses
from mithaq.claims.places import annotation_of, country_of, organisation_of, party_of, place_of
from mithaq.claims.statements import Statements
from mithaq.model.claim import Claim, Funding, Stage
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.model.values import DateValue, MoneyValue
from mithaq.text.lattice import Unit, span_of

_BEFORE, _AFTER = 26, 18


def read_funding(clauses: Clauses, statements: Statements) -> tuple[list[Claim], list[Rejection]]:
    """The sums given or asked for, and the amounts of money that were something else. One promise told twice is one."""
    claims: list[Claim] = []
    rejections: list[Rejection] = []
    article_id = clauses.article.prepared.article.id
    for index, unit in enumerate(clauses.units):
        found = annotation_of(unit, "money")
        if found is None or not isinstance(found.value, MoneyValue):
            continue
        outcome = _read(clauses, statements, index, unit, found.value)
        if isinstance(outcome, str):
            rejections.append(Rejection(article_id, "funding", outcome, unit.span, found.text))
        else:
            claims.append(outcome)
    return _without_repeats(claims, rejections), rejections


def _read(clauses: Clauses, statements: Statements, index: int, unit: Unit, value: MoneyValue) -> Claim | str:
    first, last = clauses.sentence(index)
    before = clauses.units[max(first, index - _BEFORE) : index]
    after = clauses.units[index + 1 : min(last, index + 1 + _AFTER)]
    if _is_price(before, after):
        return "price"
    verb = _verb(before, after)
    if verb is None:
        return "no_party"
    stage = _stage(verb, before, after)
    donor, donor_span = _donor(clauses, statements, before, verb, unit)
    recipient, purpose, receiver_span = _recipient(clauses, after)
    if donor is None and recipient is None and purpose is None:
        return "no_party"
    period, period_span = _period(before, after)
    spans = {"amount": unit.span, "donor": donor_span, "recipient": receiver_span, "period": period_span, "stage": verb.span}
    start = min(verb.start, unit.start)
    end = max(receiver_span.end if receiver_span else unit.end, unit.end, verb.end)
    place = Span(start, min(end, clauses.units[last].start if last < len(clauses.units) else end))
    content = Funding(donor, recipient or purpose, value.amount, value.currency, value.qualifier, stage, period, purpose)
    slots = tuple(sorted((name, span) for name, span in spans.items() if span is not None))
    return Claim(clauses.article.prepared.article.id, place, place.of(clauses.text), content, slots, rule="funding")


def _is_price(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    near = [*before[-7:], *after[:4]]
    gift = any(unit.labels & {"give", "gift_noun"} for unit in before[-7:])
    return any("price_word" in unit.labels for unit in near) and not gift


def _verb(before: Sequence[Unit], after: Sequence[Unit]) -> Unit | None:
    """The word of giving nearest to the sum: a verb or noun before it, else one soon after it."""
    for unit in reversed(before):
        if unit.labels & {"give", "gift_noun", "undertake_verb", "undertake_noun"}:
            return unit
    for unit in after[:10]:
        if unit.labels & {"give", "gift_noun"}:
            return unit
    return None


def _stage(verb: Unit, before: Sequence[Unit], after: Sequence[Unit]) -> Stage:
    stage: Stage = verb.values.get("give") or verb.values.get("gift_noun") or "pledge"
    near = [*before[-12:], verb, *after[:6]]
    if any("appeal_word" in unit.labels for unit in near):
        return "appeal"
    ahead = bool(verb.labels & {"give_future", "give_base"}) or any(unit.labels & {"will", "intend", "undertake_verb", "undertake_noun"} for unit in near)
    if ahead and stage in ("paid", "commitment"):
        return "pledge"
    return stage


def _donor(
    clauses: Clauses, statements: Statements, before: Sequence[Unit], verb: Unit, money: Unit
) -> tuple[str | None, Span | None]:
    """The giver: whoever stands nearest before the verb, "his country", or in verb-first order right after it."""
    position = next((number for number, unit in enumerate(before) if unit is verb), None)
    between = before[position + 1 :] if position is not None else ()
    for unit in between[:4]:
        if unit.labels & {"money", "for", "date"}:
            break
        party = party_of(unit)
        if party:
            return party, unit.span
    ahead = before[:position] if position is not None else before
    for unit in reversed(ahead):
        if "his_country" in unit.labels:
            around = statements.around(unit.span)
            if around and around[1].country:
                return around[1].country, unit.span
        party = country_of(unit) or organisation_of(unit)
        if party:
            return party, unit.span
    around = statements.around(money.span)
    if around:
        voice = around[1]
        name = voice.country or (voice.speaker.name if voice.speaker.kind in ("organisation", "state") else voice.on_behalf_of)
        return name, None
    return None, None


def _recipient(clauses: Clauses, after: Sequence[Unit]) -> tuple[str | None, str | None, Span | None]:
    """Who or what the money is for: a country or body after "for" or "to", and the purpose in the article's words."""
    for number, unit in enumerate(after):
        if unit.labels & {"stop", "break", "money", "semicolon"}:
            return None, None, None
        if not unit.labels & {"for", "for_purpose", "to"}:
            continue
        rest = []
        for near in after[number + 1 : number + 9]:
            if near.labels & {"comma", "stop", "break", "speech", "money", "and"} or "that" in near.labels:
                break
            rest.append(near)
        if not rest:
            return None, None, None
        place = span_of(rest)
        head = rest[0]
        place_value = place_of(head)
        recipient = country_of(head) or organisation_of(head) or (place_value.name if place_value else None)
        return recipient, place.of(clauses.text), Span(unit.start, place.end)
    return None, None, None


def _period(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[str | None, Span | None]:
    for unit in (*after[:6], *reversed(before[-8:])):
        found = annotation_of(unit, "date")
        if found and isinstance(found.value, DateValue) and found.value.edtf and found.value.timex == "DATE":
            return found.value.edtf, unit.span
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
        less, more = (claim, known) if len(known.slot_spans) >= len(claim.slot_spans) else (known, claim)
        kept[key] = more
        rejections.append(Rejection(less.article_id, "funding", "repeated", less.span, less.text))
    return list(kept.values())
