"""What is told of a meeting beside its slots, in three languages: our own sentences, expectations written by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Meeting, StandIn
from mithaq.text.prepare import prepare


def claims(language: str, text: str, title: str | None = None) -> list[tuple[Claim, Meeting]]:
    article = Article("test", "test.txt", None, language, "2022-05-12", "explicit", title, text)
    extraction = claim_reader(language).read(annotate(prepare(article, load_pack(language))))
    return [(claim, claim.content) for claim in extraction.claims if isinstance(claim.content, Meeting)]


def meetings(language: str, text: str, title: str | None = None) -> list[Meeting]:
    return [meeting for _, meeting in claims(language, text, title)]


@pytest.mark.parametrize(
    ("language", "text", "chairs"),
    [
        ("en", "The Arab League held a summit in Amman on Monday, chaired by King Abdullah II.", ("Abdullah II",)),
        ("en", "Arab ministers met in Cairo on Monday. Sameh Shoukry chaired the meeting.", ("Sameh Shoukry",)),
        ("en", "The summit in Amman was presided over on Monday by France and Egypt.", ("FR", "EG")),
        ("fr", "Nasser Bourita a présidé lundi à Rabat une réunion ministérielle de l'OTAN.", ("Nasser Bourita",)),
        ("fr", "Le sommet de l'OTAN s'est tenu lundi à Madrid sous la présidence de la France.", ("FR",)),
        ("ar", "عقد التحالف الدولي ضد داعش اجتماعا وزاريا في مراكش برئاسة ناصر بوريطة.", ("Nasser Bourita",)),
        ("ar", "ترأس ناصر بوريطة يوم الاثنين في مراكش الاجتماع الوزاري للتحالف الدولي ضد داعش.", ("Nasser Bourita",)),
        ("ar", "ترأس الاجتماع الوزاري لجامعة الدول العربية في القاهرة وزير الخارجية سامح شكري.", ("Sameh Shoukry",)),
    ],
)
def test_who_presided(language: str, text: str, chairs: tuple[str, ...]) -> None:
    (meeting,) = meetings(language, text)
    assert meeting.chairs == chairs


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nasser Bourita, chair of the council, attended a NATO summit in Madrid on Monday."),
        ("fr", "Nasser Bourita préside sa délégation au sommet de l'OTAN à Madrid."),
        ("ar", "وصل وفد البرلمان برئاسة ناصر بوريطة إلى قمة حلف شمال الأطلسي في مدريد."),
        ("ar", "ترأس ناصر بوريطة وفد بلاده إلى الاجتماع الوزاري للتحالف الدولي ضد داعش في روما."),
    ],
)
def test_the_head_of_a_delegation_presides_over_nothing(language: str, text: str) -> None:
    assert [meeting.chairs for meeting in meetings(language, text)] == [()]


@pytest.mark.parametrize(
    ("language", "text", "stand_in"),
    [
        (
            "en",
            "Arab ministers met in Cairo on Monday. Omar Hilale represented the foreign minister.",
            StandIn("Omar Hilale", "foreign minister"),
        ),
        (
            "en",
            "The NATO summit opened in Madrid. The prime minister was represented by Ambassador Omar Hilale.",
            StandIn("Omar Hilale", "prime minister"),
        ),
        (
            "fr",
            "Le sommet de l'OTAN s'est tenu à Madrid. L'ambassadeur Omar Hilale y a parlé au nom du ministre Nasser Bourita.",
            StandIn("Omar Hilale", "Nasser Bourita"),
        ),
        (
            "fr",
            "Le sommet de l'OTAN s'est tenu à Madrid. Le Premier ministre était représenté par Omar Hilale.",
            StandIn("Omar Hilale", "prime minister"),
        ),
        (
            "ar",
            "عقدت جامعة الدول العربية اجتماعا في القاهرة، وحضر السفير عمر هلال نيابة عن وزير الخارجية ناصر بوريطة.",
            StandIn("Omar Hilale", "Nasser Bourita"),
        ),
        (
            "ar",
            "عقدت جامعة الدول العربية اجتماعا في القاهرة، وحضره السفير عمر هلال ممثلا لوزير الخارجية.",
            StandIn("Omar Hilale", "foreign minister"),
        ),
    ],
)
def test_who_came_in_whose_place(language: str, text: str, stand_in: StandIn) -> None:
    (meeting,) = meetings(language, text)
    assert meeting.stand_ins == (stand_in,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Arab ministers met in Cairo on Monday. Omar Hilale represented Morocco."),
        ("fr", "Le sommet de l'OTAN s'est tenu à Madrid. Omar Hilale y a parlé au nom de la paix."),
        ("ar", "عقدت جامعة الدول العربية اجتماعا في القاهرة، وتحدث السفير عمر هلال نيابة عن المغرب."),
    ],
)
def test_to_speak_for_a_state_is_to_stand_in_for_nobody(language: str, text: str) -> None:
    assert [meeting.stand_ins for meeting in meetings(language, text)] == [()]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The coalition met in Rabat. NATO held a summit in Rabat, the first of its kind in Africa.", "the first of its kind in Africa"),
        ("en", "NATO held a summit in Rabat on Monday for the first time in Africa.", "for the first time in Africa"),
        ("fr", "L'OTAN a tenu à Rabat une réunion ministérielle, la première en Afrique.", "la première en Afrique"),
        ("fr", "L'OTAN a tenu à Rabat son premier sommet en Afrique.", "premier sommet en Afrique"),
        ("ar", "عقد حلف شمال الأطلسي اجتماعا وزاريا في مراكش هو الأول من نوعه في أفريقيا.", "الأول من نوعه في أفريقيا"),
        ("ar", "عقد حلف شمال الأطلسي في مراكش أول اجتماع وزاري في القارة الأفريقية.", "أول اجتماع وزاري في القارة الأفريقية"),
    ],
)  # fmt: skip
def test_what_it_is_the_first_of(language: str, text: str, words: str) -> None:
    found = [(claim, meeting) for claim, meeting in claims(language, text) if meeting.first_in]
    ((claim, meeting),) = found
    assert meeting.first_in == words
    assert dict(claim.slot_spans)["first_in"].of(text) == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The NATO summit in Madrid welcomed the first convoy of aid in Africa. It was their first meeting in Rome.",
        ),
        ("fr", "Le sommet de l'OTAN à Madrid a salué le premier convoi d'aide en Afrique."),
        ("ar", "رحبت قمة حلف شمال الأطلسي في مدريد بوصول القافلة الأولى من المساعدات."),
    ],
)
def test_what_is_first_but_no_meeting(language: str, text: str) -> None:
    assert {meeting.first_in for meeting in meetings(language, text)} <= {None}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Arab League ministers met in Cairo on Monday. The next meeting will be held in Doha in June.",
            [("Cairo", None), ("Doha", "next")],
        ),
        (
            "en",
            "NATO opened a summit in Madrid on Monday. At the previous summit, held in Rome in June 2021, leaders agreed.",
            [("Madrid", None), ("Rome", "previous")],
        ),
        (
            "fr",
            "L'OTAN a tenu lundi un sommet à Madrid. La prochaine réunion se tiendra à Rabat en juin.",
            [("Madrid", None), ("Rabat", "next")],
        ),
        (
            "fr",
            "L'OTAN a tenu lundi un sommet à Madrid. Le précédent sommet s'était tenu à Rome en juin 2021.",
            [("Madrid", None), ("Rome", "previous")],
        ),
        (
            "ar",
            "عقدت جامعة الدول العربية اجتماعا وزاريا في القاهرة يوم الاثنين. ويعقد الاجتماع المقبل في الدوحة في يونيو 2022.",
            [("Cairo", None), ("Doha", "next")],
        ),
        (
            "ar",
            "عقدت جامعة الدول العربية اجتماعا وزاريا في القاهرة يوم الاثنين. وكان الاجتماع السابق في الرباط في يونيو 2021.",
            [("Cairo", None), ("Rabat", "previous")],
        ),
    ],
)
def test_how_it_stands_to_the_meeting_told_of(
    language: str, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(meeting.city, meeting.sequence) for meeting in meetings(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Arab League ministers met in Cairo on Monday. They agreed to meet again by September 2022."),
        ("fr", "Les ministres de l'OTAN se sont réunis lundi à Madrid. Ils doivent se réunir de nouveau d'ici septembre 2022."),
    ],
)  # fmt: skip
def test_those_who_met_meet_again(language: str, text: str) -> None:
    first, again = meetings(language, text)
    assert (again.sequence, again.status, again.date, again.city) == ("next", "planned", "../2022-09", None)
    assert (again.level, again.body) == (first.level, first.body)


def test_a_title_about_the_next_summit_is_about_that_summit() -> None:
    title = "Next Arab summit to be held in Algiers in November"
    text = f"{title}\n\nThe next Arab summit will be held in Algiers in November."
    assert [(meeting.city, meeting.sequence) for meeting in meetings("en", text, title)] == [("Algiers", None)]


def test_the_meeting_of_a_former_president_is_not_a_previous_one() -> None:
    (meeting,) = meetings("ar", "عقد وزير الخارجية ناصر بوريطة اجتماعا مع الرئيس السابق نيكولا ساركوزي في باريس.")
    assert meeting.sequence is None


def test_what_is_told_twice_stays_one_claim() -> None:
    text = (
        "Arab ministers met in Cairo on Monday, chaired by Sameh Shoukry. The meeting, chaired by Sameh Shoukry, "
        "was the first of its kind in Africa. Omar Hilale represented the foreign minister."
    )
    ((claim, meeting),) = claims("en", text)
    assert (meeting.chairs, meeting.first_in) == (("Sameh Shoukry",), "the first of its kind in Africa")
    assert meeting.stand_ins == (StandIn("Omar Hilale", "foreign minister"),)
    assert {"chairs", "first_in", "stand_ins"} <= dict(claim.slot_spans).keys()
