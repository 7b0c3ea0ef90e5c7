"""Templates of sentences: words with named slots between them, read from the tables. Not for filling or finding them."""

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Where a template is one string and not a table of forms, it is the form for every count.
ONLY_FORM = "other"
# What readers see where it is not what the record keeps.
SHOWN_FORM = "shown"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a sentence for a value. ``kind`` says what it holds: a date, an amount, a name, …"""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Template:
    """Words and slots in the order in which they stand."""

    parts: tuple[str | Slot, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots alone."""
        return tuple(part for part in self.parts if isinstance(part, Slot))

    @property
    def words(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(part for part in self.parts if isinstance(part, str))


Forms = Mapping[str, Template]
"""The forms of one sentence by the plural category of its count (Unicode CLDR), ``other`` where it has none; ``shown``."""


def parse_template(text: str) -> Template:
    """The template written as ``It was held in {place:name}.``; the kind may be left out. Raises ValueError."""
    parts: list[str | Slot] = []
    for words, name, kind, _ in string.Formatter().parse(text):
        if words:
            parts.append(words)
        if name is not None:
            parts.append(Slot(name, kind or ""))
    return Template(tuple(parts))


@cache
def load_templates(language: str) -> Mapping[str, Forms]:
    """The sentences of ``en``, ``fr`` or ``ar`` by ``table.key``. Raises FileNotFoundError for any other language."""
    text = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return {
        f"{table}.{key}": {
            category: parse_template(form)
            for category, form in (told if isinstance(told, dict) else {ONLY_FORM: told}).items()
        }
        for table, sentences in tomllib.loads(text).items()
        for key, told in sentences.items()
    }
