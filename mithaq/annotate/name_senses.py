"""What each name rule makes of its match: units that carry names. Not for patterns: those are data in the packs.

A sense gets the match and the article's context and returns the units that take the match's place (None refuses it).
Units of a title stay in the lattice, so that the country adjective in it is still a country.
"""

from collections.abc import Iterable, Mapping, Sequence

from mithaq.annotate.name_context import NameContext, Sense, around, confidence, country_of, named_unit, trimmed
from mithaq.annotate.name_values import Named, first_candidate
from mithaq.annotate.person_senses import apposition, person
from mithaq.model.values import CountryValue, FoundBy, OrganisationValue, PlaceValue, Value
from mithaq.text.fold import fold
from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

_SHORTEST_ACRONYM = 3
_STEM = 5
_CITY_HEADS = frozenset(("city_head", "capital_head"))
_BODY_LABELS = ("organisation", "organisation_weak", "outlet_weak")
_DESCRIBED = frozenset(("military",))
_DEFINITE_HEADS = frozenset(("definite_head", "definite_head_weak"))
_HEAD_LABELS = ("body_head", "body_head_weak", "body_head_low", "body_start", "body_tail", "organ_low", "team_name")


def body(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A body by its head noun and complement. Slot ``body``; slot ``head`` gives the sort."""
    head = match.slots["head"][0]
    units = trimmed(sorted((*match.slots["head"], *match.slots.get("body", ())), key=lambda unit: unit.start))
    while units and units[-1] is not head and "body_noun" in units[-1].labels:
        units.pop()
    while units and "the" in units[0].labels:
        units.pop(0)
    if len(units) < 2:
        return None
    if match.rule.constants.get("named_only") and not any(_names_something(unit) for unit in units if unit is not head):
        return None
    if _sort(head) in _DESCRIBED and head.labels & _DEFINITE_HEADS:
        # "القوات النظامية السورية" says whose forces; the forces that have a name are listed.
        return None
    start, end = units[0].start, units[-1].end
    value = OrganisationValue(context.written(start, end), None, _sort(head))
    names = [Named(start, end, value, "rule", confidence(match, 0.6)), *_inner_countries(units)]
    before, after = around(match, start, end)
    return [*before, named_unit(names, start, end, "named_body"), *after]


def _sort(head: Unit) -> str | None:
    return next((head.values[label] for label in _HEAD_LABELS if head.values.get(label)), None)


def _names_something(unit: Unit) -> bool:
    return bool(unit.labels & {"proper", "country", "country_adjective", "place", "given_name", "organisation", "person",
                               "for_definite", "body_noun", "body_adjective", "upper"})  # fmt: skip


def _inner_countries(units: Iterable[Unit]) -> list[Named]:
    found = []
    for unit in units:
        for label in ("country", "country_adjective"):
            if label in unit.labels:
                value = CountryValue(first_candidate(unit.values[label]))
                found.append(Named(unit.start, unit.end, value, "catalogue", 0.9))
                break
    return found


def alias(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A short form in brackets behind a body. Slots ``known`` and ``alias``."""
    known, short = match.slots["known"][0], match.slots["alias"]
    named = known.values["named"][0] if "named" in known.values else None
    value = named.value if named else context.catalogues.organisation(known.values["organisation"])
    if not isinstance(value, OrganisationValue):
        return None
    surface = context.text[short[0].start : short[-1].end]
    if "organisation" in short[0].labels:
        # Letters that the catalogue knows say which body the words before them are.
        candidates = short[0].values["organisation"].split("|")
        if named is None and isinstance(value, OrganisationValue) and value.name in candidates:
            context.aliases[fold(surface)] = value
            return None
        listed = context.catalogues.organisation(candidates[0])
        if named is None or named.found_by != "rule" or not _abbreviates(surface, value.name, listed.name):
            return None
        value = listed
        whole = named_unit([named.worth(value), *known.values["named"][1:]], known.start, known.end, "named_body")
        return [whole if unit is known else unit for unit in match.units]
    context.aliases[fold(surface)] = value
    made = _one(short[0].start, short[-1].end, value, "named_body")
    before, after = around(match, made.start, made.end)
    return [*before, made, *after]


def _abbreviates(short: str, name: str, listed: str) -> bool:
    """Are the capitals of a short form the first letters of a name, in order, and the name nearly the listed one?"""
    words, expected = name.casefold().replace("-", " ").split(), listed.casefold().replace("-", " ").split()
    letters = iter(word[0] for word in words)
    if not short.isupper() or not all(letter in letters for letter in short.casefold()):
        return False
    met = sum(any(word[:_STEM] == other[:_STEM] for other in words) for word in expected)
    return 2 * met > len(expected)


def called(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A body's own name behind the noun that says what it is. Slots ``head`` (not part of the name) and ``name``."""
    name = trimmed(match.slots["name"])
    sort = match.slots["head"][0].values["called"]
    if not name or any(unit.labels & {"role", "honorific", "person", "start"} for unit in name):
        return None
    if sort != "company" and "given_name" in name[0].labels:
        return None
    start, end = name[0].start, name[-1].end
    value = OrganisationValue(context.written(start, end), None, sort)
    made = named_unit([Named(start, end, value, "rule", confidence(match, 0.55))], start, end, "named_body")
    before, after = around(match, start, end)
    return [*before, made, *after]


def acronym(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """Letters behind an article that no table knows: a body, seldom anything else. Slot ``name``."""
    unit = match.slots["name"][0]
    surface = context.surface(unit)
    article = context.surface(match.units[0])
    if len(surface) < _SHORTEST_ACRONYM or not surface.isupper() or (article.isupper() and len(article) > 1):
        return None
    value = context.aliases.get(fold(surface)) or OrganisationValue(surface)
    named = Named(unit.start, unit.end, value, "rule", confidence(match, 0.4))
    before, after = around(match, unit.start, unit.end)
    return [*before, named_unit([named], unit.start, unit.end, "named_body"), *after]


def _one(start: int, end: int, value: Value, label: str, found_by: FoundBy = "rule") -> Unit:
    return named_unit([Named(start, end, value, found_by, 0.8)], start, end, label)


def government(match: Match, _: NameContext) -> Sequence[Unit] | None:
    """A capital that speaks or acts stands for its government. Slot ``capital``."""
    capitals = [unit for unit in match.slots["capital"] if unit.values.get("capital_government")]
    return [_governed(unit) if unit in capitals else unit for unit in match.units]


def _governed(unit: Unit) -> Unit:
    value = CountryValue(first_candidate(unit.values["capital_government"]), government=True)
    return _one(unit.start, unit.end, value, "named_country")


def weak(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A word that is a country or a body only beside the right noun. Slot ``weak``; ``around`` belongs to the name too."""
    unit = match.slots["weak"][0]
    iso = country_of(unit)
    if iso:
        made = _one(unit.start, unit.end, CountryValue(iso), "named_country", "catalogue")
    else:
        key = next(unit.values[label] for label in _BODY_LABELS if unit.values.get(label))
        whole = (*match.slots.get("around", ()), unit)
        start, end = min(one.start for one in whole), max(one.end for one in whole)
        made = _one(start, end, context.catalogues.organisation(key), "named_body", "catalogue")
    before, after = around(match, made.start, made.end)
    return [*before, made, *after]


def place(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A place by the noun before or the country behind it. Slot ``name``; ``where`` may hold its country."""
    name = trimmed(match.slots["name"])
    if not name:
        return None
    start, end = name[0].start, name[-1].end
    known = [unit for unit in name if "place" in unit.labels]
    if not known and context.shapes.conjunctions and context.text.startswith(context.shapes.conjunctions, start):
        return None
    where = match.slots.get("where")
    iso = _where(where[0], context) if where else None
    city_of = country_of(name[0]) if len(name) == 1 and not known else None
    if city_of and not any(unit.labels & _CITY_HEADS for unit in match.units):
        return None
    if not known and len(name) == 1 and context.shapes.is_verbal(context.surface(name[0])):
        return None
    if known:
        value = context.catalogues.place(_gazetteer_value(known[0], iso))
    elif city_of:
        # A city that has its country's name: مدينة تونس, مدينة الكويت.
        value = context.catalogues.capital_place(city_of)
    else:
        value = PlaceValue(context.catalogues.latin(context.text, name), iso)
    named = Named(start, end, value, "catalogue" if known else "rule", 0.9 if known else confidence(match, 0.6))
    before, after = around(match, start, end)
    return [*before, named_unit([named], start, end, "named_place"), *after]


def _where(unit: Unit, context: NameContext) -> str | None:
    """The country that a country or a region behind the place stands for."""
    if unit.labels & {"country", "country_adjective"}:
        return country_of(unit)
    return context.catalogues.place(unit.values["place"]).country if "place" in unit.labels else None


def language(match: Match, _: NameContext) -> Sequence[Unit] | None:
    """An adjective of a country that stands for its language. Slot ``language``."""
    spoken = match.slots["language"][0]
    plain = Unit(spoken.start, spoken.end, frozenset({"word", "lower"}))
    return [plain if unit is spoken else unit for unit in match.units]


def _gazetteer_value(unit: Unit, iso: str | None) -> str:
    """The gazetteer's value, with the country that the text gives when the gazetteer has none."""
    value = str(unit.values["place"])
    return value if value.partition("|")[2] or not iso else f"{value.partition('|')[0]}|{iso}"


def area(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A part of a country or region ("northern Syria"). Slots ``direction`` and ``base``."""
    direction, base = match.slots["direction"][0], match.slots["base"][0]
    start = min(direction.start, base.start)
    end = max(direction.end, base.end)
    iso = country_of(base)
    inner: list[Named] = []
    if iso:
        inner = [Named(base.start, base.end, CountryValue(iso), "catalogue", 0.95)]
        name = context.catalogues.country_name(iso)
    else:
        known = context.catalogues.place(base.values["place"])
        name, iso = known.name, known.country
    value = PlaceValue(f"{direction.values['direction']} {name}", iso)
    names = [Named(start, end, value, "rule", confidence(match, 0.8)), *inner]
    before, after = around(match, start, end)
    return [*before, named_unit(names, start, end, "named_place"), *after]


SENSES: Mapping[str, Sense] = {
    "person": person, "apposition": apposition, "body": body, "alias": alias, "government": government, "weak": weak,
    "place": place, "area": area, "language": language,
    "acronym": acronym, "called": called,
}  # fmt: skip
