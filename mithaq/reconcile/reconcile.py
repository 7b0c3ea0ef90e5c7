"""Claims of many articles in, facts and disagreements out. The order of the articles does not matter."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mithaq.model.article import Article
from mithaq.model.claim import Claim, Figure, Funding, Meeting
from mithaq.model.edtf import bounds
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.fact import Disagreement, DisagreementReason, Fact, Side
from mithaq.model.values import Qualifier
from mithaq.reconcile.intervals import interval_of

# A count of members told this many days apart may simply have changed.
_CHANGE_DAYS = 45


@dataclass(frozen=True, slots=True)
class _Telling:
    """One claim's number for a slot that several articles fill."""

    claim: Claim
    article: Article
    value: float
    qualifier: Qualifier


def reconcile(extractions: Iterable[Extraction]) -> Reconciliation:
    """Facts and disagreements of the articles' claims, sorted; the same for every order of the articles."""
    told: dict[tuple[str, ...], list[_Telling]] = defaultdict(list)
    for extraction in extractions:
        for claim in extraction.claims:
            for slot, value, qualifier in _slots(claim):
                told[slot].append(_Telling(claim, extraction.article, value, qualifier))
    facts: list[Fact] = []
    disagreements: list[Disagreement] = []
    for slot in sorted(told):
        tellings = sorted(told[slot], key=lambda telling: (telling.article.file, telling.claim.id))
        facts.append(_fact(slot, tellings))
        disagreements.extend(_disagreement(slot, tellings))
    return Reconciliation(tuple(sorted(facts, key=lambda fact: (fact.kind, fact.id))), tuple(disagreements))


def _slots(claim: Claim) -> Iterable[tuple[tuple[str, ...], float, Qualifier]]:
    """The comparable slots a claim fills: what is counted of which body, how many came to which meeting."""
    content = claim.content
    if isinstance(content, Figure) and content.of and content.unit:
        unit = "members" if content.unit in ("members", "states", "countries", "partners") else content.unit
        yield (content.of, unit), content.value, content.qualifier
    if isinstance(content, Meeting) and content.attendance and content.city and content.date:
        place = (content.city, content.date[:7], "attendance")
        yield place, content.attendance.value, content.attendance.qualifier
    if isinstance(content, Funding) and content.donor and content.recipient and content.stage in ("pledge", "commitment"):
        yield (content.donor, content.recipient, content.stage, content.period or ""), content.amount, content.qualifier


def _fact(slot: tuple[str, ...], tellings: Sequence[_Telling]) -> Fact:
    """The value most outlets give (the most exact among equals), with the claims for it and against it."""
    groups = _sides(tellings)
    best = max(groups, key=lambda group: (len({told.article.outlet for told in group}), group[0].qualifier == "exact"))
    supported = tuple(sorted(told.claim.id for told in best))
    against = tuple(sorted(told.claim.id for group in groups if group is not best for told in group if _clash(told, best[0])))
    slots = (("about", " · ".join(part for part in slot if part)), ("qualifier", best[0].qualifier), ("value", best[0].value))
    identity = hashlib.sha256(json.dumps([slot, supported]).encode("utf-8")).hexdigest()[:16]
    return Fact(identity, best[0].claim.kind, slots, supported, against)


def _sides(tellings: Sequence[_Telling]) -> list[list[_Telling]]:
    groups: dict[tuple[float, Qualifier], list[_Telling]] = {}
    for telling in tellings:
        groups.setdefault((telling.value, telling.qualifier), []).append(telling)
    return [groups[key] for key in sorted(groups)]


def _clash(first: _Telling, second: _Telling) -> bool:
    return not interval_of(first.value, first.qualifier).meets(interval_of(second.value, second.qualifier))


def _disagreement(slot: tuple[str, ...], tellings: Sequence[_Telling]) -> Iterable[Disagreement]:
    groups = _sides(tellings)
    if len(groups) < 2:
        return
    clashing = [group for group in groups if any(_clash(group[0], other[0]) for other in groups)]
    if not clashing:
        return
    reason = _reason(slot, clashing)
    sides = tuple(
        Side(_told(group[0]), tuple(sorted(telling.claim.id for telling in group)))
        for group in clashing
    )
    yield Disagreement(" · ".join(part for part in slot if part), reason, sides, _explanation(reason, sides))


def _told(telling: _Telling) -> str:
    words = {"exact": "", "more_than": "more than ", "less_than": "less than ", "at_least": "at least ",
             "up_to": "up to ", "about": "about ", "nearly": "nearly "}  # fmt: skip
    return f"{words[telling.qualifier]}{telling.value:.15g}"


def _reason(slot: tuple[str, ...], groups: Sequence[Sequence[_Telling]]) -> DisagreementReason:
    """Counts that can grow and were told far apart in time have changed; all else contradicts."""
    if "founding year" in slot:
        return "contradiction"
    days = [[_day(telling.article) for telling in group] for group in groups]
    known = [[day for day in group if day is not None] for group in days]
    if all(known):
        spread = [(min(group), max(group)) for group in known]
        apart = all(
            left[1] + _CHANGE_DAYS < right[0] or right[1] + _CHANGE_DAYS < left[0]
            for number, left in enumerate(spread)
            for right in spread[number + 1 :]
        )
        if apart:
            return "change"
    return "contradiction"


def _day(article: Article) -> int | None:
    found = bounds(article.published) if article.published else None
    return found[0].toordinal() if found and found[0] else None


def _explanation(reason: DisagreementReason, sides: Sequence[Side]) -> str:
    values = ", ".join(side.value for side in sides)
    if reason == "change":
        return f"The values ({values}) were told far apart in time: the number may have changed."
    return f"The values ({values}) cannot all hold for the same thing."


def infer_dates(extractions: Iterable[Extraction]) -> dict[str, str]:
    """Publication dates for undated articles, by article id, from dated articles about the same meeting.

    Two articles are siblings when they tell of a meeting in one city and share a body or a member of the story's cast;
    the date is that of the sibling nearest to the meeting. Never today's.
    """
    dated: dict[tuple[str, str], set[str]] = defaultdict(set)
    undated: list[tuple[str, list[tuple[str, str]]]] = []
    for extraction in extractions:
        article = extraction.article
        keys = _story_keys(extraction.claims)
        if article.published and article.published_basis != "inferred":
            for key in keys:
                dated[key].add(article.published)
        else:
            undated.append((article.id, keys))
    inferred = {}
    for article_id, keys in sorted(undated):
        found = sorted({day for key in keys for day in dated.get(key, ())})
        if found:
            inferred[article_id] = found[0]
    return inferred


def _story_keys(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """The meetings an article is about, as body and city, the first told first."""
    keys = []
    for claim in claims:
        content = claim.content
        if isinstance(content, Meeting) and content.city and content.body and (content.body, content.city) not in keys:
            keys.append((content.body, content.city))
    return keys[:2]
