"""Whose a verb without subject is, in languages that put the verb first: by gender, number and nearness.

Not for languages that put the subject first: turns does that.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from mithaq.claims.agreement import Genders
from mithaq.claims.bearers import bears
from mithaq.claims.clauses import Clauses
from mithaq.claims.mentions_before import mentions_before
from mithaq.claims.reporting_clauses import ReportingClause
from mithaq.claims.speakers import Voice
from mithaq.languages import LanguagePack
from mithaq.model.claim import Speaker
from mithaq.model.values import OrganisationValue, PersonValue
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

# How many speakers and subjects a reader keeps in mind.
_MEMORY = 12
# Characters before a name in which its style stands.
_TITLE_WITHIN = 32
_OPENS = frozenset(("clitic_and", "clitic_then", "adverb", "comma", "clause_opener"))

_BODIES = ("organisation", "state", "collective")
# Titles that any source may have.
_UNSPECIFIC = frozenset((None, "official", "diplomat", "expert", "analyst"))
_VERBS = frozenset(("word", "speech", "express"))
_NAMING = frozenset(("speaker_verb", "relative_verb"))
# Acts whose verbs have the one spoken to for their object.
_TO_SOMEBODY = frozenset(("urge", "accuse", "commend", "condemn", "warn", "deny", "welcome"))


class Antecedents:
    """Who has spoken so far, and the subjects of sentences in which nobody did."""

    def __init__(self, pack: LanguagePack, genders: Genders, units: Sequence[Unit], clauses: Clauses) -> None:
        self._genders = genders
        self._called_on = frozenset(fold(word.form) for word in pack.table("speaking") if word.label == "called_on")
        self._sentences = clauses.article.prepared.sentences
        shape = pack.settings.get("gender", {}).get("verb")
        self._verb = re.compile(shape) if shape else None
        self._subjects = list(self._find_subjects(units, clauses.text)) if shape else []
        self._spoken: list[tuple[int, Voice]] = []
        self._voiced: set[int] = set()
        self._people = clauses.article.of_kind("person")
        self._text = clauses.text
        self._same = {fold(word.form) for word in pack.table("speaking") if word.label == "same_first"}
        styles = (word for word in pack.table("speaking") if word.label == "style")
        self._styles = {fold(word.form): frozenset(word.value.split("|")) for word in styles}
        self._bodies = clauses.article.of_kind("organisation")
        self._article = fold(str(pack.settings.get("clitics", {}).get("article", "")))

    def _find_subjects(self, units: Sequence[Unit], text: str) -> Iterator[tuple[int, Voice]]:
        """Speakers at the head of a sentence, or behind a verb that stands there."""
        assert self._verb is not None
        for index, unit in enumerate(units):
            if "speaker" not in unit.labels or not unit.values["voice"].speaker.name:
                continue
            head = index - 1
            if head >= 0 and units[head].labels & _VERBS and self._verb.match(units[head].span.of(text)):
                head -= 1
            if self._is_head(units, head):
                yield unit.start, unit.values["voice"]

    def _is_head(self, units: Sequence[Unit], index: int) -> bool:
        """Are this unit and those before it, up to the beginning of the sentence, conjunctions and adverbs, or none?"""
        while index >= 0 and "break" not in units[index].labels:
            if not units[index].labels & _OPENS:
                return False
            index -= 1
        return True

    def _sentence(self, offset: int) -> int:
        return max(0, bisect_right(self._sentences, offset, key=lambda span: span.start) - 1)

    def speak(self, clause: ReportingClause, voice: Voice, *, passing: bool) -> None:
        """Somebody has spoken; called in order of place. ``passing``: named only inside what another one says."""
        if clause.voice is not None and clause.rule in ("verb_speaker", "verb_needs_that_speaker"):
            self._genders.learn(voice, clause.feature)
        if not passing and not (clause.nested and clause.rule not in _NAMING):
            self._voiced.add(self._sentence(clause.start))
            self._spoken.append((clause.start, voice))

    def takes_object(self, clause: ReportingClause) -> bool:
        """Is what stands behind the verb its object: those always called on, or what does not agree with it?"""
        voice = clause.voice
        if clause.rule == "verb_unknown_speaker" and voice is not None:
            return bool(self._spoken) and self._genders.is_object(clause.feature, voice)
        if clause.rule == "verb_needs_that_speaker" and voice is not None:
            one = voice.speaker.kind in ("organisation", "state")
            return one and bool(self._spoken) and not self._genders.agree(clause.feature, voice)
        if clause.rule != "verb_speaker" or clause.act not in _TO_SOMEBODY or voice is None:
            return False
        if voice.speaker.kind in ("organisation", "state"):
            return not self._genders.agree(clause.feature, voice)
        return clause.act == "urge" and bool(self._spoken) and fold(voice.speaker.mention) in self._called_on

    def speaker(self, clause: ReportingClause) -> Voice | None:
        """Whose a clause is that names nobody, or only by a title that points back."""
        pointer = clause.voice
        last = self._spoken[-1][1] if self._spoken else None
        if clause.of_country and last is not None and last.country:
            return Voice(Speaker(last.country, "state", last.speaker.mention), None, last.country)
        if pointer is None or pointer.plural:
            feature = "mp" if pointer is not None else clause.feature
            near = islice(self._backwards(clause.start), _MEMORY)
            return self._nearest(feature, [voice for voice in near if self._genders.agree(feature, voice)]) or last
        if pointer.speaker.kind == "anonymous":
            return last  # "the same source" is whoever spoke last, a person or not
        if pointer.speaker.kind == "organisation":
            return self._body(pointer, clause.start)
        styled = self._styled(pointer, clause.start)
        return styled or self._unnamed(pointer, clause.start) or self._person(pointer, clause) or last

    def _styled(self, pointer: Voice, offset: int) -> Voice | None:
        """Whom "his highness", "his majesty" means: the person named last with that style or a title that carries it."""
        words = self._styles.get(fold(pointer.speaker.mention))
        if words is None:
            return None
        position = bisect_right(self._people, offset, key=lambda found: found.span.start)
        for found in reversed(self._people[max(0, position - _MEMORY) : position]):
            named = self._text[max(0, found.span.start - _TITLE_WITHIN) : found.span.end]
            value = found.value
            if isinstance(value, PersonValue) and not words.isdisjoint(named.split()):
                return Voice(Speaker(value.name, "person", found.text), value.role, value.country, value.country)
        return None

    def _unnamed(self, pointer: Voice, offset: int) -> Voice | None:
        """The unnamed source that a title points back to ("a diplomat said … the diplomat added")."""
        noun = next((word for word in self._nouns(pointer.speaker.mention) if word not in self._same), "")
        near = list(islice(self._backwards(offset), _MEMORY))
        last = next((voice for voice in near if voice.speaker.kind in ("anonymous", "person")), None)
        if pointer.role in _UNSPECIFIC and last is not None and last.speaker.kind == "anonymous":
            return last
        sources = (voice for voice in near if voice.speaker.kind == "anonymous")
        return next((voice for voice in sources if noun in self._nouns(voice.speaker.mention)), None)

    def _body(self, pointer: Voice, offset: int) -> Voice:
        """Whom "the ministry", "the office" means: the nearest body with that noun, else nobody but itself."""
        words = [word for word in self._nouns(pointer.speaker.mention) if word not in self._same]
        noun = words[0] if words else ""
        spoken = (voice for voice in islice(self._backwards(offset), _MEMORY) if voice.speaker.kind in _BODIES)
        found = next((voice for voice in spoken if noun in self._nouns(voice.speaker.mention)), None)
        if found is not None:
            return found
        named = [body for body in self._bodies if body.span.end <= offset and noun in self._nouns(body.text)]
        value = named[-1].value if named else None
        if isinstance(value, OrganisationValue):
            return Voice(Speaker(value.name, "organisation", named[-1].text))
        return Voice(Speaker(pointer.speaker.mention, "organisation", pointer.speaker.mention))

    def _nouns(self, mention: str) -> list[str]:
        return [fold(word).removeprefix(self._article) for word in mention.split()]

    def _nearest(self, feature: str, agreeing: Sequence[Voice]) -> Voice | None:
        """The nearest of those who agree; for "she", a woman further off rather than a person nobody can tell."""
        first = next(iter(agreeing), None)
        if first is None or feature != "fs" or first.speaker.kind != "person" or self._genders.of(first):
            return first
        return next((voice for voice in agreeing if self._genders.of(voice)), first)

    def _person(self, pointer: Voice, clause: ReportingClause) -> Voice | None:
        """Whom "the minister", "the official" means: the nearest person of that title, else the nearest person."""
        people = [voice for voice in islice(self._backwards(clause.start), _MEMORY) if voice.speaker.kind == "person"]
        agreeing = [voice for voice in people if self._genders.agree(clause.feature, voice)]
        if pointer.role:
            titled = {
                found.value.name
                for found in self._people
                if isinstance(found.value, PersonValue) and bears(found.value, pointer.role, pointer.country)
            }
            agreeing = [voice for voice in agreeing if voice.speaker.name in titled] or agreeing
        return agreeing[0] if agreeing else people[0] if people else None

    def _backwards(self, offset: int) -> Iterator[Voice]:
        """Speakers before a place, the nearest first, and subjects: all of its own sentence, people of silent ones."""
        own = self._sentence(offset)
        for place, voice, speaks in mentions_before(self._spoken, self._subjects, offset):
            sentence = self._sentence(place)
            if speaks or sentence == own or (sentence not in self._voiced and voice.speaker.kind == "person"):
                yield voice
