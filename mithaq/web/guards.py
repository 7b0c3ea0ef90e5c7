"""What stands around every request: host, size, rate, headers, "not modified". Not for the token, nor for what is asked."""

import hashlib
import ipaddress
import socket
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import HTTPException, Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mithaq.errors import RecordError
from mithaq.web.failures import Refused, answer_failure, failure, tell
from mithaq.web.settings import Settings
from mithaq.web.tokens import Door, address_of, set_cookies

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


class Guard:
    """The outermost layer: host, size, rate, headers, and the token that a first visit brings in the address.

    HEAD is answered wherever GET is. What nobody foresaw is told as a failure like any other, and raised again.
    """

    def __init__(
        self, app: ASGIApp, settings: Settings, door: Door, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._app, self._settings, self._door, self._clock = app, settings, door, clock
        self._hosts = _names_of(settings)
        self._writes: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._reads: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sending = _Sending(send, without_body=scope["method"] == "HEAD")
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}
        try:
            answer = self._refusal(scope) or self._welcome(scope)
            if answer is not None:
                await answer(scope, receive, sending)
                return
            body = _Body(receive, self._settings.max_upload)
            await self._app(scope, body.receive, body.guarding(scope, sending))
        except Exception as error:
            if not sending.begun:
                await answer_failure(Request(scope), *tell(error))(scope, receive, sending)
            raise

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._is_ours(_host(headers.get("host", ""))):
            return failure(400, "host", "this desk is not served under that name", "open it under its own address")
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > self._settings.max_upload:
            return _too_large(self._settings.max_upload)
        client = str((scope.get("client") or ("",))[0])
        writes = scope["method"] not in ("GET", "OPTIONS")
        known = self._writes if writes else self._reads
        per_second = self._settings.writes_per_minute / 60 if writes else float(self._settings.reads_per_second)
        burst = float(self._settings.writes_per_minute if writes else self._settings.reads_per_second * 5)
        if not self._allows(known, client, per_second, burst):
            answer = failure(429, "too_many", "too many requests in a short time", "wait a few seconds and go on")
            answer.headers["Retry-After"] = "5"
            return answer
        return None

    def _is_ours(self, host: str) -> bool:
        """May the desk be called so? Else a name that was made to lead here could read it from a browser of its victim.

        No number can be made to lead elsewhere, so any will do, unless only this machine is served.
        """
        if host in self._hosts:
            return True
        try:
            number = ipaddress.ip_address(host)
        except ValueError:
            return False
        return number.is_loopback or not self._settings.is_local

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
        if scope["method"] != "GET" or scope["path"].startswith("/api"):
            return None
        pairs = parse_qsl(scope["query_string"].decode("utf-8", "replace"), keep_blank_values=True)
        given = dict(pairs).get("token")
        if given is None:
            return None
        rest = urlencode([(name, value) for name, value in pairs if name != "token"])
        # The path comes decoded: without being written anew it could end the line, or lead to another host.
        path = "/" + quote(scope["path"].lstrip("/"), errors="replace")
        answer = Response(status_code=303, headers={"Location": path + (f"?{rest}" if rest else "")})
        try:
            if self._door.admits(address_of(Request(scope)), given):
                set_cookies(answer, self._settings)
        except Refused as error:
            return answer_failure(Request(scope), *tell(error))
        return answer


def _names_of(settings: Settings) -> frozenset[str]:
    """The names under which the desk may be asked for, beside numbers."""
    names = {"localhost", settings.bind.lower(), *(_plain(name) for name in settings.hosts)}
    if not settings.is_local:
        own = socket.gethostname().lower()
        names |= {own, f"{own}.local"}
    return frozenset(names)


def _host(header: str) -> str:
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return _plain(header.rpartition(":")[0] if ":" in header else header)


def _plain(name: str) -> str:
    return name.lower().removesuffix(".")


class _Sending:
    """Adds to every answer what it must carry; ``begun`` once there is one."""

    def __init__(self, send: Send, without_body: bool) -> None:
        self._send, self._without_body, self.begun = send, without_body, False

    async def __call__(self, message: Message) -> None:
        """Send it on."""
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-cache")
        elif self._without_body and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)


class _Body:
    """A body without a stated length is counted as it comes; one that is too large is answered by us alone."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._most, self._read, self._told = receive, most, 0, False

    async def receive(self) -> Message:
        """The next piece."""
        message = await self._receive()
        self._read += len(message.get("body", b""))
        if self._read > self._most:
            raise HTTPException(413, "the request is too large")
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


async def with_etag(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """An answer of the API to a question that was answered before, while the record is the same, is "not modified"."""
    path = request.url.path
    kept_fresh = ("/api/reading", "/api/docs")  # these depend on more than the record
    if request.method != "GET" or not path.startswith("/api/") or path.startswith(kept_fresh):
        return await call_next(request)
    desk = request.app.state.desk
    try:
        # Links in an answer lead where it was asked for.
        asked = f"{desk.state}\x1f{request.base_url}\x1f{path}\x1f{request.url.query}"
    except RecordError as error:
        return failure(*tell(error))
    tag = f'"{hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:24]}"'
    known = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
    not_modified = Response(status_code=304, headers={"ETag": tag})
    if tag in known:  # only an answer that was given has it
        return not_modified
    response = await call_next(request)
    if response.status_code == 200:
        response.headers["ETag"] = tag
        return not_modified if known == ["*"] else response
    return response
