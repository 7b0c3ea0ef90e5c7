"""Reads amounts of money. Not for who gives to whom: that is a claim."""

from collections.abc import Sequence

from mithaq.languages import LanguagePack, universal_rows
from mithaq.model.values import MoneyValue, Qualifier
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit


class MoneyReader:
    """Reads the amounts of one language over a lattice whose numbers are joined."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        self._grammar = Grammar(pack.layer("money"), label_sets)

    def read(self, units: Sequence[Unit], country: str | None) -> list[Unit]:
        """The lattice with every amount as one unit labelled ``money``, its MoneyValue under ``money``.

        ``country`` (ISO 3166-1, the place of the article) settles a currency name that several countries share.
        """

        def make(match: Match) -> Sequence[Unit] | None:
            if match.rule.sense == "range":
                return _range(match)
            value = _amount(match, country)
            return None if value is None else [_unit(match.units, value)]

        return self._grammar.parse(units, make)


def _amount(match: Match, country: str | None) -> MoneyValue | None:
    number = match.slots["number"][0]
    if "year" in number.labels and "currency_sign" not in match.slots and "qualifier" not in match.slots:
        ambiguous = match.slots.get("currency") or match.slots.get("currency_ambiguous")
        if ambiguous is None:
            return None
    return MoneyValue(number.values["number"], _currency(match, country), read_qualifier(match, number))


def _currency(match: Match, country: str | None) -> str | None:
    candidates: list[str] = []
    for slot in ("currency", "currency_ambiguous", "currency_sign"):
        for unit in match.slots.get(slot, ()):
            for label in ("currency", "currency_ambiguous", "currency_sign"):
                if label in unit.values and not candidates:
                    candidates = str(unit.values[label]).split("|")
    adjective = match.value("country_adjective")
    if len(candidates) == 1:
        return candidates[0]
    for place in (adjective, country):
        for iso in str(place or "").split("|"):
            own = _currency_of(iso)
            if own in candidates:
                return own
    return None


def _currency_of(iso: str) -> str | None:
    return dict((row[0], row[1]) for row in universal_rows("currency_countries")).get(iso)


def read_qualifier(match: Match, number: Unit) -> Qualifier:
    """How exact the match says the number is; the word nearest to the number holds."""
    before = match.slots.get("qualifier")
    after = match.slots.get("qualifier_after")
    if before:
        return before[-1].values["qualifier"]  # type: ignore[no-any-return]
    if after:
        return after[0].values["qualifier_after"]  # type: ignore[no-any-return]
    if "vague" in number.labels:
        return "at_least"
    return "about" if "about" in number.labels else "exact"


def _unit(units: Sequence[Unit], value: MoneyValue) -> Unit:
    return Unit(units[0].start, units[-1].end, frozenset({"money"}), {"money": value})


def _range(match: Match) -> Sequence[Unit] | None:
    first, last = match.slots["first"][0], match.slots["last"][0]
    whole = last.values.get("money") or first.values.get("money")
    if whole is None:
        return None
    high = last.values["money"].amount if "money" in last.values else last.values["number"]
    low = first.values["money"].amount if "money" in first.values else first.values["number"]
    low, high = level_range(low, high)
    if low >= high:
        return None
    start = match.units[0].start
    return [
        Unit(start, first.end, frozenset({"money"}), {"money": MoneyValue(low, whole.currency, "at_least")}),
        Unit(first.end, last.end, frozenset({"money_high", "money"}), {"money": MoneyValue(high, whole.currency, "up_to")}),
    ]


def level_range(low: float, high: float) -> tuple[float, float]:
    """The ends of a range whose scale word was said once: "3 to 5 million", "$3 million-5"."""
    for scale in (1e12, 1e9, 1e6, 1e3):
        if high >= scale and low < 1000 <= high and low * scale < high * 1000 and low * scale <= high:
            return low * scale, high
        if low >= scale and high < 1000:
            return low, high * scale
    return low, high
