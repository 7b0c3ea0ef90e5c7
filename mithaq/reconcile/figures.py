"""Figures of one slot: counts of a body's members, founding years, and numbers that several reports of a story give.

Whether two figures count the same thing is decided on unit, body, place, time and the words beside them; whether they
disagree, on the numbers alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mithaq.model.claim import CASUALTIES, Claim, Figure, Membership
from mithaq.model.edtf import bounds
from mithaq.model.fact import Disagreement, Fact
from mithaq.reconcile.explanations import explain
from mithaq.reconcile.intervals import Amount, ratio, relate_amounts, relate_periods
from mithaq.reconcile.judgements import Decisions, gather
from mithaq.reconcile.meetings import STATES
from mithaq.reconcile.settle import Printings, Slot, fact_of, settle
from mithaq.reconcile.tellings import Nature, Telling, dates_apart, told
from mithaq.reconcile.views import View
from mithaq.reconcile.words import WORD, stem
from mithaq.text.fold import fold

FOUNDING_YEAR = "founding year"
MEMBERS = frozenset(("members", "partners", *STATES))
# Units of tallies that grow while an event goes on.
_GROWING = frozenset((
    "people", "persons", "killed", "dead", "deaths", "wounded", "injured", "victims", "migrants", "refugees", "missing",
    "displaced", "arrested", "cases", "strikes", "attacks",
))  # fmt: skip
# Numbers of one slot lie within this ratio; beyond it they count different things.
_SAME_SCALE = 3.0
_SAME_SCALE_OF_BODY = 1.3
# Words beside two figures that must be common: nearly half and three, or two where the number or place and time agree.
_SAME_SHARE = 0.45
_SAME_WORDS = 3
# Reports of one attack name it with fewer common words, and their counts differ in precision.
_SAME_SHARE_OF_CASUALTIES = 0.35
_AGREEING_WORDS = 2
_SAME_EVENT_DAYS = 10
_SMALLEST_DATED = 5
_REACH = 80
_UNIT_LETTERS = 3
_WORDS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in its article and story, with the stems of the words beside it."""

    id: str
    claim: Claim
    figure: Figure
    view: View
    story: str
    beside: frozenset[str]

    @property
    def order(self) -> tuple[str, str]:
        """Sorts figures the same in every run."""
        return (self.view.file, self.id)


Found = tuple[Fact, tuple[Disagreement, ...]]


def settle_figures(
    views: Iterable[View],
    story_of: Mapping[str, str],
    attending: frozenset[str],
    printings: Printings,
    decisions: Decisions,
) -> Iterator[Found]:
    """Facts of figures that several claims give or that belong to a body, and what disagrees."""
    of_bodies: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    of_stories: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for view in views:
        for number, claim in view.claims:
            figure = claim.content
            if isinstance(figure, Membership) and figure.change == "joined" and figure.body and figure.ordinal:
                # "The 83rd member" says that there are 83.
                amount = Amount(float(figure.ordinal), "exact")
                of_bodies[figure.body, "members"].append(Telling(number, claim, view, amount, "members"))
            if not isinstance(figure, Figure) or number in attending or figure.value <= 2:
                continue
            name = _slot_of_body(figure)
            if name and figure.of:
                amount = Amount(figure.value, figure.qualifier)
                of_bodies[figure.of, name].append(Telling(number, claim, view, amount, figure.unit))
            if figure.unit and (not (name and figure.of) or figure.unit in STATES):
                counted = Counted(number, claim, figure, view, story_of[view.id], view.stems_around(claim.span))
                of_stories[counted.story, _class_of(figure)].append(counted)
    for body, name in sorted(of_bodies):
        yield from _settle_body(body, name, of_bodies[body, name], printings)
    for key in sorted(of_stories):
        yield from _settle_story(of_stories[key], printings, decisions)


def _slot_of_body(figure: Figure) -> str | None:
    if figure.unit == FOUNDING_YEAR:
        return FOUNDING_YEAR
    return "members" if figure.unit in MEMBERS else None


def _class_of(figure: Figure) -> str:
    """Figures of one class may count the same: "21 people killed" and "21 dead"."""
    return figure.of if figure.of in CASUALTIES else _unit_class(figure.unit or "")


