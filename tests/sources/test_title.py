"""The title of a text without metadata."""

import pytest

from mithaq.sources.title import first_title, stated_title

BODY = "\n\nعقد وزراء خارجية التحالف الدولي اجتماعا في مراكش، وتعهدوا بأن يجتمعوا من جديد."


@pytest.mark.parametrize(
    "title",
    [
        "قمة جدة 2022",
        "التحالف الدولي يجتمع بمراكش.. تحديات تحت المجهر",
        'مؤتمر مراكش يتفق على إستراتيجية لمواجهة "داعش"... ما تفاصيلها؟',
        "12 دولة عربية تشارك في قمة الجزائر 2022",
        "G7 leaders promise food aid",
        "À Rome, la coalition accueille quatre membres",
    ],
)
def test_a_short_first_line_is_the_title(title: str) -> None:
    assert first_title(title + BODY) == title


@pytest.mark.parametrize(
    "date",
    [
        "12/05/2022",
        "الخميس 12 مايو 2022",
        "12 May 2022 - 10:45",
        "نشر في: 12/05/2022",
        "Publié le 3 mai 2022",
        "٢٠٢٢/٥/١٢",
    ],
)
def test_a_line_that_is_a_date_is_passed_over(date: str) -> None:
    assert (
        first_title(f"{date}\n\nانعقاد الاجتماع الوزاري لدول التحالف{BODY}") == "انعقاد الاجتماع الوزاري لدول التحالف"
    )
    assert stated_title(date) is None


def test_a_sentence_is_no_title() -> None:
    assert first_title("The ministers met in Rome on Monday.\n\nThey agreed to meet again.") is None


def test_a_long_first_line_is_no_title() -> None:
    assert first_title("the ministers met " * 20 + BODY) is None


def test_a_text_of_one_line_has_no_title() -> None:
    assert first_title("قمة في جدة تبحث الأمن الغذائي") is None


def test_single_words_such_as_a_section_are_passed_over() -> None:
    assert first_title("سياسة\nوزراء التحالف يجتمعون في مراكش" + BODY) == "وزراء التحالف يجتمعون في مراكش"


def test_marks_of_direction_are_taken_off() -> None:
    assert stated_title("\u202aالاتحاد الأوروبي يثمّن دعم المغرب\u202c") == "الاتحاد الأوروبي يثمّن دعم المغرب"
    assert stated_title(None) is None
    assert stated_title(" ") is None
