"""Rules over labelled units: patterns with named slots, level by level, each level reading what the one below made.

A lattice is written as a string with one character for each set of labels, so that a pattern becomes an ordinary
regular expression and costs what a regular expression costs: it grows with the text.

Patterns: ``{label}`` one unit with that label, ``{name:label|other}`` one with either, under another name (without a
name each unit fills the slots of the labels it has), ``{!label}`` one
unit without it, ``{any}`` any unit; each may be followed by ``?``, ``*``, ``+`` or ``{m,n}``; round brackets and ``|``
group. ``(?=…)`` and ``(?!…)`` look ahead, ``(?<=…)`` and ``(?<!…)`` one unit back. No pattern crosses a sentence break.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from mithaq.errors import PackError
from mithaq.languages import Rule
from mithaq.text.lattice import Unit

_FIRST_CODE = 0xE000
_NEVER = re.compile(r"[^\s\S]")
# A level is read again while matches crossed each other; each pass reads at least one of two that cross.
_PASSES = 3
_ELEMENT = re.compile(
    r"\{(?P<slot>[^{}]+)\}(?P<times>[?*+]|\{\d*,?\d*\})?|(?P<group>\(\?<?[=!]|[()|?*+])|(?P<space>\s+)"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's pattern found over ``units``; ``slots`` holds the units each slot took (absent when it took none)."""

    rule: Rule
    first: int
    units: tuple[Unit, ...]
    slots: Mapping[str, tuple[Unit, ...]]

    def value(self, slot: str, label: str | None = None) -> Any:
        """What the first unit of ``slot`` is worth under ``label`` (by default the slot's name); None when absent."""
        units = self.slots.get(slot)
        return units[0].values.get(label or slot) if units else None


Maker = Callable[[Match], Sequence[Unit] | None]


class Grammar:
    """Compiled rules. Safe to use for many texts; the alphabet of label sets grows as new sets are met."""

    def __init__(self, rules: Iterable[Rule], label_sets: Iterable[frozenset[str]] = ()) -> None:
        self._rules = tuple(rules)
        self._parsed = [_parse(rule) for rule in self._rules]
        self._relevant = {label for _, _, labels in self._parsed for label in labels} | {"break"}
        self._levels = sorted({rule.level for rule in self._rules})
        self._codes: dict[frozenset[str], str] = {}
        self._code_of_set: dict[frozenset[str], str] = {}
        self._sets: list[tuple[frozenset[str], str]] = []
        self._taken: dict[str, tuple[int, frozenset[str]]] = {}
        self._compiled: list[re.Pattern[str]] = [_NEVER] * len(self._parsed)
        self._needed: list[tuple[frozenset[str], ...]] = [()] * len(self._parsed)
        self._compiled_for = 0
        for labels in label_sets:
            self._code(labels)

    def _code(self, labels: frozenset[str]) -> str:
        code = self._codes.get(labels)
        if code is None:
            kept = labels & self._relevant
            code = self._code_of_set.get(kept)
            if code is None:
                code = self._code_of_set[kept] = chr(_FIRST_CODE + len(self._code_of_set))
                self._sets.append((kept, code))
            self._codes[labels] = code
        return code

    def write(self, lattice: Sequence[Unit]) -> str:
        """The lattice as a string, one character a unit."""
        codes = self._codes
        written = [codes.get(unit.labels) or self._code(unit.labels) for unit in lattice]
        return "".join(written)

    def _compile(self) -> list[re.Pattern[str]]:
        """The patterns over the alphabet as it stands; only those that take a newly met label set are made anew."""
        if self._compiled_for < len(self._sets):
            met = [kept for kept, _ in self._sets[self._compiled_for :] if "break" not in kept]
            for number, (parts, _, _) in enumerate(self._parsed):
                if not self._compiled_for or _takes_any(parts, met):
                    self._compiled[number] = re.compile(self._expression(parts))
                    self._needed[number] = tuple(map(self._codes_of, _needed(parts)))
            self._compiled_for = len(self._sets)
        return self._compiled

    def _expression(self, parts: Sequence[tuple[str, str]]) -> str:
        written, group = [], 0
        for kind, content in parts:
            if kind == "slot":
                wanted, times = content.split("\x1f")
                written.append(f"(?P<g{group}>{self._class(wanted)}{times})")
                group += 1
            else:
                written.append("(?:" if content == "(" else content)
        return "".join(written)

    def _class(self, wanted: str) -> str:
        codes = self._codes_of(wanted)
        return f"[{''.join(sorted(codes))}]" if codes else r"[^\s\S]"

    def _codes_of(self, wanted: str) -> frozenset[str]:
        """The characters of the label sets that a slot takes; a set is looked at once for each slot."""
        seen, codes = self._taken.get(wanted, (0, frozenset()))
        if seen < len(self._sets):
            codes |= {code for kept, code in self._sets[seen:] if "break" not in kept and _takes(wanted, kept)}
            self._taken[wanted] = len(self._sets), codes
        return codes

    def matches(self, lattice: Sequence[Unit], level: int | None = None) -> list[Match]:
        """All matches of the rules of one level (of all, by default), overlapping ones too, leftmost longest first."""
        written = self.write(lattice)
        found = []
        patterns = self._compile()
        there = set(written)
        for rule, pattern, needed, (_, names, _) in zip(self._rules, patterns, self._needed, self._parsed, strict=True):
            if (level is None or rule.level == level) and not any(there.isdisjoint(codes) for codes in needed):
                for hit in pattern.finditer(written):
                    if hit.end() > hit.start():
                        found.append(_match(rule, hit, names, lattice))
        found.sort(key=lambda match: (match.first, -len(match.units)))
        return found

    def parse(self, lattice: Sequence[Unit], make: Maker) -> list[Unit]:
        """The lattice after every level: each match that ``make`` accepts is replaced by the units it returns.

        Within a level the leftmost longest match goes first; one that ``make`` refuses (None) leaves room for others.
        """
        units = list(lattice)
        for level in self._levels:
            for left in reversed(range(_PASSES)):
                units, crossed = _replace(units, self.matches(units, level), make, wait=left > 0)
                if not crossed:
                    break
        return units


