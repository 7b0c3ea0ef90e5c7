"""What makes articles comparable: names, numbers and dates across languages, stems inside one. Not for comparing them."""

import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mithaq.model.annotation import Annotation
from mithaq.model.extraction import Extraction
from mithaq.model.values import (
    CountryValue,
    DateValue,
    FigureValue,
    MoneyValue,
    OrganisationValue,
    PersonValue,
    PlaceValue,
)
from mithaq.reconcile.words import WORD, name_keys, stem, without_accents
from mithaq.text.fold import fold

_SHORTEST_WORD = 3
_SHORTEST_NAME = 4
_MONTH_LENGTH = len("2022-05")


@dataclass(frozen=True, slots=True)
class Features:
    """How often an article has each feature: ``named`` hold across languages (people, bodies, places, numbers, dates,
    spellings of names; the kind stands before the colon), ``worded`` are stems after the code of its language."""

    named: Mapping[str, int]
    worded: Mapping[str, int]


def features_of(extraction: Extraction) -> Features:
    """The features of one article, title and text."""
    article = extraction.article
    named = Counter(key for annotation in extraction.annotations if (key := _feature(annotation)))
    worded = Counter[str]()
    for word in WORD.findall(f"{article.title or ''}\n{article.text}"):
        stemmed, keys = _features_of_word(word, article.language)
        if stemmed:
            worded[stemmed] += 1
        for key in keys:
            named[key] += 1
    return Features(dict(named), dict(worded))


def _feature(annotation: Annotation) -> str | None:
    key = _key(annotation)
    return sys.intern(key) if key else None


def _key(annotation: Annotation) -> str | None:
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


@lru_cache(maxsize=400_000)
def _features_of_word(word: str, language: str) -> tuple[str | None, tuple[str, ...]]:
    """The stem of a word with its language, and the keys of the names or the number it may be."""
    if word[0].isdigit():
        return None, ((f"number:{float(word):.6g}",) if len(word) > 1 and word.isdecimal() else ())
    if len(word) < _SHORTEST_WORD:
        return None, ()
    keys = [f"consonants:{key}" for key in name_keys(word, language)]
    if word[0].isupper() and len(word) >= _SHORTEST_NAME:
        keys.append(f"capitals:{without_accents(word)}")
    return sys.intern(f"{language}:{stem(word, language)}"), tuple(sys.intern(key) for key in keys)
