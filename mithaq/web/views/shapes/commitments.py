"""One promise whole, and the days by which things were promised."""

from dataclasses import dataclass

from mithaq.web.views.shapes.common import Citation
from mithaq.web.views.shapes.lines import ChangeLine, CommitmentLine, MeetingLine, Telling


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """What was known of a promise from ``day`` (ISO) on."""

    day: str | None
    status: str
    score: int | None
    reason: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """One promise whole. ``tests`` are the five Toronto tests by name, in order."""

    line: CommitmentLine
    tests: tuple[tuple[str, bool], ...]
    reason: str
    tellings: tuple[Telling, ...]
    evidence: tuple[Citation, ...]
    history: tuple[ScorePoint, ...]
    changes: tuple[ChangeLine, ...]
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something was promised (the last day its term can mean)."""

    commitment_id: str
    first: str | None
    day: str
    by: tuple[str, ...]
    action: str
    status: str
    citations: tuple[Citation, ...] = ()
