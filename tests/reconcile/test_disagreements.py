"""What is a disagreement, for which reason, and what only looks like one."""

from collections.abc import Sequence

from mithaq.model.extraction import Extraction
from mithaq.model.fact import Disagreement
from mithaq.model.values import PersonValue, Qualifier
from mithaq.reconcile import reconcile

from .examples import COALITION, claim_id, extraction, figure, funding, joined, marrakesh, meeting


def found_in(articles: Sequence[Extraction]) -> list[tuple[str, list[str]]]:
    return [(found.reason, [side.value for side in found.sides]) for found in reconcile(articles).disagreements]


def only(articles: Sequence[Extraction]) -> Disagreement:
    [found] = reconcile(articles).disagreements
    return found


def counted(name: str, value: float, **options: object) -> Extraction:
    text = f"The Global Coalition has {value:g} members now."
    return extraction(name, text, [(f"{value:g} members", figure(value, "members", of=COALITION))], **options)  # type: ignore[arg-type]


def test_members_of_one_time_contradict() -> None:
    first, second = counted("a", 84), counted("b", 83)
    found = only([first, second])
    assert (found.reason, [side.value for side in found.sides]) == ("contradiction", ["83", "84"])
    assert found.sides[1].claims == (claim_id(first),)
    assert "cannot both hold" in found.explanation


def test_members_a_year_apart_changed() -> None:
    assert found_in([counted("a", 83, published="2021-07-04"), counted("b", 84)]) == [("change", ["83", "84"])]


def test_an_ordinal_is_a_count() -> None:
    first = extraction(
        "a", "Yemen joined as the 83rd member.", [("Yemen joined", joined("YE", ordinal=83))], published="2021-07-04"
    )
    assert found_in([first, counted("b", 84)]) == [("change", ["83", "84"])]


def test_numbers_by_which_one_article_tells_a_body_grew_do_not_clash() -> None:
    text = "Chad joined as the 82nd and Yemen as the 83rd member."
    both = [("Chad joined as the 82nd", joined("TD", ordinal=82)), ("Yemen as the 83rd", joined("YE", ordinal=83))]
    assert found_in([extraction("a", text, both), counted("b", 83)]) == []
    assert found_in([extraction("a", text, both), counted("b", 84)]) == [("contradiction", ["83", "84"])]


def test_counts_of_another_scale_are_another_thing() -> None:
    both = extraction(
        "b", "Both countries hailed the coalition.", [("Both countries", figure(2, "countries", of=COALITION))]
    )
    group = extraction(
        "c", "Fifteen countries of it met.", [("Fifteen countries", figure(15, "countries", of=COALITION))]
    )
    assert found_in([counted("a", 83), both, group]) == []


def test_founding_years_contradict_for_ever() -> None:
    articles = [
        extraction(
            name,
            f"founded in {year}",
            [(f"founded in {year}", figure(year, "founding year", of=COALITION))],
            published=day,
        )
        for name, year, day in (("a", 2014, "2016-01-01"), ("b", 2004, "2022-05-11"), ("c", 2014, "2022-05-12"))
    ]
    result = reconcile(articles)
    [fact] = [fact for fact in result.facts if fact.kind == "figure"]
    assert [found.reason for found in result.disagreements] == ["contradiction"]
    assert dict(fact.slots)["value"] == 2014
    assert fact.contradicted_by == (claim_id(articles[1]),)
    assert {link.role for link in fact.links} == {"supports", "contradicts"}
    assert all(link.reason and ("of", COALITION) in link.features for link in fact.links)


AREA = "Daesh held {} of Iraq and Syria in its strongest days."


def test_more_than_and_more_than_differ_in_precision() -> None:
    articles = [
        marrakesh(name, AREA.format(words), [(words, figure(value, "km2", "more_than", where="IQ"))])
        for name, words, value in (("a", "more than 100,000 km2", 100_000), ("b", "more than 110,000 km2", 110_000))
    ]
    assert found_in(articles) == [("precision", ["more than 100000", "more than 110000"])]


def test_two_numbers_told_by_both_articles_count_two_things() -> None:
    text = "They carried out 41 air strikes, of them 17 air strikes near the town, officials said."
    told = [("41 air strikes", figure(41, "strikes")), ("17 air strikes", figure(17, "strikes"))]
    assert found_in([marrakesh("a", text, told), marrakesh("b", text, told)]) == []


