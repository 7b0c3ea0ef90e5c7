"""The brief before it has a format: sections, blocks, lines, and what each line cites. Built once, rendered thrice."""

from dataclasses import dataclass

from mithaq.model.article import Article
from mithaq.model.span import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of article ``number``: ``words`` is its text at ``span``, ``excerpt`` the part that is shown in a line."""

    number: int
    language: str
    span: Span
    words: str
    excerpt: str

    @property
    def anchor(self) -> str:
        """A name for the place, unique in a brief."""
        return f"a{self.number}-{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know. ``text`` may be empty: then the excerpt of the first citation says it."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one heading (a speaker, a body, an actor), or under none."""

    heading: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """``blocks`` is empty when nothing was found; ``size`` is how many things they tell.

    ``command`` lists everything where a format shows only the start.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    size: int
    command: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article that is cited, by its number; ``about`` says outlet, date and how it is known, language and file."""

    number: int
    article: Article
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Brief:
    """``introduction`` is what was read; ``silent`` are the files of articles from which nothing is cited."""

    language: str
    title: str
    introduction: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    silent: tuple[str, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every place cited, once, sorted by article and place."""
        found = {
            citation.anchor: citation
            for section in self.sections
            for block in section.blocks
            for line in block.lines
            for citation in line.citations
        }
        return tuple(sorted(found.values(), key=lambda citation: (citation.number, citation.span)))
