"""Claims that tell the same thing, put together so that the brief says it once. Not for deciding what is true:
facts and disagreements come from reconciling."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from mithaq.model.article import Article
from mithaq.model.claim import Claim, Figure, Funding, Meeting, Speaker
from mithaq.publish.excerpts import one_line
from mithaq.publish.periods import bounds, is_compatible, most_precise

# A meeting told without its date is taken for the nearest one at the place, if it lies this close to the publication.
_NEAR_DAYS = 45
_GATHERINGS = ("summit", "ministerial", "conference")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim, the article that makes it, and who says it there, if not the article itself."""

    article: Article
    claim: Claim
    said_by: Speaker | None


Group = list[Evidence]


def group_by(evidence: Iterable[Evidence], key: Callable[[Evidence], Hashable]) -> list[Group]:
    """Groups of one key, in the order in which the keys are first met."""
    groups: defaultdict[Hashable, Group] = defaultdict(list)
    for item in evidence:
        groups[key(item)].append(item)
    return list(groups.values())


def group_meetings(evidence: Sequence[Evidence]) -> list[Group]:
    """The same meeting: one place, bodies and dates that agree where known. Undated tellings join the nearest."""
    dated = [item for item in evidence if _meeting(item).date is not None]
    undated = [item for item in evidence if _meeting(item).date is None]
    return _cluster([*dated, *undated], _meeting_keys, _is_same_meeting, _nearest)


def group_funding(evidence: Sequence[Evidence]) -> list[Group]:
    """The same money: amount and currency equal, donor, receiving state and period agreeing where known."""
    return _cluster(evidence, _funding_keys, _is_same_money, _first)


def group_figures(evidence: Sequence[Evidence]) -> list[Group]:
    """The same figure: value, unit and what it counts equal, place and time agreeing where known."""
    return _cluster(evidence, _figure_keys, _is_same_figure, _first)


def commonest(values: Iterable[str | None]) -> str | None:
    """The value most often given, among equals the longest, then the first in the alphabet."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)


def folded(text: str | None) -> str:
    """A text as it is compared: on one line, in lower case."""
    return one_line(text or "").casefold()


def bare_words(text: str) -> str:
    """The words of a text, without its quotation marks and points: how wire copy differs from paper to paper."""
    return " ".join(re.findall(r"\w+", folded(text)))


def _cluster(
    evidence: Sequence[Evidence],
    keys: Callable[[Evidence], list[Hashable]],
    is_same: Callable[[Evidence, Evidence], bool],
    choose: Callable[[Evidence, list[Group]], Group | None],
) -> list[Group]:
    """Each item joins a group that shares a key and all of whose members it agrees with, else begins its own."""
    groups: list[Group] = []
    by_key: defaultdict[Hashable, list[Group]] = defaultdict(list)
    for item in evidence:
        met = {id(group): group for key in keys(item) for group in by_key[key]}
        fitting = [group for group in met.values() if all(is_same(item, member) for member in group)]
        group = choose(item, fitting)
        if group is None:
            group = []
            groups.append(group)
        group.append(item)
        for key in keys(item):
            if not any(known is group for known in by_key[key]):
                by_key[key].append(group)
    return groups


def _first(_item: Evidence, fitting: list[Group]) -> Group | None:
    return fitting[0] if fitting else None


def _nearest(item: Evidence, fitting: list[Group]) -> Group | None:
    if _meeting(item).date is not None:
        return fitting[0] if fitting else None
    published = bounds(item.article.published)
    if published is None:
        return fitting[0] if len(fitting) == 1 else None

    def distance(group: Group) -> int:
        known = bounds(most_precise([_meeting(member).date for member in group]))
        return abs((known[0] - published[0]).days) if known else _NEAR_DAYS

    near = [group for group in fitting if distance(group) <= _NEAR_DAYS]
    return min(near, key=distance, default=None)


def _meeting(item: Evidence) -> Meeting:
    assert isinstance(item.claim.content, Meeting)
    return item.claim.content


def _meeting_keys(item: Evidence) -> list[Hashable]:
    meeting = _meeting(item)
    named = (("city", folded(meeting.city)), ("country", meeting.country or ""), ("body", folded(meeting.body)))
    return [key for key in named if key[1]]


def _is_same_meeting(one: Evidence, other: Evidence) -> bool:
    first, second = _meeting(one), _meeting(other)
    if not _agree(first.body, second.body) or _sort_of_meeting(first) != _sort_of_meeting(second):
        return False
    if not _agree(first.city, second.city) or not _agree(first.country, second.country):
        return False
    if one.article.id == other.article.id and not _is_surely_one(first, second):
        return False
    if not _is_compatible_status(first, second) or not is_compatible(first.date, second.date):
        return False
    share_place = (first.city and second.city) or (first.country and second.country)
    # Without a common place, only the same body on the same day is the same meeting.
    return bool(share_place or (first.body and second.body and first.date and first.date == second.date))


def _is_surely_one(first: Meeting, second: Meeting) -> bool:
    """Two meetings of one article are two, unless it says of both who met and when: else it would not tell them apart."""
    return bool(first.body and second.body and first.date and first.date == second.date)


def _sort_of_meeting(meeting: Meeting) -> str:
    return "gathering" if meeting.level in _GATHERINGS else meeting.level


def _is_compatible_status(first: Meeting, second: Meeting) -> bool:
    if first.status == second.status:
        return True
    # Announced in one article and held in another: the same only if both give a time with two ends.
    told = {first.status, second.status} == {"held", "planned"}
    return told and bounds(first.date) is not None and bounds(second.date) is not None


def _funding(item: Evidence) -> Funding:
    assert isinstance(item.claim.content, Funding)
    return item.claim.content


def _funding_keys(item: Evidence) -> list[Hashable]:
    funding = _funding(item)
    return [(funding.amount, funding.currency)]


def _is_same_money(one: Evidence, other: Evidence) -> bool:
    first, second = _funding(one), _funding(other)
    states = [name if name and len(name) == 2 else None for name in (first.recipient, second.recipient)]
    same_parties = _agree(first.donor, second.donor) and _agree(*states)
    return same_parties and is_compatible(first.period, second.period)


def _figure(item: Evidence) -> Figure:
    assert isinstance(item.claim.content, Figure)
    return item.claim.content


def _figure_keys(item: Evidence) -> list[Hashable]:
    figure = _figure(item)
    return [(figure.value, folded(figure.unit), folded(figure.of))]


def _is_same_figure(one: Evidence, other: Evidence) -> bool:
    first, second = _figure(one), _figure(other)
    return _agree(first.where, second.where) and is_compatible(first.when, second.when)


def _agree(one: str | None, other: str | None) -> bool:
    return not one or not other or folded(one) == folded(other)
