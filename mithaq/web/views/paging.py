"""Cutting a list into pages. Not for order or choice."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from mithaq.web.views.shapes import Page

PAGE_SIZE = 25
MOST = 200

Kept = TypeVar("Kept")
Item = TypeVar("Item")


def cut(
    kept: Sequence[Kept], page: int, page_size: int, show: Callable[[Sequence[Kept]], Sequence[Item]]
) -> Page[Item]:
    """One page: what ``show`` makes of the entries on it. A page beyond the last is empty."""
    start = (page - 1) * page_size
    return Page(tuple(show(kept[start : start + page_size])), page, page_size, len(kept))
