"""When and where a meeting is held, where the words of the meeting itself do not say: our own sentences, by hand.

The day of publication is a Thursday, 12 May 2022.
"""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Meeting
from mithaq.text.prepare import prepare


def meetings(language: str, text: str) -> list[Meeting]:
    article = Article("test", "test.txt", None, language, "2022-05-12", "explicit", None, text)
    extraction = claim_reader(language).read(annotate(prepare(article, load_pack(language))))
    return [claim.content for claim in extraction.claims if isinstance(claim.content, Meeting)]


def placed(language: str, text: str) -> list[tuple[str | None, str | None, str]]:
    """City or else country, date, and status of each meeting."""
    return [(one.city or one.country, one.date, one.status) for one in meetings(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ar",
            "قام ولي العهد الأمير حمد بزيارة إلى تونس يوم الثلاثاء. وعقد الرئيس قيس سعيد اجتماعا مع ولي العهد الأمير حمد.",
        ),
        (
            "en",
            "Crown Prince Hamad visited Tunisia on Tuesday. President Kais Saied held a meeting with Crown Prince Hamad.",
        ),
        (
            "fr",
            "Le prince héritier Hamad s'est rendu en Tunisie mardi. Le président Kaïs Saïed a tenu une réunion avec le"
            " prince héritier Hamad.",
        ),
    ],
)
def test_talks_are_of_the_day_of_the_journey_told_right_before(language: str, text: str) -> None:
    assert placed(language, text) == [("TN", "2022-05-10", "held")]


def test_a_journey_of_no_day_and_a_day_of_something_else_date_no_talks() -> None:
    text = (
        "Prices rose on Tuesday, officials said. President Kais Saied held a meeting with Crown Prince Hamad in Tunis."
    )
    assert placed("en", text) == [("Tunis", None, "held")]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "en",
            "Qatar said on Wednesday that it would raise output. The energy minister of Qatar told reporters on the sidelines"
            " of a gas conference in Doha that demand was strong.",
            "Doha",
        ),
        (
            "fr",
            "Le Qatar a annoncé mercredi une hausse de la production. Le ministre qatari de l'Énergie l'a dit en marge d'une"
            " conférence sur le gaz à Doha.",
            "Doha",
        ),
        (
            "ar",
            "أعلنت قطر الأربعاء زيادة الإنتاج. وقال وزير الطاقة القطري على هامش مؤتمر للغاز في الدوحة إن الطلب قوي.",
            "Doha",
        ),
        (
            "en",
            'Lenders praised Chad on Wednesday. "We are pleased," the envoy said in Vienna after the ministers met.',
            "Vienna",
        ),
    ],
)
def test_what_was_said_at_a_meeting_dates_it(language: str, text: str, place: str) -> None:
    assert placed(language, text) == [(place, "2022-05-11", "held")]


def test_a_meeting_to_come_takes_no_day_of_speech() -> None:
    text = "Chad said on Wednesday that a donor conference will be held in Paris. It said so ahead of a summit in Oslo."
    assert [date for _, date, status in placed("en", text) if status == "planned"] == [None]


