"""The parties that words name: states, bodies, people in office, "his country", "we", pronouns, "the pair".

Not for where the subject of an undertaking stands: actors looks for that.
"""

from collections import Counter

from mithaq.claims.clauses import Clauses
from mithaq.claims.parties import PARTICIPANTS, Actor, actor_of_names, actor_of_voice
from mithaq.claims.places import body_of, country_of, person_of
from mithaq.claims.speakers import Voice
from mithaq.claims.statements import Statements
from mithaq.languages import load_pack
from mithaq.model.claim import Statement
from mithaq.model.span import Span
from mithaq.model.values import CountryValue

# Where a clause begins.
BOUNDS = frozenset(
    ("break", "that", "relative", "semicolon", "colon", "stop", "quote_mark", "while", "speech", "speech_participle", "condition")
)  # fmt: skip
PREPOSITIONS = frozenset(
    ("preposition", "of", "in", "for", "to", "with", "by", "on", "according", "toward", "with_in", "with_for")
)
STEPS = frozenset(("comma", "and", "the", "adverb", "adverb_form", "between"))
NEAR = 10
_NAMING = frozenset(("country", "organisation", "role", "actor_government", "person"))
_QUOTED_ON = 600


class NamedParties:
    """Reads who is named at a place of one article. ``document``: it is the text of a meeting itself."""

    def __init__(self, clauses: Clauses, statements: Statements, *, document: bool) -> None:
        self._clauses, self._statements, self.document = clauses, statements, document
        settings = load_pack(clauses.article.prepared.article.language).settings
        # Where an article is written onto its noun (Arabic), the subject may follow its verb.
        self.verb_first = bool(settings.get("clitics", {}).get("article"))
        named = Counter(
            found.value.iso for found in clauses.article.of_kind("country") if isinstance(found.value, CountryValue)
        )
        self._most_named = named.most_common(1)[0][0] if named else None

    def speaker(self, place: Span) -> Actor | None:
        """Whoever the statement around ``place`` binds, or the meeting whose text this is."""
        voice = self.voice_around(place)
        if voice is None and self.document:
            return Actor((PARTICIPANTS,), True)
        voice = voice or self.voice_before(place)
        return actor_of_voice(voice) if voice else None

    def voice_around(self, place: Span) -> Voice | None:
        """Who says the words at ``place``; None when it is the outlet."""
        around = self._statements.around(place)
        return around[1] if around else None

    def voice_before(self, place: Span) -> Voice | None:
        """Who spoke last shortly before a place: a quotation goes on over paragraphs."""
        for span, voice in reversed(self._statements.voices):
            if span.end <= place.start:
                return voice if place.start - span.end < _QUOTED_ON else None
        return None

    def first_of(self, places: range) -> Actor | None:
        """The first party that stands in no phrase of a preposition: the subject where it comes before its verb."""
        units = self._clauses.units
        phrase, infinitive, position, other = False, False, places.start, False
        while position < places.stop:
            labels = units[position].labels
            if labels & {"comma"} or (
                phrase
                and not infinitive
                and labels & {"the", "definite"}
                and not units[position - 1].labels & PREPOSITIONS
            ):
                phrase = infinitive = False
            elif phrase and not infinitive and self._opens_anew(position):
                phrase = False
                continue
            elif labels & PREPOSITIONS and not labels & {"organisation", "country"}:
                phrase = True
                # "efforts to move the alliance forward will": what an infinitive governs is no subject
                infinitive = infinitive or ("to" in labels and "action_word" in units[position + 1].labels)
            elif not phrase:
                found, end = self.party(position, places.stop)
                if (
                    found
                    and not self._is_modifier(end, places.stop)
                    and not self.belongs_to_noun(position, places.start)
                ):
                    return None if self._has_own_verb(end, places.stop) else found
                other = other or "word" in labels
            position += 1
        return None

    def _opens_anew(self, position: int) -> bool:
        """Is a phrase over here: behind its date ("on Monday *Norway*"), or at a pronoun that is a subject ("… *it* will")?"""
        units = self._clauses.units
        before = units[position - 1].labels
        if self.verb_first:
            return False
        dated = "date" in before and bool(units[position - 2].labels & PREPOSITIONS)
        return dated or ("subject_pronoun" in units[position].labels and not before & PREPOSITIONS)

    def belongs_to_noun(self, position: int, start: int) -> bool:
        """In a verb-first language: does the name belong to the plain noun before it ("زيارة بايدن")?"""
        if not self.verb_first or position <= start:
            return False
        labels = self._clauses.units[position - 1].labels
        return "word" in labels and not labels & {"adverb", "between", "state_people"}

    def _has_own_verb(self, end: int, stop: int) -> bool:
        """Does the name have a verb of its own before the one asked for ("the steps we *can* take will help")?"""
        units = self._clauses.units
        modal = next((place for place in range(end, stop) if "modal" in units[place].labels), stop)
        rest = units[modal + 1 : stop]
        verb = any(not unit.labels & {"adverb", "adverb_form", "between", "negation", "will"} for unit in rest)
        return verb and not any("and" in unit.labels for unit in rest)

    def _is_modifier(self, end: int, stop: int) -> bool:
        """Does a plain noun follow the name ("US markets"), so that the name is not the subject?"""
        if self.verb_first or end >= stop:
            return False
        labels = self._clauses.units[end].labels
        if "genitive" in labels:
            return True
        return bool(labels & {"word", "digits"}) and not labels & (
            STEPS | {"future_verb", "would_verb", "state_people"}
        )

    def party(self, position: int, stop: int) -> tuple[Actor | None, int]:
        """The party that begins at a unit, with those joined to it by "and", and the unit after it."""
        found, end = self._one(position, stop)
        if found is None:
            return None, position
        names, span = list(found.by), found.span
        units = self._clauses.units
        if found.by == (PARTICIPANTS,):
            inner = next((place for place in range(end, min(end + 3, stop)) if "of_which" in units[place].labels), None)
            named, last = self.party(inner + 1, stop) if inner is not None else (None, end)
            if named:
                return named, last  # "several states, including Mali and Chad"
        while end + 1 < min(stop, len(units)) and units[end].labels & {"and", "comma"}:
            step = end + 2 if "the" in units[end + 1].labels else end + 1
            more, after = self._one(step, stop) if step < len(units) else (None, end)
            owner = after < min(stop, len(units)) and "genitive" in units[after].labels
            if more is None or more.span is None or span is None or (owner and "comma" in units[end].labels):
                break
            names, span, end = [*names, *more.by], span.cover(more.span), after
        # "Norway and other states": a group that nobody names adds nothing to those who are named.
        unique = tuple(dict.fromkeys(name for name in names if name != PARTICIPANTS)) or (PARTICIPANTS,)
        return Actor(unique, found.collective or len(unique) > 1, span), end

    def joined(self, begin: int, stop: int) -> Actor | None:
        """All the parties named in units that stand behind "between"; None for fewer than two."""
        found = [actor for place in range(begin, stop) if (actor := self._one(place, stop)[0])]
        names = tuple(dict.fromkeys(name for actor in found for name in actor.by))
        spans = [actor.span for actor in found if actor.span]
        return Actor(names, True, spans[0].cover(spans[-1])) if len(names) > 1 and spans else None

    def _one(self, position: int, stop: int) -> tuple[Actor | None, int]:
        units = self._clauses.units
        unit, end = units[position], position + 1
        if "his_country" in unit.labels:
            voice = self.voice_around(unit.span)
            if voice and voice.country:
                return Actor((voice.country,), False, unit.span), end
            begin, _ = self._clauses.sentence(position)
            found = self.first_of(range(begin, position)) or self._before(position)
            return (Actor(found.by, found.collective, unit.span) if found else None), end
        if "we" in unit.labels:
            found = self.speaker(unit.span)
            return (Actor(found.by, found.collective, unit.span) if found else None), end
        if "speaker_pronoun" in unit.labels:
            voice = self.voice_around(unit.span) or self.voice_before(unit.span)
            found = actor_of_voice(voice) if voice else None
            return (Actor(found.by, found.collective, unit.span) if found else None), end
        if "subject_pronoun" in unit.labels:
            found = self._of_outer_clause(position) or self._of_pronoun(position)
            return (Actor(found.by, found.collective, unit.span) if found else None), end
        if "pair_word" in unit.labels:
            return self.pair_before(position), end
        while end < min(stop, len(units)) and (units[end].labels & _NAMING or self._owns(end, stop)):
            if "country" in units[end].labels & units[end - 1].labels:
                break  # "منحت النرويج تشاد": giver and receiver
            end += 1
        found = actor_of_names(units[position:end], self._clauses.text)
        if found and found.span and found.by == (found.span.of(self._clauses.text),) and "government" in unit.labels:
            found = Actor((self._state_spoken_of(unit.span) or found.by[0],), False, found.span)
        return found, end

    def _of_pronoun(self, position: int) -> Actor | None:
        """Whom "it", "he" mean: the speaker, or else the subject before; in somebody's own words never the speaker."""
        place = self._clauses.units[position].span
        around = self._statements.around(place)
        if around and isinstance(around[0].content, Statement) and around[0].content.quote == "direct":
            return self.first_of(range(self._clauses.sentence(position)[0], position))
        return actor_of_voice(around[1]) if around else self._before(position)

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

    def pair_before(self, position: int) -> Actor | None:
        """Whom "the pair", "both" mean: the two named before it, or last in the sentence before; people by their state."""
        units = self._clauses.units
        begin, _ = self._clauses.sentence(position)
        states, _ = self._named_in(begin, position)
        if not states and begin > 1:
            people = self._named_in(self._clauses.sentence(begin - 2)[0], begin)[1][-2:]
            return Actor(tuple(dict.fromkeys(people)), True, units[position].span) if len(people) == 2 else None
        return Actor(states, True, units[position].span) if len(states) == 2 else None

    def _named_in(self, begin: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The states and bodies named in units, those of people with them; and the state of each person."""
        people: dict[str, str] = {}
        states = []
        for unit in self._clauses.units[begin:end]:
            person = person_of(unit)
            if person and person.country:
                people.setdefault(person.name, person.country)
            states.append(person.country if person else country_of(unit) or body_of(unit))
        return tuple(dict.fromkeys(state for state in states if state)), tuple(people.values())

    def _of_outer_clause(self, position: int) -> Actor | None:
        """Whom "that it" means inside another "that": the subject of that clause ("إن فرنسا أبلغته أنها ستدعم")."""
        units = self._clauses.units
        begin, _ = self._clauses.sentence(position)
        if "that" not in units[position].labels or position - 1 <= begin or "and" in units[position - 1].labels:
            return None
        outer = next(
            (place for place in range(position - 1, max(begin, position - NEAR), -1) if units[place].labels & BOUNDS),
            begin,
        )
        if "that" not in units[outer].labels or "subject_pronoun" in units[outer].labels:
            return None
        return self.first_of(range(outer + 1, position))

    def _before(self, position: int) -> Actor | None:
        """Whom a pronoun outside speech means: the subject of the sentence before."""
        begin, _ = self._clauses.sentence(position)
        if begin < 2:
            return None
        earlier, last = self._clauses.sentence(begin - 2)
        return self.first_of(range(earlier, last))
