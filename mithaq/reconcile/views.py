"""An article as reconciling sees it: its claims, its day, its comparable features. Not kept: it is made anew each time."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mithaq.model.annotation import Annotation
from mithaq.model.claim import Claim
from mithaq.model.edtf import bounds
from mithaq.model.extraction import Extraction
from mithaq.model.span import Span
from mithaq.model.values import (
    CountryValue,
    DateValue,
    FigureValue,
    MoneyValue,
    OrganisationValue,
    PersonValue,
    PlaceValue,
)
from mithaq.reconcile.words import WORD, name_keys, stem, stems_of, without_accents
from mithaq.text.fold import fold

_BREAK = re.compile(r"[\n.!?؟؛;](?=\s|$)")
# How far from a figure the words lie that say what it counts; wider takes in the neighbour's words.
_REACH = 110
_SHORTEST_WORD = 3
_SHORTEST_NAME = 4
_MONTH_LENGTH = len("2022-05")


@dataclass(frozen=True, slots=True)
class View:
    """One article: ``claims`` go with their ids, which are costly to make; ``people`` are named
    at offsets into the text; ``day`` and ``last_day`` bound its publication; ``named`` counts features that hold across languages
    (people, bodies, places, numbers, dates, spellings of names), ``worded`` the stems of its own language."""

    id: str
    file: str
    outlet: str
    language: str
    day: date | None
    last_day: date | None
    text: str
    claims: tuple[tuple[str, Claim], ...]
    people: tuple[tuple[int, str], ...] = field(repr=False)
    named: Mapping[str, float] = field(repr=False)
    worded: Mapping[str, float] = field(repr=False)

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


def view_of(extraction: Extraction, rejected: frozenset[str] = frozenset(), *, undated: bool = False) -> View:
    """The view of one article, without the claims a person rejected (by id); ``undated`` drops its date."""
    article = extraction.article
    found = bounds(article.published) if article.published and not undated else None
    first, last = found or (None, None)
    named = Counter[str]()
    for annotation in extraction.annotations:
        key = _feature(annotation)
        if key:
            named[key] += 1
    worded = Counter[str]()
    for word in WORD.findall(f"{article.title or ''}\n{article.text}"):
        _count_word(word, article.language, named, worded)
    numbered = ((claim.id, claim) for claim in extraction.claims)
    people = tuple(
        (annotation.span.start, fold(annotation.value.name))
        for annotation in extraction.annotations
        if isinstance(annotation.value, PersonValue)
    )
    claims = tuple(pair for pair in numbered if pair[0] not in rejected)
    return View(
        article.id, article.file, article.outlet or article.file, article.language, first or last, last or first,
        article.text, claims, people, _damped(named), _damped(worded),
    )  # fmt: skip


def _feature(annotation: Annotation) -> str | None:
    value = annotation.value
    match value:
        case PersonValue():
            return f"person:{fold(value.name)}"
        case OrganisationValue():
            return f"organisation:{value.name}"
        case PlaceValue():
            return f"place:{value.name}"
        case CountryValue():
            return f"country:{value.iso}"
        case FigureValue() if not value.vague and value.value > 2:
            return f"number:{value.value:.6g}"
        case MoneyValue():
            return f"number:{value.amount:.6g}"
        case DateValue() if value.timex == "DATE" and value.edtf and len(value.edtf) >= _MONTH_LENGTH:
            return f"date:{value.edtf.strip('./')}"
    return None


def _count_word(word: str, language: str, named: Counter[str], worded: Counter[str]) -> None:
    if word[0].isdigit():
        if len(word) > 1 and word.isdecimal():
            named[f"number:{float(word):.6g}"] += 1
        return
    if len(word) < _SHORTEST_WORD:
        return
    worded[stem(word, language)] += 1
    for key in name_keys(word, language):
        named[f"consonants:{key}"] += 1
    if word[0].isupper() and len(word) >= _SHORTEST_NAME:
        named[f"capitals:{without_accents(word)}"] += 1


def _damped(counts: Counter[str]) -> dict[str, float]:
    """Named often counts for more, but not in proportion."""
    return {key: 1 + math.log(count) for key, count in counts.items()}
