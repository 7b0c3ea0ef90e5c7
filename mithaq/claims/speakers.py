"""Who speaks: turns names, titles, bodies and nouns such as "the ministers" into speakers. Not for what they say."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mithaq.claims.clauses import Clauses
from mithaq.languages import LanguagePack
from mithaq.model.annotation import Annotation
from mithaq.model.claim import Speaker, SpeakerKind
from mithaq.model.values import CountryValue, FigureValue, OrganisationValue, PersonValue, PlaceValue
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit, span_of

# Nouns that refer back to a body are listed with their article: "the council", "l'agence".
_ARTICLE = re.compile(r"^\w+[ '’]\s*")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker where it is mentioned: ``country`` is what "his country" means, ``plural`` agrees with plural verbs."""

    speaker: Speaker
    role: str | None = None
    country: str | None = None
    on_behalf_of: str | None = None
    plural: bool = False


class People(dict[str, Annotation]):
    """The people of an article by name, each where it is named most fully; ``mentions`` are all of them in order."""

    def __init__(self, mentions: Sequence[Annotation]) -> None:
        super().__init__()
        self.mentions = mentions
        for found in mentions:
            if isinstance(found.value, PersonValue):
                known = self.get(found.value.name)
                if known is None or len(found.text) > len(known.text):
                    self[found.value.name] = found

    def bearer(self, offices: Sequence[str], country: str | None, before: int) -> Annotation | None:
        """Who bears a title at a place: the only one who does, else the one the article names most.

        Where the only bearer comes up later and the title has no country, people named before whose office the article
        does not give may be meant as well ("the prime minister" of a leader introduced by name alone).
        """
        bearers = [name for name in self if any(_bears(self[name].value, office, country) for office in offices)]
        counts = Counter(found.value.name for found in self.mentions if isinstance(found.value, PersonValue))
        if len(bearers) == 1 and country is None and self._first_named(bearers[0]) > before:
            bearers += [name for name in self if self._first_named(name) < before and not _office(self[name])]
        if not bearers:
            return None
        return self[max(bearers, key=lambda name: (counts[name], -self._first_named(name)))]

    def _first_named(self, name: str) -> int:
        return next(
            found.span.start
            for found in self.mentions
            if isinstance(found.value, PersonValue) and found.value.name == name
        )


def _office(found: Annotation) -> str | None:
    return found.value.role if isinstance(found.value, PersonValue) else None


class SpeakerReader:
    """Finds the possible speakers of one language."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        self._grammar = Grammar(pack.layer("speakers"), label_sets)

    def read(self, clauses: Clauses) -> list[Unit]:
        """The units with every possible speaker as one unit labelled ``speaker``, its Voice under ``voice``."""
        people = People(clauses.article.of_kind("person"))

        def make(match: Match) -> Sequence[Unit] | None:
            voice = _VOICES[match.rule.sense](match, clauses.text, people)
            if voice is None:
                return None
            labels = {"speaker", f"speaker_{voice.speaker.kind}"}
            if match.rule.sense in ("pronoun", "capital"):
                labels.add("speaker_pronoun" if match.rule.sense == "pronoun" else "speaker_place")
            if any("comma" in unit.labels for unit in match.units):
                labels.add("apposed")  # "the foreign minister, Nasser Bourita": a comma closes it
            return [Unit(match.units[0].start, match.units[-1].end, frozenset(labels), {"voice": voice})]

        return self._grammar.parse(clauses.units, make)


def unknown_voice(units: Sequence[Unit], text: str) -> Voice:
    """A speaker that no name, title or list knows, in the article's own words ("طبيبة المخيم")."""
    mention = span_of(units).of(text)
    return Voice(Speaker(mention, "person", mention))


def _country(match: Match) -> str | None:
    for unit in match.slots.get("country", ()):
        value = unit.values["country"].value
        if isinstance(value, CountryValue):
            return value.iso
    return None


def _organisation(match: Match) -> str | None:
    for unit in match.slots.get("organisation", ()):
        value = unit.values["organisation"].value
        if isinstance(value, OrganisationValue):
            return value.name
    return None


def _mention(match: Match, text: str) -> str:
    return span_of(match.units).of(text)


def _person(match: Match, text: str, people: People) -> Voice | None:
    annotation: Annotation = match.value("person")
    value = annotation.value
    assert isinstance(value, PersonValue)
    role = value.role or match.value("role") or None
    country = value.country or _country(match)
    # "Bourita said": the mention kept is the fullest one of the article, so that a reader knows who is meant.
    speaker = Speaker(value.name, "person", people.get(value.name, annotation).text)
    return Voice(speaker, role, country, country or _organisation(match))


def _role(match: Match, text: str, people: People) -> Voice | None:
    """A title alone: the person of this article who bears it, else the title itself."""
    said = match.value("role") or match.value("anaphor", "role") or ""
    offices: Sequence[str] = match.rule.constants.get("offices", (said,))
    role, country, mention = offices[0], _country(match), _mention(match, text)
    bearer = people.bearer(offices, country, match.units[0].start)
    if bearer is not None and isinstance(bearer.value, PersonValue):
        own = country or bearer.value.country
        return Voice(Speaker(bearer.value.name, "person", bearer.text), role, own, own)
    name = f"{role} ({country})" if country and role else role or mention
    return Voice(Speaker(name, "person", mention), role or None, country, country or _organisation(match))


def _bears(value: object, role: str, country: str | None) -> bool:
    if not isinstance(value, PersonValue) or not value.role or not role:
        return False
    return (value.role == role or value.role.endswith(role)) and (country is None or value.country in (None, country))


