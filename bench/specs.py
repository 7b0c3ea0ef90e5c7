"""Runs the readers over the public specifications of date, duration, set, number and currency recognition.

Prints how many cases pass, a file and a language, and which classes of cases are out of scope and why. A case is left
out by its class only, never one by one. Not a test: the targets are checked by whoever reads the table (``--targets``
makes the exit status say so).

Source of the cases: Microsoft Recognizers-Text, ``Specs`` (MIT licence); not part of this repository.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if __package__ in (None, ""):
    sys.path.insert(0, str(ROOT))

from bench.spec_cases import Case, Outcome, judge, read_cases  # noqa: E402
from bench.spec_scope import out_of_scope  # noqa: E402

DATA = ROOT.parent / "shared" / "data" / "recognizers_specs"
TARGETS = {"Arabic": 0.90, "English": 0.93, "French": 0.93}
FILES = (
    "DateTime/{}/DateParser.json",
    "DateTime/{}/DatePeriodParser.json",
    "DateTime/{}/DurationParser.json",
    "DateTime/{}/SetParser.json",
    "Number/{}/NumberModel.json",
    "NumberWithUnit/{}/CurrencyModel.json",
)
# The assistant as a whole, with its tasks and commands: printed beside, in no target.
WHOLE_MODEL = "DateTime/{}/DateTimeModel.json"


@dataclass(slots=True)
class Tally:
    """Counts of one file."""

    passed: int = 0
    judged: int = 0
    by_place: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        """Add another file's counts."""
        self.passed += other.passed
        self.judged += other.judged
        self.by_place += other.by_place
        self.left_out.update(other.left_out)

    @property
    def rate(self) -> float:
        """Share of the judged cases that pass."""
        return self.passed / self.judged if self.judged else 0.0


def run_file(path: Path, language: str, failures: list[tuple[Case, Outcome]], with_unsupported: bool = False) -> Tally:
    """Judge every case of one file."""
    tally = Tally()
    for case in read_cases(path, language):
        reason = out_of_scope(case, with_unsupported)
        if reason:
            tally.left_out[reason] += 1
            continue
        outcome = judge(case)
        tally.judged += 1
        tally.by_place += case.unresolved
        tally.passed += outcome.passed
        if not outcome.passed:
            failures.append((case, outcome))
    return tally


def show(language: str, tallies: Mapping[str, Tally]) -> Tally:
    """Print one language's table."""
    whole = Tally()
    print(f"\n{language}")
    print(f"  {'file':<34}{'passed':>8}{'judged':>8}{'rate':>8}{'left out':>10}")
    for name, tally in tallies.items():
        whole.add(tally)
        left = sum(tally.left_out.values())
        print(f"  {name:<34}{tally.passed:>8}{tally.judged:>8}{tally.rate:>8.3f}{left:>10}")
    left = sum(whole.left_out.values())
    print(
        f"  {'all':<34}{whole.passed:>8}{whole.judged:>8}{whole.rate:>8.3f}{left:>10}   target {TARGETS[language]:.2f}"
    )
    if whole.by_place:
        print(
            f"    {whole.by_place:>5} judged by their place alone: the suite says that it has not verified their values"
        )
    for reason, count in whole.left_out.most_common():
        print(f"    {count:>5} left out: {reason}")
    return whole


def existing(data: Path, language: str) -> Iterator[Path]:
    """The specification files of one language that are there."""
    for name in FILES:
        path = data / name.format(language)
        if path.is_file():
            yield path


def main(arguments: list[str] | None = None) -> int:
    """Run and print; 1 when a target is missed and ``--targets`` asks for them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the specifications")
    parser.add_argument("--language", choices=tuple(TARGETS), action="append", help="only this language")
    parser.add_argument("--failures", metavar="FILE", help="list the failing cases of one file, or 'all'")
    parser.add_argument("--unsupported", action="store_true", help="judge also what the suite itself marks as failing")
    parser.add_argument("--targets", action="store_true", help="exit with 1 when a language misses its target")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"skipped: there are no specifications in {options.data}")
        return 0
    missed = False
    for language in options.language or TARGETS:
        failures: list[tuple[Case, Outcome]] = []
        tallies = {
            path.stem: run_file(path, language, failures, options.unsupported)
            for path in existing(options.data, language)
        }
        whole = show(language, tallies)
        beside = options.data / WHOLE_MODEL.format(language)
        if beside.is_file():
            tally = run_file(beside, language, failures)
            print(f"  beside the target, {beside.stem}: {tally.passed} of {tally.judged} judged, rate {tally.rate:.3f}")
        missed = missed or whole.rate < TARGETS[language]
        _list_failures(failures, options.failures)
    return int(options.targets and missed)


def _list_failures(failures: list[tuple[Case, Outcome]], wanted: str | None) -> None:
    for case, outcome in failures if wanted else ():
        if wanted in (case.file, "all"):
            expected: Any = [(result["Text"], outcome.expected) for result in case.results]
            print(f"    {case.file}: {case.text!r} ({case.reference}) expected {expected} found {outcome.found}")


if __name__ == "__main__":
    raise SystemExit(main())
