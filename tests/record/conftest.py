"""The records that the contract is held against. Another backend joins by a line in ``BACKENDS``."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mithaq.record import Record

BACKENDS: dict[str, Callable[[Path], Record]] = {
    "memory": lambda _: Record.in_memory(),
    "file": lambda folder: Record.open(folder / "record.db"),
}


@pytest.fixture(params=sorted(BACKENDS))
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    """An empty record of each backend in turn."""
    with BACKENDS[request.param](tmp_path) as opened:
        yield opened
