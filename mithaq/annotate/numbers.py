"""Joins number words and digits into one unit with one value. Not for what is counted: figures and money do that.

Handles digits with the language's marks, words, mixtures ("مليون و200 ألف", "2.5 million", "deux cent mille"), duals,
fractions ("نصف مليون", "two and a half", "3/4"), signs, vague plurals, ordinals, and years said in two halves.
"""

from collections.abc import Sequence
from typing import Any

from mithaq.annotate.number_digits import dotted_parts, plain_digits, read_digits, shapes
from mithaq.annotate.number_marks import is_sign, slash_fraction
from mithaq.annotate.number_total import SCALES, NumberTotal
from mithaq.languages import LanguagePack
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

_ADDITIVE = ("number_unit", "number_one", "number_teen", "number_ten", "number_additive_hundred")
_WORDS = (
    *_ADDITIVE, "number_hundred", "number_scale", "number_dual", "number_fraction", "number_vague", "number_about",
    "number_article", "number_part", "number_and_half",
)  # fmt: skip
_KINDS = frozenset(_WORDS)
_STARTERS = _KINDS - {"number_part", "number_and_half"} | {"digits", "number_minus"}
_NOTHING: frozenset[str] = frozenset()
# A number word with the Arabic article counts what stands before it ("النقاط الست").
_ARTICLE = "ال"
# Marks that may stand between the words of one number ("quatre-vingt-dix-sept").
_JOINS = frozenset(("", "و", "-", "\u2010", "\u2011"))

# "COVID-19" and "MD-83" are names; "mid-2022" is not.
_LONGEST_JOIN = 2
# "50 cents" are fifty hundredths of a euro, "3 cents" may be three hundred.
_FEW_HUNDREDS = 10

Part = tuple[str, float, int]


