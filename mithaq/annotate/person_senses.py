"""What rules about people make of their matches. Not for joining mentions: that is done when all are found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mithaq.annotate.name_context import NameContext, around, confidence, countries_in, named_unit, role_in, trimmed
from mithaq.annotate.name_values import Named
from mithaq.model.values import PersonValue
from mithaq.text.fold import fold
from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

_NO_PERSON = frozenset(("body_head", "body_tail", "place_tail"))
_TITLE = frozenset(("role", "role_plural", "honorific", "counterpart"))
_OFFICE = frozenset(("role", "role_plural", "counterpart"))
_BODY = frozenset(("organisation", "named_body"))
# Offices that bodies have and states have not.
_BODY_ROLES = frozenset(("secretary-general", "deputy secretary-general", "under-secretary-general", "commissioner-general",
                         "commissioner", "high commissioner", "high representative", "Commission president",
                         "director general", "special representative", "special envoy", "regional director"))  # fmt: skip
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
        if len(kept) == 1 and unit.labels & {"surname"} and _is_public_surname(kept[0], context):
            break
        known = unit.labels & {"given_name", "particle", "surname"}
        if kept and not known and context.text.startswith(joiners, unit.start):
            break
        kept.append(unit)
    return trimmed(kept)


def _is_public_surname(unit: Unit, context: NameContext) -> bool:
    """Is the word, which is no given name, all by itself how a known person is called?"""
    surnames = context.catalogues.surnames
    return not unit.labels & {"given_name", "given_name_weak"} and fold(context.surface(unit)) in surnames


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
    if name[0].labels & _LISTED:
        return True
    if len(name) == 1 and context.shapes.is_verbal(context.surface(name[0])):
        return False
    if not any(unit.labels & _OFFICE for unit in title) and any("joined" in unit.labels for unit in title):
        return False
    if "role_plural" in title[0].labels:
        return False
    if any(unit.labels & _DEFINITE for unit in title):
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
    start, end, sure = name[0].start, name[-1].end, confidence(match, 0.8)
    known = next((str(unit.values["person"]) for unit in name if "person" in unit.labels), None)
    if known is None and any("initial" in unit.labels for unit in name):
        known = context.catalogues.listed(context.surface(unit) for unit in name if "initial" not in unit.labels)
    if known is None and len(name) == 1 and _has_title(title):
        surname = context.surface(name[0])
        known = context.catalogues.office_holder(surname, role_in(title, context), countries_in(title, context))
    if known:
        named = context.catalogues.person(known, start, end, sure)
    else:
        named = Named(start, end, PersonValue(context.catalogues.latin(context.text, name)), "rule", sure)
    return _titled(named, context, title)


def _titled(named: Named, context: NameContext, title: Sequence[Unit]) -> Named:
    """The name with the role and country of a title; a title that names a body and no country is one of that body."""
    if not isinstance(named.value, PersonValue):
        return named
    countries = countries_in(title, context)
    role = role_in(title, context)
    value = PersonValue(
        named.value.name, named.value.role or role, named.value.country or (countries[-1] if countries else None)
    )
    of_body = not countries and (role in _BODY_ROLES or any(unit.labels & _BODY for unit in title))
    return replace(named, value=value, of_body=named.of_body or of_body)


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
    if "named" in who.values:
        named = who.values["named"][0]
    else:
        named = context.catalogues.person(who.values["person"], who.start, who.end, confidence(match, 0.95))
    title = [unit for unit in match.units if unit is not who]
    if isinstance(named.value, PersonValue) and named.value.role:
        return None
    made = named_unit([_titled(named, context, title)], who.start, who.end, "named_person")
    return [made if unit is who else unit for unit in match.units]
