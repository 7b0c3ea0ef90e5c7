"""Gender of speakers and features of verbs, for languages whose verbs agree. Not for finding speakers or verbs.

What a noun is, the language's settings say under ``[gender]``; a language without them tells nothing, and all agrees.
"""

import re
from collections.abc import Sequence

from mithaq.claims.speakers import Voice
from mithaq.languages import LanguagePack
from mithaq.text.fold import fold

_PLURAL_KINDS = frozenset(("collective", "anonymous"))
# A plural or dual verb, or a participle, belongs to several people.
_OF_SEVERAL = frozenset(("mp", "d", "p"))
_NAME_PARTS = 2


class Genders:
    """The gender of a language's nouns and names: "f", "m", or "" where nobody can tell."""

    def __init__(self, pack: LanguagePack) -> None:
        known = pack.settings.get("gender", {})
        self._women = frozenset(word.form for word in pack.table("feminine_names"))
        self._she = frozenset(known.get("feminine_pronouns", ()))
        self._he = frozenset(known.get("masculine_pronouns", ()))
        self._ending = re.compile(known["feminine_ending"]) if known else None
        self._words = frozenset(map(fold, known.get("feminine_words", ())))
        self._masculine = frozenset(map(fold, known.get("masculine_words", ())))
        self._countries = frozenset(known.get("masculine_countries", ()))
        self._given_names = frozenset(fold(word.form) for word in pack.table("given_names")) if known else frozenset()
        self._people: dict[str, str] = {}

    def learn(self, voice: Voice, feature: str) -> None:
        """A title tells the gender of a person, and so does a verb in front of its subject."""
        if self._ending and voice.speaker.kind == "person" and voice.speaker.name:
            told = feature[0] if feature in ("ms", "fs") else self.of(voice)
            if told:
                self._people.setdefault(voice.speaker.name, told)

    def of(self, voice: Voice) -> str:
        """The gender of the noun or name that a speaker is called by."""
        if self._ending is None:
            return ""
        kind, mention = voice.speaker.kind, voice.speaker.mention
        if kind == "person" and voice.speaker.name in self._people:
            return self._people[voice.speaker.name]
        if kind == "person" and voice.speaker.name.partition(" ")[0] in self._women:
            return "f"
        words = (voice.title or mention).strip("«»“”\"'() ").split()
        if not words or (kind == "person" and not voice.title):
            return ""
        if self._is_feminine(words[0]):
            return "f"
        if kind == "state" and len(words) <= _NAME_PARTS and voice.on_behalf_of is None:
            return "m" if voice.speaker.name in self._countries else "f"
        if kind == "organisation":
            return "m" if fold(words[0]) in self._masculine else ""
        return "m"

    def is_object(self, feature: str, voice: Voice) -> bool:
        """Is an unknown noun behind a masculine verb its object, since it is feminine ("he described the battle as")?"""
        words = voice.speaker.mention.split()
        if feature != "ms" or self._ending is None or not words or not self._is_feminine(words[0]):
            return False
        return len(words) > 1 or fold(words[0]) not in self._given_names

    def _is_one(self, voice: Voice) -> bool:
        words = voice.speaker.mention.split()
        return bool(words) and fold(words[0]) in self._masculine

    def _is_feminine(self, word: str) -> bool:
        assert self._ending is not None
        return fold(word) in self._words or bool(self._ending.search(word))

    def meant(self, pronoun: Voice, voices: Sequence[Voice]) -> Voice | None:
        """The first of the voices that a pronoun can mean: for "she" rather a woman than one nobody can tell."""
        word = pronoun.speaker.mention.casefold()
        wanted = "f" if word in self._she else "m" if word in self._he else ""
        if not wanted:
            return voices[0] if voices else None
        possible = [voice for voice in voices if self.of(voice) in (wanted, "")]
        told = [voice for voice in possible if wanted == "f" and self.of(voice) == "f"]
        return next(iter(told or possible or voices), None)

    def agree(self, feature: str, voice: Voice) -> bool:
        """May the speaker be the subject of a verb with that feature, the verb behind it or without it?"""
        if self._ending is None or not feature or feature == "-":
            return True
        several = voice.plural or voice.speaker.kind in _PLURAL_KINDS
        if feature in _OF_SEVERAL:
            return several
        gender = self.of(voice)
        if several and gender != "f" and voice.speaker.kind == "collective":
            return feature == "ms" and self._is_one(voice)  # "the conference" stands for those who met
        return not gender or feature not in ("ms", "fs") or gender == feature[0]
