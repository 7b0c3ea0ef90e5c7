"""Which values fit a slot, and that one which does not changes nothing."""

import json

import pytest

from mithaq.errors import UsageError
from mithaq.reconcile import right_value


@pytest.mark.parametrize(
    ("kind", "slot", "value"),
    [
        ("figure", "value", -2.5), ("figure", "when", "2014"), ("funding", "amount", 750), ("funding", "purpose", None),
        ("funding", "currency", "EUR"), ("commitment", "by", ["FR", "الجامعة العربية"]), ("commitment", "conditional", True),
        ("meeting", "date", "2022-05-11/2022-05-12"), ("meeting", "hosts", []), ("meeting", "sequence", "next"),
        ("meeting", "attendance", {"value": 80, "qualifier": "about", "unit": None}),
        ("meeting", "stand_ins", [{"person": "Amina Diallo", "stood_for": "foreign minister"}]),
        ("membership", "ordinal", 83),
    ],
)  # fmt: skip
def test_a_value_of_the_slot_s_type_fits(kind: str, slot: str, value: object) -> None:
    assert right_value(kind, slot, json.dumps(value)) == value


@pytest.mark.parametrize(
    ("kind", "slot", "written"),
    [
        ("figure", "value", '"abc"'), ("figure", "value", '{"a": 1}'), ("figure", "value", "[1]"), ("figure", "value", "true"),
        ("figure", "value", "NaN"), ("figure", "value", "Infinity"), ("figure", "value", "1e999"), ("figure", "value", "null"),
        ("figure", "value", "1" + "0" * 400), ("figure", "qualifier", '"roughly"'), ("figure", "unit", "3"),
        ("figure", "unit", '""'), ("figure", "of", '"a\\nb"'), ("figure", "of", '"\\ud800"'),
        ("funding", "amount", "-5"), ("funding", "amount", "0"), ("funding", "stage", '"someday"'), ("funding", "stage", "[]"),
        ("funding", "currency", '"euro"'), ("meeting", "status", '"abc"'), ("meeting", "country", '"France"'),
        ("meeting", "date", '"soon"'), ("meeting", "date", '"../.."'), ("meeting", "hosts", '"FR"'), ("meeting", "hosts", "[1]"),
        ("meeting", "attendance", "80"), ("meeting", "attendance", '{"value": 80}'),
        ("meeting", "attendance", '{"value": -80, "qualifier": "exact", "unit": null}'),
        ("meeting", "stand_ins", '[{"person": 1, "stood_for": "x"}]'), ("membership", "change", '"abc"'),
        ("membership", "ordinal", "83.5"), ("membership", "member", "null"), ("commitment", "conditional", '"yes"'),
        ("commitment", "tests", '{"discrete": 1}'), ("statement", "content", "[0, 5]"), ("statement", "colour", '"red"'),
        ("statement", "role", "unquoted"), ("statement", "role", "[" * 100_000),
    ],
)  # fmt: skip
def test_any_other_value_is_refused(kind: str, slot: str, written: str) -> None:
    with pytest.raises(UsageError):
        right_value(kind, slot, written)
