"""Who belongs to a body."""

from dataclasses import dataclass

from mithaq.web.views.shapes.common import Citation, Count, Page
from mithaq.web.views.shapes.disagreements import DisagreementView
from mithaq.web.views.shapes.lines import MemberLine


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """So many members were told on ``day`` (EDTF)."""

    day: str | None
    value: float
    qualifier: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MembersView:
    """``bodies`` are all there are, with how many facts; ``body`` is the one shown (None: the record has none).

    ``members`` are a page of them by date; ``marks`` has one line for each state among all of them, for the map: that it
    is a member, where anything says so.
    """

    body: str | None
    bodies: tuple[Count, ...]
    curve: tuple[CurvePoint, ...]
    members: Page[MemberLine]
    marks: tuple[MemberLine, ...]
    disagreements: tuple[DisagreementView, ...]
