"""What a found name is worth before it becomes an annotation, and how Arabic names are written in Latin letters."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mithaq.languages import LanguagePack, universal_rows
from mithaq.model.values import FoundBy, OrganisationValue, PersonValue, PlaceValue, Value
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

_SHORTEST_SURNAME = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A name at a place in the text. ``start`` and ``end`` are offsets into the article's text.

    ``usual_country`` is what the catalogue says of a person whose country the words do not give; ``of_body`` says that
    the title is one of a body, which speaks for no country.
    """

    start: int
    end: int
    value: Value
    found_by: FoundBy = "rule"
    confidence: float = 0.8
    usual_country: str | None = None
    of_body: bool = False

    def worth(self, value: Value) -> "Named":
        """The same words, worth something else."""
        return replace(self, value=value)


def first_candidate(value: str) -> str:
    """The most usual of candidates parted by bars."""
    return value.split("|")[0]


class Catalogues:
    """The universal catalogues behind the words of a pack."""

    def __init__(self, pack: LanguagePack) -> None:
        self._organisations = {row[0]: row for row in universal_rows("organisations")}
        self._people = {row[0]: row for row in _rows("people")}
        self._countries = {row[0]: row for row in universal_rows("countries")}
        self._coordinates = dict(_coordinates())
        self._forms = {fold(word.form): word.value for word in pack.table("people")}
        self._roles = {fold(word.form): word.value for word in pack.table("roles") if word.label == "role"}
        self.surnames = _unique_surnames(pack)
        self._joined = {
            fold(word.form).replace(" ", ""): word.value for word in pack.table("given_names") if " " in word.form
        }
        self._letters = {word.form: word.value for word in pack.table("name_words") if word.label == "letter"}

    def country_name(self, iso: str) -> str:
        """English short name of a country; the code itself when it is not listed."""
        return self._countries.get(iso, (iso, iso))[1]

    def organisation(self, key: str) -> OrganisationValue:
        """The catalogue's value for a key; the first of several candidates."""
        key = first_candidate(key)
        row = self._organisations.get(key, (key,))
        return OrganisationValue(key, _column(row, 1), _column(row, 2))

    def person(self, key: str, start: int, end: int, confidence: float) -> Named:
        """A person of the catalogue at a place; role and country are left to the article, the country as a last resort."""
        key = first_candidate(key)
        country = _column(self._people.get(key, (key,)), 1)
        return Named(start, end, PersonValue(key), "catalogue", confidence, country)

    def office_holder(self, surname: str, role: str | None, countries: Container[str]) -> str | None:
        """The key of the only listed person of a surname, when the title's role or country is that person's too."""
        key = self.surnames.get(fold(surname))
        if key is None:
            return None
        row = self._people.get(key, (key,))
        fits = _column(row, 1) in countries or (not countries and role is not None and role in (_column(row, 2) or ""))
        return key if fits else None

    def role(self, words: str) -> str | None:
        """The short English role that these words are listed for."""
        role = self._roles.get(fold(" ".join(words.split())))
        return first_candidate(role) if role else None

    def listed(self, words: Iterable[str]) -> str | None:
        """The key of the person whose listed form these words make."""
        return self._forms.get(" ".join(fold(word) for word in words))

    def place(self, value: str) -> PlaceValue:
        """``Name|ISO`` as a value, with its coordinates where the gazetteer has them."""
        name, _, countries = value.partition("|")
        iso = first_candidate(countries) or None
        return PlaceValue(name, iso, *self._coordinates.get((name, iso), ()))

    def capital_place(self, iso: str) -> PlaceValue:
        """The capital of a country; a place of the country's own name when none is listed."""
        name = _column(self._countries.get(iso, ()), 4) or self.country_name(iso)
        return self.place(f"{name}|{iso}")

    def latin(self, text: str, units: Sequence[Unit]) -> str:
        """The units' words in Latin letters: listed spellings first, letter by letter otherwise."""
        return " ".join(self._latin_word(text, unit) for unit in units if "quote_mark" not in unit.labels)

    def _latin_word(self, text: str, unit: Unit) -> str:
        surface = text[unit.start : unit.end]
        if not self._letters or surface[0].isascii():
            return surface
        for label in ("given_name", "particle"):
            if unit.values.get(label):
                return first_candidate(unit.values[label])
        return first_candidate(self._joined.get(fold(surface), "")) or romanise(surface, self._letters)


def romanise(surface: str, letters: Mapping[str, str]) -> str:
    """A plain reading of a word in Arabic letters; vowels that are not written are not guessed."""
    article = surface.startswith("ال") and len(surface) > 3
    body = surface[2:] if article else surface
    written = []
    for position, letter in enumerate(body):
        latin = letters.get(letter, letters.get(fold(letter), "")) if not letter.isascii() else letter
        if position == 0 and letter == "و":
            latin = "w"
        elif position == 0 and letter == "ي":
            latin = "y"
        elif position and letter == "و" and body[position - 1] in "اأآ":
            latin = "w"
        written.append(latin)
    word = "".join(written).capitalize()
    return f"al-{word}" if article else word


def _unique_surnames(pack: LanguagePack) -> dict[str, str]:
    """Last words of the listed people, folded, that belong to one person, and whose they are."""
    owners: dict[str, set[str]] = {}
    for word in pack.table("people"):
        words = fold(word.form).replace("-", " ").split()
        if len(words) > 1 and len(words[-1]) >= _SHORTEST_SURNAME:
            owners.setdefault(words[-1], set()).add(word.value)
    return {surname: min(people) for surname, people in owners.items() if len(people) == 1}


def _coordinates() -> Iterator[tuple[tuple[str, str | None], tuple[float, float]]]:
    """Latitude and longitude of the gazetteer's places, by name and country."""
    for place, latitude, longitude in universal_rows("places"):
        name, _, iso = place.partition("|")
        yield (name, iso), (float(latitude), float(longitude))


def _rows(table: str) -> tuple[tuple[str, ...], ...]:
    try:
        return universal_rows(table)
    except FileNotFoundError:
        return ()


def _column(row: Sequence[str], index: int) -> str | None:
    return (row[index] or None) if len(row) > index else None
