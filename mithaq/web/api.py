"""The API for reading: every page's data as JSON, lists also as CSV and XLSX. Not for writing: that is ``writing``."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel

from mithaq.web import views
from mithaq.web.desk import Desk
from mithaq.web.exports import table_of, write_calendar, write_csv, write_xlsx
from mithaq.web.naming import name_deadlines
from mithaq.web.views import shapes
from mithaq.web.views.paging import MOST, cut

# As many as a sheet of a spreadsheet holds, and more than a record has.
ALL_LINES = 1_000_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Identity = Annotated[str, Path(min_length=1, max_length=64)]
Short = Annotated[str | None, Query(max_length=300)]
Day = Annotated[str | None, Query(max_length=40, description="An EDTF date: 2022-05-12, 2022-05 or 2022.")]
Format = Annotated[
    Literal["json", "csv", "xlsx"], Query(description="CSV and XLSX hold the whole list unless page_size is given.")
]
Language = Annotated[Literal["ar", "en", "fr"] | None, Query()]


class Failure(BaseModel):
    """What went wrong, in one word, in a sentence, and what to do."""

    code: str
    message: str
    hint: str


class FailureBody(BaseModel):
    """The one shape of every failure."""

    error: Failure


class Asked:
    """Which page of a list, and as what."""

    def __init__(
        self,
        request: Request,
        answer: Response,
        page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
        page_size: Annotated[int | None, Query(ge=1, le=MOST)] = None,
        format: Format = "json",
        whole: Annotated[bool, Query(description="The whole list as one file, as JSON, too.")] = False,
    ) -> None:
        self.page, self.format, self.address = page, format, str(request.base_url).rstrip("/")
        self.page_size = page_size or (ALL_LINES if whole or format != "json" else 25)
        self._whole, self._answer = whole, answer

    def give(self, name: str, shown: Any, items: Sequence[Any]) -> Any:
        """``shown`` as it is for JSON, else its ``items`` as a table."""
        headers = {"Content-Disposition": f'attachment; filename="{name}.{self.format}"'}
        if self.format == "json":
            self._answer.headers.update(headers if self._whole else {})
            return shown
        columns, rows = table_of(items, self.address)
        content = write_csv(columns, rows) if self.format == "csv" else write_xlsx(name, columns, rows)
        kind = "text/csv; charset=utf-8" if self.format == "csv" else XLSX
        return Response(content, media_type=kind, headers=headers)


def desk_of(request: Request) -> Desk:
    """The open record."""
    desk: Desk = request.app.state.desk
    return desk


TheDesk = Annotated[Desk, Depends(desk_of)]
List = Annotated[Asked, Depends(Asked)]
FAILURES: dict[int | str, dict[str, Any]] = {
    code: {"model": FailureBody, "description": what}
    for code, what in (
        (400, "The question cannot be answered as it was asked."), (404, "There is no such thing."),
        (422, "A value does not fit."), (429, "Too many requests."), (503, "The record cannot be used."),
    )
}  # fmt: skip
TABLES: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            XLSX: {"schema": {"type": "string", "format": "binary"}},
        }
    }
}

router = APIRouter(prefix="/api", tags=["reading"], responses=FAILURES)


@router.get("/overview")
def overview(desk: TheDesk, as_of: Day = None) -> shapes.Overview:
    """What is new, what is due, what is disputed, what was read and what is missing."""
    return views.overview(desk, as_of)


@router.get("/meetings", response_model=shapes.Page[shapes.MeetingLine], responses=TABLES)
def meetings(
    desk: TheDesk,
    asked: List,
    body: Short = None,
    country: Short = None,
    status: Literal["held", "planned", "postponed", "cancelled"] | None = None,
    level: Literal["summit", "ministerial", "officials", "conference", "talks", "session"] | None = None,
    since: Day = None,
    until: Day = None,
    text: Short = None,
) -> Any:
    """Meetings, latest first."""
    filters = views.MeetingFilters(body, country, status, level, since, until, text)
    found = views.meetings(desk, filters, asked.page, asked.page_size)
    return asked.give("meetings", found, found.items)


@router.get("/meetings/{meeting_id}")
def meeting(desk: TheDesk, meeting_id: Identity) -> shapes.MeetingView:
    """One meeting whole."""
    return views.meeting(desk, meeting_id)


class CommitmentAsked:
    """What promises are wanted."""

    def __init__(
        self,
        body: Short = None,
        actor: Short = None,
        theme: Short = None,
        due_from: Day = None,
        due_until: Day = None,
        status: Literal["open", "overdue", "fulfilled", "partly", "not_yet_due", "insufficient_evidence"] | None = None,
        language: Language = None,
        text: Short = None,
        as_of: Day = None,
    ) -> None:
        self.filters = views.CommitmentFilters(
            body, actor, theme, due_from, due_until, status, language, text, as_of or None
        )  # fmt: skip


Wanted = Annotated[CommitmentAsked, Depends(CommitmentAsked)]


@router.get("/commitments", response_model=shapes.Page[shapes.CommitmentLine], responses=TABLES)
def commitments(desk: TheDesk, asked: List, wanted: Wanted) -> Any:
    """Promises, the first due first."""
    found = views.commitments(desk, wanted.filters, asked.page, asked.page_size)
    return asked.give("commitments", found, found.items)


@router.get("/commitments/choices")
def commitment_choices(desk: TheDesk) -> dict[str, list[shapes.Count]]:
    """What the filters of promises can be set to."""
    return {name: list(counts) for name, counts in views.commitment_choices(desk).items()}


@router.get("/commitments/{commitment_id}")
def commitment(desk: TheDesk, commitment_id: Identity) -> shapes.CommitmentView:
    """One promise whole, with its tests, its evidence and what was known when."""
    return views.commitment(desk, commitment_id)


@router.get("/deadlines", response_model=shapes.Page[shapes.Deadline], responses=TABLES)
def deadlines(desk: TheDesk, asked: List, wanted: Wanted) -> Any:
    """Promises with a term, by its last day."""
    found = views.deadlines(desk, wanted.filters)
    shown = cut(found, asked.page, asked.page_size, tuple)
    return asked.give("deadlines", shown, shown.items)


@router.get("/deadlines.ics", response_class=Response, responses={200: {"content": {"text/calendar": {}}}})
def calendar(request: Request, desk: TheDesk, wanted: Wanted, lang: Literal["ar", "en", "fr"] = "en") -> Response:
    """The same as a calendar to subscribe to, with names as ``lang`` has them."""
    found = name_deadlines(desk, views.deadlines(desk, wanted.filters), lang)
    content = write_calendar(found, str(request.base_url).rstrip("/"))
    return Response(content, media_type="text/calendar; charset=utf-8")


@router.get("/money", response_model=shapes.MoneyView, responses=TABLES)
def money(
    desk: TheDesk,
    asked: List,
    donor: Short = None,
    recipient: Short = None,
    stage: Literal["appeal", "pledge", "commitment", "paid"] | None = None,
    currency: Short = None,
    year: Annotated[int | None, Query(ge=0, le=9999)] = None,
    reannounced: bool | None = None,
) -> Any:
    """Sums, with totals by who gives, who receives and when."""
    filters = views.MoneyFilters(donor, recipient, stage, currency, year, reannounced)
    found = views.money(desk, filters, asked.page, asked.page_size)
    return asked.give("money", found, found.lines.items)


@router.get("/members", response_model=shapes.MembersView, responses=TABLES)
def members(desk: TheDesk, asked: List, body: Short = None) -> Any:
    """A body's members by date and their number over time (500 points at most). The table holds the members."""
    found = views.members(desk, body or None, asked.page, asked.page_size)
    return asked.give("members", found, found.members.items)


