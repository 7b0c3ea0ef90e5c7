"""Every rule of dates, money and figures gives exactly what its examples say and leaves its counter-examples alone.

All examples are read with 12 May 2022, a Thursday, as the publication day.
"""

import pytest

from mithaq.annotate.quantities import quantity_reader
from mithaq.languages import Rule, available_languages, load_pack
from mithaq.model.article import Article
from mithaq.model.values import DateValue, FigureValue, MoneyValue
from mithaq.text.lattice import Unit
from mithaq.text.prepare import prepare

KINDS = {"dates": "date", "money": "money", "figures": "figure"}
RULES = [(code, rule) for code in available_languages() for layer in KINDS for rule in load_pack(code).layer(layer)]


def read(code: str, text: str, kind: str) -> list[Unit]:
    article = Article("rule", "rule.txt", None, code, "2022-05-12", "explicit", None, text)
    units = quantity_reader(code).read_units(prepare(article, load_pack(code)))
    return [unit for unit in units if kind in unit.labels]


def show(value: object) -> str:
    """A value as the rules write it: EDTF or ``null``; amount, currency, qualifier; number, unit, qualifier."""
    if isinstance(value, DateValue):
        return value.edtf or "null"
    if isinstance(value, MoneyValue):
        return f"{value.amount:.15g} {value.currency} {value.qualifier}"
    assert isinstance(value, FigureValue)
    return f"{value.value:.15g} {value.unit or 'null'} {value.qualifier}"


def name_of(case: object) -> str:
    return f"{case.layer}-{case.name}" if isinstance(case, Rule) else str(case)


@pytest.mark.parametrize(("code", "rule"), RULES, ids=name_of)
def test_a_rule_gives_the_values_of_its_examples(code: str, rule: Rule) -> None:
    kind = KINDS[rule.layer]
    for text, expected in rule.examples:
        assert "; ".join(show(unit.values[kind]) for unit in read(code, text, kind)) == expected, text


@pytest.mark.parametrize(("code", "rule"), RULES, ids=name_of)
def test_a_rule_makes_nothing_of_its_counter_examples(code: str, rule: Rule) -> None:
    kind = KINDS[rule.layer]
    for text in rule.counter_examples:
        made = [text[unit.start : unit.end] for unit in read(code, text, kind) if unit.values["rule"] == rule.name]
        assert made == [], text
