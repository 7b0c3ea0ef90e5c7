"""Who has the desk's token: in a header, in cookies, or typed in; and how often it may be guessed. Not for anything else
that a request may be refused for."""

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request, Response

from mithaq.web.failures import Refused
from mithaq.web.settings import Settings

CSRF_HEADER = "x-csrf-token"
WHERE_THE_TOKEN_IS = "it was shown when the desk was started, or is in the file named with --token-file"
_KEPT_CLIENTS = 10_000
# So many wrong tokens at once, and then one in so many seconds: enough for who mistypes, too few for who guesses.
_GUESSES, _SECONDS_A_GUESS = 10, 60.0


@dataclass(slots=True)
class _Client:
    """How many guesses are left, since when; digests of wrong tokens that were counted; did it ever have the right one?"""

    left: float
    since: float
    wrong: tuple[bytes, ...] = ()
    entered: bool = False


class Door:
    """Tells the right token from wrong ones, and an address that guesses from one that writes.

    Only wrong tokens count, each once: a browser that still has the token of yesterday is not locked out for it.
    """

    def __init__(self, token: str | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._right = None if token is None else _digest(token)
        self._clock = clock
        self._clients: OrderedDict[str, _Client] = OrderedDict()
        self._lock = threading.Lock()

    def admits(self, address: str, given: str) -> bool:
        """Is it the right token? Raises Refused for an address that gave too many wrong ones and never the right one."""
        if self._right is None or not given:
            return False
        digest = _digest(given)
        with self._lock:
            client = self._client(address)
            if digest in client.wrong:
                return False
            if client.left < 1 and not client.entered:
                raise Refused(429, "guesses", "too many wrong tokens came from this address", WHERE_THE_TOKEN_IS)
            if secrets.compare_digest(digest, self._right):
                client.entered = True
                return True
            client.left = max(0.0, client.left - 1)
            client.wrong = (*client.wrong, digest)[-2 * _GUESSES :]
            return False

    def _client(self, address: str) -> _Client:
        now = self._clock()
        client = self._clients.pop(address, None) or _Client(_GUESSES, now)
        client.left = min(float(_GUESSES), client.left + (now - client.since) / _SECONDS_A_GUESS)
        client.since = now
        self._clients[address] = client
        while len(self._clients) > _KEPT_CLIENTS:
            self._clients.popitem(last=False)
        return client


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def address_of(request: Request) -> str:
    """Where the request comes from."""
    return request.client.host if request.client else ""


def token_cookie(settings: Settings) -> str:
    """The cookie that holds the token. Cookies are of a host, whatever the port: two desks need two names."""
    return f"desk_token_{settings.port}"


def csrf_cookie(settings: Settings) -> str:
    """The cookie that holds the mark of the desk's own pages."""
    return f"desk_csrf_{settings.port}"


def csrf_of(settings: Settings) -> str:
    """What a page sends back with what it writes; nobody can make it without the token."""
    return hmac.new((settings.token or "").encode(), b"desk csrf", hashlib.sha256).hexdigest()[:32]


def set_cookies(response: Response, settings: Settings) -> None:
    """Let this browser write from now on."""
    response.set_cookie(token_cookie(settings), settings.token or "", httponly=True, samesite="strict")
    response.set_cookie(csrf_cookie(settings), csrf_of(settings), samesite="strict")


def enter(request: Request, given: str) -> bool:
    """Is this the desk's token? Raises Refused for too many wrong ones."""
    door: Door = request.app.state.door
    return door.admits(address_of(request), given)


def may_write(request: Request) -> bool:
    """Does the request carry the token, in its header or its cookie, and is there anything to be written?"""
    try:
        return not request.app.state.settings.record_is_locked and _carried(request) is not None
    except Refused:
        return False


def _carried(request: Request) -> str | None:
    """Where the right token was: "header" or "cookie"; None without it. Raises Refused for too many wrong ones."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and enter(request, given.strip()):
        return "header"
    cookie = request.cookies.get(token_cookie(request.app.state.settings), "")
    return "cookie" if enter(request, cookie) else None


def require_writer(request: Request, field: str | None = None) -> None:
    """Raises Refused unless the request may write. ``field`` is the field "csrf" of a form."""
    settings: Settings = request.app.state.settings
    if settings.record_is_locked:
        raise Refused(403, "locked", "the record cannot be written, only read", "change the permissions of its file")
    if settings.token is None:
        raise Refused(403, "read_only", "this desk was started without a token", "start it with --token-file to write")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Refused(403, "other_site", "the request comes from another site", "open the desk itself and try there")
    carried = _carried(request)
    if carried is None:
        raise Refused(401, "no_token", "writing needs the desk's token", "send it as 'Authorization: Bearer TOKEN'")
    if carried == "cookie":
        given = request.headers.get(CSRF_HEADER) or field or ""
        if not secrets.compare_digest(given.encode("utf-8", "replace"), csrf_of(settings).encode()):
            hint = f"send {csrf_cookie(settings)} as {CSRF_HEADER}"
            raise Refused(403, "no_csrf", "the page's own mark is missing", hint)
