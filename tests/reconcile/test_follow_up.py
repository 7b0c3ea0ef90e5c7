"""What became of promises, and what a body promised at two meetings."""

from mithaq.model.claim import Content
from mithaq.model.extraction import Extraction
from mithaq.model.fact import FollowUp
from mithaq.model.values import DateValue, PersonValue
from mithaq.reconcile import reconcile

from .examples import COALITION, claim_id, commitment, extraction, funding, meeting

PROMISE = "They will meet again by June 2022."


def promise(**options: object) -> Extraction:
    told = meeting(date="../2022-06", status="planned")
    return extraction("rome", PROMISE, [("meet again by June 2022", told)], published="2021-06-29", **options)  # type: ignore[arg-type]


def report(name: str, told: Content, published: str) -> Extraction:
    return extraction(name, f"Ministers of the coalition: {name}.", [("Ministers", told)], published=published)


def outcome(articles: list[Extraction], as_of: str | None = None) -> FollowUp:
    """The follow-up of the first article's first claim."""
    found = reconcile(articles, as_of=as_of)
    facts = {fact.id: fact for fact in found.facts}
    [wanted] = [one for one in found.follow_ups if claim_id(articles[0]) in facts[one.commitment].supported_by]
    return wanted


def test_a_meeting_held_in_time_fulfils() -> None:
    held = report("marrakesh", meeting("Marrakesh", "2022-05-11"), "2022-05-12")
    found = outcome([promise(), held])
    assert (found.status, found.score, found.evidence) == ("fulfilled", 1, (claim_id(held),))
    assert "Marrakesh" in found.reason
    assert "2022-05-11" in found.reason


def test_another_body_or_rank_fulfils_nothing() -> None:
    other = report("other", meeting("Brussels", "2022-05-11", body="Africa Focus Group"), "2022-05-12")
    officials = report("officials", meeting("Brussels", "2022-05-11", level="officials"), "2022-05-12")
    late = report("late", meeting("Riyadh", "2023-06-08"), "2023-06-09")
    found = outcome([promise(), other, officials, late])
    assert (found.status, found.score, found.evidence) == ("insufficient_evidence", None, ())


def test_the_meeting_that_promises_is_not_the_one_promised() -> None:
    rome = report("held", meeting("Rome", "2021-06-28"), "2021-06-29")
    assert outcome([promise(), rome], as_of="2023-01-01").status == "insufficient_evidence"


def test_a_term_that_runs_on_is_not_due() -> None:
    assert outcome([promise()]).status == "not_yet_due"
    assert outcome([promise()], as_of="2022-06-30").status == "not_yet_due"
    assert outcome([promise()], as_of="2022-07-01").status == "insufficient_evidence"


def test_a_postponed_meeting_is_overdue_once_its_day_is_past() -> None:
    articles = [
        report("plan", meeting("Cairo", "2015-07-29", status="planned"), "2015-07-25"),
        report("delay", meeting("Cairo", "2015-07-29", status="postponed"), "2015-07-27"),
    ]
    assert outcome(articles, as_of="2015-07-28").status == "not_yet_due"
    found = outcome(articles, as_of="2015-08-30")
    assert (found.status, found.score, found.evidence) == ("overdue", -1, (claim_id(articles[1]),))


def test_an_announced_meeting_that_was_held() -> None:
    articles = [
        report("plan", meeting("Cairo", "2015-07-29", status="planned"), "2015-07-25"),
        report("news", meeting("Cairo", "2015-07-29"), "2015-07-30"),
    ]
    found = outcome(articles)
    assert (found.status, found.score, found.evidence) == ("fulfilled", 1, (claim_id(articles[1]),))


def test_money_promised_and_paid_in_part() -> None:
    text = "We will give $100 million to rebuild the towns of Iraq."
    pledged = extraction(
        "pledge", text,
        [(text, commitment("give money to rebuild towns")), ("$100 million", funding(100e6, "IQ"))],
        published="2021-01-10",
    )  # fmt: skip
    paid = extraction(
        "paid", "$40 million was paid to rebuild the towns.", [("$40 million", funding(40e6, "IQ", stage="paid"))],
        published="2021-09-10",
    )  # fmt: skip
    found = outcome([pledged, paid])
    assert (found.status, found.score, found.evidence) == ("partly", 0, (claim_id(paid),))
    assert outcome([pledged]).status == "insufficient_evidence"


def test_a_term_in_days_runs_from_the_report() -> None:
    text = "The Council will answer within five days."
    told = extraction("a", text, [("will answer", commitment("answer", deadline="P5D"))], published="2015-08-07")
    assert outcome([told]).status == "not_yet_due"
    assert outcome([told], as_of="2015-08-13").status == "insufficient_evidence"


def told_at(city: str, day: str, action: str, name: str = "", **options: object) -> Extraction:
    text = f"They met in {city}. They will {action}."
    told: list[tuple[str, Content]] = [(f"met in {city}", meeting(city, day)), (action, commitment(action, **options))]  # type: ignore[arg-type]
    return extraction(name or city, text, told, published=day)


def change(first: Extraction, second: Extraction) -> str:
    [fact] = [fact for fact in reconcile([first, second]).facts if fact.kind == "change"]
    slots = dict(fact.slots)
    assert slots["body"] == COALITION
    return str(slots["change"])


