"""The desk's words: three files with the same keys and slots, and none that a page asks for in vain."""

import re
from pathlib import Path

import pytest

import mithaq.web
from mithaq.model.annotation import ANNOTATION_KINDS
from mithaq.model.claim import CLAIM_KINDS, Act, Change, Level, Qualifier, QuoteKind, Stage
from mithaq.model.judgement import VERDICTS
from mithaq.model.rejection import ARTICLE_REASONS, CLAIM_REASONS
from mithaq.publish.words import words_in
from mithaq.web.naming import pack_names
from mithaq.web.rendering import NAVIGATION
from mithaq.web.wording import Wording, desk_words

LANGUAGES = ("en", "fr", "ar")
FOLDER = Path(mithaq.web.__file__).parent


def slots_by_key(language: str) -> dict[str, list[str]]:
    return {
        f"{table}.{key}": sorted(set(re.findall(r"\{(\w+)\}", " ".join(forms_of(word)))))
        for table, words in desk_words(language).items()
        for key, word in words.items()
    }


def forms_of(word: str | dict[str, str]) -> list[str]:
    """The word, or its forms by plural category."""
    return [word] if isinstance(word, str) else list(word.values())


def test_the_three_languages_have_the_same_words_with_the_same_slots() -> None:
    english = slots_by_key("en")
    for language in LANGUAGES:
        assert slots_by_key(language) == english
        for words in desk_words(language).values():
            for word in words.values():
                assert all(form.strip() for form in forms_of(word))
                assert isinstance(word, str) or "other" in word


def test_every_word_that_a_page_or_module_asks_for_is_there() -> None:
    known = slots_by_key("en")
    asked = set()
    for path in (*FOLDER.glob("templates/*.html"), *FOLDER.glob("*.py")):
        asked |= set(
            re.findall(r'(?:say|say_markup|counted)\(\s*"([a-z_]+\.[a-z_]+)"(?! ~)', path.read_text(encoding="utf-8"))
        )
    assert len(asked) > 150
    assert sorted(asked - known.keys()) == []


def test_every_code_of_the_record_has_a_word() -> None:
    for language in LANGUAGES:
        words = desk_words(language)
        assert set(ANNOTATION_KINDS) == set(words["layer"])
        assert set(CLAIM_KINDS) == set(words["kind"])
        assert set(VERDICTS) == set(words["verdict"])
        assert set(ARTICLE_REASONS) == set(words["refusal"])
        assert set(CLAIM_REASONS) == set(words["why"])
        assert set(Change.__args__) == set(words["change"])
        assert set(Qualifier.__args__) == set(words["qualifier_name"])
        assert set(QuoteKind.__args__) == set(words["quote"])
        assert {key for key, _ in NAVIGATION} <= set(words["nav"])
        brief = words_in(language).tables
        for kind, table in ((Level, "level"), (Stage, "stage"), (Act, "act")):
            assert set(kind.__args__) <= set(brief[table])


def test_arabic_words_are_arabic() -> None:
    for table, words in desk_words("ar").items():
        for key, word in words.items():
            plain = re.sub(r"\{\w+\}", "", " ".join(forms_of(word)))
            assert not re.search("[A-Za-z]", plain) or re.search("[ء-ي]", plain), (table, key)


def test_separators_go_with_the_digits() -> None:
    arabic = Wording("ar", "arab")
    assert arabic.in_digits("1,234.5, then 20%") == "١٬٢٣٤٫٥, then ٢٠٪"
    assert Wording("ar", "latn").in_digits("1,234.5") == "1,234.5"


def test_a_date_is_shown_in_words_beside_its_code() -> None:
    shown = Wording("fr").date("2022-05-12")
    assert "12 mai 2022" in shown
    assert ">2022-05-12<" in shown


def test_names_are_escaped_and_isolated() -> None:
    assert Wording("en").name("<b>X</b>") == "<bdi>&lt;b&gt;X&lt;/b&gt;</bdi>"
    assert "الولايات المتحدة" in Wording("ar").name("US")
    assert Wording("en").name_plain("GB, JP, US") == "United Kingdom, Japan, United States"


def test_a_disagreement_is_told_in_the_reader_s_words() -> None:
    assert Wording("fr").about("US · members") == "États-Unis · membres"


def test_there_is_no_fourth_language() -> None:
    from mithaq.errors import UsageError

    with pytest.raises(UsageError):
        desk_words("de")


@pytest.mark.parametrize(
    ("name", "english", "french", "arabic"),
    [
        ("US, CN", "United States, China", "États-Unis, Chine", "الولايات المتحدة، الصين"),
        (
            "European Union, United Nations", "European Union, United Nations", "Union européenne, Nations unies",
            "الاتحاد الأوروبي، الأمم المتحدة",
        ),
        (
            "foreign minister (MA)", "foreign minister (Morocco)", "ministre des Affaires étrangères (Maroc)",
            "وزير الخارجية (المغرب)",
        ),
        (
            "international community", "the international community", "la communauté internationale",
            "المجتمع الدولي",
        ),
        ("Antony Blinken", "Antony Blinken", "Antony Blinken", "أنتوني بلينكن"),
        ("Tbilisi", "Tbilisi", "Tbilissi", "تبليسي"),
        ("Smith, Jones and Partners", *["Smith, Jones and Partners"] * 3),
    ],
)  # fmt: skip
def test_a_name_that_no_article_has_in_a_language_is_the_pack_s(
    name: str, english: str, french: str, arabic: str
) -> None:
    told = [Wording(language, rename=pack_names(language).get).name_plain(name) for language in ("fr", "ar")]
    assert [Wording("en").name_plain(name), *told] == [english, french, arabic]


def test_words_go_with_their_counts() -> None:
    told = {
        language: [Wording(language).counted("desk.more", count) for count in (1, 2, 3)] for language in ("fr", "ar")
    }
    assert told == {
        "fr": ["1 autre", "2 autres", "3 autres"],
        "ar": ["واحدة أخرى", "اثنتان أخريان", "3 أخرى"],
    }
    assert [Wording("ar", "arab").counted("meetings.printings", count) for count in (2, 3, 11)] == [
        "نُشر مرتين", "نُشر ٣ مرات", "نُشر ١١ مرة",
    ]  # fmt: skip


def test_every_failure_that_a_page_can_show_is_told_in_words() -> None:
    codes = {"not_found", "bad_request", "full", "record", "failed", "invalid", "refused"}
    for path in FOLDER.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        codes |= set(re.findall(r'(?:Refused|failure)\(\s*\d+, "([a-z_]+)"', text))
    assert len(codes) > 15
    for language in LANGUAGES:
        assert sorted(codes - desk_words(language)["failure"].keys()) == []
        assert desk_words(language)["failure"].keys() == desk_words(language)["failure_hint"].keys()


def test_what_a_search_also_looked_for_is_told_in_the_reader_s_language() -> None:
    told = [Wording(language).concept("counted:meetings") for language in LANGUAGES]
    assert told == ["meetings", "réunions", "اجتماعات"]
    assert Wording("ar").concept("country:MA") == "المغرب"
