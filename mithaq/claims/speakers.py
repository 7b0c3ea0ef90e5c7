"""Who speaks: turns names, titles, bodies and nouns such as "the ministers" into speakers. Not for what they say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mithaq.claims.bearers import People
from mithaq.claims.clauses import Clauses
from mithaq.languages import LanguagePack
from mithaq.model.annotation import Annotation
from mithaq.model.claim import Speaker, SpeakerKind
from mithaq.model.values import CountryValue, FigureValue, OrganisationValue, PersonValue, PlaceValue
from mithaq.text.fold import fold
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit, span_of

# Nouns that refer back to a body are listed with their article: "the council", "l'agence".
_ARTICLE = re.compile(r"^\w+[ '’]\s*")

# The ending of nouns of several people, in the languages whose plural is written so; not "crisis", "campus", "press".
_PLURAL_NOUN = re.compile(r"[a-zéè]{2}(?<![siu])s$|^ال\w{3,}(?:ون|تان|تين)$")

_SEVERAL = ("collective", "role_plural", "gathering")
# How the heads of bodies are titled.
_HEADS = ("secretary-general", "director-general", "managing director", "chief executive", "commissioner-general")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker where it is mentioned: ``country`` is what "his country" means, ``plural`` agrees with plural verbs,
    ``title`` is the noun before a name or in its place as the article writes it.
    """

    speaker: Speaker
    role: str | None = None
    country: str | None = None
    on_behalf_of: str | None = None
    plural: bool = False
    title: str = ""


class SpeakerReader:
    """Finds the possible speakers of one language."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        self._grammar = Grammar(pack.layer("speakers"), label_sets)

    def read(self, clauses: Clauses) -> list[Unit]:
        """The units with every possible speaker as one unit labelled ``speaker``, its Voice under ``voice``."""
        people = People(clauses.article.of_kind("person"), clauses.article.of_kind("country"))

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

        return self._grammar.parse(_with_realms(_with_surnames(clauses.units, clauses.text, people), people), make)


def _with_surnames(units: Sequence[Unit], text: str, people: People) -> list[Unit]:
    """Lets a word beside a verb of speaking stand for the person named before who has it for a surname.

    In front of the verb the word needs its capital; behind the verb or "according to" it may be of any writing.
    """
    surnames = {fold(found.text.split()[-1]): found for found in people.values() if " " in found.text}
    read = list(units)
    for index, unit in enumerate(units[:-1]):
        in_front = "capital" in unit.labels and "speech" in units[index + 1].labels
        behind = index and units[index - 1].labels & {"speech", "says_that", "according"}
        if "word" not in unit.labels or not (in_front or behind):
            continue
        found = surnames.get(fold(unit.span.of(text)))
        if found is not None and found.span.start < unit.start:
            read[index] = Unit(unit.start, unit.end, frozenset({"person"}), {"person": found})
    return read


def _with_realms(units: Sequence[Unit], people: People) -> list[Unit]:
    """Lets "the Kingdom" stand for the kingdom that the article named."""
    read = list(units)
    for index, unit in enumerate(units):
        if "realm" in unit.labels:
            named = people.realm(str(unit.values["realm"]).split("|"), unit.start)
            if named is not None:
                read[index] = Unit(unit.start, unit.end, frozenset({"country"}), {"country": named})
    return read


def unknown_voice(units: Sequence[Unit], text: str) -> Voice:
    """A speaker that no name, title or list knows, in the article's own words ("طبيبة المخيم"); several are a group."""
    mention = span_of(units).of(text)
    words = mention.split()
    several = any(_PLURAL_NOUN.search(word) for word in (words[0], words[-1]))
    return Voice(Speaker(mention, "collective" if several else "person", mention), plural=several)


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
    return Voice(speaker, role, country, country or _organisation(match), title=_title(match, text))


def _title(match: Match, text: str) -> str:
    """The first title of a name: what follows it may belong to the body it names ("speaker of the opposition council")."""
    first = next((unit for unit in match.units if unit.labels & {"role", "honorific"}), None)
    return first.span.of(text) if first else ""


def _role(match: Match, text: str, people: People) -> Voice | None:
    """A title alone: the person of this article who bears it, else the title itself."""
    said = match.value("role") or match.value("anaphor", "role") or ""
    offices: Sequence[str] = match.rule.constants.get("offices", (said,))
    if said == "head" and _organisation(match):
        offices = (said, *_HEADS)  # "the UN chief"
    role, country, mention = offices[0], _country(match), _mention(match, text)
    bearer = people.bearer(offices, country, match.units[0].start) or people.called(mention, text)
    if bearer is not None and isinstance(bearer.value, PersonValue):
        own = country or bearer.value.country
        return Voice(Speaker(bearer.value.name, "person", bearer.text), role, own, own, title=mention)
    name = f"{role} ({country})" if country and role else role or mention
    body = country or _organisation(match)
    return Voice(Speaker(name, "person", mention), role or None, country, body, title=mention)


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
    value = str(next((noun.values[label] for label in _SEVERAL if noun.values.get(label)), ""))
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
    if not name:
        return None
    return Voice(Speaker(name, "anonymous" if name == "sources" else "collective", _mention(match, text)), plural=True)


def _government(match: Match, text: str, people: People) -> Voice | None:
    """A government is its state ("the Athens government"); one that is not named is called by its noun."""
    country = _country(match) or _country_of_place(match)
    mention = _mention(match, text)
    country = country or people.main_state()
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
    voices: list[Voice] = [unit.values["voice"] for unit in match.units if "speaker" in unit.labels]
    names = list(dict.fromkeys(voice.speaker.name for voice in voices))
    if not all(names) or len(names) < 2 or any(voice.title == voice.speaker.mention != "" for voice in voices):
        return None  # a title without a name adds to the one before it ("the member and chair of the committee")
    kinds = {voice.speaker.kind for voice in voices}
    mention = _mention(match, text)
    if kinds <= {"anonymous", "collective"}:
        first = voices[0].speaker
        return Voice(Speaker(first.name, first.kind, mention), plural=True)
    return Voice(Speaker(", ".join(names), "collective", mention), plural=True)


def _anaphor(match: Match, text: str, people: People) -> Voice | None:
    """A title that points back ("the official"): its one bearer in the article, else whoever of that title spoke last."""
    units = match.slots["anaphor"]
    office = str(match.value("role") or units[0].values.get("role") or units[0].values.get("office") or "")
    country, mention = _country(match), _mention(match, text)
    bearers = people.bearers(office, country)
    if len(bearers) == 1 and isinstance(bearers[0].value, PersonValue):
        found = bearers[0].value
        own = country or found.country
        return Voice(Speaker(found.name, "person", bearers[0].text), found.role, own, own, title=mention)
    voice = pronoun_voice(str(match.value("anaphor")), mention)
    return replace(voice, role=office or None, country=country, title=mention)


def _body_taken_up(match: Match, text: str, people: People) -> Voice | None:
    """A body by its noun alone ("the ministry"): the one of that noun that was named before."""
    mention = _mention(match, text)
    return Voice(Speaker("", "organisation", mention), None, _country(match), title=mention)


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
    "body_taken_up": _body_taken_up,
    "those": _those,
    "pronoun": _pronoun,
}
