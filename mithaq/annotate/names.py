"""People, organisations, places and countries of an article. Not for who is who across articles: that is reconciling.

Catalogue and gazetteer come through the lexicon; rules join titles, heads and unknown words to names; then short forms
and surnames that an article has introduced are found again. One stretch of text gets one decision, except that a country
adjective inside a title or a body's name is still a country.
"""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from functools import cache

from mithaq.annotate.name_senses import SENSES, NameContext, country_of, named_unit
from mithaq.annotate.name_shapes import SHAPE_LABELS, Shapes, shape_units
from mithaq.annotate.name_values import Catalogues, Named
from mithaq.annotate.people import People
from mithaq.languages import LanguagePack, load_pack
from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.span import Span
from mithaq.model.values import CountryValue, OrganisationValue, PersonValue
from mithaq.text.fold import fold
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import BREAK, Unit
from mithaq.text.lexicon import Lexicon
from mithaq.text.prepare import PreparedText, prepare
from mithaq.text.tokens import Token, tokenize

_TABLES = ("marks", "months", "calendar", "numbers", "currencies", "countries", "places", "regions", "organisations",
           "roles", "given_names", "people", "name_words")  # fmt: skip
_QUOTES = frozenset('"“”„«»‹›')
_SINGLE_QUOTES = frozenset("'‘’")
_PLACE_LABELS = frozenset(
    ("place", "capital", "capital_government", "given_name_weak", "proper", "word", "start", "country_weak")
)
_CLOSED = frozenset(("named", "break", "mark", "bound", "lower", "clitic_and"))
_WORD = re.compile(r"\w+")
_SHORTEST_PUBLIC_SURNAME = 4
_SURE = 0.95


