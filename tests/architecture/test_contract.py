"""The floors hold: imports go downward only, and the pure floors reach no network, database or clock."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PURE_FLOORS = ("model", "languages", "text", "annotate", "claims", "reconcile")
OUTSIDE_WORLD = (
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "asyncio",
    "sqlite3",
    "sqlalchemy",
    "alembic",
    "time",
    "subprocess",
)
CLOCK = frozenset(("now", "today", "utcnow"))
CONTRACT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def modules() -> list[Path]:
    return sorted(path for floor in PURE_FLOORS for path in (ROOT / "mithaq" / floor).rglob("*.py"))


def impurities(source: str) -> Iterator[str]:
    """What a module imports of the outside world, and where it asks a clock."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in CLOCK and _is_date(node.value):
            yield f"line {node.lineno}: the clock, {ast.unparse(node)}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in _imported(node):
                if any(name == outside or name.startswith(f"{outside}.") for outside in OUTSIDE_WORLD):
                    yield f"line {node.lineno}: {name}"


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    names = [alias.name for alias in node.names]
    if isinstance(node, ast.Import):
        return names
    if node.level or not node.module:
        return []
    whole = [node.module] if node.module in OUTSIDE_WORLD else []
    return whole or [f"{node.module}.{name}" for name in names]


def _is_date(node: ast.expr) -> bool:
    return ast.unparse(node).split(".")[-1] in ("date", "datetime")


def test_imports_go_downward_only() -> None:
    done = subprocess.run([sys.executable, "-c", CONTRACT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_pure_floor_reaches_nothing_outside(path: Path) -> None:
    assert list(impurities(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("floor", PURE_FLOORS)
def test_every_pure_floor_is_looked_at(floor: str) -> None:
    assert any(path.parts[-2] == floor for path in modules())


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import time", ["line 1: time"]),
        ("from urllib import request", ["line 1: urllib.request"]),
        ("import http.client as client", ["line 1: http.client"]),
        ("from datetime import date\nday = date.today()", ["line 2: the clock, date.today"]),
        ("import datetime\nhour = datetime.datetime.now()", ["line 2: the clock, datetime.datetime.now"]),
        ("from urllib.parse import urlsplit\nfrom datetime import date\nday = date(2022, 5, 11)", []),
        ("import timeit_of_our_own", []),
    ],
)
def test_the_walk_sees_what_it_must(source: str, found: list[str]) -> None:
    assert list(impurities(source)) == found
