"""Which files are read under the paths a user names."""

import os
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from mithaq.sources import find_files, readable_path


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def names(folder: Path, *paths: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_files(paths or (folder,))]


def test_folders_are_searched_in_order_of_name(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a.html", "c/z.TXT", "c/a/m.htm", "d.text", "قمة/مقال.txt")
    assert names(tmp_path) == ["a.html", "b.txt", "c/a/m.htm", "c/z.TXT", "d.text", "قمة/مقال.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, ".hidden.txt", ".git/a.txt", "seen.txt")
    assert names(tmp_path) == ["seen.txt"]


def test_a_hidden_folder_that_is_named_is_searched(tmp_path: Path) -> None:
    put(tmp_path, ".inbox/a.txt")
    assert names(tmp_path, tmp_path / ".inbox") == [".inbox/a.txt"]


def test_files_of_other_kinds_in_folders_are_counted(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.pdf", "c.PDF", "Makefile")
    passed_over: Counter[str] = Counter()
    assert [path.name for path in find_files((tmp_path,), passed_over)] == ["a.txt"]
    assert passed_over == {".pdf": 2, "Makefile": 1}


def test_named_paths_are_always_given_so_that_they_can_be_refused(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    assert names(tmp_path, tmp_path / "a.pdf", tmp_path / "absent.txt") == ["a.pdf", "absent.txt"]


def test_a_file_named_twice_is_given_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt")
    assert names(tmp_path, tmp_path / "b.txt", tmp_path, tmp_path / "x" / ".." / "a.txt") == ["b.txt", "a.txt"]


def test_a_link_back_to_a_folder_above_does_not_go_round_for_ever(tmp_path: Path) -> None:
    put(tmp_path, "inner/a.txt")
    (tmp_path / "inner" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["inner/a.txt"]


def test_a_link_to_itself_is_given_to_be_refused(tmp_path: Path) -> None:
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert names(tmp_path) == ["self.txt"]


def test_a_linked_folder_elsewhere_is_searched(tmp_path: Path) -> None:
    put(tmp_path, "store/a.txt")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "link").symlink_to(tmp_path / "store", target_is_directory=True)
    assert names(tmp_path, tmp_path / "desk") == ["desk/link/a.txt"]


def test_a_folder_called_like_a_text_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "folder.txt/a.txt")
    assert names(tmp_path) == ["folder.txt/a.txt"]


def test_a_folder_that_cannot_be_listed_is_given_to_be_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "closed/a.txt", "open/b.txt")
    list_folder = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return list_folder(path)

    monkeypatch.setattr("mithaq.sources.find.os.scandir", scandir)
    assert names(tmp_path) == ["closed", "open/b.txt"]


def test_ten_thousand_files_are_given_one_by_one(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number:05}.txt").touch()
    first = list(islice(find_files((tmp_path,)), 2))
    assert [path.name for path in first] == ["00000.txt", "00001.txt"]
    assert sum(1 for _ in find_files((tmp_path,))) == 10_000


def test_a_name_that_is_not_utf_8_can_be_printed_and_stored() -> None:
    shown = readable_path(Path(os.fsdecode(b"caf\xe9.txt")))
    assert shown == "caf\\xe9.txt"
    assert shown.encode("utf-8")
