"""How every failure looks: one shape for the API, a page for readers. Not for what is allowed."""

import json
from collections.abc import Callable

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from mithaq.errors import MithaqError, RecordError, RecordFull, UsageError
from mithaq.web.desk import NotFound

ErrorPage = Callable[[Request, int, str, str, str], Response]


class Refused(MithaqError):
    """The request may not be carried out. ``status`` is that of HTTP, ``code`` one word, ``hint`` what to do."""

    def __init__(self, status: int, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.status, self.code, self.hint = status, code, hint


def failure(status: int, code: str, message: str, hint: str) -> Response:
    """The one shape of every failure."""
    body = {"error": {"code": code, "message": message, "hint": hint}}
    return Response(json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"), status, None, "application/json")


def tell(error: Exception) -> tuple[int, str, str, str]:
    """Status, code, message and hint of an error of ours; its message is one line: what happened; what to do."""
    if isinstance(error, Refused):
        return error.status, error.code, str(error), error.hint
    what, _, hint = str(error).partition("; ")
    if isinstance(error, NotFound):
        return 404, "not_found", what, hint
    if isinstance(error, UsageError):
        return 400, "bad_request", what, hint
    if isinstance(error, RecordFull):
        return 507, "full", what, hint
    if isinstance(error, RecordError):
        return 503, "record", what, hint
    return 500, "failed", "the desk failed at this", "try again; report it with what you did if it happens again"


def answer_failure(request: Request, status: int, code: str, message: str, hint: str) -> Response:
    """The failure as who asked wants it. ``app.state.error_page``, where it is set, shows those of pages."""
    page: ErrorPage | None = getattr(request.app.state, "error_page", None)
    if page is not None and not request.url.path.startswith("/api"):
        return page(request, status, code, message, hint)
    return failure(status, code, message, hint)


def add_failures(app: FastAPI) -> None:
    """Turn every error that is foreseen into the one shape; of others the guard tells."""

    async def ours(request: Request, error: Exception) -> Response:
        return answer_failure(request, *tell(error))

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        return answer_failure(
            request, 422, "invalid", f"{place}: {first['msg']}", "see /api/docs for what can be given"
        )

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        codes = {404: "not_found", 405: "method", 413: "too_large"}
        code = codes.get(error.status_code, "refused" if error.status_code < 500 else "failed")
        shown = answer_failure(request, error.status_code, code, str(error.detail), "see /api/docs for what there is")
        shown.headers.update(error.headers or {})
        return shown

    app.add_exception_handler(MithaqError, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
