"""Does every endpoint of the desk keep its word whatever it is asked? schemathesis makes the questions.

Usage: python -m bench.desk_api [--cases 250]. Checked of each answer: it is no failure of ours, its status, its kind and
its form are as the OpenAPI document says. Exit code 1 where one is not.
"""

import argparse
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

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


@contextmanager
def open_for_asking(record: Path, folder: Path) -> Iterator[Any]:
    """The schema of a desk over a copy of ``record``, with no limit on how often it is asked."""
    copy = folder / "record.db"
    shutil.copy(record, copy)
    app = create_app(Settings(copy, TOKEN, writes_per_minute=MANY, reads_per_second=MANY))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield schemathesis.openapi.from_asgi("/api/openapi.json", app, headers={"Host": "127.0.0.1"})
    app.state.readings.wait()
    app.state.desk.close()


def endpoints(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every operation with its name."""
    for found in schema.get_all_operations():
        operation = found.ok()
        yield f"{operation.method.upper()} {operation.path}", operation


def ask_endpoint(operation: Any, cases: int) -> Asked:
    """Ask an operation so many odd questions; the first answer that does not keep its word ends it."""
    asked = Asked()

    @settings(
        max_examples=cases, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck),
        print_blob=False,
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        asked.cases += 1
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
        with open_for_asking(record, place) as schema:
            for name, operation in endpoints(schema):
                if wanted.only not in name:
                    continue
                started = time.perf_counter()
                asked = ask_endpoint(operation, wanted.cases)
                broken += len(asked.failures)
                took = time.perf_counter() - started
                print(f"{name}: {asked.cases} cases, {dict(sorted(asked.statuses.items()))}, {took:.0f} s", flush=True)
                for failure in asked.failures:
                    print(failure)
    print(f"{broken} endpoints broke their word")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
