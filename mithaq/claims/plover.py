"""A claim as a PLOVER 2.0 event: category and auxiliary modes. Not for coding text: what the claim says is read already.

Source: Open Event Data Alliance, PLOVER 2.0; the mapping is the table ``languages/universal/plover.tsv``.
"""

from dataclasses import dataclass
from functools import cache

from mithaq.languages import universal_rows
from mithaq.model.claim import Claim, Commitment, Funding, Meeting, Membership, Statement
from mithaq.model.edtf import bounds

_HISTORICAL_DAYS = 365


@dataclass(frozen=True, slots=True)
class PloverEvent:
    """``category`` is a PLOVER category, ``modes`` some of future, negation, hypothetical, historical, in this order."""

    category: str
    modes: tuple[str, ...]


@cache
def _categories() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in universal_rows("plover")}


def plover_of(claim: Claim, published: str | None = None) -> PloverEvent | None:
    """The event a claim tells of; None where PLOVER has no category for it (a plain "said", a figure).

    ``published`` (EDTF) decides what is long past.
    """
    key, future, negated, hypothetical = _facets(claim)
    categories = _categories()
    category = categories.get((claim.kind, key)) or categories.get((claim.kind, "*"))
    if category is None:
        return None
    modes = [
        ("future", future),
        ("negation", negated),
        ("hypothetical", hypothetical),
        ("historical", not future and _is_long_past(claim, published)),
    ]
    return PloverEvent(category, tuple(mode for mode, holds in modes if holds))


def _facets(claim: Claim) -> tuple[str, bool, bool, bool]:
    content = claim.content
    if isinstance(content, Statement):
        return content.act, content.act == "commit", False, False
    if isinstance(content, Meeting):
        return content.status, content.status in ("planned", "postponed"), content.status == "cancelled", False
    if isinstance(content, Membership):
        return content.change, content.change in ("applied", "invited"), False, False
    if isinstance(content, Commitment):
        return "*", True, False, content.conditional
    if isinstance(content, Funding):
        return content.stage, content.stage in ("pledge", "appeal"), False, False
    return "*", False, False, False


def _is_long_past(claim: Claim, published: str | None) -> bool:
    when = getattr(claim.content, "date", None) or getattr(claim.content, "period", None)
    told, day = bounds(when) if when else None, bounds(published) if published else None
    end, today = (told[1] if told else None), (day[0] if day else None)
    return bool(end and today and (today - end).days > _HISTORICAL_DAYS)
