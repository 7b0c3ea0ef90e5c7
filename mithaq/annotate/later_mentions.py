"""Finds again what an article has introduced: people by surname, bodies by the short form given in brackets.

Not for other articles: who is who across articles is for reconciling.
"""

import re
from collections.abc import Container, Iterable, Sequence

from mithaq.annotate.name_context import NameContext
from mithaq.annotate.name_shapes import Shapes
from mithaq.annotate.name_values import Catalogues, Named
from mithaq.annotate.people import People
from mithaq.model.values import CountryValue
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

_CLOSED = frozenset(("named", "break", "mark", "lower", "verb_like", "clitic_and"))
_WORD = re.compile(r"\w+")
_SHORTEST_AFTER_CLITIC = 3
_CONFIDENCE = 0.75
_PUBLIC_CONFIDENCE = 0.6

Word = tuple[str, int, int, Unit]
"""A folded word, its place in the text, and the unit it stands in."""


class LaterMentions:
    """Later mentions in one language. Build once, use for many articles."""

    def __init__(self, shapes: Shapes, catalogues: Catalogues) -> None:
        self._shapes = shapes
        self._catalogues = catalogues
        pairs = ("", *shapes.proclitics, *(a + b for a in shapes.proclitics for b in shapes.proclitics if a != b))
        self._clitics = pairs
        self._public = catalogues.surnames

    def find(self, context: NameContext, units: Sequence[Unit], people: People) -> list[Named]:
        """The short forms of bodies; mentions of people are added to ``people``."""
        surnames = people.short_names(self._shapes.given_names)
        longest = max(map(len, surnames), default=1)
        first_words = {end[0] for end in surnames}
        countries = _countries(units)
        words = list(_open_words(context.text, units))
        found: list[Named] = []
        index = 0
        while index < len(words):
            form, start, end, _ = words[index]
            clitic = self._clitic(form, first_words)
            used = 0
            if form in context.aliases:
                found.append(Named(start, end, context.aliases[form], "rule", _CONFIDENCE))
            elif clitic is None:
                self._add_public_figure(words[index], people, countries)
            else:
                used = self._surname_length(words[index : index + longest], clitic, surnames)
            if used and clitic is not None:
                last = words[index + used - 1]
                surname = _forms(words[index : index + used], clitic)
                people.join(surnames[surname], start + len(clitic), last[2], _CONFIDENCE)
            index += used or 1
        return found

    def _surname_length(self, run: Sequence[Word], clitic: str, surnames: Container[tuple[str, ...]]) -> int:
        """How many words from the first make a surname, the longest first; 0 when none does."""
        forms = _forms(run, clitic)
        for count in range(len(run), 0, -1):
            if forms[:count] in surnames and not (count == 1 and self._is_ordinary(forms[0], run[0][3])):
                return count
        return 0

    def _add_public_figure(self, word: Word, people: People, countries: Container[str | None]) -> None:
        """A surname that only one person of the catalogue has, in an article that speaks of that person's country."""
        form, start, end, unit = word
        if not unit.labels & {"proper", "surname"} or unit.labels & {"given_name", "given_name_weak"}:
            return
        clitic = self._clitic(form, self._public)
        if clitic is None:
            return
        key = self._public[form[len(clitic) :]]
        named = self._catalogues.person(key, start + len(clitic), end, _PUBLIC_CONFIDENCE)
        if named.usual_country in countries:
            people.add(named)

    def _clitic(self, form: str, first_words: Container[str]) -> str | None:
        """The proclitics ("" for none) behind which the word begins a surname; None when it does not."""
        for clitic in self._clitics:
            rest = form[len(clitic) :]
            if form.startswith(clitic) and rest in first_words and (not clitic or len(rest) >= _SHORTEST_AFTER_CLITIC):
                return clitic
        return None

    def _is_ordinary(self, word: str, unit: Unit) -> bool:
        """Is a single word rather itself than somebody's surname? A capital inside a sentence speaks for the surname."""
        return self._shapes.is_common(word) and not ("capital" in unit.labels and "start" not in unit.labels)


def _forms(run: Sequence[Word], clitic: str) -> tuple[str, ...]:
    forms = tuple(form for form, *_ in run)
    return (forms[0][len(clitic) :], *forms[1:])


def _countries(units: Iterable[Unit]) -> set[str | None]:
    """ISO codes of the countries that the article names."""
    names = (named for unit in units for named in unit.values.get("named", ()))
    return {named.value.iso for named in names if isinstance(named.value, CountryValue)}


def _open_words(text: str, units: Sequence[Unit]) -> Iterable[Word]:
    """The folded words that no name has taken yet, with their places."""
    for unit in units:
        if unit.labels & _CLOSED:
            continue
        for part in _WORD.finditer(text, unit.start, unit.end):
            yield fold(part.group()), part.start(), part.end(), unit
