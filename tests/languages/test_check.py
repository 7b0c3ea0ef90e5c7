"""The pack check finds what is wrong in a small pack made for the purpose, and says where."""

from pathlib import Path

import pytest

from mithaq.languages.check import check_packs
from mithaq.languages.check_rules import labels_of
from mithaq.text.check_packs import strings_of_code
from mithaq.text.fold import fold

SETTINGS = """
name = "English"
script = "Latin"
direction = "ltr"
abbreviations = []
[tense]
future_words = []
past_words = []
future_prefixes = []
future_suffixes = []
[numbers]
linkers = []
decimal = "."
space_groups = false
date_order = "mdy"
[inflect]
[verbs]
"""
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SEASONS = ["spring", "summer", "autumn", "winter"]
RULE = """
[[rule]]
name = "day_month"
level = 1
pattern = "{number}{1,2} {month} (?!{!digits|break})"
sense = "day"
examples = [["11 May", "2022-05-11"], ["1 June", "2022-06-01"]]
counter_examples = ["May I"]
"""
TABLES = ("months", "calendar", "currencies", "organisations", "places", "notes")


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A sound English pack, and the universal tables it needs."""
    months = [f"{name}\tmonth\t{number}" for number, name in enumerate(MONTHS, 1)]
    days = [f"{name}\tweekday\t{number}" for number, name in enumerate(DAYS, 1)]
    seasons = [f"{name}\tseason\t{number}" for number, name in enumerate(SEASONS, 21)]
    write(tmp_path, "en/language.toml", SETTINGS)
    write(tmp_path, "en/rules/dates.toml", RULE)
    write(tmp_path, "en/words/months.tsv", "\n".join(months))
    write(tmp_path, "en/words/calendar.tsv", "\n".join((*days, *seasons)))
    write(tmp_path, "universal/countries.tsv", "MA\tMorocco\nUS\tUnited States")
    write(tmp_path, "universal/currency_countries.tsv", "MA\tMAD\nUS\tUSD")
    write(tmp_path, "universal/organisations.tsv", "United Nations\tQ1065\torganisation\t\nOPEC\tQ7795\torganisation\t")
    return tmp_path


def write(root: Path, name: str, content: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content + "\n", encoding="utf-8")


def findings(root: Path) -> list[str]:
    return [str(finding) for finding in check_packs(root, fold, TABLES)]


def test_a_sound_pack_has_no_findings(packs: Path) -> None:
    assert findings(packs) == []


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("cafe\u0301", "is not in normal form NFC"),
        ("ﻣؤتمر", "holds a presentation form, U+FEE3"),
        ("مؤتمر\u200f", "holds a direction control, U+200F"),
        ("مؤتمـر", "holds a tatweel"),
        ("حاليًا", "holds a vowel mark, U+064B"),
        ("علی", "holds the letter U+06CC"),
        ("مؤaمر", "mixes Arabic and Latin letters"),
        ("Маrrakesh", "holds Cyrillic letters"),
        ("meeting ", "has blanks around it"),
    ],
)
def test_characters_that_do_not_belong_are_named(packs: Path, form: str, said: str) -> None:
    write(packs, "en/words/notes.tsv", f"# comment\n{form}\tnote\t1")
    assert any(line.startswith("en/words/notes.tsv:2 ") and said in line for line in findings(packs))


@pytest.mark.parametrize("form", ["﷼", "ـ", "G7 وشركاؤها", "المجموعة", "گراد"])
def test_marks_and_letters_that_the_press_uses_are_left_alone(packs: Path, form: str) -> None:
    write(packs, "en/words/notes.tsv", f"{form}\tnote\t1")
    assert findings(packs) == []


def test_a_line_needs_three_columns(packs: Path) -> None:
    write(packs, "en/words/notes.tsv", "meeting\tnote")
    assert "en/words/notes.tsv:1 three columns are needed, found 2" in findings(packs)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("إيران\tnote\tIR", "ايران\tnote\tIR", "'ايران' (note) is there already: 'إيران' in line 1"),
        ("Iran\tnote\tIR", "Iran\tnote\tIQ", "'Iran' (note) has two values, 'IR' and 'IQ': 'Iran' in line 1"),
        ("Unesco\tnote\t1", "UNESCO\tnote\t1", "'UNESCO' (note) is there already: 'Unesco' in line 1"),
    ],
)
def test_the_same_form_and_label_after_folding_is_a_duplicate(packs: Path, first: str, second: str, said: str) -> None:
    write(packs, "en/words/notes.tsv", f"{first}\n{second}")
    assert findings(packs) == [f"en/words/notes.tsv:2 {said}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("us\tnote\t1", "US\tnote\t2"),
        ("Georgia\tnote\tGE", "Georgia\tother\tGE"),
        ("على\tbound\t", "علي\tbound\t"),
    ],
)
def test_a_form_may_come_again_when_it_is_told_apart(packs: Path, first: str, second: str) -> None:
    write(packs, "en/words/notes.tsv", f"{first}\n{second}")
    assert findings(packs) == []


def test_a_word_of_all_languages_need_not_be_listed_again(packs: Path) -> None:
    write(packs, "universal/words/currencies.tsv", "USD\tcurrency\tUSD")
    write(packs, "en/words/currencies.tsv", "USD\tcurrency\tUSD")
    said = "'USD' (currency) is there already: 'USD' in universal/words/currencies.tsv:1"
    assert findings(packs) == [f"en/words/currencies.tsv:1 {said}"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Atlantis\tcountry\tXY", "'XY' is not an ISO 3166-1 country"),
        ("Oman\tcountry\tMA|XY", "'XY' is not an ISO 3166-1 country"),
        ("Rabat\tplace\tRabat|XY", "'XY' is not an ISO 3166-1 country"),
        ("groat\tcurrency\tGRT", "'GRT' is not an ISO 4217 currency"),
        ("Opec\torganisation\tOpec", "'Opec' is not a key of universal/organisations.tsv"),
        ("the guild\tbody_noun\tguild", "'guild' is not a sort of organisation"),
    ],
)
def test_values_name_things_that_exist(packs: Path, line: str, said: str) -> None:
    write(packs, "en/words/notes.tsv", line)
    assert findings(packs) == [f"en/words/notes.tsv:1 {said}"]


def test_the_catalogue_of_organisations_is_checked(packs: Path) -> None:
    write(packs, "universal/organisations.tsv", "OPEC\t7795\tguild\tMA,XY\nOPEC\t\torganisation\t")
    assert findings(packs) == [
        "universal/organisations.tsv:1 '7795' is not a Wikidata item: Q and a number",
        "universal/organisations.tsv:1 'XY' is not an ISO 3166-1 country",
        "universal/organisations.tsv:1 'guild' is not a sort of organisation",
        "universal/organisations.tsv:2 'OPEC' is there already, in line 1",
    ]


def test_the_gazetteer_is_checked(packs: Path) -> None:
    write(
        packs,
        "universal/places.tsv",
        "Rabat|MA\t34.0\t-6.8\nSalé|XY\t34.0\t-6.8\nFès|MA\t134.0\t-5.0\nAgadir|MA\tnorth\t0",
    )
    assert findings(packs) == [
        "universal/places.tsv:2 'Salé|XY' does not end in an ISO 3166-1 country",
        "universal/places.tsv:3 'Fès|MA' needs a latitude and a longitude in degrees",
        "universal/places.tsv:4 'Agadir|MA' needs a latitude and a longitude in degrees",
    ]


def test_every_month_is_covered(packs: Path) -> None:
    lines = [f"{name}\tmonth\t{number}" for number, name in enumerate(MONTHS, 1) if name != "April"]
    write(packs, "en/words/months.tsv", "\n".join(lines))
    assert findings(packs) == ["en/language.toml:1 no form is a month with the value 4"]


def test_arabic_needs_the_hijri_months_too(packs: Path) -> None:
    (packs / "en").rename(packs / "ar")
    said = findings(packs)
    assert "ar/language.toml:1 no form is a hijri_month with the value 9" in said
    assert len(said) == 12


def test_a_rule_needs_examples_and_labels_that_something_gives(packs: Path) -> None:
    rule = RULE.replace(', ["1 June", "2022-06-01"]', "").replace('["May I"]', "[]").replace("{month}", "{mouth|month}")
    write(packs, "en/rules/dates.toml", rule)
    assert findings(packs) == [
        "en/rules/dates.toml:2 rule day_month asks for the label 'mouth', which nothing gives",
        "en/rules/dates.toml:2 rule day_month needs a counter-example",
        "en/rules/dates.toml:2 rule day_month needs two examples, has 1",
    ]


def test_labels_of_a_pattern_are_read_without_slots_counts_and_negation() -> None:
    pattern = "(?<!{of}) {who:person|role}{0,3} ({!break}* | {any}) {day}{1,2}"
    assert labels_of(pattern) == {"of", "person", "role", "break", "any", "day"}


def test_a_table_that_no_reader_uses_is_found(packs: Path) -> None:
    write(packs, "en/words/leftover.tsv", "word\tnote\t1")
    assert findings(packs) == ["en/words/leftover.tsv:1 no reader uses the table 'leftover'"]


def test_every_language_has_the_same_files(packs: Path) -> None:
    write(packs, "fr/language.toml", SETTINGS)
    write(packs, "fr/words/notes.tsv", "mot\tnote\t1")
    said = findings(packs)
    assert "fr/words/months.tsv:1 the file is missing, and is there in: en" in said
    assert "fr/rules/dates.toml:1 the file is missing, and is there in: en" in said
    assert "en/words/notes.tsv:1 the file is missing, and is there in: fr" in said


def test_a_setting_that_is_missing_is_named(packs: Path) -> None:
    write(packs, "en/language.toml", SETTINGS.replace('date_order = "mdy"', "").replace("[inflect]", ""))
    assert findings(packs) == [
        "en/language.toml:1 the section [inflect] is missing",
        "en/language.toml:1 the setting numbers.date_order is missing",
    ]


def test_a_file_that_is_not_utf8_is_the_only_finding(packs: Path) -> None:
    (packs / "en/words/notes.tsv").write_bytes(b"one\tnote\t1\ncaf\xe9\tnote\t2\n")
    assert findings(packs) == ["en/words/notes.tsv:2 this is not UTF-8"]


def test_tables_are_named_by_the_modules_that_read_them(tmp_path: Path) -> None:
    write(tmp_path, "text/reader.py", 'TABLES = ("months",)')
    write(tmp_path, "languages/check.py", 'LABEL = "unused"')
    assert strings_of_code(tmp_path) == {"months"}
