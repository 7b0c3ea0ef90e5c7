"""Labelled units in a row, the common view that rules are written over. Not for meaning: units only carry labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mithaq.model.span import Span

BREAK = frozenset({"break"})
_NO_VALUES: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Unit:
    """One word, number, mark, phrase of the lexicon, or annotation, with its labels and what each label is worth."""

    start: int
    end: int
    labels: frozenset[str]
    values: Mapping[str, Any] = field(default_factory=lambda: _NO_VALUES, compare=False)

    @property
    def span(self) -> Span:
        """The unit's place in the article's text."""
        return Span(self.start, self.end)


Lattice = Sequence[Unit]


def span_of(units: Sequence[Unit]) -> Span:
    """From the first unit's start to the last one's end. Raises IndexError when there is no unit."""
    return Span(units[0].start, units[-1].end)
