"""What was concluded across articles, as flat tables: stories, facts, disagreements, follow-ups, changes.

The twin of ``tables``, which shows what single articles say. Derives nothing itself.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from mithaq.errors import UsageError
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.judgement import Judgement
from mithaq.publish.excerpts import one_line
from mithaq.publish.tables import Table
from mithaq.reconcile import count_curve

CONCLUSION_KINDS = ("stories", "copies", "facts", "disagreements", "follow-ups", "changes", "standing", "curve")
_COLUMNS = {
    "stories": ("id", "day", "languages", "articles", "files", "parts"),
    "copies": ("id", "outlets", "files", "containment", "words"),
    "facts": ("id", "kind", "about", "slots", "sources", "printings", "supported_by", "contradicted_by", "why"),
    "disagreements": ("about", "reason", "value", "explanation", "claims"),
    "follow-ups": ("status", "score", "promise", "reason", "told_in", "evidence"),
    "changes": ("body", "earlier", "later", "change", "action", "reason", "claims"),
    "standing": ("body", "member", "change", "held", "known_since", "sources", "told_in"),
    "curve": ("body", "day", "members", "known_from", "told_in"),
}
# Shown in tables of their own.
_GROUPINGS = frozenset(("story", "copies", "change"))

Row = tuple[str, ...]


def tabulate_conclusions(extractions: Iterable[Extraction], reconciliation: Reconciliation, kind: str) -> Table:
    """The table of ``kind``, one of ``CONCLUSION_KINDS``. Raises UsageError for any other.

    Claims are cited as ``file: "words"``; a disagreement has a row for each of its values.
    """
    if kind not in _COLUMNS:
        raise UsageError(f"there is no table of {kind!r}: choose one of {', '.join(CONCLUSION_KINDS)}")
    cited: dict[str, str] = {}
    files: dict[str, str] = {}
    texts: dict[str, str] = {}
    for extraction in extractions:
        article = extraction.article
        files[article.id], texts[article.id] = article.file, article.text
        cited.update(_citations((extraction,)))
    rows = {
        "stories": lambda: _stories(reconciliation, files),
        "copies": lambda: _copies(reconciliation, files, texts),
        "facts": lambda: _facts(reconciliation, cited),
        "disagreements": lambda: _disagreements(reconciliation, cited),
        "follow-ups": lambda: _follow_ups(reconciliation, cited),
        "changes": lambda: _changes(reconciliation, cited),
        "standing": lambda: _standing(reconciliation, cited),
        "curve": lambda: _curve(reconciliation, cited),
    }[kind]()
    return Table(kind, _COLUMNS[kind], tuple(tuple(one_line(cell) for cell in row) for row in rows))


def tabulate_judgements(extractions: Iterable[Extraction], judgements: Iterable[Judgement]) -> Table:
    """What people decided, in the order they did; the claims cited as ``file: "words"``."""
    cited = _citations(extractions)
    columns = ("when", "who", "verdict", "slot", "value", "why", "revoked", "claims", "about")
    rows = (
        (
            found.when, found.who, found.verdict, found.slot or "", found.value or "", found.why,
            "yes" if found.revoked else "", " ".join(found.about), _cite(found.about, cited),
        )
        for found in judgements
    )  # fmt: skip
    return Table("judgements", columns, tuple(tuple(one_line(cell) for cell in row) for row in rows))


def _citations(extractions: Iterable[Extraction]) -> dict[str, str]:
    return {
        claim.id: f'{extraction.article.file}: "{one_line(claim.text)}"'
        for extraction in extractions
        for claim in extraction.claims
    }


def _cite(claims: Iterable[str], cited: Mapping[str, str]) -> str:
    return "; ".join(sorted(cited[claim] for claim in claims if claim in cited))


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _words(value: object) -> str:
    return ", ".join(str(part) for part in _list(value))


def _stories(reconciliation: Reconciliation, files: Mapping[str, str]) -> Iterator[Row]:
    for fact in reconciliation.facts:
        if fact.kind == "story":
            slots = dict(fact.slots)
            parts = slots.get("parts")
            told = (
                sorted((files.get(key, key), str(part)) for key, part in parts.items())
                if isinstance(parts, dict)
                else []
            )
            count = str(len(_list(slots.get("articles"))))
            in_words = ", ".join(f"{file}: {part}" for file, part in told)
            yield (
                fact.id,
                str(slots.get("day") or ""),
                _words(slots.get("languages")),
                count,
                _words(slots.get("files")),
                in_words,
            )


def _copies(reconciliation: Reconciliation, files: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[Row]:
    """A row for each pair, with the longest passage they share."""
    for fact in reconciliation.facts:
        slots = dict(fact.slots)
        for passage in _list(slots.get("passages")) if fact.kind == "copies" else []:
            if isinstance(passage, dict):
                first, second = str(passage["first"]), str(passage["second"])
                start, end = passage["first_passage"]
                names = f"{files.get(first, first)}, {files.get(second, second)}"
                words = texts.get(first, "")[start:end]
                yield fact.id, _words(slots.get("outlets")), names, str(passage["containment"]), words


def _facts(reconciliation: Reconciliation, cited: Mapping[str, str]) -> Iterator[Row]:
    for fact in reconciliation.facts:
        if fact.kind not in _GROUPINGS:
            slots = dict(fact.slots)
            told = {key: value for key, value in slots.items() if key not in ("about", "sources", "printings")}
            reasons = sorted({link.reason for link in fact.links})
            yield (
                fact.id, fact.kind, str(slots.get("about", "")), json.dumps(told, ensure_ascii=False, sort_keys=True),
                str(slots.get("sources", "")), str(slots.get("printings", "")), _cite(fact.supported_by, cited),
                _cite(fact.contradicted_by, cited), " ".join(reasons),
            )  # fmt: skip


def _disagreements(reconciliation: Reconciliation, cited: Mapping[str, str]) -> Iterator[Row]:
    for found in reconciliation.disagreements:
        for side in found.sides:
            yield found.about, found.reason, side.value, found.explanation, _cite(side.claims, cited)


def _follow_ups(reconciliation: Reconciliation, cited: Mapping[str, str]) -> Iterator[Row]:
    facts = {fact.id: fact for fact in reconciliation.facts}
    for found in reconciliation.follow_ups:
        fact = facts.get(found.commitment)
        promise = str(dict(fact.slots).get("about", "")) if fact else found.commitment
        told_in = _cite(fact.supported_by, cited) if fact else ""
        score = "" if found.score is None else f"{found.score:+d}" if found.score else "0"
        yield found.status, score, promise, found.reason, told_in, _cite(found.evidence, cited)


def _changes(reconciliation: Reconciliation, cited: Mapping[str, str]) -> Iterator[Row]:
    for fact in reconciliation.facts:
        if fact.kind == "change":
            slots = dict(fact.slots)
            named = (str(slots[name]) for name in ("body", "earlier", "later", "change", "action", "reason"))
            yield *named, _cite(fact.supported_by, cited)


def _standing(reconciliation: Reconciliation, cited: Mapping[str, str]) -> Iterator[Row]:
    """Who was said to be in, to join or to leave which body: when it held, and since when it is known."""
    names = ("body", "member", "change", "date", "known_since", "sources")
    found = []
    for fact in reconciliation.facts:
        if fact.kind == "membership":
            slots = dict(fact.slots)
            found.append((*(str(slots.get(name, "")) for name in names), _cite(fact.supported_by, cited)))
    yield from sorted(found, key=lambda row: (row[0], row[3] or row[4], row[1]))


def _curve(reconciliation: Reconciliation, cited: Mapping[str, str]) -> Iterator[Row]:
    """How many members a body had after each day: of those known by name, and as it was told."""
    bodies = {str(dict(fact.slots)["body"]) for fact in reconciliation.facts if fact.kind == "membership"}
    for body in sorted(bodies):
        for day, count in count_curve(reconciliation.facts, body):
            yield body, day, str(count), "members named", ""
    for fact in reconciliation.facts:
        slots = dict(fact.slots)
        if fact.kind == "figure" and slots.get("unit") == "members" and slots.get("of"):
            told = f"{slots.get('qualifier', 'exact')} {slots.get('value')}".removeprefix("exact ").replace("_", " ")
            yield str(slots["of"]), "", told, "count told", _cite(fact.supported_by, cited)
