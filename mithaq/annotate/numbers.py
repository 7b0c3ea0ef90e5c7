"""Joins number words and digits into one unit with one value. Not for what is counted: figures and money do that.

Handles digits with the language's marks, words, mixtures ("مليون و200 ألف", "2.5 million", "deux cent mille"), duals,
fractions of a scale ("نصف مليون", "half a billion"), vague plurals and ordinals.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from mithaq.languages import LanguagePack
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

_GROUPS = re.compile(r"\d{1,3}(?:[.,٬\u00a0\u202f\u2009 ]\d{3})+$")
_ADDITIVE = ("number_unit", "number_one", "number_teen", "number_ten", "number_additive_hundred")
_STARTERS = frozenset(
    (*_ADDITIVE, "number_hundred", "number_scale", "number_dual", "number_fraction", "number_vague", "number_about",
     "number_article", "digits")
)  # fmt: skip
_SCALES = frozenset(("number_scale", "number_hundred"))


def read_digits(surface: str, decimal: str, scale_follows: bool) -> float | None:
    """The value of a run of digits with marks, None when it is no number (``12.05.2022``).

    ``decimal`` is the language's decimal mark. Groups of three after the other mark are thousands; after the decimal
    mark they are too, unless a scale word follows ("1.500" but "1.234 million").
    """
    surface = surface.replace("٫", decimal).replace("٬", ",")
    marks = {character for character in surface if not character.isdigit()}
    if not marks:
        return float(surface)
    if len(marks) == 1:
        mark = marks.pop()
        if surface.count(mark) > 1 or (_GROUPS.match(surface) and (mark != decimal or not scale_follows)):
            return float(re.sub(r"\D", "", surface)) if _GROUPS.match(surface) and surface[0] != "0" else (
                float(surface.replace(mark, ".")) if surface.count(mark) == 1 else None
            )  # fmt: skip
        return float(surface.replace(mark, ".")) if mark in ".," else None
    last = max(surface.rfind("."), surface.rfind(","))
    whole = re.sub(r"\D", "", surface[:last])
    return float(f"{whole}.{surface[last + 1 :]}") if surface[last + 1 :].isdigit() else None


class NumberReader:
    """Reads the numbers of one language over a lattice."""

    def __init__(self, pack: LanguagePack) -> None:
        settings = pack.settings.get("numbers", {})
        self._decimal: str = settings.get("decimal", ".")
        self._linkers = frozenset(settings.get("linkers", ()))

    def read(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The lattice with every number as one unit labelled ``number`` (or ``ordinal``) and by its shape."""
        out: list[Unit] = []
        index = 0
        while index < len(units):
            unit = units[index]
            if not (unit.labels & _STARTERS) and not self._opens_bracket(text, units, index):
                out.append(unit)
                index += 1
                continue
            length, made = self._number_at(text, units, index)
            if made is not None and "digits" in made.labels and index + 1 < len(units):
                suffix = units[index + 1]
                if "ordinal_suffix" in suffix.labels and suffix.start == unit.end:
                    length, made = 2, _ordinal(made, suffix)
            if made is None:
                out.append(_dotted_date(text, unit) or unit)
                index += 1
            else:
                out.append(made)
                index += length
        return out

    def _opens_bracket(self, text: str, units: Sequence[Unit], index: int) -> bool:
        if index + 3 >= len(units) or text[units[index].start : units[index].end] != "(":
            return False
        closing = units[index + 2]
        follows = units[index + 3]
        inner = text[units[index + 1].start : units[index + 1].end]
        return (
            "digits" in units[index + 1].labels
            and text[closing.start : closing.end] == ")"
            and not follows.labels & {"mark", "break"}
            and not (len(inner) == 4 and inner[:2] in ("19", "20"))
        )

    def _number_at(self, text: str, units: Sequence[Unit], index: int) -> tuple[int, Unit | None]:
        total = _Total()
        position, end = index, index
        labels: set[str] = set()
        if self._opens_bracket(text, units, index):
            value = self._digits(text, units, index + 1)
            if value is None:
                return 1, None
            total.add("digits", value)
            position = end = index + 3
            labels.add("bracketed")
        while position < len(units):
            part = self._part(text, units, position, total)
            if part is None:
                break
            kind, value, used = part
            if position > index and total.count and text[end_of(units, end) : units[position].start].strip(" \u00a0\u202f-ـ") not in ("", "و"):
                break
            if not total.add(kind, value):
                break
            labels.add(kind)
            position += used
            end = position
        if not total.count or labels <= {"number_article"}:
            return 1, None
        return end - index, self._unit(text, units[index:end], total, labels)

    def _part(self, text: str, units: Sequence[Unit], index: int, total: "_Total") -> tuple[str, float, int] | None:
        """The next part of a number: its kind, its value, and how many units it takes (with "and" before it)."""
        unit = units[index]
        if total.count and "and" in unit.labels and index + 1 < len(units):
            inner = self._part(text, units, index + 1, _Total())
            if inner is None or inner[0] in ("number_article", "number_vague") or not total.takes_and(inner[0], inner[1]):
                return None
            return inner[0], inner[1], inner[2] + 1
        if "vague" in total.flags and fold_of(text, unit) in self._linkers and index + 1 < len(units):
            # "tens of thousands", "dizaines de milliers": the second plural is a scale of the first.
            kinds = units[index + 1].labels & {"number_vague", "number_scale"}
            kind = next(iter(sorted(kinds, reverse=True)), None)
            return None if kind is None else ("number_scale", float(units[index + 1].values[kind]), 2)
        if total.count and text[unit.start : unit.end] == "-" and index + 1 < len(units):
            joined = units[index + 1].labels & {"number_scale", "number_unit", "number_hundred"}
            inner = self._part(text, units, index + 1, total) if joined and units[index + 1].start == unit.end else None
            return (inner[0], inner[1], inner[2] + 1) if inner else None
        if "digits" in unit.labels:
            value = self._digits(text, units, index)
            return None if value is None else ("digits", value, 1)
        kinds = unit.labels & _STARTERS
        if not kinds:
            return None
        preferred = ("number_scale", "number_unit") if total.count else ("number_vague", "number_unit")
        kind = next((name for name in preferred if name in kinds), None) or sorted(kinds)[0]
        return kind, float(unit.values[kind]), 1

    def _digits(self, text: str, units: Sequence[Unit], index: int) -> float | None:
        before = text[units[index].start - 1 : units[index].start] if units[index].start else ""
        if before.isalpha() and before.isascii():
            return None
        surface = "".join(str(_digit(character)) for character in text[units[index].start : units[index].end])
        following = units[index + 1].labels if index + 1 < len(units) else frozenset()
        return read_digits(surface, self._decimal, bool(following & _SCALES))

    def _unit(self, text: str, units: Sequence[Unit], total: "_Total", kinds: set[str]) -> Unit:
        labels = {"number"} | total.flags
        if kinds & {"number_scale", "number_dual"}:
            labels.add("scaled")
        values: dict[str, Any] = {"number": total.value}
        if len(units) == 1:
            # A lone number word keeps what else it may be ("half" of a year, "second").
            labels |= units[0].labels
            values = {**units[0].values, **values}
        if kinds == {"digits"}:
            labels |= _shapes(text[units[0].start : units[-1].end])
        elif kinds <= set(_ADDITIVE):
            labels.add("spelled")
            if total.value == 1:
                labels.add("one")
        if "digits" not in kinds and 1000 <= total.value <= 2200 and total.value.is_integer() and "vague" not in labels:
            labels.add("spelled_year")
        if 1 <= total.value <= 31 and total.value.is_integer() and "year" not in labels:
            labels.add("day_number")
        if "bracketed" in kinds:
            labels.add("bracketed")
        return Unit(units[0].start, units[-1].end, frozenset(labels), values)


