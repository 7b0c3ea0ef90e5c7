"""Does a line fit what was asked? Not for full text search: that is the record's."""

from datetime import date

from mithaq.errors import UsageError
from mithaq.model.edtf import bounds
from mithaq.text.fold import fold


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
