"""What a desk is started with. Not for what it shows."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from mithaq.errors import UsageError

MEGABYTE = 1_000_000
SHORTEST_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """``token`` is what writing needs; None: nothing can be written. ``bind`` is the address that is listened on.

    ``hosts`` are further names under which the desk is served. ``new``: a record may be made where there is none.
    ``record_is_locked``: the record's file can only be read, and so nothing can be written whatever the token.
    ``max_upload`` is in bytes, of one request; ``max_files`` of one reading; ``writes_per_minute`` and ``reads_per_second``
    are of one client. ``allow_fetch``: articles may be fetched from addresses. Raises UsageError where an open address
    would be served without a token.
    """

    record: Path
    token: str | None = None
    bind: str = "127.0.0.1"
    port: int = 8765
    allow_fetch: bool = False
    max_upload: int = 20 * MEGABYTE
    max_files: int = 50
    writes_per_minute: int = 240
    reads_per_second: int = 200
    hosts: tuple[str, ...] = ()
    new: bool = False
    record_is_locked: bool = False

    def __post_init__(self) -> None:
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise UsageError(f"the token is too short to keep anybody out; write at least {SHORTEST_TOKEN} characters")
        if not self.is_local and self.token is None:
            raise UsageError(
                f"{self.bind} can be reached from other machines; give a token with --token-file, or leave --bind out"
            )

    @property
    def is_local(self) -> bool:
        """Can only this machine reach the desk?"""
        if self.bind == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.bind).is_loopback
        except ValueError:
            return False