class NameReader:
    """Reads the names of one language. Build once, use for many articles."""

    def __init__(self, pack: LanguagePack) -> None:
        kept = tuple(word for word in pack.words if word.table != "name_words" or word.label not in SHAPE_LABELS)
        lean = replace(pack, words=kept)
        self._lexicon = Lexicon(lean, _TABLES)
        self._countries = Lexicon(lean, ("countries",))
        self._catalogues = Catalogues(pack)
        self._shapes = Shapes(pack)
        self._grammar = Grammar(pack.layer("names"))
        self._surnames = _unique_surnames(pack)
        self._nested: dict[str, tuple[tuple[int, int, str], ...]] = {}

    def read(self, prepared: PreparedText, used: set[str] | None = None) -> list[Annotation]:
        """The annotations in order of place. ``used`` collects the names of the rules that made something."""
        text = prepared.article.text

        def nested(start: int, end: int) -> Sequence[Named]:
            return self._countries_inside(text, start, end)

        context = NameContext(text, self._catalogues, self._shapes, nested)

        def make(match: Match) -> Sequence[Unit] | None:
            made = SENSES[match.rule.sense](match, context)
            if made is not None and used is not None:
                used.add(match.rule.name)
            return made

        units = self._grammar.parse(self._lattice(prepared), make)
        units = [self._settle(context, unit) for unit in units]
        names = [named for unit in units for named in unit.values.get("named", ())]
        found = (named for named in names if isinstance(named.value, PersonValue))
        people = People(text, found)
        names = [named for named in names if not isinstance(named.value, PersonValue)]
        names.extend(self._repeated(context, units, people))
        names.extend(people.named())
        return _annotations(text, names)

    def _lattice(self, prepared: PreparedText) -> list[Unit]:
        text = prepared.article.text
        # Where single quotation marks cannot be apostrophes, they quote.
        quote_marks = _QUOTES | _SINGLE_QUOTES if self._shapes.article else _QUOTES
        units: list[Unit] = []
        for sentence, tokens in zip(prepared.sentences, prepared.tokens, strict=True):
            units.extend(_with_quotes(text, tokens, self._lexicon, quote_marks))
            units.append(Unit(sentence.end, sentence.end, BREAK))
        return shape_units(text, units, self._shapes)

    def _settle(self, context: NameContext, unit: Unit) -> Unit:
        """A unit that the catalogues name and no rule has taken becomes a name of its own."""
        labels = unit.labels
        if "named" in labels or "not_country" in labels:
            return unit
        start, end = unit.start, unit.end
        if "person" in labels:
            value = self._catalogues.person(unit.values["person"])
            return named_unit([Named(start, end, value, "catalogue", _SURE)], start, end, "named_person")
        if "organisation" in labels:
            body = self._catalogues.organisation(unit.values["organisation"])
            inner = context.nested(start, end)
            return named_unit([Named(start, end, body, "catalogue", _SURE), *inner], start, end, "named_body")
        if labels & {"country", "country_adjective"}:
            iso = country_of(unit) or ""
            return named_unit([Named(start, end, CountryValue(iso), "catalogue", _SURE)], start, end, "named_country")
        if "role" in labels:
            inner = context.nested(start, end)
            return named_unit(inner, start, end, "role") if inner else unit
        if "place" in labels and labels <= _PLACE_LABELS:
            place = self._catalogues.place(unit.values["place"])
            return named_unit([Named(start, end, place, "catalogue", 0.85)], start, end, "named_place")
        return unit

    def _countries_inside(self, text: str, start: int, end: int) -> list[Named]:
        surface = text[start:end]
        found = self._nested.get(surface)
        if found is None:
            article = Article("", "", None, "", None, None, None, surface)
            inside = []
            if " " in surface or "-" in surface:
                for unit in self._countries.units(article.text, tokenize(surface)):
                    if unit.labels & {"country_adjective", "country"} and "not_country" not in unit.labels:
                        inside.append((unit.start, unit.end, country_of(unit) or ""))
            found = self._nested[surface] = tuple(inside)
        return [Named(start + a, start + b, CountryValue(iso), "catalogue", 0.9) for a, b, iso in found]

    def _repeated(self, context: NameContext, units: Sequence[Unit], people: People) -> list[Named]:
        """Surnames of people and short forms of bodies that the article has introduced; surnames go to ``people``."""
        surnames = people.surnames()
        longest = max(map(len, surnames), default=0)
        first_words = {end[0] for end in surnames}
        words = list(_open_words(context.text, units))
        countries = {
            named.value.iso
            for one in units
            for named in one.values.get("named", ())
            if isinstance(named.value, CountryValue)
        }
        found, index = [], 0
        while index < len(words):
            form, start, end, unit = words[index]
            index += 1
            if form in context.aliases:
                found.append(Named(start, end, context.aliases[form], "rule", 0.75))
                continue
            clitic = self._clitic_before(form, first_words)
            if clitic is None:
                self._add_public_figure(form, start, end, unit, people, countries)
                continue
            run = tuple(word for word, *_ in words[index - 1 : index - 1 + longest])
            run = (form[len(clitic) :], *run[1:])
            length = next((count for count in range(len(run), 0, -1) if run[:count] in surnames), 0)
            if length == 0 or (length == 1 and self._is_ordinary(run[0], unit)):
                continue
            last = words[index - 2 + length]
            if last[1] - start > len(" ".join(run)) + length:
                continue
            people.join(run[:length], start + len(clitic), last[2], 0.75)
            index += length - 1
        return found

    def _add_public_figure(
        self, form: str, start: int, end: int, unit: Unit, people: People, countries: Container[str]
    ) -> None:
        """A surname that only one person of the catalogue has, in an article that speaks of that person's country."""
        if not unit.labels & {"proper", "surname"} or unit.labels & {"given_name", "given_name_weak"}:
            return
        clitic = self._clitic_before(form, self._surnames)
        if clitic is None:
            return
        value = self._catalogues.person(self._surnames[form[len(clitic) :]])
        if value.country in countries:
            people.add(Named(start + len(clitic), end, value, "catalogue", 0.6))

    def _clitic_before(self, form: str, first_words: Container[str]) -> str | None:
        """The proclitic ("" for none) behind which the word begins a surname; None when it does not."""
        if form in first_words:
            return ""
        for clitic in self._shapes.proclitics:
            if form.startswith(clitic) and form[len(clitic) :] in first_words and len(form) > len(clitic) + 2:
                return clitic
        return None

    def _is_ordinary(self, word: str, unit: Unit) -> bool:
        """Is a single word rather itself than somebody's surname? A capital inside a sentence speaks for the surname."""
        return self._shapes.is_common(word) and not ("capital" in unit.labels and "start" not in unit.labels)


