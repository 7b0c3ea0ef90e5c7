"""Finds words in quotation marks, across sentences of one paragraph and across paragraphs that reopen the quotation."""

from collections.abc import Iterable

from mithaq.model.annotation import Annotation
from mithaq.model.span import Span
from mithaq.model.values import QuotationValue

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_STRAIGHT = '"'
_SHORTEST, _LONGEST = 3, 4000


def read_quotations(text: str) -> Iterable[Annotation]:
    """The quotations of ``text`` in order, outermost only; the span is what stands between the marks.

    Straight marks pair up inside one line; a quotation left open at a line's end is left out.
    """
    position = 0
    while position < len(text):
        mark = text[position]
        closer = _PAIRS.get(mark) or (_STRAIGHT if mark == _STRAIGHT else None)
        if closer is None:
            position += 1
            continue
        end = _end(text, position, closer)
        if end is None:
            position += 1
            continue
        if end - position - 1 >= _SHORTEST:
            place = Span(position + 1, end)
            yield Annotation(place, place.of(text), QuotationValue(mark + closer))
        position = end + 1


def _end(text: str, start: int, closer: str) -> int | None:
    limit = min(len(text), start + _LONGEST)
    if closer == _STRAIGHT:
        line_end = text.find("\n", start)
        limit = min(limit, line_end if line_end >= 0 else len(text))
    depth, opener = 0, text[start]
    for place in range(start + 1, limit):
        if text[place] == closer:
            if not depth:
                return place
            depth -= 1
        elif text[place] == opener and opener != closer:
            depth += 1
    return None
