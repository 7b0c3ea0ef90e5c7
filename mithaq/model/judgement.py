"""What a person decided about a claim or a pair of claims. It never overwrites a claim."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "reject", "correct", "same", "different"]
VERDICTS: tuple[Verdict, ...] = ("accept", "reject", "correct", "same", "different")
PAIRWISE: frozenset[Verdict] = frozenset(("same", "different"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a judged claim stood, so that the judgement finds it again when the article is read otherwise."""

    claim: str
    article: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """``about`` holds one claim id (accept, reject, correct) or two (same, different); ``when`` is an ISO 8601 time.

    A correction names the ``slot`` and its right ``value`` as JSON. A judgement is taken back by another one that is
    equal in ``about``, ``verdict`` and ``slot``, and ``revoked``: none is ever deleted.
    """

    about: tuple[str, ...]
    verdict: Verdict
    who: str
    when: str
    why: str
    revoked: bool = False
    slot: str | None = None
    value: str | None = None
    anchors: tuple[Anchor, ...] = ()
