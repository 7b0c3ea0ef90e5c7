"""Gatherings told by verbs, sittings, lengths in days, and places that only the context gives: our own sentences."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Meeting
from mithaq.text.prepare import prepare


def meetings(language: str, text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Level, status, city or else country, and date of each meeting; the day of publication is a Thursday."""
    article = Article("test", "test.txt", None, language, "2022-05-12", "explicit", None, text)
    claims = claim_reader(language).read(annotate(prepare(article, load_pack(language)))).claims
    found = [claim.content for claim in claims if isinstance(claim.content, Meeting)]
    return [(one.level, one.status, one.city or one.country, one.date) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Ministers of 30 countries gathered in Rome on Monday to discuss the war.",
            ("ministerial", "held", "Rome", "2022-05-09"),
        ),
        (
            "en",
            "Leaders of the alliance will gather in Madrid on 29 and 30 June.",
            ("summit", "planned", "Madrid", "2022-06-29/2022-06-30"),
        ),
        (
            "en",
            "Heads of state from Asia are to convene in Jakarta in June.",
            ("summit", "planned", "Jakarta", "2022-06"),
        ),
        (
            "fr",
            "Les chefs d'État doivent se rassembler à Jakarta en juin.",
            ("summit", "planned", "Jakarta", "2022-06"),
        ),
        ("ar", "التأم وزراء الطاقة في فيينا الثلاثاء.", ("ministerial", "held", "Vienna", "2022-05-10")),
    ],
)
def test_those_who_gather_hold_a_meeting(language: str, text: str, expected: tuple[str, ...]) -> None:
    assert meetings(language, text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["The officials gathered evidence in Rome on Monday.", "The ministers will gather the votes in Rome on Monday."],
)
def test_what_is_gathered_is_no_meeting(text: str) -> None:
    assert meetings("en", text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "NATO leaders met at an emergency summit in Brussels on 24 March.",
            ("summit", "held", "Brussels", "2022-03-24"),
        ),
        (
            "en",
            "Donors will meet in Brussels on Monday for a pledging conference on Syria.",
            ("conference", "planned", "Brussels", "2022-05-16"),
        ),
        (
            "fr",
            "Les bailleurs se retrouveront lundi à Bruxelles pour une conférence sur la Syrie.",
            ("conference", "planned", "Brussels", "2022-05-16"),
        ),
    ],
)
def test_a_verb_and_a_noun_tell_of_one_meeting(language: str, text: str, expected: tuple[str, ...]) -> None:
    assert meetings(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A three-day conference on drought opens in Nairobi on 5 September.",
            ("conference", "planned", "Nairobi", "2022-09-05/2022-09-07"),
        ),
        (
            "fr",
            "Une conférence de trois jours sur la sécheresse s'ouvrira à Nairobi le 5 septembre.",
            ("conference", "planned", "Nairobi", "2022-09-05/2022-09-07"),
        ),
        (
            "ar",
            "انطلقت في دافوس يوم الاثنين أعمال المنتدى الذي يستمر ثلاثة أيام.",
            ("conference", "held", "Davos", "2022-05-09/2022-05-11"),
        ),
        # It lasted until the day on which it ended.
        (
            "en",
            "The two-day summit wrapped up in Lisbon on Wednesday.",
            ("summit", "held", "Lisbon", "2022-05-10/2022-05-11"),
        ),
    ],
)
def test_days_are_counted_from_the_opening(language: str, text: str, expected: tuple[str, ...]) -> None:
    assert meetings(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Foreign Minister Nasser Bourita met President Abdel Fattah al-Sisi during a visit to Cairo.", "Cairo"),
        (
            "en",
            "Foreign Minister Nasser Bourita flew to Riyadh on Sunday. "
            "He held talks there with Crown Prince Mohammed bin Salman.",
            "Riyadh",
        ),
        (
            "en",
            "CAIRO, May 12 - President Abdel Fattah al-Sisi met Foreign Minister Nasser Bourita on Thursday.",
            "Cairo",
        ),
        ("fr", "Le ministre Nasser Bourita a rencontré le président Abdel Fattah al-Sissi lors d'une visite au Caire.", "Cairo"),
        ("ar", "التقى وزير الخارجية ناصر بوريطة الرئيس المصري عبد الفتاح السيسي خلال زيارته إلى القاهرة.", "Cairo"),
        (
            "ar",
            "وصل وزير الخارجية ناصر بوريطة إلى الرياض الأحد. والتقى هناك ولي العهد السعودي الأمير محمد بن سلمان.",
            "Riyadh",
        ),
    ],
)  # fmt: skip
def test_talks_take_place_where_the_journey_led(language: str, text: str, place: str) -> None:
    assert [(level, where) for level, _, where, _ in meetings(language, text)] == [("talks", place)]


def test_a_place_line_is_no_place_of_others_talks() -> None:
    text = "CAIRO, May 12 - French President Emmanuel Macron met Prime Minister Mario Draghi on Thursday."
    assert [where for _, _, where, _ in meetings("en", text)] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The UN Security Council discussed the crisis in Yemen on Wednesday."),
        ("fr", "Le Conseil de sécurité de l'ONU s'est penché mercredi sur la crise au Yémen."),
        ("ar", "ناقش مجلس الأمن الدولي الأربعاء الأزمة في اليمن."),
    ],
)
def test_a_council_that_discusses_on_a_day_sits(language: str, text: str) -> None:
    assert meetings(language, text) == [("session", "held", None, "2022-05-11")]


def test_a_council_that_discusses_on_no_day_is_not_known_to_sit() -> None:
    assert meetings("en", "The UN Security Council discussed the crisis in Yemen.") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("تأجلت قمة الاتحاد الأفريقي المقررة في يونيو.", "postponed"),
        ("ألغيت قمة قادة دول الأنديز في ليما.", "cancelled"),
    ],
)
def test_arabic_verbs_of_putting_off_without_a_subject(text: str, status: str) -> None:
    assert [one[1] for one in meetings("ar", text)] == [status]


def test_a_name_that_begins_like_the_future_does_not_look_ahead() -> None:
    text = "أجرى الرئيس التركي رجب طيب أردوغان محادثات مع وزير الخارجية الروسي سيرغي لافروف في أنقرة الثلاثاء."
    assert meetings("ar", text) == [("talks", "held", "Ankara", "2022-05-10")]