@router.get("/people", response_model=shapes.Page[shapes.PersonLine], responses=TABLES)
def people(desk: TheDesk, asked: List, text: Short = None) -> Any:
    """People, those in most articles first."""
    found = views.people(desk, text, asked.page, asked.page_size)
    return asked.give("people", found, found.items)


@router.get("/people/{person_id}", response_model=shapes.PersonView, responses=TABLES)
def person(desk: TheDesk, asked: List, person_id: Identity) -> Any:
    """One person with what they said, latest first. The table holds what they said."""
    found = views.person(desk, person_id, asked.page, asked.page_size)
    return asked.give("person", found, found.statements.items)


@router.get("/disagreements", response_model=shapes.Page[shapes.DisagreementView], responses=TABLES)
def disagreements(
    desk: TheDesk,
    asked: List,
    reason: Literal["contradiction", "precision", "change", "cut_off", "unit", "translation"] | None = None,
) -> Any:
    """What sources disagree on, the latest first."""
    found = views.disagreements(desk, reason, asked.page, asked.page_size)
    return asked.give("disagreements", found, found.items)


@router.get("/articles", response_model=shapes.Page[shapes.ArticleHead], responses=TABLES)
def articles(
    desk: TheDesk, asked: List, language: Language = None, outlet: Short = None, since: Day = None, until: Day = None,
    text: Short = None,
) -> Any:  # fmt: skip
    """Articles, latest first."""
    filters = views.ArticleFilters(language, outlet, since, until, text)
    found = views.articles(desk, filters, asked.page, asked.page_size)
    return asked.give("articles", found, found.items)


@router.get("/articles/{article_id}")
def article(desk: TheDesk, article_id: Identity) -> shapes.ArticleView:
    """One article with everything that was read from it."""
    return views.article(desk, article_id)


@router.get("/compare/{first}/{second}")
def compare(desk: TheDesk, first: Identity, second: Identity) -> shapes.CompareView:
    """Two articles and the passages they share."""
    return views.compare(desk, first, second)


@router.get("/review", response_model=shapes.ReviewView, responses=TABLES)
def review(desk: TheDesk, asked: List, judged_page: Annotated[int, Query(ge=1, le=1_000_000)] = 1) -> Any:
    """What a person should look at, in order of what matters, and what was decided. The table holds the questions."""
    found = views.review(desk, asked.page, asked.page_size, judged_page)
    return asked.give("review", found, found.queue.items)


@router.get("/judgements", response_model=shapes.Page[shapes.JudgementView], responses=TABLES)
def judgements(desk: TheDesk, asked: List) -> Any:
    """Everything that was decided, the latest first."""
    found = views.judgements(desk, asked.page, asked.page_size)
    return asked.give("judgements", found, found.items)


@router.get("/search", response_model=shapes.SearchView, responses=TABLES)
def search(
    desk: TheDesk,
    asked: List,
    q: Annotated[str, Query(max_length=400, description="Words; in quotation marks, a phrase.")] = "",
    language: Language = None,
    kind: Literal["meeting", "membership", "commitment", "funding", "figure", "statement"] | None = None,
    speaker: Short = None,
    since: Day = None,
    until: Day = None,
) -> Any:
    """Articles that have the words, then those that have others for the same, marked ``near``."""
    query = views.SearchQuery(q, language, kind, speaker, since, until)
    found = views.search(desk, query, asked.page, asked.page_size)
    return asked.give("search", found, found.hits.items)


@router.get("/refusals", response_model=shapes.Page[shapes.RefusalLine], responses=TABLES)
def refusals(desk: TheDesk, asked: List) -> Any:
    """What could not be read, and why."""
    found = views.refusals(desk)
    shown = cut(found, asked.page, asked.page_size, tuple)
    return asked.give("refusals", shown, shown.items)
