"""Checks the lines of word tables: characters, columns, duplicates, codes. Not for rules, nor for what is missing."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Fold = Callable[[str], str]

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TATWEEL = "\u0640"
_VOWEL_MARKS = frozenset(map(chr, (*range(0x064B, 0x0656), 0x0670)))
# Letters of Persian and Urdu that look like Arabic ones; پ چ ژ ڤ گ are written by the Arabic press for foreign sounds.
_PERSIAN_LOOK_ALIKES = frozenset("یکہەھۃێۆۇ")
_WORD = re.compile(r"[^\W\d_]+")
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]+)?")
_QID = re.compile(r"Q[1-9]\d*")

COUNTRY_LABELS = frozenset(
    ("country", "country_adjective", "country_weak", "country_adjective_weak", "capital_government")
)
CURRENCY_LABELS = frozenset(("currency", "currency_ambiguous", "currency_sign"))
ORGANISATION_LABELS = frozenset(("organisation", "organisation_weak", "outlet_weak"))
# Looked up by their exact spelling, since folding makes one of على and علي.
_EXACT_LABELS = frozenset(("bound", "common", "letter"))
ORGANISATION_SORTS = frozenset(
    ("agency", "alliance", "armed_group", "club", "coalition", "company", "court", "fund", "military", "organ", "organisation",
     "ministry", "outlet", "parliament", "party", "working_group")
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in a pack; ``path`` is relative to the folder of the packs, ``line`` counts from 1."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.what}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table that is not a comment, split at tabs."""

    path: str
    number: int
    columns: tuple[str, ...]

    def finding(self, what: str) -> Finding:
        """A finding at this line."""
        return Finding(self.path, self.number, what)


@dataclass(frozen=True, slots=True)
class Codes:
    """What values may name: ISO 3166-1 countries, ISO 4217 currencies, keys of the catalogue of organisations."""

    countries: Collection[str]
    currencies: Collection[str]
    organisations: Collection[str]


def read_lines(root: Path, path: Path) -> list[Line]:
    """The lines of a table. Raises UnicodeDecodeError when it is not UTF-8."""
    name = path.relative_to(root).as_posix()
    lines = path.read_text(encoding="utf-8").split("\n")
    return [
        Line(name, number, tuple(line.split("\t")))
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]


def check_text(line: Line, text: str) -> Iterator[Finding]:
    """Characters that do not belong in a form, whatever the language."""
    if unicodedata.normalize("NFC", text) != text:
        yield line.finding(f"'{text}' is not in normal form NFC")
    if text != text.strip() or "  " in text:
        yield line.finding(f"'{text}' has blanks around it or two in a row")
    for character in sorted(set(text)):
        code = f"U+{ord(character):04X}"
        if character in _BIDI_CONTROLS:
            yield line.finding(f"'{text}' holds a direction control, {code}")
        elif character == "\ufeff" or (_presentation_form(character)):
            yield line.finding(f"'{text}' holds a presentation form, {code}")
        elif character == _TATWEEL and text != _TATWEEL:
            yield line.finding(f"'{text}' holds a tatweel")
        elif character in _VOWEL_MARKS:
            yield line.finding(f"'{text}' holds a vowel mark, {code}")
        elif character in _PERSIAN_LOOK_ALIKES:
            yield line.finding(f"'{text}' holds the letter {code}, which only looks like an Arabic one")
    yield from _check_scripts(line, text)


def _presentation_form(character: str) -> bool:
    block = "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufeff"
    return block and unicodedata.category(character).startswith("L")


def _check_scripts(line: Line, text: str) -> Iterator[Finding]:
    for found in _WORD.finditer(text):
        scripts = {_script(letter) for letter in found.group()}
        for script in sorted(scripts & {"CYRILLIC", "GREEK"}):
            yield line.finding(f"'{found.group()}' holds {script.title()} letters")
        if {"ARABIC", "LATIN"} <= scripts:
            yield line.finding(f"'{found.group()}' mixes Arabic and Latin letters")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def check_columns(lines: Iterable[Line]) -> Iterator[Finding]:
    """Three columns, form and label filled in, and forms of clean characters."""
    for line in lines:
        if len(line.columns) != 3:
            yield line.finding(f"three columns are needed, found {len(line.columns)}")
            continue
        form, label, value = line.columns
        if not form.strip() or not re.fullmatch(r"[a-z][a-z0-9_]*", label):
            yield line.finding(f"form and label are needed, found '{form}' and '{label}'")
        if value != value.strip() or "\r" in value:
            yield line.finding(f"the value '{value.strip()}' has blanks around it")
        yield from check_text(line, form)


