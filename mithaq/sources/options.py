"""What the caller says about the articles to be read. Not for what the articles say of themselves."""

from dataclasses import dataclass

from mithaq.errors import UsageError
from mithaq.sources.published import date_only

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """``published`` (an EDTF date), ``outlet`` and ``language`` stand for every article read and go before its own words.

    ``languages`` are the codes that have a pack; ``language`` is one of them, or None or "auto" to find out.
    Raises UsageError when a value cannot be.
    """

    languages: tuple[str, ...]
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    max_bytes: int = 20 * MEGABYTE

    def __post_init__(self) -> None:
        if self.published is not None and date_only(self.published) != self.published:
            raise UsageError(f"{self.published!r} is not a date: write it like 2022-05-12, 2022-05 or 2022.")
        if self.language not in (None, "auto", *self.languages):
            packs = ", ".join(self.languages)
            raise UsageError(f"There is no pack for the language {self.language!r}: use one of {packs}, or auto.")
        if self.max_bytes <= 0:
            raise UsageError("The size limit must be more than zero: --max-mb 20 is usual.")

    @property
    def fixed_language(self) -> str | None:
        """The language the caller named, None when it is to be found out."""
        return None if self.language == "auto" else self.language
