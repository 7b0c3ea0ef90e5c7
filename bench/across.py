"""Scores what is concluded across articles against hand-made expectations: conflicts, near misses, promises, dates.

Usage: python bench/across.py DEV [--verbose]; DEV holds articles/, cross_source.json and stories/ (articles/,
cross_source.json). Each story is read and reconciled alone, as its expectations were written.
Not for stories and copies: that is bench/stories.py.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mithaq.languages import available_languages
from mithaq.model.claim import Claim
from mithaq.model.edtf import is_edtf
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.fact import Disagreement, FollowUp
from mithaq.model.span import Span
from mithaq.pipeline import read_article
from mithaq.reconcile import infer_dates, reconcile
from mithaq.sources import ReadOptions, read_file

# From here on a number is hardly repeated for another thing in one article.
DISTINCT = 20
NOT_YET = {"not_yet_due", "overdue"}
_NUMBER = re.compile(r"\d[\d.]*(?:e[+-]?\d+)?")


@dataclass(frozen=True)
class Place:
    """A value that the expectations give, and where an article says it."""

    value: object
    article: str
    span: Span
    qualifier: str | None = None


@dataclass
class Story:
    """A group of articles with what is expected of it and what was concluded."""

    name: str
    expected: dict[str, Any]
    extractions: dict[str, Extraction]
    concluded: Reconciliation = field(default_factory=Reconciliation)
    claims: dict[str, tuple[str, Claim]] = field(default_factory=dict)

    def places(self, values: Sequence[dict[str, Any]]) -> list[Place]:
        """Where the values of an expectation stand in the articles; those that cannot be found are left out."""
        found = []
        for value in values:
            extraction = self.extractions.get(value["article"])
            start = extraction.article.text.find(value["text"]) if extraction else -1
            if start >= 0:
                span = Span(start, start + len(value["text"]))
                found.append(Place(value["value"], value["article"], span, value.get("qualifier")))
        return found


@dataclass
class Score:
    """Counts over all stories."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def add(self, what: str, line: str) -> None:
        self.counts[what] += 1
        self.lines.append(f"{what}: {line}")

    def share(self, part: str, *whole: str) -> str:
        total = sum(self.counts[name] for name in whole)
        return f"{self.counts[part]}/{total} = {self.counts[part] / total:.2f}" if total else "0/0"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    score = Score()
    for story in _stories(options.dev):
        _conclude(story)
        _score_conflicts(story, score)
        _score_promises(story, score)
        _score_dates(story, score)
    if options.verbose:
        print("\n".join(score.lines))
    _print(score)


def _print(score: Score) -> None:
    found = ("found", "missed")
    print(f"conflicts on numbers, dates, places and membership: recall {score.share('found', *found)}")
    print(f"  listed as other than words alone but not comparable: {score.counts['missed, in words']} missed")
    print(f"  precision {score.share('found', 'found', 'wrong')} (wrong: agreements, near misses, not listed)")
    print(f"    of the wrong: {score.counts['wrong, agreement']} agreements, {score.counts['wrong, near miss']} near misses, "
          f"{score.counts['wrong, not listed']} not listed")  # fmt: skip
    print(f"  reason right {score.share('reason right', 'reason right', 'reason wrong')}")
    print(f"near misses called a conflict: {score.share('near miss called', 'near miss called', 'near miss left')}")
    print(f"promises read: {score.share('promise read', 'promise read', 'promise missed')}")
    print(f"  outcome right {score.share('outcome right', 'outcome right', 'outcome wrong')}, "
          f"fulfilled without cause: {score.counts['fulfilled without cause']}")  # fmt: skip
    print(f"dates inferred: {score.share('date right', 'date right', 'date wrong')}")


def _stories(dev: Path) -> Iterator[Story]:
    whole = json.loads((dev / "cross_source.json").read_text(encoding="utf-8"))
    whole["conflicts"] = [*whole["conflicts"], *map(_as_conflict, whole["changes"])]
    yield _read("coalition", whole, dev / "articles")
    for expected in json.loads((dev / "stories" / "cross_source.json").read_text(encoding="utf-8")):
        yield _read(expected["story"], expected, dev / "stories" / "articles")


