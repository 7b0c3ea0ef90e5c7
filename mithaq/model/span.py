"""A place in an article's text. Not for text itself: whoever holds a span asks the article for the words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of Unicode code points, ``0 <= start <= end``, in an article's stored text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this place in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Do the two share at least one character?"""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Does the other lie wholly inside this one?"""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
