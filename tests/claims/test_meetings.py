"""Meetings in three languages: the sentences are ours, the expectations written by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Meeting
from mithaq.model.extraction import Extraction
from mithaq.text.prepare import prepare


def read(language: str, text: str) -> Extraction:
    # A Wednesday.
    article = Article("test", "test.txt", None, language, "2024-05-15", "explicit", None, text)
    return claim_reader(language).read(annotate(prepare(article, load_pack(language))))


def meetings(language: str, text: str) -> list[Meeting]:
    return [claim.content for claim in read(language, text).claims if isinstance(claim.content, Meeting)]


def told(language: str, text: str) -> list[tuple[str, str | None, str | None, str]]:
    found = meetings(language, text)
    return [(meeting.level, meeting.city or meeting.country, meeting.date, meeting.status) for meeting in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Leaders of the Arab League will hold a summit in Manama on Thursday.",
            ("summit", "Manama", "2024-05-16", "planned"),
        ),
        ("en", "The foreign ministers of the G7 met in Rome on Monday.", ("ministerial", "Rome", "2024-05-13", "held")),
        ("en", "The conference in Geneva was postponed.", ("conference", "Geneva", None, "postponed")),
        (
            "en",
            "Talks between Iran and the United States were cancelled on Tuesday.",
            ("talks", None, "2024-05-14", "cancelled"),
        ),
        # When somebody spoke is not when they meet.
        (
            "en",
            "On Tuesday, the minister said that the meeting in Cairo would start on 3 June.",
            ("talks", "Cairo", "2024-06-03", "planned"),
        ),
        (
            "fr",
            "Le Conseil de sécurité de l'ONU se réunit jeudi à New York.",
            ("session", "New York", "2024-05-16", "planned"),
        ),
        ("fr", "La conférence de Genève a été reportée.", ("conference", "Geneva", None, "postponed")),
        (
            "fr",
            "Les ministres des Affaires étrangères du G7 se sont réunis lundi à Rome.",
            ("ministerial", "Rome", "2024-05-13", "held"),
        ),
        (
            "ar",
            "اجتمع وزراء خارجية جامعة الدول العربية في القاهرة أمس.",
            ("ministerial", "Cairo", "2024-05-14", "held"),
        ),
        ("ar", "تستضيف المنامة القمة العربية يوم الخميس المقبل.", ("summit", "Manama", "2024-05-16", "planned")),
        (
            "ar",
            "أعلن الأمين العام تأجيل اجتماع مجلس التعاون الخليجي المقرر في 3 يونيو.",
            ("talks", None, "2024-06-03", "postponed"),
        ),
    ],
)
def test_level_place_date_and_status(
    language: str, text: str, expected: tuple[str, str | None, str | None, str]
) -> None:
    assert told(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "French President Emmanuel Macron will meet German Chancellor Olaf Scholz in Berlin on 20 May.",
            ("talks", "Berlin", "2024-05-20", "planned"),
        ),
        (
            "fr",
            "Le président Emmanuel Macron a rencontré mardi à Paris le chancelier allemand Olaf Scholz.",
            ("talks", "Paris", "2024-05-14", "held"),
        ),
        (
            "ar",
            "التقى وزير الخارجية المصري سامح شكري نظيره السعودي فيصل بن فرحان في الرياض يوم الاثنين.",
            ("talks", "Riyadh", "2024-05-13", "held"),
        ),
    ],
)
def test_talks_of_two_officials_told_by_a_verb(
    language: str, text: str, expected: tuple[str, str | None, str | None, str]
) -> None:
    assert told(language, text) == [expected]


def test_a_second_date_after_and_is_of_other_talks() -> None:
    text = "Le 20 mai, Emmanuel Macron s'entretiendra à Berlin avec le chancelier Olaf Scholz et le 21 mai avec le président Frank-Walter Steinmeier."
    assert [(meeting.city, meeting.date) for meeting in meetings("fr", text)] == [
        ("Berlin", "2024-05-20"),
        ("Berlin", "2024-05-21"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The prime minister held a press conference in London on Monday."),
        (
            "en",
            "US Secretary of State Antony Blinken spoke by phone with Saudi Foreign Minister Faisal bin Farhan on Monday.",
        ),
        ("en", "Arsenal meet Chelsea at Wembley on Saturday."),
        ("fr", "Le ministre a tenu une conférence de presse à Alger lundi."),
        ("fr", "Le président a eu un entretien téléphonique avec le chancelier Olaf Scholz mardi."),
        ("ar", "عقد الوزير مؤتمرا صحفيا في الرباط أمس."),
        ("ar", "أجرى وزير الخارجية اتصالا هاتفيا مع نظيره التركي هاكان فيدان."),
        ("ar", "يلتقي الهلال والنصر في قمة الدوري يوم السبت في الرياض."),
        # What is refused is not planned.
        ("ar", "قال مصدر إن أوبك لا تنوي عقد اجتماع طارئ."),
    ],
)
def test_what_is_no_meeting(language: str, text: str) -> None:
    assert meetings(language, text) == []


def test_the_next_meeting_and_the_previous_one_are_two() -> None:
    text = "NATO said its next summit will take place in Washington in July. The previous summit was held in Vilnius in July 2023."
    found = [(meeting.body, meeting.city, meeting.date, meeting.status) for meeting in meetings("en", text)]
    assert found == [("NATO", "Washington", "2024-07", "planned"), ("NATO", "Vilnius", "2023-07", "held")]


def test_a_meeting_told_again_is_one_claim() -> None:
    text = "عقد وزراء خارجية جامعة الدول العربية اجتماعا في القاهرة أمس. وقال بيان إن الاجتماع ناقش الأزمة. وأضاف أن اجتماع القاهرة كان مثمرا."
    assert told("ar", text) == [("ministerial", "Cairo", "2024-05-14", "held")]


def test_cities_listed_after_a_plural_are_a_meeting_each() -> None:
    text = "The working group held meetings in Brussels, Rome and Marrakech."
    assert [meeting.country for meeting in meetings("en", text)] == ["BE", "IT", "MA"]


def test_hosts_and_those_who_came() -> None:
    text = "شارك أكثر من 80 دولة في المؤتمر الذي عقد في باريس في 9 مايو 2024 بدعوة من فرنسا وألمانيا."
    [meeting] = meetings("ar", text)
    assert meeting.hosts == ("FR", "DE")
    assert meeting.attendance is not None
    assert (meeting.attendance.value, meeting.attendance.qualifier) == (80, "more_than")


def test_a_host_is_the_subject_of_a_verb_of_hosting() -> None:
    [meeting] = meetings("en", "Kenya will host the African Union summit in Nairobi in July.")
    assert (meeting.hosts, meeting.city, meeting.status) == (("KE",), "Nairobi", "planned")


def test_every_citation_holds() -> None:
    extraction = read("fr", "Le prochain sommet de l'Union africaine se tiendra à Addis-Abeba en février 2025.")
    [claim] = [claim for claim in extraction.claims if claim.kind == "meeting"]
    text = extraction.article.text
    assert claim.span.of(text) == claim.text
    spans = dict(claim.slot_spans)
    assert spans["city"].of(text) == "Addis-Abeba"
    assert spans["date"].of(text) == "février 2025"


def test_what_was_looked_at_and_refused_is_kept() -> None:
    extraction = read("ar", "قال مصدر إن أوبك لا تنوي عقد اجتماع طارئ.")
    assert ("meeting", "negated") in [(found.kind, found.reason) for found in extraction.rejections]
