"""Reads figures as claims: how many of what, of which body, where and when; prices a unit. Not for finding numbers."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from mithaq.claims.clauses import Clauses
from mithaq.claims.places import annotation_of, body_of, country_of, place_of
from mithaq.languages import LanguagePack
from mithaq.model.claim import CASUALTIES, Claim, Figure
from mithaq.model.span import Span
from mithaq.model.values import DateValue, FigureValue, MoneyValue
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

_NEAR, _BESIDE, _FOUNDING = 14, 6, 4
_COUNTS_OF_BODY = frozenset(("members", "states", "countries", "partners"))
_COUNTS = frozenset(("figure", "money"))
_EDGES = frozenset(("break", "semicolon", "stop"))


class FigureClaimReader:
    """Reads the figures of one language. Build once, use for many articles."""

    def __init__(self, pack: LanguagePack) -> None:
        words = pack.table("units")
        self._casualties = {fold(word.form): word.value for word in words if word.label.startswith("casualty")}
        self._per_unit = {fold(word.form): word.value for word in words if word.label == "per_unit"}
        countries = pack.table("countries")
        names = {fold(word.form) for word in countries if not word.label.startswith("country_adjective")}
        # What is both ("سوريا", Syria, and an adjective in the accusative) is taken for the name.
        self._adjectives = frozenset(fold(word.form) for word in countries) - names
        clitics = pack.settings.get("clitics", {})
        self._article: str = clitics.get("article", "")
        self._conjunctions = ("", *clitics.get("conjunctions", ()))

    def read(self, clauses: Clauses) -> list[Claim]:
        """One claim a figure that counts or measures something, and one a price of a unit, in order of place."""
        return [claim for index in range(len(clauses.units)) for claim in self._at(clauses, index)]

    def _at(self, clauses: Clauses, index: int) -> Iterator[Claim]:
        unit = clauses.units[index]
        figure, money = annotation_of(unit, "figure"), annotation_of(unit, "money")
        first, last = clauses.sentence(index)
        spans: dict[str, Span] = {"value": unit.span}
        if figure and isinstance(figure.value, FigureValue) and figure.value.unit is not None:
            value, measured, end = figure.value, figure.value.unit, unit.end
            of = self._of(clauses, index, measured, spans)
        elif money and isinstance(money.value, MoneyValue):
            end, per = self._unit_of_price(clauses, index, last)
            if per is None:
                return
            value = FigureValue(money.value.amount, None, money.value.qualifier)
            measured, of = f"{money.value.currency or 'money'} a {per}", None
        else:
            return
        begin, stop = max(first, index - _NEAR), min(last, index + _NEAR)
        # The members of a body are not in a place.
        where = None if of and measured in _COUNTS_OF_BODY else self._where(clauses, begin, index, stop, spans)
        when = _when(clauses.units[begin:stop], unit, spans)
        content = Figure(value.value, value.qualifier, measured, of, where, when)
        place = Span(unit.start, end)
        slots = tuple(sorted(spans.items()))
        article_id = clauses.article.prepared.article.id
        yield Claim(article_id, place, place.of(clauses.text), content, slots, rule="figure" if figure else "price")

    def _unit_of_price(self, clauses: Clauses, index: int, last: int) -> tuple[int, str | None]:
        """The end of the words that say what a sum buys one of ("$48 *a barrel*"), and what that is."""
        start = clauses.units[index].end
        for after in range(index + 1, min(last, index + 4)):
            per = self._per_unit.get(fold(clauses.text[start : clauses.units[after].end]).strip())
            if per is not None:
                return clauses.units[after].end, per
        return start, None

    def _of(self, clauses: Clauses, index: int, measured: str, spans: dict[str, Span]) -> str | None:
        """The body whose members are counted, or what became of the people who are."""
        units = clauses.units
        first, last = clauses.sentence(index)
        if measured in _COUNTS_OF_BODY:
            return _body(units[first:index], spans)
        if measured in CASUALTIES:
            return measured
        if measured.isascii() and measured[0].isupper():
            return None
        nearest = sorted(
            (*range(max(first, index - _BESIDE), index), *range(index + 1, min(last, index + _BESIDE))),
            key=lambda place: abs(place - index),
        )
        for place in nearest:
            between = units[min(place, index) + 1 : max(place, index)]
            if any(unit.labels & (_EDGES | _COUNTS) for unit in between):
                continue
            word = fold(clauses.text[units[place].start : units[place].end])
            forms = (word.removeprefix(conjunction) for conjunction in self._conjunctions)
            done = next(filter(None, map(self._casualties.get, forms)), None)
            if done is not None:
                spans["of"] = units[place].span
                return done
        return None

    def _where(self, clauses: Clauses, begin: int, index: int, stop: int, spans: dict[str, Span]) -> str | None:
        """The place that "in" or "at" names nearest to the figure, one behind it first; else a place named beside it."""
        units = clauses.units
        # What lies beyond another figure belongs to that one.
        behind = takewhile(lambda place: not units[place].labels & _COUNTS, range(index + 1, stop))
        before = takewhile(lambda place: not units[place].labels & _COUNTS, range(index - 1, begin - 1, -1))
        named = [(place, name) for place in (*behind, *before) if (name := self._place_name(clauses, place))]
        located = (pair for pair in named if _is_located(units, pair[0], begin))
        place, name = next(located, next(iter(named), (index, None)))
        if name:
            spans["where"] = units[place].span
        return name

    def _place_name(self, clauses: Clauses, place: int) -> str | None:
        """The name of a place, or the code of a country that is named, not told by an adjective."""
        unit = clauses.units[place]
        found = place_of(unit)
        if found:
            return found.name
        iso = country_of(unit)
        word = fold(clauses.text[unit.start : unit.end])
        bare = word.removeprefix(self._article) if self._article else word
        return None if iso is None or word in self._adjectives or bare in self._adjectives else iso


def _is_located(units: Sequence[Unit], place: int, begin: int) -> bool:
    before = units[max(begin, place - 2) : place]
    return any(unit.labels & {"in", "at_place", "with_in"} for unit in before)


def _when(near: Sequence[Unit], figure: Unit, spans: dict[str, Span]) -> str | None:
    """The day or period told nearest to the figure; when a body was founded is when nothing else was."""
    dated = sorted(
        (unit for place, unit in enumerate(near) if annotation_of(unit, "date") and not _is_founding(near, place)),
        key=lambda unit: abs(unit.start - figure.start),
    )
    for unit in dated:
        found = annotation_of(unit, "date")
        if found and isinstance(found.value, DateValue) and found.value.edtf and found.value.timex == "DATE":
            spans["when"] = unit.span
            return found.value.edtf
    return None


def _is_founding(near: Sequence[Unit], place: int) -> bool:
    return any("founding" in unit.labels for unit in near[max(0, place - _FOUNDING) : place + 3])


def _body(before: Sequence[Unit], spans: dict[str, Span]) -> str | None:
    for unit in reversed(before):
        name = body_of(unit)
        if name:
            spans["of"] = unit.span
            return name
    return None
