"""Short articles with the claims a person reads in them, for the tests of reconciling. Written by hand."""

from collections.abc import Sequence

from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.claim import (
    Attendance,
    Claim,
    Commitment,
    Content,
    Figure,
    Funding,
    Meeting,
    Membership,
    TorontoTests,
)
from mithaq.model.extraction import Extraction
from mithaq.model.span import Span
from mithaq.model.values import OrganisationValue, PersonValue, PlaceValue, Qualifier, Value

COALITION = "Global Coalition against Daesh"


def extraction(
    name: str,
    text: str,
    told: Sequence[tuple[str, Content]],
    *,
    published: str | None = "2022-05-12",
    language: str = "en",
    named: Sequence[tuple[str, Value]] = (),
) -> Extraction:
    """An article with its claims: each claim with the words that carry it, which must stand in the text."""
    basis = "explicit" if published else None
    article = Article(name, name, f"outlet of {name}", language, published, basis, None, text)
    claims = tuple(Claim(article.id, place(text, words), words, content) for words, content in told)
    annotations = tuple(Annotation(place(text, words), words, value) for words, value in named)
    return Extraction(article, annotations, claims, ())


def place(text: str, words: str) -> Span:
    """Where the words first stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def claim_id(found: Extraction, number: int = 0) -> str:
    """The id of a claim of an article."""
    return found.claims[number].id


def meeting(
    city: str | None = None,
    date: str | None = None,
    *,
    body: str | None = COALITION,
    level: str = "ministerial",
    status: str = "held",
    came: tuple[float, Qualifier] | None = None,
) -> Meeting:
    """A meeting; ``came`` counts states."""
    attendance = Attendance(float(came[0]), came[1], "states") if came else None
    return Meeting(body, level, city, None, date, (), status, attendance)  # type: ignore[arg-type]


def figure(
    value: float,
    unit: str,
    qualifier: Qualifier = "exact",
    *,
    of: str | None = None,
    where: str | None = None,
    when: str | None = None,
) -> Figure:
    """A figure."""
    return Figure(float(value), qualifier, unit, of, where, when)


def funding(
    amount: float,
    recipient: str | None,
    *,
    qualifier: Qualifier = "exact",
    stage: str = "pledge",
    period: str | None = None,
    donor: str | None = "US",
) -> Funding:
    """Dollars from the United States."""
    return Funding(donor, recipient, amount, "USD", qualifier, stage, period)  # type: ignore[arg-type]


def commitment(
    action: str, *, by: str = COALITION, deadline: str | None = None, conditional: bool = False
) -> Commitment:
    """An undertaking that passes all tests."""
    return Commitment((by,), action, None, deadline, conditional, (), TorontoTests(True, True, True, True, True))


def joined(member: str, *, ordinal: int | None = None, date: str | None = None, change: str = "joined") -> Membership:
    """Somebody's standing in the coalition."""
    return Membership(COALITION, member, change, ordinal, date)  # type: ignore[arg-type]


def marrakesh(name: str, text: str, told: Sequence[tuple[str, Content]], **options: object) -> Extraction:
    """A report of the Marrakesh meeting, with the names that make it one story with the others."""
    lead = "Nasser Bourita and Victoria Nuland met the Global Coalition in Marrakesh. "
    named: list[tuple[str, Value]] = [
        ("Nasser Bourita", PersonValue("Nasser Bourita")),
        ("Victoria Nuland", PersonValue("Victoria Nuland")),
        ("Global Coalition", OrganisationValue(COALITION)),
        ("Marrakesh", PlaceValue("Marrakesh", "MA")),
    ]
    return extraction(name, lead + text, told, named=named, **options)  # type: ignore[arg-type]
