"""A value that one claim gives for a slot, and how two such values stand to each other, with the reason.

Not for which claims fill one slot: the modules of the kinds know that.
"""

from dataclasses import dataclass
from typing import Literal

from mithaq.model.claim import Claim
from mithaq.model.edtf import bounds
from mithaq.model.fact import DisagreementReason
from mithaq.reconcile.amounts import write_amount
from mithaq.reconcile.explanations import explain
from mithaq.reconcile.intervals import Amount, days_apart, ratio, relate_amounts, relate_periods
from mithaq.reconcile.views import View

# What kind of value a slot holds: a number that holds for ever, can change with time or grows by the hour; the date of
# something held once, of something that was put off, or of something that lasts for days.
Nature = Literal["fixed", "changing", "growing", "moved", "lasting"]

# A count told this many days apart may have changed in between.
CHANGE_DAYS = 45
OFF = frozenset(("postponed", "cancelled"))
# A tally of one event is still counted this many days after the first report.
_COUNTING_DAYS = 7
# How many of one unit make another, either way round; within a hundredth.
_CONVERSIONS = (2.58999, 1.60934, 2.47105, 2.20462, 0.9144, 3.28084, 7.33, 158.987)
_SCALE_SLIPS = (1e3, 1e6)


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim's value for a slot: an amount, an EDTF date, or a word (a stage, a country)."""

    claim_id: str
    claim: Claim
    view: View
    value: Amount | str
    unit: str | None = None
    status: str | None = None

    @property
    def order(self) -> tuple[str, str]:
        """Sorts tellings the same in every run."""
        return (self.view.file, self.claim_id)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two tellings of one slot stand: None when nothing is to be told; else a reason and a sentence."""

    reason: DisagreementReason | None
    sentence: str = ""


AGREE = Verdict(None)


def told(value: Amount | str) -> str:
    """A value in words and digits."""
    return value if isinstance(value, str) else write_amount(value)


def judge(first: Telling, second: Telling, nature: Nature) -> Verdict:
    """Do two values of one slot agree, and if not, why?"""
    one, other = first.value, second.value
    if isinstance(one, Amount) and isinstance(other, Amount):
        return _judge_amounts(first, second, one, other, nature)
    if isinstance(one, Amount) or isinstance(other, Amount):
        return AGREE
    return _judge_dates(first, second, (one, other), nature)


def _judge_amounts(first: Telling, second: Telling, one: Amount, other: Amount, nature: Nature) -> Verdict:
    relation = relate_amounts(one, other)
    pair = {"first": told(one), "second": told(other)}
    apart = told_days_apart(first, second)
    if relation == "compatible" and nature == "growing" and first.view.id != second.view.id:
        return Verdict("precision", explain("amounts.bound", **pair))
    if relation in ("same", "compatible") or (relation == "precision" and first.unit != second.unit):
        return AGREE
    if relation == "precision" and first.view.id == second.view.id and nature != "changing":
        return AGREE  # an article that repeats its number need not repeat "about"
    if nature == "changing" and apart is not None and apart > CHANGE_DAYS:
        return AGREE if relation == "precision" else Verdict("change", explain("amounts.change", **pair, apart=apart))
    if relation == "precision":
        return Verdict("precision", explain("amounts.precision", **pair))
    if first.unit != second.unit and any(
        abs(ratio(one.value, other.value) / factor - 1) < 0.01 for factor in _CONVERSIONS
    ):
        return Verdict("unit", explain("amounts.unit", **pair, first_unit=first.unit, second_unit=second.unit))
    if first.view.language != second.view.language and ratio(one.value, other.value) in _SCALE_SLIPS:
        return Verdict("translation", explain("amounts.translation", **pair))
    if nature == "growing" and _is_later_count(first, second, one, other):
        return Verdict("cut_off", explain("amounts.cut_off", **pair))
    return Verdict("contradiction", explain("amounts.contradiction", **pair))


def _is_later_count(first: Telling, second: Telling, one: Amount, other: Amount) -> bool:
    if first.view.day is None or second.view.day is None:
        return False
    later_days = (second.view.day - first.view.day).days
    return later_days != 0 and abs(later_days) <= _COUNTING_DAYS and (later_days > 0) == (other.value > one.value)


def _judge_dates(first: Telling, second: Telling, dates: tuple[str, str], nature: Nature) -> Verdict:
    relation = relate_periods(*dates)
    pair = dict(zip(("first", "second"), dates, strict=True))
    if relation in ("same", "compatible") or first.view.id == second.view.id:
        return AGREE
    if relation == "precision":
        vaguer = any(_is_month_or_year(edtf) for edtf in dates) or nature == "lasting"
        return AGREE if vaguer else Verdict("precision", explain("dates.precision", **pair))
    if all(_names_both(telling, dates) for telling in (first, second)):
        return AGREE  # both articles tell both days, of two things
    if nature == "lasting" and (days_apart(*dates) == 1 or (_is_of_the_day(first) and _is_of_the_day(second))):
        return AGREE
    if nature == "moved" and not _is_former_date(first, second):
        return Verdict("change", explain("dates.change", **pair))
    return Verdict("contradiction", explain("dates.contradiction", **pair))


def _names_both(telling: Telling, dates: tuple[str, str]) -> bool:
    return all(edtf in telling.view.dates for edtf in dates)


def _is_month_or_year(edtf: str) -> bool:
    """ "In May" beside "11 May" is how people speak, not worth telling."""
    return len(edtf) < len("2022-05-11") and "/" not in edtf


def _is_of_the_day(telling: Telling) -> bool:
    """Does the report tell of its own day or the day before, as each day's report of a long meeting does?"""
    found = bounds(telling.value) if isinstance(telling.value, str) else None
    day = telling.view.last_day
    return found is not None and found[1] is not None and day is not None and 0 <= (day - found[1]).days <= 1


def _is_former_date(first: Telling, second: Telling) -> bool:
    """Does one report call its date the one that was given up, and the other, earlier, give another?"""
    gone, plan = (first, second) if first.status in OFF else (second, first)
    if gone.status not in OFF or plan.status in OFF or gone.view.day is None or plan.view.day is None:
        return False
    return plan.view.day < gone.view.day


def told_days_apart(first: Telling, second: Telling) -> int | None:
    """Days between the publication of two tellings; None when one is not known."""
    if first.view.day is None or second.view.day is None:
        return None
    return abs((first.view.day - second.view.day).days)


def dates_apart(first: str | None, second: str | None) -> int | None:
    """Days between two EDTF dates, None when one is missing or cannot be placed."""
    return days_apart(first, second) if first and second else None
