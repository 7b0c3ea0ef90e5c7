"""Brings the people of a record together across articles, scripts and languages. A wrong merge is worse than a missed one.

Within an article the name readers have joined later mentions already; here the names of articles are compared. Not for
finding names, nor for what people said.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from mithaq.model.extraction import Extraction
from mithaq.model.values import PersonValue
from mithaq.reconcile.explanations import explain
from mithaq.reconcile.name_forms import compare_names, name_tokens, skeleton


@dataclass(frozen=True, slots=True)
class Office:
    """A role as articles gave it, with the first and the last publication day on which they did (None: undated)."""

    role: str
    country: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """One person: ``forms`` with how often each was written, most frequent first; ``seen_in`` are article ids.

    ``reasons`` say why names were brought together; empty when all articles use one name.
    """

    name: str
    forms: tuple[tuple[str, int], ...]
    offices: tuple[Office, ...]
    seen_in: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Gathered:
    """What is known of one canonical name before names are merged."""

    name: str
    forms: Counter[str] = field(default_factory=Counter)
    days: dict[tuple[str, str | None], set[str]] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)


def merge_people(extractions: Iterable[Extraction]) -> tuple[Person, ...]:
    """The people of the articles, those seen in most articles first; the same for every order of the articles.

    Names are compared only inside blocks that share the sound of the surname, so the cost grows with the number of
    names, not with its square.
    """
    gathered = _gather(extractions)
    blocks: dict[str, list[_Gathered]] = defaultdict(list)
    for name in sorted(gathered):
        tokens = name_tokens(name)
        blocks[skeleton(tokens[-1])[:2] if tokens else ""].append(gathered[name])
    people = [person for block in blocks.values() for person in _merged(block)]
    return tuple(sorted(map(_person, people), key=lambda person: (-len(person.seen_in), person.name)))


def _gather(extractions: Iterable[Extraction]) -> dict[str, _Gathered]:
    gathered: dict[str, _Gathered] = {}
    for extraction in extractions:
        article = extraction.article
        for annotation in extraction.annotations:
            value = annotation.value
            if not isinstance(value, PersonValue):
                continue
            known = gathered.setdefault(value.name, _Gathered(value.name))
            known.forms[annotation.text] += 1
            known.articles.add(article.id)
            if value.country:
                known.countries.add(value.country)
            if value.role:
                known.days.setdefault((value.role, value.country), set()).add(article.published or "")
    return gathered


def _merged(block: list[_Gathered]) -> list[_Gathered]:
    kept: list[_Gathered] = []
    for candidate in block:
        twin = next((known for known in kept if _same(known, candidate)), None)
        if twin is None:
            kept.append(candidate)
        else:
            _join(twin, candidate)
    return kept


def _same(known: _Gathered, candidate: _Gathered) -> bool:
    if known.countries and candidate.countries and not known.countries & candidate.countries:
        return False
    return compare_names(known.name, candidate.name).same


def _join(known: _Gathered, other: _Gathered) -> None:
    why = compare_names(known.name, other.name).reason
    known.reasons.append(explain("person.joined", first=known.name, second=other.name, why=why))
    # The name more articles use stands for both.
    if (len(other.articles), other.name) > (len(known.articles), known.name):
        known.name = other.name
    known.forms.update(other.forms)
    known.articles |= other.articles
    known.countries |= other.countries
    known.reasons.extend(other.reasons)
    for office, days in other.days.items():
        known.days.setdefault(office, set()).update(days)


def _person(known: _Gathered) -> Person:
    offices = []
    for (role, country), days in known.days.items():
        dated = sorted(day for day in days if day)
        offices.append(Office(role, country, dated[0] if dated else None, dated[-1] if dated else None))
    offices.sort(key=lambda office: (office.first or "9999", office.role, office.country or ""))
    forms = tuple(sorted(known.forms.items(), key=lambda form: (-form[1], form[0])))
    return Person(known.name, forms, tuple(offices), tuple(sorted(known.articles)), tuple(known.reasons))
