"""The desk's charts, each from a view's data: bars, days, deadlines, money, members. Not for what is counted."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from mithaq.publish.periods import bounds, sorting_day
from mithaq.web.drawing import LETTER, Canvas, TimeAxis, days_off, fit, number_ticks, tick_day
from mithaq.web.views.shapes import CommitmentLine, Count, CurvePoint, MoneyTotal
from mithaq.web.wording import Wording

STAGES = (("appeal", "fill-6"), ("pledge", "fill-1"), ("commitment", "fill-3"), ("paid", "fill-4"))
_WIDTH = 960.0
_ROW = 24.0
_MOST_ROWS = 14
_STATUS_FILL = {
    "fulfilled": "fill-good", "partly": "fill-wait", "overdue": "fill-bad", "not_yet_due": "fill-1",
}  # fmt: skip


def bar_chart(counts: Sequence[tuple[str, int]], wording: Wording, style: str = "fill-1") -> Markup:
    """One bar a name, as many as there is room for; the rest are summed in the last."""
    shown = list(counts[:_MOST_ROWS])
    rest = counts[_MOST_ROWS:]
    if rest:
        more = wording.counted("desk.more", len(rest))
        shown.append((more, sum(count for _, count in rest)))
    if not shown:
        return Markup("")
    width, label = 380.0, 140.0
    canvas = Canvas(width, len(shown) * _ROW + 6, wording.direction == "rtl")
    highest = max(1, *(count for _, count in shown))
    for row, (name, count) in enumerate(shown):
        y = row * _ROW + 4
        told = wording.say("chart.bar", name=name, value=wording.plain_number(count))
        canvas.text(label - 8, y + 14, fit(name, label - 12), "end", "strong")
        canvas.box(label, y + 2, (width - label - 44) * count / highest, _ROW - 8, style, told)
        canvas.text(label + (width - label - 44) * count / highest + 6, y + 14, wording.plain_number(count))
    return canvas.finish(_enumerate(shown, wording))


def _enumerate(counts: Sequence[tuple[str, int]], wording: Wording) -> str:
    return wording.semicolon.join(
        wording.say("chart.bar", name=name, value=wording.plain_number(count)) for name, count in counts
    )


def day_chart(counts: Sequence[Count], wording: Wording) -> Markup:
    """Articles by day, month or year, whichever leaves the columns wide enough; what has no day stands apart."""
    dated: Counter[date] = Counter()
    for count in counts:
        if bounds(count.key):
            dated[sorting_day(count.key)] += count.count
    undated = sum(count.count for count in counts if not bounds(count.key))
    if not dated:
        return Markup("")
    first, last = min(dated), max(dated)
    grain = "day" if (last - first).days <= 120 else "month" if (last - first).days <= 3660 else "year"
    buckets: Counter[str] = Counter()
    for day, number in dated.items():
        buckets[_bucket(day, grain)] += number
    axis = TimeAxis(first, days_off(last, 1), 46, _WIDTH - 16)
    canvas = Canvas(_WIDTH, 200, wording.direction == "rtl")
    highest = _draw_numbers(canvas, max(buckets.values()), wording, 14, 164)
    _draw_ticks(canvas, axis, wording, 164)
    span = {"day": 1, "month": 30, "year": 365}[grain]
    wide = max(3.0, min(26.0, (axis.end - axis.start) * span / max(1, (axis.last - axis.first).days) * 0.8))
    for key, number in sorted(buckets.items()):
        height = 150 * number / highest
        x = min(axis.place(tick_day(key)), axis.end - wide)
        told = wording.say("chart.bar", name=wording.day_plain(key), value=wording.plain_number(number))
        canvas.box(x, 164 - height, wide, height, "fill-1", told)
    listed = [(wording.day_plain(key), number) for key, number in sorted(buckets.items())]
    if undated:
        listed.append((wording.say("desk.undated"), undated))
    return canvas.finish(_enumerate(listed[:40], wording))


def _bucket(day: date, grain: str) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[grain]]


def _draw_ticks(canvas: Canvas, axis: TimeAxis, wording: Wording, bottom: float) -> None:
    canvas.line(axis.start, bottom, axis.end, bottom, "axis")
    reached = -1.0
    for tick in axis.ticks():
        x, label = axis.place(tick_day(tick)), wording.day_plain(tick)
        wide = len(label) * 6.5
        if x < reached or tick_day(tick) < days_off(axis.first, -31):
            continue
        inside = min(max(x, wide / 2), canvas.width - wide / 2)
        canvas.line(x, bottom, x, bottom + 4, "axis")
        canvas.text(inside, bottom + 18, label, "middle")
        reached = inside + wide + 10


def _draw_numbers(
    canvas: Canvas, highest: float, wording: Wording, top: float, bottom: float, lowest: float = 0
) -> float:
    """Lines across with their numbers; gives the number at ``top``."""
    ticks = number_ticks(highest, lowest)
    for tick in ticks:
        y = bottom - (bottom - top) * (tick - ticks[0]) / max(ticks[-1] - ticks[0], 1)
        canvas.line(46, y, canvas.width - 8, y, "gridline")
        canvas.text(40, y + 4, wording.plain_number(tick), "end")
    return ticks[-1]


def deadline_chart(lines: Sequence[CommitmentLine], wording: Wording) -> Markup:
    """One row a promise with a deadline: from the day it was told to the last day of its term; each row is a link."""
    rows = [(line, span) for line in lines if (span := _term(line))]
    if not rows:
        return Markup("")
    first, last = min(span[0] for _, span in rows), max(span[1] for _, span in rows)
    label, width = 340.0, 960.0
    canvas = Canvas(width, len(rows) * _ROW + 34, wording.direction == "rtl")
    axis = TimeAxis(days_off(first, -10), days_off(last, 10), label + 6, width - 24)
    bottom = len(rows) * _ROW + 8
    for tick in axis.ticks():
        canvas.line(axis.place(tick_day(tick)), 4, axis.place(tick_day(tick)), bottom, "gridline")
    for row, (line, (start, end)) in enumerate(rows):
        y = row * _ROW + 6
        who = wording.comma.join(wording.name_plain(name) for name in line.by)
        told = f"{who}{wording.colon}{line.action} ({wording.day_plain(line.deadline)})"
        style = "fill-bad" if line.is_overdue else _STATUS_FILL.get(line.status, "fill-quiet")
        canvas.open_link(f"/commitment/{line.id}", told)
        canvas.text(label - 2, y + 13, _label(who, line.action, label, wording), "end", "strong")
        left, right = axis.place(start), axis.place(end)
        canvas.box(left, y + 6, right - left, 5, style)
        canvas.dot(right, y + 8.5, 6, style, told)
        canvas.close_link()
    _draw_ticks(canvas, axis, wording, bottom)
    told = wording.say(
        "commitments.timeline_text",
        count=wording.plain_number(len(rows)),
        first=wording.day_plain(first.isoformat()),
        last=wording.day_plain(last.isoformat()),
    )
    return canvas.finish(told, linked=True)


def _label(who: str, action: str, width: float, wording: Wording) -> str:
    """Half of the room at most for who promised, the rest for what."""
    named = fit(who, width / 2)
    return named + wording.colon + fit(action, width - (len(named) + len(wording.colon)) * LETTER)


def _term(line: CommitmentLine) -> tuple[date, date] | None:
    end = sorting_end(line.deadline)
    if end is None:
        return None
    made = bounds(line.made_on)
    return (min(made[0], end) if made else end), end


def sorting_end(edtf: str | None) -> date | None:
    """The last day a deadline can mean; None for none, for a duration and for one without an end."""
    if edtf is None or edtf.startswith("P"):
        return None
    known = bounds(edtf) or bounds(edtf.rpartition("/")[2])
    return known[1] if known else None


def money_chart(totals: Sequence[tuple[str, MoneyTotal]], wording: Wording) -> Markup:
    """A bar for each stage of each name, all in one currency: what was asked for and what was paid never add up."""
    rows = [(name, total) for name, total in totals if any(_stages(total).values())][:_MOST_ROWS]
    if not rows:
        return Markup("")
    label, thick = 200.0, 17.0
    bars = sum(sum(map(bool, _stages(total).values())) for _, total in rows)
    canvas = Canvas(_WIDTH, bars * thick + len(rows) * 10, wording.direction == "rtl")
    room = _WIDTH - label - 175
    highest = max(max(_stages(total).values()) for _, total in rows)
    y, told_rows = 4.0, []
    for name, total in rows:
        canvas.text(label - 8, y + 12, fit(name, label - 12), "end", "strong")
        for stage, style in STAGES:
            worth = _stages(total)[stage]
            if worth:
                wide = max(room * worth / highest, 1.5)
                amount = wording.amount_plain(worth, total.currency or None, "exact")
                canvas.box(label, y + 1, wide, thick - 4, style, f"{wording.word('stage', stage)}: {amount}")
                canvas.text(label + wide + 6, y + 12, amount)
                y += thick
        y += 10
        told_rows.append(_tell_stages(name, total, wording))
    return canvas.finish(wording.semicolon.join(told_rows))


def _stages(total: MoneyTotal) -> dict[str, float]:
    return {stage: float(getattr(total, stage)) for stage, _ in STAGES}


def _tell_stages(name: str, total: MoneyTotal, wording: Wording) -> str:
    parts = wording.comma.join(
        f"{wording.word('stage', stage)} {wording.amount_plain(amount, total.currency or None, 'exact')}"
        for stage, amount in _stages(total).items()
        if amount
    )
    return wording.say("money.chart_text", name=name, parts=parts)


def curve_chart(points: Sequence[CurvePoint], wording: Wording) -> Markup:
    """Numbers of members as they were told, in order of time; each point is a link to the words."""
    dated = sorted(
        ((sorting_day(point.day), point) for point in points if bounds(point.day)),
        key=lambda pair: (pair[0], pair[1].value),
    )
    if not dated:
        return Markup("")
    values = [point.value for _, point in dated]
    lowest = min(values) if max(values) - min(values) < min(values) / 2 else 0
    margin = max(5, (dated[-1][0] - dated[0][0]).days // 20)
    axis = TimeAxis(days_off(dated[0][0], -margin), days_off(dated[-1][0], margin), 46, _WIDTH - 16)
    canvas = Canvas(_WIDTH, 240, wording.direction == "rtl")
    ticks = number_ticks(max(values) + 1, max(0, lowest - 1))
    _draw_numbers(canvas, max(values) + 1, wording, 16, 200, max(0, lowest - 1))
    _draw_ticks(canvas, axis, wording, 200)

    def height(value: float) -> float:
        return 200 - 184 * (value - ticks[0]) / max(ticks[-1] - ticks[0], 1)

    by_day: dict[date, float] = {}
    for day, point in dated:
        by_day[day] = max(by_day.get(day, 0), point.value)
    canvas.path([(axis.place(day), height(value)) for day, value in by_day.items()], "curve")
    labelled: list[tuple[float, float, str]] = []
    for day, point in dated:
        told = wording.say(
            "chart.bar", name=wording.day_plain(point.day), value=wording.quantity(point.value, None, point.qualifier).striptags()
        )  # fmt: skip
        if point.citations:
            canvas.open_link(point.citations[0].href, told)
        canvas.dot(axis.place(day), height(point.value), 6, "fill-1", told)
        if point.citations:
            canvas.close_link()
        _label_point(canvas, axis.place(day), height(point.value), wording.plain_number(point.value), labelled)
    told = wording.semicolon.join(
        f"{wording.day_plain(point.day)}{wording.colon}{wording.plain_number(point.value)}" for _, point in dated
    )
    return canvas.finish(wording.say("members.curve_text", points=told), linked=True)


def _label_point(canvas: Canvas, x: float, y: float, words: str, taken: list[tuple[float, float, str]]) -> None:
    """The number above its point, else below it; none where the same number or both places are taken: points tell theirs."""

    def meets(at: float) -> list[str]:
        return [
            other
            for left, top, other in taken
            if abs(x - left) < (len(words) + len(other)) * LETTER / 2 + 4 and abs(at - top) < 13
        ]

    for at in (y - 11, y + 20):
        if not meets(at):
            canvas.text(x, at, words, "middle", "strong")
            taken.append((x, at, words))
            return
        if words in meets(at):
            return
