"""What every view has: citations, pages of a list, counts, heads of articles."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of an article at ``start`` to ``end`` (code points of its text); ``excerpt`` is them on one line, shortened."""

    article_id: str
    start: int
    end: int
    file: str
    outlet: str | None
    excerpt: str
    language: str = ""
    published: str | None = None
    claim_id: str | None = None

    @property
    def href(self) -> str:
        """Where the desk shows the words."""
        return f"/article/{self.article_id}?at={self.start}-{self.end}#at"


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list: ``page`` counts from 1, ``total`` is of the whole list."""

    items: tuple[Item, ...]
    page: int
    page_size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.page_size))


@dataclass(frozen=True, slots=True)
class Count:
    """How many of ``key`` there are; ``key`` is empty where it is not known (no outlet, no date)."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article without its text."""

    id: str
    file: str
    outlet: str | None
    language: str
    published: str | None
    published_basis: str | None
    title: str | None
    source: str = ""