def test_one_number_put_on_two_days() -> None:
    text = "The coalition carried out 41 air strikes in Syria and Iraq {}, officials said."
    articles = [
        marrakesh(
            name, text.format(word), [("41 air strikes", figure(41, "strikes", when=day))], published="2015-07-31"
        )
        for name, word, day in (("a", "on Thursday", "2015-07-30"), ("b", "today", "2015-07-31"))
    ]
    assert found_in(articles) == [("contradiction", ["2015-07-30", "2015-07-31"])]


def test_a_tally_is_cut_off_at_different_hours() -> None:
    text = "Boats carrying {} migrants sailed from Lesbos to the Turkish town of Dikili under the landmark deal."
    articles = [
        marrakesh(name, text.format(value), [(f"{value} migrants", figure(value, "migrants"))], published=day)
        for name, value, day in (("a", 131, "2016-04-04"), ("b", 202, "2016-04-05"))
    ]
    assert found_in(articles) == [("cut_off", ["131", "202"])]


def test_parts_and_places_are_not_conflicts() -> None:
    text = "The agency teaches {} pupils in its schools in {}."
    articles = [
        marrakesh(name, text.format(number, country), [(f"{number} pupils", figure(value, "pupils", where=country))])
        for name, number, value, country in (("a", "118,000", 118_000, "Jordan"), ("b", "135,000", 135_000, "Lebanon"))
    ]
    assert found_in(articles) == []


def test_two_units_of_one_quantity() -> None:
    from mithaq.reconcile.intervals import Amount
    from mithaq.reconcile.tellings import Telling, judge
    from mithaq.reconcile.views import view_of

    article = extraction("a", "100 miles", [("100 miles", figure(100, "miles"))])
    view, claim = view_of(article), article.claims[0]
    miles = Telling("1", claim, view, Amount(100, "exact"), "miles")
    kilometres = Telling("2", claim, view, Amount(160.9, "exact"), "km")
    assert judge(miles, kilometres, "fixed").reason == "unit"


TALKS = "The three ministers met in Doha for talks."


def doha(name: str, date: str, published: str, **options: object) -> Extraction:
    told = meeting("Doha", date, body=None, level="talks", **options)  # type: ignore[arg-type]
    return marrakesh(name, TALKS, [("met in Doha", told)], published=published)


def test_a_meeting_put_on_two_days() -> None:
    articles = [doha("a", "2015-08-02", "2015-08-02", status="planned"), doha("b", "2015-08-03", "2015-08-04")]
    assert found_in(articles) == [("contradiction", ["2015-08-02", "2015-08-03"])]


def test_two_meetings_in_one_city_are_two() -> None:
    assert found_in([doha("a", "2016-02-16", "2016-02-17"), doha("b", "2016-04-17", "2016-04-20")]) == []


def test_a_moved_meeting_changed_its_date() -> None:
    text = "The Arab ministers will meet."
    articles = [
        marrakesh("a", text, [("will meet", meeting(date="2015-07-29", status="planned"))], published="2015-07-25"),
        marrakesh("b", "The meeting was put off.", [("put off", meeting(status="postponed"))], published="2015-07-26"),
        marrakesh("c", text, [("will meet", meeting(date="2015-08-27", status="planned"))], published="2015-08-06"),
    ]
    assert found_in(articles) == [("change", ["2015-07-29", "2015-08-27"])]


def test_each_day_of_a_long_meeting_is_its_day() -> None:
    articles = [
        marrakesh(
            name, "The forum met in Rome.", [("met in Rome", meeting("Rome", day, level="conference"))], published=day
        )
        for name, day in (("a", "2012-07-02"), ("b", "2012-07-03"))
    ]
    assert found_in(articles) == []


def test_who_came_is_not_how_many_members() -> None:
    came = marrakesh(
        "a", "The ministers of 81 states of the coalition met in Rome.",
        [("met in Rome", meeting("Rome", "2021-06-28")), ("81 states", figure(81, "states", of=COALITION))],
        published="2021-06-29",
    )  # fmt: skip
    assert found_in([came, counted("b", 83, published="2021-06-29")]) == []


