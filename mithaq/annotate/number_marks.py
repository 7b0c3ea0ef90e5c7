"""Marks that belong to a number: a sign written onto its digits, the stroke of a fraction. Not for marks inside digits."""

from collections.abc import Sequence

from mithaq.annotate.number_digits import plain_digits
from mithaq.text.lattice import Unit


def is_sign(text: str, units: Sequence[Unit], index: int) -> bool:
    """Is the dash written onto digits, with space or nothing before it, and no number before that?"""
    unit = units[index]
    if index + 1 >= len(units) or "digits" not in units[index + 1].labels or units[index + 1].start != unit.end:
        return False
    if text[unit.start : unit.end] not in ("-", "−"):
        return False
    before = text[max(0, unit.start - 1) : unit.start]
    return (not before or before.isspace() or before == "(") and not (index and "digits" in units[index - 1].labels)


def slash_fraction(text: str, units: Sequence[Unit], index: int) -> float | None:
    """ "3/4" as a number: one digit over one digit, written together, and no third number after it."""
    if index + 2 >= len(units) or "slash" not in units[index + 1].labels or "digits" not in units[index + 2].labels:
        return None
    over, slash, under = units[index : index + 3]
    if (
        over.end != slash.start
        or slash.end != under.start
        or under.end - under.start != 1
        or over.end - over.start != 1
    ):
        return None
    if index + 3 < len(units) and "slash" in units[index + 3].labels:
        return None
    top, bottom = int(plain_digits(text[over.start : over.end])), int(plain_digits(text[under.start : under.end]))
    return top / bottom if 0 < top < bottom else None
