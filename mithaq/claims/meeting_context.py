"""Gives a meeting what another of the same article tells of it: body, level, place. Not for joining mentions of one meeting."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from mithaq.claims.meeting_joining import dates_meet, status_of
from mithaq.claims.meeting_mentions import Mention

# As many gatherings before talks are looked at for their place.
_LOOKED_AT = 8
# Characters between talks and the gathering on whose sidelines they were.
_BESIDE = 300


def give_body(groups: Sequence[Mention], named_most: str | None) -> None:
    """A meeting of many whose body is not named is one of the body that the article's other meetings are of."""
    counts = Counter(group.body for group in groups if group.body and not group.partners)
    # Among equals the one named first: a lead says whose meeting it is.
    main = max(counts, key=lambda name: counts[name], default=named_most)
    for group in groups:
        if (
            group.body is None
            and not group.partners
            and not group.process
            and (group.relation or group.by_ministers or _is_theirs(group))
        ):
            group.body = main


def give_level(groups: Sequence[Mention]) -> None:
    """Those who meet again are those who met: the next or previous meeting is of the level and body of the one told
    before it, where its own words give none.
    """
    known: Mention | None = None
    for group in groups:
        if group.partners or group.process:
            continue
        if known is not None and (group.again or (group.relation and group.level == "talks")):
            if not group.body or group.body == known.body:
                group.level, group.body = known.level, group.body or known.body
        elif group.relation is None and (group.level != "talks" or known is None):
            known = group


def give_places(groups: Sequence[Mention], published: str | None) -> None:
    """Talks on the sidelines of a gathering, or told after it and of the same time, are held where it is."""
    _place_of_talks_beside(groups)
    placed = [group for group in groups if (group.city or group.country) and not group.partners]
    starts = [group.place.start for group in placed]
    for group in groups:
        if not group.partners or group.several or group.city or group.country:
            continue
        after = bisect_left(starts, group.place.start)
        near = placed[max(0, after - _LOOKED_AT) : after + group.sideline]
        if not group.sideline:
            near = [other for other in near if _holds(other, group, published)]
        if near:
            nearest = min(near, key=lambda other: abs(other.place.start - group.place.start))
            slot = "city" if nearest.city else "country"
            group.city, group.country, group.spans[slot] = nearest.city, nearest.country, nearest.spans[slot]


def _place_of_talks_beside(groups: Sequence[Mention]) -> None:
    """A gathering on whose sidelines talks were held, told right before it, is held where they were."""
    for talks, group in pairwise(groups):
        placed = group.city or group.country
        beside = talks.partners and 0 <= group.place.start - talks.place.end <= _BESIDE
        if group.sideline and not group.partners and not placed and beside and (talks.city or talks.country):
            slot = "city" if talks.city else "country"
            group.city, group.country, group.spans[slot] = talks.city, talks.country, talks.spans[slot]


def _holds(gathering: Mention, talks: Mention, published: str | None) -> bool:
    """May the talks be part of the gathering: told after it, neither planned where the other is past nor on other days?"""
    return (
        gathering.level in ("summit", "ministerial", "conference")
        and gathering.relation is None
        and talks.relation is None
        and status_of(gathering, published, "held") == status_of(talks, published, "held")
        and dates_meet(gathering.date, talks.date)
    )


def _is_theirs(group: Mention) -> bool:
    return (
        group.definite
        and group.weight > 0
        and (group.level in ("ministerial", "officials", "session") or group.tense == "planned")
    )
