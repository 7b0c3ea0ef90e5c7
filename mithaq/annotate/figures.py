"""Reads quantities: what is counted or measured, how much of it, how exactly. Not for money, dates or ordinals."""

from collections.abc import Sequence

from mithaq.annotate.money import level_range, read_qualifier
from mithaq.languages import LanguagePack
from mithaq.model.values import FigureValue
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit

_NOUN_LABELS = ("measure", "percent", "counted", "role_plural", "role", "counted_dual")


class FigureReader:
    """Reads the quantities of one language over a lattice whose dates and amounts are already joined."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        self._grammar = Grammar(pack.layer("figures"), label_sets)

    def read(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The lattice with every quantity as one unit labelled ``figure``, its FigureValue under ``figure``."""

        def make(match: Match) -> Sequence[Unit] | None:
            if match.rule.sense == "range":
                return _range(match)
            if match.rule.sense == "dual":
                noun = match.slots["counted_dual"][0]
                return _unit(match, FigureValue(2.0, noun.values["counted_dual"]))
            return _counted(text, match)

        return self._grammar.parse(units, make)


def _counted(text: str, match: Match) -> Sequence[Unit] | None:
    number = match.slots["number"][0]
    value = number.values["number"]
    if match.rule.sense == "age":
        return _unit(match, FigureValue(value, "years")) if 10 <= value <= 110 else None
    noun = _noun(text, match)
    measured = match.rule.sense == "measure"
    if not measured and _is_no_count(number, match, noun):
        return None
    vague = "vague" in number.labels
    qualifier = read_qualifier(match, number)
    if vague and qualifier == "exact":
        qualifier = "at_least"
    return _unit(match, FigureValue(value, noun, qualifier, vague))


def _is_no_count(number: Unit, match: Match, noun: str | None) -> bool:
    if number.values["number"] < 2 and "fraction" not in number.labels:
        return True
    # A bare number of four digits before an unknown word is a year more often than a count.
    return "year" in number.labels and "qualifier" not in match.slots and "counted" not in match.slots and (
        noun is None or "noun" in match.slots
    )


def _noun(text: str, match: Match) -> str | None:
    for slot in _NOUN_LABELS:
        for unit in match.slots.get(slot, ()):
            for label in _NOUN_LABELS:
                if unit.values.get(label):
                    return str(unit.values[label])
    for unit in match.slots.get("noun", ()):
        known = next((unit.values[label] for label in _NOUN_LABELS if unit.values.get(label)), None)
        return str(known) if known else text[unit.start : unit.end]
    return None


def _unit(match: Match, value: FigureValue) -> Sequence[Unit]:
    return [Unit(match.units[0].start, match.units[-1].end, frozenset({"figure"}), {"figure": value})]


def _range(match: Match) -> Sequence[Unit] | None:
    first, last = match.slots["first"][0], match.slots["last"][0]
    whole: FigureValue = last.values["figure"]
    low = first.values["figure"].value if "figure" in first.values else first.values["number"]
    low, high = level_range(low, whole.value)
    if low >= high or "year" in first.labels:
        return None
    start, labels = match.units[0].start, frozenset({"figure"})
    return [
        Unit(start, first.end, labels, {"figure": FigureValue(low, whole.unit, "at_least")}),
        Unit(last.start, last.end, labels, {"figure": FigureValue(high, whole.unit, "up_to")}),
    ]
