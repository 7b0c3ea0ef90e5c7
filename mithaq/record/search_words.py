"""The form under which a word is searched: folded, without what is written onto its front, without its ending.

Coarser than reading and finer than comparing stories: اجتماع, الاجتماعات and والاجتماعات fall together, so do pledge
and pledged, engagement and engagements. Values and quotes never come from these forms.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from mithaq.text.fold import fold

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670\u0640])*")
_SHORTEST_ARABIC = 3
# A letter that may be the word's own is taken for a conjunction only where this much is left.
_SHORTEST_BARE = 4
_SHORTEST_LATIN = 3
_ACCENTS = re.compile("[\u0300-\u036f]")


class SearchWord(NamedTuple):
    """A word of a text: where it stands, and the form under which it is searched."""

    start: int
    end: int
    form: str


@cache
def _tables() -> dict[str, tuple[str, ...]]:
    text = files(__package__).joinpath("search_words.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


@cache
def stop_words() -> frozenset[str]:
    """Forms of words so common that a query with others in it does without them."""
    return frozenset(search_form(word) for word in _tables()["common"])


@cache
def contractions() -> frozenset[str]:
    """What stands after the apostrophe of a contraction (don't), folded."""
    return frozenset(_tables()["contractions"])


@cache
def written_on_front() -> frozenset[str]:
    """What Arabic writes onto the front of a word, but for the article."""
    return frozenset((*_tables()["arabic_conjunctions"], *_tables()["arabic_letters"]))


def search_words(text: str) -> list[SearchWord]:
    """The words and numbers of ``text`` in order; an elided article (l'accord) is a word of its own."""
    words = (SearchWord(found.start(), found.end(), search_form(found.group())) for found in _WORD.finditer(text))
    return [word for word in words if word.form]


def search_forms(text: str) -> str:
    """The forms of the words of ``text``, parted by blanks, as they are kept."""
    return " ".join(word.form for word in search_words(text))


@lru_cache(maxsize=200_000)
def search_form(word: str) -> str:
    """The form of one word, empty for one of marks alone. Digits of all scripts become Latin ones."""
    folded = fold(word)
    if not folded:
        return ""
    if folded[0].isdigit():
        return "".join(str(unicodedata.digit(letter, None) or 0) if letter.isdigit() else letter for letter in folded)
    if "\u0600" <= folded[0] <= "\u06ff":
        return _arabic(folded)
    return _latin(_ACCENTS.sub("", unicodedata.normalize("NFKD", folded)))


def search_variants(form: str) -> tuple[str, ...]:
    """The forms under which a word may be kept: letters that are written onto the next word are not always told from
    its own, so with and without them."""
    if not "\u0600" <= form[:1] <= "\u06ff":
        return (form,)
    fronts = _tables()["arabic_letters"]
    bare = [form[1:]] if form[0] in fronts and len(form) > _SHORTEST_BARE else []
    return tuple(dict.fromkeys([form, *(front + form for front in fronts), *bare]))


def _arabic(word: str) -> str:
    word = _without_ending(word, _tables()["arabic_endings"], _SHORTEST_ARABIC)
    for fronts, shortest in (("arabic_fronts", _SHORTEST_ARABIC), ("arabic_conjunctions", _SHORTEST_BARE)):
        front = next(
            (one for one in _tables()[fronts] if word.startswith(one) and len(word) - len(one) >= shortest), ""
        )
        if front:
            return word[len(front) :]
    return word


def _latin(word: str) -> str:
    for endings in ("latin_plurals", "latin_endings"):
        word = _without_ending(word, _tables()[endings], _SHORTEST_LATIN)
    doubled = len(word) > _SHORTEST_LATIN and word[-1] == word[-2]
    return word[:-1] if doubled else word


def _without_ending(word: str, endings: tuple[str, ...], shortest: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word