def test_promises_of_two_meetings_of_one_body() -> None:
    action = "protect civilians and uphold international humanitarian law"
    rome = told_at("Rome", "2021-06-28", action)
    assert change(rome, told_at("Marrakesh", "2022-05-11", action)) == "repeated"
    assert change(rome, told_at("Marrakesh", "2022-05-11", action, deadline="../2023-06")) == "strengthened"
    assert change(rome, told_at("Marrakesh", "2022-05-11", action, conditional=True)) == "weakened"
    assert change(rome, told_at("Marrakesh", "2022-05-11", "train border guards in West Africa")) == "dropped"
    due = told_at("Rome", "2021-06-28", action, deadline="../2022-01")
    assert change(due, told_at("Marrakesh", "2022-05-11", action, deadline="../2023-06")) == "deadline_moved"


def test_what_was_due_before_is_not_dropped() -> None:
    due = told_at("Rome", "2021-06-28", "send a report to the ministers of all states", deadline="../2021-12")
    later = told_at("Marrakesh", "2022-05-11", "train border guards in West Africa")
    assert [fact for fact in reconcile([due, later]).facts if fact.kind == "change"] == []


def test_a_promise_that_several_reports_tell_changes_once() -> None:
    action = "protect civilians and uphold international humanitarian law"
    rome = [told_at("Rome", "2021-06-28", action, name=name) for name in ("one", "two", "three")]
    later = told_at("Marrakesh", "2022-05-11", "train border guards in West Africa")
    [fact] = [fact for fact in reconcile([*rome, later]).facts if fact.kind == "change"]
    assert dict(fact.slots)["change"] == "dropped"
    assert {claim_id(report, 1) for report in rome} == set(fact.supported_by)


def test_a_promise_that_was_kept_is_not_dropped() -> None:
    again = "meet again by June 2022"
    text = f"They met in Rome. They will {again}."
    told: list[tuple[str, Content]] = [
        ("met in Rome", meeting("Rome", "2021-06-28")),
        (again, meeting(date="../2022-06", status="planned")),
        (f"will {again}", commitment(again, deadline="../2022-06")),
    ]
    rome = extraction("rome", text, told, published="2021-06-29")
    later = told_at("Marrakesh", "2022-05-11", "train border guards in West Africa")
    found = reconcile([rome, later])
    assert "fulfilled" in {follow_up.status for follow_up in found.follow_ups}
    assert [fact for fact in found.facts if fact.kind == "change"] == []


def test_a_meeting_promised_in_words_is_followed_up_once() -> None:
    planned = meeting(date="../2022-06", status="planned")
    told: list[tuple[str, Content]] = [
        ("will meet again by June 2022", commitment("meet again by June 2022", deadline="../2022-06")),
        ("meet again by June 2022", planned),
    ]
    both = extraction("rome", PROMISE, told, published="2021-06-29")
    held = report("marrakesh", meeting("Marrakesh", "2022-05-11"), "2022-05-12")
    [found] = reconcile([both, held]).follow_ups
    assert (found.status, found.score) == ("fulfilled", 1)


def test_a_duration_in_the_words_of_a_promise_is_its_term() -> None:
    text = "Iran will raise its supply within six months."
    made = extraction(
        "a", text, [(text, commitment("raise supply"))], published="2016-02-17",
        named=[("within six months", DateValue("P6M", "DURATION"))],
    )  # fmt: skip
    assert outcome([made], as_of="2016-04-20").status == "not_yet_due"
    assert outcome([made], as_of="2017-04-20").status == "insufficient_evidence"


def test_talks_of_three_do_not_keep_the_promise_of_talks_of_two() -> None:
    def talks(name: str, text: str, told: Content, people: tuple[str, ...], published: str) -> Extraction:
        named = [(person, PersonValue(person)) for person in people]
        return extraction(name, text, [("talks in Doha", told)], published=published, named=named)

    two = ("John Kerry", "Sergei Lavrov")
    planned = meeting("Doha", "2015-08-03", status="planned", body=None, level="talks")
    held = meeting("Doha", "2015-08-03", body=None, level="talks")
    plan = talks("plan", "John Kerry and Sergei Lavrov plan talks in Doha", planned, two, "2015-08-01")
    three = talks(
        "three",
        "John Kerry, Sergei Lavrov and Adel al-Jubeir held talks in Doha",
        held,
        (*two, "Adel al-Jubeir"),
        "2015-08-04",
    )
    both = talks("both", "John Kerry and Sergei Lavrov held talks in Doha", held, two, "2015-08-04")
    assert {found.status for found in reconcile([plan, both]).follow_ups} == {"fulfilled"}
    assert "fulfilled" not in {found.status for found in reconcile([plan, three]).follow_ups}


def test_one_minister_s_talks_with_two_others_on_a_day_are_two_meetings() -> None:
    def talks(name: str, other: str) -> Extraction:
        people = ("Sergei Lavrov", other)
        return extraction(
            name, f"Sergei Lavrov and {other} held talks in Doha", published="2015-08-04",
            told=[("talks in Doha", meeting("Doha", "2015-08-03", body=None, level="talks"))],
            named=[(person, PersonValue(person)) for person in people],
        )  # fmt: skip

    def meetings(*articles: Extraction) -> int:
        return sum(fact.kind == "meeting" for fact in reconcile(articles).facts)

    assert meetings(talks("one", "John Kerry"), talks("two", "Moaz al-Khatib")) == 2
    assert meetings(talks("one", "John Kerry"), talks("two", "John Kerry")) == 1
