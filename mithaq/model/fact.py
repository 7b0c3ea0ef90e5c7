"""What the claims of several articles amount to: facts, disagreements, follow-ups. Each says why."""

from dataclasses import dataclass
from typing import Literal

DisagreementReason = Literal["contradiction", "precision", "change", "cut_off", "unit", "translation"]
LinkRole = Literal["supports", "contradicts"]
FollowUpStatus = Literal["fulfilled", "partly", "not_yet_due", "overdue", "insufficient_evidence"]


@dataclass(frozen=True, slots=True)
class Link:
    """Why a claim belongs to a fact: named features that were compared, and a sentence for the reader."""

    claim: str
    role: LinkRole
    features: tuple[tuple[str, str], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims of one slot brought together. ``slots`` are sorted pairs of slot and JSON-ready value.

    ``links`` tell for each claim why it supports or contradicts.
    """

    id: str
    kind: str
    slots: tuple[tuple[str, object], ...]
    supported_by: tuple[str, ...]
    contradicted_by: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One value that some claims give."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values of one slot that cannot all hold. ``about`` is a readable key, ``explanation`` a sentence."""

    about: str
    reason: DisagreementReason
    sides: tuple[Side, ...]
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What became of a commitment. ``score`` is -1, 0, +1 or None when the evidence is insufficient."""

    commitment: str
    score: int | None
    status: FollowUpStatus
    evidence: tuple[str, ...]
    reason: str
