"""A small record made of the samples, and a desk over a copy of it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from fastapi.testclient import TestClient

import mithaq
from mithaq.web import Settings, create_app

SAMPLES = Path(mithaq.__file__).parent / "samples"
TOKEN = "a-token-for-tests"
WRITER = {"Authorization": f"Bearer {TOKEN}"}


@cache
def sample_record() -> Path:
    """The samples, read once a session."""
    path = Path(mkdtemp(prefix="mithaq-tests-")) / "record.db"
    mithaq.read([SAMPLES], into=path).close()
    return path


@contextmanager
def desk_over(folder: Path, **settings: Any) -> Iterator[TestClient]:
    """A desk over its own copy of the samples' record."""
    path = folder / "record.db"
    if not path.exists():
        shutil.copy(sample_record(), path)
    app = create_app(Settings(path, settings.pop("token", TOKEN), **settings))
    with TestClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False) as client:
        yield client


def read_in(client: TestClient, answer: Any) -> dict[str, Any]:
    """What became of a reading, once it is done."""
    assert answer.status_code == 202, answer.text
    client.app.state.readings.wait()  # type: ignore[attr-defined]
    found: dict[str, Any] = client.get(f"/api/reading/{answer.json()['id']}").json()
    assert found["finished"]
    return found
