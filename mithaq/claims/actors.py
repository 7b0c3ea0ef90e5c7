"""Who is bound by an undertaking: the clause's subject, "his country", "we", or whoever the statement around it speaks for.

Not for speakers (they say things), nor for givers of money.
"""

from collections import Counter

from mithaq.claims.clauses import Clauses
from mithaq.claims.parties import PARTICIPANTS, POWERS, Actor, actor_of_names, actor_of_voice
from mithaq.claims.places import body_of, country_of, person_of
from mithaq.claims.speakers import Voice
from mithaq.claims.statements import Statements
from mithaq.languages import load_pack
from mithaq.model.span import Span
from mithaq.model.values import CountryValue

_BOUNDS = frozenset(
    ("break", "that", "relative", "semicolon", "colon", "stop", "quote_mark", "while", "speech", "speech_participle", "condition")
)  # fmt: skip
_PARTIES = frozenset(
    ("country", "organisation", "person", "actor_group", "actor_government", "his_country", "we", "subject_pronoun")
)
_PREPOSITIONS = frozenset(
    ("preposition", "of", "in", "for", "to", "with", "by", "on", "according", "toward", "with_in", "with_for")
)
_NAMING = frozenset(("country", "organisation", "role", "actor_government", "person"))
_STEPS = frozenset(("comma", "and", "the", "adverb", "adverb_form", "between"))
_FAR, _NEAR = 24, 10
_QUOTED_ON = 600


