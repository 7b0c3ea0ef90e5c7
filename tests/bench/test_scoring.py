"""The scorer counts as a person with the article in hand would. Expectations are small and made up here."""

from collections.abc import Mapping
from typing import Any

import pytest

from bench.scoring import KINDS, Score, broken_citations, same_name, same_number, same_words, score_article
from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Content, Funding, Meeting, Speaker, Statement
from mithaq.model.extraction import Extraction
from mithaq.model.span import Span
from mithaq.model.values import CountryValue, DateValue, MoneyValue, PersonValue, Value

TEXT = "On Monday in Rome, Nasser Bourita of Morocco said the US pledged $5m. Bourita left on Tuesday."
ARTICLE = Article("a.txt", "a.txt", None, "en", "2022-05-12", "explicit", None, TEXT)


def gold(**expected: list[Any]) -> Mapping[str, Any]:
    return {key: [] for key in KINDS.values()} | expected


def annotation(words: str, value: Value) -> Annotation:
    start = TEXT.index(words)
    return Annotation(Span(start, start + len(words)), words, value)


def claim(words: str, content: Content) -> Claim:
    start = TEXT.index(words)
    return Claim(ARTICLE.id, Span(start, start + len(words)), words, content)


def score(kind: str, expected: Mapping[str, Any], *items: Annotation | Claim) -> Score:
    annotations = tuple(item for item in items if isinstance(item, Annotation))
    claims = tuple(item for item in items if isinstance(item, Claim))
    return score_article(expected, Extraction(ARTICLE, annotations, claims, ()))[kind]


def test_a_date_is_found_by_its_words_and_right_by_its_value() -> None:
    dates = [{"text": "Monday", "edtf": "2022-05-09"}, {"text": "Tuesday", "edtf": "2022-05-10"}]
    read = (annotation("On Monday", DateValue("2022-05-09")), annotation("Tuesday", DateValue("2022-05-17")))
    counted = score("date", gold(dates=dates), *read)
    assert counted == Score(expected=2, read=2, found=2, right=1)
    assert (counted.precision, counted.recall, counted.found_f1, counted.strict_f1) == (1.0, 1.0, 1.0, 0.5)


def test_what_is_read_once_answers_one_expectation() -> None:
    dates = [{"text": "Monday", "edtf": "2022-05-09"}, {"text": "Monday", "edtf": "2022-05-02"}]
    counted = score("date", gold(dates=dates), annotation("Monday", DateValue("2022-05-02")))
    assert counted == Score(expected=2, read=1, found=1, right=1)


def test_what_nobody_expects_lowers_precision_only() -> None:
    money = [{"text": "$5m", "amount": 5000000, "currency": "USD"}]
    read = (annotation("$5m", MoneyValue(5e6, "USD")), annotation("Rome", MoneyValue(1.0, None)))
    counted = score("money", gold(money=money), *read)
    assert (counted.precision, counted.recall) == (0.5, 1.0)


def test_names_count_once_an_article() -> None:
    people = [{"text": "Nasser Bourita", "name": "Nasser Bourita"}]
    read = (
        annotation("Nasser Bourita", PersonValue("Nasser Bourita")),
        annotation("Bourita left"[:7], PersonValue("Nasser Bourita")),
    )
    assert score("person", gold(people=people), *read) == Score(1, 1, 1, 1)


def test_countries_are_compared_as_a_set() -> None:
    read = (annotation("Morocco", CountryValue("MA")), annotation("US", CountryValue("US")))
    assert score("country", gold(countries=["MA", "IT", "MA"]), *read) == Score(2, 2, 1, 1)


@pytest.mark.parametrize(
    ("city", "date", "status", "counted"),
    [
        ("Rome", "2022-05-09", "held", Score(1, 1, 1, 1)),
        ("Rome", "2022-05-09", "planned", Score(1, 1, 1, 0)),
        ("Rome", None, "held", Score(1, 1, 0, 0)),
        ("Tunis", "2022-05-09", "held", Score(1, 1, 0, 0)),
    ],
)
def test_a_meeting_told_elsewhere_is_known_by_city_and_date(
    city: str, date: str | None, status: Any, counted: Score
) -> None:
    wanted = {"text": "the ministers gathered", "city": "Rome", "country": "IT", "date": "2022-05-09", "status": "held"}
    read = claim("Bourita left", Meeting(None, "ministerial", city, None, date, status=status))
    assert score("meeting", gold(meetings=[wanted]), read) == counted


@pytest.mark.parametrize(
    ("donor", "amount", "counted"),
    [("US", 5e6, Score(1, 1, 1, 1)), ("MA", 5e6, Score(1, 1, 1, 0)), ("US", 6e6, Score(1, 1, 0, 0))],
)
def test_funding_is_known_by_its_sum(donor: str, amount: float, counted: Score) -> None:
    wanted = {"text": "pledged", "donor": "US", "amount": 5000000, "currency": "USD", "stage": "pledge"}
    read = claim("pledged $5m", Funding(donor, None, amount, "USD", "exact", "pledge"))
    assert score("funding", gold(funding=[wanted]), read) == counted


@pytest.mark.parametrize(
    ("speaker", "act", "right"),
    [
        (Speaker("Nasser Bourita", "person", "Bourita"), "say", 1),
        (Speaker("Nasir Burita", "person", "Nasser Bourita"), "say", 1),
        (Speaker("Nasser Bourita", "person", "Bourita"), "warn", 0),
        (Speaker("participants", "collective", "ministers"), "say", 0),
    ],
)
def test_a_statement_is_right_by_speaker_and_act(speaker: Speaker, act: Any, right: int) -> None:
    people = [{"text": "Nasser Bourita", "name": "Nasser Bourita"}]
    wanted = {"text": "Morocco said the US", "speaker": "Nasser Bourita", "speaker_kind": "person", "act": "say"}
    read = claim("said the US pledged $5m", Statement(speaker, None, None, act, "indirect", None))
    counted = score("statement", gold(people=people, statements=[wanted]), read)
    assert counted == Score(1, 1, 1, right)


def test_words_and_names_are_compared_without_marks_and_spellings() -> None:
    assert same_name("الأمم المتحدة", "الامم المتحده")
    assert same_name("Réunion", "reunion")
    assert same_name("Rome", "the city of Rome")
    assert not same_name("", "Rome")
    assert same_words("pledged five million dollars", "five million dollars were promised")
    assert not same_words("pledged five million dollars", "promised a great deal of dollars")


def test_numbers_may_differ_by_half_a_percent() -> None:
    assert same_number(0.6667, 2 / 3)
    assert not same_number(100, 101)
    assert not same_number(None, 0)


def test_an_empty_score_divides_by_nothing() -> None:
    assert (Score().precision, Score().recall, Score().strict_f1) == (0.0, 0.0, 0.0)


def test_a_citation_that_opens_elsewhere_is_broken() -> None:
    good, bad = annotation("Rome", CountryValue("IT")), Annotation(Span(0, 4), "Rome", CountryValue("IT"))
    assert broken_citations(Extraction(ARTICLE, (good, bad), (), ())) == ["country: Rome"]
