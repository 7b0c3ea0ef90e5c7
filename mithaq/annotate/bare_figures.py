"""Counts whose noun was said before: "over 40,000 came", "Asia 46, Oceania 11", "killed 72", "two of them".

Not for numbers with their noun: the rules for figures read those first, and what they made is looked at here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.model.values import FigureValue, Qualifier
from mithaq.text.lattice import Unit

_LABELS = frozenset({"figure"})
# What keeps a number from being a count of its own: it is part of something else.
_PART_OF = frozenset(("percent", "measure", "currency", "currency_ambiguous", "currency_sign", "slash", "clock_word",
                      "month", "apostrophe", "ordinal_suffix", "dash", "year_word"))  # fmt: skip
_STOPS = frozenset(("comma", "and", "stop", "break", "close"))
_INNER = frozenset(("in", "for", "from"))
# Units of measure do not pass on: "10 km away, over 300 came" counts no kilometres.
_KEPT = frozenset(("%", "years", "km", "km2", "m", "points", "times"))
_LONGEST_LIST_NAME = 3
_SURELY_COUNTED = 100
_LIKELY_YEARS = (1800, 2100)


@dataclass(slots=True)
class _Memory:
    """The noun that was counted last, how many sentences ago, and the unit of the lattice that ended its count."""

    noun: str | None = None
    sentences: int = 0
    index: int = -1

    def pass_break(self) -> None:
        self.sentences += 1
        self.index = -1
        if self.sentences > 1:
            self.noun = None

    def take(self, noun: str | None, index: int) -> None:
        self.index = index
        if noun and noun not in _KEPT:
            self.noun, self.sentences = noun, 0


def read_bare(text: str, units: Sequence[Unit], conjunctions: tuple[str, ...]) -> list[Unit]:
    """The lattice with such numbers as units labelled ``figure``; ``conjunctions`` are those written onto words."""
    out: list[Unit] = []
    memory = _Memory()
    index = 0
    while index < len(units):
        unit, length = units[index], 1
        if "break" in unit.labels:
            memory.pass_break()
        elif "figure" in unit.labels:
            memory.take(unit.values["figure"].unit, index)
        elif _is_choice(units, index):
            noun = memory.noun if memory.sentences == 0 else None
            out.append(_figure(unit, noun, "at_least"))
            out.append(units[index + 1])
            out.append(_figure(units[index + 2], noun, "up_to"))
            index += 3
            continue
        elif "number" in unit.labels and _stands_alone(units, index):
            made, length = _bare(text, units, index, memory, conjunctions)
            if made is not None:
                while out and out[-1].start >= made.start:
                    out.pop()
                out.append(made)
                index += length
                memory.index = index - 1
                continue
        out.append(unit)
        index += 1
    return out


def _stands_alone(units: Sequence[Unit], index: int) -> bool:
    unit, after = units[index], units[index + 1] if index + 1 < len(units) else None
    if unit.values["number"] < 2 or "ordinal" in unit.labels or (after is not None and after.labels & _PART_OF):
        return False
    before = units[index - 1] if index else None
    return before is None or not before.labels & (_PART_OF | {"numbered", "date", "money"})


def _is_choice(units: Sequence[Unit], index: int) -> bool:
    """ "Four or five" with nothing counted behind it."""
    three = units[index : index + 3]
    if len(three) < 3 or "or" not in three[1].labels or "number" not in three[0].labels & three[2].labels:
        return False
    low, high = three[0].values["number"], three[2].values["number"]
    alone = _stands_alone(units, index) and _stands_alone(units, index + 2)
    return alone and low < high <= 2 * low and "year" not in three[0].labels | three[2].labels


def _figure(number: Unit, noun: str | None, exactness: Qualifier) -> Unit:
    value = FigureValue(number.values["number"], noun, exactness)
    return Unit(number.start, number.end, _LABELS, {"figure": value, "rule": "bare"})


def _bare(
    text: str, units: Sequence[Unit], index: int, memory: _Memory, conjunctions: tuple[str, ...]
) -> tuple[Unit | None, int]:
    """The count at ``index``, and how many units it takes from there on."""
    number = units[index]
    first = index - 1 if index and units[index - 1].labels & _INNER else index
    qualifier = units[first - 1] if first and "qualifier" in units[first - 1].labels else None
    following = units[index + 1] if index + 1 < len(units) else None
    later = following if following is not None and "qualifier_after" in following.labels else None
    before = units[first - 2 if qualifier else index - 1] if index > (1 if qualifier else 0) else None
    exactness: Qualifier = "at_least" if "vague" in number.labels else "exact"
    if qualifier is not None:
        exactness = qualifier.values["qualifier"]
    elif later is not None:
        exactness = later.values["qualifier_after"]
    noun = _noun(text, units, index, before, qualifier or later, memory, conjunctions)
    if noun is None:
        return None, 1
    start = qualifier.start if qualifier is not None else number.start
    end = later.end if later is not None else number.end
    value = FigureValue(number.values["number"], noun or None, exactness, "vague" in number.labels)
    made = Unit(start, end, _LABELS, {"figure": value, "rule": "bare"})
    return made, 2 if later is not None else 1


def _noun(
    text: str,
    units: Sequence[Unit],
    index: int,
    before: Unit | None,
    qualifier: Unit | None,
    memory: _Memory,
    conjunctions: tuple[str, ...],
) -> str | None:
    """What a bare number counts: "" for something unsaid, None when it is no count."""
    number = units[index]
    value = number.values["number"]
    if before is not None and before.values.get("casualty"):
        return str(before.values["casualty"])
    if "definite" in number.labels or ("year" in number.labels and _LIKELY_YEARS[0] <= value <= _LIKELY_YEARS[1]):
        return None
    if before is not None and "partition" in before.labels:
        return memory.noun
    if qualifier is not None:
        return memory.noun or ("" if value >= _SURELY_COUNTED else None)
    return memory.noun if _continues_list(text, units, index, memory, conjunctions) else None


def _continues_list(
    text: str, units: Sequence[Unit], index: int, memory: _Memory, conjunctions: tuple[str, ...]
) -> bool:
    """ "Europe has 53 members, Africa 54, Asia 46": a name and its number, right behind another count."""
    between = units[memory.index + 1 : index]
    after = units[index + 1].labels if index + 1 < len(units) else _STOPS
    if memory.index < 0 or not between or not after & _STOPS:
        return False
    joined = bool(between[0].labels & {"comma", "and"})
    names = between[1:] if joined else between
    while names and names[0].labels & {"and", "comma", "the"}:
        names = names[1:]
    if not 0 < len(names) <= _LONGEST_LIST_NAME or not all(
        name.labels & {"word", "country", "capital"} for name in names
    ):
        return False
    if not conjunctions:
        return joined and text[names[0].start].isupper()
    return joined or text.startswith(conjunctions, names[0].start)