def _document(match: Match, text: str, people: People) -> Voice | None:
    return Voice(Speaker("statement", "document", _mention(match, text)), None, None, _organisation(match))


def _anonymous(match: Match, text: str, people: People) -> Voice | None:
    return Voice(Speaker("sources", "anonymous", _mention(match, text)), None, _country(match))


def _organisation_voice(match: Match, text: str, people: People) -> Voice | None:
    annotation: Annotation = match.slots["organisation"][0].values["organisation"]
    value = annotation.value
    assert isinstance(value, OrganisationValue)
    return Voice(Speaker(value.name, "organisation", annotation.text))


def _state(match: Match, text: str, people: People) -> Voice | None:
    annotation: Annotation = match.value("country")
    if annotation.text[:1].islower():
        return None  # an adjective, as in "américain"
    value = annotation.value
    assert isinstance(value, CountryValue)
    return Voice(Speaker(value.iso, "state", annotation.text), None, value.iso)


def _group(match: Match, text: str, people: People) -> Voice | None:
    """Several people by what they are: those of the meeting are the participants, experts of a body speak for it."""
    noun = match.slots["group"][0]
    value = str(noun.values.get("collective") or noun.values.get("role_plural") or "")
    mention, body = _mention(match, text), _organisation(match)
    if body and value in match.rule.constants.get("spoken_for", ()):
        return Voice(Speaker(body, "organisation", mention), value, None, body, plural=True)
    name = "participants" if value in match.rule.constants.get("gathered", ()) else value or mention
    return Voice(Speaker(name, "collective", mention), None, _country(match), body, plural=True)


def _counted(match: Match, text: str, people: People) -> Voice | None:
    """A counted group ("the two ministers"): only of a unit that the rule lists, with what the group is called."""
    figure: Annotation = match.value("figure")
    value = figure.value
    name = match.rule.constants["units"].get(value.unit) if isinstance(value, FigureValue) else None
    return Voice(Speaker(name, "collective", _mention(match, text)), plural=True) if name else None


def _government(match: Match, text: str, people: People) -> Voice | None:
    """A government is its state ("the Athens government"); one that is not named is called by its noun."""
    country = _country(match) or _country_of_place(match)
    mention = _mention(match, text)
    if country is None:
        return Voice(Speaker(str(match.value("government")), "organisation", mention))
    return Voice(Speaker(country, "state", mention), None, country, country)


def _country_of_place(match: Match) -> str | None:
    values = [unit.values["place"].value for unit in match.slots.get("place", ())]
    return next((value.country for value in values if isinstance(value, PlaceValue) and value.country), None)


def _capital(match: Match, text: str, people: People) -> Voice | None:
    """A capital that speaks is its government."""
    country = _country_of_place(match)
    return Voice(Speaker(country, "state", _mention(match, text)), None, country, country) if country else None


def _body(match: Match, text: str, people: People) -> Voice | None:
    """A body by a noun ("the museum"), in the article's own words."""
    mention = _mention(match, text)
    words = [unit for unit in match.units if "the" not in unit.labels]
    name = span_of(words).of(text)
    if "body_noun" in match.units[0].labels:
        name = _ARTICLE.sub("", name)
    return Voice(Speaker(name, "organisation", mention))


def _together(match: Match, text: str, people: People) -> Voice | None:
    """Speakers joined by "and" speak as one."""
    voices: list[Voice] = [unit.values["voice"] for unit in match.slots["speaker"]]
    names = list(dict.fromkeys(voice.speaker.name for voice in voices))
    if not all(names) or len(names) < 2:
        return None
    kinds = {voice.speaker.kind for voice in voices}
    mention = _mention(match, text)
    if kinds <= {"anonymous", "collective"}:
        first = voices[0].speaker
        return Voice(Speaker(first.name, first.kind, mention), plural=True)
    return Voice(Speaker(", ".join(names), "collective", mention), plural=True)


def _anaphor(match: Match, text: str, people: People) -> Voice | None:
    """A title that points back ("the official"): its one bearer in the article, else whoever spoke last."""
    voice = _role(match, text, people) if "role" in match.slots or "role" in match.slots["anaphor"][0].values else None
    if voice is not None and voice.speaker.name in people:
        return voice
    return pronoun_voice(str(match.value("anaphor")), _mention(match, text))


def _those(match: Match, text: str, people: People) -> Voice | None:
    return pronoun_voice("plural", _mention(match, text))


def _pronoun(match: Match, text: str, people: People) -> Voice | None:
    return pronoun_voice(str(match.value("pronoun")), _mention(match, text))


def pronoun_voice(value: str, mention: str) -> Voice:
    """A speaker without a name: ``value`` says what it can stand for: person, thing, any, plural; or sources."""
    if value == "sources":
        return Voice(Speaker("sources", "anonymous", mention))
    kinds: Mapping[str, SpeakerKind] = {"thing": "organisation", "any": "anonymous", "plural": "collective"}
    return Voice(Speaker("", kinds.get(value, "person"), mention), plural=value == "plural")


_VOICES = {
    "person": _person,
    "role": _role,
    "document": _document,
    "anonymous": _anonymous,
    "organisation": _organisation_voice,
    "state": _state,
    "group": _group,
    "counted": _counted,
    "government": _government,
    "capital": _capital,
    "body": _body,
    "together": _together,
    "anaphor": _anaphor,
    "those": _those,
    "pronoun": _pronoun,
}
