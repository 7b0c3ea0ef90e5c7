"""Everything that can go wrong, as one tree.

    MithaqError
    ├── ArticleRefused      one article could not be read; the batch goes on
    ├── RecordError         the record cannot be opened, read or written
    │   ├── RecordTooNew    written by a newer version of the software
    │   └── RecordFull      no room left to write
    ├── PackError           a language pack is not as it must be
    └── UsageError          the caller asked for something that cannot be

Messages are one line: what happened, then what to do. Errors of other libraries are translated where they
cross into ours.
"""


class MithaqError(Exception):
    """The root: catch this to catch everything the software raises on purpose."""


class ArticleRefused(MithaqError):
    """One article could not be read.

    ``code`` is one of the reason codes in ``mithaq.model.rejection.ARTICLE_REASONS``.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class RecordError(MithaqError):
    """The record cannot be opened, read or written."""


class RecordTooNew(RecordError):
    """The record was written by a newer version of the software."""


class RecordFull(RecordError):
    """There is no room left on the disk that holds the record."""


class PackError(MithaqError):
    """A language pack holds something that cannot be used."""


class UsageError(MithaqError):
    """The caller asked for something that cannot be done as asked."""
