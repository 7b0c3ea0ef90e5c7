"""The page on which a person judges what was read, and what its forms send. Judging itself is the pipeline's."""

from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlencode

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field

from mithaq.errors import UsageError
from mithaq.model.judgement import VERDICTS, Judgement, Verdict
from mithaq.web.correcting import value_as_json
from mithaq.web.desk import Desk
from mithaq.web.failures import tell
from mithaq.web.judging import decide_now
from mithaq.web.rendering import PageNumber, Ui, desk_of, render, show_error, ui_for
from mithaq.web.settings import Settings
from mithaq.web.tokens import csrf_of, may_write, require_writer
from mithaq.web.views.review import review

review_pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

WHO_COOKIE = "desk_who"
_YEAR_SECONDS = 365 * 24 * 3600
_PAGE_SIZE = 10
_Csrf = Annotated[str, Form(max_length=100)]


@review_pages.get("/review")
def show_review(
    request: Request,
    page: PageNumber = 1,
    judged_page: PageNumber = 1,
    done: Annotated[str, Query(max_length=20)] = "",
) -> HTMLResponse:
    """The queue of what is undecided, and what was decided."""
    ui = ui_for(request, desk_of(request))
    return _show(request, ui, page, judged_page, message=_saved(ui, done))


def _show(request: Request, ui: Ui, page: int, judged_page: int = 1, status: int = 200, **more: Any) -> HTMLResponse:
    """The page; beyond the last one the last, since decisions shorten the queue."""
    settings: Settings = request.app.state.settings
    desk, who, allowed = desk_of(request), _who(request), may_write(request)
    view = review(desk, page, _PAGE_SIZE, judged_page)
    if page > view.queue.pages:
        view = review(desk, view.queue.pages, _PAGE_SIZE, judged_page)
    return render(
        request,
        ui,
        "review.html",
        status,
        view=view,
        can_write=allowed,
        has_token=settings.token is not None and not settings.record_is_locked,
        csrf=csrf_of(settings) if allowed else "",
        can_judge=allowed and bool(who),
        who=who,
        scripts=("review.js",),
        **{"typed": None, **more},
    )


class Decision(BaseModel):
    """What a form of the queue sends; ``value`` as it was typed."""

    about: Annotated[list[Annotated[str, Field(max_length=64)]], Field(min_length=1, max_length=2)]
    verdict: Verdict
    slot: Annotated[str, Field(max_length=40)] = ""
    value: Annotated[str, Field(max_length=500)] = ""
    why: Annotated[str, Field(max_length=500)] = ""
    revoked: bool = False
    page: Annotated[int, Field(ge=1, le=100_000)] = 1
    csrf: Annotated[str, Field(max_length=100)] = ""


@review_pages.post("/review")
def take_decision(request: Request, decision: Annotated[Decision, Form()]) -> Response:
    """Keep what a person decided, and show the queue again; what is refused with what was typed, and why."""
    require_writer(request, decision.csrf)
    try:
        _decide(desk_of(request), decision, _who(request))
    except UsageError as error:
        ui = ui_for(request, desk_of(request))
        status, *told = tell(error)
        message = show_error(ui, *told)
        return _show(request, ui, decision.page, 1, status, message=message, message_tone="bad", typed=decision)
    where = {"page": decision.page} if decision.page > 1 else {}
    done = "revoked" if decision.revoked else decision.verdict
    return RedirectResponse(f"/review?{urlencode({**where, 'done': done})}", 303)


def _decide(desk: Desk, decision: Decision, who: str) -> None:
    if not who:
        raise UsageError("nobody said who decides; write your name at the top of the review page first")
    stored = None
    if decision.verdict == "correct" and not decision.revoked:
        stored = _right_value(desk, decision.about[0], decision.slot, decision.value)
    judgement = Judgement(
        about=tuple(decision.about),
        verdict=decision.verdict,
        who=who,
        when=datetime.now(UTC).isoformat(timespec="milliseconds"),
        why=decision.why.strip(),
        revoked=decision.revoked,
        slot=decision.slot or None,
        value=stored,
    )
    decide_now(desk, judgement)


@review_pages.post("/review/name")
def take_name(request: Request, who: Annotated[str, Form(max_length=80)] = "", csrf: _Csrf = "") -> RedirectResponse:
    """Remember under which name this browser judges."""
    require_writer(request, csrf)
    answer = RedirectResponse("/review", 303)
    answer.set_cookie(WHO_COOKIE, quote(who.strip()), max_age=_YEAR_SECONDS, samesite="strict", httponly=True)
    return answer


def _saved(ui: Ui, done: str) -> str:
    if done not in (*VERDICTS, "revoked"):
        return ""
    return ui.say("desk.saved", verdict=ui.say("review.revoked" if done == "revoked" else f"verdict.{done}"))


def _who(request: Request) -> str:
    return unquote(request.cookies.get(WHO_COOKIE, "")).strip()[:80]


def _right_value(desk: Desk, claim_id: str, slot: str, value: str) -> str:
    claims = desk.record.find_claims(claim_id)
    if not claims:
        raise UsageError(f"there is no claim {claim_id[:40]!r}; look at the queue again")
    return value_as_json(claims[0].kind, slot, value)
