"""Lists as CSV and XLSX, and deadlines as iCalendar. Not for what stands in the lists.

Cells that a spreadsheet would take for a formula are written so that it does not.
"""

import csv
import dataclasses
import io
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from mithaq.publish.excerpts import one_line
from mithaq.publish.readable import readable_date
from mithaq.web.views.shapes import Citation, ClaimView, Count, Deadline

_DATES = frozenset(("date", "deadline", "period", "known_since", "day"))
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ICAL_LINE = 74

Row = dict[str, Any]


def table_of(items: Iterable[Any], address: str) -> tuple[list[str], list[Row]]:
    """Columns and rows: plain values as they are, lists joined, the first citation with its words and its link."""
    rows = [_row(item, address) | _inner_citation(item, address) for item in items]
    columns: dict[str, None] = {}
    for row in rows:
        columns.update(dict.fromkeys(row))
    return list(columns), rows


def _row(item: Any, address: str) -> Row:
    row: Row = {}
    for field in dataclasses.fields(item):
        value = getattr(item, field.name)
        if field.name == "slot_citations":
            continue
        if field.name == "citations" or isinstance(value, Citation):
            cited = (value,) if isinstance(value, Citation) else value
            row |= _citation(cited, address)
        elif dataclasses.is_dataclass(value):
            row |= {f"{field.name}_{name}": part for name, part in _row(value, address).items()}
        else:
            row[field.name] = _cell(value)
            if field.name in _DATES:
                row[f"{field.name}_in_words"] = readable_date(value, "en")
    return row


def _inner_citation(item: Any, address: str) -> Row:
    """The citations of a line that has none itself: those of its parts (offices, sides, snippets)."""
    fields = [getattr(item, field.name) for field in dataclasses.fields(item)]
    if any(isinstance(value, Citation) for value in fields) or hasattr(item, "citations"):
        return {}
    parts = [part for value in fields if isinstance(value, tuple) for part in value if dataclasses.is_dataclass(part)]
    citing = [part for part in parts if hasattr(part, "citations") or hasattr(part, "citation")]
    cited = [cited for part in citing for cited in getattr(part, "citations", None) or _only(part)]
    return _citation(cited, address) if citing else {}


def _only(part: Any) -> tuple[Citation, ...]:
    found = getattr(part, "citation", None)
    return (found,) if isinstance(found, Citation) else ()


def _cell(value: Any) -> Any:
    """A value of one cell: numbers and yes or no as they are, text on one line, lists and tables of names joined."""
    if isinstance(value, tuple | list):
        return "; ".join(_part(part) for part in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_part(part)}" for name, part in value.items())
    return one_line(value) if isinstance(value, str) else value


def _part(part: Any) -> str:
    if isinstance(part, tuple | list | dict):
        return f"({_cell(part)})"
    if isinstance(part, ClaimView):
        return f"{part.id} {part.citation.excerpt}"
    if isinstance(part, Count):
        return f"{part.key} ({part.count})"
    if dataclasses.is_dataclass(part):
        named = (getattr(part, field.name) for field in dataclasses.fields(part))
        return ", ".join(str(value) for value in named if isinstance(value, str | int | float) and value != "")
    return one_line(str(part))


def _citation(cited: Sequence[Citation], address: str) -> Row:
    first = cited[0] if cited else None
    return {
        "file": one_line(first.file) if first else None,
        "outlet": one_line(first.outlet) if first and first.outlet else None,
        "words": first.excerpt if first else None,
        "link": address + first.href if first else None,
        "citations": len(cited),
    }


def write_csv(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """UTF-8 with a byte order mark, so that a spreadsheet shows Arabic."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(row.get(column)) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _harmless(value: Any) -> Any:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return ("yes" if value else "no") if isinstance(value, bool) else value


def write_xlsx(title: str, columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """One sheet; the first row stays in sight; text is text, never a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    sheet.append(list(columns))
    for row in rows:
        cells = []
        for column in columns:
            value = row.get(column)
            is_text = isinstance(value, str)
            cell = WriteOnlyCell(sheet, value=None if is_text else value)
            if isinstance(value, str):
                cell.value, cell.data_type = value[:32_000], "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_calendar(found: Iterable[Deadline], address: str) -> bytes:
    """An all-day event for each last day of a term (RFC 5545)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mithaq//desk//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for deadline in found:
        day = date.fromisoformat(deadline.day)
        following = day + timedelta(days=1) if day < date.max else day
        who = ", ".join(deadline.by)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{deadline.commitment_id}@mithaq",
            "DTSTAMP:19700101T000000Z",
            f"DTSTART;VALUE=DATE:{day.isoformat().replace('-', '')}",
            f"DTEND;VALUE=DATE:{following.isoformat().replace('-', '')}",
            f"SUMMARY:{_escaped(f'{who}: {deadline.action}' if who else deadline.action)}",
            f"DESCRIPTION:{_escaped(f'{deadline.status} {address}/commitment/{deadline.commitment_id}'.strip())}",
            f"URL:{address}/commitment/{deadline.commitment_id}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) + "\r\n" for line in lines).encode("utf-8", "replace")


def _escaped(text: str) -> str:
    shown = one_line(text)
    for mark in ("\\", ";", ","):
        shown = shown.replace(mark, f"\\{mark}")
    return shown


def _folded(line: str) -> str:
    """No line over 75 octets; what goes on begins with a blank. No character is cut."""
    pieces, piece, length = [], "", 0
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if length + size > _ICAL_LINE:
            pieces.append(piece)
            piece, length = "", 1
        piece += letter
        length += size
    return "\r\n ".join((*pieces, piece))
