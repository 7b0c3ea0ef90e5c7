"""One meeting whole."""

from dataclasses import dataclass
from typing import Any

from mithaq.web.views.shapes.common import ArticleHead, Citation
from mithaq.web.views.shapes.disagreements import DisagreementView
from mithaq.web.views.shapes.lines import ChangeLine, CommitmentLine, MeetingLine, MoneyLine, StatementLine, Telling


@dataclass(frozen=True, slots=True)
class CitedValue:
    """One value of a slot (a code, a name, a number, EDTF; JSON-ready) with the places that give it; ``judged`` as of a line."""

    slot: str
    value: Any
    citations: tuple[Citation, ...]
    contradicted_by: tuple[Citation, ...] = ()
    judged: str = ""
    judged_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerStatements:
    """What one speaker said at a meeting."""

    speaker: str
    role: str | None
    statements: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An article about the meeting: ``told`` are the slots it gives, ``left_out`` those that only others give."""

    article: ArticleHead
    part: str | None
    told: tuple[str, ...]
    left_out: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting whole. ``before`` and ``after`` are the neighbours in the line of the body's meetings."""

    line: MeetingLine
    facts: tuple[CitedValue, ...]
    commitments: tuple[CommitmentLine, ...]
    money: tuple[MoneyLine, ...]
    speakers: tuple[SpeakerStatements, ...]
    changes: tuple[ChangeLine, ...]
    reports: tuple[Report, ...]
    disagreements: tuple[DisagreementView, ...]
    tellings: tuple[Telling, ...]
    before: MeetingLine | None = None
    after: MeetingLine | None = None
