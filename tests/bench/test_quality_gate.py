"""The gate passes at the floor, fails below it or with a fault, and pins floors a margin under what was measured."""

import tomllib
from pathlib import Path

import pytest

from bench import quality_gate
from bench.quality_gate import Figures, Result, measure_golden, pin, show


def result(strict_f1: float, *faults: str) -> Result:
    return Result({"date": Figures(10, 10, 0.9, 0.9, 0.9, strict_f1)}, faults)


def test_at_the_floor_the_gate_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("golden", result(0.8), {"date": 0.8})
    assert "0.80" in capsys.readouterr().out


def test_below_the_floor_it_fails_and_names_the_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert not show("golden", result(0.79), {"date": 0.8})
    assert "golden: below the floor: date" in capsys.readouterr().out


def test_a_broken_citation_fails_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert not show("golden", result(0.9, "a: the citation does not hold: date: May"), {})
    assert "the citation does not hold" in capsys.readouterr().out


def test_floors_are_pinned_a_margin_below_and_others_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality_gate, "FLOORS", tmp_path / "floors.toml")
    pin({"golden": result(0.857)}, {"dev": {"date": 0.5}, "golden": {"date": 0.1}})
    written = tomllib.loads((tmp_path / "floors.toml").read_text(encoding="utf-8"))
    assert written == {"dev": {"date": 0.5}, "golden": {"date": 0.83}}


def test_every_golden_article_is_found_and_its_citations_hold() -> None:
    french = measure_golden("fr")
    assert french.faults == ()
    # The three French files of expectations name 22 dates between them.
    assert french.figures["date"].expected == 22
