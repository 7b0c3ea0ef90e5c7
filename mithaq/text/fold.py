"""Folding: one form for all spellings of a word, for matching only. Values and quotes never come from folded text."""

import unicodedata
from functools import lru_cache

_ARABIC = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ؤ": "و", "ئ": "ي",
        "ـ": "", "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\ufeff": "",
    }
)  # fmt: skip


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """``word`` in one spelling: NFKC, case folded, hamza seats, alef maqsura and teh marbuta levelled.

    Tatweel, Arabic vowel marks and direction marks go; accents of Latin letters stay. The result may be shorter or
    longer than the word. Idempotent.
    """
    composed = unicodedata.normalize("NFKC", word).casefold().translate(_ARABIC)
    kept = "".join(letter for letter in composed if not _is_vowel_mark(letter))
    return unicodedata.normalize("NFC", kept)


def _is_vowel_mark(letter: str) -> bool:
    return "\u064b" <= letter <= "\u0652" or letter in "\u0653\u0654\u0655\u0670"


def folded_prefix_length(word: str, count: int) -> int:
    """How many characters of ``word`` make up the first ``count`` characters of its folded form."""
    if count <= 0:
        return 0
    for length in range(1, len(word) + 1):
        if len(fold(word[:length])) >= count:
            while length < len(word) and not fold(word[length]):
                length += 1
            return length
    return len(word)
