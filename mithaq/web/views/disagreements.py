"""What sources disagree on, with the sides and who takes them."""

import hashlib
from collections.abc import Sequence

from mithaq.model.fact import Disagreement
from mithaq.web.desk import Desk
from mithaq.web.views.citing import Citer
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import DisagreementView, Page, SideView


def disagreements(desk: Desk, reason: str | None = None, page: int = 1, page_size: int = 25) -> Page[DisagreementView]:
    """All of them or those of one reason, the latest told first."""
    kept = [found for found in all_disagreements(desk) if not reason or found.reason == reason]
    return cut(kept, page, page_size, lambda some: some)


def all_disagreements(desk: Desk) -> tuple[DisagreementView, ...]:
    """Every one with its citations, the latest told first."""
    return desk.keep(_all)


def _all(desk: Desk) -> tuple[DisagreementView, ...]:
    found = desk.glance.disagreements()
    citer = Citer(desk, {claim for one in found for side in one.sides for claim in side.claims[:20]})
    views = [_view(one, citer) for one in found]
    return tuple(sorted(sorted(views, key=lambda view: view.id), key=lambda view: view.latest or "", reverse=True))


def _view(found: Disagreement, citer: Citer) -> DisagreementView:
    sides = []
    for side in found.sides:
        citations = citer.cite(side.claims)
        outlets = sorted({citation.outlet or citation.file for citation in citations})
        sides.append(SideView(side.value, citations, tuple(outlets)))
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
