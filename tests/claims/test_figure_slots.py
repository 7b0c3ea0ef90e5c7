"""The slots of figures: where, when, what became of the people who are counted; prices a unit."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Figure
from mithaq.text.prepare import prepare


def figures(code: str, text: str) -> list[Figure]:
    article = Article("test", "test.txt", None, code, "2022-05-12", "explicit", None, text)
    read = claim_reader(code).read(annotate(prepare(article, load_pack(code))))
    return [claim.content for claim in read.claims if isinstance(claim.content, Figure)]


@pytest.mark.parametrize(
    ("code", "text", "of"),
    [
        ("en", "The bombing killed 72 people in Oslo.", "killed"),
        ("en", "At least 30 people were wounded in Oslo.", "wounded"),
        ("fr", "L'attentat a fait 21 morts; 40 personnes ont été blessées à Oslo.", "wounded"),
        ("ar", "وقتل 21 شخصا في أعمال عنف.", "killed"),
        ("ar", "ما لا يقل عن 213 شخصا قتلوا في المدينة.", "killed"),
    ],
)
def test_people_who_are_counted_were_killed_or_hurt(code: str, text: str, of: str) -> None:
    assert [found.of for found in figures(code, text) if found.unit == "people"][-1:] == [of]


def test_people_of_whom_nothing_is_told_are_only_people() -> None:
    assert [found.of for found in figures("en", "Some 300 people gathered in Oslo.")] == [None]


@pytest.mark.parametrize(
    ("code", "text", "unit"),
    [
        ("en", "Oil rose to $48 a barrel on Monday.", "USD a barrel"),
        ("fr", "Le pétrole est monté à 48 dollars le baril lundi.", "USD a barrel"),
        ("ar", "ارتفع النفط إلى 48 دولارا للبرميل يوم الاثنين.", "USD a barrel"),
    ],
)
def test_a_price_of_a_unit_is_a_figure(code: str, text: str, unit: str) -> None:
    (found,) = figures(code, text)
    assert (found.value, found.unit, found.of) == (48, unit, None)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A group of 202 migrants, mostly Pakistani, were held in Oslo after leaving Sweden.", "Oslo"),
        ("In Oslo, Swedish officers counted 202 migrants.", "Oslo"),
        ("Swedish officers counted 202 migrants.", None),
    ],
)
def test_where_is_a_place_that_is_named_not_an_adjective(text: str, where: str | None) -> None:
    assert [found.where for found in figures("en", text) if found.unit == "migrants"] == [where]


def test_a_duration_is_not_when() -> None:
    (found,) = [found for found in figures("en", "Over two days, 202 migrants came.") if found.unit == "migrants"]
    assert found.when is None


def test_the_members_of_a_body_are_not_in_a_place() -> None:
    text = "The Arab League, which fights for a settlement in Syria, has 22 members."
    (found,) = [found for found in figures("en", text) if found.unit == "members"]
    assert (found.of, found.where) == ("Arab League", None)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Arab League, founded in 1945, has 22 members."),
        ("fr", "La Ligue arabe, fondée en 1945, compte 22 membres."),
        ("ar", "تأسست جامعة الدول العربية في عام 1945 وتضم 22 عضوا."),
        ("ar", "في عام 1945، تأسست جامعة الدول العربية من 22 عضوا."),
    ],
)
def test_the_year_a_body_was_founded_is_not_when_it_had_its_members(code: str, text: str) -> None:
    (found,) = [found for found in figures(code, text) if found.unit == "members"]
    assert found.when is None
