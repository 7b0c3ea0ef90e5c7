"""What a person decides wins over the machine, outlasts reading again, and can be taken back."""

import json
from pathlib import Path

import pytest

from mithaq.errors import UsageError
from mithaq.model.claim import Figure, Meeting
from mithaq.model.extraction import Extraction
from mithaq.model.judgement import Judgement, Verdict
from mithaq.pipeline import judge, read_paths, reconciled
from mithaq.reconcile import conclude
from mithaq.record import Record
from mithaq.sources import ReadOptions

READ_AT = "2026-01-01T00:00:00+00:00"
OPTIONS = ReadOptions(("ar", "en", "fr"))
FIRST = """# published: 2021-06-29
# outlet: Northern Wire

The Global Coalition against Daesh met in Rome on Monday. The coalition was founded in 2014.

The ministers agreed to meet again by June 2022.
"""
SECOND = """# published: 2021-06-29
# outlet: Southern Post

The Global Coalition against Daesh met in Rome on Monday. The coalition was founded in 2004.
"""
THIRD = """# published: 2022-05-12
# outlet: Northern Wire

The Global Coalition against Daesh met in Marrakesh on Wednesday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND), ("third.txt", THIRD)):
        (articles / name).write_text(text, encoding="utf-8")
    return articles


@pytest.fixture
def record(folder: Path, tmp_path: Path) -> Record:
    record = Record.open(tmp_path / "record.db")
    read_paths([folder], record, OPTIONS, READ_AT)
    return record


def said(
    verdict: Verdict, *about: str, at: int = 1, revoked: bool = False, slot: str | None = None, value: object = None
) -> Judgement:
    written = json.dumps(value) if value is not None else None
    return Judgement(about, verdict, "editor", f"2026-02-{at:02}T09:00:00+00:00", "read again", revoked, slot, written)


def founding_year(record: Record, year: int) -> str:
    (found,) = [
        claim.id
        for claim in record.claims("figure")
        if isinstance(claim.content, Figure) and claim.content.value == year and claim.content.unit == "founding year"
    ]
    return found


def disputed(record: Record) -> bool:
    return any("founding year" in found.about for found in record.reconciliation().disagreements)


def test_a_rejected_claim_disputes_nothing_until_it_is_taken_back(record: Record, folder: Path) -> None:
    assert disputed(record)
    wrong = founding_year(record, 2004)
    judge(record, said("reject", wrong))
    assert not disputed(record)
    read_paths([folder], record, OPTIONS, READ_AT)
    assert not disputed(record)
    judge(record, said("reject", wrong, at=2, revoked=True))
    assert disputed(record)
    assert len(record.judgements()) == 2


def test_a_corrected_slot_counts_as_corrected_and_the_claim_stays_as_read(record: Record) -> None:
    wrong = founding_year(record, 2004)
    judge(record, said("correct", wrong[:9], slot="value", value=2014))
    assert not disputed(record)
    assert founding_year(record, 2004) == wrong


def test_claims_said_to_speak_of_different_things_agree_with_neither(record: Record) -> None:
    judge(record, said("different", founding_year(record, 2004), founding_year(record, 2014)))
    assert not disputed(record)


def test_a_judgement_finds_its_claim_when_the_article_is_read_otherwise(record: Record) -> None:
    """Another version of the software may read other slots from the same words: the claim's id is then another."""
    from dataclasses import replace

    wrong = founding_year(record, 2004)
    kept = judge(record, said("reject", wrong))
    otherwise: list[Extraction] = []
    for extraction in record.extractions():
        claims = tuple(
            replace(claim, content=replace(claim.content, where="IT")) if isinstance(claim.content, Figure) else claim
            for claim in extraction.claims
        )
        otherwise.append(replace(extraction, claims=claims))
    assert wrong not in {claim.id for extraction in otherwise for claim in extraction.claims}
    concluded = conclude(otherwise, (kept,)).reconciliation
    assert not any("founding year" in found.about for found in concluded.disagreements)
    assert any("founding year" in found.about for found in conclude(otherwise).reconciliation.disagreements)


def test_a_promise_is_judged_by_what_was_published_by_then(record: Record) -> None:
    def statuses(as_of: str | None) -> set[str]:
        meets = {
            fact.id
            for fact in reconciled(record, as_of).facts
            if fact.kind == "commitment" and "meet" in str(fact.slots)
        }
        return {found.status for found in reconciled(record, as_of).follow_ups if found.commitment in meets}

    assert statuses("2022-01-01") == {"not_yet_due"}
    assert statuses("2022-05-20") == {"fulfilled"}
    assert any(isinstance(claim.content, Meeting) for claim in record.claims())


@pytest.mark.parametrize(
    ("judgement", "words"),
    [
        (said("reject", "zzzz"), "no claim's id begins"),
        (said("reject", ""), "give more characters"),
        (said("same", "{year}"), "2 claims"),
        (said("correct", "{year}"), "a slot and its right value"),
        (said("correct", "{year}", slot="colour", value="red"), "no slot 'colour'"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_nothing_is_kept(record: Record, judgement: Judgement, words: str) -> None:
    from dataclasses import replace

    about = tuple(start.replace("{year}", founding_year(record, 2004)) for start in judgement.about)
    with pytest.raises(UsageError, match=words):
        judge(record, replace(judgement, about=about))
    assert record.judgements() == ()
