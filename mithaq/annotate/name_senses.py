"""What each name rule makes of its match: units that carry names. Not for patterns: those are data in the packs.

A sense gets the match and the article's context and returns the units that take the match's place (None refuses it).
Units of a title stay in the lattice, so that the country adjective in it is still a country.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mithaq.annotate.name_shapes import Shapes
from mithaq.annotate.name_values import Catalogues, Named, first_candidate
from mithaq.model.values import CountryValue, OrganisationValue, PersonValue, PlaceValue
from mithaq.text.fold import fold
from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

_COUNTRY_LABELS = ("country", "country_adjective", "country_weak", "country_adjective_weak", "capital_government")
_HEAD_LABELS = ("body_head", "body_head_weak", "body_head_low")
_NO_PERSON = frozenset(("body_head", "body_tail", "place_tail"))
_TRAILING = frozenset(
    (
        "particle",
        "initial",
        "quote_mark",
        "comma",
        "stop",
        "body_link",
        "of",
        "the",
        "and",
        "clitic_for",
        "clitic_and",
        "open",
    )
)


@dataclass(slots=True)
class NameContext:
    """What senses know of the article. ``aliases`` maps folded short forms to the body they were given to."""

    text: str
    catalogues: Catalogues
    shapes: Shapes
    nested: Callable[[int, int], Sequence[Named]]
    aliases: dict[str, OrganisationValue] = field(default_factory=dict)
    last_role: str | None = None


Sense = Callable[[Match, NameContext], Sequence[Unit] | None]


def named_unit(names: Sequence[Named], start: int, end: int, label: str) -> Unit:
    """A unit that carries names; ``label`` is ``named_person``, ``named_body``, ``named_place`` or ``named_country``."""
    return Unit(start, end, frozenset({"named", label}), {"named": tuple(names)})


def country_of(unit: Unit) -> str | None:
    """The ISO code a unit stands for as a country, if it does."""
    for label in _COUNTRY_LABELS:
        if label in unit.labels and unit.values.get(label):
            return first_candidate(unit.values[label])
    return None


def _confidence(match: Match, usual: float) -> float:
    return float(match.rule.constants.get("confidence", usual))


def _countries_in(units: Iterable[Unit], context: NameContext) -> list[str]:
    found = []
    for unit in units:
        iso = country_of(unit) if "capital_government" not in unit.labels else None
        if iso:
            found.append(iso)
        elif "role" in unit.labels:
            found.extend(
                one.value.iso for one in context.nested(unit.start, unit.end) if isinstance(one.value, CountryValue)
            )
    return found


def _role_in(units: Iterable[Unit], context: NameContext) -> str | None:
    for unit in units:
        if unit.values.get("role"):
            role = first_candidate(unit.values["role"])
            if role != "counterpart":
                context.last_role = role
            return context.last_role
        if "counterpart" in unit.labels:
            return context.last_role
    for unit in units:
        if unit.values.get("honorific") in ("Prince", "King", "Sheikh"):
            return str(unit.values["honorific"]).casefold()
    return None


def _trimmed(units: Sequence[Unit]) -> list[Unit]:
    kept = list(units)
    while kept and kept[-1].labels & _TRAILING and not kept[-1].labels & {"given_name", "proper"}:
        kept.pop()
    while kept and kept[0].labels & {"quote_mark", "comma"}:
        kept.pop(0)
    return kept


def _name_units(units: Sequence[Unit], text: str, joiners: tuple[str, ...]) -> list[Unit]:
    """The units of a person's name, ended behind a surname with the article and before an unknown word that opens
    with a conjunction's letter: what follows is another word."""
    kept: list[Unit] = []
    for unit in units:
        if kept and "surname" in kept[-1].labels and not unit.labels & {"surname", "particle"}:
            break
        if kept and not unit.labels & {"given_name", "particle", "surname"} and text.startswith(joiners, unit.start):
            break
        kept.append(unit)
    return _trimmed(kept)


