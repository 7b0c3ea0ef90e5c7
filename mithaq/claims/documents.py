"""Is an article the text of a meeting itself, and which of its sentences are items of what is to be done.

There "we" are the participants, and a sentence may begin with the act ("Promote trade …"). Not for reports about texts.
"""

from collections.abc import Sequence

from mithaq.claims.clauses import Clauses
from mithaq.claims.statements import Statements
from mithaq.claims.undertakings import Undertaking
from mithaq.model.claim import Statement
from mithaq.text.fold import fold


def is_document(clauses: Clauses, statements: Statements, document_words: frozenset[str]) -> bool:
    """Is the article the text of a meeting itself? Then "we", and items without a subject, are the participants'.

    Its title calls it so, or it has no title, quotes nobody and speaks as "we"; and no person or state is reported in it.
    """
    speakers = (claim.content.speaker.kind for claim in statements.claims if isinstance(claim.content, Statement))
    title = clauses.article.prepared.article.title
    silent = ("collective", "document", "organisation") if title else ("collective", "document")
    if any(kind not in silent for kind in speakers):
        return False
    if title:
        return any(word.strip(":,.'’\"") in document_words for word in fold(title).split())
    quoted = any("quote_mark" in unit.labels for unit in clauses.units)
    return not quoted and any(unit.labels & {"we", "our"} for unit in clauses.units)


def items_of(clauses: Clauses) -> list[Undertaking]:
    """Sentences of a meeting's own text that begin with what is to be done ("Promote trade …", "To phase out …")."""
    items = []
    for end in clauses.breaks:
        first, _ = clauses.sentence(end)
        start = first
        while start < end and clauses.units[start].labels & {
            "open",
            "close",
            "quote_mark",
            "digits",
            "mark",
            "dash",
            "adverb_form",
            "to",
        }:
            start += 1
        if (
            start < end
            and clauses.units[start].labels & {"action_word", "continue_verb"}
            and "with_article" not in clauses.units[start].labels
        ):
            items.append(Undertaking(start, start, "document", "item"))
    return items


def with_items(found: Sequence[Undertaking], items: Sequence[Undertaking]) -> list[Undertaking]:
    """All in order of place; an item where something else binds already is dropped."""
    taken = {place for one in found for place in range(one.first, one.action + 1)}
    return sorted((*found, *(item for item in items if item.first not in taken)), key=lambda one: one.first)
