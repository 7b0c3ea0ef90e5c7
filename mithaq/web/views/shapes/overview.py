"""The first page."""

from dataclasses import dataclass

from mithaq.web.views.shapes.common import Count
from mithaq.web.views.shapes.disagreements import DisagreementView
from mithaq.web.views.shapes.lines import CommitmentLine, MeetingLine


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles by outlet, publication day and language; key "" counts those that do not tell. ``silent`` have no claim;
    ``missing_days`` are days without an article between the first and the last, as ``first/last`` gaps."""

    articles: int
    outlets: tuple[Count, ...]
    days: tuple[Count, ...]
    languages: tuple[Count, ...]
    silent: int
    refused: int
    missing_days: tuple[str, ...]
    missing_languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page. ``as_of`` is the day that decides what is open: the one asked for, else the last publication.

    ``is_settled`` is false while articles or decisions came in that what is shown does not reckon with yet.
    """

    as_of: str | None
    counts: tuple[Count, ...]
    meetings: tuple[MeetingLine, ...]
    open_commitments: tuple[CommitmentLine, ...]
    overdue_commitments: tuple[CommitmentLine, ...]
    open_total: int
    overdue_total: int
    disagreements: tuple[DisagreementView, ...]
    coverage: Coverage
    is_settled: bool = True