def _can_lead(title: Sequence[Unit], name: Sequence[Unit], context: NameContext) -> bool:
    """May the title stand in front of the name? In a language with an article, a bare noun may not, but before a
    listed name: "الوزير فلان", "وزير الدفاع فلان", never "وزير فلان"."""
    article = context.shapes.article
    surfaces = [context.text[unit.start : unit.end] for unit in title]
    if not article:
        return True
    if len(title) == 1 and "honorific" in title[0].labels and surfaces[0].endswith("ه"):
        return False
    if name[0].labels & {"given_name", "person"}:
        return True
    for unit in title:
        if unit.labels & {
            "definite",
            "honorific",
            "organisation",
            "country",
            "country_adjective",
            "joined",
            "counterpart",
        }:
            return True
        if "role" in unit.labels and any(
            part.startswith(article) for part in context.text[unit.start : unit.end].split()
        ):
            return True
    return False


def _can_follow(title: Sequence[Unit], name: Sequence[Unit], context: NameContext) -> bool:
    """May the title stand behind words that are not known to be a name? "خبير الطاقة" may, "المدير" opens a new part."""
    article = context.shapes.article
    if not article or any(unit.labels & {"given_name", "person"} for unit in name) or "comma" in title[0].labels:
        return True
    return not context.text.startswith(article, title[0].start)


def _person_named(match: Match, context: NameContext, name: Sequence[Unit], title: Sequence[Unit]) -> Named:
    known = [unit for unit in name if "person" in unit.labels]
    if known:
        value = context.catalogues.person(known[0].values["person"])
    else:
        value = PersonValue(context.catalogues.latin(context.text, name))
    countries = _countries_in(title, context)
    value = replace(value, role=_role_in(title, context), country=countries[-1] if countries else value.country)
    return Named(name[0].start, name[-1].end, value, "catalogue" if known else "rule", _confidence(match, 0.8))


