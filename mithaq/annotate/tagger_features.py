"""What the Arabic tagger looks at: words, their neighbours, their meaning classes, what the catalogues say of them.

The training script and the tagger share this module, so that both see the same. Not for weights.
"""

from collections.abc import Sequence
from typing import NamedTuple

from mithaq.annotate.tagger_words import WordFacts, WordTable, without_article, without_proclitic
from mithaq.languages import LanguagePack
from mithaq.text.lexicon import Lexicon
from mithaq.text.tokens import Token

OFFSETS = (-2, -1, 0, 1, 2)
EDGE = "^"
_NUMBER = "0"
_LONGEST = 9
_TABLES = ("countries", "places", "regions", "organisations", "people", "given_names", "roles", "name_words")
# One letter for each label of the word tables that says something about names.
_LETTERS = {
    "country": "C", "country_weak": "c", "capital_government": "G", "country_adjective": "A",
    "country_adjective_weak": "a", "place": "L", "organisation": "O", "organisation_weak": "o", "person": "P",
    "given_name": "N", "given_name_weak": "n", "role": "R", "role_plural": "r", "honorific": "H", "particle": "p",
    "place_head": "h", "body_head": "b", "body_head_weak": "w", "body_noun": "B", "body_adjective": "j",
    "name_head": "m", "speech_verb": "s", "person_verb": "v", "verb_she": "x", "bound": "d", "common": "y",
    "state_word": "t", "direction": "D", "counterpart": "q", "body_link": "k",
}  # fmt: skip

_NAMES = frozenset(("country", "capital_government", "place", "organisation", "person", "given_name"))


class WordView(NamedTuple):
    """One word form seen alone: its key, its class in a few letters, its meaning family, and what it says at each offset.

    ``features[offset + 2]`` are the features it gives to the token that sees it at ``offset``.
    """

    key: str
    kind: str
    family: int
    features: tuple[tuple[str, ...], ...]


def view_word(form: str, kind: str, words: WordTable) -> WordView:
    """All that one folded token (``word``, ``number`` or ``mark``) says wherever it stands."""
    if kind != "word" or not form:
        key = _NUMBER if kind == "number" else form
        return WordView(key, key[:1], -1, tuple((f"{offset}w={key}",) for offset in OFFSETS))
    facts = words.facts(form)
    meaning = words.meaning(form)
    stem = without_article(form)
    classes = _frequency_features(form, facts, words)
    far = [f"w={stem}", *_meaning_features(meaning)[:2]]
    near = [f"w={form}", f"s={stem}", f"e={stem[-3:]}", f"p={form[:2]}", *classes, *_meaning_features(meaning)]
    own = [*_spelling_features(form, stem), *classes, *_meaning_features(meaning)]
    seen = {-2: far, -1: near, 0: own, 1: near, 2: far}
    features = tuple(tuple(f"{offset}{feature}" for feature in seen[offset]) for offset in OFFSETS)
    return WordView(form, _kind(form, facts), meaning.family, features)


def _spelling_features(form: str, stem: str) -> list[str]:
    features = [f"w={form}", f"s={stem}", f"l={min(len(form), _LONGEST)}"]
    for length in range(1, min(5, len(form))):
        features += (f"p={form[:length]}", f"e={form[-length:]}")
    if stem != form:
        features += ("d", f"q={stem[:3]}")
    return features


def _frequency_features(form: str, facts: WordFacts, words: WordTable) -> list[str]:
    frequency, given, surname, town, club = facts[:5]
    features = [
        f"G{given}", f"S{surname}", f"C{town}", f"K{club}", f"F{frequency}", f"GF{given},{frequency}",
        f"SF{surname},{frequency}", f"CF{town},{frequency}", f"GSC{given},{surname},{min(town, 2)}",
    ]  # fmt: skip
    stem = without_proclitic(form)
    if stem != form:
        bare = words.facts(stem)
        features += (
            f"xG{bare.given},{given},{surname}", f"xC{bare.town},{town}", f"xF{bare.frequency},{frequency}",
        )  # fmt: skip
    return features


def _meaning_features(meaning: WordFacts) -> list[str]:
    if meaning.cluster < 0:
        return []
    return [f"m1={meaning.family}", f"m2={meaning.group}", f"m3={meaning.cluster}"]


def _kind(form: str, facts: WordFacts) -> str:
    """Part of a person's name? of a town's? how rare? with the article?"""
    name = max(facts.given, facts.surname)
    person = f"N{name}" if name > 1 else "n" * name
    rarity = "f" if facts.frequency >= 7 else "m" if facts.frequency >= 5 else "h"
    return person + "C" * (facts.town > 0) + rarity + "x" * form.startswith("ال")


def context_features(views: Sequence[WordView], flags: Sequence[str], place: int) -> list[str]:
    """What the token at ``place`` sees beyond single words: pairs of neighbours, and the catalogues' flags around it."""
    here = views[place]
    before = views[place - 1] if place else None
    after = views[place + 1] if place + 1 < len(views) else None
    kind_before = before.kind if before else EDGE
    kind_after = after.kind if after else EDGE
    features = [
        f"k-{kind_before}|{here.kind}", f"k+{here.kind}|{kind_after}", f"k{kind_before}|{here.kind}|{kind_after}",
    ]  # fmt: skip
    if before:
        features += (f"b-{before.key}|{here.key}", f"j{before.key}|{here.kind}", f"f{before.family},{here.family}")
    else:
        features.append("-1" + EDGE)
    features.append(f"b+{here.key}|{after.key}" if after else "1" + EDGE)
    if flags:
        features += _flag_features(flags, place)
    return features


def _flag_features(flags: Sequence[str], place: int) -> list[str]:
    last = len(flags) - 1
    here = flags[place]
    before = flags[place - 1] if place else EDGE
    after = flags[place + 1] if place < last else EDGE
    features = [f"g-{before}|{here}", f"g+{here}|{after}", f"g{before}|{here}|{after}"]
    for offset in OFFSETS:
        seen = place + offset
        if 0 <= seen <= last and flags[seen]:
            features.append(f"{offset}g={flags[seen]}")
    return features


class CatalogueFlags:
    """Says of each token what the pack's word tables know of it and where in the longest phrase it stands."""

    def __init__(self, pack: LanguagePack) -> None:
        self._lexicon = Lexicon(pack, _TABLES)
        self._flags: dict[frozenset[str], str] = {}

    def name_start(self, text: str, tokens: Sequence[Token]) -> int | None:
        """Where the name that the tables know at the first of some tokens begins, behind its proclitics; None without."""
        for unit in self._lexicon.units(text, tokens):
            if unit.start >= tokens[0].end:
                return None
            if unit.labels & _NAMES:
                return unit.start
        return None

    def flags(self, text: str, tokens: Sequence[Token]) -> list[str]:
        """One string a token: letters of its labels, ``<`` before the first and ``>`` before later words of a phrase."""
        out = [""] * len(tokens)
        place = 0
        for unit in self._lexicon.units(text, tokens):
            flag = self._flags.get(unit.labels)
            if flag is None:
                flag = "".join(sorted(_LETTERS[label] for label in unit.labels if label in _LETTERS))
                self._flags[unit.labels] = flag
            while place < len(tokens) and tokens[place].end <= unit.start:
                place += 1
            if not flag:
                continue
            first = place
            for later in range(first, len(tokens)):
                if tokens[later].start >= unit.end:
                    break
                whole = later == first and tokens[later].end >= unit.end
                out[later] = flag if whole else ("<" if later == first else ">") + flag
        return out
