"""Why things are as they are, in the reader's language: on pages and in their parts; for programs in English still."""

import re
from collections.abc import Iterator

import pytest

from mithaq.reconcile.explanations import explain, load_templates
from mithaq.web.explaining import show_explanation
from mithaq.web.values import show_side, show_slot
from mithaq.web.wording import Wording
from tests.reconcile.explained import SENTENCES
from tests.web.desk_pages_setup import LISTS, TestClient, addresses_in, open_desk, text_of

ENGLISH = '<span lang="en" dir="ltr">'
HELD = "It was held in Marrakesh, 2022-05-11, as promised (../2022-06)."
NAMES = {"Marrakesh": "مراكش", "Global Coalition": "التحالف الدولي"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    yield from open_desk(tmp_path_factory.mktemp("desk"))


def test_values_are_shown_the_reader_s_way_and_isolated() -> None:
    arabic = Wording("ar", "arab", NAMES.get)
    assert show_explanation(arabic, HELD) == (
        "عُقد الاجتماع في <bdi>مراكش</bdi> "
        '(<bdi title="2022-05-11">١١ أيار/مايو ٢٠٢٢</bdi>) '
        'كما وُعد به (<bdi title="../2022-06">بحلول حزيران/يونيو ٢٠٢٢</bdi>).'
    )
    assert text_of(show_explanation(Wording("fr"), HELD)) == (
        "La réunion a eu lieu (Marrakesh, 11 mai 2022), comme promis (d’ici à juin 2022)."
    )
    assert text_of(show_explanation(Wording("en"), HELD)) == (
        "It was held in Marrakesh, 11 May 2022, as promised (by June 2022)."
    )


@pytest.mark.parametrize(
    ("sentence", "arabic"),
    [
        ("more than 80 and 80 can both hold: they are told with different precision.",
         "يمكن أن يصح <bdi>أكثر من ٨٠</bdi> و<bdi>٨٠</bdi> معاً: أحدهما أدق من الآخر."),
        ("2014 and 2004 cannot both hold for the same thing.",
         "لا يمكن أن يصح <bdi>٢٠١٤</bdi> و<bdi>٢٠٠٤</bdi> معاً في الأمر نفسه."),
        ("83 and 84 were told 317 days apart: the number may have changed.",
         "ورد <bdi>٨٣</bdi> و<bdi>٨٤</bdi> بفارق <bdi>٣١٧</bdi> يوماً: ربما تغيّر العدد."),
        ("It gives 2022-05-11 for Global Coalition · Marrakesh · 2022-05-11 · date.",
         "يذكر المقال <bdi>١١ أيار/مايو ٢٠٢٢</bdi>: <bdi>التحالف الدولي · مراكش · ١١ أيار/مايو ٢٠٢٢ · التاريخ</bdi>."),
        ("It gives  for MA · wait & see.", "يروي المقال ذلك: <bdi>المغرب · wait &amp; see</bdi>."),
        ("Safi Faid and Safi al-Faid: the same words",
         "<bdi>Safi Faid</bdi> و<bdi>Safi al-Faid</bdi>: الكلمات نفسها"),
        ("100 and 259 are one quantity in different units (states, km2).",
         "<bdi>١٠٠</bdi> و<bdi>٢٥٩</bdi> مقدار واحد بوحدتين مختلفتين (<bdi>دول</bdi>، <bdi>كم²</bdi>)."),
    ],
)  # fmt: skip
def test_each_kind_of_value_in_arabic(sentence: str, arabic: str) -> None:
    assert show_explanation(Wording("ar", "arab", NAMES.get), sentence) == arabic


@pytest.mark.parametrize(
    "value",
    ["<script>alert(1)</script>", '"><img src=x>', "{0} {first}", "a.*(b)+[c]\\d$", "</bdi></p>", "\u202eturned\u2069"],
)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_words_of_articles_stay_words(language: str, value: str) -> None:
    wording = Wording(language)
    made = [
        explain("follow_up.held_in", place=value),
        explain("link.gives", value=value, about=f"{value} · members"),
        explain("link.tells", about=value),
        explain("person.joined", first=value, second=value, why="the same words"),
        explain("amounts.unit", first="1", second="2", first_unit=value, second_unit=value),
        value,
    ]
    for sentence in made:
        shown = show_explanation(wording, sentence)
        assert set(re.findall("<[^>]*>", shown)) <= {"<bdi>", "</bdi>", ENGLISH, "</span>"}
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown)
    # What nobody here wrote stays as it is, and says that it is English.
    assert show_explanation(wording, value).startswith(ENGLISH)
    assert not any(show_explanation(wording, sentence).startswith(ENGLISH) for sentence in made[:-1])


