"""The sections of the brief, one function a kind: claims in, blocks of cited lines out. No format is decided here."""

from collections import Counter
from datetime import date
from typing import TypeVar

from mithaq.model.claim import Commitment, Figure, Funding, Meeting, Membership, Statement
from mithaq.publish.composing import Composer
from mithaq.publish.grouping import (
    Evidence,
    Group,
    bare_words,
    commonest,
    folded,
    group_by,
    group_figures,
    group_funding,
    group_meetings,
)
from mithaq.publish.outline import Block, Line
from mithaq.publish.periods import most_precise, sorting_day
from mithaq.publish.readable import readable_amount, readable_number, readable_quantity

_MEMBER_COUNTS = ("member", "members", "member states", "member countries", "state members")
# Counted of a named body, these are its members.
_COUNTED_AS_MEMBERS = frozenset(("states", "countries", "partners"))
# What somebody undertakes or decides tells a reader more than that they spoke.
_ACT_ORDER = (
    "commit", "decide", "announce", "urge", "condemn", "accuse", "warn", "deny", "concern", "welcome", "commend",
    "affirm", "say",
)  # fmt: skip

_Content = TypeVar("_Content")


def meeting_blocks(evidence: list[Evidence], composer: Composer) -> tuple[Block, ...]:
    """One line a meeting, by date: who met, where, when, who invited, how many took part."""
    groups = sorted(group_meetings(evidence), key=_meeting_order)
    lines = [Line(_meeting_text(_contents(group, Meeting), composer), composer.cite(group)) for group in groups]
    return _one_block(lines)


def _meeting_order(group: Group) -> tuple[date, str]:
    return (sorting_day(most_precise([meeting.date for meeting in _contents(group, Meeting)])), group[0].claim.id)


def _meeting_text(meetings: list[Meeting], composer: Composer) -> str:
    words = composer.words
    level = commonest(meeting.level for meeting in meetings) or ""
    body = composer.names.of(commonest(meeting.body for meeting in meetings))
    city = composer.names.of(commonest(meeting.city for meeting in meetings))
    country = composer.names.of(commonest(meeting.country for meeting in meetings))
    statuses = {meeting.status for meeting in meetings}
    status = words.say("status", "held" if "held" in statuses else min(statuses))
    when = composer.date(most_precise([meeting.date for meeting in meetings])) or words.say("page", "undated")
    hosts = composer.name_all(_most_frequent([host for meeting in meetings for host in meeting.hosts]))
    return composer.join(
        words.say("marks", "comma").join(part for part in (body, words.say("level", level)) if part),
        words.say("marks", "comma").join(part for part in (city, country) if part),
        f"{when} ({status})",
        words.say("meeting", "hosts", names=hosts) if hosts else "",
        _attendance(meetings, composer),
    )


def _attendance(meetings: list[Meeting], composer: Composer) -> str:
    counts = [meeting.attendance for meeting in meetings if meeting.attendance is not None]
    language = composer.words.language
    shown = [readable_quantity(count.value, count.unit, count.qualifier, language) for count in counts]
    number = composer.words.say("marks", "semicolon").join(_most_frequent(shown))
    return composer.words.say("meeting", "attendance", number=number) if number else ""


def member_blocks(evidence: list[Evidence], composer: Composer) -> tuple[Block, ...]:
    """A block a body: who joined, left, was invited; then how many members it is said to have."""
    memberships = [item for item in evidence if isinstance(item.claim.content, Membership)]
    blocks = []
    for group in group_by(memberships, lambda item: folded(_membership(item).body)):
        changes = group_by(group, lambda item: (_membership(item).change, _membership(item).date))
        lines = [_change_line(change, composer) for change in changes]
        body = composer.names.of(_membership(group[0]).body)
        blocks.append(Block(body or composer.words.say("membership", "no_body"), tuple(lines)))
    counts = [item for item in evidence if isinstance(item.claim.content, Figure)]
    heading = composer.words.say("membership", "counts")
    return (*blocks, *(Block(heading, block.lines) for block in figure_blocks(counts, composer)))


def _membership(item: Evidence) -> Membership:
    assert isinstance(item.claim.content, Membership)
    return item.claim.content


def _change_line(group: Group, composer: Composer) -> Line:
    words, first = composer.words, _membership(group[0])
    ordinals: dict[str, int | None] = {}
    for membership in _contents(group, Membership):
        name = composer.names.of(membership.member)
        ordinals[name] = ordinals.get(name) or membership.ordinal
    named = [
        words.say("membership", "ordinal", name=name, number=str(ordinal)) if ordinal else name
        for name, ordinal in ordinals.items()
    ]
    text = words.say("change", first.change, names=words.enumerate(named))
    return Line(composer.join(text, composer.date(first.date)), composer.cite(group, "member"))


def is_member_count(item: Evidence) -> bool:
    """Is it a figure of how many members a body has?"""
    content = item.claim.content
    if not isinstance(content, Figure):
        return False
    counted = folded(content.unit or content.of)
    return counted in _MEMBER_COUNTS or (content.of is not None and counted in _COUNTED_AS_MEMBERS)


def commitment_blocks(evidence: list[Evidence], composer: Composer) -> tuple[Block, ...]:
    """A block an actor; a line a promise: by when, on what condition, then the words of the promise."""
    blocks = []
    for actors in _by_size(group_by(evidence, lambda item: _commitment(item).by)):
        promises = group_by(actors, lambda item: (bare_words(item.claim.text), _commitment(item).deadline))
        lines = [Line(_commitment_text(promise, composer), composer.cite(promise)) for promise in _by_size(promises)]
        heading = composer.name_all(_commitment(actors[0]).by) or composer.words.say("funding", "unknown")
        blocks.append(Block(_capitalised(heading), tuple(lines)))
    return tuple(blocks)