def _ordinal(number: Unit, suffix: Unit) -> Unit:
    """"3rd", "1er": digits with an ordinal ending."""
    value = number.values["number"]
    labels = {"ordinal"} | (number.labels & {"day_number"})
    return Unit(number.start, suffix.end, frozenset(labels), {"ordinal": value, "number": value})


def _dotted_date(text: str, unit: Unit) -> Unit | None:
    """"12.05.2022": digits that are no number but may be a date, labelled ``dotted`` with its three parts."""
    parts = text[unit.start : unit.end].split(".")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    values = {name: float(part) for name, part in zip(("first", "second", "third"), parts, strict=True)}
    return Unit(unit.start, unit.end, frozenset({"dotted"}), values)


def fold_of(text: str, unit: Unit) -> str:
    """A unit's words, folded."""
    return fold(text[unit.start : unit.end])


def end_of(units: Sequence[Unit], index: int) -> int:
    """Where the unit before ``index`` ends."""
    return units[index - 1].end if index else 0


def _digit(character: str) -> str | int:
    return int(character) if character.isdigit() and character.isdecimal() else character


def _shapes(surface: str) -> set[str]:
    labels = {"digits"}
    if not surface.isdigit():
        return labels | {"marked"}
    value = int(surface)
    if len(surface) == 4 and 1000 <= value <= 2200:
        labels.add("year")
        if 1300 <= value <= 1500:
            labels.add("hijri_year")
    if len(surface) <= 2:
        labels.add("short")
        if 1 <= value <= 12:
            labels.add("month_number")
    return labels


