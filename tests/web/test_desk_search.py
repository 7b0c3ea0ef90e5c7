"""Searching: one word in all its forms, phrases, filters, meanings across languages, marks at the words."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from mithaq.record.search_words import search_form, search_variants

from .desk_api_setup import desk_over


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with desk_over(tmp_path_factory.mktemp("desk")) as client:
        yield client


def hits(client: TestClient, query: str, more: str = "") -> list[dict[str, Any]]:
    answer = client.get(f"/api/search?q={quote(query)}{more}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["hits"]["items"])


def files(found: list[dict[str, Any]], *, near: bool | None = None) -> set[str]:
    return {hit["article"]["file"] for hit in found if near is None or hit["near"] == near}


@pytest.mark.parametrize(
    "forms",
    [
        ("اجتماع", "الاجتماعات", "والاجتماعات", "إجتماع", "واجتماعهم", "للاجتماع"),
        ("وفد", "وفداً", "الوفد", "وفدين"),
        ("المساعدات", "مساعدة", "المساعده"),
        ("إفريقيا", "أفريقيا", "افريقيا"),
        ("على", "علي"),
        ("pledge", "pledges", "pledged", "pledging"),
        ("réunion", "reunions", "Réunions"),
        ("country", "countries"),
        ("١٥", "15"),
    ],
)
def test_forms_of_one_word_fall_together(forms: tuple[str, ...]) -> None:
    assert len({search_form(form) for form in forms}) == 1, {form: search_form(form) for form in forms}


@pytest.mark.parametrize(
    ("one", "other"), [("وزير", "وزن"), ("state", "statute"), ("coalition", "coal"), ("قمة", "قيمة")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert search_form(one) != search_form(other)


@pytest.mark.parametrize(
    ("asked", "written"), [("اجتماع", "باجتماعها"), ("لاجتماعهم", "اجتماع"), ("قال", "وقال"), ("دعم", "لدعم")]
)
def test_letters_written_onto_a_word_are_looked_through(asked: str, written: str) -> None:
    assert search_form(written) in search_variants(search_form(asked))


def test_a_bare_word_finds_the_word_with_everything_written_onto_it(client: TestClient) -> None:
    found = hits(client, "وفد")
    assert "ar-marrakesh-2022.txt" in files(found, near=False)
    snippet = next(hit for hit in found if hit["article"]["file"] == "ar-marrakesh-2022.txt")["snippets"][0]
    start, end = snippet["marks"][0]
    assert snippet["text"][start:end] == "وفداً"


def test_the_citation_of_a_hit_opens_at_the_matched_words(client: TestClient) -> None:
    hit = hits(client, "Peshmerga")[0]
    cited = hit["snippets"][0]["citation"]
    text = client.get(f"/api/articles/{cited['article_id']}").json()["text"]
    assert text[cited["start"] : cited["end"]] == "Peshmerga"


def test_a_phrase_wants_its_words_together(client: TestClient) -> None:
    assert files(hits(client, '"climate club"')) == {"en-elmau-2022.txt"}
    assert files(hits(client, '"club climate"')) == set()


def test_a_name_is_found_in_every_script_and_marked_as_near(client: TestClient) -> None:
    found = hits(client, "Bourita")
    assert {"en-marrakesh-2022.txt", "fr-marrakesh-2022.txt"} <= files(found, near=False)
    assert {"ar-marrakesh-2022.txt", "ar-promise-kept-2022.txt"} <= files(found, near=True)


def test_a_body_is_found_by_its_name_in_another_language(client: TestClient) -> None:
    found = hits(client, "مجموعة السبع")
    assert "ar-elmau-2022.txt" in files(found, near=False)
    assert "en-elmau-2022.txt" in files(found, near=True)
    near = next(hit for hit in found if hit["near"] and hit["article"]["language"] == "en")
    assert "organisation:G7" in near["through"]
    start, end = near["snippets"][0]["marks"][0]
    assert near["snippets"][0]["text"][start:end] in ("G7", "Group of Seven")


def test_what_has_the_words_comes_before_what_is_near(client: TestClient) -> None:
    marks = [hit["near"] for hit in hits(client, "coalition Daesh")]
    assert marks == sorted(marks) and marks[0] is False and marks[-1] is True


def test_filters_narrow_by_language_kind_speaker_and_day(client: TestClient) -> None:
    assert files(hits(client, "coalition", "&language=fr")) == {"fr-marrakesh-2022.txt", "fr-rome-2021.txt"}
    assert files(hits(client, "coalition", "&until=2021")) <= {"fr-rome-2021.txt", "ar-rome-2021.txt"}
    assert "fr-rome-2021.txt" not in files(hits(client, "coalition", "&since=2022-01"))
    spoken = files(hits(client, "", "&speaker=Nuland"))
    assert "en-marrakesh-2022.txt" in spoken and "fr-rome-2021.txt" not in spoken
    assert files(hits(client, "", "&kind=membership")) and "en-elmau-2022.txt" not in files(
        hits(client, "", "&kind=membership")
    )


@pytest.mark.parametrize(
    "query", ["", "  ", '"', '" OR "', "NEAR(", "title:*", "'; DROP TABLE article; --", "ـ", "ًٌ", "the of"]
)
def test_odd_queries_are_only_words(client: TestClient, query: str) -> None:
    assert client.get(f"/api/search?q={quote(query)}").status_code == 200


def test_a_query_that_is_a_book_is_refused(client: TestClient) -> None:
    assert client.get(f"/api/search?q={'a' * 401}").status_code == 422
