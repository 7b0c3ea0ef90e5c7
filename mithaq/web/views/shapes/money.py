"""Sums and what they come to."""

from dataclasses import dataclass

from mithaq.web.views.shapes.common import Count, Page
from mithaq.web.views.shapes.lines import MoneyLine


@dataclass(frozen=True, slots=True)
class MoneyTotal:
    """The sums of one group in one currency. Sums that are parts of others are counted too: totals are of reports."""

    key: str
    currency: str
    appeal: float
    pledge: float
    commitment: float
    paid: float
    lines: int


@dataclass(frozen=True, slots=True)
class MoneyView:
    """The list and its totals (of the whole filtered list, not of the page)."""

    lines: Page[MoneyLine]
    by_donor: tuple[MoneyTotal, ...]
    by_recipient: tuple[MoneyTotal, ...]
    by_year: tuple[MoneyTotal, ...]
    donors: tuple[Count, ...]
    recipients: tuple[Count, ...]
    currencies: tuple[Count, ...]
    years: tuple[Count, ...]
