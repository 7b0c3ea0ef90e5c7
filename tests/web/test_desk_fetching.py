"""A page fetched from a server of this test: what comes back, redirects, limits. No address outside this process."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from mithaq.web.failures import Refused
from mithaq.web.fetching import fetch
from mithaq.web.handing import Handed

PAGE = "<html><title>قمة</title><p>تعهدت الدول بمئة مليون دولار.</p></html>".encode()
MOST = 10_000


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, body, target = {
            "/news/summit": (200, PAGE, None),
            "/moved": (302, b"", "/news/summit"),
            "/inward": (301, b"", "http://169.254.169.254/latest/meta-data"),
            "/round": (307, b"", "/round"),
            "/large": (200, b"x" * (MOST + 1), None),
        }.get(self.path, (404, b"", None))
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://news.example:{server.server_port}"
    server.shutdown()
    server.server_close()


def resolve(host: str, port: int) -> str:
    """Only the name of the test's server has a number."""
    if host != "news.example" or not port:
        raise Refused(403, "address", "not public", "")
    return "127.0.0.1"


def test_a_page_comes_with_a_name_from_its_address(address: str) -> None:
    assert fetch(f"{address}/news/summit#top", MOST, resolve) == Handed("summit.html", PAGE, f"{address}/news/summit")


def test_a_redirect_is_followed(address: str) -> None:
    assert fetch(f"{address}/moved", MOST, resolve) == Handed("summit.html", PAGE, f"{address}/news/summit")


@pytest.mark.parametrize(("path", "status"), [("inward", 403), ("round", 502), ("large", 413), ("nothing", 502)])
def test_what_leads_inward_in_circles_or_too_far_is_refused(address: str, path: str, status: int) -> None:
    with pytest.raises(Refused) as caught:
        fetch(f"{address}/{path}", MOST, resolve)
    assert caught.value.status == status
