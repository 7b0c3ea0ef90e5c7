"""The same result for every order of reading, under another hash seed, and when a person decides."""

import os
import random
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from mithaq.model.claim import Content
from mithaq.model.extraction import Extraction
from mithaq.model.judgement import Judgement, Verdict
from mithaq.reconcile import conclude, reconcile

from .examples import COALITION, claim_id, commitment, extraction, figure, funding, joined, marrakesh, meeting


def articles() -> list[Extraction]:
    """Ten articles that agree, disagree, copy one another and promise."""
    made = []
    for number, (members, year, day, came) in enumerate(
        [
            (84, 2014, "2022-05-11", 80), (84, 2014, None, 80), (83, 2004, "2022-05-12", 79), (83, 2014, "2021-07-01", 81),
            (84, 2014, "2022-05-13", 80), (84, 2014, "2022-05-12", 60),
        ]
    ):  # fmt: skip
        text = f"The {members} members, founded in {year}, met in Marrakesh; $45 million goes to Iraq; they will meet soon."
        told: list[tuple[str, Content]] = [
            (f"{members} members", figure(members, "members", of=COALITION)),
            (f"founded in {year}", figure(year, "founding year", of=COALITION)),
            ("met in Marrakesh", meeting("Marrakesh", day, came=(came, "more_than" if number % 2 else "exact"))),
            ("$45 million", funding(45e6 + number * 1e6, "IQ")),
            ("they will meet soon", commitment("meet soon in another city", deadline="../2023")),
        ]
        made.append(marrakesh(f"m{number}", text, told, published=day))
    wire = (
        "Yemen joined the coalition as its eighty third member on Monday, the ministry said in a short statement here."
    )
    made += [
        extraction(name, wire, [("Yemen joined", joined("YE", ordinal=83))], published="2021-06-29") for name in "xyz"
    ]
    made.append(extraction("q", "Rain in Rome.", [], published=None))
    return made


ARTICLES = articles()
EXPECTED = conclude(ARTICLES)


@settings(deadline=None, max_examples=20)
@given(some.permutations(ARTICLES))
def test_order_of_reading_changes_nothing(ordered: list[Extraction]) -> None:
    assert conclude(ordered) == EXPECTED


def test_something_was_concluded() -> None:
    reasons = {found.reason for found in EXPECTED.reconciliation.disagreements}
    assert {"contradiction", "change"} <= reasons
    assert {fact.kind for fact in EXPECTED.reconciliation.facts} >= {
        "meeting",
        "figure",
        "funding",
        "membership",
        "commitment",
        "story",
        "copies",
    }


SCRIPT = """
import hashlib
from reconcile.test_order import articles
from mithaq.reconcile import conclude
print(hashlib.sha256(repr(conclude(articles())).encode()).hexdigest())
"""


def test_another_hash_seed_gives_the_same() -> None:
    tests = Path(__file__).parents[1]
    path = os.pathsep.join([str(tests), str(tests.parent)])
    printed = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT], env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            check=True, capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(printed) == 1


def judged(verdict: Verdict, *about: str, when: str = "2022-06-01T10:00:00Z", revoked: bool = False) -> Judgement:
    return Judgement(about, verdict, "editor", when, "read again", revoked)


def test_a_rejected_claim_is_left_out_and_comes_back_when_revoked() -> None:
    first, second = ARTICLES[0], ARTICLES[2]
    wrong = claim_id(second, 1)
    about = f"{COALITION} · founding year"

    def disputed(*judgements: Judgement) -> bool:
        return any(found.about == about for found in reconcile([first, second], judgements).disagreements)

    reject = judged("reject", wrong)
    assert disputed()
    assert not disputed(reject)
    assert disputed(reject, judged("reject", wrong, when="2022-06-02T10:00:00Z", revoked=True))
    assert disputed(reject, judged("accept", wrong, when="2022-06-02T10:00:00Z"))


def test_different_parts_and_same_joins() -> None:
    text = "Daesh held {} of Iraq and Syria in its strongest days."
    first, second = (
        marrakesh(name, text.format(words), [(words, figure(value, "km2", "more_than"))])
        for name, words, value in (("a", "more than 100,000 km2", 100_000), ("b", "more than 110,000 km2", 110_000))
    )
    pair = (claim_id(first), claim_id(second))
    assert len(reconcile([first, second]).disagreements) == 1
    assert reconcile([first, second], [judged("different", *pair)]).disagreements == ()
    far = marrakesh("c", "In all 150,000 km2 burnt.", [("150,000 km2", figure(150_000, "km2"))])
    assert len(reconcile([second, far]).disagreements) == 0
    joined_now = reconcile([second, far], [judged("same", claim_id(second), claim_id(far))])
    assert [fact.kind for fact in joined_now.facts if len(fact.supported_by) > 1] == ["figure"]


def test_one_more_article_touches_only_its_own() -> None:
    """Facts of a body and a time that the new article says nothing of stay as they are, id and all."""
    before = {fact.id: fact for fact in EXPECTED.reconciliation.facts}
    new = extraction("new", "Paris has 2000 cafés.", [("2000 cafés", figure(2000, "cafés"))], published="2019-01-01")
    shuffled = [*ARTICLES, new]
    random.Random(1).shuffle(shuffled)
    after = {fact.id: fact for fact in reconcile(shuffled).facts}
    assert all(after[number] == fact for number, fact in before.items() if fact.kind not in ("story",))
