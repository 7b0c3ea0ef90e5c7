"""What the API says of itself holds: schemathesis asks every endpoint odd things, a few times each here.

``python -m bench.desk_api`` asks some hundreds of times.
"""

import pytest

from bench.desk_api import ask_endpoint, endpoints, open_for_asking

from .desk_api_setup import sample_record

CASES = 8


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    with open_for_asking(sample_record(), tmp_path_factory.mktemp("asked")) as asking:
        yield asking


def test_every_endpoint_keeps_its_word(asking) -> None:  # type: ignore[no-untyped-def]
    asked = {name: ask_endpoint(asking, endpoint, CASES) for name, endpoint in endpoints(asking)}
    assert len(asked) > 25
    assert {name: found.failures for name, found in asked.items() if found.failures} == {}
    assert {"POST /api/judgements", "GET /api/search", "GET /api/articles/{article_id}"} <= set(asked)
    assert all(found.cases > 0 for found in asked.values())
    # Something that is there was asked for, too: not every answer is that there is no such thing.
    assert 200 in asked["GET /api/articles/{article_id}"].statuses and 201 in asked["POST /api/judgements"].statuses
