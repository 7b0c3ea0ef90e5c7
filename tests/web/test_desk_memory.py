"""What the desk keeps in memory holds until the record changes, and no longer."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import mithaq
from mithaq.web.desk import Desk
from mithaq.web.views.gathered import gathered

from .desk_api_setup import sample_record

NEWS = "# date: 2022-07-01\n\nFrance pledged 5 million euros to Tunisia at the summit in Paris on Friday.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    shutil.copy(sample_record(), tmp_path / "record.db")
    desk = Desk.open(tmp_path / "record.db")
    yield desk
    desk.close()


def test_an_answer_is_worked_out_once_for_each_question(desk: Desk) -> None:
    asked: list[str] = []

    def answer(desk: Desk, word: str) -> str:
        asked.append(word)
        return word.upper() if desk.state else ""

    assert [desk.recall(answer, word) for word in ("a", "b", "a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_only_so_many_answers_are_remembered(desk: Desk) -> None:
    asked: list[int] = []

    def answer(desk: Desk, number: int) -> int:
        asked.append(number)
        return number if desk.state else -1

    for number in range(200):
        desk.recall(answer, number)
    desk.recall(answer, 199)
    assert asked == list(range(200))
    desk.recall(answer, 0)
    assert asked[-1] == 0 and len(asked) == 201


def test_nothing_kept_outlives_a_change_of_the_record(desk: Desk, tmp_path: Path) -> None:
    def count(desk: Desk, _: str) -> int:
        return len(gathered(desk).heads)

    assert desk.recall(count, "articles") == 8
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    mithaq.read([tmp_path / "news.txt"], into=tmp_path / "record.db").close()
    assert desk.recall(count, "articles") == 9


def test_outlines_tell_what_whole_facts_tell(desk: Desk) -> None:
    for kind in ("meeting", "commitment", "funding", "membership"):
        outlines = list(desk.glance.outlines(kind))
        facts = dict(desk.glance.facts(outline.position for outline in outlines))
        assert len(outlines) == len(facts) > 0
        for outline in outlines:
            fact = facts[outline.position]
            assert (outline.id, tuple(outline.supported_by)) == (fact.id, fact.supported_by)
            assert list(outline.slots) == [slot for slot, _ in fact.slots]
