"""One article with everything that was read from it, and two side by side."""

from dataclasses import dataclass
from typing import Any

from mithaq.web.views.shapes.common import ArticleHead, Citation


@dataclass(frozen=True, slots=True)
class LayerSpan:
    """An annotation in place: ``value`` is JSON-ready, ``label`` its shortest readable form (a code, a name)."""

    start: int
    end: int
    kind: str
    label: str
    value: dict[str, Any]
    found_by: str
    confidence: float


@dataclass(frozen=True, slots=True)
class SlotView:
    """A slot of a claim; ``start`` and ``end`` are the words that fill it, where they are known."""

    name: str
    value: Any
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in place, with what ``judged_by`` decided about it. ``verdict`` is the one in force; ``corrected`` its slots.

    ``suggested`` tells the machine's reading from one a person accepted or corrected.
    """

    id: str
    kind: str
    start: int
    end: int
    slots: tuple[SlotView, ...]
    within: str | None
    rule: str
    citation: Citation
    verdict: str | None = None
    corrected: tuple[tuple[str, Any], ...] = ()
    suggested: bool = True
    judged_by: tuple[str, ...] = ()

    def is_at(self, start: int, end: int) -> bool:
        """Do its words, or those of one of its slots, lie at this place?"""
        own = ((slot.start, slot.end) for slot in self.slots if slot.start is not None and slot.end is not None)
        return any(first < end and last > start for first, last in ((self.start, self.end), *own))


@dataclass(frozen=True, slots=True)
class RejectionView:
    """What looked like a claim and was refused, and why (a key of CLAIM_REASONS)."""

    kind: str
    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SharedText:
    """Another article with the same words; ``story`` ones tell the same event in their own words."""

    article: ArticleHead
    relation: str  # "copy" or "story"
    containment: float | None = None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article whole. ``layers`` are its annotations by place; ``direction`` is rtl or ltr."""

    head: ArticleHead
    text: str
    direction: str
    notes: tuple[str, ...]
    skipped: tuple[tuple[int, int], ...]
    layers: tuple[LayerSpan, ...]
    claims: tuple[ClaimView, ...]
    rejections: tuple[RejectionView, ...]
    versions: tuple[ArticleHead, ...]
    related: tuple[SharedText, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two texts."""

    first_start: int
    first_end: int
    second_start: int
    second_end: int


@dataclass(frozen=True, slots=True)
class CompareView:
    """Two articles side by side."""

    first: ArticleHead
    second: ArticleHead
    first_text: str
    second_text: str
    first_direction: str
    second_direction: str
    passages: tuple[Passage, ...]
    shared: float  # share of the shorter text's words that the passages cover, 0 to 1
