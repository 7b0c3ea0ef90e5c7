"""What one article says: six kinds of claim, each with its own slots, in one envelope."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Literal

from mithaq.model.span import Span
from mithaq.model.values import Qualifier

Level = Literal["summit", "ministerial", "officials", "conference", "talks", "session"]
Status = Literal["held", "planned", "postponed", "cancelled"]
Order = Literal["previous", "next"]
Change = Literal["joined", "left", "applied", "invited", "member", "suspended"]
Stage = Literal["appeal", "pledge", "commitment", "paid"]
SpeakerKind = Literal["person", "organisation", "state", "collective", "document", "anonymous"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "say", "announce", "affirm", "commit", "decide", "welcome", "commend",
    "urge", "condemn", "concern", "warn", "deny", "accuse",
]  # fmt: skip

CASUALTIES = frozenset(("killed", "wounded", "killed and wounded", "displaced", "detained"))
"""What became of people who are counted: the slot "of" of a figure says so where its unit only says that they are people."""

# A field that is written only where the article tells it, so that a claim without it stays what it was.
EXTRA = {"extra": True}


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many took part, of what unit ("states", "delegates")."""

    value: float
    qualifier: Qualifier
    unit: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it. ``name`` follows ``record.md``; ``mention`` is the article's own words."""

    name: str
    kind: SpeakerKind
    mention: str


@dataclass(frozen=True, slots=True)
class TorontoTests:
    """The five tests of a commitment (G7 and G20 Research Groups, University of Toronto)."""

    discrete: bool
    specific: bool
    future: bool
    public: bool
    collective: bool


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who came in whose place: names, or a role ("foreign minister") where nobody is named."""

    person: str
    stood_for: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A gathering of representatives.

    ``chairs`` presided: persons, ISO codes or bodies. ``first_in`` is the article's own words of where or of what kind it
    is the first. ``sequence`` is how it stands to the meeting that the article is about. Extras are written only when told.
    """

    body: str | None
    level: Level
    city: str | None
    country: str | None
    date: str | None
    hosts: tuple[str, ...] = ()
    status: Status = "held"
    attendance: Attendance | None = None
    chairs: tuple[str, ...] = field(default=(), metadata=EXTRA)
    stand_ins: tuple[StandIn, ...] = field(default=(), metadata=EXTRA)
    first_in: str | None = field(default=None, metadata=EXTRA)
    sequence: Order | None = field(default=None, metadata=EXTRA)


@dataclass(frozen=True, slots=True)
class Membership:
    """A body's membership, or a change in it. ``ordinal`` is the member's number ("the 83rd member")."""

    body: str | None
    member: str
    change: Change
    ordinal: int | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """An undertaking in the Toronto sense. ``action`` and ``beneficiary`` are the article's own words."""

    by: tuple[str, ...]
    action: str
    beneficiary: str | None
    deadline: str | None
    conditional: bool
    themes: tuple[str, ...]
    tests: TorontoTests


@dataclass(frozen=True, slots=True)
class Funding:
    """Money asked for, promised, granted or paid by a giver or for a receiver.

    ``part_of`` is the whole sum that this one is a part of ("of which 45 million"), in the same currency.
    """

    donor: str | None
    recipient: str | None
    amount: float
    currency: str | None
    qualifier: Qualifier
    stage: Stage
    period: str | None = None
    purpose: str | None = None
    part_of: float | None = field(default=None, metadata=EXTRA)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity asserted: ``of`` is what it is a count or measure of ("members", "cells")."""

    value: float
    qualifier: Qualifier
    unit: str | None
    of: str | None = None
    where: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody says something. ``content`` is the place of what was said."""

    speaker: Speaker
    role: str | None
    on_behalf_of: str | None
    act: Act
    quote: QuoteKind
    content: Span | None
    themes: tuple[str, ...] = ()


Content = Meeting | Membership | Commitment | Funding | Figure | Statement

KIND_OF_CONTENT: dict[type, str] = {
    Meeting: "meeting",
    Membership: "membership",
    Commitment: "commitment",
    Funding: "funding",
    Figure: "figure",
    Statement: "statement",
}
CLAIM_KINDS = tuple(KIND_OF_CONTENT.values())


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one article.

    ``span`` and ``text`` are the words that carry it; ``slot_spans`` the words of single slots, sorted by slot;
    ``within`` is the id of the statement it stands in, if any ("who says so"); ``rule`` names the rule that read it.
    """

    article_id: str
    span: Span
    text: str
    content: Content
    slot_spans: tuple[tuple[str, Span], ...] = ()
    within: str | None = None
    rule: str = ""

    @property
    def kind(self) -> str:
        """One of ``CLAIM_KINDS``."""
        return KIND_OF_CONTENT[type(self.content)]

    @property
    def id(self) -> str:
        """16 hexadecimal digits made from the article's id, the place and the content."""
        from mithaq.model.plain import to_plain

        slots = json.dumps(to_plain(self.content), ensure_ascii=False, sort_keys=True)
        parts = (self.article_id, self.kind, str(self.span.start), str(self.span.end), slots)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]
