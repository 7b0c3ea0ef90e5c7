"""What an annotation can be worth: one small frozen type a kind of value, precision kept inside the value."""

from dataclasses import dataclass
from typing import Literal

Qualifier = Literal["exact", "about", "more_than", "less_than", "at_least", "up_to", "nearly"]
Timex = Literal["DATE", "DURATION", "SET"]
Basis = Literal["explicit", "relative", "inferred"]
FoundBy = Literal["rule", "catalogue", "tagger"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, period, duration or recurring set in EDTF (ISO 8601-2 level 1); None where the article alone cannot tell.

    ``anchor`` is the EDTF date a relative expression was resolved against.
    """

    edtf: str | None
    timex: Timex = "DATE"
    basis: Basis = "explicit"
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class MoneyValue:
    """An amount in whole units of ``currency`` (ISO 4217, None when the words do not tell)."""

    amount: float
    currency: str | None
    qualifier: Qualifier = "exact"


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A quantity: ``unit`` is what is counted, in English where the pack knows the noun, else the article's own word.

    ``vague`` marks a plural such as "thousands", whose value is its lower bound.
    """

    value: float
    unit: str | None
    qualifier: Qualifier = "exact"
    vague: bool = False


@dataclass(frozen=True, slots=True)
class PersonValue:
    """``name`` in Latin script where known, else as written; ``role`` a short English role; ``country`` ISO 3166-1."""

    name: str
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class OrganisationValue:
    """``name`` is the usual English name where the catalogue has it; ``wikidata`` a QID."""

    name: str
    wikidata: str | None = None
    sort: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A named place other than a country, with the country it lies in.

    ``latitude`` and ``longitude`` are degrees (WGS 84) of its middle, both or neither, where the gazetteer has them.
    """

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class CountryValue:
    """A country by name or adjective; ``government`` when its capital stands for its government."""

    iso: str
    government: bool = False


@dataclass(frozen=True, slots=True)
class QuotationValue:
    """Words inside quotation marks; ``marks`` is the pair that was used."""

    marks: str


Value = (
    DateValue | MoneyValue | FigureValue | PersonValue | OrganisationValue | PlaceValue | CountryValue | QuotationValue
)
