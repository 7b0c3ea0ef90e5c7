"""A large record made of few articles: copies of the samples and golden articles with other years, days and names.

Usage: python -m bench.desk_record RECORD [--articles 20000]. Nothing is read twice: what was read once is carried over,
with every place moved along. Not for quality: the copies say nothing new.
"""

import argparse
import re
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from mithaq.languages import available_languages
from mithaq.model.annotation import Annotation
from mithaq.model.claim import Claim
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.plain import content_from_plain, to_plain, value_from_plain
from mithaq.model.span import Span
from mithaq.model.values import DateValue, Value
from mithaq.pipeline import read_article
from mithaq.reconcile import reconcile
from mithaq.record import Record
from mithaq.sources import ReadOptions, find_files, read_file

ROOT = Path(__file__).parents[1]
PLACES = (ROOT / "mithaq" / "samples", ROOT / "tests" / "golden" / "articles")
SWAPPED = ("person", "place", "organisation", "country")
OUTLETS = tuple(f"Outlet {number} (invented)" for number in range(1, 41))
YEARS = tuple(range(-12, 9))
READ_AT = "2026-01-01T00:00:00+00:00"
# Articles that are reconciled together: a record of this size is what one follows at a time.
TOGETHER = 250
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Pool = Mapping[tuple[str, str], Sequence[Annotation]]


def read_originals() -> list[Extraction]:
    """The articles everything is made of, read once."""
    options = ReadOptions(available_languages())
    return [read_article(read_file(path, options)) for path in find_files(PLACES)]


def pool_of(originals: Sequence[Extraction]) -> Pool:
    """Names by language and kind, each once."""
    found: dict[tuple[str, str], dict[Value, Annotation]] = defaultdict(dict)
    for extraction in originals:
        for annotation in extraction.annotations:
            if annotation.kind in SWAPPED:
                found[extraction.article.language, annotation.kind].setdefault(annotation.value, annotation)
    return {key: tuple(values.values()) for key, values in found.items()}


class Variant:
    """One copy of an article: other years, another day of publication, other names."""

    def __init__(self, original: Extraction, number: int, pool: Pool) -> None:
        self._original = original
        self._random = Random(number)
        self._number = number
        self._years = YEARS[number % len(YEARS)]
        self._days = self._random.randrange(-150, 150)
        self._pool = pool
        self._moved: list[tuple[int, int, int, int]] = []
        self._words: dict[str, str] = {}

    def make(self) -> Extraction:
        """The copy, whole."""
        article = self._original.article
        text = self._swap(self._chosen())
        published = date.fromisoformat(article.published or "2022-01-01")
        day = published.replace(year=published.year + self._years, day=min(published.day, 28)) + timedelta(self._days)
        name = f"{Path(article.file).stem}-{self._number:05d}.txt"
        made = replace(
            article, source=f"bench/{name}", file=name, outlet=self._random.choice(OUTLETS), text=text,
            published=day.isoformat(), title=self._year(article.title or ""),
        )  # fmt: skip
        annotations = tuple(self._annotation(annotation, text) for annotation in self._original.annotations)
        return Extraction(made, annotations, self._claims(made.id, text), (), ())

    def _chosen(self) -> dict[Value, Annotation]:
        """For every second name another of its kind."""
        language, chosen = self._original.article.language, {}
        for annotation in self._original.annotations:
            if annotation.kind in SWAPPED and annotation.value not in chosen:
                others = self._pool[language, annotation.kind]
                other = self._random.choice(others) if self._random.random() < 0.5 else annotation
                chosen[annotation.value] = other
                for key in ("name", "iso"):
                    if hasattr(annotation.value, key):
                        self._words[getattr(annotation.value, key)] = getattr(other.value, key)
        return chosen

    def _swap(self, chosen: Mapping[Value, Annotation]) -> str:
        text, pieces, end, length = self._original.article.text, [], 0, 0
        for annotation in self._original.annotations:
            other = chosen.get(annotation.value)
            if other is None or other.value == annotation.value or annotation.span.start < end:
                continue
            span = annotation.span
            pieces += [self._year(text[end : span.start]), other.text]
            start = length + span.start - end
            length = start + len(other.text)
            self._moved.append((span.start, span.end, start, length))
            end = span.end
        return "".join((*pieces, self._year(text[end:])))

    def _year(self, text: str) -> str:
        return _YEAR.sub(lambda found: str(int(found.group()) + self._years), text)

    def _span(self, span: Span) -> Span:
        return Span(self._place(span.start, 0), self._place(span.end, 1))

    def _place(self, place: int, side: int) -> int:
        shift = 0
        for start, end, new_start, new_end in self._moved:
            if place <= start:
                break
            if place < end:
                return new_end if side else new_start
            shift = new_end - end
        return place + shift

    def _annotation(self, annotation: Annotation, text: str) -> Annotation:
        span = self._span(annotation.span)
        plain = self._plain(to_plain(annotation.value), dates=isinstance(annotation.value, DateValue))
        value = value_from_plain(annotation.kind, plain)
        return replace(annotation, span=span, text=span.of(text), value=value)

    def _claims(self, article_id: str, text: str) -> tuple[Claim, ...]:
        made, renamed = [], {}
        for claim in sorted(self._original.claims, key=lambda claim: claim.kind != "statement"):
            span = self._span(claim.span)
            plain = self._plain(to_plain(claim.content), dates=True)
            if isinstance(plain.get("content"), list):
                inner = self._span(Span(*plain["content"]))
                plain["content"] = [inner.start, inner.end]
            new = replace(
                claim, article_id=article_id, span=span, text=span.of(text), content=content_from_plain(claim.kind, plain),
                slot_spans=tuple((slot, self._span(place)) for slot, place in claim.slot_spans),
                within=renamed.get(claim.within or ""),
            )  # fmt: skip
            renamed[claim.id] = new.id
            made.append(new)
        return tuple(sorted(made, key=lambda claim: (claim.span, claim.kind)))

    def _plain(self, thing: Any, *, dates: bool) -> Any:
        if isinstance(thing, dict):
            return {key: self._plain(part, dates=dates) for key, part in thing.items()}
        if isinstance(thing, list):
            return [self._plain(part, dates=dates) for part in thing]
        if isinstance(thing, str):
            return self._words.get(thing) or (self._year(thing) if dates else thing)
        return thing


def make_record(path: Path, count: int) -> None:
    """Write ``count`` articles, and what each few hundred of one time amount to, into a new record."""
    originals = read_originals()
    pool = pool_of(originals)
    variants = [Variant(originals[number % len(originals)], number, pool) for number in range(count)]
    # Those of one year lie together, as they would be reconciled together.
    ordered = sorted(range(count), key=lambda number: (number // len(originals) % len(YEARS), number))
    facts, disagreements, follow_ups = [], [], []
    with Record.open(path) as record:
        for first in range(0, count, TOGETHER):
            made = [variants[number].make() for number in ordered[first : first + TOGETHER]]
            record.add_many(made, READ_AT)
            concluded = reconcile(made)
            facts.extend(concluded.facts)
            disagreements.extend(concluded.disagreements)
            follow_ups.extend(concluded.follow_ups)
        record.save(Reconciliation(tuple(facts), tuple(disagreements), tuple(follow_ups)))


def main() -> None:
    """Make the record and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--articles", type=int, default=20_000)
    asked = parser.parse_args()
    started = time.perf_counter()
    make_record(asked.record, asked.articles)
    size = asked.record.stat().st_size / 1_000_000
    print(f"{asked.articles} articles, {size:.0f} MB, made in {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
