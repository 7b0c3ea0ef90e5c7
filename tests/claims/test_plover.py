"""Claims as PLOVER events."""

import pytest

from mithaq.claims.plover import PloverEvent, plover_of
from mithaq.model.claim import (
    Claim,
    Commitment,
    Content,
    Figure,
    Funding,
    Meeting,
    Membership,
    Speaker,
    Statement,
    TorontoTests,
)
from mithaq.model.span import Span

_TESTS = TorontoTests(discrete=True, specific=True, future=True, public=True, collective=False)


def said(act: str) -> Statement:
    return Statement(Speaker("MA", "state", "المغرب"), None, None, act, "indirect", None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            Meeting("NATO", "summit", "Madrid", "ES", "2022-06-28", status="planned"),
            PloverEvent("CONSULT", ("future",)),
        ),
        (
            Meeting("NATO", "summit", "Madrid", "ES", "2022-06-28", status="cancelled"),
            PloverEvent("CONSULT", ("negation",)),
        ),
        (Meeting("NATO", "summit", "Chicago", "US", "2012-05-20"), PloverEvent("CONSULT", ("historical",))),
        (said("condemn"), PloverEvent("ACCUSE", ())),
        (said("urge"), PloverEvent("REQUEST", ())),
        (said("say"), None),
        (Funding("US", "IQ", 60e6, "USD", "exact", "pledge", "2022"), PloverEvent("AID", ("future",))),
        (Funding("US", "IQ", 60e6, "USD", "exact", "paid", "2022"), PloverEvent("AID", ())),
        (Membership("NATO", "FI", "joined"), PloverEvent("COOPERATE", ())),
        (Membership("NATO", "FI", "applied"), PloverEvent("REQUEST", ("future",))),
        (Commitment(("FR",), "", None, None, True, (), _TESTS), PloverEvent("AGREE", ("future", "hypothetical"))),
        (Figure(84.0, "exact", "members"), None),
    ],
)
def test_category_and_modes(content: Content, expected: PloverEvent | None) -> None:
    claim = Claim("a" * 16, Span(0, 4), "text", content)
    assert plover_of(claim, "2022-06-01") == expected
