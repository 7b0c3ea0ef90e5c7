"""Do two written names, in any of our scripts, name one person? Compared by sound, with the features that decided.

A name is taken apart into tokens, each token into its consonants as the press of all three languages hears them
(ناصر, Nasser and Nacer are n-s-r). Vowels decide only between tokens that have the same consonants. Not for finding
names in text, nor for what else is known of a person.

Method: consonant skeletons after Freeman, Condon and Ackerman, "Cross linguistic name matching in English and Arabic"
(HLT-NAACL 2006), with our own tables for French spellings.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mithaq.reconcile.explanations import explain
from mithaq.text.fold import fold

_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ben",
        "ibn",
        "bint",
        "abu",
        "abou",
        "de",
        "di",
        "da",
        "del",
        "della",
        "du",
        "des",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "dos",
        "ال",
        "بن",
        "ابن",
        "بنت",
        "ابو",
        "ابي",
        "aboul",
        "abul",
        "دي",
        "دو",
        "دا",
        "فان",
        "فون",
        "دير",
        "لا",
    ]
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sheikh",
        "king",
        "prince",
        "president",
        "sir",
        "السيد",
        "الدكتور",
        "الشيخ",
        "الملك",
        "الامير",
        "الرئيس",
    ]
)

_ARABIC = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "چ": "S", "ح": "h", "خ": "K", "د": "d", "ض": "d",
    "ذ": "d", "ظ": "d", "ر": "r", "ز": "z", "س": "s", "ص": "s", "ش": "S", "غ": "g", "ف": "f", "ڤ": "f", "ق": "k",
    "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ا": "a", "ع": "a",
}  # fmt: skip
_LATIN = (
    ("tch", "S"), ("sch", "S"), ("sh", "S"), ("kh", "K"), ("gh", "g"), ("dj", "j"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("ou", "w"), ("oo", "w"), ("ch", "S"), ("ck", "k"), ("qu", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("x", "ks"),
    ("c", "k"), ("q", "k"), ("v", "f"), ("p", "b"), ("ge", "ja"), ("gi", "jy"), ("gy", "jy"), ("mb", "nb"), ("u", "w"), ("o", "w"), ("i", "y"), ("e", "a"),
)  # fmt: skip
_SERVANT_OF = re.compile(r"(عبد|abd)(?:ال|el|al|ul|oul|ol|e)?(\w{2,})?$")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652])+")
_LATIN_LETTERS = str.maketrans({"ç": "s", "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "đ": "d", "œ": "oe", "æ": "ae"})
# Sounds that one press writes as the other's neighbour: Egyptian ج is g, غ stands for g, ظ and ذ for z.
_NEAR = (
    {"j", "g", "k"},
    {"d", "z"},
    {"s", "z"},
    {"t", "s"},
    {"K", "h"},
    {"K", "k"},
    {"S", "s"},
    {"S", "k"},
    {"t", "d"},
    {"g", "S"},
    {"j", "y"},
)


@dataclass(frozen=True, slots=True)
class NameComparison:
    """``same`` is the verdict, ``reason`` the features that decided, in words."""

    same: bool
    reason: str


@lru_cache(maxsize=50_000)
def name_tokens(name: str) -> tuple[str, ...]:
    """The tokens of a name that tell people apart: folded, without particles, titles and the article."""
    tokens: list[str] = []
    for written in _WORD.findall(name.replace("'", "").replace("’", "")):
        word = _plain(written)
        # Only a plain alef begins the article: ألكسندر and إلهام keep theirs.
        bare = word[2:] if written.startswith("ال") and len(word) > 3 else word
        if bare in _PARTICLES or bare in _TITLES:
            continue
        tokens.extend(_parted(bare))
    return tuple(tokens)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", fold(word).translate(_LATIN_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _parted(word: str) -> Iterable[str]:
    """ "عبدالفتاح", "Abdelfattah" and "Abdel" as "Abd Fattah" are written; other words as they are."""
    servant = _SERVANT_OF.match(word)
    if servant is None:
        return (word,)
    return (servant.group(1), servant.group(2)) if servant.group(2) else (servant.group(1),)


@lru_cache(maxsize=50_000)
def skeleton(token: str) -> str:
    """The consonants of a token as heard, doubled ones once; a vowel at its beginning is ``a``."""
    if token and "\u0600" <= token[0] <= "\u06ff":
        sounds = "".join(_ARABIC.get(letter, "") for letter in token.removesuffix("ه") or token)
    else:
        # Chinese and Basque x is heard sh, French and English x ks.
        sounds = f"sh{token[1:]}" if token.startswith("x") else token
        for written, heard in _LATIN:
            sounds = sounds.replace(written, heard)
    sounds = sounds.replace("mb", "nb")
    if not sounds:
        return ""
    # A vowel at the beginning is one sound, whichever it is: Ibrahim, Odinga, إبراهيم, أودينغا.
    kept = ["a" if token[0] in "aeiou" else sounds[0]]
    for sound in sounds[1:]:
        if sound not in "awyh" and sound != kept[-1]:
            kept.append(sound)
    return "".join(kept)


def compare_names(first: str, second: str) -> NameComparison:
    """Whether two names are written forms of one name.

    Every token of the shorter name must be heard in the longer one, in order; the last tokens must agree; one token
    alone decides nothing (people share surnames).
    """
    left, right = name_tokens(first), name_tokens(second)
    if not left or not right:
        return NameComparison(False, explain("names.nothing"))
    if left == right and len(left) > 1:
        return NameComparison(True, explain("names.same_words"))
    if len(left) > len(right):
        left, right = right, left
    if len(left) < 2:
        return NameComparison(False, explain("names.one_word"))
    if not _heard(left[-1], right[-1]):
        joined = _heard("".join(left[1:]), "".join(right[1:])) and _heard(left[0], right[0])
        return NameComparison(joined, explain("names.parted_surname") if joined else explain("names.other_surname"))
    if not _given_agree(left[0], right[0]):
        return NameComparison(False, explain("names.other_given_name"))
    if _initials(left) and _initials(right) and _initials(left) != _initials(right):
        return NameComparison(False, explain("names.other_initials"))
    position = 0
    for token in left[1:-1]:
        following = next((index for index in range(position, len(right)) if _heard(token, right[index])), None)
        if following is None:
            return NameComparison(False, explain("names.missing", token=token))
        position = following + 1
    return NameComparison(True, explain("names.heard_alike"))


def _initials(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(token for token in tokens[1:-1] if len(token) == 1)


def _given_agree(first: str, second: str) -> bool:
    if len(first) == 1 or len(second) == 1:
        return skeleton(first)[:1] == skeleton(second)[:1]
    return _heard(first, second)


@lru_cache(maxsize=100_000)
def _heard(first: str, second: str) -> bool:
    """Do two tokens sound alike? Equal skeletons, or one neighbouring sound apart in a long enough word."""
    if first == second:
        return True
    left, right = skeleton(first), skeleton(second)
    if not left or not right:
        return False
    if left == right:
        return len(left) > 1 or _vowels_agree(first, second)
    if len(left) == len(right):
        apart = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
        return len(apart) == 1 and any(set(apart[0]) <= near for near in _NEAR)
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    # "h" and a vowel at the beginning come and go between scripts.
    return len(longer) - len(shorter) == 1 and len(shorter) > 1 and longer[0] in "ah" and longer[1:] == shorter


def _vowels_agree(first: str, second: str) -> bool:
    return abs(len(first) - len(second)) <= 1
