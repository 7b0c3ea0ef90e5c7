"""How many real commitments are recognised, and how many sentences of general news are taken for one.

usage: python bench/commitments.py [DATA] [--sample N] [--missed]

DATA (default ../shared/data beside the repository) holds ``g20_commitments.csv`` (column ``text``; each row is read as a
communique of its own) and ``ntrex/`` (general news, one sentence a line, each read alone). Not for the record's scores.
Exit status 1 when a floor is missed; parts whose data is absent are skipped and say so.
"""

import argparse
import csv
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Claim
from mithaq.text.prepare import prepare

ROOT = Path(__file__).resolve().parents[1]
FLOOR, CEILING = 0.93, 0.06
TITLE = "G20 Leaders' Communiqué"
NEWS = (("ar", "newstest2019-ref.arb.txt"), ("en", "newstest2019-src.eng.txt"), ("fr", "newstest2019-ref.fra.txt"))
SEED = 20


def commitments_of(text: str, language: str, title: str | None) -> list[Claim]:
    """What is read as a commitment in one sentence."""
    article = Article("sentence", "sentence.txt", None, language, None, None, title, text)
    extraction = claim_reader(language).read(annotate(prepare(article, load_pack(language))))
    return [claim for claim in extraction.claims if claim.kind == "commitment"]


def measure_commitments(path: Path, *, missed: bool) -> float:
    """The share of the table's rows in which a commitment is read."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    absent = [text for text in texts if not commitments_of(text, "en", TITLE)]
    share = 1 - len(absent) / len(texts)
    print(f"g20 commitments recognised: {len(texts) - len(absent)} of {len(texts)} ({share:.1%}); floor {FLOOR:.0%}")
    for text in absent if missed else ():
        print(f"  not recognised: {text[:200]}")
    return share


def measure_news(path: Path, language: str) -> tuple[float, list[tuple[str, str, str]]]:
    """The share of sentences with a commitment, and those sentences with the words that were read as one."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    taken = [(language, line, claims[0].text) for line in lines if (claims := commitments_of(line, language, None))]
    share = len(taken) / len(lines)
    print(
        f"{language} news sentences taken for commitments: {len(taken)} of {len(lines)} ({share:.1%}); ceiling {CEILING:.0%}"
    )
    return share, taken


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measurements; 1 when a floor or ceiling is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--sample", type=int, default=50, help="how many news sentences to print for reading")
    parser.add_argument("--missed", action="store_true", help="print the commitments that were not recognised")
    options = parser.parse_args(arguments)
    passed = True
    table = options.data / "g20_commitments.csv"
    if table.is_file():
        passed = measure_commitments(table, missed=options.missed) >= FLOOR
    else:
        print(f"skipped: {table} is absent")
    taken: list[tuple[str, str, str]] = []
    for language, name in NEWS:
        path = options.data / "ntrex" / name
        if not path.is_file():
            print(f"skipped: {path} is absent")
            continue
        share, found = measure_news(path, language)
        taken.extend(found)
        passed = passed and share <= CEILING
    for language, line, words in random.Random(SEED).sample(taken, min(options.sample, len(taken))):
        print(f"  {language} [{words}] in: {line}")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
