"""What the senses of name rules share: the article's context, and small questions about units. Not for senses."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from mithaq.annotate.name_shapes import Shapes
from mithaq.annotate.name_values import Catalogues, Named, first_candidate
from mithaq.model.values import CountryValue, OrganisationValue
from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

_COUNTRY_LABELS = ("country", "country_adjective", "country_weak", "country_adjective_weak", "capital_government")
_OF_RANK = frozenset(("Prince", "King", "Sheikh"))
# What a name cannot end with, and what it cannot begin with.
_TRAILING = frozenset(("particle", "initial", "quote_mark", "comma", "stop", "body_link", "of", "the", "and", "clitic_for",
                       "clitic_and", "open"))  # fmt: skip
_LEADING = frozenset(("quote_mark", "comma"))


@dataclass(slots=True)
class NameContext:
    """What senses know of the article.

    ``nested`` gives the countries inside a stretch that is one unit; ``aliases`` maps folded short forms to the body
    they were given to; ``last_role`` is what "his counterpart" stands for;
    ``countries`` are those named beyond doubt.
    """

    text: str
    catalogues: Catalogues
    shapes: Shapes
    nested: Callable[[int, int], Sequence[Named]]
    aliases: dict[str, OrganisationValue] = field(default_factory=dict)
    last_role: str | None = None
    countries: set[str] = field(default_factory=set)

    def surface(self, unit: Unit) -> str:
        """The unit's words as written."""
        return self.text[unit.start : unit.end]

    def written(self, start: int, end: int) -> str:
        """A name as it is written by itself, the article put back that a proclitic has swallowed."""
        words = " ".join(self.text[start:end].split())
        merged = self.shapes.stem_start(self.text, start) != start
        return self.shapes.article + words[1:] if merged else words


Sense = Callable[[Match, NameContext], Sequence[Unit] | None]


def named_unit(names: Sequence[Named], start: int, end: int, label: str) -> Unit:
    """A unit that carries names; ``label`` is ``named_person``, ``named_body``, ``named_place`` or ``named_country``."""
    return Unit(start, end, frozenset({"named", label}), {"named": tuple(names)})


def around(match: Match, start: int, end: int) -> tuple[list[Unit], list[Unit]]:
    """The units of a match before and after the stretch that became a name."""
    before = [unit for unit in match.units if unit.end <= start]
    return before, [unit for unit in match.units if unit.start >= end]


def country_of(unit: Unit) -> str | None:
    """The ISO code a unit stands for as a country, if it does."""
    for label in _COUNTRY_LABELS:
        if label in unit.labels and unit.values.get(label):
            return first_candidate(unit.values[label])
    return None


def confidence(match: Match, usual: float) -> float:
    """The rule's own confidence, else the usual one."""
    return float(match.rule.constants.get("confidence", usual))


def countries_in(units: Iterable[Unit], context: NameContext) -> list[str]:
    """ISO codes of the countries that a title names, in order; those inside a role ("US president") too."""
    found = []
    for unit in units:
        iso = country_of(unit) if "capital_government" not in unit.labels else None
        if iso:
            found.append(iso)
        elif "role" in unit.labels:
            inner = context.nested(unit.start, unit.end)
            found.extend(one.value.iso for one in inner if isinstance(one.value, CountryValue))
    return found


def role_in(units: Sequence[Unit], context: NameContext) -> str | None:
    """The short English role that a title gives; a rank of birth when it gives no office."""
    for place, unit in enumerate(units):
        if unit.values.get("role"):
            role = _parted_role(units[place:], context) or first_candidate(unit.values["role"])
            if role != "counterpart":
                context.last_role = role
            return context.last_role
        if unit.values.get("role_plural"):
            # "foreign ministers" gives each of them the role in the singular.
            return first_candidate(unit.values["role_plural"]).removesuffix("s")
        if "counterpart" in unit.labels:
            return context.last_role
    ranks = [str(unit.values["honorific"]) for unit in units if unit.values.get("honorific") in _OF_RANK]
    return ranks[0].casefold() if ranks else None


def _parted_role(units: Sequence[Unit], context: NameContext) -> str | None:
    """The listed role that an adjective of a country parts in two ("ministre marocain des Affaires étrangères")."""
    head, *rest = units
    adjective = rest[0] if rest and "country_adjective" in rest[0].labels else None
    if adjective is None:
        return None
    for last in reversed(rest[1:]):
        whole = context.text[head.start : head.end] + context.text[adjective.end : last.end]
        role = context.catalogues.role(whole)
        if role:
            return role
    return None


def trimmed(units: Sequence[Unit]) -> list[Unit]:
    """The units without the small words and marks that a pattern took along at the ends."""
    kept = list(units)
    while kept and kept[-1].labels & _TRAILING and not kept[-1].labels & {"given_name", "proper"}:
        kept.pop()
    while kept and kept[0].labels & _LEADING:
        kept.pop(0)
    return kept
