"""The pages put together: their addresses, their files, the way they show a failure. Not for what stands on any of them."""

from typing import Annotated

from fastapi import APIRouter, FastAPI, Form, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles

from mithaq.web.article_pages import article_pages
from mithaq.web.list_pages import list_pages
from mithaq.web.reading_pages import reading_pages
from mithaq.web.rendering import render, show_error, ui_for
from mithaq.web.review_pages import review_pages
from mithaq.web.tokens import WHERE_THE_TOKEN_IS, enter, set_cookies

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
    ui = ui_for(request, None)
    return render(request, ui, "error.html", status, error=show_error(ui, code, message, hint), current="")


@entrance.post("/token")
def take_token(
    request: Request,
    token: Annotated[str, Form(max_length=500)] = "",
    back: Annotated[str, Form(max_length=100)] = "/review",
) -> Response:
    """Let this browser write, if it has the desk's token."""
    if not enter(request, token.strip()):
        return show_failure(request, 401, "no_token", "this is not the desk's token", WHERE_THE_TOKEN_IS)
    answer = RedirectResponse(back if back in _WRITING_PAGES else _WRITING_PAGES[0], 303)
    set_cookies(answer, request.app.state.settings)
    return answer