def person(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A name, with the title before or after it. Slot ``name``; the rest of the match is the title."""
    name = _name_units(match.slots["name"], context.text, context.shapes.conjunctions or ("\0",))
    if any(unit.labels & _NO_PERSON for unit in name):
        return None
    least = int(match.rule.constants.get("least", 1))
    if len([unit for unit in name if "particle" not in unit.labels]) < least and not any(
        "person" in u.labels for u in name
    ):
        return None
    if all(unit.labels & {"given_name", "particle"} for unit in name) and len(name) < least:
        return None
    before = [unit for unit in match.units if unit.end <= name[0].start]
    after = [unit for unit in match.units if unit.start >= name[-1].end]
    title = before if _role_or_none(before) else after if _role_or_none(after) else before
    if title is before and title and not _can_lead(title, name, context):
        return None
    if title is after and not _can_follow(title, name, context):
        return None
    named = _person_named(match, context, name, title)
    return [*before, named_unit([named], named.start, named.end, "named_person"), *after]


def _role_or_none(units: Iterable[Unit]) -> bool:
    return any(unit.labels & {"role", "honorific", "counterpart"} for unit in units)


def apposition(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A title behind a person already found. Slot ``who``."""
    who = match.slots["who"][0]
    named = who.values["named"][0] if "named" in who.values else None
    if named is None:
        named = Named(who.start, who.end, context.catalogues.person(who.values["person"]), "catalogue", 0.95)
    title = [unit for unit in match.units if unit is not who]
    if not isinstance(named.value, PersonValue):
        return None
    countries = _countries_in(title, context)
    value = replace(
        named.value,
        role=named.value.role or _role_in(title, context),
        country=countries[0] if countries and not named.value.role else named.value.country,
    )
    made = named_unit([named.worth(value)], who.start, who.end, "named_person")
    return [made if unit is who else unit for unit in match.units]


def body(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A body by its head noun and complement. Slot ``body``; slot ``head`` gives the sort."""
    head = match.slots["head"][0]
    units = _trimmed(sorted((*match.slots["head"], *match.slots.get("body", ())), key=lambda unit: unit.start))
    if len(units) < 2:
        return None
    if match.rule.constants.get("named_only") and not any(_names_something(unit) for unit in units if unit is not head):
        return None
    start, end = units[0].start, units[-1].end
    value = OrganisationValue(" ".join(context.text[start:end].split()), None, _sort(head))
    names = [Named(start, end, value, "rule", _confidence(match, 0.6)), *_inner_countries(units)]
    before = [unit for unit in match.units if unit.end <= start]
    after = [unit for unit in match.units if unit.start >= end]
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
    named = known.values["named"][0].value if "named" in known.values else None
    value = named or context.catalogues.organisation(known.values["organisation"])
    if not isinstance(value, OrganisationValue):
        return None
    surface = context.text[short[0].start : short[-1].end]
    context.aliases[fold(surface)] = value
    made = named_unit(
        [Named(short[0].start, short[-1].end, value, "rule", 0.8)], short[0].start, short[-1].end, "named_body"
    )
    before = [unit for unit in match.units if unit.end <= made.start]
    return [*before, made, *(unit for unit in match.units if unit.start >= made.end)]


def government(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A capital that speaks or acts stands for its government. Slot ``capital``."""
    capitals = match.slots["capital"]
    out = []
    for unit in match.units:
        if unit in capitals and unit.values.get("capital_government"):
            value = CountryValue(first_candidate(unit.values["capital_government"]), government=True)
            out.append(
                named_unit([Named(unit.start, unit.end, value, "rule", 0.8)], unit.start, unit.end, "named_country")
            )
        else:
            out.append(unit)
    return out


def weak(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A word that is a country or a body only beside the right noun. Slot ``weak``."""
    out = []
    for unit in match.units:
        if unit in match.slots["weak"]:
            iso = country_of(unit)
            if iso:
                named = Named(unit.start, unit.end, CountryValue(iso), "catalogue", 0.8)
                unit = named_unit([named], unit.start, unit.end, "named_country")
            elif "organisation_weak" in unit.labels:
                value = context.catalogues.organisation(unit.values["organisation_weak"])
                unit = named_unit(
                    [Named(unit.start, unit.end, value, "catalogue", 0.8)], unit.start, unit.end, "named_body"
                )
        out.append(unit)
    return out


def place(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A place by the noun before or the country behind it. Slot ``name``; ``where`` may hold its country."""
    name = _trimmed(match.slots["name"])
    if not name:
        return None
    start, end = name[0].start, name[-1].end
    known = [unit for unit in name if "place" in unit.labels]
    where = match.slots.get("where")
    iso = country_of(where[0]) if where else None
    city_of = country_of(name[0]) if len(name) == 1 and not known else None
    if known:
        value = context.catalogues.place(first_candidate_place(known[0], iso))
    elif city_of:
        # A city that has its country's name: مدينة تونس, مدينة الكويت.
        value = PlaceValue(context.catalogues.capital(city_of), city_of)
    else:
        value = PlaceValue(context.catalogues.latin(context.text, name), iso)
    named = Named(start, end, value, "catalogue" if known else "rule", 0.9 if known else _confidence(match, 0.6))
    before = [unit for unit in match.units if unit.end <= start]
    return [*before, named_unit([named], start, end, "named_place"), *(u for u in match.units if u.start >= end)]


def first_candidate_place(unit: Unit, iso: str | None) -> str:
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
    names = [Named(start, end, value, "rule", _confidence(match, 0.8)), *inner]
    before = [unit for unit in match.units if unit.end <= start]
    return [*before, named_unit(names, start, end, "named_place"), *(u for u in match.units if u.start >= end)]


SENSES: Mapping[str, Sense] = {
    "person": person, "apposition": apposition, "body": body, "alias": alias, "government": government, "weak": weak,
    "place": place, "area": area,
}  # fmt: skip
