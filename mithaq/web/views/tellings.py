"""Single claims as they are shown: what one article says, in its own slots."""

from mithaq.model.fact import Fact
from mithaq.model.span import Span
from mithaq.publish.excerpts import shorten
from mithaq.record.glance import Placed
from mithaq.web.desk import Desk
from mithaq.web.views.citing import Citer, cite, cite_words, place_of
from mithaq.web.views.deciding import Decided, decided
from mithaq.web.views.shapes import ClaimView, SlotView, StatementLine, Telling

_WORDS = 240
_MOST = 100


def statement_line(claim: Placed, text: str) -> StatementLine:
    """A statement with the words that were said."""
    content = claim.content
    said = content.get("content")
    words = text[said[0] : said[1]] if said else claim.words
    cited = cite_words(claim.article, Span(*said), words, claim.id) if said else cite(claim)
    speaker = content["speaker"]
    return StatementLine(
        claim.id, speaker["name"], speaker["kind"], content.get("role"), content.get("on_behalf_of"), content["act"],
        content["quote"], tuple(content.get("themes") or ()), shorten(words, _WORDS), cited,
    )  # fmt: skip


def tellings_of(desk: Desk, fact: Fact, citer: Citer) -> tuple[Telling, ...]:
    """Every claim behind a fact, those that support it first; at most a hundred."""
    verdicts = decided(desk).verdicts
    reasons = {link.claim: link.reason for link in fact.links}
    ids = [(claim, "supports") for claim in fact.supported_by] + [
        (claim, "contradicts") for claim in fact.contradicted_by
    ]
    held = [(citer.claims[claim], role) for claim, role in ids if claim in citer.claims][:_MOST]
    speakers = _speakers(desk, [claim for claim, _ in held])
    return tuple(
        Telling(
            claim.id, claim.kind, tuple(claim.content.items()), speakers.get(claim.within or ""), cite(claim),
            reasons.get(claim.id, ""), role, verdicts.get(claim.id),
        )
        for claim, role in held
    )  # fmt: skip


def _speakers(desk: Desk, claims: list[Placed]) -> dict[str, str]:
    found = desk.glance.claims(claim.within for claim in claims if claim.within)
    return {key: claim.content["speaker"]["name"] for key, claim in found.items() if claim.kind == "statement"}


def claim_view(claim: Placed, known: Decided) -> ClaimView:
    """A claim with its slots and what was decided about it."""
    places = {name: place_of(claim, name) for name in claim.content}
    slots = tuple(
        SlotView(name, value, place.start, place.end) if (place := places[name]) else SlotView(name, value)
        for name, value in claim.content.items()
        if value not in (None, [], "")
    )
    verdict = known.verdicts.get(claim.id)
    who = known.judges.get((claim.id, verdict), ()) if verdict else ()
    return ClaimView(
        claim.id, claim.kind, claim.span.start, claim.span.end, slots, claim.within, claim.rule, cite(claim), verdict,
        known.corrections.get(claim.id, ()), verdict not in ("accept", "correct"), who,
    )  # fmt: skip
