"""How a claim was read, as a person sees it."""

from dataclasses import replace

import pytest

from mithaq.errors import UsageError
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Funding, Meeting, StandIn
from mithaq.model.extraction import Extraction
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.publish import explain_claim

TEXT = "أعلنت فرنسا تخصيص 20 مليون يورو لدعم لبنان هذا العام."


def extraction() -> Extraction:
    article = Article("test", "pledge.txt", None, "ar", "2022-05-12", "explicit", None, TEXT)
    words = Span(TEXT.index("تخصيص"), TEXT.index(" هذا"))
    amount = Span(TEXT.index("20"), TEXT.index(" لدعم"))
    content = Funding("FR", "LB", 20e6, "EUR", "exact", "pledge", "2022")
    claim = Claim(article.id, words, words.of(TEXT), content, (("amount", amount),), rule="funding")
    refused = Rejection(article.id, "funding", "price", Span(0, 5), TEXT[0:5])
    return Extraction(article, (), (claim,), (refused,))


def test_rule_words_slots_and_event_are_told() -> None:
    read = extraction()
    lines = explain_claim([read], read.claims[0].id[:8]).splitlines()
    assert lines[0] == f"funding {read.claims[0].id}"
    assert "article   pledge.txt, characters 12 to 42" in lines
    assert "rule      funding" in lines
    assert any(line.startswith("amount    20000000") and "20 مليون يورو" in line for line in lines)
    assert "PLOVER    AID, future" in lines
    assert lines[-1].startswith("refused   1 other")


def test_who_came_in_whose_place_is_told_as_one_says_it() -> None:
    read = extraction()
    content = Meeting(
        None, "talks", "Paris", "FR", None, chairs=("FR",), stand_ins=(StandIn("Omar Hilale", "minister"),)
    )
    claim = Claim(read.article.id, Span(0, 5), TEXT[0:5], content)
    lines = explain_claim([replace(read, claims=(claim,))], claim.id).splitlines()
    assert any(line.startswith("stand_ins") and "Omar Hilale for minister" in line for line in lines)
    assert any(line.startswith("chairs") and "FR" in line for line in lines)
    assert not any(line.startswith("sequence") for line in lines)


def test_an_unknown_id_says_what_to_do() -> None:
    with pytest.raises(UsageError, match="no claim has the id zzz"):
        explain_claim([extraction()], "zzz")


def test_an_id_of_two_claims_is_refused() -> None:
    read = extraction()
    with pytest.raises(UsageError, match="2 claims"):
        explain_claim([read, read], read.claims[0].id)