def test_a_line_break_ends_nothing() -> None:
    shown = show_explanation(Wording("fr"), explain("link.tells", about="US · wait\nand see"))
    assert text_of(shown) == "L’article le rapporte\u00a0: États-Unis · wait and see."


def test_codes_of_slots_and_sides_in_words() -> None:
    french, arabic = Wording("fr"), Wording("ar", rename=NAMES.get)
    assert show_slot(arabic, "unit", "killed") == "<bdi>قتلى</bdi>"
    assert show_slot(french, "unit", "founding year") == "<bdi>année de fondation</bdi>"
    assert show_slot(french, "unit", "<b>") == "<bdi>&lt;b&gt;</bdi>"
    assert show_slot(arabic, "of", "wounded") == "<bdi>جرحى</bdi>"
    assert show_slot(arabic, "of", "Global Coalition") == "<bdi>التحالف الدولي</bdi>"
    assert show_side(french, "at least 100") == "<bdi>au moins 100</bdi>"
    assert show_side(arabic, "appeal") == "<bdi>مطلوب</bdi>"
    assert show_side(french, "2022") == "<bdi>2022</bdi>"
    assert show_side(french, "nan") == "<bdi>nan</bdi>"
    assert show_side(french, "<i>") == "<bdi>&lt;i&gt;</bdi>"
    assert "11 mai 2022" in show_side(french, "2022-05-11")


@pytest.mark.parametrize(
    ("about", "french", "arabic"),
    [
        ("Global Coalition · members", "Global Coalition · membres", "التحالف الدولي · أعضاء"),
        ("Global Coalition · founding year", "Global Coalition · année de fondation", "التحالف الدولي · سنة التأسيس"),
        ("MA · attendance · delegations", "Maroc · participation · délégations", "المغرب · المشاركة · وفود"),
        ("Global Coalition · ../2022-06", "Global Coalition · d’ici à juin 2022", "التحالف الدولي · بحلول حزيران/يونيو 2022"),
    ],
)  # fmt: skip
def test_what_it_is_about(about: str, french: str, arabic: str) -> None:
    assert Wording("fr").about(about) == french
    assert Wording("ar", rename=NAMES.get).about(about) == arabic


def english_words() -> list[str]:
    """What only an explanation says."""
    words = {word.strip() for forms in load_templates("en").values() for one in forms.values() for word in one.words}
    return sorted(word for word in words if len(word) > 12)


def pages(desk: TestClient, language: str) -> Iterator[tuple[str, str]]:
    """Every list and all it leads to, but the files that could not be read: what to do about those is told in English."""
    asked: dict[str, None] = dict.fromkeys(address for address in LISTS if address != "/reading")
    for address in (*asked, "/review?page=2", "/commitments?page=2"):
        page = desk.get(address, headers={"accept-language": language}).text
        yield address, page
        found = [
            one for one in addresses_in(page) if one.split("/")[1] in ("meeting", "commitment", "person", "article")
        ]
        for one in found:
            if one not in asked:
                asked[one] = None
                yield one, desk.get(one, headers={"accept-language": language}).text


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_page_explains_in_english(desk: TestClient, language: str) -> None:
    seen = ""
    for address, page in pages(desk, language):
        assert 'lang="en" dir="ltr">' not in re.sub('<div class="text"[^>]*>', "", page), address
        told = text_of(page)
        assert [words for words in english_words() if words in told] == [], address
        seen += told
    expected = {
        "fr": ("(Marrakech, 11 mai 2022), comme promis (d’ici à juin 2022).", "à 317 jours d’intervalle", "n’en parlent plus."),
        "ar": ("عُقد الاجتماع في مراكش (11 أيار/مايو 2022) كما وُعد به", "بفارق 317 يوماً", "لم تعد تقارير الاجتماع اللاحق تذكره."),
    }  # fmt: skip
    assert [words for words in expected[language] if words not in seen] == []


def test_programs_are_told_in_english(desk: TestClient) -> None:
    asked = {"accept-language": "ar"}
    kept = {sentence for _, _, sentence, *_ in SENTENCES}
    found = desk.get("/api/disagreements", params={"lang": "ar"}, headers=asked).json()["items"]
    assert any(one["explanation"] in kept for one in found)
    table = desk.get("/api/disagreements", params={"format": "csv", "lang": "ar"}, headers=asked).text
    assert "cannot both hold for the same thing." in table
