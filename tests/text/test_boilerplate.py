"""Lines of a page that are not the article are marked, and nothing is read from them; the article's own lines are not."""

import pytest

from mithaq.annotate.quantities import quantity_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.text.boilerplate import find_boilerplate
from mithaq.text.prepare import prepare


def skipped(text: str, language: str, title: str | None = None) -> list[str]:
    return [place.of(text) for place in find_boilerplate(text, title, load_pack(language))]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "الصفحة الرئيسية"),
        ("ar", "الصفحة الرئيسية12/05/2022"),
        ("ar", "اقرأ أيضاً: 4 ملايين دولار لمن يدل على المطلوب"),
        ("ar", "إقرأ ايضا : الوزراء يجتمعون"),
        ("ar", "مشاركة على:"),
        ("ar", "شارك الخبر"),
        ("ar", "شارك الخبر 27"),
        ("ar", "انشر مقالك"),
        ("ar", "جميع الحقوق محفوظة © 2022"),
        ("en", "Read more: Ministers gather in Rome"),
        ("en", "READ ALSO | What the pact says"),
        ("en", "Share this article"),
        ("en", "ADVERTISEMENT"),
        ("en", "Shares 214"),
        ("en", "Sign up for our morning newsletter"),
        ("fr", "Lire aussi : Le sommet s'ouvre à Tunis"),
        ("fr", "À lire aussi Les ministres à Rome"),
        ("fr", "Partager"),
        ("fr", "Suivez-nous sur Facebook"),
        ("fr", "Article réservé à nos abonnés"),
        ("fr", "La suite après cette publicité"),
    ],
)
def test_a_line_of_the_page_is_marked(language: str, line: str) -> None:
    assert skipped(f"The first line\n{line}\nThe last line", language) == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "شارك الخبراء في الاجتماع الذي عقد في الرباط أمس."),
        ("ar", "شاهد المراقبون عشرات الشاحنات على الحدود."),
        ("ar", "نشرت الصحيفة على الصفحة الرئيسية خبر الاجتماع."),
        ("en", "The ministers asked donors to share this burden."),
        ("en", "Share prices fell by 3 percent in London."),
        ("en", "Comments by the minister angered the delegates."),
        ("fr", "Partager le fardeau est le but du sommet."),
        ("fr", "Publicité et presse étaient au programme de la réunion."),
    ],
)
def test_a_line_of_the_article_is_not(language: str, line: str) -> None:
    assert skipped(f"The first line\n{line}\nThe last line", language) == []


def test_a_link_line_alone_takes_the_title_under_it() -> None:
    text = "التقى الوزراء في روما.\n\nاقرأ أيضا\n\nتقرير: 20 دولة في التحالف\n\nوقال الوزير إن اللقاء ناجح."
    assert skipped(text, "ar") == ["اقرأ أيضا", "تقرير: 20 دولة في التحالف"]


def test_an_address_does_not_make_a_title_long() -> None:
    link = "[Le sommet s'ouvre](https://exemple.org/a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z-a-b-c-d-e-f)"
    text = f"Les ministres se sont réunis.\n\nLire aussi\n\n{link}\n\nLa réunion a duré deux jours."
    assert skipped(text, "fr") == ["Lire aussi", link]


def test_a_link_line_alone_does_not_take_a_sentence_under_it() -> None:
    text = "Ministers met in Rome.\nSee also\nThe meeting lasted two days."
    assert skipped(text, "en") == ["See also"]


def test_a_long_line_that_begins_like_a_link_belongs_to_the_article() -> None:
    line = "Read more " + "than the first page of what they signed " * 4 + "and you will see."
    assert skipped(f"First\n{line}\nLast", "en") == []


def test_what_follows_the_article_is_left_out_to_the_end() -> None:
    article = "Ministers met in Rome on Monday and agreed on a plan.\nThey will meet again next year, they said.\n"
    tail = "Related articles\n\nThe fund grows to 5 million dollars.\nA summit in Tunis."
    assert skipped(article + tail, "en") == [tail]


def test_the_same_heading_in_the_first_half_takes_one_line() -> None:
    article = "Ministers met in Rome on Monday and agreed on a plan.\nThey will meet again next year, they said.\n"
    assert skipped("Comments\n" + article, "en") == ["Comments"]


def test_the_title_and_lines_told_twice_are_read_once() -> None:
    title = "التحالف الدولي يجتمع في مراكش"
    text = f"{title}\n\nالتَّحالف الدولي يجتمع في مراكش\n\nاجتمع الوزراء أمس في المدينة.\nاجتمع الوزراء أمس في المدينة."
    assert skipped(text, "ar", title) == [
        title, "التَّحالف الدولي يجتمع في مراكش", "اجتمع الوزراء أمس في المدينة.",
    ]  # fmt: skip


def test_short_lines_may_repeat() -> None:
    assert skipped("The plan\nIt grew.\nThe plan\nIt grew.", "en") == []


def test_the_text_stays_whole_and_nothing_is_read_from_the_marked_line() -> None:
    text = "تعهدت الدولة بدفع 3 ملايين دولار.\nاقرأ أيضاً: 4 ملايين دولار لمن يدل على المطلوب\nواجتمع الوزراء في روما."
    article = Article("a.txt", "a.txt", None, "ar", None, None, None, text)
    prepared = prepare(article, load_pack("ar"))
    assert prepared.article.text == text
    assert [sentence.of(text) for sentence in prepared.sentences] == [
        "تعهدت الدولة بدفع 3 ملايين دولار.", "واجتمع الوزراء في روما.",
    ]  # fmt: skip
    assert [found.text for found in quantity_reader("ar").read(prepared)] == ["3 ملايين دولار"]
