"""Lengths of time and what recurs, as ISO 8601 durations. Not for dates counted by a length of time."""

from mithaq.annotate.date_senses.context import DateContext
from mithaq.model.values import DateValue
from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

# How many of which ISO 8601 designator a unit is worth, greatest first.
_WORTH = {
    "100Y": (100, "Y"),
    "10Y": (10, "Y"),
    "Y": (1, "Y"),
    "6M": (6, "M"),
    "3M": (3, "M"),
    "M": (1, "M"),
    "2W": (2, "W"),
    "W": (1, "W"),
    "2D": (2, "D"),
    "D": (1, "D"),
    "H": (1, "TH"),
    "MIN": (1, "TM"),
    "S": (1, "TS"),
}
_COUNTS = frozenset({"number", "number_article"})
_UNITS = ("units", "unit", "long_unit")
_DESIGNATORS = ("Y", "M", "W", "D", "TH", "TM", "TS")


def time_parts(match: Match) -> list[tuple[float, str]]:
    """Count and unit of each length of time in the match: "2 years and 21 days", "شهر و21 يوما", "ساعتين ونصف"."""
    parts: list[tuple[float, str]] = []
    count: float | None = None
    for unit in match.units:
        if "unit_dual" in unit.labels:
            parts.append((2.0, unit.values["unit_dual"]))
        elif "half" in unit.labels and parts and count is None:
            parts[-1] = (parts[-1][0] + 0.5, parts[-1][1])
        elif unit.labels & _COUNTS:
            count = float(unit.values.get("number", unit.values.get("number_article", 1.0)))
        elif any(unit.values.get(label) for label in _UNITS):
            name = next(unit.values[label] for label in _UNITS if unit.values.get(label))
            parts.append((1.0 if count is None else count, name))
            count = None
    if count is not None and len(parts) == 1 and parts[0][0] == 1.0:
        # The noun came first: "السنوات السبع", "عام واحد".
        parts = [(count, parts[0][1])]
    return parts


def write_duration(parts: list[tuple[float, str]]) -> str | None:
    """An ISO 8601 duration; None when there are no parts or a unit has none."""
    amounts: dict[str, float] = {}
    for count, unit in parts:
        if unit not in _WORTH or count < 0:
            return None
        factor, designator = _WORTH[unit]
        amounts[designator] = amounts.get(designator, 0.0) + factor * count
    if not amounts:
        return None
    dates = "".join(f"{amounts[name]:.15g}{name}" for name in _DESIGNATORS[:4] if name in amounts)
    times = "".join(f"{amounts[name]:.15g}{name[1]}" for name in _DESIGNATORS[4:] if name in amounts)
    return f"P{dates}" + (f"T{times}" if times else "")


def read_duration(match: Match, context: DateContext) -> DateValue | None:
    """A length of time: "خلال السنوات السبع الأخيرة", "for two weeks", "36 heures", "1 year 1 month 21 days"."""
    parts = time_parts(match)
    if any(_is_year(number) for number in match.slots.get("number", ())) and "during" not in match.slots:
        return None
    edtf = write_duration(parts)
    return DateValue(edtf, "DURATION", "explicit") if edtf else None


def _is_year(number: Unit) -> bool:
    """ "2021 weekend": four digits before a unit of time are a year more often than a count."""
    return "year" in number.labels and 1900 <= number.values["number"] <= 2100


def read_vague_duration(match: Match, context: DateContext) -> DateValue | None:
    """A length of time without a number: "for weeks", "طوال أسابيع"."""
    return DateValue(None, "DURATION", "explicit")


def read_set(match: Match, context: DateContext) -> DateValue | None:
    """What recurs: "annual", "كل شهر", "chaque lundi" (a weekday or a date of the year: every week, every year)."""
    if match.value("recurring"):
        return DateValue(match.value("recurring"), "SET", "explicit")
    if "weekday" in match.slots or "weekdays" in match.slots:
        return DateValue("P1W", "SET", "explicit")
    if "month" in match.slots:
        return DateValue("P1Y", "SET", "explicit")
    if "part_of_day" in match.slots:
        return DateValue("P1D", "SET", "explicit")
    edtf = write_duration(time_parts(match))
    return DateValue(edtf, "SET", "explicit") if edtf else None


def read_other_set(match: Match, context: DateContext) -> DateValue | None:
    """ "every other week": two units."""
    if "weekday" in match.slots:
        return DateValue("P2W", "SET", "explicit")
    edtf = write_duration([(2.0 * count, unit) for count, unit in time_parts(match)])
    return DateValue(edtf, "SET", "explicit") if edtf else None


def read_half_duration(match: Match, context: DateContext) -> DateValue | None:
    """ "half a year", "نصف ساعة"."""
    unit = match.value("unit")
    edtf = write_duration([(0.5, unit)]) if unit else None
    return DateValue(edtf, "DURATION", "explicit") if edtf else None
