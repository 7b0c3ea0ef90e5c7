"""Is the desk quick enough on a large record? First page, search, many clients at once, memory.

Usage: python -m bench.desk [RECORD] [--articles 20000] [--clients 50] [--seconds 60]; a record that is not there is made by
bench/desk_record.py. Exit code 1 where a floor is missed: first page under 0.5 s, search under 0.2 s at the 95th
percentile, no error, under 600 MB.
"""

import argparse
import asyncio
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import httpx

from bench.desk_record import make_record
from bench.search import QUERIES

FIRST_PAGE, SEARCH, MEMORY_MB = 0.5, 0.2, 600
# What 50 people do: look at lists and pages, and search.
LISTS = (
    "/", "/meetings", "/commitments", "/money", "/people", "/disagreements", "/review", "/api/overview",
    "/api/commitments?status=open", "/api/meetings?page=3", "/api/articles",
)  # fmt: skip


@dataclass
class Served:
    """A desk that runs."""

    address: str
    process: "subprocess.Popen[bytes]"
    started: float

    def memory(self) -> tuple[float, float]:
        """Megabytes now, and at most so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in status.splitlines() if line.startswith("Vm")}
        return sizes["VmRSS"] / 1000, sizes["VmHWM"] / 1000


@dataclass
class Load:
    """What many clients saw."""

    times: list[float] = field(default_factory=list)
    searches: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)


@contextmanager
def served(record: Path) -> Iterator[Served]:
    """Start the desk as a user would, and stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.NamedTemporaryFile("w", suffix=".token") as token:
        token.write("bench-token-1234")
        token.flush()
        command = [sys.executable, "-c", "from mithaq.cli import main; main()", "desk", str(record), "--no-browser"]
        begun = time.perf_counter()
        process = subprocess.Popen(
            [*command, "--port", str(port), "--token-file", token.name], stdout=subprocess.DEVNULL
        )
        address = f"http://127.0.0.1:{port}"
        try:
            while True:
                try:
                    httpx.get(f"{address}/api/refusals", timeout=60)
                    break
                except httpx.TransportError:
                    if process.poll() is not None:
                        raise SystemExit("the desk did not start") from None
                    time.sleep(0.1)
            yield Served(address, process, time.perf_counter() - begun)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


def at_95(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def measure_first_page(desk: Served) -> list[float]:
    """The first page, asked for five times; the first time is the one that counts."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        httpx.get(f"{desk.address}/", timeout=60).raise_for_status()
        times.append(time.perf_counter() - begun)
    return times


def measure_search(desk: Served) -> list[float]:
    """Each query once with the first page of its hits, one after the other."""
    times = []
    with httpx.Client(timeout=60) as client:
        for query, _ in QUERIES:
            begun = time.perf_counter()
            client.get(f"{desk.address}/api/search?q={quote(query)}").raise_for_status()
            times.append(time.perf_counter() - begun)
    return times


async def measure_load(desk: Served, clients: int, seconds: float) -> Load:
    """Many clients at once, each asking as soon as it was answered and has read for a second."""
    load, end = Load(), time.perf_counter() + seconds
    paths = [*LISTS, *(f"/api/search?q={quote(query)}" for query, _ in QUERIES[::4])]

    async def visit(client: httpx.AsyncClient, number: int) -> None:
        step = number
        await asyncio.sleep(number / clients)
        while time.perf_counter() < end:
            path = paths[step % len(paths)]
            step += 7
            begun = time.perf_counter()
            try:
                status = str((await client.get(desk.address + path)).status_code)
            except httpx.HTTPError as error:
                status = type(error).__name__
            took = time.perf_counter() - begun
            load.statuses[status] += 1
            (load.searches if "search" in path else load.times).append(took)
            await asyncio.sleep(1)

    async with httpx.AsyncClient(timeout=60, limits=httpx.Limits(max_connections=clients)) as client:
        await asyncio.gather(*(visit(client, number) for number in range(clients)))
    return load


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path, nargs="?", default=Path(tempfile.gettempdir()) / "mithaq-bench-desk.db")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    asked = parser.parse_args()
    if not asked.record.exists():
        make_record(asked.record, asked.articles)
    with served(asked.record) as desk:
        print(f"started in {desk.started:.1f} s; {os.path.getsize(asked.record) / 1e6:.0f} MB on disk")
        pages = measure_first_page(desk)
        print(f"first page {pages[0]:.3f} s, then {statistics.median(pages[1:]):.3f} s")
        time.sleep(20)  # lists that are rarely asked for are made ready meanwhile
        searches = measure_search(desk)
        print(f"search: median {statistics.median(searches):.3f} s, 95th percentile {at_95(searches):.3f} s")
        load = asyncio.run(measure_load(desk, asked.clients, asked.seconds))
        errors = sum(count for status, count in load.statuses.items() if status != "200")
        print(
            f"{asked.clients} clients, {asked.seconds:.0f} s: {dict(load.statuses)}; pages median"
            f" {statistics.median(load.times):.2f} s, 95th percentile {at_95(load.times):.2f} s; searches"
            f" {statistics.median(load.searches):.2f} and {at_95(load.searches):.2f} s"
        )
        now, most = desk.memory()
        print(f"memory {now:.0f} MB, at most {most:.0f} MB")
    held = pages[0] < FIRST_PAGE and at_95(searches) < SEARCH and not errors and most < MEMORY_MB
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
