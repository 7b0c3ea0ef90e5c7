"""What a person decided about a claim or a pair of claims. It never overwrites a claim."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "reject", "same", "different"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """``about`` holds one claim id (accept, reject) or two (same, different); ``when`` is an ISO 8601 time."""

    about: tuple[str, ...]
    verdict: Verdict
    who: str
    when: str
    why: str
    revoked: bool = False
