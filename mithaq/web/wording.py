"""How the pages speak: words, dates, names and numbers in the reader's language and digits. Not for what is shown.

Everything given back is safe in HTML: words of articles are escaped and isolated, so that no run turns a line around.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from mithaq.errors import UsageError
from mithaq.publish.excerpts import one_line
from mithaq.publish.parties import party_name
from mithaq.publish.readable import (
    plural_category,
    readable_amount,
    readable_date,
    readable_number,
    readable_quantity,
    readable_unit,
)
from mithaq.publish.subjects import SEPARATOR, readable_subject
from mithaq.publish.words import LANGUAGES, Words, words_in

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
DIGITS = ("latn", "arab")
# A statement of several states has their codes for a speaker.
# Who speaks only by an office: "foreign minister (US)".
_OFFICE = re.compile(r"(?P<role>[a-z][a-z -]*) \((?P<state>[A-Z]{2})\)")
_ARABIC_INDIC = str.maketrans("0123456789%", "٠١٢٣٤٥٦٧٨٩٪")


@cache
def desk_words(language: str) -> dict[str, dict[str, Any]]:
    """The words of the desk in ``en``, ``ar`` or ``fr``; those that go with a count in forms by plural category.

    Raises UsageError for any other language.
    """
    if language not in LANGUAGES:
        raise UsageError(f"the desk does not speak {language!r}: choose one of {', '.join(LANGUAGES)}")
    text = files("mithaq.web").joinpath(f"words/{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def direction_of(language: str) -> str:
    """``rtl`` or ``ltr``; ``auto`` where the language is not known."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr" if language else "auto"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in one language with one kind of digits. ``rename`` gives the usual name in that language, or None."""

    language: str
    digits: str = "latn"
    rename: Callable[[str], str | None] = lambda _: None

    @property
    def words(self) -> Words:
        """The words of the brief, which the desk shares."""
        return words_in(self.language)

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``, of the page."""
        return self.words.direction

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return self.words.say("marks", "comma")

    @property
    def colon(self) -> str:
        """What stands between a label and what it is of."""
        return self.words.say("marks", "colon")

    @property
    def semicolon(self) -> str:
        """What stands between the items of a longer list."""
        return self.words.say("marks", "semicolon")

    def say(self, path: str, **slots: str) -> str:
        """The desk's word at ``table.key``, slots filled. Raises KeyError for a word that the files lack."""
        table, _, key = path.partition(".")
        word = str(desk_words(self.language)[table][key])
        return word.format(**slots) if slots else word

    def counted(self, path: str, count: int) -> str:
        """The desk's word at ``table.key`` in the form that goes with the count."""
        table, _, key = path.partition(".")
        forms: dict[str, str] = desk_words(self.language)[table][key]
        form = forms.get(plural_category(count, self.words), forms["other"])
        return form.format(count=self.plain_number(count))

    def say_markup(self, path: str, **slots: object) -> Markup:
        """The same with slots that hold markup."""
        return Markup(escape(self.say(path))).format(**slots)

    def word(self, table: str, key: str) -> str:
        """The brief's word for a code of the record; the code itself where there is none."""
        return self.words.say(table, key) if table in self.words.tables else key

    def told(self, table: str, key: str) -> str:
        """The desk's word for a code of the record; the code itself where there is none."""
        return str(desk_words(self.language)[table].get(key, key))

    def in_digits(self, text: str) -> str:
        """Text of the interface in the digits that were chosen; separators within numbers go with them."""
        if self.digits != "arab":
            return text
        shown = list(text)
        for place in range(1, len(shown) - 1):
            if text[place] in ",." and text[place - 1].isdigit() and text[place + 1].isdigit():
                shown[place] = "٬" if text[place] == "," else "٫"
        return "".join(shown).translate(_ARABIC_INDIC)

    def plain_number(self, number: float) -> str:
        """A number as plain text."""
        return self.in_digits(readable_number(number, self.language))

    def number(self, number: float) -> Markup:
        """A number."""
        return Markup("<bdi>{}</bdi>").format(self.plain_number(number))

    def year(self, year: int) -> str:
        """A year: no separators."""
        return self.in_digits(str(year))

    def percent(self, share: float) -> str:
        """A share between 0 and 1."""
        return self.in_digits(f"{share * 100:.0f}%")

    def score(self, score: int) -> str:
        """-1, 0 or +1."""
        return self.in_digits(f"{score:+d}" if score else "0")

    def amount_plain(self, amount: float, currency: str | None, qualifier: str) -> str:
        """An amount as plain text."""
        return self.in_digits(readable_amount(amount, currency, qualifier, self.language))

    def amount(self, amount: float, currency: str | None, qualifier: str) -> Markup:
        """An amount with its currency and how exact it is."""
        return Markup("<bdi>{}</bdi>").format(self.amount_plain(amount, currency, qualifier))

    def quantity(self, value: float, unit: str | None, qualifier: str) -> Markup:
        """A number of things."""
        shown = (
            readable_quantity(value, unit, qualifier, self.language)
            if unit
            else readable_number(value, self.language, qualifier)
        )
        return Markup("<bdi>{}</bdi>").format(self.in_digits(shown))

    def unit(self, unit: str) -> str:
        """What is counted, by its name; the record's own word where the language has none."""
        return readable_unit(unit, self.language)

    def day_plain(self, edtf: str | None) -> str:
        """A date in words as plain text."""
        return self.in_digits(readable_date(edtf, self.language))

    def day(self, edtf: str | None) -> Markup:
        """A date in words, its code for those who point at it."""
        return Markup('<bdi title="{}">{}</bdi>').format(edtf or "", self.day_plain(edtf))

    def date(self, edtf: str | None) -> Markup:
        """A date in words beside its code."""
        words = self.day_plain(edtf)
        if words == (edtf or ""):
            return Markup("<bdi>{}</bdi>").format(words)
        return Markup('<span class="date"><bdi>{}</bdi> <bdi class="code" dir="ltr">{}</bdi></span>').format(
            words, edtf or ""
        )

    def days_plain(self, days: Iterable[str]) -> str:
        """Several dates as plain text."""
        return self.comma.join(self.day_plain(day) for day in days)

    def moment(self, when: str) -> Markup:
        """A time of ISO 8601 as day and minute."""
        day, _, clock = when.partition("T")
        shown = f"{self.day_plain(day)} {self.in_digits(clock[:5])}".strip()
        return Markup('<time datetime="{}"><bdi>{}</bdi></time>').format(when, shown)

    def name_plain(self, name: str | None) -> str:
        """A party, a person or a place as plain text."""
        if not name:
            return ""
        known = self._known(name)
        if known:
            return known
        parts = name.split(", ")
        if len(parts) > 1 and any(map(self._known, parts)):
            return self.comma.join(map(self.name_plain, parts))
        office = _OFFICE.fullmatch(name)
        if office and self.words.knows("role", office["role"]):
            return f"{self.role(office['role'])} ({self.name_plain(office['state'])})"
        return one_line(name)

    def _known(self, name: str) -> str | None:
        """The name of a state, a collective, or what the articles and packs of the language call the thing."""
        known = party_name(name, self.language)
        return known if known != name else self.rename(name)

    def name(self, name: str | None) -> Markup:
        """A party, a person or a place by its name in the reader's language, isolated."""
        shown = self.name_plain(name)
        coded = bool(name) and len(name or "") == 2 and shown != name
        return (
            Markup('<bdi title="{}">{}</bdi>').format(name, shown) if coded else Markup("<bdi>{}</bdi>").format(shown)
        )

    def names(self, names: Iterable[str]) -> Markup:
        """Several names as one phrase."""
        shown = [self.name(name) for name in dict.fromkeys(names)]
        *first, last = shown or [Markup("–")]
        if not first:
            return last
        return Markup("{}{}{}").format(Markup(escape(self.comma)).join(first), self.words.say("marks", "and"), last)

    def people_named(self, names: Iterable[str]) -> Markup:
        """Names as people gave them themselves, isolated."""
        return Markup(escape(self.comma)).join(Markup("<bdi>{}</bdi>").format(name) for name in names)

    def role(self, role: str) -> str:
        """An office in words; the record's English word where the language has none for it."""
        return self.word("role", role.lower()) if self.words.knows("role", role.lower()) else role

    def office(self, office: Any) -> Markup:
        """An office and the country it is of."""
        role = Markup("<bdi>{}</bdi>").format(self.role(office.role))
        if not office.country:
            return role
        return self.say_markup("people.office_of", role=role, country=self.name(office.country))

    def concept(self, concept: str) -> str:
        """What words stand for in a search: ``country:MA``, ``theme:military``, ``meeting:talks``, a name."""
        sort, found, value = concept.partition(":")
        if not found:
            return self.name_plain(concept)
        if sort == "meeting":
            return self.word("level", value)
        if sort == "counted":
            return self.unit(value)
        return self.told("theme", value) if value in desk_words(self.language)["theme"] else self.name_plain(value)

    def themes(self, themes: Iterable[str]) -> str:
        """Lines of effort in words."""
        return self.comma.join(self.told("theme", theme) for theme in themes)

    def language_name(self, code: str) -> str:
        """What a language is called."""
        return self.word("language", code)

    def words_of(self, text: str, language: str) -> Markup:
        """Words of an article on one line, in its language and direction whatever stands around them."""
        tag = Markup(' lang="{}"').format(language) if language else Markup("")
        return Markup('<bdi dir="{}"{}>{}</bdi>').format(direction_of(language), tag, one_line(text))

    def about(self, about: str) -> str:
        """What a disagreement or question is about: names and slots in words."""
        parts = (self._part(part) for part in about.split(SEPARATOR))
        return SEPARATOR.join(part for part in parts if part)

    def _part(self, part: str) -> str:
        known = readable_subject(part, self.language)
        return self.name_plain(part) if known is None else self.in_digits(known)
