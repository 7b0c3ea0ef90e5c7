"""What a search asks for: numbers, contractions, phrases, short names, speakers in any script, days alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from mithaq.languages import available_languages
from mithaq.pipeline import read_paths
from mithaq.record import Record
from mithaq.sources import ReadOptions

from .desk_api_setup import desk_over

ARTICLES = {
    "en-aid": (
        "2022-05-10",
        "GENEVA, May 10 - The UN said on Tuesday that it needed $10.5 million for refugees in Chad. They don't"
        " have tents, John Kerry said. The civilians of the town had left.",
    ),
    "en-count": ("2022-06-02", "PARIS, June 2 - France pledged 5 million euros on June 10 to Mali, ministers said."),
    "fr-dons": ("2022-05-11", "PARIS, 11 mai - Un ministre a annoncé que des vivres ont été donnés à un village du Tchad."),
    "ar-order": ("2022-05-12", "الرباط - قالت دول التحالف إن الاجتماع سيعقد في مراكش يوم الأربعاء."),
    "ar-phrase": ("2022-05-13", "الرباط - أعلن وزير الخارجية الأمريكي جون كيري أن واشنطن ستدعم التحالف الدولي بالمال."),
    "ar-front": ("2022-05-14", "الرباط - قال ناصر بوريطة إن المغرب سيستضيف اجتماعا للتحالف الدولي في الخريف."),
}  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("asking")
    written = folder / "articles"
    written.mkdir()
    for name, (day, text) in ARTICLES.items():
        (written / f"{name}.txt").write_text(
            f"# published: {day}\n# language: {name[:2]}\n\n{text}\n", encoding="utf-8"
        )
    with Record.open(folder / "record.db") as record:
        read_paths([written], record, ReadOptions(available_languages()), "2022-07-01T00:00:00+00:00")
    with desk_over(folder) as client:
        yield client


def search(client: TestClient, **asked: str) -> list[dict[str, Any]]:
    answer = client.get("/api/search", params=asked)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["hits"]["items"])


def files(found: list[dict[str, Any]]) -> list[str]:
    return [Path(hit["article"]["file"]).stem for hit in found]


def marked(hit: dict[str, Any]) -> list[str]:
    return [snippet["text"][start:end] for snippet in hit["snippets"] for start, end in snippet["marks"]]


def test_a_number_with_a_fraction_is_one_number(client: TestClient) -> None:
    found = search(client, q="10.5")
    assert files(found) == ["en-aid"]
    assert marked(found[0]) == ["10.5"]


def test_a_contraction_is_no_other_word(client: TestClient) -> None:
    for asked in ("don't", "don’t"):
        found = search(client, q=asked)
        assert files(found) == ["en-aid"]
        assert marked(found[0]) == ["don't"]


def test_a_short_name_in_capitals_is_the_body_and_no_article(client: TestClient) -> None:
    found = search(client, q="UN")
    assert files(found)[0] == "en-aid"
    assert marked(found[0]) == ["UN"]
    assert "fr-dons" not in files(found)
    assert "fr-dons" in files(search(client, q="un"))


def test_a_phrase_keeps_its_order_and_its_forms(client: TestClient) -> None:
    assert files(search(client, q='"الدولي التحالف"')) == []
    found = search(client, q='"التحالف الدولي"')
    # What Arabic writes onto the front of the first word does not make another phrase of it.
    assert sorted(files(found)) == ["ar-front", "ar-phrase"]
    assert files(search(client, q='"ministers said"')) == ["en-count"]
    assert files(search(client, q='"minister said"')) == []


def test_common_words_are_not_marked_beside_others(client: TestClient) -> None:
    found = search(client, q="they tents")
    assert marked(found[0]) == ["tents"]
    assert marked(search(client, q="they")[0]) == ["They"]


def test_near_meanings_are_those_of_the_thing_itself(client: TestClient) -> None:
    found = search(client, q="refugees")
    assert marked(found[0]) == ["refugees"]


def test_a_speaker_is_found_in_every_script(client: TestClient) -> None:
    for asked in ("Kerry", "كيري"):
        assert set(files(search(client, q="", speaker=asked))) >= {"en-aid", "ar-phrase"}, asked


def test_a_speaker_or_a_kind_alone_shows_what_is_said(client: TestClient) -> None:
    hit = search(client, q="", speaker="بوريطة")[0]
    assert any("المغرب سيستضيف" in words for words in marked(hit))
    cited = hit["snippets"][0]["citation"]
    text = client.get(f"/api/articles/{cited['article_id']}").json()["text"]
    assert text[cited["start"] : cited["end"]] in marked(hit)
    hit = next(hit for hit in search(client, q="", kind="funding") if files([hit]) == ["en-count"])
    assert any("5 million euros" in words for words in marked(hit))


def test_days_alone_list_the_articles_of_those_days(client: TestClient) -> None:
    assert files(search(client, q="", since="2022-05-12", until="2022-05-13")) == ["ar-phrase", "ar-order"]
    page = client.get("/search", params={"since": "2022-06"}).text
    assert "Articles found: 1" in page
    assert "Articles found" not in client.get("/search").text
