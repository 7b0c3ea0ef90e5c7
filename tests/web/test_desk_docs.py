"""The page that lists what the API answers."""

from pathlib import Path

import pytest

from .desk_api_setup import desk_over


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_address_of_the_api_stands_on_its_page(tmp_path: Path, language: str) -> None:
    with desk_over(tmp_path) as client:
        page = client.get(f"/api/docs?lang={language}")
        assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
        document = client.get("/api/openapi.json").json()
        for path, methods in document["paths"].items():
            for method in methods:
                assert f"<code>{method.upper()} {path}</code>" in page.text
        assert "<code>verdict</code>" in page.text and "accept, reject, correct, same, different" in page.text
        assert "etag" not in page.headers


def test_the_document_says_how_the_token_is_sent(tmp_path: Path) -> None:
    with desk_over(tmp_path) as client:
        document = client.get("/api/openapi.json").json()
    (name,) = document["components"]["securitySchemes"]
    assert document["components"]["securitySchemes"][name]["scheme"] == "bearer"
    assert document["paths"]["/api/judgements"]["post"]["security"] == [{name: []}]
    assert "security" not in document["paths"]["/api/judgements"]["get"]
