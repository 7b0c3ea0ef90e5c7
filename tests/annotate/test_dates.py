"""What dates must be read, point by point, in the three languages; read with Wednesday 11 May 2022 as publication day."""

import pytest

from mithaq.annotate.dates import publication_day
from mithaq.annotate.quantities import read_dates, read_quantities
from mithaq.model.values import DateValue

PUBLISHED = "2022-05-11"


def dates(text: str, language: str, published: str | None = PUBLISHED) -> list[str | None]:
    values = [found.value for found in read_dates(text, language, published)]
    assert all(isinstance(value, DateValue) for value in values)
    return [value.edtf for value in values if isinstance(value, DateValue)]


def one(text: str, language: str, published: str | None = PUBLISHED) -> DateValue:
    (found,) = read_dates(text, language, published)
    assert isinstance(found.value, DateValue)
    return found.value


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("12 كانون الثاني 2021", 1), ("12 يناير 2021", 1), ("12 جانفي 2021", 1),
        ("12 شباط 2021", 2), ("12 فيفري 2021", 2), ("12 آذار 2021", 3), ("12 مارس 2021", 3),
        ("12 نيسان 2021", 4), ("12 إبريل 2021", 4), ("12 أفريل 2021", 4), ("12 أيار 2021", 5), ("12 ماي 2021", 5),
        ("12 حزيران 2021", 6), ("12 جوان 2021", 6), ("12 تموز 2021", 7), ("12 يوليوز 2021", 7), ("12 جويلية 2021", 7),
        ("12 آب 2021", 8), ("12 غشت 2021", 8), ("12 أوت 2021", 8), ("12 أيلول 2021", 9), ("12 شتنبر 2021", 9),
        ("12 تشرين الأول 2021", 10), ("12 أكتوبر 2021", 10), ("12 تشرين الثاني 2021", 11), ("12 نونبر 2021", 11),
        ("12 كانون الأول 2021", 12), ("12 دجنبر 2021", 12),
    ],
)  # fmt: skip
def test_every_arabic_month_tradition(text: str, month: int) -> None:
    assert dates(text, "ar") == [f"2021-{month:02d}-12"]


@pytest.mark.parametrize(
    "text",
    ["11 أيار/مايو 2022", "11 مايو/أيار 2022", "11 مايو - أيار 2022", "11 أيار (مايو) 2022", "11 مايو أيار 2022"],
)
def test_a_month_told_in_two_traditions_is_one_date(text: str) -> None:
    assert dates(text, "ar") == ["2022-05-11"]


