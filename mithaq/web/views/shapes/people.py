"""Who held which office and said what."""

from dataclasses import dataclass

from mithaq.web.views.shapes.common import Citation, Count, Page
from mithaq.web.views.shapes.lines import StatementLine


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A role as articles gave it, with first and last day of publication."""

    role: str
    country: str | None
    first: str | None
    last: str | None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list; ``forms`` are the written forms with their counts."""

    id: str
    name: str
    forms: tuple[Count, ...]
    offices: tuple[OfficeLine, ...]
    articles: int
    statements: int


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person whole; ``reasons`` say why names were brought together."""

    line: PersonLine
    statements: Page[StatementLine]
    mentions: tuple[Citation, ...]
    reasons: tuple[str, ...]
