"""Measures comparing names across scripts on 400 pairs: 200 of one person, 200 of two, half of them hard.

python -m bench.names [--wrong]
"""

import argparse
from collections import Counter
from pathlib import Path

from mithaq.reconcile.name_forms import compare_names

PAIRS = Path(__file__).with_name("name_pairs.tsv")


def main() -> None:
    """Print precision and recall, over all pairs and over the hard ones."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--wrong", action="store_true", help="list the pairs judged wrongly")
    show_wrong = options.parse_args().wrong
    counts: dict[str, Counter[tuple[bool, bool]]] = {"all": Counter(), "hard": Counter()}
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        truth, sort, first, second = line.split("\t")
        compared = compare_names(first, second)
        outcome = (truth == "same", compared.same)
        counts["all"][outcome] += 1
        if sort == "hard":
            counts["hard"][outcome] += 1
        if show_wrong and outcome[0] != outcome[1]:
            print(f"{truth:<10}{sort:<6}{first} | {second}: {compared.reason}")
    for sort, counted in counts.items():
        right, missed, wrong = counted[True, True], counted[True, False], counted[False, True]
        precision = right / (right + wrong) if right + wrong else 0.0
        print(
            f"{sort:<5} pairs {sum(counted.values()):>4}  precision {precision:.3f}  recall {right / (right + missed):.3f}"
        )


if __name__ == "__main__":
    main()
