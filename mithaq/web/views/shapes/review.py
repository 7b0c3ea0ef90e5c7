"""What a person should look at, and what was decided."""

from dataclasses import dataclass
from typing import Any

from mithaq.web.views.shapes.articles import ClaimView
from mithaq.web.views.shapes.common import Citation, Page


@dataclass(frozen=True, slots=True)
class JudgementView:
    """Who decided what, when and why; ``in_force`` is false for what was taken back or decided otherwise later.

    ``left_aside``: why a correction cannot be used; its ``value`` is then the JSON that was kept, as a text.
    """

    about: tuple[str, ...]
    verdict: str
    who: str
    when: str
    why: str
    revoked: bool
    slot: str | None
    value: Any
    in_force: bool
    citations: tuple[Citation, ...]
    left_aside: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One question to a person. ``question``: disagreement, pair, doubt, claim. ``pair`` asks whether two claims, joined
    by the program, are the same. ``weight`` orders the queue, greatest first."""

    id: str
    question: str
    about: str
    reason: str
    weight: float
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The queue of what is undecided, and what was decided, latest first. The two never mix."""

    queue: Page[ReviewItem]
    judged: Page[JudgementView]
