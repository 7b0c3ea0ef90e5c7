"""Money: the list of sums and what they come to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from mithaq.web.desk import Desk
from mithaq.web.views.citing import back_entries
from mithaq.web.views.gathered import Entry, gathered
from mithaq.web.views.matching import counted
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import MoneyLine, MoneyTotal, MoneyView, Page

_MOST_TOTALS = 40
_CITED = ("donor", "recipient", "amount", "period", "purpose", "stage")
_STAGES = ("appeal", "pledge", "commitment", "paid")


@dataclass(frozen=True, slots=True)
class MoneyFilters:
    """What a list of sums is narrowed to; None and "" narrow nothing."""

    donor: str | None = None
    recipient: str | None = None
    stage: str | None = None
    currency: str | None = None
    year: int | None = None
    reannounced: bool | None = None


EVERYTHING = MoneyFilters()


def money(desk: Desk, filters: MoneyFilters = EVERYTHING, page: int = 1, page_size: int = 25) -> MoneyView:
    """The sums that fit, the latest year first, with totals by who gives, who receives and when."""
    chosen = desk.recall(_choose, filters)
    return replace(chosen.view, lines=cut(chosen.entries, page, page_size, lambda some: cite_money(desk, some)))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The entries that fit, and the view of them but for its lines."""

    entries: tuple[Entry[MoneyLine], ...]
    view: MoneyView


def _choose(desk: Desk, filters: MoneyFilters) -> _Chosen:
    entries = tuple(entry for entry in gathered(desk).money if _fits(entry.line, filters))
    lines = [entry.line for entry in entries]
    everything = [entry.line for entry in gathered(desk).money]
    view = MoneyView(
        lines=Page((), 1, 1, len(entries)),
        by_donor=_totals(lines, lambda line: line.donor or ""),
        by_recipient=_totals(lines, lambda line: line.recipient or ""),
        by_year=tuple(
            sorted(_totals(lines, lambda line: str(line.year or "")), key=lambda total: (total.key, total.currency))
        ),
        donors=counted(line.donor for line in everything if line.donor),
        recipients=counted(line.recipient for line in everything if line.recipient),
        currencies=counted(line.currency for line in everything if line.currency),
        years=counted(str(line.year) for line in everything if line.year),
    )
    return _Chosen(entries, view)


def _fits(line: MoneyLine, filters: MoneyFilters) -> bool:
    exact = (
        (filters.donor, line.donor), (filters.recipient, line.recipient), (filters.stage, line.stage),
        (filters.currency, line.currency),
    )  # fmt: skip
    if any(wanted and wanted != value for wanted, value in exact):
        return False
    if filters.year is not None and line.year != filters.year:
        return False
    return filters.reannounced is None or line.reannounced == filters.reannounced


def _totals(lines: Iterable[MoneyLine], key_of: Callable[[MoneyLine], str]) -> tuple[MoneyTotal, ...]:
    """One total a key and currency, the largest first."""
    sums: dict[tuple[str, str], dict[str, float]] = {}
    counts: dict[tuple[str, str], int] = {}
    for line in lines:
        key = (key_of(line), line.currency or "")
        stages = sums.setdefault(key, dict.fromkeys(_STAGES, 0.0))
        stages[line.stage] = stages.get(line.stage, 0.0) + line.amount
        counts[key] = counts.get(key, 0) + 1
    totals = (
        MoneyTotal(
            key,
            currency,
            stages["appeal"],
            stages["pledge"],
            stages["commitment"],
            stages["paid"],
            counts[key, currency],
        )
        for (key, currency), stages in sums.items()
    )
    ranked = sorted(
        totals, key=lambda total: (-(total.pledge + total.commitment + total.paid), total.key, total.currency)
    )
    return tuple(ranked[:_MOST_TOTALS])


def cite_money(desk: Desk, entries: Sequence[Entry[MoneyLine]]) -> list[MoneyLine]:
    """The lines with their citations."""
    return back_entries(desk, entries, _CITED)