def test_talks_told_after_the_opening_of_a_gathering_are_of_that_day() -> None:
    text = (
        "As the summit in Lima opened on Tuesday, the leaders spoke of trade. The Chilean president sought aid during a meeting"
        " with Peruvian President Pedro Castillo."
    )
    assert ("Lima", "2022-05-10", "held") in placed("en", text)
    assert all(date == "2022-05-10" for _, date, _ in placed("en", text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "اجتماعات الرابطة التي تضم عشرين بلدا، والتي بدأت الثلاثاء في مدريد وتنتهي الجمعة، تبحث المناخ."),
        ("ar", "ناقش الوزراء المناخ في مؤتمر مدريد الذي بدأ الثلاثاء ويختتم الجمعة."),
        ("en", "The conference in Madrid, which opened on Tuesday and ends on Friday, deals with climate."),
        ("fr", "La conférence de Madrid, qui a débuté mardi et s'achève vendredi, traite du climat."),
    ],
)
def test_a_gathering_lasts_from_its_beginning_to_its_end(language: str, text: str) -> None:
    assert [one.date for one in meetings(language, text)] == ["2022-05-10/2022-05-13"]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Leaders of the European Union meet in Brussels on Thursday to agree on a budget.", "planned"),
        ("en", "Norway is hosting a climate summit Thursday in Oslo.", "planned"),
        ("en", "Leaders of the European Union are meeting in Brussels on Friday.", "planned"),
        ("en", "Norway was hosting a climate summit in Oslo on Wednesday.", "held"),
        ("fr", "Les dirigeants de l'Union européenne se réunissent jeudi à Bruxelles.", "planned"),
        ("ar", "يعقد وزراء الطاقة العرب اجتماعا في مسقط اليوم.", "planned"),
        # Those who take part tell nothing of when.
        ("ar", "تشارك في اجتماع رابطة آسيان في جاكرتا دول عدة.", "held"),
        ("ar", "قال ذلك على هامش قمة إقليمية تستضيفها رابطة آسيان في جاكرتا.", "held"),
    ],
)
def test_what_is_told_in_the_present_is_still_to_come_on_its_day(language: str, text: str, status: str) -> None:
    assert [one.status for one in meetings(language, text)] == [status]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Arab ministers held a meeting in the Egyptian capital on Monday."),
        ("fr", "Les ministres arabes ont tenu lundi une réunion dans la capitale égyptienne."),
        ("ar", "عقد الوزراء العرب اجتماعا في العاصمة المصرية الاثنين."),
        ("ar", "عقد الوزراء العرب اجتماعا بالعاصمة المصرية الاثنين."),
    ],
)
def test_a_capital_is_told_by_its_state(language: str, text: str) -> None:
    assert placed(language, text) == [("Cairo", "2022-05-09", "held")]


def test_the_one_town_of_the_state_where_something_was_done_is_the_place_of_talks() -> None:
    text = "وصل الوزير أيمن الصفدي إلى قطر. وقال في الدوحة إن الزيارة مهمة. والتقى الوزير أيمن الصفدي وزير الخارجية القطري."
    assert [one.city for one in meetings("ar", text)] == ["Doha"]
    two = text + " وزار ميناء في الريان."
    assert [one.country for one in meetings("ar", two)] == ["QA"]


def test_a_visitor_who_meets_a_counterpart_visits_the_counterparts_state() -> None:
    text = "خلال أول زيارة من نوعها التقى الوزير أيمن الصفدي مع نظيره العماني."
    assert [one.country for one in meetings("ar", text)] == ["OM"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He repeated it during the United Nations General Assembly in New York."),
        ("fr", "Il l'a répété lors de l'Assemblée générale des Nations unies à New York."),
        ("ar", "كرر ذلك خلال الجمعية العامة للأمم المتحدة في نيويورك."),
    ],
)
def test_a_body_is_its_sitting_where_something_happened_during_it(language: str, text: str) -> None:
    (found,) = meetings(language, text)
    assert (found.body, found.level, found.city) == ("United Nations General Assembly", "session", "New York")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He represents Chad at the United Nations General Assembly."),
        ("ar", "بحث الرئيس قيس سعيد الأزمة في اتصال هاتفي مع الأمين العام أنطونيو غوتيريش."),
        ("fr", "Le président Kaïs Saïed a discuté de la crise lors d'un entretien téléphonique avec Emmanuel Macron."),
        ("en", "It is not the same for OPEC to sit down now."),
    ],
)
def test_no_meeting(language: str, text: str) -> None:
    assert meetings(language, text) == []


def test_a_body_may_host() -> None:
    (found,) = meetings("ar", "حضر الوزراء قمة إقليمية حول الأمن تستضيفها رابطة دول جنوب شرق آسيا في جاكرتا.")
    assert (found.level, found.hosts, found.city) == ("summit", ("ASEAN",), "Jakarta")


def test_an_annual_meeting_is_of_the_body_named_after_it() -> None:
    (found,) = meetings("ar", "قال ذلك خلال الاجتماعات السنوية لرابطة دول جنوب شرق آسيا في جاكرتا.")
    assert found.body == "ASEAN"


