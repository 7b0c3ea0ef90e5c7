"""Checks the rules of a pack: examples that are there, labels that something gives. Not for running the examples."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from mithaq.languages.check_tables import Finding

# The label elements of a pattern, "{name:one|other}"; "{0,3}" is a count.
_ELEMENT = re.compile(r"\{([^{}]*[^{}\d,][^{}]*)\}")

# Labels that no table gives: the code that builds a lattice puts them on its units. The one list of them.
MADE_BY_CODE: Mapping[str, tuple[str, ...]] = {
    "lattices and the lexicon": ("any", "break", "word", "capital", "digits", "mark"),
    "numbers": (
        "about", "age", "day_number", "dotted", "fraction", "hijri_year", "marked", "month_number", "number", "ordinal", "scaled",
        "short", "short_year", "spelled_year", "vague", "year",
    ),
    "dates": (
        "date", "date_date", "date_day", "date_duration", "date_month", "date_near", "date_set", "date_unknown",
        "date_year",
    ),
    "money and figures": ("figure", "money", "money_high"),
    "shapes of name words": (
        "adjective_like", "adjective_low", "and_definite", "definite", "definite_head", "definite_head_weak", "doubtful", "for_definite",
        "initial", "joined", "lower", "noun_like", "particle_capital", "place_doubtful", "proper", "start", "surname",
        "upper", "verb_like",
    ),
    "joined names": ("named", "named_body", "named_country", "named_person", "named_place"),
    "annotations as units": ("country", "organisation", "person", "place"),
    "clauses": ("future_form", "reference"),
    "undertakings": ("acting", "action_form", "adverb_form", "future_verb", "present_verb", "process_form", "would_verb"),
    "speakers and reporting": (
        "apposed", "pronoun", "reporting", "speaker", "speaker_anonymous", "speaker_collective", "speaker_document",
        "speaker_organisation", "speaker_person", "speaker_place", "speaker_state",
    ),
}  # fmt: skip


def check_rules(root: Path, path: Path, tables: Collection[str]) -> Iterator[Finding]:
    """Every rule has its parts, two examples and a counter-example, and asks for labels that something gives.

    ``tables`` are the labels of the language's tables, clitics and inflections.
    """
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(root).as_posix()
    rules: list[dict[str, Any]] = tomllib.loads(text).get("rule", [])
    known = {label for labels in MADE_BY_CODE.values() for label in labels} | set(tables)
    known |= {str(rule["label"]) for rule in rules if "label" in rule}
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip() == "[[rule]]"]
    names: set[str] = set()
    for line, rule in zip(lines, rules, strict=True):
        title = rule.get("name", "?")
        missing = [part for part in ("name", "pattern", "sense", "examples", "counter_examples") if part not in rule]
        if missing:
            yield Finding(name, line, f"rule {title} lacks {', '.join(missing)}")
            continue
        if title in names:
            yield Finding(name, line, f"rule {title} is there already")
        names.add(title)
        if len(rule["examples"]) < 2:
            yield Finding(name, line, f"rule {title} needs two examples, has {len(rule['examples'])}")
        if len(rule["counter_examples"]) < 1:
            yield Finding(name, line, f"rule {title} needs a counter-example")
        for label in sorted(labels_of(rule["pattern"]) - known):
            yield Finding(name, line, f"rule {title} asks for the label '{label}', which nothing gives")


def labels_of(pattern: str) -> set[str]:
    """The labels a pattern speaks of."""
    labels: set[str] = set()
    for content in _ELEMENT.findall(pattern):
        labels.update(content.rpartition(":")[2].lstrip("!").split("|"))
    return labels
