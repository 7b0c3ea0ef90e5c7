"""Which files there are to read under the paths a user names. Not for opening them."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

TEXT_ENDINGS = frozenset({".txt", ".text"})
PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
ENDINGS = TEXT_ENDINGS | PAGE_ENDINGS


def find_files(paths: Sequence[Path], passed_over: Counter[str] | None = None) -> Iterator[Path]:
    """Every named file, and every text or page in the named folders and below, in order of name, each once.

    Hidden files are left out, and so is what folders hold of other kinds: ``passed_over`` counts it by ending. A named
    path is always given, so that whoever opens it can say what is wrong with it; so is a folder that cannot be listed.
    """
    counter = passed_over if passed_over is not None else Counter()
    given: set[str] = set()
    for path in paths:
        found = _walk(str(path), counter, set()) if path.is_dir() else iter([str(path)])
        for name in found:
            absolute = os.path.abspath(name)
            if absolute not in given:
                given.add(absolute)
                yield Path(name)


def readable_path(path: Path) -> str:
    """The path as text that can be printed and stored: bytes that are no UTF-8 are written ``\\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _walk(folder: str, counter: Counter[str], above: set[tuple[int, int]]) -> Iterator[str]:
    """Files in order of name. ``above`` holds the folders on the way down, so that a link into one of them ends there."""
    try:
        status = os.stat(folder)
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            yield from _walk(entry.path, counter, above | {identity})
        elif (ending := os.path.splitext(entry.name)[1].lower()) in ENDINGS:
            yield entry.path
        else:
            counter[ending or entry.name] += 1


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
