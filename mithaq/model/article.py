"""An article as it was taken in. Its text never changes: a changed article is another article, a later version."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article, whole.

    ``source`` says where it came from (address or path) and ties the versions of one article together.
    ``published`` is an EDTF date or None; ``published_basis`` says how it is known: ``explicit`` (metadata),
    ``date_line`` (a line of the text), ``inferred`` (from other articles of the story) or None.
    ``notes`` are remarks of the reader to be shown to the user, such as "decoded from windows-1256".
    """

    source: str
    file: str
    outlet: str | None
    language: str
    published: str | None
    published_basis: str | None
    title: str | None
    text: str
    notes: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def id(self) -> str:
        """16 hexadecimal digits made from file, outlet, language, title, text and a date that was read, not inferred."""
        dated = self.published if self.published_basis != "inferred" else None
        parts = (self.file, self.outlet or "", self.language, dated or "", self.title or "", self.sha256)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]
