"""Reads articles with hand-written expectations, scores what was read, and fails when a kind falls below its floor.

``python -m bench.quality_gate``: the golden articles of this repository; where ``../shared`` lies beside it, the
development articles there too, by the scoring tool of their own. Floors: bench/quality_floors.toml, strict F1.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.scoring import KINDS, Score, broken_citations, score_article
from mithaq.languages import available_languages
from mithaq.model.extraction import Extraction
from mithaq.pipeline import read_article, read_paths
from mithaq.publish import write_jsonl
from mithaq.record import Record
from mithaq.sources import ReadOptions, read_file

ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).with_name("quality_floors.toml")
GOLDEN = ROOT / "tests" / "golden"
ARTICLE_FOLDERS = (ROOT / "mithaq" / "samples", GOLDEN / "articles")
SHARED = ROOT.parent / "shared"
PIN_MARGIN = 0.02


@dataclass(frozen=True, slots=True)
class Figures:
    """How well one kind was read; ``strict_f1`` is held against the floor."""

    expected: int
    read: int
    precision: float
    recall: float
    found_f1: float
    strict_f1: float


@dataclass(frozen=True, slots=True)
class Result:
    """Figures of every kind over a set of articles, and what must not be: broken citations, articles not read."""

    figures: Mapping[str, Figures]
    faults: tuple[str, ...]


def measure_golden(language: str | None = None) -> Result:
    """Read and score the golden articles, of one language or of all."""
    totals = dict.fromkeys(KINDS, Score())
    faults: list[str] = []
    for path in sorted(GOLDEN.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if language in (None, gold["language"]):
            extraction = _read(path.stem)
            faults.extend(f"{path.stem}: the citation does not hold: {what}" for what in broken_citations(extraction))
            for kind, score in score_article(gold, extraction).items():
                totals[kind] += score
    return Result({kind: _figures(score) for kind, score in totals.items()}, tuple(faults))


def _read(name: str) -> Extraction:
    path = next(folder / f"{name}.txt" for folder in ARTICLE_FOLDERS if (folder / f"{name}.txt").is_file())
    return read_article(read_file(path, ReadOptions(available_languages())))


def _figures(score: Score) -> Figures:
    return Figures(score.expected, score.read, score.precision, score.recall, score.found_f1, score.strict_f1)


def measure_development() -> Result:
    """Read the development articles, export them, and let their scoring tool judge the export."""
    with tempfile.TemporaryDirectory() as folder, Record.in_memory() as record:
        options = ReadOptions(available_languages())
        tally = read_paths([SHARED / "dev" / "articles"], record, options, "2000-01-01T00:00:00+00:00")
        export = Path(folder) / "export.jsonl"
        with export.open("w", encoding="utf-8", newline="\n") as out:
            write_jsonl(tuple(record.extractions()), record.reconciliation(), out)
        command = [
            sys.executable,
            str(SHARED / "tools" / "score.py"),
            str(SHARED / "dev" / "gold"),
            str(export),
            "--json",
        ]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if not done.stdout.strip():
        return Result({}, (f"the scoring tool failed: {done.stderr.strip()[-200:]}",))
    told = json.loads(done.stdout)
    faults = [refusal.message for refusal in tally.refusals]
    faults.extend(f"{name}: the article is not in the export" for name in told["absent_articles"])
    if told["broken_citations"]:
        faults.append(f"{told['broken_citations']} citations of the export do not hold")
    figures = {
        kind: Figures(row["gold"], row["export"], row["precision"], row["recall"], row["found_f1"], row["strict_f1"])
        for kind, row in told.items()
        if kind in KINDS
    }
    return Result(figures, tuple(faults))


def show(name: str, result: Result, floors: Mapping[str, float]) -> bool:
    """Print the table and what is wrong; True when all is well."""
    header = f"{'kind':<13}{'expected':>9}{'read':>7}{'precision':>11}{'recall':>8}{'found F1':>10}{'strict F1':>11}"
    print(f"\n{name}\n{header}{'floor':>8}")
    low = []
    for kind, row in result.figures.items():
        floor = floors.get(kind)
        line = f"{kind:<13}{row.expected:>9}{row.read:>7}{row.precision:>11.3f}{row.recall:>8.3f}"
        line += f"{row.found_f1:>10.3f}{row.strict_f1:>11.3f}{'-' if floor is None else format(floor, '.2f'):>8}"
        if floor is not None and row.strict_f1 < floor:
            low.append(kind)
            line += "  below"
        print(line)
    if result.figures:
        mean = sum(row.strict_f1 for row in result.figures.values()) / len(result.figures)
        print(f"{'mean':<13}{mean:>56.3f}")
    for fault in result.faults:
        print(f"{name}: {fault}")
    if low:
        print(f"{name}: below the floor: {', '.join(low)}")
    return not low and not result.faults


def pin(results: Mapping[str, Result], floors: Mapping[str, Mapping[str, float]]) -> None:
    """Write the figures, less a margin, as the new floors; sets that were not measured keep theirs."""
    lines = ["# Lowest strict F1 of each kind that the quality gate lets pass; written by its --pin."]
    for name in sorted({*floors, *results}):
        pinned = floors.get(name, {})
        if name in results:
            rows = results[name].figures
            pinned = {
                kind: max(0.0, math.floor((row.strict_f1 - PIN_MARGIN) * 100) / 100) for kind, row in rows.items()
            }
        lines.append(f"\n[{name}]")
        lines.extend(f"{kind} = {floor:.2f}" for kind, floor in pinned.items())
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Iterable[str] | None = None) -> int:
    """Measure, show, and compare; 1 when something is below its floor or does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="write new floors from what is measured now")
    parser.add_argument("--by-language", action="store_true", help="show the golden articles of each language, too")
    chosen = parser.parse_args(None if arguments is None else list(arguments))
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    results = {"golden": measure_golden()}
    if (SHARED / "dev" / "articles").is_dir():
        results["dev"] = measure_development()
    if chosen.pin:
        pin(results, floors)
        floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    well = [show(name, result, floors.get(name, {})) for name, result in results.items()]
    if "dev" not in results:
        print("\nThere is no folder ../shared: the development articles were skipped.")
    if chosen.by_language:
        for language in available_languages():
            show(f"golden, {language}", measure_golden(language), {})
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
