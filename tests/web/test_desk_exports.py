"""Tables and calendars leave the desk harmless and whole."""

import io
from dataclasses import dataclass, replace

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


@dataclass(frozen=True)
class Side:
    value: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Dispute:
    about: str
    sides: tuple[Side, ...]
    value: object


def test_a_line_without_citations_of_its_own_has_those_of_its_parts() -> None:
    columns, rows = table_of(
        [Dispute("members", (Side("84", (CITED,)), Side("85", (CITED,))), ["MA", "US"])], "http://here"
    )
    assert columns == ["about", "sides", "value", "file", "outlet", "words", "link", "citations"]
    assert (rows[0]["sides"], rows[0]["value"], rows[0]["citations"]) == ("84; 85", "MA; US", 2)
    assert (rows[0]["words"], rows[0]["link"]) == ("موعد", "http://here/article/ab12?at=3-9#at")


def test_what_a_person_corrected_to_a_list_or_a_table_of_names_fits_a_cell() -> None:
    values: list[object] = [
        ["MA", "US"],
        {"value": 80, "unit": None},
        [],
        [{"person": "Amina", "stood_for": "minister"}],
    ]
    columns, rows = table_of([Dispute("a", (), value) for value in values], "")
    sheet = load_workbook(io.BytesIO(write_xlsx("lines", columns, rows))).active
    told = [cell.value for cell in sheet["C"][1:]]
    assert told == ["MA; US", "value: 80; unit: None", None, "(person: Amina; stood_for: minister)"]
    assert "MA; US" in write_csv(columns, rows).decode("utf-8-sig")


def test_what_is_no_character_of_a_sheet_is_left_out() -> None:
    columns, rows = table_of([replace(LINE, citations=(replace(CITED, file="a\x01b.txt"),))], "")
    assert load_workbook(io.BytesIO(write_xlsx("lines", columns, rows))).active["E2"].value == "ab.txt"


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
