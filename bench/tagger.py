"""Measures the Arabic name tagger: entity F1 on a held-out sixth of ANERcorp's training part, learning curve, speed.

``PYTHONPATH=. python -m bench.tagger``: trains anew without the held-out sixth, so it needs python-crfsuite and the
corpora in ``../shared/data``; without one of them it says so and measures only the shipped weights' size and speed. The
score is exact: a name counts when its first and last word of the corpus and its sort are right. The corpora's
miscellaneous names are dropped on both sides. Not for the names that the whole program finds: bench/quality_gate.py.
"""

import argparse
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mithaq.annotate.tagger import ArabicTagger
from mithaq.annotate.tagger_features import CatalogueFlags
from mithaq.annotate.tagger_model import WEIGHTS_FILE, TaggerModel
from mithaq.annotate.tagger_words import WORDS_FILE, WordTable
from mithaq.languages import load_pack
from mithaq.text.tokens import Token, tokenize

if TYPE_CHECKING:
    from scripts.train_tagger import Name, Sentence

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "mithaq" / "samples").glob("ar-*.txt"))
SORTS = ("person", "place", "organisation")
PARTS = 6
BLOCK = 20
"""Sentences tagged together: ANERcorp does not say where its articles end."""
SHARES = (8, 4, 2, 1)
REPEATS = 3


@dataclass(slots=True)
class Tally:
    """Names expected, read, and right."""

    expected: int = 0
    read: int = 0
    right: int = 0

    def count(self, expected: "Iterable[Name]", read: "Iterable[Name]") -> None:
        """Add the names of one sentence."""
        wanted, found = set(expected), set(read)
        self.expected += len(wanted)
        self.read += len(found)
        self.right += len(wanted & found)

    def __str__(self) -> str:
        precision = self.right / self.read if self.read else 0.0
        recall = self.right / self.expected if self.expected else 0.0
        return f"F1 {self.f1:.3f} (precision {precision:.3f}, recall {recall:.3f}, {self.expected} names)"

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.expected + self.read
        return 2 * self.right / total if total else 0.0


def missing_inputs() -> str:
    """Why nothing can be trained; empty when something can."""
    if find_spec("pycrfsuite") is None:
        return "python-crfsuite is not installed"
    from scripts.train_tagger import ANERCORP

    return "" if ANERCORP.is_file() else f"{ANERCORP} is not there"


def read_tags(tagger: ArabicTagger, block: "Sequence[Sentence]") -> "list[set[Name]]":
    """The names that a tagger finds in sentences that stand together, in words of the corpus."""
    text = "\n".join(sentence.text for sentence in block)
    found: list[set[Name]] = []
    owners: list[tuple[int, int, int, int]] = []
    tokens = []
    start = 0
    for number, sentence in enumerate(block):
        found.append(set())
        shifted = [Token(token.start + start, token.end + start, token.kind, token.form) for token in sentence.tokens]
        owners.extend(
            (token.start, token.end, number, owner) for token, owner in zip(shifted, sentence.owners, strict=True)
        )
        tokens.append(shifted)
        start += len(sentence.text) + 1
    for name in tagger.tag(tokens, text):
        inside = [
            (number, owner) for begin, end, number, owner in owners if begin < name.span.end and end > name.span.start
        ]
        found[inside[0][0]].add((inside[0][1], inside[-1][1] + 1, name.sort))
    return found


def score(tagger: ArabicTagger, sentences: "Sequence[Sentence]") -> dict[str, Tally]:
    """A tally for each sort, and for ``all``."""
    tallies = {sort: Tally() for sort in (*SORTS, "all")}
    for first in range(0, len(sentences), BLOCK):
        block = sentences[first : first + BLOCK]
        for sentence, found in zip(block, read_tags(tagger, block), strict=True):
            tallies["all"].count(sentence.names, found)
            for sort in SORTS:
                wanted = (name for name in sentence.names if name[2] == sort)
                tallies[sort].count(wanted, (name for name in found if name[2] == sort))
    return tallies


def train_tagger(
    sentences: "Sequence[Sentence]", words: WordTable, catalogue: CatalogueFlags | None, algorithm: str = "lbfgs"
) -> ArabicTagger:
    """A tagger trained on some sentences with the settings of the shipped one."""
    from scripts import train_tagger as trainer

    rows = ((trainer.sentence_features(one, words, catalogue), trainer.token_labels(one)) for one in sentences)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights.zip"
        trainer.train(rows, path, algorithm=algorithm)
        return ArabicTagger(TaggerModel.load(path), words, catalogue)


