"""Who may do what, how much and how often; what every answer carries; how every failure looks. Not for pages or data."""

import hashlib
import hmac
import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl, urlencode

from fastapi import FastAPI, Request, Response
from fastapi import HTTPException as ApiHTTPException
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mithaq.errors import MithaqError, RecordError, RecordFull, UsageError
from mithaq.web.desk import NotFound
from mithaq.web.settings import Settings

TOKEN_COOKIE, CSRF_COOKIE, CSRF_HEADER = "desk_token", "desk_csrf", "x-csrf-token"
_KEPT_CLIENTS = 10_000
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
        " frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Refused(MithaqError):
    """The request may not be carried out. ``status`` is that of HTTP, ``code`` one word, ``hint`` what to do."""

    def __init__(self, status: int, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.status, self.code, self.hint = status, code, hint


def csrf_of(settings: Settings) -> str:
    """What a page sends back with what it writes; nobody can make it without the token."""
    return hmac.new((settings.token or "").encode(), b"desk csrf", hashlib.sha256).hexdigest()[:32]


def may_write(request: Request) -> bool:
    """Does the request carry the token, in its header or its cookie?"""
    return _carried(request) is not None


def _carried(request: Request) -> str | None:
    """Where the right token was: "header" or "cookie"; None without it."""
    token = request.app.state.settings.token
    if token is None:
        return None
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and secrets.compare_digest(given.strip().encode(), token.encode()):
        return "header"
    cookie = request.cookies.get(TOKEN_COOKIE, "")
    return "cookie" if secrets.compare_digest(cookie.encode(), token.encode()) else None


def require_writer(request: Request, field: str | None = None) -> None:
    """Raises Refused unless the request may write. ``field`` is the field "csrf" of a form."""
    settings: Settings = request.app.state.settings
    if settings.token is None:
        raise Refused(403, "read_only", "this desk was started without a token", "start it with --token-file to write")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Refused(403, "other_site", "the request comes from another site", "open the desk itself and try there")
    carried = _carried(request)
    if carried is None:
        raise Refused(401, "no_token", "writing needs the desk's token", "send it as 'Authorization: Bearer TOKEN'")
    if carried == "cookie":
        given = request.headers.get(CSRF_HEADER) or field or ""
        if not secrets.compare_digest(given.encode(), csrf_of(settings).encode()):
            raise Refused(403, "no_csrf", "the page's own mark is missing", f"send {CSRF_COOKIE} as {CSRF_HEADER}")


def set_cookies(response: Response, settings: Settings) -> None:
    """Let this browser write from now on."""
    response.set_cookie(TOKEN_COOKIE, settings.token or "", httponly=True, samesite="strict")
    response.set_cookie(CSRF_COOKIE, csrf_of(settings), samesite="strict")


class Guard:
    """The outermost layer: host, size, rate, headers, and the token that a first visit brings in the address."""

    def __init__(self, app: ASGIApp, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._app, self._settings, self._clock = app, settings, clock
        self._writes: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._reads: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sending = _with_headers(send)
        answer = self._refusal(scope) or self._welcome(scope)
        if answer is not None:
            await answer(scope, receive, sending)
            return
        body = _Body(receive, self._settings.max_upload)
        await self._app(scope, body.receive, body.guarding(scope, sending))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if self._settings.is_local and _host(headers.get("host", "")) not in _LOCAL_HOSTS | {self._settings.bind}:
            return failure(400, "host", "this desk is not served under that name", "open it under its own address")
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > self._settings.max_upload:
            return _too_large(self._settings.max_upload)
        client = str((scope.get("client") or ("",))[0])
        writes = scope["method"] not in ("GET", "HEAD", "OPTIONS")
        known = self._writes if writes else self._reads
        per_second = self._settings.writes_per_minute / 60 if writes else float(self._settings.reads_per_second)
        burst = float(self._settings.writes_per_minute if writes else self._settings.reads_per_second * 5)
        if not self._allows(known, client, per_second, burst):
            answer = failure(429, "too_many", "too many requests in a short time", "wait a few seconds and go on")
            answer.headers["Retry-After"] = "5"
            return answer
        return None

    def _allows(self, known: OrderedDict[str, tuple[float, float]], client: str, rate: float, burst: float) -> bool:
        """A bucket a client: full at first, filled again at ``rate``, one out for each request."""
        now = self._clock()
        left, since = known.pop(client, (burst, now))
        left = min(burst, left + (now - since) * rate)
        known[client] = (max(0.0, left - 1), now)
        while len(known) > _KEPT_CLIENTS:
            known.popitem(last=False)
        return left >= 1

    def _welcome(self, scope: Scope) -> Response | None:
        """``/?token=…``: keep the token in cookies and show the page without it."""
        if scope["method"] != "GET" or scope["path"].startswith("/api") or b"token=" not in scope["query_string"]:
            return None
        pairs = parse_qsl(scope["query_string"].decode("latin-1"))
        given = dict(pairs).get("token", "")
        rest = urlencode([(name, value) for name, value in pairs if name != "token"])
        path = "/" + scope["path"].lstrip("/")
        answer = Response(status_code=303, headers={"Location": path + (f"?{rest}" if rest else "")})
        token = self._settings.token
        if token is not None and secrets.compare_digest(given.encode(), token.encode()):
            set_cookies(answer, self._settings)
        return answer


_LOCAL_HOSTS = frozenset(("127.0.0.1", "localhost", "::1"))


def _host(header: str) -> str:
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.rpartition(":")[0] if ":" in header else header


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-cache")
        await send(message)

    return sending


class _Body:
    """A body without a stated length is counted as it comes; one that is too large is answered by us alone."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._most, self._read, self._told = receive, most, 0, False

    async def receive(self) -> Message:
        """The next piece."""
        message = await self._receive()
        self._read += len(message.get("body", b""))
        if self._read > self._most:
            raise ApiHTTPException(413, "the request is too large")
        return message

    def guarding(self, scope: Scope, send: Send) -> Send:
        """Sends what the application answers, unless the body was too large."""

        async def sending(message: Message) -> None:
            if self._read <= self._most:
                await send(message)
            elif not self._told:
                self._told = True
                await _too_large(self._most)(scope, self._receive, send)

        return sending


def _too_large(most: int) -> Response:
    what = f"the request is larger than {most / 1_000_000:g} MB"
    return failure(413, "too_large", what, "send fewer or smaller files")


def failure(status: int, code: str, message: str, hint: str) -> Response:
    """The one shape of every failure."""
    body = {"error": {"code": code, "message": message, "hint": hint}}
    return Response(json.dumps(body, ensure_ascii=False), status, media_type="application/json")


def _told(error: Exception) -> tuple[int, str, str, str]:
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


ErrorPage = Callable[[Request, int, str, str, str], Response]


def add_failures(app: FastAPI) -> None:
    """Turn every error into the one shape. ``app.state.error_page``, where it is set, shows those of pages."""

    def answer(request: Request, status: int, code: str, message: str, hint: str) -> Response:
        page: ErrorPage | None = getattr(app.state, "error_page", None)
        if page is not None and not request.url.path.startswith("/api"):
            return page(request, status, code, message, hint)
        return failure(status, code, message, hint)

    async def ours(request: Request, error: Exception) -> Response:
        return answer(request, *_told(error))

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        return answer(request, 422, "invalid", f"{place}: {first['msg']}", "see /api/docs for what can be given")

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        codes = {404: "not_found", 405: "method", 413: "too_large"}
        code = codes.get(error.status_code, "refused" if error.status_code < 500 else "failed")
        shown = answer(request, error.status_code, code, str(error.detail), "see /api/docs for what there is")
        shown.headers.update(error.headers or {})
        return shown

    app.add_exception_handler(MithaqError, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, ours)


async def with_etag(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """An answer of the API to a question that was answered before, while the record is the same, is "not modified"."""
    path = request.url.path
    if request.method not in ("GET", "HEAD") or not path.startswith("/api/") or path.startswith("/api/reading"):
        return await call_next(request)
    desk = request.app.state.desk
    try:
        asked = f"{desk.state}\x1f{path}\x1f{request.url.query}"
    except RecordError as error:
        return JSONResponse({"error": dict(zip(("code", "message", "hint"), _told(error)[1:], strict=True))}, 503)
    tag = f'"{hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:24]}"'
    known = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
    if tag in known or known == ["*"]:
        return Response(status_code=304, headers={"ETag": tag})
    response = await call_next(request)
    if response.status_code == 200:
        response.headers["ETag"] = tag
    return response
