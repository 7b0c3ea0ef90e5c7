"""Reads the language packs from their files into frozen types. What a word means is data there, never code here."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from mithaq.errors import PackError

ROOT = Path(__file__).parent
UNIVERSAL = "universal"
_FINITE = frozenset(("past", "present", "future"))
_WITH_SUBJECT = frozenset(("mp", "d", "1p", "1s"))


@dataclass(frozen=True, slots=True)
class Word:
    """One form of a table: ``label`` is what rules call it, ``value`` what it is worth.

    ``bare`` forms (finite verbs) take neither the article nor a preposition written onto them: "طلب" is "asked", but
    "الطلب" and "بطلب" are the noun.
    """

    form: str
    label: str
    value: str
    table: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over labelled units. ``sense`` names the function that makes the value; ``constants`` go to it.

    ``examples`` pair a text with the value expected; ``counter_examples`` are texts the rule must leave alone.
    """

    name: str
    layer: str
    level: int
    pattern: str
    sense: str
    constants: Mapping[str, Any]
    examples: tuple[tuple[str, str], ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """Everything known of one language. ``words`` holds the language's tables and the universal ones, inflected."""

    code: str
    settings: Mapping[str, Any]
    words: tuple[Word, ...] = field(repr=False)
    rules: tuple[Rule, ...] = field(repr=False)
    tables: Mapping[str, tuple[Word, ...]] = field(default_factory=dict, repr=False)

    def layer(self, name: str) -> tuple[Rule, ...]:
        """The rules of one layer ("dates", "statements" …), lowest level first."""
        return tuple(sorted((rule for rule in self.rules if rule.layer == name), key=lambda rule: rule.level))

    def table(self, name: str) -> tuple[Word, ...]:
        """The words of one table."""
        return self.tables.get(name, ())


def available_languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the packs that are shipped."""
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/language.toml") if path.parent.name != UNIVERSAL))


@cache
def load_pack(code: str) -> LanguagePack:
    """The pack of one language. Raises PackError when there is none or a file of it cannot be read."""
    folder = ROOT / code
    if not (folder / "language.toml").is_file():
        raise PackError(f"there is no language pack for '{code}'; packs: {', '.join(available_languages())}")
    settings = tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))
    words: list[Word] = []
    for place in (ROOT / UNIVERSAL, folder):
        for path in sorted((place / "words").glob("*.tsv")):
            words.extend(read_table(path, settings))
    if (folder / "verbs.tsv").is_file():
        words.extend(read_verbs(folder / "verbs.tsv", settings))
    rules = [rule for path in sorted((folder / "rules").glob("*.toml")) for rule in read_rules(path)]
    tables: dict[str, list[Word]] = {}
    for word in words:
        tables.setdefault(word.table, []).append(word)
    return LanguagePack(
        code, settings, tuple(words), tuple(rules), {name: tuple(found) for name, found in tables.items()}
    )


def read_table(path: Path, settings: Mapping[str, Any]) -> list[Word]:
    """The words of one file, each inflected as the language's settings say. Raises PackError on a malformed line."""
    inflections: Mapping[str, list[str]] = settings.get("inflect", {})
    table, words, seen = path.stem, [], set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != 3:
            raise PackError(
                f"{path.parent.parent.name}/{path.name}:{number}: three columns are needed, found {len(parts)}"
            )
        form, label, value = parts
        for template in inflections.get(label, ("*",)):
            inflected = inflect(form, template)
            if (inflected, label) not in seen:
                seen.add((inflected, label))
                words.append(Word(inflected, label, value, table))
    return words


def read_verbs(path: Path, settings: Mapping[str, Any]) -> list[Word]:
    """The inflected forms of a table of verbs.

    The first line names the columns: ``label``, ``value``, then principal parts. ``[verbs.<part>]`` of the settings
    says how a part is inflected: template = "tense feature". Several forms in one cell, parted by ``|``, are taken as
    they are, with the features in the order of the templates. Each form becomes two words: one with the label and its
    value, one labelled ``<label>_<tense>`` whose value is the feature (person, gender, number). A form that carries its
    subject in its ending (Arabic plural, dual, first person) is labelled ``<label>_with_subject`` too. ``-`` is no form.
    """
    templates: Mapping[str, Mapping[str, str]] = settings.get("verbs", {})
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    parts = rows[0][2:]
    words: dict[tuple[str, str], Word] = {}
    for number, row in enumerate(rows[1:], 2):
        if row[0].startswith("#"):
            continue
        if len(row) != len(parts) + 2:
            raise PackError(
                f"{path.parent.name}/{path.name}:{number}: {len(parts) + 2} columns are needed, found {len(row)}"
            )
        for part, cell in zip(parts, row[2:], strict=True):
            for form, tense, feature in _inflect_verb(cell, templates[part]):
                labels = {row[0]: row[1], f"{row[0]}_{tense}": feature}
                if feature in _WITH_SUBJECT:
                    labels[f"{row[0]}_with_subject"] = ""
                for label, value in labels.items():
                    known = words.get((form, label))
                    if known is None or (known.bare and tense not in _FINITE):
                        words[form, label] = Word(
                            form, label, known.value if known else value, "verbs", tense in _FINITE
                        )
    return list(words.values())


def _inflect_verb(cell: str, templates: Mapping[str, str]) -> list[tuple[str, str, str]]:
    if cell == "-":
        return []
    features = [meaning.partition(" ") for meaning in templates.values()]
    if "|" in cell:
        return [
            (form, tense, feature) for form, (tense, _, feature) in zip(cell.split("|"), features, strict=False) if form
        ]
    forms = (template.replace("*", cell) for template in templates)
    return [(form, tense, feature) for form, (tense, _, feature) in zip(forms, features, strict=True)]


def inflect(form: str, template: str) -> str:
    """``form`` put in the template's ``*``; ``-x*`` first drops a final x (Arabic teh marbuta before an ending)."""
    if template.startswith("-"):
        drop, template = template[1], template[2:]
        if not form.endswith(drop):
            return form
        form = form[:-1]
    return template.replace("*", form)


def read_rules(path: Path) -> list[Rule]:
    """The rules of one file. Raises PackError when a rule lacks a part."""
    rules = []
    for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("rule", []):
        known = ("name", "level", "pattern", "sense", "examples", "counter_examples")
        try:
            rules.append(
                Rule(
                    name=entry["name"],
                    layer=path.stem,
                    level=int(entry.get("level", 1)),
                    pattern=entry["pattern"],
                    sense=entry["sense"],
                    constants={key: value for key, value in entry.items() if key not in known},
                    examples=tuple((text, value) for text, value in entry["examples"]),
                    counter_examples=tuple(map(_text, entry["counter_examples"])),
                )
            )
        except (KeyError, ValueError, TypeError) as error:
            raise PackError(f"{path.parent.parent.name}/{path.name}: rule {entry.get('name', '?')}: {error}") from error
    return rules


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a counter-example must be a text: {value}")
    return value


@cache
def universal_rows(table: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a universal catalogue (``organisations``, ``countries`` …), split at tabs, comments left out."""
    path = ROOT / UNIVERSAL / f"{table}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))
