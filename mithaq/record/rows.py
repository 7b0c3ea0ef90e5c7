"""The types of the model as rows of the tables, and back. Not for queries: that is ``store``."""

import functools
import json
from collections.abc import Callable, Sequence
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from sqlalchemy import Row

from mithaq.errors import RecordError
from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.claim import Claim
from mithaq.model.extraction import Extraction
from mithaq.model.fact import Disagreement, Fact, FollowUp, Link, Side
from mithaq.model.judgement import Anchor, Judgement
from mithaq.model.plain import content_from_plain, to_plain, value_from_plain
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.model.values import Value

Fields = dict[str, Any]
Parameters = ParamSpec("Parameters")
Read = TypeVar("Read")


_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def write_json(thing: object) -> str:
    """One spelling for one thing, readable in the file: no escapes, keys sorted, no blanks."""
    return _encoder.encode(to_plain(thing))


def article_fields(extraction: Extraction) -> Fields:
    """The article's own columns, without its version and its dates."""
    article = extraction.article
    return {
        "id": article.id,
        "source": article.source,
        "file": article.file,
        "outlet": article.outlet,
        "language": article.language,
        "published": article.published,
        "published_basis": article.published_basis,
        "title": article.title,
        "text": article.text,
        "sha256": article.sha256,
        "notes": write_json(article.notes),
        "skipped": write_json(extraction.skipped),
    }


def annotation_fields(row_id: int, annotations: Sequence[Annotation]) -> list[Fields]:
    """One row an annotation, in order."""
    return [
        {
            "article_row": row_id,
            "position": position,
            "kind": annotation.kind,
            "start": annotation.span.start,
            "end": annotation.span.end,
            "text": annotation.text,
            "value": write_json(annotation.value),
            "found_by": annotation.found_by,
            "confidence": annotation.confidence,
        }
        for position, annotation in enumerate(annotations)
    ]


def claim_fields(row_id: int, claims: Sequence[Claim]) -> list[Fields]:
    """One row a claim, in order."""
    return [
        {
            "article_row": row_id,
            "position": position,
            "id": claim.id,
            "kind": claim.kind,
            "start": claim.span.start,
            "end": claim.span.end,
            "text": claim.text,
            "content": write_json(claim.content),
            "slot_spans": write_json(claim.slot_spans),
            "within": claim.within,
            "rule": claim.rule,
        }
        for position, claim in enumerate(claims)
    ]


def rejection_fields(row_id: int, rejections: Sequence[Rejection]) -> list[Fields]:
    """One row a rejection, in order."""
    return [
        {
            "article_row": row_id,
            "position": position,
            "kind": rejection.kind,
            "reason": rejection.reason,
            "start": rejection.span.start,
            "end": rejection.span.end,
            "text": rejection.text,
        }
        for position, rejection in enumerate(rejections)
    ]


def fact_fields(position: int, fact: Fact) -> Fields:
    """One fact; ``position`` keeps the order of the reconciliation."""
    return {
        "position": position,
        "id": fact.id,
        "kind": fact.kind,
        "slots": write_json(fact.slots),
        "supported_by": write_json(fact.supported_by),
        "contradicted_by": write_json(fact.contradicted_by),
        "links": write_json(fact.links),
    }


def disagreement_fields(position: int, disagreement: Disagreement) -> Fields:
    """One disagreement with its sides."""
    return {
        "position": position,
        "about": disagreement.about,
        "reason": disagreement.reason,
        "sides": write_json(disagreement.sides),
        "explanation": disagreement.explanation,
    }


def follow_up_fields(position: int, follow_up: FollowUp) -> Fields:
    """What became of one commitment."""
    return {
        "position": position,
        "commitment": follow_up.commitment,
        "score": follow_up.score,
        "status": follow_up.status,
        "evidence": write_json(follow_up.evidence),
        "reason": follow_up.reason,
    }


def judgement_fields(judgement: Judgement) -> Fields:
    """One judgement; its number, which keeps the order, is the database's."""
    return {
        "about": write_json(judgement.about),
        "verdict": judgement.verdict,
        "who": judgement.who,
        "judged_at": judgement.when,
        "why": judgement.why,
        "revoked": judgement.revoked,
        "slot": judgement.slot,
        "value": judgement.value,
        "anchors": write_json(judgement.anchors),
    }


