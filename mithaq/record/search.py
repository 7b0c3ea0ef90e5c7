"""Full text search over the current articles, with SQLite's FTS5. Not for what a query means: that is the caller's.

One row an article: title, body, names (what its annotations are worth: a search for a name finds every spelling),
speakers, kinds of claims; all as ``search_forms``. A row of an article that is current no more stays and is passed over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from mithaq.model.claim import Statement
from mithaq.model.extraction import Extraction
from mithaq.model.values import CountryValue, OrganisationValue, PersonValue, PlaceValue
from mithaq.record.reading import load_extractions
from mithaq.record.schema import article as article_table
from mithaq.record.search_words import search_forms

# A word of the title counts as so many of the body; names, speakers and kinds only choose.
_WEIGHTS = "6.0, 1.0, 2.0, 1.0, 0.0"
_CHUNK = 200

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an article must have: one of the phrases of every group in its title or body; ``widely``: or in its names.

    Phrases are tuples of search forms. ``any_group``: one group is enough. ``speakers``: one of them speaks in it. Dates are ISO days that the day of
    publication must lie between; an undated article fits only where neither is given.
    """

    groups: tuple[tuple[Phrase, ...], ...] = ()
    widely: bool = False
    any_group: bool = False
    speakers: tuple[Phrase, ...] = ()
    kind: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """An article that was found; ``score`` is greater for the better."""

    article_row: int
    article_id: str
    score: float


def fill_search(connection: Connection, row_id: int, extraction: Extraction) -> None:
    """Put the words of an article in, in place of those that were there."""
    connection.execute(text("DELETE FROM search WHERE rowid = :row"), {"row": row_id})
    article = extraction.article
    connection.execute(
        text(
            "INSERT INTO search (rowid, title, body, names, speakers, kinds)"
            " VALUES (:row, :title, :body, :names, :speakers, :kinds)"
        ),
        {
            "row": row_id,
            "title": search_forms(article.title or ""),
            "body": search_forms(article.text),
            "names": search_forms(" | ".join(_names(extraction))),
            "speakers": search_forms(" | ".join(_speakers(extraction))),
            "kinds": " ".join(sorted({claim.kind for claim in extraction.claims})),
        },
    )


def complete_search(connection: Connection) -> int:
    """Put in the current articles that are missing (a record of an older version); gives how many there were."""
    missing = connection.execute(
        text("SELECT row_id FROM article WHERE is_current AND row_id NOT IN (SELECT rowid FROM search)")
    ).scalars()
    row_ids = list(missing)
    for first in range(0, len(row_ids), _CHUNK):
        chunk = row_ids[first : first + _CHUNK]
        found = connection.execute(article_table.select().where(article_table.c.row_id.in_(chunk))).all()
        for row, extraction in zip(found, load_extractions(connection, found), strict=True):
            fill_search(connection, row.row_id, extraction)
    return len(row_ids)


def find_matches(connection: Connection, wanted: Wanted, limit: int) -> list[Match]:
    """The best matches, at most ``limit``; none where nothing is asked for."""
    asked = _expression(wanted)
    if asked is None:
        return []
    conditions, values = ["search MATCH :asked", "article.is_current"], {"asked": asked, "limit": limit}
    if wanted.language:
        conditions.append("article.language = :language")
        values["language"] = wanted.language
    for name, comparison in (("since", ">="), ("until", "<=")):
        day = getattr(wanted, name)
        if day:
            # A coarser date is a prefix of a day: it is compared as far as it goes.
            conditions.append(
                f"substr(article.published, 1, 10) {comparison} substr(:{name}, 1, length(article.published))"
            )
            values[name] = day
    found = connection.execute(
        text(
            f"SELECT article.row_id, article.id, bm25(search, {_WEIGHTS}) AS rank FROM search"
            f" JOIN article ON article.row_id = search.rowid WHERE {' AND '.join(conditions)}"
            " ORDER BY rank, article.row_id LIMIT :limit"
        ),
        values,
    )
    return [Match(row.row_id, row.id, -row.rank) for row in found]


def _expression(wanted: Wanted) -> str | None:
    """The query in the words of FTS5; forms hold no quotes, but are quoted all the same."""
    columns = "{title body names}" if wanted.widely else "{title body}"
    groups = [f"{columns} : ({' OR '.join(map(_quoted, group))})" for group in wanted.groups if group]
    parts = [f"({(' OR ' if wanted.any_group else ' AND ').join(groups)})"] if groups else []
    if wanted.speakers:
        parts.append(f"speakers : ({' OR '.join(map(_quoted, wanted.speakers))})")
    if wanted.kind:
        parts.append(f"kinds : ({_quoted((wanted.kind,))})")
    return " AND ".join(parts) or None


def _quoted(phrase: Sequence[str]) -> str:
    return '"' + " ".join(phrase).replace('"', "") + '"'


def _names(extraction: Extraction) -> Iterable[str]:
    """What names are worth, each once: names in Latin script, and codes of countries."""
    found: dict[str, None] = {}
    for annotation in extraction.annotations:
        value = annotation.value
        if isinstance(value, PersonValue | OrganisationValue | PlaceValue):
            found[value.name] = None
        elif isinstance(value, CountryValue):
            found[country_word(value.iso)] = None
    return found


def country_word(iso: str) -> str:
    """The word that stands for a country among the names: no language has such a word."""
    return f"country{iso.casefold()}"


def _speakers(extraction: Extraction) -> Iterable[str]:
    found: dict[str, None] = {}
    for claim in extraction.claims:
        if isinstance(claim.content, Statement):
            speaker = claim.content.speaker
            found[speaker.name] = found[speaker.mention] = None
    return found