class NumberReader:
    """Reads the numbers of one language over a lattice."""

    def __init__(self, pack: LanguagePack) -> None:
        settings = pack.settings.get("numbers", {})
        self._decimal: str = settings.get("decimal", ".")
        self._linkers = frozenset(fold(word) for word in settings.get("linkers", ()))
        self._strict = bool(settings.get("strict_decimal", False))
        self._years_in_halves = bool(settings.get("years_in_halves", False))

    def read(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The lattice with every number as one unit labelled ``number`` (or ``ordinal``) and by its shape."""
        out: list[Unit] = []
        index, stop = 0, len(units)
        while index < stop:
            unit = units[index]
            if unit.labels.isdisjoint(_STARTERS) and not self._opens_number(text, units, index):
                out.append(unit)
                index += 1
                continue
            length, made = self._number_at(text, units, index)
            if made is not None:
                length, made = self._with_suffix(text, units, index, length, made)
            out.append(made or _dotted_date(text, unit) or unit)
            index += length
        return out

    def _with_suffix(self, text: str, units: Sequence[Unit], index: int, length: int, made: Unit) -> tuple[int, Unit]:
        """An ordinal ending after digits ("3rd"), or the second half of a year ("nineteen ninety-nine")."""
        after = index + length
        if after >= len(units):
            return length, made
        following = units[after]
        if "digits" in made.labels and "ordinal_suffix" in following.labels and following.start == made.end:
            return length + 1, _ordinal(made, following)
        if "number_point" in following.labels:
            more, decimals = self._decimals(text, units, after + 1)
            if decimals:
                value = float(f"{int(made.values['number'])}.{decimals}")
                return length + 1 + more, Unit(
                    made.start, units[after + more].end, frozenset({"number"}), {"number": value}
                )
        century = made.values["number"]
        if self._years_in_halves and 11 <= century <= 20 and "spelled" in made.labels:
            more, second = self._number_at(text, units, after)
            if second is not None and "spelled" in second.labels and 10 <= second.values["number"] <= 99:
                value = century * 100 + second.values["number"]
                labels = frozenset({"number", "spelled_year"})
                return length + more, Unit(made.start, second.end, labels, {"number": value})
        return length, made

    def _decimals(self, text: str, units: Sequence[Unit], index: int) -> tuple[int, str]:
        """ "zero three", "seventy-one" after "point": how many units they take, and the digits they stand for."""
        taken, digits = 0, ""
        while index + taken < len(units):
            length, made = self._number_at(text, units, index + taken)
            value = made.values["number"] if made is not None else -1.0
            if made is None or "spelled" not in made.labels or not 0 <= value < 100 or (digits and value > 9):
                break
            digits += str(int(value))
            taken += length
        return taken, digits

    def _opens_number(self, text: str, units: Sequence[Unit], index: int) -> bool:
        labels = units[index].labels
        if "open" in labels:
            return self._opens_bracket(text, units, index)
        return "dash" in labels and is_sign(text, units, index)

    def _opens_bracket(self, text: str, units: Sequence[Unit], index: int) -> bool:
        """ "(210) خلايا": a number in brackets before what it counts; "(2014)" stays a year."""
        if index + 3 >= len(units) or "digits" not in units[index + 1].labels or "close" not in units[index + 2].labels:
            return False
        inner = plain_digits(text[units[index + 1].start : units[index + 1].end])
        looks_like_year = len(inner) == 4 and inner[:2] in ("19", "20")
        return units[index + 3].labels.isdisjoint(("mark", "break", "comma", "stop")) and not looks_like_year

    def _number_at(self, text: str, units: Sequence[Unit], index: int) -> tuple[int, Unit | None]:
        total = NumberTotal()
        position = index
        kinds: set[str] = set()
        sign = 1.0
        if "open" in units[index].labels:
            value = self._digits(text, units, index + 1)
            if value is None:
                return 1, None
            total.add("digits", value)
            position = index + 3
            kinds.update(("bracketed", "digits"))
        elif "dash" in units[index].labels or "number_minus" in units[index].labels:
            sign, position = -1.0, index + 1
        first = position
        while position < len(units):
            part = self._part(text, units, position, total)
            if part is None or (position > first and not _adjoin(text, units, position)) or not total.add(*part[:2]):
                break
            kinds.add(part[0])
            position += part[2]
        if not total.count or kinds <= {"number_article"}:
            return 1, None
        return position - index, _unit(text, units[index:position], total, kinds, sign)

    def _part(self, text: str, units: Sequence[Unit], index: int, total: NumberTotal) -> Part | None:
        """The next part of a number: its kind, its value, and how many units it takes (with "and" before it)."""
        unit = units[index]
        if total.count and "and" in unit.labels and index + 1 < len(units):
            inner = self._part(text, units, index + 1, NumberTotal())
            if (
                inner is None
                or inner[0] in ("number_article", "number_vague")
                or not total.takes_and(inner[0], inner[1])
            ):
                return None
            if inner[0] != "number_fraction" and _starts_another(units, index + 1 + inner[2], total):
                return None
            return inner[0], inner[1], inner[2] + 1
        if (total.flags or total.last == "number_fraction") and index + 1 < len(units):
            linked = self._linked_scale(text, units, index, total)
            if linked is not None:
                return linked
        if total.count and "dash" in unit.labels and index + 1 < len(units) and units[index + 1].start == unit.end:
            joined = units[index + 1].labels & {
                "number_scale",
                "number_unit",
                "number_one",
                "number_hundred",
                "number_teen",
                "number_part",
            }
            inner = self._part(text, units, index + 1, total) if joined else None
            return (inner[0], inner[1], inner[2] + 1) if inner else None
        if "digits" in unit.labels:
            fraction = slash_fraction(text, units, index)
            if fraction is not None and (not total.count or total.last == "digits"):
                return "number_fraction", fraction, 3
            value = self._digits(text, units, index)
            return None if value is None else ("digits", value, 1)
        return _word_part(unit, total)

    def _linked_scale(self, text: str, units: Sequence[Unit], index: int, total: NumberTotal) -> Part | None:
        """ "tens of thousands", "dizaines de milliers", "a quarter of a million": the second is a scale of the first."""
        if fold(text[units[index].start : units[index].end]) not in self._linkers:
            return None
        after = index + 1
        if "number_article" in units[after].labels and after + 1 < len(units):
            after += 1
        kinds = units[after].labels & {"number_vague", "number_scale"}
        if not kinds or ("vague" not in total.flags and "number_scale" not in kinds):
            return None
        return "number_scale", float(units[after].values[max(kinds)]), after - index + 1

    def _digits(self, text: str, units: Sequence[Unit], index: int) -> float | None:
        start, end = units[index].start, units[index].end
        before = text[start - 1 : start]
        glued = (before.isalpha() and before.isascii()) or (
            before == "-" and text[start - 2 : start - 1].isalpha() and start >= _LONGEST_JOIN and end - start != 4
        )
        if glued and not (index and "iso_code" in units[index - 1].labels):
            return None
        following = units[index + 1].labels if index + 1 < len(units) else _NOTHING
        strict = self._strict or not following.isdisjoint(SCALES)
        return read_digits(plain_digits(text[start:end]), self._decimal, strict)


def _word_part(unit: Unit, total: NumberTotal) -> Part | None:
    kinds = unit.labels & _KINDS
    if not kinds:
        return None
    if total.count:
        # "m" and "k" must be written onto the digits or follow them; after words they are letters.
        preferred: tuple[str, ...] = ("number_scale", "number_and_half", "number_unit", "number_part")
    else:
        preferred = ("number_vague", "number_unit", "number_fraction")
        if "number_suffix" in unit.labels:
            return None
    if total.count and "number_suffix" in unit.labels and total.last != "digits":
        return None
    if "subunit" in unit.labels and total.last == "digits" and total.value >= _FEW_HUNDREDS:
        return None
    kind = next((name for name in preferred if name in kinds), None) or min(kinds)
    return kind, float(unit.values[kind]), 1


def _starts_another(units: Sequence[Unit], index: int, total: NumberTotal) -> bool:
    """ "3 آلاف و5 آلاف": what follows "and" has a scale as great as the one said, so it is another number."""
    if index >= len(units):
        return False
    scale = units[index].values.get("number_scale")
    if total.last in ("number_hundred", "number_additive_hundred"):
        return "number_hundred" in units[index].labels
    return scale is not None and float(scale) >= total.limit


def _adjoin(text: str, units: Sequence[Unit], position: int) -> bool:
    """Is nothing but space between this unit and the one before it?"""
    return text[units[position - 1].end : units[position].start].strip(" \u00a0\u202f\u2009ـ") in _JOINS


def _unit(text: str, units: Sequence[Unit], total: NumberTotal, kinds: set[str], sign: float) -> Unit:
    labels = {"number"} | total.flags
    value = sign * total.value
    if kinds & {"number_scale", "number_dual"}:
        labels.add("scaled")
    values: dict[str, Any] = {"number": value}
    if len(units) == 1:
        # A lone number word keeps what else it may be ("half" of a year, "second").
        labels |= units[0].labels
        values = {**units[0].values, **values}
    if kinds <= {"digits", "bracketed"}:
        if sign > 0:
            surface = units[1] if "bracketed" in kinds else units[0]
            labels |= shapes(plain_digits(text[surface.start : surface.end]))
    elif kinds <= set(_ADDITIVE):
        labels.add("spelled")
        if value == 1:
            labels.add("one")
    if "digits" not in kinds and 1000 <= value <= 2200 and value.is_integer() and "vague" not in labels:
        labels.add("spelled_year")
    if 1 <= value <= 31 and value.is_integer() and "year" not in labels:
        labels.add("day_number")
    if "bracketed" in kinds:
        labels.add("bracketed")
    if "digits" not in kinds and text.startswith(_ARTICLE, units[0].start):
        labels.add("definite")
    return Unit(units[0].start, units[-1].end, frozenset(labels), values)


def _ordinal(number: Unit, suffix: Unit) -> Unit:
    """ "3rd", "1er": digits with an ordinal ending."""
    value = number.values["number"]
    labels = {"ordinal"} | (number.labels & {"day_number"})
    return Unit(number.start, suffix.end, frozenset(labels), {"ordinal": value, "number": value})


def _dotted_date(text: str, unit: Unit) -> Unit | None:
    """ "12.05.2022": digits that are no number but may be a date, labelled ``dotted`` with its three parts."""
    parts = dotted_parts(text[unit.start : unit.end]) if "digits" in unit.labels else ()
    if not parts:
        return None
    values = dict(zip(("first", "second", "third"), map(float, parts), strict=True))
    return Unit(unit.start, unit.end, frozenset({"dotted"}), values)
