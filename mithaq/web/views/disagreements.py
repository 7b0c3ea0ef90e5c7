"""What sources disagree on, with the sides and who takes them."""

import hashlib
from collections.abc import Mapping, Sequence

from mithaq.model.fact import Disagreement
from mithaq.publish.subjects import SEPARATOR
from mithaq.record.glance import Placed
from mithaq.web.desk import Desk
from mithaq.web.views.citing import Citer, cite_slots
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import Citation, DisagreementView, Page, SideView

_MOST_CLAIMS = 20
# What a disagreement that names no slot is about, by the kind of its claims.
_NUMBERS = {"figure": "value", "membership": "ordinal", "funding": "amount"}


def disagreements(desk: Desk, reason: str | None = None, page: int = 1, page_size: int = 25) -> Page[DisagreementView]:
    """All of them or those of one reason, the latest told first."""
    kept = [found for found in all_disagreements(desk) if not reason or found.reason == reason]
    return cut(kept, page, page_size, lambda some: some)


def all_disagreements(desk: Desk) -> tuple[DisagreementView, ...]:
    """Every one with its citations, the latest told first."""
    return desk.keep(_all)


def _all(desk: Desk) -> tuple[DisagreementView, ...]:
    found = desk.glance.disagreements()
    citer = Citer(desk, {claim for one in found for side in one.sides for claim in side.claims[:_MOST_CLAIMS]})
    told = _told(desk, found, citer)
    views = [_view(one, citer, told) for one in found]
    return tuple(sorted(sorted(views, key=lambda view: view.id), key=lambda view: view.latest or "", reverse=True))


def _told(desk: Desk, found: Sequence[Disagreement], citer: Citer) -> dict[str, Citation]:
    """Where the first claim of each side tells its value, by claim."""
    sides = [(one.about, side.claims) for one in found for side in one.sides]
    firsts = [(about, claims[0]) for about, ids in sides if (claims := citer.ordered(ids[:_MOST_CLAIMS]))]
    wanted = {claim.id: (claim, _slot_in(about, claim)) for about, claim in firsts}
    return dict(zip(wanted, cite_slots(desk, list(wanted.values())), strict=True))


def _slot_in(about: str, claim: Placed) -> str:
    """The slot that a disagreement is about: the last that its subject names, else the number the claim tells."""
    named = (part for part in reversed(about.split(SEPARATOR)) if part in claim.content)
    return next(named, _NUMBERS.get(claim.kind, ""))


def _view(found: Disagreement, citer: Citer, told: Mapping[str, Citation]) -> DisagreementView:
    sides = []
    for side in found.sides:
        citations = citer.cite(side.claims)
        outlets = sorted({citation.outlet or citation.file for citation in citations})
        first = citations[0].claim_id if citations else None
        sides.append(SideView(side.value, citations, tuple(outlets), told.get(first or "")))
    latest = max((citation.published or "" for side in sides for citation in side.citations), default="")
    return DisagreementView(
        disagreement_id(found), found.about, found.reason, found.explanation, tuple(sides), latest or None
    )


def disagreement_id(found: Disagreement) -> str:
    """16 hexadecimal digits made from what it is about."""
    parts = (found.about, found.reason, *(claim for side in found.sides for claim in side.claims))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]


def disagreements_about(desk: Desk, claims: set[str]) -> tuple[DisagreementView, ...]:
    """Those in which one of these claims takes a side."""
    return tuple(found for found in all_disagreements(desk) if claims & set(_claims(found)))


def _claims(found: DisagreementView) -> Sequence[str]:
    return [citation.claim_id for side in found.sides for citation in side.citations if citation.claim_id]