def _as_conflict(change: dict[str, Any]) -> dict[str, Any]:
    return {"what": change["what"], "kind": "change", "values": [change["from"], change["to"]]}


def _read(name: str, expected: dict[str, Any], folder: Path) -> Story:
    options = ReadOptions(languages=available_languages())
    paths = {article: folder / f"{article}.txt" for article in expected["articles"]}
    return Story(name, expected, {article: read_article(read_file(path, options)) for article, path in paths.items()})


def _conclude(story: Story) -> None:
    """Reconcile with the dates inferred, as the pipeline does."""
    inferred = infer_dates(story.extractions.values())
    for name, extraction in story.extractions.items():
        article = extraction.article
        if article.id in inferred:
            dated = replace(article, published=inferred[article.id], published_basis="inferred")
            story.extractions[name] = replace(extraction, article=dated)
    story.concluded = reconcile(story.extractions.values())
    story.claims = {
        claim.id: (name, claim) for name, extraction in story.extractions.items() for claim in extraction.claims
    }


def _score_conflicts(story: Story, score: Score) -> None:
    listed: set[int] = set()
    found = story.concluded.disagreements
    for conflict in story.expected["conflicts"]:
        places = story.places(conflict["values"])
        hits = [number for number, disagreement in enumerate(found) if _splits(story, disagreement, places)]
        listed.update(hits)
        comparable = sum(_is_comparable(value["value"]) for value in conflict["values"]) > 1
        line = f"{story.name}: {conflict['what']} ({conflict['kind']})"
        if hits:
            reasons = {found[number].reason for number in hits}
            score.add("found", f"{line} as {', '.join(sorted(reasons))}")
            score.add("reason right" if conflict["kind"] in reasons else "reason wrong", line)
        else:
            score.add("missed" if comparable else "missed, in words", line)
    for near in story.expected.get("not_conflicts", ()):
        places = story.places(near["values"])
        hits = [number for number, disagreement in enumerate(found) if _splits(story, disagreement, places)]
        called = [number for number in hits if found[number].reason != "precision" and number not in listed]
        score.add("near miss called" if called else "near miss left", f"{story.name}: {near['what']}")
    for number, disagreement in enumerate(found):
        if number not in listed:
            _score_wrong(story, disagreement, score)


def _score_wrong(story: Story, disagreement: Disagreement, score: Score) -> None:
    """What is told beside the expectations: an agreement or near miss called a conflict, or something not listed."""
    sides = [f"{side.value} {[_words(story, claim) for claim in side.claims[:3]]}" for side in disagreement.sides]
    line = f"{story.name}: {disagreement.about} ({disagreement.reason}) {sides}"
    near = any(
        _splits(story, disagreement, story.places(expected["values"]))
        for expected in story.expected.get("not_conflicts", ())
    )
    agreed = any(_is_agreed(story, disagreement, expected) for expected in story.expected["agreements"])
    kind = "near miss" if near else "agreement" if agreed else "not listed"
    score.add("wrong", line)
    score.counts[f"wrong, {kind}"] += 1


def _words(story: Story, claim_id: str) -> str:
    name, claim = story.claims[claim_id]
    return f"{name}: {claim.text[:60]}"


def _is_agreed(story: Story, disagreement: Disagreement, expected: dict[str, Any]) -> bool:
    """Do two sides come from articles that agree on just this number?"""
    value = expected.get("value")
    if not isinstance(value, int | float):
        return False
    sides = [
        side
        for side in disagreement.sides
        if {story.claims[claim][0] for claim in side.claims} & set(expected["articles"])
    ]
    return len(sides) > 1 and any(_number_of(side.value) == value for side in sides)