def _tells_damage(
    read: Callable[Concatenate[Row[Any], Parameters], Read],
) -> Callable[Concatenate[Row[Any], Parameters], Read]:
    """A row that was changed behind our back builds no object: say so as RecordError."""

    @functools.wraps(read)
    def reading(row: Row[Any], /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Read:
        try:
            return read(row, *args, **kwargs)
        except (ValueError, KeyError, TypeError) as error:
            what = read.__name__.removeprefix("read_").replace("_", "-")
            raise RecordError(f"the record holds a damaged {what} ({error}); take the record from a backup") from error

    return reading


@_tells_damage
def read_article(row: Row[Any]) -> Article:
    """The article of one row of ``article``."""
    return Article(
        source=row.source,
        file=row.file,
        outlet=row.outlet,
        language=row.language,
        published=row.published,
        published_basis=row.published_basis,
        title=row.title,
        text=row.text,
        notes=tuple(json.loads(row.notes)),
    )


@_tells_damage
def read_skipped(row: Row[Any]) -> tuple[Span, ...]:
    """The skipped places of one row of ``article``."""
    return tuple(Span(start, end) for start, end in json.loads(row.skipped))


# Values are immutable and few among many annotations (the same countries, names and days), so each is built once.
@functools.lru_cache(maxsize=65_536)
def _read_value(kind: str, written: str) -> Value:
    return value_from_plain(kind, json.loads(written))


@_tells_damage
def read_annotation(row: Row[Any]) -> Annotation:
    """The annotation of one row."""
    return Annotation(
        span=Span(row.start, row.end),
        text=row.text,
        value=_read_value(row.kind, row.value),
        found_by=row.found_by,
        confidence=row.confidence,
    )


def _slot_spans(written: str) -> tuple[tuple[str, Span], ...]:
    return tuple((slot, Span(start, end)) for slot, (start, end) in json.loads(written))


@_tells_damage
def read_slots(row: Row[Any]) -> tuple[dict[str, Any], tuple[tuple[str, Span], ...]]:
    """The slots of the claim of one row as plain values, and their places: quicker than the claim, for lists."""
    return dict(json.loads(row.content)), _slot_spans(row.slot_spans)


@_tells_damage
def read_claim(row: Row[Any], article_id: str) -> Claim:
    """The claim of one row."""
    return Claim(
        article_id=article_id,
        span=Span(row.start, row.end),
        text=row.text,
        content=content_from_plain(row.kind, json.loads(row.content)),
        slot_spans=_slot_spans(row.slot_spans),
        within=row.within,
        rule=row.rule,
    )


@_tells_damage
def read_rejection(row: Row[Any], article_id: str) -> Rejection:
    """The rejection of one row."""
    return Rejection(
        article_id=article_id, kind=row.kind, reason=row.reason, span=Span(row.start, row.end), text=row.text
    )


class Outline(NamedTuple):
    """A fact without what contradicts it and without its links, which are many; ``position`` is where it is kept."""

    position: int
    id: str
    slots: dict[str, Any]
    supported_by: list[str]


@_tells_damage
def read_outline(row: Row[Any]) -> Outline:
    """The outline of one row of the position, id, slots and support of facts."""
    return Outline(row.position, row.id, dict(json.loads(row.slots)), json.loads(row.supported_by))


@_tells_damage
def read_fact(row: Row[Any]) -> Fact:
    """The fact of one row; lists inside slots come back as tuples, so that a fact stays hashable."""
    return Fact(
        id=row.id,
        kind=row.kind,
        slots=tuple((slot, _freeze(value)) for slot, value in json.loads(row.slots)),
        supported_by=tuple(json.loads(row.supported_by)),
        contradicted_by=tuple(json.loads(row.contradicted_by)),
        links=tuple(_read_link(link) for link in json.loads(row.links)),
    )


def _read_link(link: dict[str, Any]) -> Link:
    features = tuple((name, value) for name, value in link["features"])
    return Link(link["claim"], link["role"], features, link["reason"])


def _freeze(value: object) -> object:
    return tuple(_freeze(part) for part in value) if isinstance(value, list) else value


@_tells_damage
def read_disagreement(row: Row[Any]) -> Disagreement:
    """The disagreement of one row."""
    sides = tuple(Side(side["value"], tuple(side["claims"])) for side in json.loads(row.sides))
    return Disagreement(about=row.about, reason=row.reason, sides=sides, explanation=row.explanation)


@_tells_damage
def read_follow_up(row: Row[Any]) -> FollowUp:
    """The follow-up of one row."""
    return FollowUp(
        commitment=row.commitment,
        score=row.score,
        status=row.status,
        evidence=tuple(json.loads(row.evidence)),
        reason=row.reason,
    )


@_tells_damage
def read_judgement(row: Row[Any]) -> Judgement:
    """The judgement of one row."""
    return Judgement(
        about=tuple(json.loads(row.about)),
        verdict=row.verdict,
        who=row.who,
        when=row.judged_at,
        why=row.why,
        revoked=row.revoked,
        slot=row.slot,
        value=row.value,
        anchors=tuple(Anchor(**anchor) for anchor in json.loads(row.anchors)),
    )
