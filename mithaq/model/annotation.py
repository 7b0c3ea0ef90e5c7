"""A layer over an article: these words are worth this value. Not for what the article asserts: that is a claim."""

from dataclasses import dataclass

from mithaq.model.span import Span
from mithaq.model.values import (
    CountryValue,
    DateValue,
    FigureValue,
    FoundBy,
    MoneyValue,
    OrganisationValue,
    PersonValue,
    PlaceValue,
    QuotationValue,
    Value,
)

KIND_OF_VALUE: dict[type, str] = {
    DateValue: "date",
    MoneyValue: "money",
    FigureValue: "figure",
    PersonValue: "person",
    OrganisationValue: "organisation",
    PlaceValue: "place",
    CountryValue: "country",
    QuotationValue: "quotation",
}
ANNOTATION_KINDS = tuple(KIND_OF_VALUE.values())


@dataclass(frozen=True, slots=True)
class Annotation:
    """``text`` is exactly the article's text at ``span``; ``confidence`` lies between 0 and 1."""

    span: Span
    text: str
    value: Value
    found_by: FoundBy = "rule"
    confidence: float = 1.0

    @property
    def kind(self) -> str:
        """One of ``ANNOTATION_KINDS``."""
        return KIND_OF_VALUE[type(self.value)]
