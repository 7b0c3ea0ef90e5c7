"""Runs of digits with their marks: what they are worth, and what shape they have. Not for number words."""

import re

# Groups of three, or the Indian way: three at the end, two before ("12,34,567").
_GROUPS = re.compile(r"(?:\d{1,3}(?:[.,٬،\u00a0\u202f\u2009 ]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})$")
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 2200


def read_digits(surface: str, decimal: str, scale_follows: bool) -> float | None:
    """The value of a run of digits with marks, None when it is no number (``12.05.2022``).

    ``decimal`` is the language's decimal mark. Groups of three after the other mark are thousands; after the decimal
    mark they are too, unless a scale word follows ("1.500" but "1.234 million").
    """
    surface = surface.replace("٫", decimal).replace("٬", ",")
    surface = f"0{surface}" if surface[0] in ".," else surface
    marks = {character for character in surface if not character.isdigit()}
    if not marks:
        return float(surface)
    if len(marks) == 1:
        return _read_one_mark(surface, marks.pop(), decimal, scale_follows)
    last = max(surface.rfind("."), surface.rfind(","))
    if last < 0 or not surface[last + 1 :].isdigit() or not _GROUPS.match(surface[:last]):
        return None
    return float(f"{re.sub(r'[^0-9]', '', surface[:last])}.{surface[last + 1 :]}")


def _read_one_mark(surface: str, mark: str, decimal: str, scale_follows: bool) -> float | None:
    grouped = bool(_GROUPS.match(surface)) and surface[0] != "0"
    if grouped and (surface.count(mark) > 1 or mark != decimal or not scale_follows):
        return float(surface.replace(mark, ""))
    return float(surface.replace(mark, ".")) if mark in ".," and surface.count(mark) == 1 else None


def plain_digits(surface: str) -> str:
    """The same with digits of every script written as 0 to 9."""
    return "".join(str(int(character)) if character.isdecimal() else character for character in surface)


def shapes(surface: str) -> set[str]:
    """Labels for what a run of digits may be: ``year``, ``hijri_year``, ``short``, ``month_number``, ``short_year``,
    ``marked``."""
    labels = {"digits"}
    if not surface.isdecimal():
        return labels | {"marked"}
    value = int(surface)
    if len(surface) == 4 and _EARLIEST_YEAR <= value <= _LATEST_YEAR:
        labels.add("year")
        if 1300 <= value <= 1500:
            labels.add("hijri_year")
    if len(surface) <= 2:
        labels.add("short")
        if 1 <= value <= 12:
            labels.add("month_number")
        if value > 31:
            labels.add("short_year")
    return labels


def dotted_parts(surface: str) -> tuple[int, ...]:
    """The parts of ``12.05.2022``, empty when it is not three runs of digits with two stops."""
    parts = plain_digits(surface).split(".")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return ()
    return tuple(int(part) for part in parts)
