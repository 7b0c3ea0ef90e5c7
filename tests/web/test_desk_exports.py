"""Tables and calendars leave the desk harmless and whole."""

import io
from dataclasses import dataclass

from openpyxl import load_workbook

from mithaq.web.exports import table_of, write_calendar, write_csv, write_xlsx
from mithaq.web.views.shapes import Citation, Deadline


@dataclass(frozen=True)
class Line:
    name: str
    date: str | None
    parties: tuple[str, ...]
    citations: tuple[Citation, ...]


CITED = Citation("ab12", 3, 9, "قمة.txt", None, "موعد")
LINE = Line("=HYPERLINK(1)", "2022-05", ("MA", "US"), (CITED,))


def test_a_line_becomes_a_row_with_its_first_citation() -> None:
    columns, rows = table_of([LINE], "http://here")
    assert columns == ["name", "date", "date_in_words", "parties", "file", "outlet", "words", "link", "citations"]
    assert rows[0]["date_in_words"] == "May 2022"
    assert rows[0]["parties"] == "MA; US"
    assert rows[0]["link"] == "http://here/article/ab12?at=3-9#at"


def test_no_cell_is_a_formula() -> None:
    columns, rows = table_of([LINE], "")
    assert b"'=HYPERLINK(1)" in write_csv(columns, rows)
    sheet = load_workbook(io.BytesIO(write_xlsx("lines", columns, rows))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=HYPERLINK(1)", "s")


def test_a_term_is_a_day_whose_text_is_escaped_and_folded_between_letters() -> None:
    action = "دعم؛ وتمويل, ومواصلة; العمل " * 6
    content = write_calendar([Deadline("c1", None, "2024-02-29", ("MA",), action, "overdue")], "http://here")
    lines = content.split(b"\r\n")
    assert b"DTSTART;VALUE=DATE:20240229" in lines and b"DTEND;VALUE=DATE:20240301" in lines
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode("utf-8")
    unfolded = content.replace(b"\r\n ", b"").decode("utf-8")
    assert "MA: دعم؛ وتمويل\\, ومواصلة\\; العمل" in unfolded