def _unit_class(unit: str) -> str:
    """Units that may count the same: kinds of members; one noun in its forms, where the pack does not know it."""
    if unit in MEMBERS:
        return "states"
    return unit if unit.isascii() else fold(unit)[:_UNIT_LETTERS]


def _settle_body(body: str, name: str, tellings: Sequence[Telling], printings: Printings) -> Iterator[Found]:
    """Founding years hold for ever; counts of members change, and a count of another scale counts something else."""
    nature: Nature = "fixed" if name == FOUNDING_YEAR else "changing"
    kept = list(tellings) if nature == "fixed" else _near_the_usual(_one_an_article(tellings))
    slot = Slot("figure", name, f"{body} · {name}", nature, (("of", body), ("unit", name)))
    settled = settle(slot, kept, printings)
    slots = {"of": body, "unit": name, "value": _number(settled.value), "qualifier": _qualifier(settled.value)}
    yield fact_of(slot, slots, settled), settled.disagreements


def _one_an_article(tellings: Sequence[Telling]) -> list[Telling]:
    """Of several counts in one article those of the highest: "83 when it met in Rome, now 85", "the 82nd and the 83rd
    member" tell how it came to be so, not two numbers that clash."""
    highest: dict[str, float] = {}
    for telling in tellings:
        if isinstance(telling.value, Amount):
            highest[telling.view.id] = max(telling.value.value, highest.get(telling.view.id, 0.0))
    return [
        telling
        for telling in tellings
        if isinstance(telling.value, Amount) and telling.value.value == highest[telling.view.id]
    ]


def _near_the_usual(tellings: Sequence[Telling]) -> list[Telling]:
    """Those within reach of the count told most, members before states."""
    counts = Counter(
        telling.value.value for telling in tellings for _ in range(1 if telling.unit in STATES else 2)
        if isinstance(telling.value, Amount)
    )  # fmt: skip
    usual = min(counts, key=lambda value: (-counts[value], -value))
    return [
        telling for telling in tellings
        if isinstance(telling.value, Amount) and ratio(telling.value.value, usual) <= _SAME_SCALE_OF_BODY
    ]  # fmt: skip


def _settle_story(figures: Sequence[Counted], printings: Printings, decisions: Decisions) -> Iterator[Found]:
    ordered = sorted(figures, key=lambda counted: (counted.figure.value, counted.order))
    by_id = {counted.id: counted for counted in ordered}
    joined: dict[tuple[str, str], tuple[float, str]] = {}
    values: dict[str, set[float]] = defaultdict(set)
    for counted in ordered:
        values[counted.view.id].add(counted.figure.value)
    for number, first in enumerate(ordered):
        for second in ordered[number + 1 : number + 1 + _REACH]:
            if ratio(first.figure.value, second.figure.value) > _SAME_SCALE:
                break
            if first.figure.value != second.figure.value and (
                second.figure.value in values[first.view.id] or first.figure.value in values[second.view.id]
            ):
                continue  # each article tells both numbers: they count two things
            why = _same_slot(first, second)
            if why:
                joined[first.id, second.id] = (_share(first, second), why)
    surest = sorted(joined, key=lambda pair: (-joined[pair][0], pair))
    for group in gather(by_id, surest, decisions, lambda one, other: _of_two_things(by_id[one], by_id[other])):
        if len(group) > 1:
            reasons = sorted({why for pair, (_, why) in joined.items() if pair[0] in group and pair[1] in group})
            yield _settle_group([by_id[member] for member in group], "; ".join(reasons), printings)


def _of_two_things(first: Counted, second: Counted) -> bool:
    """Two numbers of one article that cannot both hold are counts of two things."""
    if first.view.id != second.view.id:
        return False
    one, other = first.figure, second.figure
    relation = relate_amounts(Amount(one.value, one.qualifier), Amount(other.value, other.qualifier))
    return relation in ("clash", "compatible")


def _share(first: Counted, second: Counted) -> float:
    """The share of words beside two figures that are common, of the fewer (0 to 1)."""
    return len(first.beside & second.beside) / max(1, min(len(first.beside), len(second.beside)))


