"""Tables of what was concluded across articles."""

import pytest

from mithaq.errors import UsageError
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Figure
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.fact import Disagreement, Fact, FollowUp, Link, Side
from mithaq.model.span import Span
from mithaq.publish import CONCLUSION_KINDS, tabulate_conclusions

ARTICLE = Article(
    "a.txt", "a.txt", "Wire", "en", "2022-05-12", "explicit", None, "It has 84 members. It will meet again."
)
CLAIM = Claim(ARTICLE.id, Span(7, 17), "84 members", Figure(84, "exact", "members"))
EXTRACTION = Extraction(ARTICLE, (), (CLAIM,), ())
CITED = 'a.txt: "84 members"'
PASSAGE = {
    "containment": 0.9,
    "first": ARTICLE.id,
    "first_passage": [0, 17],
    "second": "other",
    "second_passage": [3, 20],
}
CHANGE = (
    ("about", "x"), ("action", "meet"), ("body", "NATO"), ("change", "repeated"), ("earlier", "2021-06-28"),
    ("later", "2022-05-11"), ("reason", "Told again."),
)  # fmt: skip
STORY = (
    ("articles", [ARTICLE.id]),
    ("day", "2022-05-11"),
    ("files", ["a.txt"]),
    ("languages", ["en"]),
    ("parts", {ARTICLE.id: "report"}),
)
FOUND = Reconciliation(
    facts=(
        Fact("f1", "figure", (("about", "NATO · members"), ("printings", 3), ("sources", 1), ("value", 84)), (CLAIM.id,), (),
             (Link(CLAIM.id, "supports", (("of", "NATO"),), "It gives 84."),)),
        Fact("f2", "change", CHANGE, (CLAIM.id,)),
        Fact("f3", "story", STORY, ()),
        Fact("f4", "copies", (("outlets", ["Wire", "Post"]), ("passages", [PASSAGE])), ()),
    ),
    disagreements=(Disagreement("members", "contradiction", (Side("84", (CLAIM.id,)), Side("83", ())), "Both cannot hold."),),
    follow_ups=(FollowUp("f1", 1, "fulfilled", (CLAIM.id,), "It met."), FollowUp("f2", None, "insufficient_evidence", (), "?")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("facts", (("f1", "figure", "NATO · members", '{"value": 84}', "1", "3", CITED, "", "It gives 84."),)),
        ("stories", (("f3", "2022-05-11", "en", "1", "a.txt", "a.txt: report"),)),
        ("copies", (("f4", "Wire, Post", "a.txt, other", "0.9", "It has 84 members"),)),
        ("changes", (("NATO", "2021-06-28", "2022-05-11", "repeated", "meet", "Told again.", CITED),)),
        (
            "disagreements",
            (
                ("members", "contradiction", "84", "Both cannot hold.", CITED),
                ("members", "contradiction", "83", "Both cannot hold.", ""),
            ),
        ),
        (
            "follow-ups",
            (
                ("fulfilled", "+1", "NATO · members", "It met.", CITED, CITED),
                ("insufficient_evidence", "", "x", "?", CITED, ""),
            ),
        ),
    ],
)
def test_each_kind_has_its_table(kind: str, rows: tuple[tuple[str, ...], ...]) -> None:
    table = tabulate_conclusions([EXTRACTION], FOUND, kind)
    assert table.rows == rows
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert kind in CONCLUSION_KINDS


def test_another_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="choose one of stories"):
        tabulate_conclusions([EXTRACTION], FOUND, "meetings")


def standing(number: str, member: str, change: str, **slots: str) -> Fact:
    told = (("body", "NATO"), ("change", change), ("member", member), *slots.items(), ("sources", 2))
    return Fact(number, "membership", tuple(sorted(told)), (CLAIM.id,))


def test_who_is_in_and_how_many_there_were() -> None:
    count = (
        ("about", "NATO · members"),
        ("of", "NATO"),
        ("qualifier", "more_than"),
        ("unit", "members"),
        ("value", 30),
    )
    facts = (
        standing("m1", "FI", "joined", date="2023-04-04", known_since="2023-04-05"),
        standing("m2", "SE", "joined", known_since="2024-03-07"),
        standing("m3", "FI", "left", date="2025-01-01", known_since="2025-01-02"),
        Fact("f", "figure", count, (CLAIM.id,)),
    )
    found = Reconciliation(facts=facts)
    assert tabulate_conclusions([EXTRACTION], found, "standing").rows == (
        ("NATO", "FI", "joined", "2023-04-04", "2023-04-05", "2", CITED),
        ("NATO", "SE", "joined", "", "2024-03-07", "2", CITED),
        ("NATO", "FI", "left", "2025-01-01", "2025-01-02", "2", CITED),
    )
    assert tabulate_conclusions([EXTRACTION], found, "curve").rows == (
        ("NATO", "2023-04-04", "1", "members named", ""),
        ("NATO", "2024-03-07", "2", "members named", ""),
        ("NATO", "2025-01-01", "1", "members named", ""),
        ("NATO", "", "more than 30", "count told", CITED),
    )
