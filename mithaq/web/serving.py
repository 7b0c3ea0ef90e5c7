"""Starting the desk: its token, its server, the browser. Not for what it serves."""

import secrets
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from mithaq.errors import UsageError
from mithaq.web.application import create_app
from mithaq.web.settings import SHORTEST_TOKEN, Settings


@dataclass(frozen=True, slots=True)
class Serving:
    """How the desk is started. Without ``token_file`` a desk for this machine alone makes a token of its own."""

    record: Path
    port: int = 8765
    bind: str = "127.0.0.1"
    token_file: Path | None = None
    allow_fetch: bool = False
    browser: bool = True
    hosts: tuple[str, ...] = ()
    new: bool = False


def serve(wanted: Serving) -> None:
    """Serve until stopped. Raises UsageError for what cannot be served so, RecordError for what is no record."""
    settings = settings_of(wanted)
    _check_port(settings)
    print(f"Opening {settings.record} …", file=sys.stderr, flush=True)
    app = create_app(settings)
    host = f"[{settings.bind}]" if ":" in settings.bind else settings.bind
    address = f"http://{host}:{settings.port}/"
    locked = app.state.settings.record_is_locked
    # A token that was made here is told; one from a file is known to who wrote it.
    entrance = address if wanted.token_file or locked else f"{address}?token={settings.token}"
    if locked:
        print(f"{settings.record} cannot be written: the desk only shows it.", file=sys.stderr)
    config = uvicorn.Config(
        app, host=settings.bind, port=settings.port, log_level="warning", server_header=False, date_header=False,
        timeout_keep_alive=30,
    )  # fmt: skip
    with suppress(KeyboardInterrupt):
        _Server(config, entrance, wanted.browser).run()
    print("The desk is closed.", file=sys.stderr)


class _Server(uvicorn.Server):
    """A server that says where it is, and opens a browser there, once it listens: a large record takes a while."""

    def __init__(self, config: uvicorn.Config, entrance: str, browser: bool) -> None:
        super().__init__(config)
        self._entrance, self._browser = entrance, browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.should_exit:
            return
        print(f"The desk is at {self._entrance}\nStop it with Ctrl-C.", flush=True)
        if self._browser:
            # A browser may take its time to start, and nobody else is to wait for it.
            threading.Thread(target=webbrowser.open, args=(self._entrance,), daemon=True).start()


def settings_of(wanted: Serving) -> Settings:
    """The settings, with the token. Raises UsageError where they cannot be."""
    if wanted.token_file is not None:
        token: str | None = _read_token(wanted.token_file)
    elif Settings(wanted.record, "this is not yet made", wanted.bind).is_local:
        token = secrets.token_urlsafe(24)
    else:
        token = None
    return Settings(
        wanted.record, token, wanted.bind, wanted.port, wanted.allow_fetch, hosts=wanted.hosts, new=wanted.new
    )


def _read_token(path: Path) -> str:
    try:
        token = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the token cannot be read from {path}; check the file") from error
    if (
        len(token) < SHORTEST_TOKEN
        or not token.isascii()
        or not token.isprintable()
        or any(mark in token for mark in ' ";,\\')
    ):
        raise UsageError(f"{path} holds no usable token; write one line of {SHORTEST_TOKEN} or more letters and digits")
    return token


def _check_port(settings: Settings) -> None:
    """Better one line now than a traceback from the server."""
    try:
        found = socket.getaddrinfo(settings.bind, settings.port, type=socket.SOCK_STREAM)
        with socket.socket(found[0][0], socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(found[0][4])
    except OSError as error:
        raise UsageError(
            f"{settings.bind}:{settings.port} cannot be listened on ({error.strerror}); choose another --port"
        ) from error
