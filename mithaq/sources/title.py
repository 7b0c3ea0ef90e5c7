"""The title of an article: as metadata states it, cleaned, or one of its first lines. Not for finding it in a page."""

import re

OPENING = 4000
DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
LINES_TRIED = 3
LONGEST = 160
FEWEST_WORDS = 2
YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b[١][٩][٠-٩]{2}\b|\b[٢][٠][٠-٩]{2}\b")
NUMBER = re.compile(r"\d+")
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
WORD = re.compile(r"[^\W\d_]{2,}")
WORDS_OF_A_DATE = 4
"""Weekday, month, and a label such as "published on": with a year or a clock and no more words, a line is a date."""


def stated_title(title: str | None) -> str | None:
    """``title`` as metadata gives it, without marks of direction; None when it is a date put in the wrong place."""
    cleaned = DIRECTION.sub("", title or "").strip()
    return cleaned if cleaned and not _is_date(cleaned) else None


def first_title(text: str) -> str | None:
    """The first of the opening lines that is short, is not a date and does not end as a sentence does; else None."""
    lines = [line.strip() for line in DIRECTION.sub("", text[:OPENING]).split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    for line in lines[:LINES_TRIED]:
        if _is_date(line) or len(WORD.findall(line)) < FEWEST_WORDS:
            continue
        return line if len(line) <= LONGEST and not _ends_a_sentence(line) else None
    return None


def _is_date(line: str) -> bool:
    words = len(WORD.findall(line))
    numbers = len(NUMBER.findall(line))
    dated = (YEAR.search(line) is not None and numbers >= 2) or CLOCK.search(line) is not None
    return words == 0 or (dated and words <= WORDS_OF_A_DATE)


def _ends_a_sentence(line: str) -> bool:
    return line.endswith((".", "،", "؛", ",", ";", ":")) and not line.endswith(("..", "…"))
