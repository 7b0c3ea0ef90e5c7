"""Names across scripts and spellings: better pairs are the same, worse ones are not; no input raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.reconcile.name_forms import compare_names, skeleton


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ناصر بوريطة", "Nasser Bourita"),
        ("Nacer Bourita", "ناصر بوريطة"),
        ("عبدالفتاح السيسي", "عبد الفتاح السيسي"),
        ("Abdel Fattah el-Sisi", "عبد الفتاح السيسي"),
        ("محمد بن سلمان", "Mohamed ben Salmane"),
        ("سيرجي لافروف", "Sergueï Lavrov"),
        ("أنجيلا ميركل", "أنغيلا ميركل"),
        ("شي جين بينغ", "Xi Jinping"),
        ("Joe Biden", "Joe R. Biden"),
    ],
)
def test_one_person(first: str, second: str) -> None:
    assert compare_names(first, second).same
    assert compare_names(second, first).same


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("بشار الأسد", "حافظ الأسد", "the same surname, another given name"),
        ("محمد بن سلمان", "محمد بن زايد", "the surnames differ"),
        ("George W. Bush", "George H. W. Bush", "the initials differ"),
        ("Bourita", "ناصر بوريطة", "one word alone tells nobody apart"),
        ("", "ناصر بوريطة", "nothing to compare"),
    ],
)
def test_two_people(first: str, second: str, reason: str) -> None:
    compared = compare_names(first, second)
    assert (compared.same, compared.reason) == (False, reason)


def test_the_article_is_taken_off_but_not_the_beginning_of_a_name() -> None:
    assert compare_names("إلهام أحمد", "Ilham Ahmed").same
    assert skeleton("ناصر") == skeleton("nasser") == skeleton("nacer") == "nsr"


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_name_raises_and_the_order_does_not_matter(first: str, second: str) -> None:
    assert compare_names(first, second).same == compare_names(second, first).same
