"""One line of a list each: a meeting, a promise, a sum, a member, a statement, a change, a telling.

Of lines that claims stand behind, ``slot_citations`` tells where single values were read. ``judged`` is "correct" or
"accept" where ``judged_by`` put right or accepted one of the claims, else empty: read by the program alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mithaq.web.views.shapes.common import Citation


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list. ``id`` is that of its fact; ``date`` EDTF; ``country`` ISO 3166-1; ``hosts`` codes or names."""

    id: str
    body: str | None
    level: str | None
    status: str | None
    city: str | None
    country: str | None
    date: str | None
    sources: int
    printings: int
    languages: tuple[str, ...]
    citations: tuple[Citation, ...]
    slot_citations: Mapping[str, Citation] = field(default_factory=dict)
    judged: str = ""
    judged_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A promise in a list. ``status`` is a status of FollowUp or empty; ``made_on`` the first day it was told.

    ``is_open`` holds as of the day the list was asked for: not kept, not known to be late.
    """

    id: str
    by: tuple[str, ...]
    action: str
    language: str
    beneficiary: str | None
    deadline: str | None
    conditional: bool
    themes: tuple[str, ...]
    status: str
    score: int | None
    made_on: str | None
    bodies: tuple[str, ...]
    languages: tuple[str, ...]
    sources: int
    citations: tuple[Citation, ...]
    is_open: bool = False
    is_overdue: bool = False
    slot_citations: Mapping[str, Citation] = field(default_factory=dict)
    judged: str = ""
    judged_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A sum, in whole units of ``currency``. ``year`` is that of its period, else of its first telling.

    ``reannounced``: reports of the same sum lie apart in time; ``announced_on`` are the days.
    """

    id: str
    donor: str | None
    recipient: str | None
    amount: float
    currency: str | None
    qualifier: str
    stage: str
    period: str | None
    year: int | None
    purpose: str | None
    sources: int
    printings: int
    reannounced: bool
    announced_on: tuple[str, ...]
    citations: tuple[Citation, ...]
    slot_citations: Mapping[str, Citation] = field(default_factory=dict)
    judged: str = ""
    judged_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member of the body, or a change in it. ``member`` is an ISO code or a name."""

    member: str
    change: str
    ordinal: int | None
    date: str | None
    known_since: str | None
    sources: int
    citations: tuple[Citation, ...]
    slot_citations: Mapping[str, Citation] = field(default_factory=dict)
    judged: str = ""
    judged_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Somebody says something; ``words`` are what was said, on one line, shortened."""

    claim_id: str
    speaker: str
    speaker_kind: str
    role: str | None
    on_behalf_of: str | None
    act: str
    quote: str
    themes: tuple[str, ...]
    words: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A promise of one meeting beside the next meeting of the body. ``change``: repeated, strengthened, weakened,
    deadline_moved, dropped."""

    body: str
    earlier: str
    later: str
    change: str
    action: str
    reason: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim behind a fact: what it says in its own slots, who says so there, why it was joined."""

    claim_id: str
    kind: str
    slots: tuple[tuple[str, Any], ...]
    said_by: str | None
    citation: Citation
    reason: str = ""
    role: str = "supports"
    verdict: str | None = None
