"""People, organisations, places and countries of an article. Not for who is who across articles: that is reconciling.

Catalogue and gazetteer come through the lexicon; rules join titles, heads and unknown words to names; then short forms
and surnames that an article has introduced are found again. One stretch of text gets one decision, except that a country
adjective inside a title or a body's name is still a country.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from mithaq.annotate.later_mentions import LaterMentions
from mithaq.annotate.name_context import NameContext, country_of, named_unit
from mithaq.annotate.name_lattice import name_lattice, shapes_of
from mithaq.annotate.name_senses import SENSES
from mithaq.annotate.name_shapes import SHAPE_LABELS, Shapes
from mithaq.annotate.name_values import Catalogues, Named
from mithaq.annotate.people import People, name_words
from mithaq.annotate.tagged_names import TaggedNames
from mithaq.languages import LanguagePack, Word, load_pack
from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.span import Span
from mithaq.model.values import CountryValue, OrganisationValue, PersonValue
from mithaq.text.fold import fold
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit
from mithaq.text.lexicon import Lexicon
from mithaq.text.prepare import PreparedText, prepare
from mithaq.text.tokens import tokenize

_OTHER_TABLES = ("calendar", "numbers")
_TABLES = (*_OTHER_TABLES, "currencies", "marks", "months", "countries", "places", "regions", "organisations", "roles", "given_names",
           "people", "name_words")  # fmt: skip
_CLOSING = {"“": "”", "«": "»", '"': '"', "‘": "’", "(": ")"}
_PLACE_LABELS = frozenset(("place", "capital", "capital_government", "given_name_weak", "proper", "word", "start",
                           "country_weak", "organisation_weak", "outlet_weak"))  # fmt: skip
_SURE = 0.95


class NameReader:
    """Reads the names of one language. Build once, use for many articles."""

    def __init__(self, pack: LanguagePack) -> None:
        kept = tuple(word for word in pack.words if _is_listed(word))
        lean = replace(pack, words=kept)
        self._lexicon = Lexicon(lean, _TABLES)
        self._countries = Lexicon(lean, ("countries",))
        self._catalogues = Catalogues(pack)
        self._shapes = shapes_of(pack)
        self._grammar = Grammar(pack.layer("names"))
        self._tagged = TaggedNames(pack)
        self._later = LaterMentions(self._shapes, self._catalogues)
        self._organisations = Lexicon(lean, ("organisations",))
        self._bodies: dict[str, tuple[tuple[int, int, str], ...]] = {}
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

        units = self._grammar.parse(name_lattice(prepared, self._lexicon, self._shapes), make)
        context.countries.update(_sure_countries(units))
        units = [self._settle(context, unit) for unit in units]
        names = [named for unit in units for named in unit.values.get("named", ())]
        found = (named for named in names if isinstance(named.value, PersonValue))
        people = People(text, found)
        names = _with_whole_bodies(text, [named for named in names if not isinstance(named.value, PersonValue)])
        names.extend(self._later.find(context, units, people))
        for named in list(self._tagged.find(prepared, context, units, [*names, *people.named()])):
            if isinstance(named.value, PersonValue):
                people.add(named)
            else:
                names.append(named)
        names.extend(people.named())
        return _annotations(text, names, self._shapes)

    def _settle(self, context: NameContext, unit: Unit) -> Unit:
        """A unit that the catalogues name and no rule has taken becomes a name of its own."""
        labels = unit.labels
        if "named" in labels or "not_country" in labels:
            return unit
        start, end = unit.start, unit.end
        if "person" in labels:
            person = self._catalogues.person(unit.values["person"], start, end, _SURE)
            return named_unit([person], start, end, "named_person")
        if "organisation" in labels:
            introduced = context.aliases.get(fold(context.surface(unit)))
            body = introduced or self._catalogues.organisation(unit.values["organisation"])
            inner = context.nested(start, end)
            return named_unit([Named(start, end, body, "catalogue", _SURE), *inner], start, end, "named_body")
        if labels & {"country", "country_adjective"} and not self._is_city(context, unit):
            iso = country_of(unit) or ""
            return named_unit([Named(start, end, CountryValue(iso), "catalogue", _SURE)], start, end, "named_country")
        if "role" in labels:
            inner = [*context.nested(start, end), *self._bodies_inside(context.text, start, end)]
            return named_unit(inner, start, end, "role") if inner else unit
        if "place" in labels and labels <= _PLACE_LABELS | {"country"} | (
            {"given_name"} if "capital_government" in labels else set()
        ):
            place = self._catalogues.place(unit.values["place"])
            return named_unit([Named(start, end, place, "catalogue", 0.85)], start, end, "named_place")
        return unit

    def _is_city(self, context: NameContext, unit: Unit) -> bool:
        """Is a name of a country and of another country's city (عمان: Oman, Amman) the city here? The article tells."""
        if "country" not in unit.labels or "place" not in unit.labels:
            return False
        city_of = self._catalogues.place(unit.values["place"]).country
        return (
            city_of != country_of(unit) and city_of in context.countries and country_of(unit) not in context.countries
        )

    def _countries_inside(self, text: str, start: int, end: int) -> list[Named]:
        surface = text[start:end]
        found = self._nested.get(surface)
        if found is None:
            inside = []
            if " " in surface or "-" in surface:
                for unit in self._countries.units(surface, tokenize(surface)):
                    if unit.labels & {"country_adjective", "country"} and "not_country" not in unit.labels:
                        inside.append((unit.start, unit.end, country_of(unit) or ""))
            found = self._nested[surface] = tuple(inside)
        return [Named(start + a, start + b, CountryValue(iso), "catalogue", 0.9) for a, b, iso in found]

    def _bodies_inside(self, text: str, start: int, end: int) -> list[Named]:
        """The listed bodies that a title names ("European Council President")."""
        surface = text[start:end]
        found = self._bodies.get(surface)
        if found is None:
            units = self._organisations.units(surface, tokenize(surface)) if " " in surface else []
            found = self._bodies[surface] = tuple(
                (unit.start, unit.end, unit.values["organisation"]) for unit in units if "organisation" in unit.labels
            )
        return [
            Named(start + a, start + b, self._catalogues.organisation(key), "catalogue", 0.9) for a, b, key in found
        ]


