"""Checks the real language packs, so that what is wrong in the data is found before it is read with.

Not for running: folding lies a floor higher, so the command that brings both together is
``python -m mithaq.text.check_packs``.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from mithaq.errors import PackError
from mithaq.languages.check_rules import check_rules
from mithaq.languages.check_tables import (
    Codes,
    Finding,
    Fold,
    Line,
    check_columns,
    check_duplicates,
    check_organisations,
    check_places,
    check_text,
    check_values,
    read_lines,
)
from mithaq.languages.load import UNIVERSAL, Word, read_table, read_verbs

# Label, the values some form must have, the languages that must have them (None: all).
_COVERAGE: tuple[tuple[str, range, tuple[str, ...] | None], ...] = (
    ("month", range(1, 13), None),
    ("weekday", range(1, 8), None),
    ("season", range(21, 25), None),
    ("hijri_month", range(1, 13), ("ar",)),
)
_SETTINGS: Mapping[str, tuple[str, ...]] = {
    "": ("name", "script", "direction", "abbreviations"),
    "tense": ("future_words", "past_words", "future_prefixes", "future_suffixes"),
    "numbers": ("linkers", "decimal", "space_groups", "date_order"),
    "inflect": (),
    "verbs": (),
}


def check_packs(root: Path, fold: Fold, used_tables: Collection[str]) -> list[Finding]:
    """What is wrong in the packs under ``root``, sorted by place.

    ``fold`` is the folding that matching uses; ``used_tables`` names the word tables that some reader asks for.
    """
    languages = sorted(path.parent.name for path in root.glob("*/language.toml"))
    findings: list[Finding] = []
    broken = set()
    for path in sorted((*root.rglob("*.tsv"), *root.rglob("*.toml"))):
        found = _undecodable(root, path)
        if found is not None:
            findings.append(found)
            broken.add(path)
    if broken:
        return findings
    codes = _codes(root)
    findings.extend(_check_catalogues(root, codes))
    findings.extend(_check_tables(root, UNIVERSAL, fold, codes, used_tables))
    for language in languages:
        findings.extend(_check_tables(root, language, fold, codes, used_tables))
        findings.extend(_check_language(root, language))
    findings.extend(_check_same_files(root, languages))
    return sorted(findings)


def _undecodable(root: Path, path: Path) -> Finding | None:
    name = path.relative_to(root).as_posix()
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
        if path.suffix == ".toml":
            tomllib.loads(text)
    except UnicodeDecodeError as error:
        return Finding(name, content[: error.start].count(b"\n") + 1, "this is not UTF-8")
    except tomllib.TOMLDecodeError as error:
        return Finding(name, 1, f"this is not TOML: {error}")
    return None


def _catalogue(root: Path, name: str) -> list[Line]:
    path = root / UNIVERSAL / f"{name}.tsv"
    return read_lines(root, path) if path.is_file() else []


def _codes(root: Path) -> Codes:
    in_use = [line.columns for line in _catalogue(root, "currency_countries") if len(line.columns) == 2]
    countries = {line.columns[0] for line in _catalogue(root, "countries")} | {row[0] for row in in_use}
    path = root / UNIVERSAL / "words" / "currencies.tsv"
    named = {line.columns[0] for line in read_lines(root, path)} if path.is_file() else set()
    currencies = {code for code in named if len(code) == 3 and code.isalpha()} | {row[1] for row in in_use}
    return Codes(countries, currencies, {line.columns[0] for line in _catalogue(root, "organisations")})


def _check_catalogues(root: Path, codes: Codes) -> Iterator[Finding]:
    yield from check_organisations(_catalogue(root, "organisations"), codes.countries)
    for line in _catalogue(root, "people"):
        yield from check_text(line, line.columns[0])
        country = line.columns[1] if len(line.columns) > 1 else ""
        if country and country not in codes.countries:
            yield line.finding(f"'{country}' is not an ISO 3166-1 country")
    yield from check_places(_catalogue(root, "places"), codes.countries)


def _check_tables(root: Path, folder: str, fold: Fold, codes: Codes, used_tables: Collection[str]) -> Iterator[Finding]:
    for path in sorted((root / folder / "words").glob("*.tsv")):
        lines = read_lines(root, path)
        shared = root / UNIVERSAL / "words" / path.name
        before = read_lines(root, shared) if folder != UNIVERSAL and shared.is_file() else []
        yield from check_columns(lines)
        yield from check_duplicates((*before, *lines), fold)
        yield from check_values(lines, codes)
        if path.stem not in used_tables:
            yield Finding(path.relative_to(root).as_posix(), 1, f"no reader uses the table '{path.stem}'")


def _check_language(root: Path, language: str) -> Iterator[Finding]:
    folder = root / language
    settings = tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))
    yield from _check_settings(language, settings)
    try:
        words = _words(root, folder, settings)
    except (PackError, KeyError, IndexError) as error:
        yield Finding(f"{language}/verbs.tsv", 1, f"the words cannot be loaded: {error}")
        return
    for label, values, languages in _COVERAGE:
        if languages is None or language in languages:
            there = {word.value for word in words if word.label == label}
            for value in values:
                if str(value) not in there:
                    yield Finding(f"{language}/language.toml", 1, f"no form is a {label} with the value {value}")
    clitics = settings.get("clitics", {})
    names = {*clitics.get("conjunctions", {}).values(), *clitics.get("prepositions", {}).values()}
    labels = {word.label for word in words} | names | {f"clitic_{name}" for name in names}
    for path in sorted((folder / "rules").glob("*.toml")):
        yield from check_rules(root, path, labels)


def _words(root: Path, folder: Path, settings: Mapping[str, Any]) -> list[Word]:
    words = [
        word
        for place in (root / UNIVERSAL, folder)
        for path in sorted((place / "words").glob("*.tsv"))
        for word in read_table(path, settings)
    ]
    if (folder / "verbs.tsv").is_file():
        words.extend(read_verbs(folder / "verbs.tsv", settings))
    return words


def _check_settings(language: str, settings: Mapping[str, Any]) -> Iterator[Finding]:
    name = f"{language}/language.toml"
    for section, keys in _SETTINGS.items():
        if section and section not in settings:
            yield Finding(name, 1, f"the section [{section}] is missing")
            continue
        place = settings[section] if section else settings
        for key in keys:
            if key not in place:
                yield Finding(name, 1, f"the setting {f'{section}.' if section else ''}{key} is missing")


def _check_same_files(root: Path, languages: Collection[str]) -> Iterator[Finding]:
    files = {
        language: {
            path.relative_to(root / language).as_posix()
            for pattern in ("words/*.tsv", "rules/*.toml", "verbs.tsv")
            for path in (root / language).glob(pattern)
        }
        for language in languages
    }
    every = set().union(*files.values())
    for language, there in files.items():
        for missing in sorted(every - there):
            others = ", ".join(other for other in languages if missing in files[other])
            yield Finding(f"{language}/{missing}", 1, f"the file is missing, and is there in: {others}")
