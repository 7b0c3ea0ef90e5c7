"""Who is meant where no name is: pronouns, verbs chained to a subject, participles. Not for finding names or verbs.

For languages that put the subject before the verb.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from mithaq.claims.agreement import Genders
from mithaq.claims.clauses import Clauses
from mithaq.claims.mentions_before import mentions_before
from mithaq.claims.reporting_clauses import ASIDE_OPENERS, ReportingClause
from mithaq.claims.speakers import Voice
from mithaq.model.span import Span
from mithaq.text.lattice import Unit

_NOT_SUBJECT = frozenset(("preposition", "of", "in", "for", "to", "with", "by", "possessive", "genitive", "that"))
# How many speakers and subjects a reader keeps in mind, and how many characters a sentence-opening participle may take.
_MEMORY, _OPENING = 40, 24
_FEW = 4
_BEFORE_WORDS = ' \t\u00a0"«“'
_SINGLE = ("person", "organisation", "state")


class Turns:
    """The subjects of an article's sentences, and who has spoken so far."""

    def __init__(self, units: Sequence[Unit], clauses: Clauses, genders: Genders) -> None:
        self._genders = genders
        self._sentences = clauses.article.prepared.sentences
        self._quotations = [found.span for found in clauses.article.of_kind("quotation")]
        self._text = clauses.text
        self._pronouns = dict(self._find_pronouns(units))
        self._subjects = list(self._find_subjects(units))
        self._named = [
            (unit.start, unit.values["voice"])
            for unit in units
            if "speaker_person" in unit.labels and "speaker_pronoun" not in unit.labels
        ]
        self._spoken: list[tuple[int, Voice]] = []
        self._voiced: set[int] = set()

    def _find_subjects(self, units: Sequence[Unit]) -> list[tuple[int, Voice]]:
        found: list[tuple[int, Voice]] = []
        taken, opened_by_aside = -1, False
        for index, unit in enumerate(units):
            sentence = self._sentence(unit.start)
            if not index or "break" in units[index - 1].labels:
                opened_by_aside = bool(unit.labels & ASIDE_OPENERS)
            if "speaker" not in unit.labels or sentence <= taken or unit.labels & {"speaker_pronoun", "speaker_place"}:
                continue
            before = units[index - 1].labels if index else frozenset[str]()
            after = units[index + 1].labels if index + 1 < len(units) else frozenset[str]()
            if opened_by_aside and not before & {"comma", "quote_mark"}:
                continue
            if before & _NOT_SUBJECT or "genitive" in after or self.is_quoted(unit):
                continue
            taken = sentence
            found.append((unit.start, unit.values["voice"]))
        return found

    def _find_pronouns(self, units: Sequence[Unit]) -> Iterator[tuple[int, tuple[int, Voice]]]:
        """The sentences that a pronoun opens ("He met soldiers and praised them"), by number."""
        for index, unit in enumerate(units):
            opens = not index or "break" in units[index - 1].labels
            if opens and "speaker_pronoun" in unit.labels and not self.is_quoted(unit):
                yield self._sentence(unit.start), (unit.start, unit.values["voice"])

    def _sentence(self, offset: int) -> int:
        return max(0, bisect_right(self._sentences, offset, key=lambda span: span.start) - 1)

    def is_quoted(self, part: Unit | ReportingClause) -> bool:
        """Does a unit or clause stand inside a quotation?"""
        place = Span(part.start, part.end)
        position = bisect_right(self._quotations, place.start, key=lambda span: span.start) - 1
        return position >= 0 and self._quotations[position].contains(place)

    def speak(self, offset: int, voice: Voice, *, nested: bool) -> None:
        """Somebody has spoken at ``offset``; called in order of place. ``nested``: inside what another one says."""
        self._genders.learn(voice, "")
        if not nested or not self._spoken or self._sentence(self._spoken[-1][0]) != self._sentence(offset):
            self._spoken.append((offset, voice))
            self._voiced.add(self._sentence(offset))

    def speaker(self, voice: Voice | None, offset: int, *, looks_back: bool) -> Voice | None:
        """Whose a clause at ``offset`` is: the one it names, the one its pronoun means, or the one it is chained to."""
        if voice is None:
            return self.chained(offset)
        return voice if voice.speaker.name else self.meant(voice, offset, looks_back=looks_back)

    def chained(self, offset: int) -> Voice | None:
        """Whose a verb without subject is: who spoke last in its sentence, the sentence's subject, who spoke last."""
        sentence = self._sentence(offset)
        if self._spoken and self._sentence(self._spoken[-1][0]) == sentence:
            return self._spoken[-1][1]
        start = self._sentences[sentence].start
        if sentence in self._pronouns:
            place, pronoun = self._pronouns[sentence]
            meant = self.meant(pronoun, place, looks_back=False) if place < offset else None
            if meant is not None:
                return meant
        first = bisect_left(self._subjects, start, key=lambda pair: pair[0])
        own = self._subjects[first] if first < len(self._subjects) else None
        if own and self._sentence(own[0]) == sentence and (own[0] < offset or offset < start + _OPENING):
            return own[1]
        return self._spoken[-1][1] if self._spoken else self._before(offset, _SINGLE)

    def meant(self, pronoun: Voice, offset: int, *, looks_back: bool) -> Voice | None:
        """Whom a pronoun means: the last speaker or subject of its number and kind.

        Where what was said stands before the pronoun, the subjects of that sentence are not meant.
        """
        limit = self._said_from(offset) if looks_back else offset
        if pronoun.plural:
            return self._before(limit, None, pronoun)
        kinds = (pronoun.speaker.kind,) if pronoun.speaker.kind != "anonymous" else _SINGLE
        if pronoun.speaker.kind == "organisation":
            kinds = ("organisation", "state", "document")
        return self._before(limit, kinds, pronoun) or self._owner(limit, kinds) or self._next(offset, kinds)

    def _owner(self, offset: int, kinds: Sequence[str]) -> Voice | None:
        """Whoever has only been named as owner or object ("after the minister's speech, in which he stressed")."""
        position = bisect_left(self._named, offset, key=lambda pair: pair[0])
        named = self._named[max(0, position - _FEW) : position] if "person" in kinds else []
        return next((voice for _, voice in reversed(named)), None)

    def _said_from(self, offset: int) -> int:
        """Where the words begin that a clause at ``offset`` follows: a quotation behind a colon, else the sentence."""
        start = self._sentences[self._sentence(offset)].start
        position = bisect_right(self._quotations, offset, key=lambda span: span.start) - 1
        opened = self._quotations[position].start if position >= 0 else start
        return opened if self._text[start:opened].rstrip(_BEFORE_WORDS).endswith(":") else start

    def _before(self, offset: int, kinds: Sequence[str] | None, pronoun: Voice | None = None) -> Voice | None:
        """The last voice before a place; ``kinds`` None asks for a plural one, else for any body."""
        # "He" and the French "il" hardly mean a state that was named but has not spoken.
        only_people = kinds is not None and "person" in kinds
        earlier = list(islice(self._backwards(offset, only_people=only_people), _MEMORY))
        possible = [
            voice
            for voice in earlier
            if (voice.plural if kinds is None else (voice.speaker.kind in kinds and not voice.plural))
        ]
        if possible:
            return self._genders.meant(pronoun, possible) if pronoun is not None else possible[0]
        if kinds is None:
            return next(
                (voice for voice in earlier if voice.speaker.kind in ("organisation", "state", "anonymous")), None
            )
        return None

    def _backwards(self, offset: int, *, only_people: bool) -> Iterator[Voice]:
        """Speakers before a place, and subjects of sentences in which nobody spoke, the nearest first."""
        for place, voice, speaks in mentions_before(self._spoken, self._subjects, offset):
            silent = self._sentence(place) not in self._voiced
            if speaks or (silent and (not only_people or voice.speaker.kind == "person")):
                yield voice

    def _next(self, offset: int, kinds: Sequence[str]) -> Voice | None:
        """Somebody who is introduced only afterwards ("The envoy expects …, he said. … said envoy Staffan …")."""
        first = bisect_left(self._subjects, offset, key=lambda pair: pair[0])
        near = islice(self._subjects, first, first + _MEMORY)
        return next((voice for _, voice in near if voice.speaker.kind in kinds), None)
