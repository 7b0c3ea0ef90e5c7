"""People: who they are, in which offices over time, what they said."""

import hashlib
import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from mithaq.model.annotation import Annotation
from mithaq.model.extraction import Extraction
from mithaq.model.plain import value_from_plain
from mithaq.model.span import Span
from mithaq.model.values import PersonValue
from mithaq.reconcile.explanations import recognise
from mithaq.reconcile.people import Person, merge_people
from mithaq.web.desk import Desk, NotFound
from mithaq.web.views.citing import cite_words
from mithaq.web.views.gathered import gathered
from mithaq.web.views.matching import has_words
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import Citation, Count, OfficeLine, Page, PersonLine, PersonView, StatementLine
from mithaq.web.views.tellings import statement_line

_MOST_FORMS = 12
_MOST_MENTIONS = 40
# The offices of one person are looked for in so many articles, those of the days on which they were first told.
_MOST_OFFICES = 12
# Of a claim's place, the lower bits are its position in the article.
_POSITION_BITS = 16


@dataclass(frozen=True, slots=True)
class _Seen:
    """As much of an article as bringing people together needs."""

    id: str
    published: str | None


@dataclass(frozen=True, slots=True)
class _Sighting:
    article: _Seen
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True)
class _People:
    lines: tuple[PersonLine, ...]
    people: Mapping[str, Person]
    speakers: Mapping[str, "array[int]"]


def people(desk: Desk, text: str | None = None, page: int = 1, page_size: int = 25) -> Page[PersonLine]:
    """Those seen in most articles first; with ``text`` those one of whose names has these words."""
    lines = _known(desk).lines
    kept = [line for line in lines if not text or has_words(text, line.name, *(form.key for form in line.forms))]
    return cut(kept, page, page_size, lambda some: _cite_offices(desk, some))


def _cite_offices(desk: Desk, lines: Sequence[PersonLine]) -> list[PersonLine]:
    """The lines with the first words that give each office, out of the articles of its first day."""
    heads, known = gathered(desk).by_article, _known(desk).people
    rows: set[int] = set()
    for line in lines:
        days = {office.first for office in line.offices}
        seen = [heads[article] for article in known[line.id].seen_in if article in heads]
        rows.update(head.row for head in [head for head in seen if head.published in days][:_MOST_OFFICES])
    places: dict[tuple[str, str | None], tuple[int, Span]] = {}
    for row, kind, value, span in desk.glance.mentions(sorted(rows), ["person"]):
        person_value = value_from_plain(kind, json.loads(value))
        if isinstance(person_value, PersonValue):
            places.setdefault((person_value.name, person_value.role), (row, span))
    texts = desk.glance.texts({row for row, _ in places.values()})
    by_row = gathered(desk).heads

    def cited(person: Person, office: OfficeLine) -> tuple[Citation, ...]:
        found = (places.get((name, office.role)) for name in _names(person))
        return tuple(cite_words(by_row[row], span, span.of(texts[row])) for row, span in filter(None, found))

    return [
        replace(
            line,
            offices=tuple(replace(office, citations=cited(known[line.id], office)[:1]) for office in line.offices),
        )
        for line in lines
    ]


def _known(desk: Desk) -> _People:
    return desk.keep_for_articles("people", _gather)


def _gather(desk: Desk) -> _People:
    merged = merge_people(cast(Iterable[Extraction], _sightings(desk)))
    speakers: dict[str, array[int]] = {}
    for _, row, position, content in desk.glance.contents("statement"):
        speakers.setdefault(content["speaker"]["name"], array("Q")).append(row << _POSITION_BITS | position)
    named = {_person_id(person): person for person in merged}
    lines = tuple(_line(key, person, speakers) for key, person in named.items())
    return _People(lines, named, speakers)


def _sightings(desk: Desk) -> Iterable[_Sighting]:
    """Articles with their persons alone; a form that comes five times stands five times."""
    heads = gathered(desk).heads
    by_row: dict[int, list[Annotation]] = {}
    for row, kind, value, words, count in desk.glance.names(["person"]):
        known = value_from_plain(kind, json.loads(value))
        by_row.setdefault(row, []).extend([Annotation(Span(0, len(words)), words, known)] * count)
    for row in sorted(by_row):
        yield _Sighting(_Seen(heads[row].id, heads[row].published), tuple(by_row[row]))


def _person_id(person: Person) -> str:
    return hashlib.sha256(person.name.encode("utf-8")).hexdigest()[:16]


def _line(key: str, person: Person, speakers: Mapping[str, "array[int]"]) -> PersonLine:
    forms = tuple(Count(form, count) for form, count in person.forms[:_MOST_FORMS])
    offices = tuple(OfficeLine(office.role, office.country, office.first, office.last) for office in person.offices)
    said = sum(len(speakers.get(name, ())) for name in _names(person))
    return PersonLine(key, person.name, forms, offices, len(person.seen_in), said)


def _names(person: Person) -> tuple[str, ...]:
    """The names the record may call the person by."""
    explained = (found for reason in person.reasons if (found := recognise(reason)))
    joined = (value for found in explained for slot, value in found.values if slot.kind == "words")
    return tuple(dict.fromkeys((person.name, *joined)))


def person(desk: Desk, person_id: str, page: int = 1, page_size: int = 25) -> PersonView:
    """One person with what they said, latest first. Raises NotFound."""
    known = _known(desk)
    found = known.people.get(person_id)
    if found is None:
        raise NotFound(f"there is no person {person_id}; the list of people has those there are")
    heads = gathered(desk).heads
    names = _names(found)
    places = [place for name in names for place in known.speakers.get(name, ())]
    places.sort(key=lambda place: (heads[place >> _POSITION_BITS].published or "", -place), reverse=True)

    def show(some: Sequence[int]) -> list[StatementLine]:
        rows = {place >> _POSITION_BITS for place in some}
        texts = desk.glance.texts(rows)
        held = {
            claim.article.row << _POSITION_BITS | claim.position: claim
            for claim in desk.glance.claims_of(rows, "statement")
        }
        return [statement_line(held[place], texts[place >> _POSITION_BITS]) for place in some if place in held]

    mentions = _mentions(desk, found, names)
    line = _line(person_id, found, known.speakers)
    offices = tuple(
        replace(office, citations=tuple(cited for role, cited in mentions if role == office.role)[:3])
        for office in line.offices
    )
    statements = cut(places, page, page_size, show)
    return PersonView(
        replace(line, offices=offices), statements,
        tuple(cited for _, cited in mentions)[:_MOST_MENTIONS], found.reasons,
    )  # fmt: skip


def _mentions(desk: Desk, found: Person, names: Sequence[str]) -> list[tuple[str | None, Citation]]:
    """The first mention in each of some articles, and each that gives a role."""
    known = gathered(desk)
    rows = [
        known.by_article[article].row for article in found.seen_in[: _MOST_MENTIONS * 2] if article in known.by_article
    ]
    texts = desk.glance.texts(rows)
    cited: list[tuple[str | None, Citation]] = []
    seen: set[tuple[int, str | None]] = set()
    for row, kind, value, span in desk.glance.mentions(rows, ["person"]):
        person_value = value_from_plain(kind, json.loads(value))
        if not isinstance(person_value, PersonValue) or person_value.name not in names:
            continue
        if (row, person_value.role) not in seen:
            seen.add((row, person_value.role))
            cited.append((person_value.role, cite_words(known.heads[row], span, span.of(texts[row]))))
    return sorted(cited, key=lambda pair: (pair[1].published or "9999", pair[1].file, pair[1].start))