class ActorFinder:
    """Finds actors in one article. ``document``: it is the text of a meeting itself, so that "we" are the participants."""

    def __init__(self, clauses: Clauses, statements: Statements, *, document: bool) -> None:
        self._clauses, self._statements, self.document = clauses, statements, document
        settings = load_pack(clauses.article.prepared.article.language).settings
        # Where an article is written onto its noun (Arabic), the subject may follow its verb.
        self._verb_first = bool(settings.get("clitics", {}).get("article"))

        named = Counter(
            found.value.iso for found in clauses.article.of_kind("country") if isinstance(found.value, CountryValue)
        )
        self._most_named = named.most_common(1)[0][0] if named else None

    def voice_around(self, place: Span) -> Voice | None:
        """Who says the words at ``place``; None when it is the outlet."""
        around = self._statements.around(place)
        return around[1] if around else None

    def subject(self, first: int, action: int) -> Actor | None:
        """The subject of the words of binding at units ``first`` to ``action``."""
        units = self._clauses.units
        begin, _ = self._clauses.sentence(first)
        if first and "pair_word" in units[first - 1].labels:
            return self._pair_before(first - 1)
        boundary = first
        while boundary > begin and first - boundary < _FAR and not units[boundary - 1].labels & _BOUNDS:
            boundary -= 1
        if boundary > begin and units[boundary - 1].labels & {"subject_pronoun", "we"}:
            boundary -= 1  # "أنهم": the word that opens the clause is its subject too
        before = range(boundary, first)
        inside = range(first + 1, min(action + 4, len(units)))
        if self._verb_first and not self._stands_before(boundary, first):
            if self._opens_with_noun(begin, boundary, first):
                return self._first_of(before)
            found = self._after(inside) or self._first_of(before) or self._of_clause_before(begin, boundary)
            return found or self._named_among(first, action)
        found = self._first_of(before)
        if found is None and boundary > begin and "relative" in units[boundary - 1].labels:
            found = self._antecedent(begin, boundary - 1)
        if found is None and boundary > begin and "comma" in units[boundary - 1].labels | units[boundary].labels:
            found = self._first_of(range(max(begin, boundary - 4), boundary))
        if found is None and self._verb_first:
            found = self._after(inside)
        return found or self._of_clause_before(begin, boundary) or self._named_among(boundary, action)

    def _named_among(self, begin: int, action: int) -> Actor | None:
        """Those named of a group that is none itself ("several states, including Mali and Chad, have …")."""
        units = self._clauses.units
        for place in range(begin + 2, action):
            if "of_which" in units[place].labels and any(
                unit.labels & {"collective", "actor_group", "role_plural"}
                for unit in units[max(begin, place - 4) : place]
            ):
                return self._party(place + 1, action)[0]
        return None

    def _stands_before(self, boundary: int, first: int) -> bool:
        """Does a party stand right before the verb ("إن الولايات المتحدة ستدعم المغرب")?"""
        labels = self._clauses.units[first - 1].labels if first > boundary else frozenset[str]()
        return bool(labels & _PARTIES)

    def _opens_with_noun(self, begin: int, boundary: int, first: int) -> bool:
        """In a verb-first language: does a plain noun follow "that" ("أن لقاء الدوحة سيحدد")? Then it is the subject."""
        units = self._clauses.units
        if not begin < boundary < first or "that" not in units[boundary - 1].labels:
            return False
        labels = units[boundary].labels
        if "word" not in labels or labels & (_PREPOSITIONS | _STEPS | {"present_verb", "subject_pronoun"}):
            return False
        return not any("comma" in unit.labels for unit in units[boundary:first])

    def _of_clause_before(self, begin: int, boundary: int) -> Actor | None:
        """The subject of the clause before, where a clause goes on without one ("…, but has pledged to …")."""
        if boundary > begin and "while" in self._clauses.units[boundary - 1].labels:
            return self._first_of(range(begin, boundary - 1))
        return None

    def speaker(self, place: Span) -> Actor | None:
        """Whoever the statement around ``place`` binds, or the meeting whose text this is."""
        voice = self.voice_around(place)
        if voice is None and self.document:
            return Actor((PARTICIPANTS,), True)
        voice = voice or self._voice_before(place)
        return actor_of_voice(voice) if voice else None

    def party_from(self, position: int, stop: int) -> Actor | None:
        """The party that begins at a unit, or right behind the words that lead up to it."""
        units = self._clauses.units
        for place in range(position, min(stop, position + 4)):
            found, _ = self._party(place, stop)
            if found and found.by[0] not in POWERS:
                return found
            if units[place].labels & {"comma", "stop", "break", "money"}:
                return None
        return None

    def gathering(self, place: Span) -> Actor | None:
        """The meeting or body whose words are at a place; None where a person or nobody speaks."""
        voice = self.voice_around(place)
        found = actor_of_voice(voice) if voice else Actor((PARTICIPANTS,), True) if self.document else None
        return found if found and found.collective else None

    def agent(self, verb: int) -> Actor | None:
        """Who acts, behind "by" after a passive verb ("will be withdrawn by Norway")."""
        units = self._clauses.units
        _, last = self._clauses.sentence(verb)
        for place in range(verb + 1, min(last, verb + _NEAR)):
            if units[place].labels & {"comma", "semicolon", "that", "relative"}:
                return None
            if units[place].labels & {"by", "by_whom"}:
                return self.party_from(place + 1, last)
        return None

    def nearest(self, position: int) -> Actor | None:
        """The party named nearest to a unit in its sentence, the one before it first."""
        first, last = self._clauses.sentence(position)
        for place in (
            *range(position, max(first, position - _NEAR) - 1, -1),
            *range(position + 1, min(last, position + _NEAR)),
        ):
            found, _ = self._party(place, last)
            if found and found.by != (PARTICIPANTS,) and not self._belongs_to_noun(place, first):
                return found
        return None

    def modifier(self, noun: int) -> Actor | None:
        """The party right before a noun ("EU aid", "Norway's contribution") or right behind it ("la contribution norvégienne")."""
        units = self._clauses.units
        last = noun - 1 if noun and "genitive" in units[noun - 1].labels else noun
        found, end = self._party(last - 1, last + 1) if last else (None, 0)
        if found and end == last:
            return found
        after = units[noun + 1] if noun + 1 < len(units) else None
        return self._party(noun + 1, noun + 2)[0] if after is not None and "country" in after.labels else None

    def _voice_before(self, place: Span) -> Voice | None:
        """Who spoke last shortly before a place: a quotation goes on over paragraphs."""
        for span, voice in reversed(self._statements.voices):
            if span.end <= place.start:
                return voice if place.start - span.end < _QUOTED_ON else None
        return None

    def _first_of(self, places: range) -> Actor | None:
        """The first party that stands in no phrase of a preposition: the subject where it comes before its verb."""
        units = self._clauses.units
        phrase, infinitive, position, other = False, False, places.start, False
        while position < places.stop:
            labels = units[position].labels
            if labels & {"comma"} or (
                phrase
                and not infinitive
                and labels & {"the", "definite"}
                and not units[position - 1].labels & _PREPOSITIONS
            ):
                phrase = infinitive = False
            elif labels & _PREPOSITIONS and not labels & {"organisation", "country"}:
                phrase = True
                # "efforts to move the alliance forward will": what an infinitive governs is no subject
                infinitive = infinitive or ("to" in labels and "action_word" in units[position + 1].labels)
            elif not phrase:
                found, end = self._party(position, places.stop)
                if (
                    found
                    and not self._is_modifier(end, places.stop)
                    and not self._belongs_to_noun(position, places.start)
                ):
                    return None if self._has_own_verb(end, places.stop) else found
                other = other or "word" in labels
            position += 1
        return None

    def _belongs_to_noun(self, position: int, start: int) -> bool:
        """In a verb-first language: does the name belong to the plain noun before it ("زيارة بايدن")?"""
        if not self._verb_first or position <= start:
            return False
        labels = self._clauses.units[position - 1].labels
        return "word" in labels and not labels & {"adverb", "between"}

    def _has_own_verb(self, end: int, stop: int) -> bool:
        """Does the name have a verb of its own before the one asked for ("the steps we *can* take will help")?"""
        units = self._clauses.units
        modal = next((place for place in range(end, stop) if "modal" in units[place].labels), stop)
        rest = units[modal + 1 : stop]
        verb = any(not unit.labels & {"adverb", "adverb_form", "between", "negation", "will"} for unit in rest)
        return verb and not any("and" in unit.labels for unit in rest)

    def _is_modifier(self, end: int, stop: int) -> bool:
        """Does a plain noun follow the name ("US markets"), so that the name is not the subject?"""
        if self._verb_first or end >= stop:
            return False
        labels = self._clauses.units[end].labels
        if "genitive" in labels:
            return True
        return bool(labels & {"word", "digits"}) and not labels & (_STEPS | {"future_verb", "would_verb"})

    def _antecedent(self, begin: int, relative: int) -> Actor | None:
        for position in range(relative - 1, max(begin, relative - 5) - 1, -1):
            found, end = self._party(position, relative)
            if found and end >= relative - ("comma" in self._clauses.units[relative - 1].labels):
                return found
        return None

    def _after(self, places: range) -> Actor | None:
        units = self._clauses.units
        for position in places:
            labels = units[position].labels
            if "quote_mark" in labels and position == places.start:
                continue  # a name in quotation marks
            if labels & (_PREPOSITIONS | _BOUNDS | {"comma"}) and not labels & {"organisation", "country"}:
                return None
            found, _ = self._party(position, places.stop + 6)
            if found or not labels & {"adverb", "between", "date", "the"}:
                return found
        return None

    def _party(self, position: int, stop: int) -> tuple[Actor | None, int]:
        """The party that begins at a unit, with those joined to it by "and", and the unit after it."""
        found, end = self._one(position, stop)
        if found is None:
            return None, position
        names, span = list(found.by), found.span
        units = self._clauses.units
        while end + 1 < min(stop, len(units)) and units[end].labels & {"and", "comma"}:
            step = end + 2 if "the" in units[end + 1].labels else end + 1
            more, after = self._one(step, stop) if step < len(units) else (None, end)
            if more is None or more.span is None or span is None:
                break
            names, span, end = [*names, *more.by], span.cover(more.span), after
        unique = tuple(dict.fromkeys(names))
        return Actor(unique, found.collective or len(unique) > 1, span), end

    def _one(self, position: int, stop: int) -> tuple[Actor | None, int]:
        units = self._clauses.units
        unit, end = units[position], position + 1
        if "his_country" in unit.labels:
            voice = self.voice_around(unit.span)
            if voice and voice.country:
                return Actor((voice.country,), False, unit.span), end
            begin, _ = self._clauses.sentence(position)
            found = self._first_of(range(begin, position)) or self._before(position)
            return (Actor(found.by, found.collective, unit.span) if found else None), end
        if "we" in unit.labels:
            found = self.speaker(unit.span)
            return (Actor(found.by, found.collective, unit.span) if found else None), end
        if "speaker_pronoun" in unit.labels:
            voice = self.voice_around(unit.span) or self._voice_before(unit.span)
            found = actor_of_voice(voice) if voice else None
            return (Actor(found.by, found.collective, unit.span) if found else None), end
        if "subject_pronoun" in unit.labels:
            voice = self.voice_around(unit.span)
            found = self._of_outer_clause(position) or (actor_of_voice(voice) if voice else self._before(position))
            return (Actor(found.by, found.collective, unit.span) if found else None), end
        if "pair_word" in unit.labels:
            return self._pair_before(position), end
        while end < min(stop, len(units)) and (units[end].labels & _NAMING or self._owns(end, stop)):
            if "country" in units[end].labels & units[end - 1].labels:
                break  # "منحت النرويج تشاد": giver and receiver
            end += 1
        found = actor_of_names(units[position:end], self._clauses.text)
        if found and found.span and found.by == (found.span.of(self._clauses.text),) and "government" in unit.labels:
            found = Actor((self._state_spoken_of(unit.span) or found.by[0],), False, found.span)
        return found, end

    def _owns(self, position: int, stop: int) -> bool:
        """Does a genitive join a state and its office ("Norway's prime minister")?"""
        units = self._clauses.units
        return (
            "genitive" in units[position].labels
            and position + 1 < min(stop, len(units))
            and bool(units[position + 1].labels & {"role", "actor_government"})
        )

    def _state_spoken_of(self, place: Span) -> str | None:
        """Whose "the government" is: the speaker's state, else the one the article names most."""
        voice = self.voice_around(place)
        if voice and voice.country:
            return voice.country
        return self._most_named

    def _pair_before(self, position: int) -> Actor | None:
        """Whom "the pair" means: the two states or bodies named before it in its sentence, people by their state."""
        units = self._clauses.units
        begin, _ = self._clauses.sentence(position)
        names = []
        for unit in units[begin:position]:
            person = person_of(unit)
            name = person.country if person else country_of(unit) or body_of(unit)
            if name:
                names.append(name)
        both = tuple(dict.fromkeys(names))
        return Actor(both, True, units[position].span) if len(both) == 2 else None

    def _of_outer_clause(self, position: int) -> Actor | None:
        """Whom "that it" means inside another "that": the subject of that clause ("إن فرنسا أبلغته أنها ستدعم")."""
        units = self._clauses.units
        begin, _ = self._clauses.sentence(position)
        if "that" not in units[position].labels or position - 1 <= begin or "and" in units[position - 1].labels:
            return None
        outer = next(
            (place for place in range(position - 1, max(begin, position - _NEAR), -1) if units[place].labels & _BOUNDS),
            begin,
        )
        if "that" not in units[outer].labels or "subject_pronoun" in units[outer].labels:
            return None
        return self._first_of(range(outer + 1, position))

    def _before(self, position: int) -> Actor | None:
        """Whom a pronoun outside speech means: the subject of the sentence before."""
        begin, _ = self._clauses.sentence(position)
        if begin < 2:
            return None
        earlier, last = self._clauses.sentence(begin - 2)
        return self._first_of(range(earlier, last))
