"""Finds who is met by a verb of meeting: "met with his counterpart", "اجتمع بالرئيس". Not for the meeting itself."""

from collections.abc import Sequence
from itertools import zip_longest

from mithaq.claims.meeting_dates import date_of
from mithaq.claims.meeting_parties import Party, parties_of
from mithaq.text.lattice import Unit

# As many plain words may stand between "met" and those met.
_MOST_WORDS = 2
_OBJECT_SKIPS = frozenset(
    ("the", "possessive", "country", "former", "honorific", "adverb", "date", "at_place", "place", "with_word", "and", "and_word",
     "clitic_in", "clitic_and", "organisation", "comma", "in", "of", "quote_mark", "figure", "by_person", "by_whom")
)  # fmt: skip


def find_objects(
    verb: Unit,
    before: Sequence[Unit],
    after: Sequence[Unit],
    sides: Sequence[Party],
    *,
    subject_first: bool,
) -> list[Party] | None:
    """Those who are met; empty where several met each other; None where nobody that matters meets."""
    kind = verb.values["meet"]
    known = parties_of(before)
    if kind == "gathered":
        # A participle stands beside those who met: "ministers gathered in Rome", "gathered in Rome, the ministers …".
        return [] if any(party.plural for party in (*known[-1:], *sides[:1])) else None
    if any(not party.official for party in sides[:1]) and not any(party.official for party in known):
        return None
    if subject_first:
        met = _direct(after, sides, words=0 if kind == "received" else _MOST_WORDS) if kind != "gather" else []
        if met:
            pronoun = any(unit.labels & {"pronoun", "where_word", "relative"} for unit in before[-3:])
            return met if any(party.official for party in known) or pronoun or met[0].official else None
        alone = kind != "received" and any(party.plural for party in known) and not _has_object(after, kind)
        return [] if alone else None
    marked = next((index for index, unit in enumerate(after) if _marks_object(after, index)), None)
    if marked is not None and (met := parties_of(after[marked:])):
        return met[:3] if kind != "discussed" or met[0].official else None
    if kind == "discussed":
        # Only what is discussed with somebody is talks.
        return None
    officials = [party for party in sides if party.official]
    if len(officials) >= 2 and not officials[0].plural:
        return list(officials[1:3])
    if len(officials) == 1 and any(party.official for party in known[-1:]):
        return officials
    if len(officials) == 1 and not officials[0].plural and kind == "talks" and _adds(before, after):
        # "And he also met the prince": the one who met was named before.
        return officials
    return [] if kind != "received" and any(party.plural for party in sides[:1]) else None


def _adds(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Does a verb at the head of a sentence go on with what somebody did: "and he met there", "he also met"?"""
    led = len(before) == 1 and "clitic_and" in before[0].labels
    return led and bool(after) and bool(after[0].labels & {"there_is", "also_word", "adverb"})


def _has_object(after: Sequence[Unit], kind: str) -> bool:
    """Does something that is no party follow right after the verb ("meets the conditions")?"""
    following = [unit for unit in after if not unit.labels & {"the", "definite", "possessive", "figure", "quantifier"}][
        :1
    ]
    return kind == "talks" and any(unit.labels <= {"word", "capital"} for unit in following)


def _marks_object(after: Sequence[Unit], index: int) -> bool:
    """Does an object follow: "with", "his counterpart", or the preposition that the verb takes before a title or a name."""
    labels = after[index].labels
    if labels & {"with_word", "peer_word"}:
        return True
    return (
        "clitic_in" in labels
        and index + 1 < len(after)
        and bool(after[index + 1].labels & {"role", "role_plural", "meeting_level", "person"})
    )


def _direct(after: Sequence[Unit], sides: Sequence[Party], words: int) -> list[Party]:
    """The officials met, where nothing but places, dates, small words and ``words`` others stand before them."""
    if not sides or not sides[0].official or "organisation" in sides[0].unit.labels:
        return []
    between = 0
    for unit, following in zip_longest(after, after[1:]):
        if following is not None and "topic_word" in unit.labels and date_of(following):
            # "Met on Tuesday with …".
            continue
        if unit is sides[0].unit:
            return [party for party in sides[:4] if party.official]
        between += not unit.labels & _OBJECT_SKIPS and not unit.labels & {"role", "peer_word"}
        if between > words or "topic_word" in unit.labels:
            return []
    return []
