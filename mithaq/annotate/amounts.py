"""What amounts of money and quantities share: how exact a number is said to be, and the two ends of a range."""

from mithaq.model.values import Qualifier
from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

_SCALES = (1e12, 1e9, 1e6, 1e3)


def read_qualifier(match: Match, number: Unit) -> Qualifier:
    """How exact the match says the number is; the word nearest to the number holds."""
    before = match.slots.get("qualifier")
    after = match.slots.get("qualifier_after")
    found: Qualifier
    if before:
        found = before[-1].values["qualifier"]
    elif after:
        found = after[0].values["qualifier_after"]
    else:
        found = "at_least" if "vague" in number.labels else "about" if "about" in number.labels else "exact"
    return _NEGATED.get(found, found) if "negation" in match.slots else found


# "not more than 60 %" is up to it, "no less than" at least.
_NEGATED: dict[Qualifier, Qualifier] = {"more_than": "up_to", "less_than": "at_least"}


def level_range(low: float, high: float) -> tuple[float, float]:
    """The ends of a range whose scale word was said once: "3 to 5 million", "$3 million-5"."""
    for scale in _SCALES:
        if high >= scale and low < 1000 <= high and low * scale < high * 1000 and low * scale <= high:
            return low * scale, high
        if low >= scale and high < 1000:
            return low, high * scale
    return low, high
