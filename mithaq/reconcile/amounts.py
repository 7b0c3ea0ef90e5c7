"""How an amount is written in sentences and on the sides of a disagreement, and read back. Not for what articles say."""

import math
import re

from mithaq.model.values import Qualifier
from mithaq.reconcile.intervals import Amount

_WORDS: dict[Qualifier, str] = {
    "exact": "", "more_than": "more than ", "less_than": "less than ", "at_least": "at least ",
    "up_to": "up to ", "about": "about ", "nearly": "nearly ",
}  # fmt: skip
_QUALIFIERS = {words.strip(): qualifier for qualifier, words in _WORDS.items()}
# A number as ``.15g`` writes it, after the words that qualify it.
PATTERN = rf"(?:{'|'.join(filter(None, _WORDS.values()))})?-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?"
_AMOUNT = re.compile(PATTERN)


def write_amount(amount: Amount) -> str:
    """The amount in words and digits: ``more than 80``."""
    return f"{_WORDS[amount.qualifier]}{amount.value:.15g}"


def read_amount(text: str) -> Amount | None:
    """The amount that was written so; None when it is none."""
    if _AMOUNT.fullmatch(text) is None:
        return None
    words, _, digits = text.rpartition(" ")
    value = float(digits)
    return Amount(value, _QUALIFIERS[words]) if math.isfinite(value) else None