def _replace(units: list[Unit], matches: Sequence[Match], make: Maker, wait: bool) -> tuple[list[Unit], bool]:
    """The units with accepted matches replaced; was there a match that only began inside an accepted one?

    What lies after the accepted one may then be read by itself in another pass; with ``wait``, all that the crossing
    match held is left for that pass, so that a shorter match does not take a part of it.
    """
    out: list[Unit] = []
    taken = blocked = 0
    crossed = False
    for match in matches:
        end = match.first + len(match.units)
        if match.first < taken or match.first < blocked:
            if end > taken:
                crossed = True
                blocked = max(blocked, end) if wait and match.first < taken else blocked
            continue
        made = make(match)
        if made is None:
            continue
        out.extend(units[taken : match.first])
        out.extend(made)
        taken = end
    out.extend(units[taken:])
    return out, crossed


def _match(rule: Rule, hit: re.Match[str], names: Sequence[str], lattice: Sequence[Unit]) -> Match:
    slots: dict[str, tuple[Unit, ...]] = {}
    for number, name in enumerate(names, 1):
        start, end = hit.span(number)
        for unit in lattice[start:end] if start >= 0 else ():
            for slot in name.split("|"):
                if "|" not in name or slot in unit.labels:
                    slots[slot] = (*slots.get(slot, ()), unit)
    return Match(rule, hit.start(), tuple(lattice[hit.start() : hit.end()]), slots)


def _takes(wanted: str, kept: frozenset[str]) -> bool:
    """Does a slot take a unit with these labels?"""
    anything, negated, labels = _parted(wanted)
    return anything or kept.isdisjoint(labels) == negated


@cache
def _parted(wanted: str) -> tuple[bool, bool, frozenset[str]]:
    """Does a slot take anything, does it name what it does not take, and the labels it names."""
    labels = frozenset(wanted.lstrip("!").split("|"))
    return "any" in labels, wanted.startswith("!"), labels


def _takes_any(parts: Sequence[tuple[str, str]], met: Sequence[frozenset[str]]) -> bool:
    slots = [content.split("\x1f")[0] for kind, content in parts if kind == "slot"]
    return any(_takes(wanted, kept) for wanted in slots for kept in met)


def _needed(parts: Sequence[tuple[str, str]]) -> list[str]:
    """What the slots take that every match of a pattern holds: those outside all brackets that may not be left out."""
    needed: list[str] = []
    depth = 0
    for kind, content in parts:
        if kind == "group":
            depth += content.startswith("(") - (content == ")")
            if content == "|" and not depth:
                return []
        elif not depth:
            wanted, times = content.split("\x1f")
            if times in ("", "+") or (times.startswith("{") and times[1:2] not in ("0", ",")):
                needed.append(wanted)
    return needed


def _parse(rule: Rule) -> tuple[list[tuple[str, str]], list[str], set[str]]:
    """The pattern's parts, the names of its slots in order, and all labels it speaks of. Raises PackError."""
    parts: list[tuple[str, str]] = []
    names: list[str] = []
    labels: set[str] = set()
    position = 0
    while position < len(rule.pattern):
        element = _ELEMENT.match(rule.pattern, position)
        if element is None:
            raise PackError(f"rule {rule.name}: cannot read the pattern at '{rule.pattern[position:]}'")
        position = element.end()
        if element.group("space"):
            continue
        if element.group("slot"):
            name, _, wanted = element.group("slot").rpartition(":")
            names.append(name or wanted.lstrip("!"))
            labels |= set(wanted.lstrip("!").split("|"))
            parts.append(("slot", f"{wanted}\x1f{element.group('times') or ''}"))
        else:
            parts.append(("group", element.group("group")))
    return parts, names, labels
