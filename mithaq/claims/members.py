"""Finds lists of states and bodies, and the numbers given to members. Not for what happened to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mithaq.claims.clauses import Clauses
from mithaq.claims.places import annotation_of, country_of, organisation_of
from mithaq.languages import load_pack
from mithaq.model.values import FigureValue, OrganisationValue
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

_LINKS = frozenset(
    ("and", "and_word", "comma", "clitic_and", "open", "close", "the", "of", "for", "clitic_for", "quote_mark", "to", "dash", "colon",
     "adverb", "quantifier", "genitive", "date")
)  # fmt: skip
_NOT_MEMBERS = frozenset(("outlet", "company", "party", "armed_group", "military"))
_BARRIERS = frozenset(("speech", "semicolon", "at_place", "topic_word", "hold"))
_MOST_MEMBERS = 300


@dataclass(frozen=True, slots=True)
class Member:
    """A state (its ISO code) or a body (its name), and where it stands."""

    name: str
    unit: Unit


def list_after(clauses: Clauses, index: int, last: int, reach: int) -> list[Member]:
    """The parties listed after a unit, the first at most ``reach`` other words away."""
    return _gather(clauses, range(index + 1, last), reach)


def list_before(clauses: Clauses, index: int, first: int, reach: int) -> list[Member]:
    """The parties listed before a unit ("France and Spain joined …")."""
    return list(reversed(_gather(clauses, range(index - 1, first - 1, -1), reach)))


def bracketed(clauses: Clauses, opening: int, last: int) -> list[Member]:
    """The members in brackets after a body's name: at least two states and nothing else."""
    found: list[Member] = []
    for position in range(opening + 1, last):
        unit = clauses.units[position]
        if "close" in unit.labels:
            return found if len(found) > 1 else []
        member = _member(clauses, unit)
        if member:
            found.append(member)
        elif not unit.labels & _LINKS:
            return []
    return []


def _gather(clauses: Clauses, positions: Sequence[int], reach: int) -> list[Member]:
    found: list[Member] = []
    gap = 0
    for position in positions:
        unit = clauses.units[position]
        if unit.labels & _BARRIERS:
            break
        member = _member(clauses, unit)
        if member and "in" not in unit.labels:
            found.append(member)
            gap = 0
        elif not unit.labels & _LINKS:
            gap += 1
            if gap > (reach if not found else 0):
                break
    return found


def _member(clauses: Clauses, unit: Unit) -> Member | None:
    code = country_of(unit)
    if code:
        form = clauses.text[unit.start : unit.end]
        return None if _is_adjective(clauses.article.prepared.pack.code, form) else Member(code, unit)
    found = annotation_of(unit, "organisation")
    if found is None or "reference" in unit.labels or not isinstance(found.value, OrganisationValue):
        return None
    name = organisation_of(unit)
    return Member(name, unit) if name and found.value.sort and found.value.sort not in _NOT_MEMBERS else None


def _is_adjective(code: str, form: str) -> bool:
    """Does the form only stand beside a noun ("Moroccan"), as it is written ("التشيلي" beside the state "تشيلي")?"""
    names, adjectives = _forms(code)
    return fold(form) not in names and _bare(form) in adjectives


@cache
def _forms(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names of states as written, and the adjectives without an article, all folded."""
    words = load_pack(code).table("countries")
    names = frozenset(fold(word.form) for word in words if word.label in ("country", "country_weak"))
    return names, frozenset(_bare(word.form) for word in words if word.label.startswith("country_adjective"))


def _bare(form: str) -> str:
    folded = fold(form)
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def find_ordinals(clauses: Clauses, index: int, first: int, last: int, count: int) -> list[int]:
    """The numbers of new members beside a noun of member ("members number 82 and 83"), if there is one for each."""
    units = clauses.units
    nouns = [position for position in range(first, last) if _names_members(units[position])]
    nouns.extend(position for position in range(first, last) if "ordinal_member" in units[position].labels)
    for noun in nouns:
        if abs(noun - index) > 20:
            continue
        numbers = [
            number for unit in units[max(first, noun - 7) : min(last, noun + 7)] for number in _numbers(clauses, unit)
        ]
        if len(numbers) == count:
            return numbers
    return []


def _names_members(unit: Unit) -> bool:
    """A noun of member, or a dual that counts two of them ("عضوين")."""
    found = annotation_of(unit, "figure")
    counted = found is not None and isinstance(found.value, FigureValue) and found.value.unit == "members"
    return counted or bool(unit.labels & {"member_noun", "new_member"})


def _numbers(clauses: Clauses, unit: Unit) -> list[int]:
    text = clauses.text[unit.start : unit.end]
    found = annotation_of(unit, "figure")
    if found and isinstance(found.value, FigureValue):
        return []
    digits = "".join(letter if letter.isdigit() else " " for letter in text).split() if "digits" in unit.labels else []
    return [int(word) for word in digits if 1 < int(word) < _MOST_MEMBERS]
