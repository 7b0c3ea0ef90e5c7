"""Train the Arabic name tagger on ANERcorp and write the weights that the package ships.

``--also`` adds files in the same format, such as AQMAR's; docs/decisions/tagger.md says why the shipped weights go without.
Needs python-crfsuite, at training time only. The same corpora, word table, language pack and version of python-crfsuite
give the same bytes. Not for the word table: scripts/distil_tagger_words.py makes that.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pycrfsuite

from mithaq.annotate.tagger_features import OFFSETS, CatalogueFlags, context_features, view_word
from mithaq.annotate.tagger_model import LABELS, SCALE, WEIGHTS_FILE, WIDTH, pack_weights
from mithaq.annotate.tagger_words import WordTable
from mithaq.languages import load_pack
from mithaq.text.tokens import Token, tokenize

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
ANERCORP = SHARED / "anercorp" / "train.txt"
SORTS = {"PERS": "person", "PER": "person", "LOC": "place", "ORG": "organisation"}
"""Labels of the corpora; whatever else they mark is no name for us."""
# Chosen by cross-validation over sixths of ANERcorp's training part; see docs/decisions/tagger.md.
ALGORITHM = "lbfgs"
SETTINGS: dict[str, Any] = {"c1": 0.1, "c2": 0.05, "max_iterations": 100}
PERCEPTRON_SETTINGS: dict[str, Any] = {"max_iterations": 20}
OUTSIDE_BIAS = 0.25

Row = tuple[list[list[str]], list[str]]
"""Features and label of each token of a sentence."""
Name = tuple[int, int, str]
"""First word, one past the last word, sort; counted in words of the corpus."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a corpus, its words joined by blanks; ``owners`` gives the corpus word of each token."""

    text: str
    tokens: tuple[Token, ...]
    owners: tuple[int, ...]
    names: frozenset[Name]


def read_corpus(path: Path) -> list[Sentence]:
    """The sentences of a file with one word and its IOB label a line, and blank lines between sentences."""
    sentences = []
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split()
        if columns:
            rows.append((columns[0], columns[-1]))
        elif rows:
            sentences.append(read_sentence(rows))
            rows = []
    return sentences


def read_sentence(rows: Sequence[tuple[str, str]]) -> Sentence:
    """Lay the tokens of ``mithaq.text`` over the words of a corpus."""
    text, ends = "", []
    for word, _ in rows:
        text += f" {word}" if text else word
        ends.append(len(text))
    tokens = tuple(tokenize(text))
    owners, word = [], 0
    for token in tokens:
        while ends[word] <= token.start:
            word += 1
        owners.append(word)
    return Sentence(text, tokens, tuple(owners), frozenset(read_names([label for _, label in rows])))


def read_names(labels: Iterable[str]) -> list[Name]:
    """The names in a row of IOB labels. An inside label that continues nothing begins a name."""
    names: list[tuple[int, int, str]] = []
    previous = ""
    for place, label in enumerate(labels):
        mark, _, kind = label.partition("-")
        if mark == "I" and kind == previous:
            names[-1] = (names[-1][0], place + 1, kind)
        elif mark in ("B", "I"):
            names.append((place, place + 1, kind))
        previous = kind if mark in ("B", "I") else ""
    return [(first, end, SORTS[kind]) for first, end, kind in names if kind in SORTS]


def token_labels(sentence: Sentence) -> list[str]:
    """The label of each token; marks at the edges of a name stay outside."""
    labels = [LABELS[0]] * len(sentence.tokens)
    for first, end, sort in sorted(sentence.names):
        places = [place for place, owner in enumerate(sentence.owners) if first <= owner < end]
        while places and sentence.tokens[places[0]].kind == "mark":
            places.pop(0)
        while places and sentence.tokens[places[-1]].kind == "mark":
            places.pop()
        for number, place in enumerate(places):
            labels[place] = f"{'I' if number else 'B'}-{sort}"
    return labels


def sentence_features(sentence: Sentence, words: WordTable, catalogue: CatalogueFlags | None) -> list[list[str]]:
    """The features of each token, as the tagger itself sees them."""
    views = [view_word(token.form, token.kind, words) for token in sentence.tokens]
    flags = catalogue.flags(sentence.text, sentence.tokens) if catalogue else ()
    rows = []
    for place in range(len(views)):
        features = context_features(views, flags, place)
        for offset in OFFSETS:
            if 0 <= place + offset < len(views):
                features += views[place + offset].features[offset + 2]
        rows.append(features)
    return rows


def train(rows: Iterable[Row], path: Path, bias: float = OUTSIDE_BIAS, algorithm: str = ALGORITHM) -> int:
    """Train on features and labels of sentences and write the weights to ``path``; how many features weigh something.

    ``bias`` is taken off the weight of the outside label, which finds more names; ``algorithm`` is one of python-crfsuite's.
    """
    trainer = pycrfsuite.Trainer(algorithm, verbose=False)
    for features, labels in rows:
        trainer.append(features, labels)
    trainer.set_params(SETTINGS if algorithm == ALGORITHM else PERCEPTRON_SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        trained = str(Path(folder) / "model")
        trainer.train(trained)
        tagger = pycrfsuite.Tagger()
        tagger.open(trained)
        found = tagger.info()
        tagger.close()
    return write_weights(path, found.state_features, found.transitions, bias)


def write_weights(
    path: Path,
    states: dict[tuple[str, str], float],
    transitions: dict[tuple[str, str], float],
    bias: float,
) -> int:
    """Write weights as the tagger reads them: names of features, packed whole numbers, transitions."""
    packed: dict[str, int] = {}
    for (feature, label), weight in states.items():
        packed[feature] = packed.get(feature, 0) + pack_weights({label: round(weight * SCALE)})
    names = sorted(feature for feature, weights in packed.items() if weights)
    table = [[round(transitions.get((before, after), 0.0), 4) for after in LABELS] for before in LABELS]
    members = {
        "features.txt": "\n".join(names).encode(),
        "weights.bin": b"".join(packed[name].to_bytes(WIDTH, "little", signed=True) for name in names),
        "settings.json": json.dumps({"labels": LABELS, "transitions": table, "outside_bias": bias}).encode(),
    }
    with ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED, 9)
    return len(names)


def main() -> None:
    """Read the corpora, train, write, and say what was written."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--anercorp", type=Path, default=ANERCORP, help="the training part of ANERcorp")
    parser.add_argument("--also", type=Path, nargs="*", default=(), help="further files in the same format")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE)
    options = parser.parse_args()
    sentences = [sentence for path in (options.anercorp, *options.also) for sentence in read_corpus(path)]
    words, catalogue = WordTable.load(), CatalogueFlags(load_pack("ar"))
    count = train(((sentence_features(one, words, catalogue), token_labels(one)) for one in sentences), options.out)
    content = options.out.read_bytes()
    print(f"{options.out}: {len(sentences)} sentences, {count} features, {len(content)} bytes")
    print(f"SHA-256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