def _splits(story: Story, disagreement: Disagreement, places: Sequence[Place]) -> bool:
    """Does the disagreement put two of the values on different sides? One must stand at its place; another may be the
    same number with the same qualifier in a sister article."""
    at_place: dict[int, set[int]] = {}
    by_value: dict[int, set[int]] = {}
    for number, side in enumerate(disagreement.sides):
        for index, place in enumerate(places):
            claims = [story.claims[claim_id] for claim_id in side.claims]
            if any(name == place.article and _gives(claim, side.value, place) for name, claim in claims):
                at_place.setdefault(index, set()).add(number)
            elif place.qualifier and _is_same_number(side.value, place):
                by_value.setdefault(index, set()).add(number)
    either = {index: at_place.get(index, set()) | by_value.get(index, set()) for index in {*at_place, *by_value}}
    return any(
        one != other
        for index in at_place
        for one in at_place[index]
        for another, sides in either.items()
        if another != index
        for other in sides
    )


def _is_same_number(told: str, place: Place) -> bool:
    if not isinstance(place.value, int | float) or abs(place.value) < DISTINCT or _number_of(told) != place.value:
        return False
    words = "".join(letter for letter in told if not letter.isdigit()).strip().replace(" ", "_")
    return (words or "exact") == place.qualifier


def _covers(claim: Claim, place: Place) -> bool:
    return claim.span.overlaps(place.span) or any(span.overlaps(place.span) for _, span in claim.slot_spans)


def _gives(claim: Claim, told: str, place: Place) -> bool:
    """Is the side's value the one expected? A number must be equal, wherever the article repeats it; a date or words
    are taken on the place."""
    if isinstance(place.value, int | float):
        near = _covers(claim, place) or abs(place.value) >= DISTINCT
        return near and _number_of(told) == place.value
    return _covers(claim, place)


def _number_of(told: str) -> float | None:
    found = _NUMBER.search(told)
    try:
        return float(found.group()) if found else None
    except ValueError:
        return None


def _is_comparable(value: object) -> bool:
    if isinstance(value, int | float):
        return True
    if isinstance(value, list):
        return all(_is_comparable(part) or (isinstance(part, str) and len(part) == 2) for part in value)
    return isinstance(value, str) and is_edtf(value)


def _score_promises(story: Story, score: Score) -> None:
    facts = {fact.id: fact for fact in story.concluded.facts}
    for expected in story.expected["follow_ups"]:
        promise = expected["promise"]
        followed = [
            found for found in story.concluded.follow_ups
            if any(_is_promise(story, claim, promise) for claim in facts[found.commitment].supported_by)
        ]  # fmt: skip
        line = f"{story.name}: {promise.get('text') or promise.get('action')} ({expected['outcome']})"
        if not followed:
            score.add("promise missed", line)
            continue
        score.counts["promise read"] += 1
        best = _surest(followed)
        right = best.status == expected["outcome"] or (expected["outcome"] == "not_yet" and best.status in NOT_YET)
        score.add("outcome right" if right else "outcome wrong", f"{line} as {best.status}: {best.reason}")
        if best.status == "fulfilled" and not right:
            score.counts["fulfilled without cause"] += 1


def _surest(followed: Iterable[FollowUp]) -> FollowUp:
    order = ("fulfilled", "partly", "overdue", "not_yet_due", "insufficient_evidence")
    return min(followed, key=lambda found: (order.index(found.status), found.commitment))


def _is_promise(story: Story, claim_id: str, promise: dict[str, Any]) -> bool:
    if claim_id not in story.claims:
        return False
    name, claim = story.claims[claim_id]
    if "text" in promise:
        places = story.places([{"value": None, **promise}])
        return any(name == place.article and _covers(claim, place) for place in places)
    deadline = getattr(claim.content, "deadline", None) or getattr(claim.content, "date", None)
    return name in promise["articles"] and deadline == promise["deadline"]


def _score_dates(story: Story, score: Score) -> None:
    for expected in story.expected.get("inferred_dates", ()):
        article = story.extractions[expected["article"]].article
        right = (article.published or "").rstrip("~") == expected["published"].rstrip("~")
        score.add("date right" if right else "date wrong", f"{expected['article']} {article.published}")


if __name__ == "__main__":
    main()
