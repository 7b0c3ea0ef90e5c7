"""Measures people and organisations in English on WikiGold and the English part of Universal NER (PUD).

    python -m bench.english_names [--data DIRECTORY] [--errors]

Exact spans by character; countries, other places and miscellaneous names are left out. There is no floor: both sets are
encyclopedic or mixed prose, which the readers are not made for. A set that is absent is skipped with a reason.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.scoring import Score
from mithaq.annotate.names import read_names

SETS = {"wikigold": "wikigold/wikigold_en.conllu", "en_pud": "en_pud_ner/en_pud-ud-test.iob2"}
KINDS = {"PER": "person", "ORG": "organisation"}
_DEFAULT = Path(__file__).parents[2] / "shared" / "data"
_NO_SPACE_BEFORE = frozenset((",", ".", ";", ":", "!", "?", ")", "]", "'s", "’s", "%", "n't", "'", "”"))
_NO_SPACE_AFTER = frozenset(("(", "[", "$", "“", "#"))

Name = tuple[int, int, str]
"""Start, end and kind of a name."""


@dataclass
class Passage:
    """Sentences that belong together: their text and the names that are marked in it."""

    text: str = ""
    names: set[Name] = field(default_factory=set)

    def add(self, words: list[tuple[str, str]]) -> None:
        """One more sentence, written with the usual spaces; ``words`` come with their IOB2 labels."""
        if self.text:
            self.text += "\n"
        begun: tuple[int, str] | None = None
        before = ""
        for place, (word, label) in enumerate((*words, ("", "O"))):
            if begun and not label.startswith("I-"):
                self.names.add((begun[0], len(self.text), begun[1]))
                begun = None
            if place and word and word not in _NO_SPACE_BEFORE and before not in _NO_SPACE_AFTER:
                self.text += " "
            if label.startswith("B-") and label[2:] in KINDS:
                begun = (len(self.text), KINDS[label[2:]])
            self.text += word
            before = word


def passages(path: Path) -> Iterator[Passage]:
    """The documents of a file in IOB2, whichever way it marks where one begins."""
    passage, words = Passage(), list[tuple[str, str]]()
    for line in (*path.read_text(encoding="utf-8").splitlines(), "", "# newdoc"):
        columns = line.split("\t")
        begins = line.startswith("# newdoc") or columns[1:2] == ["-DOCSTART-"]
        if begins and passage.text:
            yield passage
            passage = Passage()
        if line.startswith("#") or begins:
            continue
        if line.strip():
            words.append((columns[1], columns[2]))
        elif words:
            passage.add(words)
            words = []


def measure(path: Path, show_errors: bool) -> dict[str, Score]:
    """A score for each kind of name."""
    scores = {kind: Score() for kind in KINDS.values()}
    for passage in passages(path):
        read = {
            (one.span.start, one.span.end, one.kind) for one in read_names(passage.text, "en") if one.kind in scores
        }
        for kind in scores:
            expected = {name for name in passage.names if name[2] == kind}
            own = {name for name in read if name[2] == kind}
            right = len(expected & own)
            scores[kind] += Score(len(expected), len(own), right, right)
        if show_errors:
            for start, end, kind in sorted(passage.names ^ read):
                print(
                    "missed" if (start, end, kind) in passage.names else "extra ",
                    kind,
                    passage.text[start:end],
                    sep="\t",
                )
    return scores


def main() -> None:
    """Print precision, recall and F1 for each set and kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=_DEFAULT, help="the directory that holds the sets")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was read in vain")
    options = parser.parse_args()
    for name, file in SETS.items():
        path = options.data / file
        if not path.is_file():
            print(f"{name:<9} skipped: {path} is absent")
            continue
        for kind, score in measure(path, options.errors).items():
            print(
                f"{name:<9} {kind:<13} expected {score.expected:>5}  read {score.read:>5}  precision {score.precision:.3f}"
                f"  recall {score.recall:.3f}  F1 {score.found_f1:.3f}"
            )


if __name__ == "__main__":
    main()
