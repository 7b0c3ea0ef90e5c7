"""How a claim was read, for a person who doubts it: the rule, the words, each slot with its words, who says so."""

from collections.abc import Iterable

from mithaq.claims.plover import plover_of
from mithaq.errors import UsageError
from mithaq.model.claim import Claim
from mithaq.model.extraction import Extraction
from mithaq.model.plain import to_plain
from mithaq.model.span import Span
from mithaq.publish.isolates import isolate

_AROUND = 60


def explain_claim(extractions: Iterable[Extraction], wanted: str) -> str:
    """The explanation of the claim whose id begins with ``wanted``, as lines of text.

    Raises UsageError when no claim or more than one has such an id.
    """
    found = [
        (extraction, claim) for extraction in extractions for claim in extraction.claims if claim.id.startswith(wanted)
    ]
    if not found:
        raise UsageError(f"no claim has the id {wanted}; ids are in: mithaq export RECORD --format jsonl.")
    if len(found) > 1:
        raise UsageError(f"{len(found)} claims have an id that begins with {wanted}; give more of it.")
    extraction, claim = found[0]
    return "\n".join(_lines(extraction, claim)) + "\n"


def _lines(extraction: Extraction, claim: Claim) -> list[str]:
    article = extraction.article
    lines = [
        f"{claim.kind} {claim.id}",
        f"article   {article.file}, characters {claim.span.start} to {claim.span.end}",
        f"words     {_shown(_context(article.text, claim.span))}",
        f"rule      {claim.rule or 'not recorded'}",
    ]
    places = dict(claim.slot_spans)
    for slot, value in to_plain(claim.content).items():
        if value in (None, [], ()):
            continue
        words = f"   read from {_shown('“' + places[slot].of(article.text) + '”')}" if slot in places else ""
        lines.append(f"{slot:<9} {_shown(_told(value))}{words}")
    if claim.within is not None:
        lines.append(f"said in   {_statement(extraction, claim.within)}")
    event = plover_of(claim, article.published)
    if event is not None:
        lines.append(f"PLOVER    {event.category}{''.join(f', {mode}' for mode in event.modes)}")
    near = [refused for refused in extraction.rejections if refused.kind == claim.kind]
    if near:
        lines.append(f"refused   {len(near)} other places of this article looked like a {claim.kind} and were left out")
    return lines


def _told(value: object) -> str:
    """A value as its claim has it; who came in whose place as a person would say it."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "; ".join(f"{part['person']} for {part['stood_for']}" for part in value)
    return str(value)


def _shown(text: str) -> str:
    return isolate(text, "ltr")


def _context(text: str, place: Span) -> str:
    before = text[max(0, place.start - _AROUND) : place.start].split("\n")[-1]
    after = text[place.end : place.end + _AROUND].split("\n")[0]
    return f"{before}[{place.of(text)}]{after}"


def _statement(extraction: Extraction, wanted: str) -> str:
    for claim in extraction.claims:
        if claim.id == wanted:
            return f"statement {wanted}: {_shown(claim.text[:_AROUND])}"
    return f"statement {wanted}"
