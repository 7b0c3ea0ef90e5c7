"""Reads when a body was founded, as a figure with the unit "founding year": outlets differ on it. Not for other figures."""

from collections.abc import Sequence

from mithaq.claims.clauses import Clauses
from mithaq.claims.places import annotation_of, catalogued_body
from mithaq.model.claim import Claim, Figure
from mithaq.model.values import DateValue
from mithaq.text.lattice import Unit

_REACH = 9
_CLAUSE_ENDS = frozenset(("break", "semicolon", "stop", "speech"))
_SMALL = frozenset(
    (
        "the",
        "of",
        "clitic_for",
        "clitic_and",
        "and",
        "adverb",
        "comma",
        "be",
        "relative",
        "quote_mark",
        "that",
        "capital",
    )
)


def read_founding_years(clauses: Clauses) -> list[Claim]:
    """One claim a body and year of founding."""
    claims = []
    article_id = clauses.article.prepared.article.id
    for index, unit in enumerate(clauses.units):
        if "founding" not in unit.labels:
            continue
        first, last = clauses.sentence(index)
        dated = _founding_year(clauses.units, index, first, last)
        founded = _founded(clauses.units, index, first, last)
        if dated is None or founded is None:
            continue
        year, body = str(_year(dated)), str(catalogued_body(founded))
        slots = (("of", founded.span), ("value", dated.span), ("when", dated.span))
        place = unit.span.cover(dated.span)
        content = Figure(float(year), "exact", "founding year", body, None, year)
        claims.append(Claim(article_id, place, place.of(clauses.text), content, slots, rule="founding_year"))
    return claims


def _founding_year(units: Sequence[Unit], index: int, first: int, last: int) -> Unit | None:
    """The year behind the word of founding, else the one that opens the clause before it ("in 2014 the alliance was formed")."""
    for unit in units[index + 1 : min(last, index + _REACH)]:
        if unit.labels & _CLAUSE_ENDS:
            break
        if _year(unit):
            return unit
    for unit in reversed(units[max(first, index - 5) : index]):
        if unit.labels & _CLAUSE_ENDS:
            return None
        if _year(unit):
            return unit
    return None


def _founded(units: Sequence[Unit], index: int, first: int, last: int) -> Unit | None:
    """The body that was founded: beside the word, with at most one other word between; no part or plan of a body."""
    for positions in (range(index + 1, min(last, index + 5)), range(index - 1, max(first, index - 6) - 1, -1)):
        others = 0
        for position in positions:
            unit = units[position]
            if catalogued_body(unit):
                return unit
            others += not unit.labels & _SMALL and not annotation_of(unit, "date")
            if others > 1 or unit.labels & _CLAUSE_ENDS or ("preposition" in unit.labels and "of" not in unit.labels):
                break
    return None


def _year(unit: Unit) -> str | None:
    found = annotation_of(unit, "date")
    if not found or not isinstance(found.value, DateValue) or found.value.basis != "explicit" or not found.value.edtf:
        return None
    edtf = found.value.edtf.removesuffix("/..")
    return edtf[:4] if edtf[:4].isdigit() and "/" not in edtf and found.value.timex == "DATE" else None
