"""Who was there before a place: speakers and subjects together, the nearest first. Not for who of them is meant."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mithaq.claims.speakers import Voice

Mention = tuple[int, Voice]
"""An offset into the text, and who is named there."""


def mentions_before(
    spoken: Sequence[Mention], subjects: Sequence[Mention], offset: int
) -> Iterator[tuple[int, Voice, bool]]:
    """Offset, voice and whether it spoke, for each before ``offset``; of two at one place the speaker comes first.

    Both rows are sorted by offset. The work grows with what is taken from it.
    """
    speaker = bisect_left(spoken, offset, key=lambda mention: mention[0]) - 1
    subject = bisect_left(subjects, offset, key=lambda mention: mention[0]) - 1
    while speaker >= 0 or subject >= 0:
        if subject < 0 or (speaker >= 0 and spoken[speaker][0] >= subjects[subject][0]):
            yield *spoken[speaker], True
            speaker -= 1
        else:
            yield *subjects[subject], False
            subject -= 1
