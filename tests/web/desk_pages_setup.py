"""A small record and a desk over a copy of it, for the tests of the pages. The record is made once."""

import re
import shutil
import warnings
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import mkdtemp

from mithaq.cli import SAMPLES
from mithaq.languages import available_languages
from mithaq.pipeline import read_paths
from mithaq.record import Record
from mithaq.sources import ReadOptions
from mithaq.web.application import create_app
from mithaq.web.settings import Settings

with warnings.catch_warnings():
    # Its newer client is not needed: this one does all that is asked of it here.
    warnings.simplefilter("ignore", DeprecationWarning)
    warnings.filterwarnings("ignore", message="Using `httpx`")
    from fastapi.testclient import TestClient

TOKEN = "the-token-of-the-tests"
HOME = "http://127.0.0.1:8765"
LANGUAGES = ("en", "fr", "ar")
LISTS = (
    "/", "/articles", "/meetings", "/commitments", "/money", "/members", "/people", "/disagreements", "/search",
    "/search?q=coalition", "/search?q=اجتماع", "/review", "/reading",
)  # fmt: skip
HOSTILE = """# outlet: <b>Loud</b> "Wire"
# published: 2022-05-13
# title: <script>alert("title")</script> & a summit
# language: en

LYON, France, May 13 - <script>alert("text")</script> The ministers pledged on Friday to provide $5 million to Mali & Niger by 2024.

G7 مجموعة السبع <img src=x onerror=alert(1)> said it would meet again in Paris in 2023.
"""


@cache
def sample_record() -> Path:
    """The samples and one article that would like to be a page."""
    folder = Path(mkdtemp(prefix="desk-pages-"))
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    with Record.open(folder / "record.db") as record:
        paths = [SAMPLES, folder / "hostile.txt", folder / "empty.txt"]
        read_paths(paths, record, ReadOptions(available_languages()), "2022-07-01T00:00:00+00:00")
    return folder / "record.db"


def open_desk(folder: Path, token: str | None = TOKEN) -> Iterator[TestClient]:
    """A client of a desk over a copy of the record; its browser may write if there is a token."""
    copy = folder / "record.db"
    shutil.copy(sample_record(), copy)
    with TestClient(create_app(Settings(copy, token=token)), base_url=HOME) as client:
        if token is not None:
            client.get("/", params={"token": token})
        yield client


def addresses_in(page: str) -> list[str]:
    """Where the links of a page lead, each once, without the part after #."""
    return list(dict.fromkeys(unescape(found) for found in re.findall(r'href="(/[^"#]*)', page)))


def text_of(markup: str) -> str:
    """What a reader sees of it."""
    return unescape(re.sub(r"<[^>]*>", "", markup))


def first(client: TestClient, listed: str, sort: str) -> str:
    """The first address of a sort that a list leads to."""
    return next(found for found in addresses_in(client.get(listed).text) if found.startswith(f"/{sort}/"))
