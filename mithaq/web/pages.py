"""The pages put together: their addresses, their files, the way they show a failure. Not for what stands on any of them."""

from secrets import compare_digest
from typing import Annotated

from fastapi import APIRouter, FastAPI, Form, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles

from mithaq.web.article_pages import article_pages
from mithaq.web.guards import set_cookies
from mithaq.web.list_pages import list_pages
from mithaq.web.reading_pages import reading_pages
from mithaq.web.rendering import render, ui_for
from mithaq.web.review_pages import review_pages

entrance = APIRouter(include_in_schema=False)
_WRITING_PAGES = ("/review", "/reading")


def add_pages(app: FastAPI) -> None:
    """Give the application its pages."""
    for router in (list_pages, article_pages, review_pages, reading_pages, entrance):
        app.include_router(router)
    app.mount("/static", StaticFiles(packages=[("mithaq.web", "static")]), name="static")
    app.state.error_page = show_failure


def show_failure(request: Request, status: int, code: str, message: str, hint: str) -> Response:
    """A failure as a page; it must not fail in turn, so it asks nothing of the record."""
    told = f"{message[:1].upper()}{message[1:]}."
    advice = f"{hint[:1].upper()}{hint[1:]}." if hint else ""
    return render(
        request,
        ui_for(request, None),
        "error.html",
        status,
        error_message=told,
        error_hint=advice,
        current="",
        code=code,
    )


@entrance.post("/token")
def enter(
    request: Request,
    token: Annotated[str, Form(max_length=500)] = "",
    back: Annotated[str, Form(max_length=100)] = "/review",
) -> Response:
    """Let this browser write, if it has the desk's token."""
    settings = request.app.state.settings
    given = token.strip().encode("utf-8", "replace")
    if settings.token is None or not compare_digest(given, settings.token.encode()):
        ui = ui_for(request, None)
        return render(
            request, ui, "error.html", 401, error_message=ui.say("desk.wrong_token"), error_hint="", current=""
        )
    answer = RedirectResponse(back if back in _WRITING_PAGES else _WRITING_PAGES[0], 303)
    set_cookies(answer, settings)
    return answer
