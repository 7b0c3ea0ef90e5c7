"""Figures as claims: counts of a body's members, and founding years. The expectations are written by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Figure
from mithaq.text.prepare import prepare


def figures(language: str, text: str, unit: str) -> list[tuple[str | None, float]]:
    article = Article("test", "test.txt", None, language, "2024-05-15", "explicit", None, text)
    extraction = claim_reader(language).read(annotate(prepare(article, load_pack(language))))
    contents = [claim.content for claim in extraction.claims if isinstance(claim.content, Figure)]
    return [(content.of, content.value) for content in contents if content.unit == unit]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Gulf Cooperation Council was founded in 1981.", ("Gulf Cooperation Council", 1981)),
        ("en", "NATO, established in 1949, is based in Brussels.", ("NATO", 1949)),
        ("fr", "L'OTAN, créée en 1949, siège à Bruxelles.", ("NATO", 1949)),
        ("ar", "تأسس مجلس التعاون الخليجي عام 1981.", ("Gulf Cooperation Council", 1981)),
        ("ar", "وفي 2014 تشكل التحالف الدولي ضد داعش.", ("Global Coalition against Daesh", 2014)),
    ],
)
def test_founding_years(language: str, text: str, expected: tuple[str, float]) -> None:
    assert figures(language, text, "founding year") == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Apple was founded in 1976."),
        ("en", "The committee was formed by NATO last year."),
        ("fr", "Une commission d'enquête a été créée par l'Union africaine."),
        ("ar", "تشكل الهجمات خطرا على الأمم المتحدة منذ 2015."),
    ],
)
def test_no_founding_year(language: str, text: str) -> None:
    assert figures(language, text, "founding year") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "NATO has 32 members.", ("NATO", 32)),
        ("fr", "L'OTAN compte 32 membres.", ("NATO", 32)),
        ("ar", "يضم حلف شمال الأطلسي 32 عضوا.", ("NATO", 32)),
    ],
)
def test_members_are_counted_of_their_body(language: str, text: str, expected: tuple[str, float]) -> None:
    assert figures(language, text, "members") == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Arab League has 22 members. It was founded in 1945."),
        ("fr", "Avec la Somalie, la Ligue arabe compte 22 membres. Elle a été fondée en 1945."),
        ("ar", "تضم جامعة الدول العربية 22 عضوا. وتأسست عام 1945."),
    ],
)
def test_a_pronoun_or_nothing_stands_for_the_body_the_sentence_before_begins_with(language: str, text: str) -> None:
    assert figures(language, text, "founding year") == [("Arab League", 1945.0)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ministers of the Arab League met in the palace. It was founded in 1945."),
        ("fr", "Les ministres de la Ligue arabe ont visité une école. Elle a été fondée en 1945."),
        ("ar", "زار وزراء جامعة الدول العربية المدرسة. وتأسست عام 1945."),
    ],
)
def test_a_body_within_another_name_is_not_what_a_pronoun_stands_for(language: str, text: str) -> None:
    assert figures(language, text, "founding year") == []