def check_duplicates(lines: Iterable[Line], fold: Fold) -> Iterator[Finding]:
    """The same form and label twice, after folding.

    A form that must be written in capitals may stand beside one that need not, if it is worth something else.
    """
    seen: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if len(line.columns) != 3:
            continue
        form, label, value = line.columns
        earlier = seen.setdefault((form if label in _EXACT_LABELS else fold(form), label), [])
        for other in earlier:
            if other.columns[2] == value:
                yield line.finding(f"'{form}' ({label}) is there already: {_place(other, line)}")
                break
            if _writing(other.columns[0]) == _writing(form):
                values = f"'{other.columns[2]}' and '{value}'"
                yield line.finding(f"'{form}' ({label}) has two values, {values}: {_place(other, line)}")
                break
        earlier.append(line)


def _place(other: Line, line: Line) -> str:
    place = f"line {other.number}" if other.path == line.path else f"{other.path}:{other.number}"
    return f"'{other.columns[0]}' in {place}"


def _writing(form: str) -> str:
    """How the first word must be written for the form to match: in capitals, with a capital, or in any way."""
    found = _WORD.search(form)
    if found is None or not found.group()[0].isupper():
        return "any"
    return "capitals" if len(found.group()) > 1 and found.group().isupper() else "capital"


def check_values(lines: Iterable[Line], codes: Codes) -> Iterator[Finding]:
    """Values that name a country, a currency, an organisation or a sort of body name one that exists."""
    for line in lines:
        if len(line.columns) != 3:
            continue
        _, label, value = line.columns
        candidates = value.split("|")
        if label in COUNTRY_LABELS:
            yield from _unknown(line, candidates, codes.countries, "an ISO 3166-1 country")
        elif label == "place":
            name, *countries = candidates
            if not name:
                yield line.finding("a place needs a name: Name|ISO")
            yield from _unknown(line, filter(None, countries), codes.countries, "an ISO 3166-1 country")
        elif label in CURRENCY_LABELS:
            yield from _unknown(line, candidates, codes.currencies, "an ISO 4217 currency")
        elif label in ORGANISATION_LABELS:
            yield from _unknown(line, candidates, codes.organisations, "a key of universal/organisations.tsv")
        elif label == "body_noun":
            yield from _unknown(line, filter(None, candidates), ORGANISATION_SORTS, "a sort of organisation")


def _unknown(line: Line, candidates: Iterable[str], known: Collection[str], what: str) -> Iterator[Finding]:
    for candidate in candidates:
        if candidate not in known:
            yield line.finding(f"'{candidate}' is not {what}")


def check_organisations(lines: Iterable[Line], countries: Collection[str]) -> Iterator[Finding]:
    """The catalogue of organisations: key, Wikidata item, sort, members."""
    keys: dict[str, int] = {}
    for line in lines:
        if len(line.columns) != 4:
            yield line.finding(f"four columns are needed, found {len(line.columns)}")
            continue
        key, item, sort, members = line.columns
        yield from check_text(line, key)
        if key in keys:
            yield line.finding(f"'{key}' is there already, in line {keys[key]}")
        keys[key] = line.number
        if item and not _QID.fullmatch(item):
            yield line.finding(f"'{item}' is not a Wikidata item: Q and a number")
        yield from _unknown(line, (sort,), ORGANISATION_SORTS, "a sort of organisation")
        yield from _unknown(line, filter(None, members.split(",")), countries, "an ISO 3166-1 country")


def check_places(lines: Iterable[Line], countries: Collection[str]) -> Iterator[Finding]:
    """The gazetteer: ``Name|ISO``, latitude and longitude in degrees."""
    for line in lines:
        place, *degrees = line.columns
        if place.partition("|")[2] not in countries:
            yield line.finding(f"'{place}' does not end in an ISO 3166-1 country")
        if len(degrees) != 2 or not all(
            _DEGREES.fullmatch(value) and abs(float(value)) <= most
            for value, most in zip(degrees, (90, 180), strict=True)
        ):
            yield line.finding(f"'{place}' needs a latitude and a longitude in degrees")
