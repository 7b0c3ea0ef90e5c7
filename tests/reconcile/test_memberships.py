"""Who was a member when, as known when; counts as a curve."""

from datetime import date

from mithaq.reconcile import reconcile
from mithaq.reconcile.memberships import count_curve, members_on, standings
from mithaq.reconcile.views import view_of

from .examples import COALITION, extraction, joined

ARTICLES = [
    extraction("a", "Yemen joined.", [("Yemen joined", joined("YE", date="2021-06-28"))], published="2021-07-04"),
    extraction("b", "Yemen joined.", [("Yemen joined", joined("YE", date="2021-06-27"))], published="2021-07-05"),
    extraction("c", "NATO is in it.", [("NATO", joined("NATO", change="member"))], published="2020-01-01"),
    extraction("d", "Yemen left.", [("Yemen left", joined("YE", change="left"))], published="2024-02-01"),
]


def test_when_it_held_and_when_it_was_known_are_kept_apart() -> None:
    told = standings(view_of(article) for article in ARTICLES)
    day = date(2021, 7, 1)
    assert members_on(told, COALITION, day, known_on=date(2021, 7, 2)) == ("NATO",)
    assert members_on(told, COALITION, day, known_on=date(2021, 7, 4)) == ("NATO", "YE")
    assert members_on(told, COALITION, date(2024, 3, 1), known_on=date(2024, 1, 1)) == ("NATO", "YE")
    assert members_on(told, COALITION, date(2024, 3, 1), known_on=date(2024, 3, 1)) == ("NATO",)
    assert members_on(told, "NATO", day, known_on=day) == ()


def test_the_count_is_a_curve() -> None:
    facts = reconcile(ARTICLES).facts
    assert count_curve(facts, COALITION) == (("2020-01-01", 1), ("2021-06-27", 2), ("2024-02-01", 1))


def test_days_of_joining_contradict() -> None:
    [found] = reconcile(ARTICLES).disagreements
    assert (found.reason, [side.value for side in found.sides]) == ("contradiction", ["2021-06-27", "2021-06-28"])
