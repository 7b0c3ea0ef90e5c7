"""Lines of effort, by a profile's words."""

import pytest

from mithaq.claims.themes import ThemeReader
from mithaq.languages import available_languages, load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Commitment, Figure, TorontoTests
from mithaq.model.span import Span
from mithaq.text.prepare import prepare

_TESTS = TorontoTests(discrete=True, specific=True, future=True, public=True, collective=True)


def themes(text: str, language: str, profile: str = "coalition") -> tuple[str, ...]:
    article = Article("test", "test.txt", None, language, None, None, None, text)
    place = Span(0, len(text))
    claim = Claim(article.id, place, text, Commitment(("participants",), text, None, None, False, (), _TESTS))
    pack = load_pack(language)
    [themed] = ThemeReader(pack, profile).read(prepare(article, pack), [claim])
    assert isinstance(themed.content, Commitment)
    return themed.content.themes


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "سنواصل مكافحة تمويل الإرهاب", ("counter-financing",)),
        ("ar", "دعم الاستقرار والتعافي في المناطق المحررة ومحاسبة المذنبين", ("stabilisation", "accountability")),
        ("en", "keep fighting terrorist propaganda and recruitment in the Sahel", ("communications", "africa")),
        ("fr", "rapatrier les combattants étrangers", ("foreign fighters",)),
        ("en", "hold a dinner", ()),
    ],
)
def test_themes_of_the_coalition_profile(language: str, text: str, expected: tuple[str, ...]) -> None:
    assert themes(text, language) == expected


def test_another_profile_gives_other_themes() -> None:
    assert themes("cut methane emissions and protect trade", "en", "general") == ("environment", "economic")


def test_only_words_inside_the_claim_count() -> None:
    text = "Troops left. They will pay pensions."
    article = Article("test", "test.txt", None, "en", None, None, None, text)
    place = Span(13, len(text))
    claim = Claim(article.id, place, place.of(text), Commitment(("US",), "", None, None, False, (), _TESTS))
    pack = load_pack("en")
    assert ThemeReader(pack).read(prepare(article, pack), [claim]) == [claim]


def test_other_kinds_are_left_as_they_are() -> None:
    article = Article("test", "test.txt", None, "en", None, None, None, "84 troops")
    claim = Claim(article.id, Span(0, 9), "84 troops", Figure(84.0, "exact", "troops"))
    pack = load_pack("en")
    assert ThemeReader(pack).read(prepare(article, pack), [claim]) == [claim]


@pytest.mark.parametrize("language", available_languages())
def test_every_language_knows_the_nine_lines_of_effort(language: str) -> None:
    known = {word.value for word in load_pack(language).table("themes") if word.label == "theme_coalition"}
    assert known == {
        "military", "stabilisation", "counter-financing", "foreign fighters", "communications", "africa",
        "humanitarian", "political settlement", "accountability",
    }  # fmt: skip
