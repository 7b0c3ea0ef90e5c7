"""Until when an action is promised: terms counted from the promise, dates of other clauses, sums spread over years."""

import pytest

from tests.claims.test_commitments import commitments


def deadlines(code: str, text: str) -> list[str | None]:
    return [content.deadline for _, content in commitments(code, text)]


@pytest.mark.parametrize(
    ("code", "text", "until"),
    [
        # All are read on 12 May 2022.
        ("en", "Norway will open the border within three months.", "../2022-08"),
        ("en", "Norway will publish the list within 10 days.", "../2022-05-22"),
        ("fr", "La Norvège rouvrira la frontière dans les trois mois.", "../2022-08"),
        ("ar", "ستفتح النرويج الحدود في غضون ثلاثة أشهر.", "../2022-08"),
        ("ar", "تعهدت النرويج بخفض ديونها خلال عام.", "../2023-05"),
    ],
)
def test_a_term_counts_from_the_day_of_publication(code: str, text: str, until: str) -> None:
    assert deadlines(code, text) == [until]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway pledged in Oslo in April 2021 to close all mines within four years."),
        ("ar", "تعهدت النرويج في أبريل 2021 بإغلاق جميع المناجم في غضون أربع سنوات."),
    ],
)
def test_a_term_counts_from_the_day_of_the_promise_where_it_is_told(code: str, text: str) -> None:
    assert deadlines(code, text) == ["../2025-04"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway will train officers for three years."),
        ("fr", "La Norvège formera des policiers pendant trois ans."),
        ("ar", "ستقدم النرويج 40 مليون دولار خلال ثلاث سنوات."),
    ],
)
def test_how_long_something_lasts_or_a_sum_is_spread_is_no_deadline(code: str, text: str) -> None:
    assert deadlines(code, text) == [None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway will rebuild the harbour, which will close until June 2023."),
        ("fr", "La Norvège reconstruira le port, qui fermera en juin 2023."),
        ("ar", "ستدعم النرويج المشروع، ضمن خطة تنتهي في يونيو 2023."),
    ],
)
def test_a_date_of_another_clause_is_no_deadline(code: str, text: str) -> None:
    assert deadlines(code, text)[0] is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Les ministres se sont engagés à respecter l'objectif fixé dans l'accord de Paris de 2015."),
        ("en", "The ministers pledged to respect the goals of the agreement of 2015."),
        ("ar", "تعهد الوزراء بتنفيذ اتفاق عام 2015."),
    ],
)
def test_the_year_of_an_agreement_is_no_deadline(code: str, text: str) -> None:
    assert deadlines(code, text) == [None]
