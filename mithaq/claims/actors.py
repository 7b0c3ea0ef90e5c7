"""Who is bound by an undertaking: the clause's subject, "his country", "we", or whoever the statement around it speaks for.

Not for speakers (they say things), nor for givers of money.
"""

from mithaq.claims.action_ends import subject_of_future
from mithaq.claims.clauses import Clauses
from mithaq.claims.named_parties import BOUNDS, NEAR, PREPOSITIONS, STEPS, NamedParties
from mithaq.claims.parties import PARTICIPANTS, POWERS, Actor, actor_of_voice
from mithaq.claims.speakers import Voice
from mithaq.claims.statements import Statements
from mithaq.model.span import Span
from mithaq.text.lattice import Unit

_PARTIES = frozenset(
    ("country", "organisation", "person", "actor_group", "actor_government", "his_country", "we", "subject_pronoun")
)
_FAR = 24
_JOINED = 6


class ActorFinder:
    """Finds actors in one article. ``document``: it is the text of a meeting itself, so that "we" are the participants."""

    def __init__(self, clauses: Clauses, statements: Statements, *, document: bool) -> None:
        self._clauses, self.document = clauses, document
        self._named = NamedParties(clauses, statements, document=document)

    def voice_around(self, place: Span) -> Voice | None:
        """Who says the words at ``place``; None when it is the outlet."""
        return self._named.voice_around(place)

    def speaker(self, place: Span) -> Actor | None:
        """Whoever the statement around ``place`` binds, or the meeting whose text this is."""
        return self._named.speaker(place)

    def subject(self, first: int, action: int) -> Actor | None:
        """The subject of the words of binding at units ``first`` to ``action``."""
        units = self._clauses.units
        begin, _ = self._clauses.sentence(first)
        if first and "pair_word" in units[first - 1].labels:
            return self._named.pair_before(first - 1)
        boundary = first = self._before_quotation(begin, first)
        while boundary > begin and first - boundary < _FAR and not _opens_clause(units[boundary - 1]):
            boundary -= 1
        boundary = self._behind_joined_clause(boundary, first)
        if boundary > begin and units[boundary - 1].labels & {"subject_pronoun", "we"}:
            boundary -= 1  # "أنهم": the word that opens the clause is its subject too
        before = range(boundary, first)
        inside = range(first + 1, min(action + 4, len(units)))
        if self._named.verb_first and not self._stands_before(boundary, first):
            if self._opens_with_noun(begin, boundary, first):
                return self._named.first_of(before)
            found = self._after(inside) or self._named.first_of(before) or self._of_clause_before(begin, boundary)
            return found or self._named_among(first, action)
        found = self._named.first_of(before)
        if found is None and boundary > begin and "relative" in units[boundary - 1].labels:
            found = self._antecedent(begin, boundary - 1)
        if found is None and boundary > begin and "comma" in units[boundary - 1].labels | units[boundary].labels:
            found = self._named.first_of(range(max(begin, boundary - 4), boundary))
        if found is None and self._named.verb_first:
            found = self._after(inside)
        return found or self._of_clause_before(begin, boundary) or self._named_among(boundary, action)

    def _behind_joined_clause(self, boundary: int, first: int) -> int:
        """Where a clause joined by "and" begins, if one with a future of its own comes first ("Norway will … and *Chad* will")."""
        units = self._clauses.units
        for place in range(first - 2, boundary, -1):
            if "and" in units[place].labels and subject_of_future(units, place + 1):
                earlier = any(unit.labels & {"will", "would", "future_verb"} for unit in units[boundary:place])
                return place + 1 if earlier and first - place <= _JOINED else boundary
        return boundary

    def _before_quotation(self, begin: int, first: int) -> int:
        """Where words of binding begin that are quoted behind their subject (France "will …")."""
        units = self._clauses.units
        if first - 1 > begin and "quote_mark" in units[first - 1].labels:
            marks = sum("quote_mark" in unit.labels for unit in units[begin:first])
            if marks % 2 and units[first - 2].labels & (_PARTIES | {"state_people"}):
                return first - 1
        return first

    def _named_among(self, begin: int, action: int) -> Actor | None:
        """Those named of a group that is none itself ("several states, including Mali and Chad, have …")."""
        units = self._clauses.units
        for place in range(begin + 2, action):
            if "of_which" in units[place].labels and any(
                unit.labels & {"collective", "actor_group", "role_plural"}
                for unit in units[max(begin, place - 4) : place]
            ):
                return self._named.party(place + 1, action)[0]
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
        if "word" not in labels or labels & (PREPOSITIONS | STEPS | {"present_verb", "subject_pronoun"}):
            return False
        return not any("comma" in unit.labels for unit in units[boundary:first])

    def _of_clause_before(self, begin: int, boundary: int) -> Actor | None:
        """The subject of the clause before, where a clause goes on without one ("…, but has pledged to …")."""
        if boundary > begin and "while" in self._clauses.units[boundary - 1].labels:
            return self._named.first_of(range(begin, boundary - 1))
        return None

    def party_from(self, position: int, stop: int) -> Actor | None:
        """The party that begins at a unit, or right behind the words that lead up to it."""
        units = self._clauses.units
        for place in range(position, min(stop, position + 4)):
            found, _ = self._named.party(place, stop)
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
        for place in range(verb + 1, min(last, verb + NEAR)):
            if units[place].labels & {"comma", "semicolon", "that", "relative"}:
                return None
            if units[place].labels & {"by", "by_whom"}:
                return self.party_from(place + 1, last)
        return None

    def parties_between(self, first: int, stop: int) -> Actor | None:
        """Those an agreement is "between" ("the accord between Norway and Chad to …")."""
        units = self._clauses.units
        for place in range(first, stop):
            if "among" in units[place].labels:
                return self._named.joined(place + 1, stop)
        return None

    def nearest(self, position: int) -> Actor | None:
        """The party named nearest to a unit in its sentence, the one before it first."""
        first, last = self._clauses.sentence(position)
        for place in (
            *range(position, max(first, position - NEAR) - 1, -1),
            *range(position + 1, min(last, position + NEAR)),
        ):
            found, _ = self._named.party(place, last)
            if found and found.by != (PARTICIPANTS,) and not self._named.belongs_to_noun(place, first):
                return found
        return None

    def modifier(self, noun: int) -> Actor | None:
        """The party right before a noun ("EU aid", "Norway's contribution") or right behind it ("la contribution norvégienne")."""
        units = self._clauses.units
        last = noun - 1 if noun and "genitive" in units[noun - 1].labels else noun
        found, end = self._named.party(last - 1, last + 1) if last else (None, 0)
        if found and end == last:
            return found
        after = units[noun + 1] if noun + 1 < len(units) else None
        return self._named.party(noun + 1, noun + 2)[0] if after is not None and "country" in after.labels else None

    def _antecedent(self, begin: int, relative: int) -> Actor | None:
        for position in range(relative - 1, max(begin, relative - 5) - 1, -1):
            found, end = self._named.party(position, relative)
            if found and end >= relative - ("comma" in self._clauses.units[relative - 1].labels):
                return found
        return None

    def _after(self, places: range) -> Actor | None:
        units = self._clauses.units
        for position in places:
            labels = units[position].labels
            if "quote_mark" in labels and position == places.start:
                continue  # a name in quotation marks
            if labels & (PREPOSITIONS | BOUNDS | {"comma"}) and not labels & {"organisation", "country"}:
                return None
            found, _ = self._named.party(position, places.stop + 6)
            if found or not labels & {"adverb", "between", "date", "the"}:
                return found
        return None


def _opens_clause(unit: Unit) -> bool:
    """Does a clause begin behind the unit? Not where a verb of speech is a noun as well ("several *states* have")."""
    return bool(unit.labels & BOUNDS) and "actor_group" not in unit.labels
