"""A table as CSV for spreadsheets and as JSON for programs. Not for the terminal: that is the command line's."""

import csv
import io
import json
import re

from mithaq.publish.tables import Table

_BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"), full-width forms included.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def table_as_csv(table: Table) -> str:
    """UTF-8 CSV after RFC 4180 (CRLF, quotes where needed), with the byte order mark that spreadsheets look for.

    A cell that a spreadsheet could run as a formula begins with an apostrophe; a number, negative too, is left alone.
    Write it with ``newline=""``.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return _BYTE_ORDER_MARK + out.getvalue()


def table_as_json(table: Table) -> str:
    """A JSON array with one object a row, its keys the columns, its values text."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _safe(cell: str) -> str:
    visible = cell.lstrip("\u200e\u200f\u061c\ufeff \t\r\n")
    if visible.startswith(_FORMULA_STARTS) and not _PLAIN_NUMBER.fullmatch(cell):
        return "'" + cell
    return cell
