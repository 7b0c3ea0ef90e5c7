"""The record as JSON lines, for programs: one object a line, the same bytes for the same record. Not for reading.

Which keys a line has: everything that identifies a claim and all its slots are always written, absent ones as null;
only slots that the model marks as extras (who chaired a meeting, …) are left out where nothing is told of them.
In the value of an annotation a field that is an extra (its default is None or false: a role, an anchor, a QID,
``vague``) is left out while it has that default; a field every value has (``edtf``, ``currency``, ``unit``) is written
even when null, because there null says something: the words do not tell.
"""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from mithaq.claims.plover import plover_of
from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.claim import Claim
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.fact import Disagreement, Fact, FollowUp
from mithaq.model.plain import to_plain

# JSON allows these inside a string, but some readers break lines at them.
_LINE_BREAKERS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write_jsonl(extractions: Iterable[Extraction], reconciliation: Reconciliation, out: TextIO) -> None:
    """Write articles, annotations, claims, facts, disagreements and follow-ups, in this order.

    Articles follow file name and id; annotations and claims follow their article and then their place. The order of
    ``extractions`` does not matter. Every article is looked at several times: a Sequence that loads its items when
    they are asked for keeps the need of memory at one article; anything else is put in a list first.
    """
    articles = extractions if isinstance(extractions, Sequence) else list(extractions)
    keys = [(extraction.article.file, extraction.article.id) for extraction in articles]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    for position in order:
        out.write(_line(article_line(articles[position].article)))
    for position in order:
        out.writelines(_annotation_lines(articles[position]))
    for position in order:
        out.writelines(_claim_lines(articles[position]))
    facts = sorted(reconciliation.facts, key=lambda fact: (fact.kind, fact.id))
    out.writelines(_line(fact_line(fact)) for fact in facts)
    out.writelines(sorted(_line(disagreement_line(found)) for found in reconciliation.disagreements))
    out.writelines(sorted(_line(follow_up_line(found)) for found in reconciliation.follow_ups))


def article_line(article: Article) -> dict[str, Any]:
    """The line of an article; ``notes`` only when there are any."""
    line: dict[str, Any] = {
        "type": "article",
        "id": article.id,
        "file": article.file,
        "outlet": article.outlet,
        "language": article.language,
        "published": article.published,
        "published_basis": article.published_basis,
        "title": article.title,
        "text": article.text,
        "sha256": article.sha256,
    }
    if article.notes:
        line["notes"] = list(article.notes)
    return line


def annotation_line(annotation: Annotation, article_id: str) -> dict[str, Any]:
    """The line of an annotation, with ``found_by`` and ``confidence`` after its value."""
    return {
        "type": "annotation",
        "article": article_id,
        "kind": annotation.kind,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "text": annotation.text,
        "value": {
            field.name: to_plain(getattr(annotation.value, field.name))
            for field in dataclasses.fields(annotation.value)
            if not _is_unused_extra(field, getattr(annotation.value, field.name))
        },
        "found_by": annotation.found_by,
        "confidence": to_plain(annotation.confidence),
    }


def claim_line(claim: Claim, published: str | None = None) -> dict[str, Any]:
    """The line of a claim: its slots beside its place; ``spans``, ``within`` and ``plover`` only when there are any."""
    line: dict[str, Any] = {
        "type": "claim",
        "id": claim.id,
        "article": claim.article_id,
        "kind": claim.kind,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        **to_plain(claim.content),
    }
    if claim.slot_spans:
        line["spans"] = {slot: [span.start, span.end] for slot, span in claim.slot_spans}
    if claim.within is not None:
        line["within"] = claim.within
    event = plover_of(claim, published)
    if event is not None:
        line["plover"] = {"category": event.category, "modes": list(event.modes)}
    return line


def fact_line(fact: Fact) -> dict[str, Any]:
    """The line of a fact: which claims say so, which do not, then its slots."""
    return {
        "type": "fact",
        "id": fact.id,
        "kind": fact.kind,
        "supported_by": list(fact.supported_by),
        "contradicted_by": list(fact.contradicted_by),
        **{slot: to_plain(value) for slot, value in fact.slots},
    }


def disagreement_line(disagreement: Disagreement) -> dict[str, Any]:
    """The line of a disagreement, its sides in the order they were given; ``explanation`` only when there is one."""
    line: dict[str, Any] = {
        "type": "disagreement",
        "about": disagreement.about,
        "reason": disagreement.reason,
        "sides": [{"value": side.value, "claims": list(side.claims)} for side in disagreement.sides],
    }
    if disagreement.explanation:
        line["explanation"] = disagreement.explanation
    return line


def follow_up_line(follow_up: FollowUp) -> dict[str, Any]:
    """The line of a follow-up; ``score`` is null when the evidence is insufficient."""
    return {
        "type": "follow_up",
        "commitment": follow_up.commitment,
        "score": follow_up.score,
        "status": follow_up.status,
        "evidence": list(follow_up.evidence),
        "reason": follow_up.reason,
    }


def _annotation_lines(extraction: Extraction) -> Iterator[str]:
    article_id = extraction.article.id
    lines = (annotation_line(annotation, article_id) for annotation in extraction.annotations)
    ordered = sorted((line["start"], line["end"], line["kind"], _line(line)) for line in lines)
    return (text for *_, text in ordered)


def _claim_lines(extraction: Extraction) -> Iterator[str]:
    published = extraction.article.published
    ordered = sorted(
        (claim.span, claim.kind, claim.id, _line(claim_line(claim, published))) for claim in extraction.claims
    )
    return (text for *_, text in ordered)


def _is_unused_extra(field: "dataclasses.Field[Any]", value: object) -> bool:
    return (field.default is None or field.default is False) and value is field.default


def _line(plain: dict[str, Any]) -> str:
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_LINE_BREAKERS) + "\n"
