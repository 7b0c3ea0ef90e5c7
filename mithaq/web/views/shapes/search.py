"""What was found."""

from dataclasses import dataclass

from mithaq.web.views.shapes.common import ArticleHead, Citation, Count, Page


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text with the matched words at ``marks`` (offsets into ``text``); ``citation`` opens the first."""

    text: str
    marks: tuple[tuple[int, int], ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that was found. ``near``: found by meaning only, through ``through`` (what links the words)."""

    article: ArticleHead
    near: bool
    through: tuple[str, ...]
    snippets: tuple[Snippet, ...]
    score: float


@dataclass(frozen=True, slots=True)
class SearchView:
    """What was asked and found."""

    query: str
    hits: Page[SearchHit]
    understood: tuple[str, ...] = ()
    languages: tuple[Count, ...] = ()
