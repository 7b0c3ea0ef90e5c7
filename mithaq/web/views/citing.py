"""Claims and heads as citations. Not for choosing what is cited."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from mithaq.model.fact import Fact
from mithaq.model.span import Span
from mithaq.publish.excerpts import shorten
from mithaq.record.glance import Head, Placed
from mithaq.web.desk import Desk
from mithaq.web.views.deciding import decided
from mithaq.web.views.gathered import Entry
from mithaq.web.views.shapes import ArticleHead, Citation, CommitmentLine, MeetingLine, MemberLine, MoneyLine

Line = TypeVar("Line", MeetingLine, CommitmentLine, MoneyLine, MemberLine)

EXCERPT = 160
# A value told by very many articles is cited by the first of them.
MOST_CITATIONS = 12
_MOST_CLAIMS = 60
# So many texts are in memory at one time.
_TEXTS = 500
# What was read from the words of another slot: the city tells the country, a sum its currency.
_TOLD_BY = {"country": "city", "currency": "amount", "qualifier": "amount", "unit": "value"}
# What is the article's own words even where no place was kept for it.
_OWN_WORDS = frozenset(("purpose", "first_in"))


def head_of(head: Head) -> ArticleHead:
    """The head as it is shown."""
    return ArticleHead(
        head.id, head.file, head.outlet, head.language, head.published, head.published_basis, head.title, head.source
    )


def place_of(claim: Placed, slot: str) -> Span | None:
    """Where the value of a slot was read; None where only the claim as a whole tells it."""
    places = dict(claim.slot_spans)
    found = places.get(slot) or places.get(_TOLD_BY.get(slot, ""))
    value = claim.content.get(slot)
    if found is None and slot in _OWN_WORDS and isinstance(value, str) and claim.words.count(value) == 1:
        start = claim.span.start + claim.words.index(value)
        return Span(start, start + len(value))
    return found


def cite(claim: Placed) -> Citation:
    """The claim's words."""
    return cite_words(claim.article, claim.span, claim.words, claim.id)


def cite_slots(desk: Desk, wanted: Sequence[tuple[Placed, str]]) -> list[Citation]:
    """The words of a slot of each claim, those of the claim where the slot has none; all texts are read at one time."""
    places = [place_of(claim, slot) or claim.span for claim, slot in wanted]
    elsewhere: dict[int, dict[Span, str]] = {}
    for (claim, _), place in zip(wanted, places, strict=True):
        if not claim.span.contains(place):
            elsewhere.setdefault(claim.article.row, {})[place] = ""
    rows = list(elsewhere)
    for first in range(0, len(rows), _TEXTS):
        for row, text in desk.glance.texts(rows[first : first + _TEXTS]).items():
            elsewhere[row] = {place: place.of(text) for place in elsewhere[row]}
    cited = []
    for (claim, _), place in zip(wanted, places, strict=True):
        words = elsewhere.get(claim.article.row, {}).get(place)
        if words is None:
            words = claim.words[place.start - claim.span.start : place.end - claim.span.start]
        cited.append(cite_words(claim.article, place, words, claim.id))
    return cited


def cite_words(head: Head, span: Span, words: str, claim_id: str | None = None) -> Citation:
    """Words at a place of an article."""
    excerpt = shorten(words, EXCERPT)
    return Citation(
        head.id, span.start, span.end, head.file, head.outlet, excerpt, head.language, head.published, claim_id
    )


class Citer:
    """Cites claims by their ids, all read at one time."""

    def __init__(self, desk: Desk, ids: Iterable[str]) -> None:
        self.claims: Mapping[str, Placed] = desk.glance.claims(ids)

    def cite(self, ids: Iterable[str]) -> tuple[Citation, ...]:
        """Each place once, the first published first; at most ``MOST_CITATIONS``."""
        cited = {(claim.article.id, claim.span): cite(claim) for claim in self.ordered(ids)}
        return tuple(cited.values())[:MOST_CITATIONS]

    def ordered(self, ids: Iterable[str]) -> list[Placed]:
        """The claims, the first published first."""
        return sorted(
            (self.claims[claim] for claim in ids if claim in self.claims),
            key=lambda claim: (claim.article.published or "9999", claim.article.file, claim.span),
        )


def back_entries(desk: Desk, entries: Sequence[Entry[Line]], slots: Sequence[str]) -> list[Line]:
    """The lines of entries with what stands behind them, see ``back``; their facts are read at one time."""
    facts = dict(desk.glance.facts(entry.position for entry in entries))
    return back(desk, [entry.line for entry in entries], [facts[entry.position] for entry in entries], slots)


def back(desk: Desk, lines: Sequence[Line], facts: Sequence[Fact], slots: Sequence[str]) -> list[Line]:
    """The lines with what stands behind them: the claims of their facts, the words of ``slots``, who judged any of it."""
    citer, settled = Citer(desk, (claim for fact in facts for claim in fact.supported_by[:_MOST_CLAIMS])), decided(desk)
    wanted: list[tuple[int, str, Placed]] = []
    for number, (line, fact) in enumerate(zip(lines, facts, strict=True)):
        told = [(claim, settled.content(claim)) for claim in citer.ordered(fact.supported_by)]
        for slot in slots:
            value = getattr(line, slot)
            teller = _teller(told, slot, value) if value not in (None, "", ()) else None
            if teller is not None:
                wanted.append((number, slot, teller))
    by_slot: list[dict[str, Citation]] = [{} for _ in lines]
    cited = cite_slots(desk, [(claim, slot) for _, slot, claim in wanted])
    for (number, slot, _), citation in zip(wanted, cited, strict=True):
        by_slot[number][slot] = citation
    backed = []
    for line, fact, slot_citations in zip(lines, facts, by_slot, strict=True):
        verdict, who = settled.judged(fact.supported_by)
        shown = replace(
            line,
            citations=citer.cite(fact.supported_by),
            slot_citations=slot_citations,
            judged=verdict,
            judged_by=who,
        )
        backed.append(shown)
    return backed


def _teller(told: Iterable[tuple[Placed, Mapping[str, Any]]], slot: str, value: object) -> Placed | None:
    """The first claim that gives the value and has a place for it, else one that gives it, else one with a place."""
    ranked: dict[tuple[bool, bool], Placed] = {}
    for claim, content in told:
        given = content.get(slot)
        gives = (tuple(given) if isinstance(given, list) else given) == value
        if gives or given:
            ranked.setdefault((gives, place_of(claim, slot) is not None), claim)
    return next((ranked[rank] for rank in ((True, True), (True, False), (False, True)) if rank in ranked), None)
