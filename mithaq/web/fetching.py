"""One page from an address, only where the desk was started with --allow-fetch. Not for feeds, archives or crawling.

Only http and https, only addresses that are on the public network, checked for every redirect and connected to as
checked, so that no name can lead into the machine or its neighbourhood.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from mithaq.web.failures import Refused
from mithaq.web.handing import Handed

_SECONDS = 20.0
_MOST_REDIRECTS = 5
_AGENT = "mithaq-desk"

Resolve = Callable[[str, int], str]


def fetch(address: str, most: int, resolve: Resolve | None = None) -> Handed:
    """The page, under the address it came from in the end. Raises Refused for an address that may not or cannot be fetched."""
    for _ in range(_MOST_REDIRECTS + 1):
        parts = _parts(address)
        status, content, target = _get(parts, most, resolve or public_address)
        if status in (301, 302, 303, 307, 308) and target:
            address = urljoin(address, target)
            continue
        if status != 200:
            raise _failed(f"the address answered with {status}")
        last = parts.path.rstrip("/").rpartition("/")[2] or parts.hostname or "page"
        name = last if last.endswith((".html", ".htm", ".txt")) else f"{last}.html"
        return Handed(name, content, urldefrag(address.strip()).url)
    raise _failed("the address leads on too often")


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known or parts.username or not address.isascii():
        raise Refused(400, "address", "this is no address of a web page", "write it as https://example.org/article")
    return parts


def public_address(host: str, port: int) -> str:
    """The number of the host. Raises Refused where any of its numbers is not of the public network."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _failed("the address is not known") from error
    numbers = [str(one[4][0]) for one in found]
    if not numbers or not all(ipaddress.ip_address(number.partition("%")[0]).is_global for number in numbers):
        raise Refused(403, "address", "this address is not on the public network", "hand in the page as a file")
    return numbers[0]


def _get(parts: SplitResult, most: int, resolve: Resolve) -> tuple[int, bytes, str | None]:
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    number = resolve(host, port)
    try:
        plain = socket.create_connection((number, port), timeout=_SECONDS)
        joined = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
        connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
        connection.sock = joined
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", path, headers={"User-Agent": _AGENT, "Accept": "text/html, text/plain"})
            answer = connection.getresponse()
            content = answer.read(most + 1)
            if len(content) > most:
                raise Refused(413, "too_large", "the page is too large", "save what matters as text and hand that in")
            return answer.status, content, answer.getheader("Location")
        finally:
            connection.close()
    except (OSError, http.client.HTTPException) as error:
        raise _failed("the address cannot be reached") from error


def _failed(what: str) -> Refused:
    return Refused(502, "fetch", what, "check the address, or save the page and hand it in as a file")