def _with_whole_bodies(text: str, names: Sequence[Named]) -> list[Named]:
    """A body that only a rule knows, and whose words begin the name of another body of the article, is that body."""
    bodies = {
        name_words(text[one.start : one.end]): one.value for one in names if isinstance(one.value, OrganisationValue)
    }
    out = []
    for one in names:
        words = name_words(text[one.start : one.end])
        if isinstance(one.value, OrganisationValue) and one.found_by == "rule" and len(words) > 1:
            whole = [value for other, value in bodies.items() if len(other) > len(words) == _shared(other, words)]
            one = one.worth(whole[0]) if len(set(whole)) == 1 else one
        out.append(one)
    return out


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two names share from the first on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _sure_countries(units: Iterable[Unit]) -> Iterable[str]:
    """ISO codes of the countries whose name or adjective can be nothing else."""
    for unit in units:
        iso = (
            country_of(unit) if unit.labels & {"country", "country_adjective"} and "place" not in unit.labels else None
        )
        if iso:
            yield iso


def _is_listed(word: Word) -> bool:
    """Does the lexicon need the word? Of the tables without names only single words, so that none hides in a phrase."""
    if word.table in _OTHER_TABLES:
        return " " not in word.form
    return word.table != "name_words" or word.label not in SHAPE_LABELS


def _annotations(text: str, names: Iterable[Named], shapes: Shapes) -> list[Annotation]:
    found: dict[tuple[int, int, str], Annotation] = {}
    for named in names:
        span = Span(shapes.stem_start(text, named.start), _closed(text, named.start, named.end))
        annotation = Annotation(span, span.of(text), named.value, named.found_by, named.confidence)
        found.setdefault((named.start, named.end, annotation.kind), annotation)
    return [found[key] for key in sorted(found)]


def _closed(text: str, start: int, end: int) -> int:
    """The end of a name, its closing mark taken along when the name holds the opening one."""
    surface = text[start:end]
    for opening, closing in _CLOSING.items():
        count = surface.count(opening) if opening == closing else surface.count(opening) - surface.count(closing) + 1
        if opening in surface and count % 2 == (1 if opening == closing else 0) and text.startswith(closing, end):
            return end + 1
    return end


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