def test_attendance_of_one_meeting_at_two_precisions() -> None:
    counts: list[tuple[str, tuple[float, Qualifier]]] = [("a", (80, "more_than")), ("b", (80, "exact"))]
    articles = [
        marrakesh(name, "They met in Marrakesh.", [("met in Marrakesh", meeting("Marrakesh", "2022-05-11", came=came))])
        for name, came in counts
    ]
    assert found_in(articles) == [("precision", ["80", "more than 80"])]


MONEY = "The United States gave {} for the north of Syria."


def test_money_for_one_purpose() -> None:
    articles = [
        marrakesh("a", MONEY.format("$45 million"), [("$45 million", funding(45e6, "Northern Syria", period="2021"))]),
        marrakesh("b", MONEY.format("$54 million"), [("$54 million", funding(54e6, "Northern Syria"))]),
        marrakesh("c", MONEY.format("$60 million"), [("$60 million", funding(60e6, "IQ", period="2021"))]),
        marrakesh("d", MONEY.format("$90 million"), [("$90 million", funding(90e6, "Northern Syria", period="2022"))]),
    ]
    assert ("contradiction", ["45000000", "54000000"]) in found_in(articles[:3])
    assert all("60000000" not in sides for _, sides in found_in(articles[:3]))
    assert found_in([articles[0], articles[3]]) == []


def test_money_sought_and_money_given() -> None:
    articles = [
        marrakesh(name, MONEY.format("$700 million"), [("$700 million", funding(700e6, "Syria", stage=stage))])
        for name, stage in (("a", "pledge"), ("b", "appeal"), ("c", "paid"))
    ]
    assert found_in(articles) == [("contradiction", ["appeal", "paid", "pledge"])]
    assert found_in([articles[0], articles[2]]) == []


def test_people_killed_and_killed_are_one_count_told_with_different_precision() -> None:
    first = marrakesh(
        "a",
        "The bombing in the Lahore park on Easter Sunday killed 72, police said.",
        [("72", figure(72, "killed", of="killed"))],
    )
    second = marrakesh(
        "b",
        "More than 70 people died in the bombing of a Lahore park on Easter Sunday.",
        [("More than 70 people", figure(70, "people", "more_than", of="killed"))],
    )
    assert found_in([first, second]) == [("precision", ["72", "more than 70"])]


def test_people_killed_and_people_wounded_are_two_counts() -> None:
    text = "The bombing in the Lahore park on Easter Sunday {} {} people, police said."
    articles = [
        marrakesh(name, text.format(verb, value), [(f"{value} people", figure(value, "people", of=done))])
        for name, verb, done, value in (("a", "killed", "killed", 72), ("b", "wounded", "wounded", 60))
    ]
    assert found_in(articles) == []


def test_a_number_that_clashes_inside_its_own_article_joins_nothing() -> None:
    """Two numbers of one article count two things; a third report must not make one thing of them."""
    whole = "In all 328 were killed in the fighting around the town near the river on Saturday"
    part = "another 120 were killed in the fighting around the town near the river"
    first = marrakesh(
        "a",
        f"{whole}; {part}.",
        [("328", figure(328, "killed", of="killed")), ("120", figure(120, "killed", of="killed"))],
    )
    second = marrakesh("b", f"{part}.", [("120", figure(120, "killed", of="killed"))])
    assert found_in([first, second]) == []


def test_talks_of_two_people_beside_a_gathering_are_no_other_date_of_it() -> None:
    summit = "The summit met in Washington on Thursday."
    talks = "Anna Berg met Ivo Lund in Washington on Friday."
    gathering = extraction(
        "a", summit, [("summit met", meeting("Washington", "2022-05-12", body=None, level="summit"))]
    )
    beside = extraction(
        "b",
        talks,
        [("met", meeting("Washington", "2022-05-13", body=None, level="talks"))],
        named=[("Anna Berg", PersonValue("Anna Berg")), ("Ivo Lund", PersonValue("Ivo Lund"))],
    )
    result = reconcile([gathering, beside])
    assert [fact.kind for fact in result.facts if fact.kind == "meeting"] == ["meeting", "meeting"]
    assert result.disagreements == ()
