"""Ways of telling of a meeting, and what a meeting takes from another one: our own sentences, expectations by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Meeting
from mithaq.text.prepare import prepare


def meetings(language: str, text: str) -> list[Meeting]:
    # A Thursday.
    article = Article("test", "test.txt", None, language, "2022-05-12", "explicit", None, text)
    extraction = claim_reader(language).read(annotate(prepare(article, load_pack(language))))
    return [claim.content for claim in extraction.claims if isinstance(claim.content, Meeting)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The envoy left for more talks in Cairo.", [("talks", "Cairo")]),
        ("fr", "L'émissaire a quitté une réunion à Genève sans un mot.", [("talks", "Geneva")]),
        ("ar", "غادر المبعوث بعد اجتماع في جنيف دون تعليق.", [("talks", "Geneva")]),
    ],
)
def test_a_place_right_behind_the_noun_is_enough(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(meeting.level, meeting.city) for meeting in meetings(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He praised the plan during a meeting with French President Emmanuel Macron."),
        ("en", "He praised it in another session with the leaders of Japan and South Korea."),
        ("fr", "Il a salué le plan lors d'un entretien avec le président Emmanuel Macron."),
        ("fr", "L'entretien entre Emmanuel Macron et le ministre Nasser Bourita a duré une heure."),
        ("ar", "أشاد بالخطة خلال لقاء مع الرئيس الفرنسي إيمانويل ماكرون."),
        ("ar", "جاء ذلك بعد لقاء بين الوزير ناصر بوريطة والرئيس إيمانويل ماكرون."),
        ("ar", "وصدر بيان عن جولة مباحثات جمعت وزير الخارجية ناصر بوريطة بالرئيس إيمانويل ماكرون."),
        ("ar", "بحث الوزير ناصر بوريطة مع نظيره الفرنسي جان إيف لودريان الوضع في ليبيا."),
        ("fr", "Nasser Bourita a été reçu par le président Emmanuel Macron à Paris."),
        ("en", "Foreign Minister Nasser Bourita was received by President Emmanuel Macron in Paris."),
    ],
)
def test_talks_whose_sides_are_named(language: str, text: str) -> None:
    assert [(meeting.level, meeting.status) for meeting in meetings(language, text)] == [("talks", "held")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Turkey's ministers will have visas if Ankara meets the numerous conditions in June."),
        ("en", "The king received a letter of thanks from President Emmanuel Macron in Paris."),
        ("fr", "Le roi a reçu une lettre du président Emmanuel Macron à Paris."),
        ("fr", "Il a tenu à Paris une conférence de presse."),
        ("ar", "بحث الوزير الوضع في ليبيا."),
    ],
)
def test_what_is_no_meeting(language: str, text: str) -> None:
    assert meetings(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Qatar held an emergency summit on Tuesday."),
        ("fr", "Le Qatar a organisé mardi un sommet sur Gaza."),
        ("ar", "عقدت قطر قمة طارئة يوم الثلاثاء."),
    ],
)
def test_a_state_that_holds_a_summit_hosts_it(language: str, text: str) -> None:
    (meeting,) = meetings(language, text)
    assert (meeting.hosts, meeting.country, meeting.date) == (("QA",), "QA", "2022-05-10")


def test_ministers_of_two_states_host_nothing_by_holding_talks() -> None:
    (meeting,) = meetings("en", "Egypt and Jordan held a conference in Rome on Tuesday.")
    assert meeting.hosts == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Réunis mardi à Marseille, les ministres de l'OTAN ont adopté un plan pour juin."),
        ("fr", "Les ministres de l'OTAN, réunis mardi à Marseille, ont adopté un plan pour juin."),
        ("ar", "تعهد وزراء خارجية حلف شمال الأطلسي، المجتمعون الثلاثاء في مرسيليا، باعتماد خطة في يونيو."),
    ],
)
def test_a_participle_beside_those_who_met(language: str, text: str) -> None:
    (meeting,) = meetings(language, text)
    assert (meeting.level, meeting.city, meeting.date) == ("ministerial", "Marseille", "2022-05-10")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "NATO opened a summit in Madrid. Nasser Bourita met Prime Minister Pedro Sánchez on the sidelines of the summit."),
        ("en", "NATO opened a summit in Madrid on Tuesday. President Emmanuel Macron met Prime Minister Pedro Sánchez on Tuesday."),
        ("fr", "L'OTAN a ouvert un sommet à Madrid. En marge du sommet, Emmanuel Macron a rencontré le Premier ministre Pedro Sánchez."),
        ("ar", "افتتح حلف شمال الأطلسي قمة في مدريد. والتقى الرئيس إيمانويل ماكرون رئيس الوزراء بيدرو سانشيز على هامش القمة."),
    ],
)  # fmt: skip
def test_talks_beside_a_gathering_are_held_where_it_is(language: str, text: str) -> None:
    assert [(meeting.level, meeting.city) for meeting in meetings(language, text)] == [
        ("summit", "Madrid"),
        ("talks", "Madrid"),
    ]


def test_talks_of_another_day_are_not_held_there() -> None:
    text = "NATO opened a summit in Madrid on Tuesday. President Emmanuel Macron met Prime Minister Pedro Sánchez in March 2021."
    assert [meeting.city for meeting in meetings("en", text)] == ["Madrid", None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "NATO held a summit in Madrid on Monday and Tuesday."),
        ("fr", "L'OTAN a tenu un sommet à Madrid lundi et mardi."),
    ],
)
def test_days_joined_are_the_days_of_one_gathering(language: str, text: str) -> None:
    (meeting,) = meetings(language, text)
    assert meeting.date == "2022-05-09/2022-05-10"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Talks in Geneva may be held before the end of September 2022."),
        ("ar", "المحادثات في جنيف يمكن أن تعقد قبل نهاية سبتمبر 2022."),
    ],
)
def test_what_may_be_held_by_a_day_to_come_is_planned(language: str, text: str) -> None:
    assert [(meeting.date, meeting.status) for meeting in meetings(language, text)] == [("../2022-09", "planned")]


def test_an_adjective_of_the_noun_is_not_a_town() -> None:
    (meeting,) = meetings("ar", "عقد حلف شمال الأطلسي اجتماعا وزاريا في مدريد.")
    assert (meeting.level, meeting.city) == ("ministerial", "Madrid")