def test_two_months_that_differ_are_not_joined() -> None:
    assert dates("في مايو ويونيو 2022", "ar") != ["2022-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 شوال 1443", "2022-05-11"),
        ("10 شوال 1443 هـ", "2022-05-11"),
        ("1443 هـ", "2021-08-09/2022-07-29"),
        ("رمضان 1443 هـ", "2022-04-02/2022-05-01"),
        ("10 شوال 1443 هـ الموافق 11 مايو 2022 م", "2022-05-11"),
        ("14 / 10 / 1436هـ الموافق 30 / 7 / 2015م", "2015-07-30"),
    ],
)
def test_the_islamic_calendar_is_converted(text: str, expected: str) -> None:
    assert dates(text, "ar") == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("05/06/2021", "ar", "2021-06-05"), ("05/06/2021", "fr", "2021-06-05"), ("05/06/2021", "en", "2021-05-06"),
        ("28/06/2021", "en", "2021-06-28"), ("2021-06-05", "en", "2021-06-05"), ("٢٨/٦/٢٠٢١", "ar", "2021-06-28"),
        ("٢٨ يونيو ٢٠٢١", "ar", "2021-06-28"), ("28.06.2021", "fr", "2021-06-28"),
    ],
)  # fmt: skip
def test_numeric_dates_follow_the_language(text: str, language: str, expected: str) -> None:
    assert dates(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("الأربعاء الماضي", "ar", "2022-05-04"), ("يوم الخميس المقبل", "ar", "2022-05-12"),
        ("أمس الثلاثاء", "ar", "2022-05-10"), ("أول أمس", "ar", "2022-05-09"), ("أول من أمس", "ar", "2022-05-09"),
        ("غدا الخميس", "ar", "2022-05-12"), ("بعد غد", "ar", "2022-05-13"), ("أمس «الثلاثاء»", "ar", "2022-05-10"),
        ("mardi dernier", "fr", "2022-05-10"), ("vendredi prochain", "fr", "2022-05-13"),
        ("avant-hier", "fr", "2022-05-09"), ("ce vendredi", "fr", "2022-05-13"),
        ("last Tuesday", "en", "2022-05-10"), ("the day before yesterday", "en", "2022-05-09"),
    ],
)  # fmt: skip
def test_weekdays_and_days_near_publication(text: str, language: str, expected: str) -> None:
    assert dates(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He said on Monday that talks will resume on Friday.", "en", ["2022-05-09", "2022-05-13"]),
        ("Les ministres se sont réunis lundi et se reverront vendredi.", "fr", ["2022-05-09", "2022-05-13"]),
        ("قال الوزير الاثنين إن القمة ستعقد الجمعة", "ar", ["2022-05-09", "2022-05-13"]),
        ("They met in November.", "en", ["2021-11"]),
        ("They will meet in November.", "en", ["2022-11"]),
        ("ستعقد القمة في نوفمبر", "ar", ["2022-11"]),
        ("عقدت القمة في نوفمبر", "ar", ["2021-11"]),
    ],
)
def test_the_tense_decides_where_no_year_is_said(text: str, language: str, expected: list[str]) -> None:
    assert dates(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # 11 May 2022 is a Wednesday: a day called for lies ahead, whatever the tense of the call.
        ("دعا الأمين العام إلى اجتماع عاجل يوم الجمعة", "ar", ["2022-05-13"]),
        ("طلبت تونس عقد جلسة طارئة الجمعة", "ar", ["2022-05-13"]),
        ("La Jordanie a demandé une réunion d'urgence vendredi", "fr", ["2022-05-13"]),
        ("Jordan requested an emergency meeting on Friday", "en", ["2022-05-13"]),
        # What is told during a meeting is not called for.
        ("دعا الوزير خلال اجتماع الاثنين إلى ضبط النفس", "ar", ["2022-05-09"]),
        # A verb in the future leaves no doubt about a weekday.
        ("The ministers would meet again on Tuesday", "en", ["2022-05-17"]),
        ("سيلتقي الوزيران مجددا الثلاثاء", "ar", ["2022-05-17"]),
        ("Les deux ministres se reverront mardi", "fr", ["2022-05-17"]),
        # The present of a verb of meeting tells of what is arranged.
        ("يجتمع سفراء الحلف الاثنين", "ar", ["2022-05-16"]),
        ("Les dirigeants se réunissent lundi", "fr", ["2022-05-16"]),
        ("Finance ministers meet on Monday", "en", ["2022-05-16"]),
        # A verb in the past right before the day leaves no doubt either.
        ("The council met on Thursday", "en", ["2022-05-05"]),
        ("Le conseil s'est réuni jeudi", "fr", ["2022-05-05"]),
    ],
)
def test_what_is_called_for_and_what_will_be_lie_ahead(text: str, language: str, expected: list[str]) -> None:
    assert dates(text, language) == expected


def test_a_month_almost_a_year_back_is_the_one_ahead() -> None:
    assert dates("Producers invited others to a July meeting", "en") == ["2022-07"]
    assert dates("They invited others to an April meeting", "en") == ["2022-04"]


