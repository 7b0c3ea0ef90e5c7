"""Words made comparable: stems inside one language, consonants across scripts. Not for reading values out of text.

Both are coarse on purpose: they find what may belong together. What is said about it is decided on values.
"""

import re
import unicodedata
from functools import cache, lru_cache

from mithaq.errors import PackError
from mithaq.languages import load_pack
from mithaq.text.fold import fold

WORD = re.compile(r"[^\W_]+")
_REPEATED = re.compile(r"(.)\1+")
_STEM_LETTERS = 5
_SHORTEST_REST = 3

# Letters that transcribers of names mix up fall together; vowels and what is dropped or added at will go.
_LATIN_PAIRS = (
    ("sch", "s"), ("sh", "s"), ("ch", "s"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("ph", "f"),
    ("ce", "se"), ("ci", "si"),
)  # fmt: skip
_LATIN = str.maketrans(
    {**dict.fromkeys("aeiouywh'", ""), "c": "k", "q": "k", "x": "k", "z": "s", "p": "b", "v": "f", "j": "g"}
)
_ARABIC = str.maketrans(
    {
        **dict.fromkeys("اأإآءؤئىيوعحهة", ""), "ط": "t", "ت": "t", "ث": "t", "ب": "b", "ج": "g", "غ": "g", "ق": "k",
        "ك": "k", "خ": "k", "د": "d", "ض": "d", "ذ": "d", "ظ": "d", "ر": "r", "ز": "s", "س": "s", "ش": "s", "ص": "s",
        "ف": "f", "ل": "l", "م": "m", "ن": "n",
    }
)  # fmt: skip


@cache
def written_on_prefixes(language: str) -> tuple[str, ...]:
    """What the language writes onto the front of a word (conjunction, preposition, article), longest first, folded."""
    try:
        clitics = load_pack(language).settings.get("clitics", {})
    except PackError:
        return ()
    article = clitics.get("article", "")
    firsts = ("", *clitics.get("conjunctions", {}))
    seconds = ("", *clitics.get("prepositions", {}))
    fronts = {first + second for first in firsts for second in seconds}
    # "for the" loses the first letter of the article: لـ + الـ is written للـ.
    contracted = {front + article[1:] for front in fronts if article and front.endswith(article[1:2])}
    both = {front + article for front in fronts} | fronts | contracted
    return tuple(sorted({fold(front) for front in both if len(front) > 1}, key=lambda front: (-len(front), front)))


@lru_cache(maxsize=400_000)
def stem(word: str, language: str) -> str:
    """The first letters of a word without what is written onto its front, folded."""
    folded = fold(word)
    for front in written_on_prefixes(language):
        if folded.startswith(front) and len(folded) - len(front) >= _SHORTEST_REST:
            folded = folded[len(front) :]
            break
    return folded[:_STEM_LETTERS]


@lru_cache(maxsize=400_000)
def consonants(word: str) -> str:
    """The consonants of a name, the same for its Latin and its Arabic spelling as far as spellings allow."""
    plain = without_accents(word)
    if "a" <= plain[:1] <= "z":
        for pair, letter in _LATIN_PAIRS:
            plain = plain.replace(pair, letter)
        kept = plain.translate(_LATIN)
    else:
        kept = plain.translate(_ARABIC)
    return _REPEATED.sub(r"\1", kept)


@lru_cache(maxsize=400_000)
def without_accents(word: str) -> str:
    """A word in lower case without accents and vowel marks."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(letter)
    )


@lru_cache(maxsize=400_000)
def name_keys(word: str, language: str) -> tuple[str, ...]:
    """Consonants a word may stand for as a name, with and without what is written onto its front; too short ones left out."""
    first = word[0]
    if first.isupper():
        found: tuple[str, ...] = (consonants(word),)
    elif first.islower():
        return ()
    else:
        fronts = ("", *(front for front in written_on_prefixes(language) if word.startswith(front)))
        rests = (word[len(front) :] for front in fronts if len(word) - len(front) >= _SHORTEST_REST)
        found = tuple(dict.fromkeys(consonants(rest) for rest in rests))
    return tuple(key for key in found if len(key) > _SHORTEST_REST)


def stems_of(text: str, language: str) -> frozenset[str]:
    """The stems of the words of a text that are long enough to mean something; numbers left out."""
    return frozenset(
        stem(word, language) for word in WORD.findall(text) if len(word) > _SHORTEST_REST and not word[0].isdigit()
    )
