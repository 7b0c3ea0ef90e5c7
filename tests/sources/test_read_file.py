"""One file into one article, or a refusal."""

import os
from pathlib import Path

import pytest

from mithaq.errors import ArticleRefused, UsageError
from mithaq.model.article import Article
from mithaq.sources import ReadOptions, read_file

ARABIC = "عقد وزراء خارجية التحالف الدولي اجتماعا في روما، وتعهدوا بأن يجتمعوا من جديد في يونيو المقبل.\n"
ENGLISH = "The foreign ministers of the coalition met in Rome and promised to meet again by June of next year.\n"
PACKS = ("ar", "en", "fr")
OPTIONS = ReadOptions(PACKS)


def read(tmp_path: Path, content: str | bytes, name: str = "a.txt", options: ReadOptions = OPTIONS) -> Article:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_file(path, options)


def refused(path: Path, options: ReadOptions = OPTIONS) -> ArticleRefused:
    with pytest.raises(ArticleRefused) as caught:
        read_file(path, options)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_plain_text(tmp_path: Path) -> None:
    article = read(tmp_path, "قمة في روما\n\n" + ARABIC, "مقال.txt")
    assert article == Article(
        source=str(tmp_path / "مقال.txt"),
        file="مقال.txt",
        outlet=None,
        language="ar",
        published=None,
        published_basis=None,
        title="قمة في روما",
        text="قمة في روما\n\n" + ARABIC,
    )


def test_a_text_with_a_header(tmp_path: Path) -> None:
    header = "# source: wires/12\n# outlet: Anadolu\n# published: 2021-06-28\n# title: لقاء روما\n\n"
    article = read(tmp_path, header + ARABIC)
    assert article == Article(
        source="wires/12",
        file="a.txt",
        outlet="Anadolu",
        language="ar",
        published="2021-06-28",
        published_basis="explicit",
        title="لقاء روما",
        text=ARABIC,
    )


def test_the_address_goes_before_the_source(tmp_path: Path) -> None:
    article = read(tmp_path, "# source: wires/12\n# url: https://example.org/12\n\n" + ENGLISH)
    assert article.source == "https://example.org/12"


@pytest.mark.parametrize("shared", ["Reuters", "AFP/Reuters", "Agence France-Presse 24"])
def test_a_source_that_many_articles_share_does_not_tie_them_together(tmp_path: Path, shared: str) -> None:
    article = read(tmp_path, f"# source: {shared}\n\n" + ENGLISH)
    assert article.source == str(tmp_path / "a.txt")


def test_the_path_is_kept_whole_wherever_it_is_named_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_file(Path("a.txt"), OPTIONS).source == str(tmp_path / "a.txt")


def test_windows_line_ends_give_the_same_article(tmp_path: Path) -> None:
    text = "# outlet: X\n\n" + ENGLISH + "\n" + ENGLISH
    assert read(tmp_path, text.replace("\n", "\r\n")) == read(tmp_path, text)


def test_a_date_that_is_no_date_is_left_out_with_a_note(tmp_path: Path) -> None:
    article = read(tmp_path, "# published: 12/05/2022\n\n" + ENGLISH)
    assert (article.published, article.published_basis) == (None, None)
    assert "12/05/2022" in article.notes[0]


def test_windows_1256_is_noted(tmp_path: Path) -> None:
    article = read(tmp_path, ARABIC.encode("windows-1256"))
    assert article.text == ARABIC
    assert article.notes == ("decoded from windows-1256",)


def test_what_the_caller_says_goes_before_what_the_file_says(tmp_path: Path) -> None:
    options = ReadOptions(PACKS, published="2022-05", outlet="SPA", language="fr")
    article = read(
        tmp_path, "# published: 2021-06-28\n# outlet: Anadolu\n# language: en\n\n" + ENGLISH, options=options
    )
    assert (article.published, article.outlet, article.language) == ("2022-05", "SPA", "fr")


def test_the_language_of_the_header_goes_before_detection(tmp_path: Path) -> None:
    assert read(tmp_path, "# language: AR\n\n" + ENGLISH).language == "ar"


def test_a_page_saved_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html>\n<html><head><title>A page</title></head><body><p>{ENGLISH * 3}</p></body></html>"
    assert "<p>" not in read(tmp_path, page).text


def test_a_page_in_windows_1256_by_its_own_word(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body><article><p>{ARABIC * 3}</p></article></body></html>'
    article = read(tmp_path, page.encode("windows-1256"), "a.html")
    assert "عقد وزراء خارجية التحالف" in article.text
    assert article.notes == ("decoded from windows-1256",)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# outlet: X\n# title: Y\n\n"])
def test_no_text(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert refused(path).code == "empty"


def test_a_language_without_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "es.txt"
    path.write_text("Los ministros de Exteriores se reunieron en Roma y acordaron una nueva ayuda.", encoding="utf-8")
    error = refused(path)
    assert error.code == "no_pack"
    assert "Spanish (es)" in str(error)
    assert "ar, en, fr" in str(error)


def test_a_language_that_cannot_be_told(tmp_path: Path) -> None:
    path = tmp_path / "numbers.txt"
    path.write_text("12 34 56", encoding="utf-8")
    error = refused(path)
    assert error.code == "no_pack"
    assert "--language" in str(error)


def test_a_file_over_the_limit_says_how_to_raise_it(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("x" * 2_500_000, encoding="utf-8")
    error = refused(path, ReadOptions(PACKS, max_bytes=1_000_000))
    assert error.code == "too_large"
    assert "2.5 MB" in str(error)
    assert "--max-mb 3" in str(error)


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, ENGLISH, options=ReadOptions(PACKS, max_bytes=len(ENGLISH))).text == ENGLISH


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_text(ENGLISH, encoding="utf-8")
    error = refused(path)
    assert error.code == "unsupported"
    assert ".txt" in str(error)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "absent.txt").code == "unreadable"


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "absent")
    assert refused(tmp_path / "link.txt").code == "unreadable"


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert refused(tmp_path / "loop.txt").code == "unreadable"


def test_a_folder_called_like_a_text(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    assert refused(tmp_path / "folder.txt").code == "unreadable"


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH, encoding="utf-8")

    def deny(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", deny)
    error = refused(path)
    assert error.code == "unreadable"
    assert "permission" in str(error)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refused(tmp_path / "pipe.txt").code == "unsupported"


def test_a_device_does_not_hang(tmp_path: Path) -> None:
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert refused(tmp_path / "zero.txt").code == "unsupported"


@pytest.mark.parametrize(
    "wrong",
    [{"published": "12/05/2022"}, {"published": "2022-02-30"}, {"published": ""}, {"language": "es"}, {"max_bytes": 0}],
)
def test_options_that_cannot_be(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        ReadOptions(PACKS, **wrong)  # type: ignore[arg-type]


def test_auto_finds_the_language_out(tmp_path: Path) -> None:
    assert read(tmp_path, ENGLISH, options=ReadOptions(PACKS, language="auto")).language == "en"
