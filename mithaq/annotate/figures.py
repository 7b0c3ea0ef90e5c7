"""Reads quantities: what is counted or measured, how much of it, how exactly. Not for money, dates or ordinals."""

from collections.abc import Sequence

from mithaq.annotate.amounts import level_range, read_qualifier
from mithaq.annotate.bare_figures import read_bare
from mithaq.languages import LanguagePack
from mithaq.model.values import FigureValue, Qualifier
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit

_NOUN_LABELS = ("measure", "percent", "counted", "role_plural", "role", "counted_dual")
_COUNTED_SLOTS = ("counted", "role", "role_plural", "measure", "percent")
_PLURAL_ENDINGS = ("s", "x", "z")
_LABELS = frozenset({"figure"})
_TWO = 2
_AGES = (10, 110)
_LARGEST_AFTER_NOUN = 19
# A bare number of four digits in these years, before an unknown word, is a year more often than a count.
_LIKELY_YEARS = (1800, 2100)


class FigureReader:
    """Reads the quantities of one language over a lattice whose dates and amounts are already joined."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        self._grammar = Grammar(pack.layer("figures"), label_sets)
        clitics = pack.settings.get("clitics", {})
        self._article: str = clitics.get("article", "")
        self._conjunctions = tuple(clitics.get("conjunctions", {}))

    def read(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The lattice with every quantity as one unit labelled ``figure``, its FigureValue under ``figure``."""

        def make(match: Match) -> Sequence[Unit] | None:
            if match.rule.sense == "range":
                return _range(match)
            if match.rule.sense == "dual":
                return None if self._is_definite(text, match.slots["counted_dual"][0]) else _dual(match)
            if match.rule.sense == "age":
                return _age(match)
            if match.rule.sense == "demonym":
                return _demonym(text, match)
            if not self._article and _is_singular(text, match):
                return None
            return _counted(text, match)

        return read_bare(text, self._grammar.parse(units, make), self._conjunctions)

    def _is_definite(self, text: str, noun: Unit) -> bool:
        """With the article a dual speaks of the two that are known, and counts nothing ("البلدان", "للبلدين")."""
        article = self._article
        merged = bool(article) and text[noun.start - 1 : noun.start + 1] == article[-1] * 2
        return bool(article) and (text.startswith(article, noun.start) or merged)


def _dual(match: Match) -> Sequence[Unit] | None:
    if "two" in match.slots and match.slots["two"][0].values["number"] != _TWO:
        return None
    return _unit(match, FigureValue(2.0, match.slots["counted_dual"][0].values["counted_dual"]))


def _age(match: Match) -> Sequence[Unit] | None:
    number = match.slots["number"][0].values["number"] if "number" in match.slots else match.value("age")
    return _unit(match, FigureValue(number, "years")) if _AGES[0] <= number <= _AGES[1] else None


def _counted(text: str, match: Match) -> Sequence[Unit] | None:
    number = match.slots["number"][0]
    noun = _noun(text, match)
    if match.rule.sense != "measure" and (_is_no_count(number, match) or _is_list_mark(text, match, number)):
        return None
    vague = "vague" in number.labels
    qualifier = read_qualifier(match, number)
    if vague and qualifier == "exact":
        qualifier = "at_least"
    value = FigureValue(number.values["number"], noun, qualifier, vague)
    return _unit(match, value, _noun_end(text, match))


def _demonym(text: str, match: Match) -> Sequence[Unit] | None:
    """ "Two Americans": a people's name in the plural counts people."""
    number, people = match.slots["number"][0], match.slots["people"][-1]
    endings = tuple(match.rule.constants["endings"])
    if number.values["number"] < _TWO or not text[people.start : people.end].endswith(endings):
        return None
    vague = "vague" in number.labels
    return _unit(match, FigureValue(number.values["number"], "people", read_qualifier(match, number), vague))


def _is_singular(text: str, match: Match) -> bool:
    """Does no unknown word behind a plural number look like a plural ("over 300 arrived", "two former rivals")?"""
    nouns = match.slots.get("noun", ())
    known = any(slot in match.slots for slot in (*_COUNTED_SLOTS, "dash"))
    if not nouns or known or any(_known_noun(unit) for unit in nouns):
        return False
    plural = any(text[noun.start : noun.end].endswith(_PLURAL_ENDINGS) for noun in nouns)
    return match.slots["number"][0].values["number"] >= _TWO and not plural


def _is_no_count(number: Unit, match: Match) -> bool:
    value = number.values["number"]
    if value < 2 and "fraction" not in number.labels:
        return True
    after_noun = "definite" in number.labels and "noun" in match.slots and match.units[0] is not number
    if after_noun and ("vague" in number.labels or not 3 <= value <= _LARGEST_AFTER_NOUN):
        # "الدول الخمس" counts; "الذكرى الخمسين" is an ordinal, "تجمع المئات" a verb.
        return True
    known = "qualifier" in match.slots or any(slot in match.slots for slot in _COUNTED_SLOTS)
    return "year" in number.labels and not known and _LIKELY_YEARS[0] <= value <= _LIKELY_YEARS[1]


def _is_list_mark(text: str, match: Match, number: Unit) -> bool:
    """ "3 - Strengthening": a dash with space around it after the number parts it from what follows."""
    return "dash" in match.slots and text[number.end : match.slots["dash"][0].start] != ""


def _noun(text: str, match: Match) -> str | None:
    for slot in _NOUN_LABELS:
        for unit in match.slots.get(slot, ()):
            known = _known_noun(unit)
            if known:
                return known
    noun = _chosen_noun(text, match)
    return None if noun is None else _known_noun(noun) or text[noun.start : noun.end]


def _chosen_noun(text: str, match: Match) -> Unit | None:
    """Of several unknown words after a number, the first that looks like a plural, else the first."""
    nouns = match.slots.get("noun", ())
    plural = (noun for noun in nouns if text[noun.start : noun.end].endswith(_PLURAL_ENDINGS))
    return next(plural, nouns[0] if nouns else None)


def _noun_end(text: str, match: Match) -> int | None:
    """Where the words of the quantity end, when words after its noun were only looked at."""
    if "qualifier_after" in match.slots or len(match.slots.get("noun", ())) < 2:
        return None
    noun = _chosen_noun(text, match)
    return noun.end if noun else None


def _known_noun(unit: Unit) -> str | None:
    return next((str(unit.values[label]) for label in _NOUN_LABELS if unit.values.get(label)), None)


def _unit(match: Match, value: FigureValue, end: int | None = None) -> Sequence[Unit]:
    values = {"figure": value, "rule": match.rule.name}
    stop = match.units[-1].end if end is None else end
    rest = [unit for unit in match.units if unit.start >= stop]
    return [Unit(match.units[0].start, stop, _LABELS, values), *rest]


def _range(match: Match) -> Sequence[Unit] | None:
    first, last = match.slots["first"][0], match.slots["last"][0]
    whole: FigureValue = last.values["figure"]
    low = first.values["figure"].value if "figure" in first.values else first.values["number"]
    low, high = level_range(low, whole.value)
    if low >= high or "year" in first.labels:
        return None
    rule = match.rule.name
    ends: tuple[tuple[int, int, float, Qualifier], ...] = (
        (match.units[0].start, first.end, low, "at_least"),
        (last.start, last.end, high, "up_to"),
    )
    return [
        Unit(start, end, _LABELS, {"figure": FigureValue(value, whole.unit, qualifier), "rule": rule})
        for start, end, value, qualifier in ends
    ]
