"""Publication dates as metadata gives them. Not for date lines inside a text: those are read with the language packs."""

import re
from datetime import date

EDTF_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
TIME_OF_DAY = re.compile(r"[T ]\d{2}:?\d{2}.*")


def date_only(written: str) -> str | None:
    """The EDTF date (day, month or year, with ``~``, ``?`` or ``%``) in an ISO 8601 date or time, else None.

    A time of day is cut off, not converted: the date is the one that the outlet's readers saw.
    """
    match = EDTF_DATE.match(written.strip())
    if match is None:
        return None
    rest = written.strip()[match.end() :]
    if rest and not (match[3] and TIME_OF_DAY.fullmatch(rest)):
        return None
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return match[0]
