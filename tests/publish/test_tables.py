"""The tables: codes beside their meaning, a citation at the end of each row, safe in a spreadsheet."""

import csv
import io
import json

import pytest

from mithaq.errors import UsageError
from mithaq.publish import SHOW_KINDS, Table, table_as_csv, table_as_json, tabulate

from .examples import ARABIC, ENGLISH, EXTRACTIONS


def rows(kind: str) -> list[dict[str, str]]:
    table = tabulate(EXTRACTIONS, kind)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_the_kinds() -> None:
    assert SHOW_KINDS == (
        "meetings",
        "members",
        "commitments",
        "funding",
        "figures",
        "statements",
        "people",
        "articles",
    )
    with pytest.raises(UsageError, match=r"weather.*meetings, members"):
        tabulate(EXTRACTIONS, "weather")


@pytest.mark.parametrize("kind", [kind for kind in SHOW_KINDS if kind not in ("people", "articles")])
def test_each_row_ends_with_words_that_stand_in_the_article(kind: str) -> None:
    table = tabulate(EXTRACTIONS, kind)
    texts = {extraction.article.file: extraction.article.text for extraction in EXTRACTIONS}
    assert table.columns[-4:] == ("file", "words", "start", "end")
    assert table.rows
    for row in table.rows:
        file, words, start, end = row[-4:]
        assert texts[file][int(start) : int(end)] == words


def test_meetings() -> None:
    arabic, english = rows("meetings")
    assert (arabic["date"], arabic["date_in_words"]) == ("2022-05-11", "11 May 2022")
    assert (arabic["country"], arabic["country_name"]) == ("MA", "Morocco")
    assert arabic["hosts"] == "Morocco, United States"
    assert (english["body"], english["date"], english["attendance"]) == ("", "", "more than 80 delegations")
    assert (english["chairs"], english["sequence"]) == ("", "")


def test_commitments() -> None:
    (promise,) = rows("commitments")
    assert promise["by_names"] == "the participants"
    assert (promise["deadline"], promise["deadline_in_words"]) == ("../2023-06", "by June 2023")
    assert (promise["conditional"], promise["collective"], promise["said_by"]) == ("yes", "yes", "")


def test_funding_says_who_says_so() -> None:
    arabic, english = rows("funding")
    assert (arabic["amount"], arabic["amount_in_words"]) == ("700000000", "$700 million")
    assert (arabic["donor_name"], arabic["said_by"]) == ("United States", "")
    assert english["said_by"] == "Victoria Nuland"


def test_figures_members_statements() -> None:
    assert [row["in_words"] for row in rows("figures")] == ["more than 210 cells", "84 members", "83 members"]
    assert rows("figures")[0]["when_in_words"] == "since 2002"
    assert [row["member_name"] for row in rows("members")] == ["Central African Republic", "Yemen"]
    assert rows("statements")[0]["what_was_said"] == "إن المغرب فكك أكثر من 210 خلايا منذ عام 2002"


def test_articles() -> None:
    found = {row["file"]: row for row in rows("articles")}
    assert list(found) == ["ar.txt", "en.txt", "fr.txt", "silent.txt"]
    assert (found["ar.txt"]["claims"], found["ar.txt"]["id"]) == ("5", ARABIC.id)
    assert found["en.txt"]["notes"] == "decoded from windows-1252"
    assert found["en.txt"]["characters"] == str(len(ENGLISH.text))


def test_order_of_the_input_does_not_matter() -> None:
    assert tabulate(EXTRACTIONS[::-1], "figures") == tabulate(EXTRACTIONS, "figures")


def read_back(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_csv_comes_back_as_it_was() -> None:
    table = Table("t", ("one", "two"), (('a "quoted", word', "line\nbreak"), ("عضواً", ""), ("-5", "+3.25")))
    assert read_back(table_as_csv(table)) == [list(table.columns), *map(list, table.rows)]
    assert table_as_csv(table).count("\r\n") == 4


@pytest.mark.parametrize(
    "cell", ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "\t=1", " =1", "\u200f=1", "＝1", "-", "=HYPERLINK('http://x')"]
)
def test_a_formula_is_made_harmless(cell: str) -> None:
    assert read_back(table_as_csv(Table("t", ("c",), ((cell,),))))[1] == ["'" + cell]


@pytest.mark.parametrize("cell", ["-5", "-12.5", "+7", "2022-05-11", "../2022-06", "a=b", "'tis"])
def test_what_is_no_formula_is_left_alone(cell: str) -> None:
    assert read_back(table_as_csv(Table("t", ("c",), ((cell,),))))[1] == [cell]


def test_json_has_one_object_a_row() -> None:
    table = Table("t", ("file", "words"), (("ar.txt", "عضواً"),))
    assert json.loads(table_as_json(table)) == [{"file": "ar.txt", "words": "عضواً"}]
    assert "عضواً" in table_as_json(table)


def test_people_have_forms_and_the_files_they_were_seen_in() -> None:
    table = tabulate(EXTRACTIONS, "people")
    assert table.columns == ("name", "forms", "offices", "articles", "files", "joined_because")
    files = {extraction.article.file for extraction in EXTRACTIONS}
    for name, forms, _, articles, seen, _ in table.rows:
        assert name
        assert forms
        assert int(articles) == len(seen.split("; "))
        assert set(seen.split("; ")) <= files
