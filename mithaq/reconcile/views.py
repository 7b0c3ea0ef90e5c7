"""An article as reconciling sees it: its claims, its day, its comparable features. Not kept: it is made anew each time."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from mithaq.errors import UsageError
from mithaq.model.claim import Claim
from mithaq.model.edtf import bounds
from mithaq.model.extraction import Extraction
from mithaq.model.span import Span
from mithaq.model.values import DateValue, MoneyValue, PersonValue
from mithaq.reconcile.corrections import corrected
from mithaq.reconcile.judgements import UNDECIDED, Decisions
from mithaq.reconcile.words import stems_of
from mithaq.text.fold import fold

_BREAK = re.compile(r"[\n.!?؟؛;](?=\s|$)")
# How far from a figure the words lie that say what it counts; wider takes in the neighbour's words.
_REACH = 110


@dataclass(frozen=True, slots=True)
class View:
    """One article: ``claims`` (all but statements) go with their ids, which are costly to make; ``day`` and ``last_day``
    bound its publication; ``people`` are named at offsets into the text; ``dates`` are all EDTF dates it tells;
    ``terms`` its durations and ``sums`` its sums of money (amount and currency), at offsets."""

    id: str
    file: str
    outlet: str
    language: str
    day: date | None
    last_day: date | None
    text: str
    claims: tuple[tuple[str, Claim], ...]
    people: tuple[tuple[int, str], ...] = field(repr=False)
    dates: frozenset[str] = field(repr=False)
    terms: tuple[tuple[int, str], ...] = field(repr=False)
    sums: tuple[tuple[int, str], ...] = field(repr=False)

    def people_near(self, span: Span) -> frozenset[str]:
        """The people named in the sentence of ``span``, folded."""
        before = _BREAK.split(self.text[max(0, span.start - _REACH) : span.start])[-1]
        after = _BREAK.split(self.text[span.end : span.end + _REACH])[0]
        start, end = span.start - len(before), span.end + len(after)
        return frozenset(name for place, name in self.people if start <= place < end)

    def words_around(self, span: Span) -> str:
        """The part of the sentence near ``span``, without the words of the span itself."""
        before = self.text[max(0, span.start - _REACH) : span.start]
        after = self.text[span.end : span.end + _REACH]
        return _BREAK.split(before)[-1] + " " + _BREAK.split(after)[0]

    def stems_around(self, span: Span) -> frozenset[str]:
        """The stems of the words near ``span``."""
        return stems_of(self.words_around(span), self.language)


def view_of(extraction: Extraction, decisions: Decisions = UNDECIDED, *, undated: bool = False) -> View:
    """The view of one article, without the claims a person rejected and with those a person corrected.

    A corrected claim keeps its id. ``undated`` drops the article's date.
    """
    article = extraction.article
    found = bounds(article.published) if article.published and not undated else None
    first, last = found or (None, None)
    numbered = ((claim.id, claim) for claim in extraction.claims if claim.kind != "statement")
    people = tuple(
        (annotation.span.start, fold(annotation.value.name))
        for annotation in extraction.annotations
        if isinstance(annotation.value, PersonValue)
    )
    dates = frozenset(
        annotation.value.edtf
        for annotation in extraction.annotations
        if isinstance(annotation.value, DateValue) and annotation.value.edtf
    )
    terms = tuple(
        (annotation.span.start, annotation.value.edtf)
        for annotation in extraction.annotations
        if isinstance(annotation.value, DateValue) and annotation.value.timex == "DURATION" and annotation.value.edtf
    )
    sums = tuple(
        (annotation.span.start, f"{annotation.value.amount:.15g} {annotation.value.currency}")
        for annotation in extraction.annotations
        if isinstance(annotation.value, MoneyValue)
    )
    claims = tuple(
        (claim_id, _as_corrected(claim, decisions.corrections.get(claim_id)))
        for claim_id, claim in numbered
        if claim_id not in decisions.rejected
    )
    return View(
        article.id, article.file, article.outlet or article.file, article.language, first or last, last or first,
        article.text, claims, people, dates, terms, sums,
    )  # fmt: skip


def _as_corrected(claim: Claim, slots: Mapping[str, str] | None) -> Claim:
    """A correction that does not fit its claim, or fits it no longer as it is read now, changes nothing."""
    for slot, value in (slots or {}).items():
        with suppress(UsageError):
            claim = corrected(claim, slot, value)
    return claim
