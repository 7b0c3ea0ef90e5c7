"""Compares what was read from one article with what a careful reader wrote down (tests/golden/README.md).

An item is *found* when it speaks of the same place in the article, and *right* when its value is the reader's too.
Each item answers one expectation at most. Not for whole records: the quality gate adds articles up.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mithaq.model.annotation import Annotation
from mithaq.model.claim import Claim
from mithaq.model.extraction import Extraction
from mithaq.model.plain import to_plain
from mithaq.text.fold import fold

# The kinds that are scored, with the key of the expectations.
KINDS: Mapping[str, str] = {
    "date": "dates", "money": "money", "figure": "figures", "person": "people", "organisation": "organisations",
    "place": "places", "country": "countries", "meeting": "meetings", "membership": "memberships", "funding": "funding",
    "commitment": "commitments", "statement": "statements",
}  # fmt: skip
_LAYERS = frozenset(("date", "money", "figure", "person", "organisation", "place", "country"))
_SHARED_WORDS = 0.6
_SAME_NUMBER = 0.005

Item = Mapping[str, Any]
Test = Callable[[Item, Item], bool]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of items: expected by the reader, read by the program, found, and right in value too."""

    expected: int = 0
    read: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.expected + other.expected, self.read + other.read, self.found + other.found, self.right + other.right
        )

    @property
    def precision(self) -> float:
        """The share of what was read that a reader expects, between 0 and 1."""
        return self.found / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """The share of what a reader expects that was found, between 0 and 1."""
        return self.found / self.expected if self.expected else 0.0

    @property
    def found_f1(self) -> float:
        """Harmonic mean of precision and recall of finding."""
        return _f1(self.found, self)

    @property
    def strict_f1(self) -> float:
        """The same, counting only items whose value is right."""
        return _f1(self.right, self)


def _f1(hits: int, score: Score) -> float:
    total = score.expected + score.read
    return 2 * hits / total if total else 0.0


def score_article(gold: Mapping[str, Any], extraction: Extraction) -> dict[str, Score]:
    """The score of every kind. ``gold`` is one file of expectations, loaded."""
    read = _items(extraction)
    tests = _tests(gold)
    scores = {}
    for kind, key in KINDS.items():
        expected = [{"iso": iso} for iso in sorted(set(gold[key]))] if kind == "country" else gold[key]
        scores[kind] = _score(expected, read[kind], *tests[kind])
    return scores


def broken_citations(extraction: Extraction) -> list[str]:
    """What each annotation or claim that does not open at its own words says of itself."""
    text = extraction.article.text
    items: tuple[Annotation | Claim, ...] = (*extraction.annotations, *extraction.claims)
    return [f"{item.kind}: {item.text[:60]}" for item in items if item.span.of(text) != item.text]


def _items(extraction: Extraction) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {kind: [] for kind in KINDS}
    for annotation in extraction.annotations:
        if annotation.kind in _LAYERS:
            found[annotation.kind].append({**to_plain(annotation.value), "text": annotation.text})
    for claim in extraction.claims:
        if claim.kind in found and claim.kind not in _LAYERS:
            found[claim.kind].append({**to_plain(claim.content), "text": claim.text})
    # Names are expected once an article.
    found["country"] = _once(found["country"], "iso")
    for kind in ("person", "organisation", "place"):
        found[kind] = _once(found[kind], "name")
    return found


def _once(items: Iterable[Item], key: str) -> list[Item]:
    first: dict[str, Item] = {}
    for item in items:
        first.setdefault(" ".join(_words(item[key])), item)
    return list(first.values())


def _score(expected: Sequence[Item], read: Sequence[Item], found: Test, right: Test) -> Score:
    open_items = list(read)
    waiting = []
    for wanted in expected:
        hit = next((item for item in open_items if found(wanted, item) and right(wanted, item)), None)
        if hit is None:
            waiting.append(wanted)
        else:
            open_items.remove(hit)
    all_right = len(expected) - len(waiting)
    all_found = all_right
    for wanted in waiting:
        hit = next((item for item in open_items if found(wanted, item)), None)
        if hit is not None:
            open_items.remove(hit)
            all_found += 1
    return Score(len(expected), len(read), all_found, all_right)


