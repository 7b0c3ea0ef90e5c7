"""What sources disagree on."""

from dataclasses import dataclass

from mithaq.web.views.shapes.common import Citation


@dataclass(frozen=True, slots=True)
class SideView:
    """One value that some sources give; ``value_citation`` are the words of the value itself, the first time it is told."""

    value: str
    citations: tuple[Citation, ...]
    outlets: tuple[str, ...]
    value_citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """Values that cannot all hold. ``reason``: contradiction, precision, change, cut_off, unit, translation."""

    id: str
    about: str
    reason: str
    explanation: str
    sides: tuple[SideView, ...]
    latest: str | None