def test_the_nearest_day_wins_over_a_tense_that_would_go_a_year_away() -> None:
    assert dates("Il se rendra à Bakou le 17 mars.", "fr", "2024-03-18") == ["2024-03-17"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("العام الماضي", "ar", "2021"), ("الشهر المقبل", "ar", "2022-06"), ("هذا الأسبوع", "ar", "2022-05-09/2022-05-15"),
        ("السنة الجارية", "ar", "2022"), ("الصيف الماضي", "ar", "2021-22"), ("الأسبوع بعد المقبل", "ar", "2022-05-23/2022-05-29"),
        ("last year", "en", "2021"), ("next month", "en", "2022-06"), ("this week", "en", "2022-05-09/2022-05-15"),
        ("last summer", "en", "2021-22"), ("this decade", "en", "202X"), ("last quarter", "en", "2022-01/2022-03"),
        ("l'an dernier", "fr", "2021"), ("le mois prochain", "fr", "2022-06"), ("cette semaine", "fr", "2022-05-09/2022-05-15"),
        ("l'hiver dernier", "fr", "2021-24"), ("le trimestre dernier", "fr", "2022-01/2022-03"),
    ],
)  # fmt: skip
def test_last_this_and_next_with_every_unit(text: str, language: str, expected: str) -> None:
    assert dates(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("خريف 2021", "ar", "2021-23"), ("النصف الثاني من 2022", "ar", "2022-07/2022-12"),
        ("الربع الأول من العام المقبل", "ar", "2023-01/2023-03"), ("تسعينيات القرن الماضي", "ar", "199X"),
        ("القرن الحادي والعشرين", "ar", "2000/2099"),
        ("autumn 2021", "en", "2021-23"), ("the second half of 2022", "en", "2022-07/2022-12"), ("Q3 2021", "en", "2021-07/2021-09"),
        ("the 1990s", "en", "199X"), ("the 21st century", "en", "2000/2099"),
        ("l'automne 2021", "fr", "2021-23"), ("le second semestre 2022", "fr", "2022-07/2022-12"),
        ("les années 1990", "fr", "199X"), ("le XXIe siècle", "fr", "2000/2099"),
    ],
)  # fmt: skip
def test_seasons_parts_of_years_decades_and_centuries(text: str, language: str, expected: str) -> None:
    assert dates(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("مطلع العام المقبل", "ar", "2023"), ("منتصف أغسطس 2015", "ar", "2015-08-15~"), ("أواخر يونيو 2022", "ar", "2022-06"),
        ("بحلول 2030", "ar", "../2030"), ("قبل نهاية العام الجاري", "ar", "../2022"), ("منذ 2002", "ar", "2002/.."),
        ("حتى عام 2025", "ar", "../2025"), ("بين عامي 2014 و2019", "ar", "2014/2019"),
        ("من 3 مايو 2022 إلى 5 يونيو 2022", "ar", "2022-05-03/2022-06-05"), ("بعد عام 2015", "ar", "2016/.."),
        ("early next year", "en", "2023"), ("mid-August 2015", "en", "2015-08-15~"), ("late June 2022", "en", "2022-06"),
        ("by 2030", "en", "../2030"), ("before the end of the year", "en", "../2022"), ("since 2002", "en", "2002/.."),
        ("until 30 June 2022", "en", "../2022-06-30"), ("between 2014 and 2019", "en", "2014/2019"),
        ("from 3 May 2022 to 5 June 2022", "en", "2022-05-03/2022-06-05"), ("after 2015", "en", "2016/.."),
        ("début 2023", "fr", "2023"), ("mi-août 2015", "fr", "2015-08-15~"), ("fin juin 2022", "fr", "2022-06"),
        ("d'ici 2030", "fr", "../2030"), ("avant la fin de l'année", "fr", "../2022"), ("depuis 2002", "fr", "2002/.."),
        ("jusqu'au 30 juin 2022", "fr", "../2022-06-30"), ("entre 2014 et 2019", "fr", "2014/2019"),
        ("du 3 mai 2022 au 5 juin 2022", "fr", "2022-05-03/2022-06-05"), ("après 2015", "fr", "2016/.."),
    ],
)  # fmt: skip
def test_parts_limits_and_intervals(text: str, language: str, expected: str) -> None:
    assert dates(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected", "timex"),
    [
        ("في غضون عامين", "ar", "P2Y", "DURATION"), ("خلال السنوات السبع الأخيرة", "ar", "P7Y", "DURATION"),
        ("عامين وثلاثة أشهر", "ar", "P2Y3M", "DURATION"), ("كل عامين", "ar", "P2Y", "SET"), ("القمة السنوية", "ar", "P1Y", "SET"),
        ("within two years", "en", "P2Y", "DURATION"), ("over the last seven years", "en", "P7Y", "DURATION"),
        ("36 hours", "en", "PT36H", "DURATION"), ("every two years", "en", "P2Y", "SET"), ("the annual summit", "en", "P1Y", "SET"),
        ("en deux ans", "fr", "P2Y", "DURATION"), ("au cours des sept dernières années", "fr", "P7Y", "DURATION"),
        ("tous les deux ans", "fr", "P2Y", "SET"), ("le sommet annuel", "fr", "P1Y", "SET"),
    ],
)  # fmt: skip
def test_durations_and_recurring_sets(text: str, language: str, expected: str, timex: str) -> None:
    value = one(text, language)
    assert (value.edtf, value.timex) == (expected, timex)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("شهر رمضان", "ar", "2022-04-02/2022-05-01"), ("عيد الفطر", "ar", "2022-05-02"), ("عطلة العيد", "ar", "2022-05"),
        ("عيد الأضحى 2021", "ar", "2021-07-20"), ("Ramadan", "en", "2022-04-02/2022-05-01"), ("Christmas 2021", "en", "2021-12-25"),
        ("le mois de ramadan", "fr", "2022-04-02/2022-05-01"), ("Noël 2021", "fr", "2021-12-25"), ("Pâques 2022", "fr", "2022-04-17"),
    ],
)  # fmt: skip
def test_festivals(text: str, language: str, expected: str) -> None:
    assert dates(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("القرار 2254 الصادر عن مجلس الأمن", "ar"), ("45 مليون شخص", "ar"), ("وزير الخارجية لويجي دي مايو", "ar"),
        ("مارس الوزير مهامه", "ar"), ("24/7", "ar"), ("Resolution 2254 was adopted", "en"), ("45 million people", "en"),
        ("the G7 may meet 2,000 delegates", "en"), ("Theresa May said", "en"), ("2000 soldiers marched", "en"),
        ("la résolution 2254 du Conseil", "fr"), ("45 millions de personnes", "fr"), ("il a été élu", "fr"),
        ("rendez-vous à 19 heures", "fr"), ("âgé de 61 ans", "fr"),
    ],
)  # fmt: skip
def test_a_number_or_name_that_is_no_date(text: str, language: str) -> None:
    assert dates(text, language) == []


