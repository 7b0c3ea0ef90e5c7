"""What every chart is drawn with: a canvas that can be read from either side, axes of time and number. Not for data.

A chart is an SVG made on the server: no script, no inline style; colours are classes of the style sheet. Its text
alternative says the same in words; where parts of it are links, each link says its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from math import floor, log10

from markupsafe import Markup

from mithaq.publish.isolates import FIRST_STRONG, POP

BROAD = 800.0
"""A drawing of this width or more is not shrunk to a narrow screen: it is scrolled."""

LETTER = 6.9
"""About the width of a letter at the size of chart text, in units of the drawing."""


@dataclass
class Canvas:
    """A drawing under way. Positions are told from the side where reading starts: ``rtl`` mirrors them."""

    width: float
    height: float
    rtl: bool = False
    parts: list[Markup] = field(default_factory=list)

    def box(self, x: float, y: float, width: float, height: float, style: str, tip: str = "") -> None:
        """A filled rectangle."""
        self.parts.append(
            Markup('<rect x="{}" y="{}" width="{}" height="{}" class="{}">{}</rect>').format(
                _short(self.width - x - width if self.rtl else x), _short(y), _short(max(width, 0)),
                _short(max(height, 0)), style, _tip(tip),
            )
        )  # fmt: skip

    def line(self, x1: float, y1: float, x2: float, y2: float, style: str) -> None:
        """A straight line."""
        ends = (self._side(x1), y1, self._side(x2), y2)
        self.parts.append(
            Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}"/>').format(*map(_short, ends), style)
        )

    def path(self, points: Iterable[tuple[float, float]], style: str) -> None:
        """A line through several points."""
        steps = " ".join(f"{_short(self._side(x))},{_short(y)}" for x, y in points)
        self.parts.append(Markup('<polyline points="{}" class="{}"/>').format(steps, style))

    def dot(self, x: float, y: float, radius: float, style: str, tip: str = "") -> None:
        """A filled circle."""
        self.parts.append(
            Markup('<circle cx="{}" cy="{}" r="{}" class="{}">{}</circle>').format(
                _short(self._side(x)), _short(y), _short(radius), style, _tip(tip)
            )
        )

    def text(self, x: float, y: float, words: str, anchor: str = "start", style: str = "") -> None:
        """One line of text; ``anchor`` is start, middle or end, as it is read."""
        named = Markup(' class="{}"').format(style) if style else Markup("")
        self.parts.append(
            Markup('<text x="{}" y="{}" text-anchor="{}"{}>{}</text>').format(
                _short(self._side(x)), _short(y), anchor, named, words
            )
        )

    def open_link(self, address: str, label: str) -> None:
        """What is drawn until ``close_link`` leads to ``address``."""
        self.parts.append(Markup('<a href="{}" aria-label="{}">').format(address, label))

    def close_link(self) -> None:
        """End of the link."""
        self.parts.append(Markup("</a>"))

    def finish(self, label: str, *, linked: bool = False) -> Markup:
        """The drawing with its text alternative."""
        role = "group" if linked else "img"
        opening = Markup('<svg viewBox="0 0 {} {}" role="{}" aria-label="{}" direction="{}"{}>').format(
            _short(self.width),
            _short(self.height),
            role,
            label,
            "rtl" if self.rtl else "ltr",
            Markup(' class="broad"') if self.width >= BROAD else "",
        )
        return opening + Markup("").join(self.parts) + Markup("</svg>")

    def _side(self, x: float) -> float:
        return self.width - x if self.rtl else x


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days laid out from ``start`` to ``end`` of the drawing."""

    first: date
    last: date
    start: float
    end: float

    def place(self, day: date) -> float:
        """Where the day lies; days beyond the ends lie at them."""
        days = max(1, (self.last - self.first).days)
        share = min(1.0, max(0.0, (day - self.first).days / days))
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[str]:
        """EDTF of years, months or days to write under the axis, at most about eight."""
        days = (self.last - self.first).days
        if days > 3 * 366:
            step = max(1, (self.last.year - self.first.year) // 7)
            return [f"{year:04d}" for year in range(self.first.year, self.last.year + 1, step)]
        if days > 62:
            months = [
                f"{month // 12:04d}-{month % 12 + 1:02d}"
                for month in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month)
            ]
            return months[:: max(1, len(months) // 6)]
        step = max(1, days // 6)
        return [
            date.fromordinal(day).isoformat() for day in range(self.first.toordinal(), self.last.toordinal() + 1, step)
        ]


def days_off(day: date, days: int) -> date:
    """The day so many days later, or earlier; the first or last of the calendar where that lies beyond it."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def tick_day(edtf: str) -> date:
    """The first day of a tick."""
    parts = [int(part) for part in edtf.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def number_ticks(highest: float, lowest: float = 0) -> list[float]:
    """Round numbers from at most ``lowest`` to at least ``highest``, about five."""
    span = max(highest - lowest, 1)
    size: float = 10 ** floor(log10(span / 4)) if span > 4 else 1
    step = next(size * factor for factor in (1, 2, 5, 10) if span / (size * factor) <= 5)
    first = floor(lowest / step) * step
    ticks = [first]
    while ticks[-1] < highest:
        ticks.append(ticks[-1] + step)
    return ticks


def fit(words: str, width: float) -> str:
    """The words, shortened to about so many units; isolated, since they may run against the chart."""
    room = max(3, int(width / LETTER))
    shown = words if len(words) <= room else words[: room - 1].rstrip() + "…"
    return f"{FIRST_STRONG}{shown}{POP}"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _tip(words: str) -> Markup:
    return Markup("<title>{}</title>").format(words) if words else Markup("")
