"""What is handed in at the desk: files, texts and pages, each with the source under which it is kept. Not for reading.

A source ties the versions of one article together. So a name that came before is a new version only of what has its
words; any other text under that name is another article.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from mithaq.annotate.date_line import with_date_line
from mithaq.model.article import Article
from mithaq.pipeline import Paper
from mithaq.record import Record
from mithaq.record.search_words import search_words
from mithaq.sources import ReadOptions, read_content

_LONGEST_NAME = 120
_UNSAFE = re.compile(r"[^\w.() -]+")
_WORDS_IN_A_ROW = 4
# Share of the shorter text's runs of words that a changed version shares with the one before: between reports of one
# event in other words, at 0.25 and below, and printings of one text, at 0.40 and above (as for copies).
_SAME_ARTICLE = 0.33


@dataclass(frozen=True, slots=True)
class Handed:
    """One file as it came. ``address`` is where it was fetched from, if it was."""

    name: str
    content: bytes
    address: str | None = None


def safe_name(name: str) -> str:
    """The last part of a file's name without what could lead elsewhere or hide it."""
    last = re.split(r"[/\\]", name)[-1]
    kept = _UNSAFE.sub("_", last).strip(" .") or "file.txt"
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if dot else kept[:_LONGEST_NAME]


def pasted_name(text: str) -> str:
    """The name of a text that has none: the same text has the same."""
    return f"pasted-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:12]}.txt"


def papers_of(record: Record, handed: Sequence[Handed], options: ReadOptions) -> list[Paper]:
    """What was handed in together, ready to be read into ``record``; no two different texts get one source."""
    taken: set[str] = set()
    papers = []
    for one in handed:
        name = safe_name(one.name)
        read = partial(_read, one, name, options, partial(_source, record, taken))
        papers.append(Paper(Path(name), one.address or f"handed in/{name}", read))
    return papers


def _read(one: Handed, name: str, options: ReadOptions, choose: Callable[[Article, str], str]) -> Article:
    """The article; one that tells its own source, or was fetched, has that."""
    found = read_content(name, one.content, one.address or name, options)
    return found if found.source != name else replace(found, source=choose(with_date_line(found), name))


def _source(record: Record, taken: set[str], article: Article, name: str) -> str:
    """The source that holds this very article, or an earlier version of it; else one that holds nothing."""
    held = record.glance.article(article.id)
    if held is not None and record.holds(article.id):
        taken.add(held[0].source)
        return held[0].source
    path = Path(name)
    for number in count(1):
        source = f"handed in/{name}" if number == 1 else f"handed in/{path.stem} ({number}){path.suffix}"
        if source not in taken:
            versions = record.versions(source)
            if not versions or any(_are_versions(known, article) for known in versions):
                taken.add(source)
                return source
    raise AssertionError("numbers do not end")


def _are_versions(known: Article, article: Article) -> bool:
    """Are these two texts of one article? Never of two outlets, which may print the same text."""
    if known.outlet and article.outlet and known.outlet != article.outlet:
        return False
    first, second = _runs(known.text), _runs(article.text)
    return len(first & second) >= _SAME_ARTICLE * min(len(first), len(second))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.form for word in search_words(text)]
    runs = range(max(1, len(words) - _WORDS_IN_A_ROW + 1))
    return frozenset(tuple(words[start : start + _WORDS_IN_A_ROW]) for start in runs)
