"""Reads meetings: who met, at what level, where, when, at whose invitation, how many came. Mentions of one meeting in
an article are one claim. Not for joining meetings across articles: reconcile does that.
"""

from collections.abc import Iterator, Sequence

from mithaq.claims.clauses import Clauses
from mithaq.claims.meeting_context import give_body, give_level, give_places
from mithaq.claims.meeting_days import give_days
from mithaq.claims.meeting_extras import give_stand_ins
from mithaq.claims.meeting_joining import SPECIFIC, is_same, merge, status_of
from mithaq.claims.meeting_mentions import Mention, find_heads, meeting_parts
from mithaq.claims.meeting_nouns import read_noun
from mithaq.claims.meeting_sessions import session_mentions
from mithaq.claims.meeting_verbs import verb_mentions
from mithaq.claims.meeting_whereabouts import give_whereabouts
from mithaq.claims.places import main_body
from mithaq.model.claim import Claim, Meeting, Order, Status
from mithaq.model.rejection import Rejection

# Characters of a month in EDTF.
_MONTH = 7


def read_meetings(clauses: Clauses) -> tuple[list[Claim], list[Rejection]]:
    """The meetings of an article, and mentions that told too little to be one."""
    heads = find_heads(clauses)
    mentions = [mention for part in meeting_parts(clauses, heads) for mention in read_noun(part)]
    mentions.extend(_with_nouns(mentions, verb_mentions(clauses, heads)))
    mentions.extend(session_mentions(clauses, heads))
    mentions.sort(key=lambda mention: mention.place)
    _mark_title(clauses, mentions)
    give_stand_ins(clauses, mentions)
    groups: list[Mention] = []
    rejections = []
    article = clauses.article.prepared.article
    for mention in mentions:
        twin = _twin(groups, mention, article.published)
        if twin is not None:
            merge(twin, mention)
        elif mention.refused is None:
            groups.append(mention)
        else:
            rejections.append(
                Rejection(article.id, "meeting", mention.refused, mention.place, mention.place.of(clauses.text))
            )
    give_level(groups)
    give_body(groups, main_body(clauses.units))
    told = [group for group in groups if _tells_enough(group)]
    rejections.extend(
        Rejection(article.id, "meeting", "no_meeting_facts", group.place, group.place.of(clauses.text))
        for group in groups
        if not _tells_enough(group)
    )
    give_places(told, article.published)
    give_whereabouts(clauses, told)
    give_days(clauses, told, mentions)
    return [_claim(clauses, group) for group in told], rejections


def _twin(groups: Sequence[Mention], mention: Mention, published: str | None) -> Mention | None:
    """The meeting that a mention is of: told last; what only points back ("the talks") means one told by the same word."""
    same = (group for group in reversed(groups) if is_same(group, mention, published))
    last = next(same, None)
    bare = mention.definite and not (mention.body or mention.city or mention.country or mention.partners)
    if last is None or not bare or (last.noun == mention.noun and last.weight):
        return last
    others = [group for group in (last, *same) if group.noun == mention.noun]
    return next((group for group in others if group.weight), others[0] if others else last)


def _with_nouns(nouns: Sequence[Mention], verbs: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions by verbs that stand for themselves; the others give what they tell to the noun after them."""
    by_start = {mention.place.start: mention for mention in nouns}
    for mention in verbs:
        noun = by_start.get(mention.joins) if mention.joins is not None else None
        if noun is None:
            if mention.weight or mention.partners:
                yield mention
            continue
        noun.refused, tense = None, noun.tense
        merge(noun, mention)
        noun.tense = mention.tense or tense


def _mark_title(clauses: Clauses, mentions: Sequence[Mention]) -> None:
    title = clauses.article.prepared.article.title or ""
    text = clauses.text
    place = text.find(title) if title else -1
    end = place + len(title) if 0 <= place < 400 else 0
    for mention in mentions:
        mention.in_title = mention.titled = mention.place.start < end


def _tells_enough(group: Mention) -> bool:
    known = group.weight
    placed = bool(
        group.city
        or group.country
        or group.hosts
        or group.attendance
        or (group.date and (group.tied or group.tense or group.body))
    )
    if group.process:
        when = group.date.edtf if group.date else None
        with_them = bool(group.partners and when and len(when) >= _MONTH)
        return with_them or (placed and known >= 2 and group.tied)
    if group.partners:
        return bool(
            group.tied or group.city or group.date or group.country or group.occasion or group.possessed or group.sides
        )
    if group.level in SPECIFIC:
        return known >= 2 or (known == 1 and bool(group.body or group.city or group.date or group.beside))
    if group.level == "conference":
        return known >= 2 or bool(group.city) or (group.tied and known >= 1)
    return (
        placed and (known >= 2 or group.tied or (group.beside and group.city is not None) or group.tense == "planned")
    ) or bool(group.body and (group.relation or group.by_ministers or (group.sideline and group.definite)))


def _claim(clauses: Clauses, group: Mention) -> Claim:
    article = clauses.article.prepared.article
    status = status_of(group, article.published, "held")
    assert status is not None
    sequence = _sequence(group, status)
    if sequence is None:
        group.spans.pop("sequence", None)
    meeting = Meeting(
        group.body, group.level, group.city, group.country, group.date.edtf if group.date else None,
        group.hosts, status, group.attendance, group.chairs, group.stand_ins, group.first_in, sequence,
    )  # fmt: skip
    spans = tuple(sorted(group.spans.items()))
    return Claim(article.id, group.place, group.place.of(clauses.text), meeting, spans, rule="meeting")


def _sequence(group: Mention, status: Status) -> Order | None:
    """Is it the meeting after or before the one that the article is about? What the title is about is neither."""
    if group.titled or "sequence" not in group.spans or (group.relation == "previous") != (status == "held"):
        return None
    return "previous" if group.relation == "previous" else "next"
