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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # "Planned" may also be a word of reporting: what stands after it is still of the meeting.
        (
            "fr",
            "Une session extraordinaire du Conseil de l'Europe est prévue vendredi à Strasbourg.",
            ("Strasbourg", "2024-05-17"),
        ),
        ("en", "A summit of the African Union is expected on Friday in Nairobi.", ("Nairobi", "2024-05-17")),
        ("ar", "من المقرر عقد قمة الاتحاد الأفريقي يوم الجمعة المقبل في نيروبي.", ("Nairobi", "2024-05-17")),
    ],
)
def test_place_and_date_after_a_word_of_planning(language: str, text: str, expected: tuple[str, str]) -> None:
    assert [(meeting.city, meeting.date, meeting.status) for meeting in meetings(language, text)] == [
        (*expected, "planned")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ar",
            "التقى وزير الخارجية المصري سامح شكري نظيره السعودي فيصل بن فرحان أمس. وأضاف البيان أن المباحثات تناولت ملف التسوية في ليبيا.",
        ),
        (
            "en",
            "French President Emmanuel Macron met German Chancellor Olaf Scholz on Tuesday. The talks dealt with the settlement of the crisis in Libya.",
        ),
        (
            "fr",
            "Le président Emmanuel Macron a rencontré mardi le chancelier allemand Olaf Scholz. Les entretiens ont porté sur le dossier de la transition en Libye.",
        ),
    ],
)
def test_a_later_noun_brings_no_place_of_its_topic(language: str, text: str) -> None:
    assert told(language, text) == [("talks", None, "2024-05-14", "held")]


def test_a_conference_to_come_does_not_change_talks_that_were_held() -> None:
    text = "اجتمع وزير الخارجية المصري سامح شكري مع نظيره السعودي فيصل بن فرحان أمس. ولم يتضح ما إذا كان المؤتمر سيعقد."
    assert told("ar", text) == [("talks", None, "2024-05-14", "held")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وصل وزير الخارجية المصري سامح شكري إلى الرياض للقاء الأمير محمد بن سلمان."),
        ("en", "French President Emmanuel Macron arrived in Riyadh to meet Crown Prince Mohammed bin Salman."),
        ("en", "French President Emmanuel Macron arrived in Riyadh for talks with Crown Prince Mohammed bin Salman."),
        (
            "fr",
            "Le président Emmanuel Macron est arrivé à Riyad pour rencontrer le prince héritier Mohammed ben Salmane.",
        ),
    ],
)
def test_who_has_arrived_for_talks_holds_them_there(language: str, text: str) -> None:
    assert told(language, text) == [("talks", "Riyadh", None, "planned")]


def test_a_region_is_no_city() -> None:
    [meeting] = meetings("en", "US President Joe Biden met French President Emmanuel Macron in Florida on Monday.")
    assert (meeting.city, meeting.country) == (None, "US")


def test_a_summit_told_again_with_finer_words_is_one() -> None:
    text = "The president will attend a climate summit with world leaders next week. He will meet with foreign leaders for a climate summit in Nairobi on 21 May."
    assert told("en", text) == [("summit", "Nairobi", "2024-05-21", "planned")]


def test_the_gathering_is_the_summit() -> None:
    text = "The prime minister attended a meeting of the leaders of the African Union. Addressing the gathering in Nairobi, she praised the host."
    [meeting] = meetings("en", text)
    assert (meeting.body, meeting.level, meeting.city) == ("African Union", "summit", "Nairobi")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "دعا الأمين العام للأمم المتحدة إلى اجتماع طارئ في 20 مايو."),
        ("en", "The United Nations called an emergency meeting for 20 May."),
        ("fr", "Les Nations unies ont demandé une réunion d'urgence le 20 mai."),
    ],
)
def test_a_meeting_that_was_called_is_planned(language: str, text: str) -> None:
    [meeting] = meetings(language, text)
    assert (meeting.level, meeting.date, meeting.status) == ("session", "2024-05-20", "planned")


def test_negotiations_with_a_body_and_a_month_are_talks() -> None:
    assert told("ar", "وقال الوزير إن المفاوضات مع صندوق النقد الدولي في أكتوبر المقبل مهمة.") == [
        ("talks", None, "2024-10", "planned")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is unclear whether the conference in Cairo will take place on 3 June."),
        ("ar", "ليس من الواضح ما إذا كان المؤتمر سيعقد في القاهرة في 3 يونيو."),
        ("fr", "On ignore si la conférence se tiendra au Caire le 3 juin."),
        # A visit and its interview for the press are no meeting.
        ("ar", "يعقد المتحدث غدا لقاء صحفيا في الرياض."),
        # A place of what they spoke about is none of theirs, and those who stay away are not the hosts.
        ("ar", "تغيب بكين وموسكو عن المؤتمر."),
    ],
)
def test_what_may_not_take_place_is_no_meeting(language: str, text: str) -> None:
    assert meetings(language, text) == []


def test_attacks_spoken_of_do_not_place_the_talks() -> None:
    text = "Mr Macron met Thursday with German Chancellor Olaf Scholz, amid steep concerns about security in Europe after attacks in Brussels."
    [meeting] = meetings("en", text)
    assert meeting.city is None


def test_ministers_were_meeting_is_a_verb() -> None:
    [meeting] = meetings("en", "Arab League foreign ministers were meeting in Kuwait City on Monday.")
    assert (meeting.body, meeting.level, meeting.city) == ("Arab League", "ministerial", "Kuwait City")


def test_an_event_with_a_name_of_its_own_is_not_the_meeting_before_it() -> None:
    text = "يعقد التحالف الدولي ضد داعش اجتماعا في مراكش. وفي يوليو تستضيف مراكش المنتدى الاقتصادي الأمريكي الأفريقي."
    assert [meeting.level for meeting in meetings("ar", text)] == ["talks", "conference"]


def test_the_ministry_that_watched_is_not_who_met() -> None:
    [meeting] = meetings("ar", "قالت وزارة الخارجية إن الوزارة تابعت اجتماع جنيف الذي انعقد في 9 مايو 2024.")
    assert (meeting.body, meeting.city, meeting.date) == (None, "Geneva", "2024-05-09")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Leaders of the Arab League ended a two-day summit in Manama on Monday. NATO and the African Union sent letters.",
        ),
        (
            "fr",
            "Les dirigeants de la Ligue arabe ont achevé lundi un sommet à Manama. L'OTAN et l'Union africaine ont écrit.",
        ),
        (
            "ar",
            "اختتم قادة جامعة الدول العربية الاثنين قمة في المنامة. وبعث حلف شمال الأطلسي والاتحاد الأفريقي برسالتين.",
        ),
    ],
)
def test_who_ends_a_meeting_is_who_met(language: str, text: str) -> None:
    assert [meeting.body for meeting in meetings(language, text)] == ["Arab League"]


def test_of_bodies_named_equally_often_the_first_is_whose_meeting_it_is() -> None:
    text = (
        "NATO stands with Kyiv, the ministers said at their meeting in Rome on Monday. The African Union sent a letter."
    )
    assert [meeting.body for meeting in meetings("en", text)] == ["NATO"]
