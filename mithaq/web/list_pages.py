"""The pages that list what the record holds, and those of one meeting, promise or person. Not for writing."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from mithaq.publish.words import LANGUAGES
from mithaq.web.charts import STAGES, bar_chart, curve_chart, day_chart, deadline_chart, money_chart
from mithaq.web.rendering import PageNumber, Ui, desk_of, render, ui_for
from mithaq.web.views.articles import ArticleFilters, articles
from mithaq.web.views.commitments import CommitmentFilters, as_of_day, commitment, commitment_choices, commitments
from mithaq.web.views.disagreements import disagreements
from mithaq.web.views.meetings import MeetingFilters, meeting, meeting_choices, meetings
from mithaq.web.views.members import members
from mithaq.web.views.money import MoneyFilters, money
from mithaq.web.views.overview import overview
from mithaq.web.views.people import people, person
from mithaq.web.views.shapes import Count, Coverage, MoneyTotal, MoneyView
from mithaq.web.world import member_map

list_pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Words = Annotated[str | None, Query(max_length=300)]
_STATUSES = ("open", "overdue", "fulfilled", "partly", "not_yet_due", "insufficient_evidence")
_MOST_CURRENCIES = 3
_TILES = {
    "articles": "/articles", "meetings": "/meetings", "commitments": "/commitments", "funding": "/money",
    "memberships": "/members", "statements": "/people", "disagreements": "/disagreements",
}  # fmt: skip


@list_pages.get("/")
def show_overview(request: Request, as_of: Words = None) -> HTMLResponse:
    """What is new, due, disputed and missing."""
    desk = desk_of(request)
    ui, view = ui_for(request, desk), overview(desk, as_of or None)
    tiles = [(count, _TILES[count.key]) for count in view.counts if count.key in _TILES]
    return render(request, ui, "overview.html", view=view, tiles=tiles, charts=_coverage_charts(view.coverage, ui))


def _coverage_charts(coverage: Coverage, ui: Ui) -> dict[str, object]:
    outlets = [(count.key or ui.say("desk.no_outlet"), count.count) for count in coverage.outlets]
    languages = [(ui.language_name(count.key), count.count) for count in coverage.languages]
    languages += [(ui.language_name(code), 0) for code in coverage.missing_languages]
    return {
        "outlets": bar_chart(outlets, ui),
        "languages": bar_chart(languages, ui, "fill-2"),
        "days": day_chart(coverage.days, ui),
    }


@list_pages.get("/articles")
def show_articles(
    request: Request,
    language: Words = None,
    outlet: Words = None,
    since: Words = None,
    until: Words = None,
    page: PageNumber = 1,
) -> HTMLResponse:
    """Every article."""
    desk = desk_of(request)
    ui, asked = ui_for(request, desk), ArticleFilters(language, outlet, since or None, until or None)
    coverage = overview(desk).coverage
    filters = [
        (
            "outlet",
            ui.say("reading.outlet"),
            [(count.key, count.key) for count in coverage.outlets if count.key],
            outlet,
        ),
        ("language", ui.say("desk.language"), [(code, ui.language_name(code)) for code in LANGUAGES], language),
    ]
    return render(request, ui, "articles.html", view=articles(desk, asked, page), asked=asked, filters=filters)


@list_pages.get("/meetings")
def show_meetings(request: Request, asked: Annotated[MeetingFilters, Depends()], page: PageNumber = 1) -> HTMLResponse:
    """Meetings, with filters."""
    desk = desk_of(request)
    ui, choices = ui_for(request, desk), meeting_choices(desk)
    statuses = [(count.key, ui.word("status", count.key)) for count in choices["status"]]
    filters = [
        ("body", ui.slot("body"), _named(choices["body"], ui), asked.body),
        ("country", ui.slot("country"), _named(choices["country"], ui), asked.country),
        ("status", ui.say("meetings.status"), statuses, asked.status),
    ]
    view = meetings(desk, asked, page)
    return render(request, ui, "meetings.html", view=view, filters=filters, asked=asked)


@list_pages.get("/meeting/{meeting_id}")
def show_meeting(request: Request, meeting_id: str) -> HTMLResponse:
    """One meeting."""
    desk = desk_of(request)
    ui, view = ui_for(request, desk), meeting(desk, meeting_id)
    title = ui.name_plain(view.line.body) or ui.say("meetings.no_body")
    day = as_of_day(desk, None)
    return render(request, ui, "meeting.html", view=view, title=title, current="meetings", day=_iso(day))


@list_pages.get("/commitments")
def show_commitments(
    request: Request, asked: Annotated[CommitmentFilters, Depends()], page: PageNumber = 1
) -> HTMLResponse:
    """Promises, with filters and a timeline."""
    desk = desk_of(request)
    ui, view = ui_for(request, desk), commitments(desk, asked, page)
    choices = commitment_choices(desk)
    filters = [
        ("body", ui.slot("body"), _named(choices["body"], ui), asked.body),
        ("actor", ui.say("commitments.by"), _named(choices["actor"], ui), asked.actor),
        (
            "theme",
            ui.say("commitments.themes"),
            [(c.key, ui.told("theme", c.key)) for c in choices["theme"]],
            asked.theme,
        ),
        ("status", ui.say("commitments.status"), [(key, _status(key, ui)) for key in _STATUSES], asked.status),
        (
            "language",
            ui.say("desk.language"),
            [(c.key, ui.language_name(c.key)) for c in choices["language"]],
            asked.language,
        ),
    ]
    day = _iso(as_of_day(desk, asked.as_of))
    timeline = deadline_chart(view.items, ui)
    return render(request, ui, "commitments.html", view=view, filters=filters, timeline=timeline, asked=asked, day=day)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _named(counts: Iterable[Count], ui: Ui) -> list[tuple[str, str]]:
    return [(count.key, f"{ui.name_plain(count.key)} ({ui.plain_number(count.count)})") for count in counts]


def _status(key: str, ui: Ui) -> str:
    return ui.say(f"commitments.{key}_only") if key in ("open", "overdue") else ui.word("follow_up", key)


@list_pages.get("/commitment/{commitment_id}")
def show_commitment(request: Request, commitment_id: str) -> HTMLResponse:
    """One promise."""
    desk = desk_of(request)
    ui, view = ui_for(request, desk), commitment(desk, commitment_id)
    day, title = _iso(as_of_day(desk, None)), view.line.action[:80]
    return render(request, ui, "commitment.html", view=view, title=title, current="commitments", day=day)


@list_pages.get("/money")
def show_money(
    request: Request,
    donor: Words = None,
    recipient: Words = None,
    stage: Words = None,
    currency: Words = None,
    year: Words = None,
    page: PageNumber = 1,
) -> HTMLResponse:
    """Sums of money."""
    desk = desk_of(request)
    ui = ui_for(request, desk)
    asked = MoneyFilters(donor, recipient, stage, currency, int(year) if year and year.isdecimal() else None)
    view = money(desk, asked, page)
    filters = [
        ("donor", ui.say("money.donor"), _named(view.donors, ui), donor),
        ("recipient", ui.say("money.recipient"), _named(view.recipients, ui), recipient),
        ("stage", ui.say("money.stage"), [(key, ui.word("stage", key)) for key, _ in STAGES], stage),
        ("currency", ui.say("money.currency"), [(count.key, count.key) for count in view.currencies], currency),
        ("year", ui.say("money.year"), [(c.key, ui.in_digits(c.key)) for c in sorted(view.years, key=_key)], year),
    ]
    return render(request, ui, "money.html", view=view, filters=filters, charts=_money_charts(view, ui), stages=STAGES)


def _key(count: Count) -> str:
    return count.key


def _money_charts(view: MoneyView, ui: Ui) -> list[dict[str, Any]]:
    """By giver, receiver and year, for each of the currencies most sums are in: two cannot share an axis."""
    sums: Counter[str] = Counter()
    for total in view.by_year:
        sums[total.currency] += total.lines
    found = []
    for currency, _ in [pair for pair in sums.most_common() if pair[0]][:_MOST_CURRENCIES]:
        for title, totals in (("by_donor", view.by_donor), ("by_recipient", view.by_recipient)):
            largest = sorted(_in_currency(totals, currency), key=_largest, reverse=True)
            named = [(ui.name_plain(total.key) or ui.word("funding", "unknown"), total) for total in largest]
            found.append({"title": ui.say(f"money.{title}", currency=currency), "svg": money_chart(named, ui)})
        years = _in_currency(view.by_year, currency)
        dated = [(ui.in_digits(total.key) or ui.say("desk.undated"), total) for total in years]
        found.append({"title": ui.say("money.by_year", currency=currency), "svg": money_chart(dated, ui)})
    return [chart for chart in found if chart["svg"]]


def _in_currency(totals: Iterable[MoneyTotal], currency: str) -> list[MoneyTotal]:
    return [total for total in totals if total.currency == currency]


def _largest(total: MoneyTotal) -> float:
    return max(total.appeal, total.pledge, total.commitment, total.paid)


@list_pages.get("/members")
def show_members(request: Request, body: Words = None, page: PageNumber = 1) -> HTMLResponse:
    """The members of one body."""
    desk = desk_of(request)
    ui, view = ui_for(request, desk), members(desk, body or None, page)
    charts = {"curve": curve_chart(view.curve, ui), "map": member_map(view.marks, ui)}
    return render(request, ui, "members.html", view=view, charts=charts)


@list_pages.get("/people")
def show_people(request: Request, q: Words = None, page: PageNumber = 1) -> HTMLResponse:
    """Everybody who is named."""
    desk = desk_of(request)
    return render(request, ui_for(request, desk), "people.html", view=people(desk, q or None, page), asked=q)


@list_pages.get("/person/{person_id}")
def show_person(request: Request, person_id: str, page: PageNumber = 1) -> HTMLResponse:
    """One person."""
    desk = desk_of(request)
    ui, view = ui_for(request, desk), person(desk, person_id, page)
    return render(request, ui, "person.html", view=view, title=ui.name_plain(view.line.name), current="people")


@list_pages.get("/disagreements")
def show_disagreements(request: Request, page: PageNumber = 1) -> HTMLResponse:
    """Values that cannot all hold."""
    desk = desk_of(request)
    return render(request, ui_for(request, desk), "disagreements.html", view=disagreements(desk, page=page))