def _tests(gold: Mapping[str, Any]) -> dict[str, tuple[Test, Test]]:
    names = [(name["name"], name["text"]) for key in ("people", "organisations") for name in gold[key]]

    def spoken_by(wanted: Item, item: Item) -> bool:
        if wanted["act"] != item["act"]:
            return False
        speaker = item["speaker"]
        if wanted["speaker_kind"] in ("collective", "document", "anonymous"):
            return bool(speaker["kind"] == wanted["speaker_kind"])
        if same_name(wanted["speaker"], speaker["name"]):
            return True
        forms = (form for name, form in names if same_name(name, wanted["speaker"]))
        return any(same_words(form, speaker["mention"] or speaker["name"]) for form in forms)

    return {
        "date": (_same_place, _equal("edtf")),
        "money": (_same_place, _same_sum),
        "figure": (_same_place, lambda wanted, item: same_number(wanted["value"], item["value"])),
        "person": (_same_place, _always),
        "organisation": (_same_place, _always),
        "place": (_same_place, _always),
        "country": (_equal("iso"), _always),
        "meeting": (_same_meeting, _meeting_is_right),
        "membership": (_same_member_or_place, _membership_is_right),
        "funding": (_same_sum, _funding_is_right),
        "commitment": (_same_place, _equal("deadline")),
        "statement": (_same_place, spoken_by),
    }


def _always(_wanted: Item, _item: Item) -> bool:
    return True


def _equal(key: str) -> Test:
    return lambda wanted, item: (wanted[key] or None) == (item[key] or None)


def _same_place(wanted: Item, item: Item) -> bool:
    return same_words(wanted["text"], item["text"])


def _same_sum(wanted: Item, item: Item) -> bool:
    return same_number(wanted["amount"], item["amount"]) and _equal("currency")(wanted, item)


def _same_city(wanted: Item, item: Item) -> bool:
    if wanted["city"]:
        return same_name(wanted["city"], item["city"])
    return not wanted["country"] or wanted["country"] == item["country"]


def _same_meeting(wanted: Item, item: Item) -> bool:
    named = bool(wanted["city"] or wanted["country"])
    return _same_place(wanted, item) or (named and _same_city(wanted, item) and _equal("date")(wanted, item))


def _meeting_is_right(wanted: Item, item: Item) -> bool:
    return _same_city(wanted, item) and _equal("date")(wanted, item) and _equal("status")(wanted, item)


def _same_member_or_place(wanted: Item, item: Item) -> bool:
    return same_name(wanted["member"], item["member"]) or _same_place(wanted, item)


def _membership_is_right(wanted: Item, item: Item) -> bool:
    return same_name(wanted["member"], item["member"]) and _equal("change")(wanted, item)


def _funding_is_right(wanted: Item, item: Item) -> bool:
    no_donor = not wanted["donor"] and not item["donor"]
    return _equal("stage")(wanted, item) and (no_donor or same_name(wanted["donor"], item["donor"]))


def same_number(first: float | None, second: float | None) -> bool:
    """Do two numbers differ by half a percent at most?"""
    if first is None or second is None:
        return first is second
    return abs(first - second) <= _SAME_NUMBER * max(abs(first), abs(second))


def same_name(first: str | None, second: str | None) -> bool:
    """Is one name the other, or a part of it ("Rome", "the city of Rome")?"""
    one, other = " ".join(_words(first)), " ".join(_words(second))
    return bool(one and other) and (one in other or other in one)


def same_words(first: str | None, second: str | None) -> bool:
    """Do two stretches of one article speak of the same place: one within the other, or most words shared?"""
    if same_name(first, second):
        return True
    one, other = set(_words(first)), set(_words(second))
    return bool(one and other) and len(one & other) >= _SHARED_WORDS * min(len(one), len(other))


def _words(text: str | None) -> list[str]:
    plain = unicodedata.normalize("NFD", fold(text or ""))
    return re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