def test_the_month_before_the_next_meeting_is_of_that_one() -> None:
    text = "Producers who participated in the Doha meeting will attend a July OPEC meeting."
    assert placed("en", text) == [("Doha", None, "held"), (None, "2022-07", "planned")]


def test_leaders_who_meet_for_a_summit_hold_it_whoever_is_named_among_them() -> None:
    text = "Biden will meet with foreign leaders including French President Emmanuel Macron for a climate summit in Oslo on Friday."
    assert [(one.level, one.city, one.date) for one in meetings("en", text)] == [("summit", "Oslo", "2022-05-13")]


def test_what_points_back_means_the_meeting_told_by_the_same_word() -> None:
    text = "عقد الوزير ناصر بوريطة لقاء مع الوزير أيمن الصفدي في الرباط. وتشارك في اجتماع رابطة آسيان دول عدة في جاكرتا. وجرى اللقاء أمس."
    assert placed("ar", text) == [("Rabat", "2022-05-11", "held"), ("Jakarta", None, "held")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "La réunion des ministres de l'Opep, prévue en juin à Vienne, a été reportée.",
            ("Vienna", "2022-06", "postponed"),
        ),
        (
            "fr",
            "En visite à Tunis, le président Emmanuel Macron a été reçu mercredi par son homologue tunisien Kaïs Saïed.",
            ("Tunis", "2022-05-11", "held"),
        ),
        (
            "en",
            "Visiting Tunis, President Emmanuel Macron was received on Tuesday by his Tunisian counterpart Kais Saied.",
            ("Tunis", "2022-05-10", "held"),
        ),
        (
            "en",
            "Secretary of State Antony Blinken met on Wednesday with Egyptian President Abdel Fattah al-Sisi in Cairo.",
            ("Cairo", "2022-05-11", "held"),
        ),
        (
            "ar",
            "وصل وزير الخارجية الأمريكي أنتوني بلينكن إلى القاهرة الأربعاء والتقى الرئيس المصري عبد الفتاح السيسي.",
            ("Cairo", "2022-05-11", "held"),
        ),
        ("ar", 'وأضاف: "بالأمس كان هناك لقاء مع وزير الخارجية الأردني في الرباط".', ("Rabat", "2022-05-11", "held")),
    ],
)
def test_where_and_when_officials_met(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert placed(language, text) == [expected]


def test_talks_on_a_further_leg_of_a_journey_are_others() -> None:
    text = (
        "Secretary of State Antony Blinken met Egyptian President Abdel Fattah al-Sisi in Cairo on Wednesday before flying to"
        " Amman for talks with King Abdullah."
    )
    assert [one.city for one in meetings("en", text)] == ["Cairo", "Amman"]


def test_the_summit_of_this_year_is_the_one_spoken_of() -> None:
    text = (
        "Hosting his last climate summit, the president praised the accord. The Climate Security Summit in Oslo ended on"
        " Wednesday. Russia refused to attend this year's summit."
    )
    assert len([one for one in meetings("en", text) if one.level == "summit"]) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Foreign Minister Ayman Safadi met his Chadian counterpart in Rabat on the sidelines of the annual meetings of the"
            " African Union.",
        ),
        (
            "fr",
            "Le ministre Ayman Safadi a rencontré son homologue tchadien à Rabat en marge des réunions annuelles de l'Union"
            " africaine.",
        ),
        ("ar", "التقى الوزير أيمن الصفدي نظيره التشادي في الرباط على هامش الاجتماعات السنوية للاتحاد الأفريقي."),
    ],
)
def test_the_gathering_on_whose_sidelines_two_met_is_another_meeting_of_the_same_place(
    language: str, text: str
) -> None:
    found = sorted((one.body or "", one.city) for one in meetings(language, text))
    assert found == [("", "Rabat"), ("African Union", "Rabat")]


def test_who_is_received_meets_the_host() -> None:
    text = "قال الرئيس قيس سعيد خلال استقباله المبعوث الأممي مارتن غريفيث أمس في سوسة إن الهدنة صامدة."
    assert placed("ar", text) == [("Sousse", "2022-05-11", "held")]
    assert meetings("ar", "تأثر اللاعب خلال استقباله من الجمهور.") == []
