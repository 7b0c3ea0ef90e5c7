"""The export: the documented lines, in the documented order, the same bytes for the same record."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from mithaq.model.article import Article
from mithaq.model.claim import Meeting, StandIn
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.fact import Fact
from mithaq.model.plain import to_plain
from mithaq.publish import write_jsonl
from mithaq.publish.jsonl import claim_line

from .examples import (
    AR_CELLS,
    AR_MEMBERS,
    AR_SAID,
    ARABIC,
    EN_MEETING,
    EN_MEMBERS,
    EN_PROMISE,
    ENGLISH,
    EXTRACTIONS,
    FR_JOINED,
    FRENCH,
    RECONCILIATION,
)


def export(extractions: Iterable[Extraction], reconciliation: Reconciliation = RECONCILIATION) -> str:
    out = io.StringIO()
    write_jsonl(extractions, reconciliation, out)
    return out.getvalue()


@pytest.fixture
def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(EXTRACTIONS).splitlines()]


def only(lines: list[dict[str, Any]], **wanted: object) -> dict[str, Any]:
    found = [line for line in lines if all(line.get(key) == value for key, value in wanted.items())]
    assert len(found) == 1
    return found[0]


def test_kinds_of_lines_follow_the_documented_order(lines: list[dict[str, Any]]) -> None:
    order = ["article", "annotation", "claim", "fact", "disagreement", "follow_up"]
    assert list(dict.fromkeys(line["type"] for line in lines)) == order
    places = [order.index(line["type"]) for line in lines]
    assert places == sorted(places)


def test_articles_are_sorted_by_file_and_their_claims_by_place(lines: list[dict[str, Any]]) -> None:
    assert [line["file"] for line in lines if line["type"] == "article"] == ["ar.txt", "en.txt", "fr.txt", "silent.txt"]
    claims = [line for line in lines if line["type"] == "claim"]
    assert list(dict.fromkeys(line["article"] for line in claims)) == [ARABIC.id, ENGLISH.id, FRENCH.id]
    starts = [line["start"] for line in claims if line["article"] == ARABIC.id]
    assert starts == sorted(starts)


def test_article_line(lines: list[dict[str, Any]]) -> None:
    assert only(lines, type="article", file="en.txt") == {
        "type": "article",
        "id": ENGLISH.id,
        "file": "en.txt",
        "outlet": "Sample Wire",
        "language": "en",
        "published": "2022-05-11",
        "published_basis": "date_line",
        "title": "Coalition meets <in Africa>",
        "text": ENGLISH.text,
        "sha256": ENGLISH.sha256,
        "notes": ["decoded from windows-1252"],
    }
    assert "notes" not in only(lines, type="article", file="ar.txt")


def test_unknown_things_of_an_article_are_null(lines: list[dict[str, Any]]) -> None:
    article = only(lines, type="article", file="fr.txt")
    assert [article[key] for key in ("outlet", "published", "published_basis", "title")] == [None] * 4


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("أمس", "date", {"edtf": "2022-05-11", "timex": "DATE", "basis": "relative", "anchor": "2022-05-12"}),
        ("Wednesday", "date", {"edtf": None, "timex": "DATE", "basis": "explicit"}),
        ("700 مليون دولار", "money", {"amount": 700000000, "currency": "USD", "qualifier": "exact"}),
        ("أكثر من 210 خلايا", "figure", {"value": 210, "unit": "cells", "qualifier": "more_than"}),
        ("ناصر بوريطة", "person", {"name": "Nasser Bourita", "role": "foreign minister", "country": "MA"}),
        ("NATO", "organisation", {"name": "NATO", "wikidata": "Q7184"}),
        ("مراكش", "place", {"name": "Marrakesh", "country": "MA"}),
        ("United States", "country", {"iso": "US"}),
    ],
)
def test_annotation_value(lines: list[dict[str, Any]], text: str, kind: str, value: dict[str, Any]) -> None:
    line = only(lines, type="annotation", text=text)
    assert (line["kind"], line["value"]) == (kind, value)
    assert set(line) == {"type", "article", "kind", "start", "end", "text", "value", "found_by", "confidence"}


def test_claims_have_their_slots_beside_their_place(lines: list[dict[str, Any]]) -> None:
    assert only(lines, type="claim", id=EN_MEETING.id) == {
        "type": "claim",
        "id": EN_MEETING.id,
        "article": ENGLISH.id,
        "kind": "meeting",
        "start": 0,
        "end": 94,
        "text": "Ministers of the Global Coalition met in Marrakesh on Wednesday, with more than 80 delegations",
        "body": None,
        "level": "conference",
        "city": "Marrakesh",
        "country": "MA",
        "date": None,
        "hosts": [],
        "status": "held",
        "attendance": {"value": 80, "qualifier": "more_than", "unit": "delegations"},
        "plover": {"category": "CONSULT", "modes": []},
    }


def test_extras_of_a_meeting_are_written_only_where_told() -> None:
    extras = {"chairs", "stand_ins", "first_in", "sequence"}
    assert not extras & claim_line(EN_MEETING).keys()
    content = EN_MEETING.content
    assert isinstance(content, Meeting)
    told = replace(
        content, chairs=("MA",), stand_ins=(StandIn("Omar Hilale", "foreign minister"),), first_in="in Africa",
        sequence="next",
    )  # fmt: skip
    line = claim_line(replace(EN_MEETING, content=told))
    assert {key: line[key] for key in extras} == {
        "chairs": ["MA"],
        "stand_ins": [{"person": "Omar Hilale", "stood_for": "foreign minister"}],
        "first_in": "in Africa",
        "sequence": "next",
    }


def test_only_extras_that_are_told_enter_the_id_of_a_claim() -> None:
    content = EN_MEETING.content
    assert isinstance(content, Meeting)
    assert not {"chairs", "stand_ins", "first_in", "sequence"} & to_plain(content).keys()
    assert replace(EN_MEETING, content=replace(content, sequence="next")).id != EN_MEETING.id


def test_a_claim_inside_speech_names_the_statement(lines: list[dict[str, Any]]) -> None:
    said = only(lines, type="claim", id=AR_SAID.id)
    assert said["speaker"] == {"name": "Nasser Bourita", "kind": "person", "mention": "ناصر بوريطة"}
    assert ARABIC.text[slice(*said["content"])] == "إن المغرب فكك أكثر من 210 خلايا منذ عام 2002"
    assert only(lines, type="claim", id=AR_CELLS.id)["within"] == said["id"]
    assert "within" not in said


def test_slots_with_words_of_their_own_give_their_place(lines: list[dict[str, Any]]) -> None:
    joined = only(lines, type="claim", id=FR_JOINED[1].id)
    assert {slot: FRENCH.text[start:end] for slot, (start, end) in joined["spans"].items()} == {"member": "Yémen"}
    assert "spans" not in only(lines, type="claim", id=EN_PROMISE.id)


def test_conclusions(lines: list[dict[str, Any]]) -> None:
    assert only(lines, type="fact") == {
        "type": "fact",
        "id": "f1",
        "kind": "commitment",
        "supported_by": [EN_PROMISE.id],
        "contradicted_by": [],
        "deadline": "../2023-06",
    }
    assert only(lines, type="disagreement")["sides"] == [
        {"value": "84", "claims": [AR_MEMBERS.id]},
        {"value": "83", "claims": [EN_MEMBERS.id]},
    ]
    assert only(lines, type="follow_up") == {
        "type": "follow_up",
        "commitment": "f1",
        "score": None,
        "status": "not_yet_due",
        "evidence": [],
        "reason": "the deadline is June 2023",
    }


def test_every_citation_holds_in_the_exported_text(lines: list[dict[str, Any]]) -> None:
    texts = {line["id"]: line["text"] for line in lines if line["type"] == "article"}
    cited = [line for line in lines if line["type"] in ("annotation", "claim")]
    assert len(cited) == 21
    assert all(texts[line["article"]][line["start"] : line["end"]] == line["text"] for line in cited)


def test_the_order_of_the_input_does_not_matter() -> None:
    facts = tuple(Fact(f"f{number}", kind, (), ()) for kind in ("meeting", "figure") for number in (2, 1))
    forth = export(EXTRACTIONS, Reconciliation(facts))
    assert export(reversed(EXTRACTIONS), Reconciliation(facts[::-1])) == forth
    order = [(line["kind"], line["id"]) for line in map(json.loads, forth.splitlines()) if line["type"] == "fact"]
    assert order == [("figure", "f1"), ("figure", "f2"), ("meeting", "f1"), ("meeting", "f2")]


def test_line_separators_inside_a_text_do_not_break_a_line() -> None:
    text = "one\u2028two\u2029three\x85four\nfive"
    article = Article("a", "a", None, "en", None, None, None, text)
    exported = export([Extraction(article, (), (), ())], Reconciliation())
    assert len(exported.splitlines()) == 1
    assert json.loads(exported)["text"] == text


PROGRAM = """
import io, sys
from publish.examples import EXTRACTIONS, RECONCILIATION
from mithaq.publish import BriefOptions, write_brief, write_jsonl
out = io.StringIO()
write_jsonl(EXTRACTIONS, RECONCILIATION, out)
brief = write_brief(EXTRACTIONS, RECONCILIATION, BriefOptions("html", "ar"))
sys.stdout.buffer.write((out.getvalue() + brief).encode())
"""


def test_the_same_bytes_under_another_hash_seed() -> None:
    def run(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        return subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, check=True
        ).stdout  # fmt: skip

    first = run("1")
    assert first.startswith(b'{"type":"article"')
    assert run("2") == first
    assert run("3") == first