def _unique_surnames(pack: LanguagePack) -> dict[str, str]:
    """Last words of the catalogue's people, folded, that belong to one person, and whose they are."""
    owners: dict[str, set[str]] = {}
    for word in pack.table("people"):
        words = fold(word.form).replace("-", " ").split()
        if len(words) > 1 and len(words[-1]) >= _SHORTEST_PUBLIC_SURNAME:
            owners.setdefault(words[-1], set()).add(word.value)
    return {surname: min(people) for surname, people in owners.items() if len(people) == 1}


def _open_words(text: str, units: Sequence[Unit]) -> Iterable[tuple[str, int, int, Unit]]:
    """The folded words that no name has taken yet, with their places."""
    for unit in units:
        if unit.labels & _CLOSED:
            continue
        surface = text[unit.start : unit.end]
        position = unit.start
        for part in _WORD.findall(surface):
            begin = text.index(part, position)
            position = begin + len(part)
            yield fold(part), begin, position, unit


def _with_quotes(text: str, tokens: Sequence[Token], lexicon: Lexicon, marks: frozenset[str]) -> list[Unit]:
    """The units of a sentence; quotation marks do not part a phrase (تنظيم "داعش"), but stand between units elsewhere."""
    quotes = [token for token in tokens if token.kind == "mark" and text[token.start] in marks]
    if not quotes:
        return lexicon.units(text, tokens)
    kept = [token for token in tokens if token.kind != "mark" or text[token.start] not in marks]
    units = lexicon.units(text, kept)
    out: list[Unit] = []
    waiting = 0
    for unit in units:
        while waiting < len(quotes) and quotes[waiting].start < unit.end:
            if quotes[waiting].start < unit.start:
                out.append(_quote(quotes[waiting]))
            waiting += 1
        out.append(unit)
    out.extend(_quote(token) for token in quotes[waiting:])
    return out


def _quote(token: Token) -> Unit:
    return Unit(token.start, token.end, frozenset({"mark", "quote_mark"}))


def _annotations(text: str, names: Iterable[Named]) -> list[Annotation]:
    found = {}
    for named in names:
        annotation = Annotation(
            Span(named.start, named.end), text[named.start : named.end], named.value, named.found_by, named.confidence
        )
        found.setdefault((named.start, named.end, annotation.kind), annotation)
    return [found[key] for key in sorted(found)]


@cache
def name_reader(language: str) -> NameReader:
    """The reader of one language. Raises PackError when it has no pack."""
    return NameReader(load_pack(language))


def read_names(text: str, language: str) -> list[Annotation]:
    """The names of a plain string."""
    article = Article("", "", None, language, None, None, None, text)
    return name_reader(language).read(prepare(article, load_pack(language)))


def printed_name(annotation: Annotation) -> str:
    """``kind name`` with role and country in brackets, as the examples of rules write it."""
    value = annotation.value
    if isinstance(value, CountryValue):
        return f"country {value.iso}"
    more = [part for part in (getattr(value, "role", None), getattr(value, "country", None)) if part]
    return f"{annotation.kind} {getattr(value, 'name', '')}" + (f" ({', '.join(more)})" if more else "")


def rules_that_match(text: str, language: str) -> set[str]:
    """The names of the rules that make something of a plain string."""
    article = Article("", "", None, language, None, None, None, text)
    used: set[str] = set()
    name_reader(language).read(prepare(article, load_pack(language)), used)
    return used
