"""Which language a text is in."""

import logging
import socket
import tempfile
from pathlib import Path
from typing import Any

import pytest

from mithaq.text.language import detect_language, language_name


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "عقد وزراء خارجية التحالف اجتماعا في روما"),
        ("ar", "قمة جدة تختتم أعمالها"),
        ("ar", "الرئيس المصري بيقول إن مصر عايزة تساعد إخواتها النهارده في القمة"),
        ("fa", "وزرای امور خارجه کشورهای عضو ائتلاف در رم دیدار کردند"),
        ("ur", "اتحادی ممالک کے وزرائے خارجہ نے روم میں ملاقات کی"),
        ("en", "Foreign ministers of the coalition met in Rome on Monday."),
        ("en", "MINISTERS AGREE TO MEET AGAIN BY JUNE"),
        ("fr", "Les ministres se sont réunis à Rome."),
        ("es", "Los ministros de Exteriores se reunieron en Roma el lunes."),
        ("de", "Die Außenminister trafen sich am Montag in Rom."),
        ("tr", "Dışişleri bakanları pazartesi günü Roma'da bir araya geldi."),
        ("ru", "Министры иностранных дел встретились в Риме."),
        ("hi", "विदेश मंत्रियों ने रोम में मुलाकात की।"),
    ],
)
def test_short_texts(code: str, text: str) -> None:
    assert detect_language(text) == code


def test_line_ends_addresses_and_numbers_do_not_mislead() -> None:
    text = "12/05/2022\r\nhttps://www.example.com/the/news/of/the/day\n\nعقد الوزراء اجتماعا\nفي مراكش\n" * 3
    assert detect_language(text) == "ar"


def test_only_the_beginning_counts() -> None:
    assert detect_language("Les ministres se sont réunis à Rome. " * 100 + "The ministers met. " * 1000) == "fr"


@pytest.mark.parametrize("text", ["", "  \n ", "123 456", "?!", "a"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_no_network_no_folder_no_noise(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    def connect(*_: object, **__: object) -> Any:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", connect)
    caplog.set_level(logging.DEBUG)
    before = set(Path(tempfile.gettempdir()).glob("fasttext*"))
    assert detect_language("The ministers met in Rome and agreed to meet again. " * 200) == "en"
    assert set(Path(tempfile.gettempdir()).glob("fasttext*")) == before
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_names_for_people() -> None:
    assert language_name("es") == "Spanish (es)"
    assert language_name("eo") == "eo"
