"""Does every endpoint of the desk keep its word whatever it is asked? schemathesis makes the questions.

Usage: python -m bench.desk_api [--cases 250]. Checked of each answer: it is no failure of ours, its status, its kind and
its form are as the OpenAPI document says. Half of the questions are about things that are in the record. Exit code 1 where
one is not.
"""

import argparse
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mithaq
from mithaq.web import Settings, create_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
TOKEN = "a-token-for-asking"
ADDRESS = "http://127.0.0.1:8765"
SAMPLES = Path(mithaq.__file__).parent / "samples"
MANY = 10_000_000


@dataclass
class Asked:
    """How often an endpoint was asked, what it answered how often, and what it did not keep."""

    cases: int = 0
    statuses: dict[int, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Asking:
    """The schema of a desk, and what there is in its record: ids by the name of the parameter."""

    schema: Any
    known: Mapping[str, Sequence[str]]


@contextmanager
def open_for_asking(record: Path, folder: Path) -> Iterator[Asking]:
    """A desk over a copy of ``record``, with no limit on how often it is asked."""
    copy = folder / "record.db"
    shutil.copy(record, copy)
    app = create_app(Settings(copy, TOKEN, writes_per_minute=MANY, reads_per_second=MANY))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, headers={"Host": "127.0.0.1"})
    yield Asking(schema, _known(TestClient(app, base_url=ADDRESS)))
    app.state.readings.wait()
    app.state.desk.close()


def _known(client: TestClient) -> Mapping[str, Sequence[str]]:
    def ids(path: str) -> list[str]:
        return [item["id"] for item in client.get(f"/api/{path}").json()["items"]]

    articles = ids("articles")
    claims = [claim["id"] for claim in client.get(f"/api/articles/{articles[0]}").json()["claims"]]
    return {
        "meeting_id": ids("meetings"), "commitment_id": ids("commitments"), "person_id": ids("people"),
        "article_id": articles, "first": articles, "second": articles[::-1], "about": claims,
    }  # fmt: skip


def endpoints(asking: Asking) -> Iterator[tuple[str, Any]]:
    """Every operation with its name."""
    for found in asking.schema.get_all_operations():
        operation = found.ok()
        yield f"{operation.method.upper()} {operation.path}", operation


def _about_what_is_there(case: Any, known: Mapping[str, Sequence[str]], pick: int) -> None:
    """Put ids of the record in place of those that were made up."""
    for name in case.path_parameters or {}:
        if known.get(name):
            case.path_parameters[name] = known[name][pick % len(known[name])]
    if isinstance(case.body, dict) and isinstance(case.body.get("about"), list):
        case.body["about"] = [known["about"][(pick + number) % len(known["about"])] for number in range(1 + pick % 3)]


def ask_endpoint(asking: Asking, operation: Any, cases: int) -> Asked:
    """Ask an operation so many odd questions; the first answer that does not keep its word ends it."""
    asked = Asked()

    @settings(
        max_examples=cases, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck),
        print_blob=False,
    )  # fmt: skip
    @given(case=operation.as_strategy(), pick=st.none() | st.integers(0, 99))
    def ask(case: Any, pick: int | None) -> None:
        asked.cases += 1
        if pick is not None:
            _about_what_is_there(case, asking.known, pick)
        answer = case.call(base_url=ADDRESS, headers={"Authorization": f"Bearer {TOKEN}"})
        asked.statuses[answer.status_code] = asked.statuses.get(answer.status_code, 0) + 1
        case.validate_response(answer, checks=CHECKS)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ask()
        except (AssertionError, BaseExceptionGroup) as error:
            asked.failures.append(str(error)[:2000])
    return asked


def main() -> None:
    """Ask all of them and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=250)
    parser.add_argument("--only", default="", help="endpoints whose name has this")
    wanted = parser.parse_args()
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "samples.db"
        mithaq.read([SAMPLES], into=record).close()
        place = Path(folder) / "copy"
        place.mkdir()
        with open_for_asking(record, place) as asking:
            for name, operation in endpoints(asking):
                if wanted.only not in name:
                    continue
                started = time.perf_counter()
                asked = ask_endpoint(asking, operation, wanted.cases)
                broken += len(asked.failures)
                took = time.perf_counter() - started
                print(f"{name}: {asked.cases} cases, {dict(sorted(asked.statuses.items()))}, {took:.0f} s", flush=True)
                for failure in asked.failures:
                    print(failure)
    print(f"{broken} endpoints broke their word")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
