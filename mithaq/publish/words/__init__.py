"""The words of the interface in each language, as data. For what the software says itself, not for reading articles."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from mithaq.errors import UsageError

LANGUAGES = ("en", "ar", "fr")


class Words:
    """The words of one language, in tables. A code without a word (a new act, say) is shown as it is."""

    def __init__(self, language: str, tables: dict[str, dict[str, Any]]) -> None:
        self.language = language
        self.tables = tables

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return self.say("language", "direction")

    def knows(self, table: str, key: str) -> bool:
        """Is there a word for this code?"""
        return key in self.tables[table]

    def say(self, table: str, key: str, **slots: str) -> str:
        """The word for ``key``, its named slots filled."""
        word = str(self.tables[table].get(key, key))
        return word.format(**slots) if slots else word

    def form(self, table: str, key: str, index: int) -> str:
        """One of the entries of a list, such as the name of a month."""
        return str(self.tables[table][key][index])

    def counted(self, table: str, key: str, category: str) -> str:
        """The form of a word that goes with a count; ``other`` where the language has no such form."""
        forms: dict[str, str] = self.tables[table][key]
        return forms.get(category, forms["other"])

    def enumerate(self, names: list[str]) -> str:
        """The names as one phrase: ``A, B and C``."""
        *first, last = names
        return self.say("marks", "and").join([self.say("marks", "comma").join(first), last]) if first else last


@cache
def words_in(language: str) -> Words:
    """The words of ``en``, ``ar`` or ``fr``. Raises UsageError for any other language."""
    if language not in LANGUAGES:
        raise UsageError(f"there is no interface in {language!r}: choose one of {', '.join(LANGUAGES)}")
    text = files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Words(language, tomllib.loads(text))
