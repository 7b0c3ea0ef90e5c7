"""The store: keeps articles, what was read from them and what it amounts to. Not for reading or reasoning."""

from mithaq.record.addition import Added
from mithaq.record.store import Record
from mithaq.record.verification import BrokenCitation

__all__ = ["Added", "BrokenCitation", "Record"]