def test_relative_dates_stay_unresolved_without_a_publication_day() -> None:
    value = one("last week", "en", None)
    assert (value.edtf, value.basis, value.anchor) == (None, "relative", None)
    assert dates("أمس الأربعاء", "ar", None) == [None]
    assert dates("11 mai 2021 et hier", "fr", None) == ["2021-05-11", None]
    assert dates("last week", "en", "2022-05") == [None]


def test_the_anchor_and_basis_are_told() -> None:
    assert one("العام الماضي", "ar") == DateValue("2021", "DATE", "relative", PUBLISHED)
    assert one("عام 2021", "ar") == DateValue("2021", "DATE", "explicit", None)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("On Aug. 6, 1945, and by the end of that year. Six days later", "en", ["1945-08-06", "../1945", "1945-08-12"]),
        ("Le 3 mai 2021, puis le surlendemain.", "fr", ["2021-05-03", "2021-05-05"]),
        ("في 3 مايو 2021 وفي اليوم نفسه", "ar", ["2021-05-03", "2021-05-03"]),
        ("En 1999, puis dix ans plus tard.", "fr", ["1999", "2009"]),
    ],
)
def test_dates_counted_from_the_one_last_spoken_of(text: str, language: str, expected: list[str]) -> None:
    assert dates(text, language) == expected


def test_a_day_counted_from_an_event_stays_open_and_the_time_between_is_a_duration() -> None:
    assert dates("à la veille du sommet", "fr") == [None]
    assert dates("two days after the attack", "en") == ["P2D"]
    assert dates("deux jours après l'attaque", "fr") == ["P2D"]
    assert dates("قبل يومين من القمة", "ar") == ["P2D"]


def test_years_that_no_calendar_has_are_left_out() -> None:
    assert dates("nine thousand years ago", "en") == [None]
    assert dates("30 February 2022", "en") == ["2022-02"]


def test_only_a_day_anchors() -> None:
    assert publication_day("2022-05") is None
    assert publication_day(None) is None
    assert publication_day("2022-02-30") is None


def test_dates_take_their_numbers_away_from_figures() -> None:
    kinds = [found.kind for found in read_quantities("In 2014, 15 states met for two days.", "en", PUBLISHED)]
    assert kinds == ["date", "figure", "date"]
