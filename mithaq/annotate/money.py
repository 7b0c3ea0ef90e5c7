"""Reads amounts of money. Not for who gives to whom: that is a claim."""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from functools import cache

from mithaq.annotate.amounts import level_range, read_qualifier
from mithaq.annotate.number_total import clean
from mithaq.languages import LanguagePack, universal_rows
from mithaq.model.values import MoneyValue
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit

_CURRENCY_SLOTS = ("currency", "currency_ambiguous", "currency_sign", "currency_dual", "subunit")
_COUNTRY_LABELS = ("country", "country_adjective", "capital_government")
# How many countries back a shared currency name may look for its own.
_COUNTRIES_BACK = 40
_NEAR = 200
_PLAUSIBLE_SIGNLESS_YEAR = ("currency_sign", "qualifier", "worth", "currency", "currency_ambiguous")


class MoneyReader:
    """Reads the amounts of one language over a lattice whose numbers are joined."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        self._grammar = Grammar(pack.layer("money"), label_sets)

    def read(self, units: Sequence[Unit], country: str | None) -> list[Unit]:
        """The lattice with every amount as one unit labelled ``money``, its MoneyValue under ``money``.

        A currency name that several countries share is settled by an adjective after it, by ``country`` (ISO 3166-1,
        the place of the article), or by the country last named before it in the text; else it stays open.
        """
        reading = _Reading(units, country)
        return self._grammar.parse(units, reading.make)


class _Reading:
    """The state of reading one text: the countries named, and the currency last spoken of."""

    def __init__(self, units: Sequence[Unit], country: str | None) -> None:
        self._units, self._country = units, country
        self._countries: list[tuple[int, str]] | None = None
        self._currencies: list[tuple[int, str]] = []

    def make(self, match: Match) -> Sequence[Unit] | None:
        """The units that a match becomes, None when its words are no amount."""
        if match.rule.sense == "range":
            return _range(match)
        if match.rule.sense == "dual":
            value = MoneyValue(2.0, self._currency(match), read_qualifier(match, match.units[-1]))
            return [_unit(match.units, value, match.rule.name)]
        number = match.slots["number"][0]
        if match.rule.sense == "elliptic":
            currency = self._last_currency(number.start)
            if match.rule.constants.get("needs_currency") and (currency is None or not self._is_near_sum(number.start)):
                return None
            insort(self._currencies, (number.start, currency or ""))
        else:
            if "year" in number.labels and not any(slot in match.slots for slot in _PLAUSIBLE_SIGNLESS_YEAR):
                return None
            currency = self._currency(match)
            insort(self._currencies, (number.start, currency or ""))
        value = MoneyValue(_amount(match, number), currency, read_qualifier(match, number))
        return [_unit(match.units, value, match.rule.name)]

    def _currency(self, match: Match) -> str | None:
        candidates = _candidates(match)
        if len(candidates) == 1:
            return candidates[0]
        places = [*str(match.value("country_adjective") or "").split("|"), self._country or ""]
        for place in (*places, *self._named_before(match.units[0].start)):
            own = currency_of(place)
            if own in candidates:
                return own
        return None

    def _named_before(self, place: int) -> list[str]:
        """Countries named before a place in the text, the nearest first."""
        if self._countries is None:
            self._countries = [
                (unit.start, iso)
                for unit in self._units
                for label in _COUNTRY_LABELS
                if unit.values.get(label)
                for iso in str(unit.values[label]).split("|")[:1]
            ]
        index = bisect_left(self._countries, (place, ""))
        return [iso for _, iso in reversed(self._countries[max(0, index - _COUNTRIES_BACK) : index])]

    def _last_currency(self, place: int) -> str | None:
        index = bisect_left(self._currencies, (place, ""))
        return (self._currencies[index - 1][1] or None) if index else None

    def _is_near_sum(self, place: int) -> bool:
        """Does another sum stand shortly before, so that a bare number can be a part of it?"""
        index = bisect_left(self._currencies, (place, ""))
        return index > 0 and place - self._currencies[index - 1][0] < _NEAR


def _candidates(match: Match) -> list[str]:
    for slot in _CURRENCY_SLOTS:
        for unit in match.slots.get(slot, ()):
            for label in _CURRENCY_SLOTS:
                if unit.values.get(label):
                    return str(unit.values[label]).split("|")
    return []


def _amount(match: Match, number: Unit) -> float:
    """The number, in whole units: cents and their like are hundredths."""
    value: float = number.values["number"]
    factor = match.value("factor", "number")
    if factor is not None:
        return clean(value * float(factor))
    hundredths = match.value("hundredths", "number")
    if hundredths is not None:
        return clean(value + float(hundredths) / 100)
    return clean(value / 100) if "subunit" in match.slots else value


@cache
def _currencies_by_country() -> Mapping[str, str]:
    return {row[0]: row[1] for row in universal_rows("currency_countries")}


def currency_of(country: str) -> str | None:
    """The ISO 4217 currency in use in a country (ISO 3166-1 alpha-2)."""
    return _currencies_by_country().get(country)


def _unit(units: Sequence[Unit], value: MoneyValue, rule: str) -> Unit:
    return Unit(units[0].start, units[-1].end, frozenset({"money"}), {"money": value, "rule": rule})


def _range(match: Match) -> Sequence[Unit] | None:
    first, last = match.slots["first"][0], match.slots["last"][0]
    whole = last.values.get("money") or first.values.get("money")
    if whole is None:
        return None
    high = last.values["money"].amount if "money" in last.values else last.values["number"]
    low = first.values["money"].amount if "money" in first.values else first.values["number"]
    low, high = level_range(low, high)
    if low >= high or "year" in first.labels:
        return None
    opening = [unit for unit in match.units if unit.start <= first.start]
    rule = match.rule.name
    return [
        _unit(opening, MoneyValue(low, whole.currency, "at_least"), rule),
        _unit([last], MoneyValue(high, whole.currency, "up_to"), rule),
    ]