class _Total:
    """Adds up the parts of one number as they come; refuses a part that cannot belong."""

    __slots__ = ("count", "current", "flags", "last", "limit", "total")

    def __init__(self) -> None:
        self.total = self.current = 0.0
        self.count = 0
        self.last = ""
        self.limit = float("inf")
        self.flags: set[str] = set()

    @property
    def value(self) -> float:
        return self.total + self.current

    def takes_and(self, kind: str, value: float) -> bool:
        """May "and" join a part of this kind here? "ثلاثة و عشرون", "مئة و خمسون", "مليون و200 ألف"."""
        if kind in _SCALES or kind == "number_dual" or kind == "number_fraction":
            return self.last in ("number_scale", "number_dual", "number_hundred") and value < self.limit
        if kind == "digits":
            return self.last in ("number_scale", "number_dual") and "vague" not in self.flags
        if kind == "number_ten":
            return self.last in ("number_unit", "number_one", "number_hundred", "number_additive_hundred", "number_scale", "number_dual")
        return self.last in ("number_hundred", "number_additive_hundred", "number_scale", "number_dual", "number_ten")

    def add(self, kind: str, value: float) -> bool:
        if not self._fits(kind, value):
            return False
        if kind in ("number_scale", "number_hundred"):
            base = self.current or (1.0 if not self.count or self.last in ("number_scale", "number_dual") else 0.0)
            if not base:
                return False
            self.current = base * value
            if kind == "number_scale":
                self.total, self.current, self.limit = self.total + self.current, 0.0, value
        elif kind == "number_dual":
            self.total, self.limit = self.total + value, value
        elif kind == "number_fraction" and self.last == "number_scale":
            self.total += value * self.limit
        else:
            self.current += value
        if kind in ("number_vague", "number_about", "number_fraction"):
            self.flags.add({"number_vague": "vague", "number_about": "about", "number_fraction": "fraction"}[kind])
        self.last = kind
        self.count += 1
        return True

    def _fits(self, kind: str, value: float) -> bool:
        if not self.count:
            return True
        last = self.last
        if kind in ("number_scale", "number_hundred"):
            if last == "number_scale":
                return value < self.limit and self.current == 0 and kind == "number_scale"
            return last != "number_ten" or kind == "number_scale"
        if last == "number_article" or kind in ("number_article", "number_vague", "number_about"):
            return kind in ("number_scale", "number_hundred")
        if last == "digits" and kind != "number_fraction":
            return False
        if kind == "digits":
            return last in ("number_scale", "number_dual") and value < self.limit
        if kind == "number_teen":
            return last in ("number_unit", "number_one", "number_hundred", "number_scale", "number_additive_hundred", "number_dual")
        if kind == "number_ten":
            return last in ("number_unit", "number_one", "number_hundred", "number_scale", "number_additive_hundred", "number_dual")
        if kind in ("number_unit", "number_one"):
            return last in ("number_ten", "number_hundred", "number_scale", "number_additive_hundred", "number_dual")
        return last in ("number_scale", "number_dual")
