"""How fast articles are read, stage by stage, on one core: ``python -m bench.speed``. Not a test: nothing fails here.

The samples are copied until there is about a megabyte of text, so that every stage works long enough to be measured.
"""

import argparse
import importlib
import importlib.metadata
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from mithaq.annotate.date_line import with_date_line
from mithaq.annotate.names import name_reader
from mithaq.annotate.quantities import quantity_reader
from mithaq.annotate.quotations import read_quotations
from mithaq.claims.read import claim_reader
from mithaq.languages import available_languages, load_pack
from mithaq.model.article import Article
from mithaq.pipeline import read_paths
from mithaq.record import Record
from mithaq.sources import ReadOptions, read_file
from mithaq.text.annotated import AnnotatedArticle, sort_annotations
from mithaq.text.boilerplate import inside
from mithaq.text.prepare import prepare

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "mithaq" / "samples"
READ_AT = "2000-01-01T00:00:00+00:00"
STARTS = 5


def copy_samples(folder: Path, characters: int) -> list[Path]:
    """Copies of the samples, in turn, until they hold about this many characters."""
    samples = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("*.txt"))]
    copies: list[Path] = []
    written = 0
    while written < characters:
        name, text = samples[len(copies) % len(samples)]
        copy = folder / f"{name}-{len(copies):05}.txt"
        copy.write_text(text, encoding="utf-8")
        copies.append(copy)
        written += len(text)
    return copies


def warm_up(options: ReadOptions) -> float:
    """Seconds to load the packs and build the readers of every language, with one article read in each."""
    start = perf_counter()
    for language in options.languages:
        read_layers(read_file(next(SAMPLES.glob(f"{language}-*.txt")), options))
    return perf_counter() - start


def read_layers(article: Article, seconds: dict[str, float] | None = None) -> Any:
    """What one article says; the time of each stage is added to ``seconds``."""
    clock = _Clock({} if seconds is None else seconds)
    pack = load_pack(article.language)
    prepared = clock.time("prepare", lambda: prepare(with_date_line(article), pack))
    quantities = clock.time("quantities", lambda: quantity_reader(article.language).read(prepared))
    names = clock.time("names", lambda: name_reader(article.language).read(prepared))
    quotations = [
        found
        for found in clock.time("quotations", lambda: list(read_quotations(article.text)))
        if not inside(found.span, prepared.skipped)
    ]
    annotated = AnnotatedArticle(prepared, sort_annotations([*quantities, *names, *quotations]))
    return clock.time("claims", lambda: claim_reader(article.language).read(annotated))


class _Clock:
    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds

    def time(self, stage: str, work: Callable[[], Any]) -> Any:
        start = perf_counter()
        result = work()
        self._seconds[stage] = self._seconds.get(stage, 0.0) + perf_counter() - start
        return result


def measure_stages(paths: Sequence[Path], options: ReadOptions, record: Record) -> tuple[int, dict[str, float]]:
    """Characters read, and seconds by stage."""
    seconds: dict[str, float] = {}
    clock = _Clock(seconds)
    characters = 0
    for path in paths:
        article = clock.time("sources", partial(read_file, path, options))
        characters += len(article.text)
        extraction = read_layers(article, seconds)
        clock.time("store", partial(record.add, extraction, READ_AT))
    return characters, seconds


def measure_whole(paths: Sequence[Path], options: ReadOptions, place: Path) -> tuple[int, float]:
    """Characters and seconds of the whole reading, file to record on disk, with what follows the last article."""
    with Record.open(place, create=True) as record:
        start = perf_counter()
        tally = read_paths(paths, record, options, READ_AT)
        return tally.characters, perf_counter() - start


def measure_start() -> float:
    """Median seconds of ``mithaq --help`` in a new process."""
    command = [sys.executable, "-c", "from mithaq.cli import main; main()", "--help"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    seconds = []
    for _ in range(STARTS):
        start = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        seconds.append(perf_counter() - start)
    return statistics.median(seconds)


def peak_memory() -> str:
    """The most memory this process has held, in megabytes; why not, where the system does not tell."""
    try:
        import resource
    except ImportError:
        return "not told by this system"
    unit = 1 if sys.platform == "darwin" else 1024
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6:,.0f} MB"


def compare_with_peer(options: ReadOptions) -> str:
    """Dates of the same English text, read by dateparser and by us; the reason when dateparser is not installed."""
    try:
        search_dates = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        return "peer: skipped, dateparser is not installed (pip install dateparser)"
    articles = [read_file(path, options) for path in sorted(SAMPLES.glob("en-*.txt"))]
    characters = sum(len(article.text) for article in articles)
    start = perf_counter()
    theirs = [found for article in articles for found in search_dates(article.text, languages=["en"]) or []]
    middle = perf_counter()
    read = [quantity_reader("en").read(prepare(article, load_pack("en"))) for article in articles]
    end = perf_counter()
    ours = [found for layer in read for found in layer if found.kind == "date"]
    peer = f"dateparser {importlib.metadata.version('dateparser')} search_dates"
    return (
        f"peer, dates of {characters:,} English characters: {peer} {characters / (middle - start):,.0f} characters/s "
        f"({len(theirs)} found); ours, with money and figures, {characters / (end - middle):,.0f} ({len(ours)} found)"
    )


def hold_to_one_core() -> str:
    """Keep this process on one core where the system can; says which it was."""
    if not hasattr(os, "sched_setaffinity"):
        return "one process (this system cannot hold it to one core)"
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    return "one core"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=1_000_000, help="how much text is read (default: a million)")
    chosen = parser.parse_args()
    start_up = measure_start()
    cores = hold_to_one_core()
    options = ReadOptions(available_languages())
    loading = warm_up(options)
    with tempfile.TemporaryDirectory() as folder:
        paths = copy_samples(Path(folder), chosen.characters)
        whole_characters, whole = measure_whole(paths, options, Path(folder) / "whole.db")
        with Record.open(Path(folder) / "stages.db", create=True) as record:
            characters, seconds = measure_stages(paths, options, record)
    print(f"{len(paths)} articles, {characters:,} characters, {cores}, Python {sys.version.split()[0]}")
    print(f"{'whole reading':<15}{whole_characters / whole:>12,.0f} characters/s{whole:>9.2f} s")
    for stage, spent in seconds.items():
        print(f"  {stage:<13}{characters / spent:>12,.0f} characters/s{spent:>9.2f} s")
    print(f"loading the packs of {len(options.languages)} languages: {loading:.2f} s, once")
    print(f"mithaq --help: {start_up:.2f} s (median of {STARTS})")
    print(f"peak memory: {peak_memory()}")
    print(compare_with_peer(options))
    return 0


if __name__ == "__main__":
    sys.exit(main())
