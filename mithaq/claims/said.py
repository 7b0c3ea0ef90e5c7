"""Where the words are that a reporting clause reports: behind it, before it, or around it. Not for who says them."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from mithaq.model.claim import QuoteKind
from mithaq.model.span import Span
from mithaq.text.lattice import Unit

_PAIRS = {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"'}
_OPENERS = frozenset(_PAIRS)
_LEADING = frozenset(" \t\n\u00a0\u202f:،,؛;-–—")
_LONGEST = 4000
# A clause this near to the end of a quotation speaks of it.
_NEAR = 4
_QUOTED = re.compile(
    r"\"[^\"]{3,}(?:\"|$)|«[^»]{3,}(?:»|$)|“[^”]{3,}(?:”|$)|„[^“]{3,}(?:“|$)|(?<!\w)‘[^‘]{3,}’(?!\w)|(?<!\w)'(?=\w)[^\n]{3,300}?[.,!?]'(?!\w)"
)
_REOPENED = re.compile(r"\n\s*[\"«“„]")
# Words that may stand between a reporting clause and the end of its sentence when what was said precedes it.
_ASIDE = frozenset(("adverb", "date", "statement_place", "listener", "hearer", "preposition", "in"))
_ENDS = frozenset(("stop", "break", "comma", "close", "semicolon", "relative"))
_OPENS_CONTENT = frozenset(("that", "colon", "quote_mark", "to"))
# Behind a closed quotation a clause with an object of its own reports something else.
_OPENS_ANOTHER = _OPENS_CONTENT | {"speaker"}


def looks_back(text: str, sentence: Span, clause: Span, following: Sequence[Unit], *, freely: bool) -> bool:
    """Does the clause follow what was said ("…", he said. / …, he said, …)? ``following`` are the units after it.

    ``freely``: neither an aside at the head of the sentence ("In Paris, he said …") nor the verb forbids that words such
    as a place or the hearer stand between the clause and the end.
    """
    before = text[sentence.start : clause.start].rstrip(" \t\u00a0")
    first = following[0].labels if following else _ENDS
    if not before:
        return not first & _OPENS_ANOTHER and _closes_quotation(text, _end_before(text, clause.start))
    if _closes_quotation(text, sentence.start + len(before.rstrip(","))):
        return not first & _OPENS_CONTENT
    if not before.endswith((",", "–", "—", "-")):
        return False
    for number, unit in enumerate(following):
        if unit.labels & _ENDS:
            return True
        if unit.labels & _OPENS_CONTENT or not (unit.labels & _ASIDE or (freely and number)):
            return False
    return False


def _end_before(text: str, place: int) -> int:
    """Where the words before a place end."""
    while place > 0 and text[place - 1].isspace():
        place -= 1
    return place


def _closes_quotation(text: str, end: int) -> bool:
    """Does a quotation end before this place, rather than begin? A straight mark closes what its line has opened."""
    mark = text[end - 1 : end]
    if mark == "’" and text[end : end + 1].isalpha():
        return False  # an apostrophe
    if mark != '"':
        return mark in ("»", "”", "’")
    return text.count('"', text.rfind("\n", 0, end) + 1, end) % 2 == 0


def words_before(text: str, sentence: Span, clause: Span, following: int, quotations: Sequence[Span]) -> Span | None:
    """What was said before the clause; with what goes on behind it, in the same sentence or in a further quotation."""
    end = clause.start
    while end > sentence.start and text[end - 1] in _LEADING:
        end -= 1
    start = sentence.start
    if start >= end:
        end = _end_before(text, start)
    position = bisect_right(quotations, end, key=lambda quotation: quotation.start) - 1
    if position >= 0 and quotations[position].end >= end - 2 and quotations[position].start <= start:
        start = quotations[position].start - 1
    if start >= end:
        return None
    resumed = _resumed(text, sentence, clause, following) if following else None
    return Span(start, resumed if resumed is not None else end)


def _resumed(text: str, sentence: Span, clause: Span, following: int) -> int | None:
    """Where what was said ends if it goes on after the clause: …, he said, …; "…," he said. "…"."""
    rest = text[clause.end : sentence.end]
    if rest[:1] == "," and len(rest.strip(" ,.")) > 12 and following > sentence.end:
        return _trimmed(text, clause.end, sentence.end)
    place = max(clause.end, sentence.end)
    while place < len(text) and text[place] in " \t\u00a0":
        place += 1
    if place < len(text) and text[place] in _OPENERS and not rest.strip(" .,").count(","):
        closed = closing(text, place)
        if closed is not None and (following > closed + _NEAR or following >= len(text)):
            return closed + 1
    return None


def words_after(text: str, sentence: Span, start: int, following: int) -> Span | None:
    """What is said behind the clause, up to the next clause, the sentence's end, or the end of the quotation it opens."""
    while start < sentence.end and text[start] in _LEADING:
        start += 1
    end = min(sentence.end, max(following, start))
    opened = next(
        (place for place in range(start, min(start + 40, end)) if text[place] in _OPENERS and _opens(text, place)), None
    )
    if opened is not None:
        closed = closing(text, opened)
        if closed is not None and closed > end:
            end = closed + 1
    end = _trimmed(text, start, end)
    return Span(start, end) if end > start else None


def _opens(text: str, place: int) -> bool:
    return text[place] != "‘" or not text[place - 1 : place].isalnum()


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _LEADING:
        end -= 1
    return end


def closing(text: str, opened: int) -> int | None:
    """The mark that closes the quotation opened there; a paragraph that begins with an opening mark goes on with it."""
    opener = text[opened]
    closer = _PAIRS[opener]
    limit = min(len(text), opened + _LONGEST)
    position = opened + 1
    while True:
        line_end = text.find("\n", position)
        line_end = limit if line_end < 0 else min(line_end, limit)
        found = text.find(closer, position, line_end)
        if found >= 0:
            return found
        opening = re.compile(r"\s*" + re.escape(opener)).match(text, line_end)
        if opening is None or opening.end() >= limit:
            return None
        position = opening.end()


def quote_kind(text: str, content: Span | None, clause: Span) -> QuoteKind:
    """Are the words given as said (direct), told (indirect), or partly quoted (mixed)? The clause itself does not count."""
    if content is None:
        return "indirect"
    said = content.of(text)
    if content.contains(clause):
        said = text[content.start : clause.start].rstrip(" ,") + text[clause.end : content.end].lstrip(" ,")
    said = _REOPENED.sub("\n", said)
    quoted = sum(len(found.group()) for found in _QUOTED.finditer(said))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.75 * len(said) else "mixed"
