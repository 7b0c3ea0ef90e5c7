"""Does a line fit what was asked, and what can be asked for? Not for full text search: that is the record's."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from mithaq.errors import UsageError
from mithaq.model.edtf import bounds
from mithaq.text.fold import fold
from mithaq.web.views.shapes import Count

_MOST_CHOICES = 100


def has_words(asked: str, *parts: str | None) -> bool:
    """Does each word that was asked for stand somewhere in the parts, folded?"""
    shown = fold(" ".join(part for part in parts if part))
    return all(word in shown for word in fold(asked).split())


def day_of(edtf: str | None, end: int) -> date | None:
    """First (0) or last (1) day of a date; None for none. Raises UsageError for what is no date."""
    if not edtf:
        return None
    found = bounds(edtf)
    day = found[end] if found else None
    if day is None:
        raise UsageError(f"{edtf[:40]!r} is no date; write it as 2022-05-12, 2022-05 or 2022")
    return day


def counted(keys: Iterable[str], most: int = _MOST_CHOICES) -> tuple[Count, ...]:
    """How often each key comes, the most frequent first."""
    found = sorted(Counter(keys).items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Count(key, count) for key, count in found[:most])