def measure_quality(part: int, brief: bool) -> None:
    """Print the scores on one held-out sixth: without the tables, with them, the other kind, the learning curve."""
    from scripts.train_tagger import ANERCORP, read_corpus

    sentences = read_corpus(ANERCORP)
    first, end = len(sentences) * part // PARTS, len(sentences) * (part + 1) // PARTS
    held_out, training = sentences[first:end], sentences[:first] + sentences[end:]
    print(f"held out: sentences {first} to {end} of {len(sentences)}; trained on the other {len(training)}")
    words, catalogue = WordTable.load(), CatalogueFlags(load_pack("ar"))
    nothing = WordTable([], b"", [])
    if not brief:
        report("no word table, no catalogue", train_tagger(training, nothing, None), held_out)
        report("catalogue only", train_tagger(training, nothing, catalogue), held_out)
        report("word table only", train_tagger(training, words, None), held_out)
        report("averaged perceptron, both", train_tagger(training, words, catalogue, "ap"), held_out)
        for share in SHARES[:-1]:
            some = [training[place] for place in range(0, len(training), share)]
            report(f"1/{share} of the training data", train_tagger(some, words, catalogue), held_out)
    tallies = report("word table and catalogue (as shipped)", train_tagger(training, words, catalogue), held_out)
    for sort in SORTS:
        print(f"    {sort:13} {tallies[sort]}")


def report(heading: str, tagger: ArabicTagger, sentences: "Sequence[Sentence]") -> dict[str, Tally]:
    """Score and print one line."""
    tallies = score(tagger, sentences)
    print(f"{heading:40} {tallies['all']}", flush=True)
    return tallies


def measure_speed() -> None:
    """Print sizes, loading times and words a second of the shipped tagger on one core."""
    size = WEIGHTS_FILE.stat().st_size + WORDS_FILE.stat().st_size
    start = time.perf_counter()
    TaggerModel.load()
    WordTable.load()
    loaded = time.perf_counter()
    catalogue = CatalogueFlags(load_pack("ar"))
    print(f"size {size / 1e6:.2f} MB; weights and word table loaded in {loaded - start:.2f} s")
    documents = [(text, line_tokens(text)) for text in speed_texts()]
    count = sum(token.kind == "word" for _, lines in documents for tokens in lines for token in tokens)
    tagger = ArabicTagger(TaggerModel.load(), WordTable.load(), catalogue)
    print(f"{count / timed(tagger, documents):,.0f} words a second from a cold start ({count} words, one process)")
    best = min(timed(tagger, documents) for _ in range(REPEATS))
    print(f"{count / best:,.0f} words a second once its words were met (best of {REPEATS})")


def speed_texts() -> list[str]:
    """ANERcorp's sentences, one a line, where they are at hand; else the shipped samples."""
    if missing_inputs():
        return [path.read_text(encoding="utf-8") for path in SAMPLES]
    from scripts.train_tagger import ANERCORP, read_corpus

    return ["\n".join(sentence.text for sentence in read_corpus(ANERCORP))]


def line_tokens(text: str) -> list[list[Token]]:
    """The tokens of each line."""
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(tokenize(text, start=start, end=start + len(line)))
        start += len(line)
    return lines


def timed(tagger: ArabicTagger, documents: Sequence[tuple[str, list[list[Token]]]]) -> float:
    """Seconds to tag some texts."""
    start = time.perf_counter()
    for text, sentences in documents:
        tagger.tag(sentences, text)
    return time.perf_counter() - start


def main() -> None:
    """Measure quality where the data are, and speed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--part", type=int, default=PARTS, choices=range(1, PARTS + 1), help="the sixth held out")
    parser.add_argument("--all-parts", action="store_true", help="hold out each sixth in turn; the shipped kind only")
    options = parser.parse_args()
    reason = missing_inputs()
    if reason:
        print(f"quality is not measured: {reason}")
    else:
        for part in range(PARTS) if options.all_parts else (options.part - 1,):
            measure_quality(part, options.all_parts)
    measure_speed()


if __name__ == "__main__":
    main()