def _commitment(item: Evidence) -> Commitment:
    assert isinstance(item.claim.content, Commitment)
    return item.claim.content


def _commitment_text(group: Group, composer: Composer) -> str:
    commitment = _commitment(group[0])
    deadline = composer.date(commitment.deadline)
    if commitment.deadline and not commitment.deadline.startswith("../"):
        deadline = composer.words.say("commitment", "deadline", date=deadline)
    condition = composer.words.say("commitment", "conditional") if commitment.conditional else ""
    own_words = all(item.said_by is None or item.said_by.name in commitment.by for item in group)
    return composer.join(deadline, condition, "" if own_words else composer.attribution(group))


def funding_blocks(evidence: list[Evidence], composer: Composer) -> tuple[Block, ...]:
    """One line a sum, the largest first in each currency: from whom to whom, how far it has come, for when."""
    groups = sorted(group_funding(evidence), key=_funding_order)
    return _one_block([Line(_funding_text(group, composer), composer.cite(group, "amount")) for group in groups])


def _funding_order(group: Group) -> tuple[int, str, float, str]:
    funding = _contents(group, Funding)[0]
    return (0 if funding.currency else 1, funding.currency or "", -funding.amount, group[0].claim.id)


def _funding_text(group: Group, composer: Composer) -> str:
    words, sums = composer.words, _contents(group, Funding)
    qualifier = commonest(funding.qualifier for funding in sums) or "exact"
    amount = readable_amount(sums[0].amount, sums[0].currency, qualifier, words.language)
    donor = composer.names.of(commonest(funding.donor for funding in sums)) or words.say("funding", "unknown")
    recipient = composer.names.of(commonest(funding.recipient for funding in sums))
    purpose = commonest(funding.purpose for funding in sums)
    stages = [words.say("stage", stage) for stage in _most_frequent([funding.stage for funding in sums])]
    parties = donor + (words.say("marks", "arrow") + recipient if recipient else "")
    return composer.join(
        parties + words.say("marks", "colon") + amount,
        words.say("marks", "comma").join(stages),
        composer.date(most_precise([funding.period for funding in sums])),
        words.say("funding", "purpose", purpose=purpose) if purpose and purpose != recipient else "",
        composer.attribution(group),
    )


def figure_blocks(evidence: list[Evidence], composer: Composer) -> tuple[Block, ...]:
    """One line a figure, those that several articles give first."""
    groups = _by_size(group_figures(evidence))
    return _one_block([Line(_figure_text(group, composer), composer.cite(group, "value")) for group in groups])


def _figure_text(group: Group, composer: Composer) -> str:
    figures, language = _contents(group, Figure), composer.words.language
    qualifier = commonest(figure.qualifier for figure in figures) or "exact"
    figure = figures[0]
    unit = figure.unit or figure.of
    shown = (
        readable_quantity(figure.value, unit, qualifier, language)
        if unit
        else readable_number(figure.value, language, qualifier)
    )
    return composer.join(
        shown,
        composer.counted_of(figure.of) if folded(figure.of) != folded(unit) else "",
        composer.names.of(commonest(figure.where for figure in figures)),
        composer.date(most_precise([figure.when for figure in figures])),
        composer.attribution(group),
    )


def statement_blocks(evidence: list[Evidence], composer: Composer) -> tuple[Block, ...]:
    """A block a speaker, who says most first; a line what was said, the same words in several articles once."""
    blocks = []
    for spoken in _by_size(group_by(evidence, lambda item: folded(_statement(item).speaker.name))):
        groups = group_by(spoken, lambda item: (_statement(item).act, bare_words(_said(item))))
        lines = [
            Line(composer.words.say("act", _statement(group[0]).act), composer.cite(group))
            for group in sorted(groups, key=_statement_order)
        ]
        blocks.append(Block(_speaker_heading(_contents(spoken, Statement), composer), tuple(lines)))
    return tuple(blocks)


def _statement(item: Evidence) -> Statement:
    assert isinstance(item.claim.content, Statement)
    return item.claim.content


def _said(item: Evidence) -> str:
    content = _statement(item).content
    return content.of(item.article.text) if content else item.claim.text


def _statement_order(group: Group) -> tuple[int, int]:
    act = _statement(group[0]).act
    return (-len({item.article.id for item in group}), _ACT_ORDER.index(act))


def _speaker_heading(statements: list[Statement], composer: Composer) -> str:
    name = composer.names.of(statements[0].speaker.name)
    role = composer.role(commonest(statement.role for statement in statements))
    behalf = composer.names.of(commonest(statement.on_behalf_of for statement in statements))
    details = composer.words.say("marks", "comma").join(part for part in (role, behalf) if part and part != name)
    return _capitalised(f"{name} ({details})" if details else name)


def _capitalised(heading: str) -> str:
    return heading[:1].upper() + heading[1:]


def _one_block(lines: list[Line]) -> tuple[Block, ...]:
    return (Block(None, tuple(lines)),) if lines else ()


def _by_size(groups: list[Group]) -> list[Group]:
    """Those told by most articles first, then those with most claims; else as they came."""
    return sorted(groups, key=lambda group: (-len({item.article.id for item in group}), -len(group)))


def _most_frequent(values: list[str]) -> list[str]:
    """Each value once, the most frequent first, else as they came."""
    return [value for value, _ in Counter(values).most_common()]


def _contents(group: Group, wanted: type[_Content]) -> list[_Content]:
    return [item.claim.content for item in group if isinstance(item.claim.content, wanted)]