def _same_slot(first: Counted, second: Counted) -> str | None:
    """Why two figures of one story and unit count the same thing; None when they may not."""
    one, other = first.figure, second.figure
    relation = relate_amounts(Amount(one.value, one.qualifier), Amount(other.value, other.qualifier))
    clash = relation in ("clash", "compatible")
    if one.of and other.of and one.of != other.of:
        return None
    if first.view.id == second.view.id and (one.value != other.value or one.qualifier == other.qualifier):
        return None
    if clash and (_apart_in_place(one, other) or _apart_in_time(one, other)):
        return None
    common = first.beside & second.beside
    if first.view.language != second.view.language:
        anchored = bool(one.of and one.of == other.of) or (bool(one.where) and one.where == other.where)
        return explain("figures.same_subject") if anchored and not clash else None
    share = _share(first, second)
    same_place = bool(one.where) and one.where == other.where
    if one.value == other.value:
        said = one.unit in MEMBERS or len(common) >= _AGREEING_WORDS or (same_place and bool(common))
        return explain("figures.same_number") if said else None
    if not clash and one.of == other.of and one.of in CASUALTIES:
        told_alike = share >= _SAME_SHARE_OF_CASUALTIES and len(common) >= _SAME_WORDS
        return explain("figures.same_casualties", of=one.of, common=len(common)) if told_alike else None
    same_time = not clash and bool(one.when) and one.when == other.when
    fewest = _AGREEING_WORDS if same_place else _SAME_WORDS
    enough = (
        len(common) >= fewest
        if same_time and one.where == other.where
        else share >= _SAME_SHARE and len(common) >= _SAME_WORDS
    )
    return explain("figures.same_words", common=len(common)) if enough else None


def _apart_in_place(one: Figure, other: Figure) -> bool:
    return bool(one.where and other.where and one.where != other.where)


def _apart_in_time(one: Figure, other: Figure) -> bool:
    return bool(one.when and other.when and relate_periods(one.when, other.when) == "clash")


def _settle_group(members: Sequence[Counted], why: str, printings: Printings) -> Found:
    unit = members[0].figure.unit or ""
    about = _about(members, unit)
    nature: Nature = "growing" if unit in _GROWING else "changing" if unit in MEMBERS else "fixed"
    slot = Slot("figure", unit, about, nature, (("unit", unit), ("words", why)))
    tellings = [
        Telling(
            counted.id,
            counted.claim,
            counted.view,
            Amount(counted.figure.value, counted.figure.qualifier),
            _class_of(counted.figure),
        )
        for counted in members
    ]
    settled = settle(slot, tellings, printings)
    slots = {"unit": unit, "value": _number(settled.value), "qualifier": _qualifier(settled.value)}
    return fact_of(slot, slots, settled), (*settled.disagreements, *_dates(members, about, printings))


def _dates(members: Sequence[Counted], about: str, printings: Printings) -> tuple[Disagreement, ...]:
    """When the same number of the same thing is put on different days."""
    dated = [
        Telling(counted.id, counted.claim, counted.view, counted.figure.when, counted.figure.unit)
        for counted in members
        if counted.figure.when and counted.figure.value >= _SMALLEST_DATED and _is_placed(counted.figure.when)
    ]
    if len({told(telling.value) for telling in dated}) < 2 or len({telling.view.id for telling in dated}) < 2:
        return ()
    near = all((dates_apart(told(dated[0].value), told(telling.value)) or 0) <= _SAME_EVENT_DAYS for telling in dated)
    return settle(Slot("figure", "date", f"{about} · date"), dated, printings).disagreements if near else ()


def _is_placed(edtf: str) -> bool:
    """Is it a time of known begin and end, at most some weeks long?"""
    found = bounds(edtf)
    return found is not None and found[0] is not None and found[1] is not None and (found[1] - found[0]).days <= 31


def _about(members: Sequence[Counted], unit: str) -> str:
    """Unit, body or place, and words that stand beside the figure in all reports."""
    first = members[0]
    common = frozenset.intersection(*(counted.beside for counted in members))
    words = (
        word
        for word in WORD.findall(first.view.words_around(first.claim.span))
        if stem(word, first.view.language) in common
    )
    named = [value for value in (first.figure.of, first.figure.where) if value]
    return " · ".join([unit, *named, " ".join(list(dict.fromkeys(words))[:_WORDS_SHOWN])][:4]).strip(" ·")


def _number(value: Amount | str) -> object:
    if isinstance(value, str):
        return value
    return int(value.value) if value.value.is_integer() else value.value


def _qualifier(value: Amount | str) -> str:
    return value.qualifier if isinstance(value, Amount) else "exact"
