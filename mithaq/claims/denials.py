"""Is a word denied by those before it: "did not pay", "ne verse pas", "refused to give"? Not for who denies a statement."""

from collections.abc import Sequence

from mithaq.text.lattice import Unit

_REACH = 5
_DENYING = frozenset(("negation", "not_held", "refuse_word"))
# What may stand between the denying word and the denied one.
_BETWEEN = frozenset((
    "adverb", "adverb_form", "between", "have", "be", "will", "the", "definite", "to", "of", "object_pronoun", "negation",
    "negation_word", "not_held", "country", "organisation", "person", "place",
))  # fmt: skip


def is_denied(units: Sequence[Unit], first: int, word: int, *, doubled: bool, noun: bool = False) -> bool:
    """Do the words before unit ``word``, no further than ``first``, deny it?

    ``doubled``: the language denies in two words ("ne … pas"), of which the first alone denies nothing ("ne verse que").
    ``noun``: the word is a noun, whose verb may stand before it ("did not release the loan").
    """
    others = 0
    for place in range(word - 1, max(first, word - _REACH) - 1, -1):
        unit = units[place]
        if unit.labels & _DENYING:
            return not _is_widened(units, place, word) and (
                not doubled or "negation" not in unit.labels or _has_both(units, first, place, word)
            )
        others += not unit.labels & _BETWEEN
        if others > noun or unit.labels & {"comma", "stop", "break", "semicolon", "relative", "and"}:
            return False
    return False


def _has_both(units: Sequence[Unit], first: int, place: int, word: int) -> bool:
    near = units[max(first, place - 3) : word + 3]
    second = any("negation_word" in unit.labels for unit in near)
    return second and any("negation" in unit.labels and "negation_word" not in unit.labels for unit in near)


def _is_widened(units: Sequence[Unit], place: int, word: int) -> bool:
    """Does "only" follow: "will not only pay"?"""
    return any("only_word" in unit.labels for unit in units[place + 1 : word + 2])
