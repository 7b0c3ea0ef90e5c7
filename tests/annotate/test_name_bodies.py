"""Bodies: capitals that a name needs, organs of a body, papers called by an ordinary word, spans behind proclitics."""

import pytest

from mithaq.annotate.names import printed_name, read_names


def names(text: str, language: str, kind: str = "organisation") -> list[str]:
    return [printed_name(found).removeprefix(f"{kind} ") for found in read_names(text, language) if found.kind == kind]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le monde entier a suivi la réunion.", "fr", []),
        ("Le Monde a publié la lettre.", "fr", ["Le Monde"]),
        ("The guardian of the tomb slept.", "en", []),
        ("The Guardian published the letter.", "en", ["The Guardian"]),
    ],
)
def test_a_listed_name_of_several_words_needs_its_capitals(text: str, language: str, expected: list[str]) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("اجتمعت اللجنة التنفيذية لمنظمة التعاون الإسلامي", "ar", "اللجنة التنفيذية لمنظمة التعاون الإسلامي"),
        ("the OPEC executive board met", "en", "OPEC executive board"),
        ("réuni à Vienne, le comité exécutif de l'OPEP a voté", "fr", "comité exécutif de l'OPEP"),
    ],
)
def test_an_organ_of_a_body_is_one_body(text: str, language: str, expected: str) -> None:
    assert names(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأضاف لـ«الشرق الأوسط» أن", ["Asharq Al-Awsat"]),
        ("تصدر في الشرق الأوسط", []),
        ("نشرت صحيفة النهار مقالا", ["An-Nahar"]),
        ("في وضح النهار", []),
        ("قالت الصحيفة اليوم إن", []),
        ("كتبت صحيفة (لاستامبا) الإيطالية", ["La Stampa"]),
        ("مؤتمر الأمم المتحدة والرأي العام", ["United Nations"]),
    ],
)
def test_a_paper_called_by_an_ordinary_word(text: str, expected: list[str]) -> None:
    assert names(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("قدمت المساعدة للسعودية", "country", "سعودية"),
        ("أرسلت للأمم المتحدة", "organisation", "أمم المتحدة"),
        ("عاد للبنان", "country", "لبنان"),
        ("سافر لليمن", "country", "يمن"),
    ],
)
def test_a_name_behind_a_merged_article_begins_at_its_stem(text: str, kind: str, span: str) -> None:
    assert [found.text for found in read_names(text, "ar") if found.kind == kind] == [span]


def test_a_body_behind_a_merged_article_is_named_with_it() -> None:
    assert names("انضم للمرصد النرويجي", "ar") == ["المرصد النرويجي"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("تقدمت القوات النظامية النرويجية", "ar"), ("the Russian military said", "en"), ("the US military said", "en")],
)
def test_forces_that_are_only_described_are_no_name(text: str, language: str) -> None:
    assert names(text, language) == []


def test_a_dash_between_two_peoples_stays_inside_the_name() -> None:
    assert names("عقدت لجنة الصداقة النرويجية - الفلسطينية لقاء", "ar") == ["لجنة الصداقة النرويجية - الفلسطينية"]
    assert names("the Norwegian-Danish Friendship Committee met", "en") == ["Norwegian-Danish Friendship Committee"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("European Council President Torvald Brekke said", "en", "European Council"),
        ("التقى الأمين العام للأمم المتحدة", "ar", "United Nations"),
        ("le secrétaire général de l'ONU a dit", "fr", "United Nations"),
    ],
)
def test_a_title_names_its_body(text: str, language: str, expected: str) -> None:
    assert names(text, language) == [expected]


def test_letters_in_brackets_tell_which_body_they_stand_for() -> None:
    text = "The Financial Stability Board (FSB) met. The FSB said so."
    assert set(names(text, "en")) == {"Financial Stability Board"}
    assert names("Spies of the FSB were seen.", "en") == ["Federal Security Service"]


def test_a_city_and_a_team_name_make_a_team() -> None:
    assert names("The Chicago Cubs won.", "en") == ["Chicago Cubs"]
    assert names("The Chicago Cubs won.", "en", "place") == []


@pytest.mark.parametrize(
    ("text", "iso"), [("بسبب غياب طهران", "IR"), ("التزام واشنطن بالحل", "US"), ("أن تساعد واشنطن والرياض في", "SA")]
)
def test_a_capital_behind_what_governments_do_is_its_government(text: str, iso: str) -> None:
    assert iso in names(text, "ar", "country")
    assert names(text, "ar", "place") == []
