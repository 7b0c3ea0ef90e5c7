"""Metadata lines at the top of a text, ``# key: value``. Not for metadata inside pages."""

import re
from dataclasses import dataclass

KEYS = frozenset({"source", "outlet", "published", "title", "language", "url"})
LINE = re.compile(r"#[ \t]*([A-Za-z_]+)[ \t]*:[ \t]*(.*)")
UNKNOWN = frozenset({"", "unknown", "none"})


@dataclass(frozen=True, slots=True)
class Header:
    """``values`` by key, without those that are unknown; ``unused`` are keys nobody reads; ``body`` is what follows."""

    values: dict[str, str]
    unused: tuple[str, ...]
    body: str


def split_header(text: str) -> Header:
    """Cut the header off ``text``, with the blank lines after it; a text that does not start with a known key has none."""
    values: dict[str, str] = {}
    unused: list[str] = []
    lines = text.removeprefix("\ufeff").split("\n")
    taken = 0
    for line in lines:
        match = LINE.fullmatch(line.strip())
        key = match[1].lower() if match else ""
        if not (key in KEYS or (taken and (key or line.strip() == "#"))):
            break
        taken += 1
        if match and key in KEYS:
            if match[2].strip().lower() not in UNKNOWN:
                values.setdefault(key, match[2].strip())
        elif key:
            unused.append(key)
    if not taken:
        return Header({}, (), text)
    while taken < len(lines) and not lines[taken].strip():
        taken += 1
    return Header(values, tuple(unused), "\n".join(lines[taken:]))
