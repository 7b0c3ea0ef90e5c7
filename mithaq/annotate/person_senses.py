"""What rules about people make of their matches. Not for joining mentions: that is done when all are found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mithaq.annotate.name_context import NameContext, around, confidence, countries_in, named_unit, role_in, trimmed
from mithaq.annotate.name_values import Named
from mithaq.model.values import PersonValue
from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

_NO_PERSON = frozenset(("body_head", "body_tail", "place_tail"))
_TITLE = frozenset(("role", "honorific", "counterpart"))
_LISTED = frozenset(("given_name", "person"))
# What makes a bare noun a title: something definite.
_DEFINITE = frozenset(
    ("definite", "honorific", "organisation", "country", "country_adjective", "joined", "counterpart")
)


def _name_units(units: Sequence[Unit], context: NameContext) -> list[Unit]:
    """The units of a person's name.

    It ends behind a surname with the article, and before an unknown word that opens with a conjunction's letter: what
    follows is another word.
    """
    joiners = context.shapes.conjunctions or ("\0",)
    kept: list[Unit] = []
    for unit in units:
        if kept and "surname" in kept[-1].labels and not unit.labels & {"surname", "particle"}:
            break
        known = unit.labels & {"given_name", "particle", "surname"}
        if kept and not known and context.text.startswith(joiners, unit.start):
            break
        kept.append(unit)
    return trimmed(kept)


def _can_lead(title: Sequence[Unit], name: Sequence[Unit], context: NameContext) -> bool:
    """May the title stand in front of the name?

    In a language with an article a bare noun may not, but before a listed name: "الوزير فلان", "وزير الدفاع فلان",
    never "وزير فلان".
    """
    article = context.shapes.article
    if not article:
        return True
    if len(title) == 1 and "honorific" in title[0].labels and context.surface(title[0]).endswith("ه"):
        return False
    if name[0].labels & _LISTED or any(unit.labels & _DEFINITE for unit in title):
        return True
    roles = (context.surface(unit) for unit in title if "role" in unit.labels)
    return any(part.startswith(article) for role in roles for part in role.split())


def _can_follow(title: Sequence[Unit], name: Sequence[Unit], context: NameContext) -> bool:
    """May the title stand behind words that are not known to be a name?

    In a language with an article "خبير الطاقة" may; "المدير" without a comma opens another part of the sentence.
    """
    article = context.shapes.article
    if not article or any(unit.labels & _LISTED for unit in name) or "comma" in title[0].labels:
        return True
    return not context.text.startswith(article, title[0].start)


def _named(match: Match, context: NameContext, name: Sequence[Unit], title: Sequence[Unit]) -> Named:
    known = [unit for unit in name if "person" in unit.labels]
    if known:
        value = context.catalogues.person(known[0].values["person"])
    else:
        value = PersonValue(context.catalogues.latin(context.text, name))
    countries = countries_in(title, context)
    value = replace(value, role=role_in(title, context), country=countries[-1] if countries else value.country)
    return Named(name[0].start, name[-1].end, value, "catalogue" if known else "rule", confidence(match, 0.8))


def person(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A name, with the title before or after it. Slot ``name``; the rest of the match is the title."""
    name = _name_units(match.slots["name"], context)
    if not name or any(unit.labels & _NO_PERSON for unit in name):
        return None
    words = [unit for unit in name if "particle" not in unit.labels]
    if len(words) < int(match.rule.constants.get("least", 1)) and not any("person" in unit.labels for unit in name):
        return None
    before, after = around(match, name[0].start, name[-1].end)
    if _has_title(before) or not _has_title(after):
        title = before
        if _has_title(before) and not _can_lead(title, name, context):
            return None
    else:
        title = after
        if not _can_follow(title, name, context):
            return None
    named = _named(match, context, name, title)
    return [*before, named_unit([named], named.start, named.end, "named_person"), *after]


def _has_title(units: Iterable[Unit]) -> bool:
    return any(unit.labels & _TITLE for unit in units)


def apposition(match: Match, context: NameContext) -> Sequence[Unit] | None:
    """A title behind a person already found. Slot ``who``."""
    who = match.slots["who"][0]
    named = who.values["named"][0] if "named" in who.values else None
    if named is None:
        named = Named(who.start, who.end, context.catalogues.person(who.values["person"]), "catalogue", 0.95)
    title = [unit for unit in match.units if unit is not who]
    if not isinstance(named.value, PersonValue):
        return None
    countries = countries_in(title, context)
    value = replace(
        named.value,
        role=named.value.role or role_in(title, context),
        country=countries[0] if countries and not named.value.role else named.value.country,
    )
    made = named_unit([named.worth(value)], who.start, who.end, "named_person")
    return [made if unit is who else unit for unit in match.units]
