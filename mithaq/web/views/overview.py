"""The first page: what is new, what is due, what is disputed, what was read and what is missing."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from mithaq.languages import available_languages
from mithaq.web.desk import Desk
from mithaq.web.views.commitments import CommitmentFilters, as_of_day, choose_commitments, cite_commitments, standing
from mithaq.web.views.disagreements import all_disagreements
from mithaq.web.views.gathered import first_day_of, gathered
from mithaq.web.views.meetings import cite_meetings
from mithaq.web.views.shapes import Count, Coverage, Overview

_SHOWN = 8
_MOST_GAPS = 20


def overview(desk: Desk, as_of: str | None = None) -> Overview:
    """The page as of a day (EDTF), else as of the last publication. Raises UsageError for what is no date."""
    if as_of is None:
        return desk.keep(_latest)
    return _overview(desk, as_of)


def _latest(desk: Desk) -> Overview:
    return _overview(desk, None)


def _overview(desk: Desk, as_of: str | None) -> Overview:
    known, day = gathered(desk), as_of_day(desk, as_of)
    chosen = choose_commitments(desk, CommitmentFilters(as_of=as_of))
    stand = [(entry, standing(known, entry, day)) for entry in chosen]
    due = [entry for entry, (is_open, _) in stand if is_open]
    late = [entry for entry, (_, is_overdue) in stand if is_overdue]
    latest = [entry for entry in known.meetings if entry.first and (day is None or entry.first <= day)]
    iso = day.isoformat() if day else None
    disputed = [found for found in all_disagreements(desk) if as_of is None or (found.latest or "") <= (iso or "")]
    return Overview(
        as_of=iso,
        counts=_counts(desk),
        meetings=tuple(cite_meetings(desk, latest[:_SHOWN])),
        open_commitments=tuple(cite_commitments(desk, due[:_SHOWN], day)),
        # The last to fall due is the first to ask about.
        overdue_commitments=tuple(cite_commitments(desk, late[::-1][:_SHOWN], day)),
        open_total=len(due),
        overdue_total=len(late),
        disagreements=tuple(disputed[:_SHOWN]),
        coverage=desk.keep(_coverage),
        is_settled=desk.record.is_settled(),
    )


def _counts(desk: Desk) -> tuple[Count, ...]:
    known = gathered(desk)
    counts = {
        "articles": len(known.heads), "meetings": len(known.meetings), "commitments": len(known.commitments),
        "funding": len(known.money), "memberships": len(known.members),
        "statements": desk.keep_for_articles("counts", lambda one: one.glance.counts()).get("statement", 0),
        "disagreements": len(all_disagreements(desk)),
    }  # fmt: skip
    return tuple(Count(key, count) for key, count in counts.items())


def _coverage(desk: Desk) -> Coverage:
    heads = gathered(desk).heads.values()
    telling = desk.glance.telling_rows()
    languages = Counter(head.language for head in heads)
    days = [day for head in heads if (day := first_day_of(head.published))]
    return Coverage(
        articles=len(heads),
        outlets=_ranked(head.outlet or "" for head in heads),
        days=tuple(
            Count(day, count) for day, count in sorted(Counter((head.published or "") for head in heads).items())
        ),
        languages=_ranked(head.language for head in heads),
        silent=sum(head.row not in telling for head in heads),
        refused=len(desk.record.refusals()),
        missing_days=_gaps(days),
        missing_languages=tuple(code for code in available_languages() if not languages[code]),
    )


def _ranked(keys: Iterable[str]) -> tuple[Count, ...]:
    return tuple(
        Count(key, count) for key, count in sorted(Counter(keys).items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _gaps(days: Iterable[date]) -> tuple[str, ...]:
    """Stretches of days without an article, the longest first, as EDTF days or intervals."""
    one = timedelta(days=1)
    gaps = [(first + one, last - one) for first, last in pairwise(sorted(set(days))) if last - first > one]
    gaps.sort(key=lambda gap: (gap[0] - gap[1], gap[0]))
    return tuple(
        first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        for first, last in gaps[:_MOST_GAPS]
    )
