"""What is being read in, and what was refused."""

from dataclasses import dataclass, field

from mithaq.web.views.shapes.common import ArticleHead


@dataclass(frozen=True, slots=True)
class RefusalLine:
    """A source that could not be read; ``reason`` is a key of ARTICLE_REASONS."""

    source: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """What became of one file or text that was handed in: new, changed, unchanged or refused (with why)."""

    name: str
    outcome: str
    article: ArticleHead | None
    claims: int
    reason: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingView:
    """How far a reading has come: ``done`` of ``total``; ``finished`` when everything was also reconciled."""

    id: str
    done: int
    total: int
    finished: bool
    lines: tuple[ReadingLine, ...] = field(default=())
    stopped: str | None = None
