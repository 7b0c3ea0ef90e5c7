"""Bytes into text: what is accepted, what is refused, and why."""

import pytest

from mithaq.errors import ArticleRefused
from mithaq.sources.decode import decode

ARABIC = "عقد وزراء خارجية التحالف الدولي اجتماعا في روما، وتعهدوا بدعم العراق.\nوقال الوزير إن من حضر على علم بذلك."
FRENCH = "Les ministres se sont réunis à Rome où ils ont promis d’aider l’Irak : « c’est décidé », a déclaré l’hôte."


def refusal(raw: bytes, declared: str | None = None) -> ArticleRefused:
    with pytest.raises(ArticleRefused) as caught:
        decode(raw, declared)
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("text", [ARABIC, FRENCH, "plain ASCII text"])
@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (b"", "utf-8", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"\xff\xfe", "utf-16-le", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be", "utf-16-be"),
        (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32-le"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(text: str, mark: bytes, encoding: str, name: str) -> None:
    decoded = decode(mark + text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, name)


def test_arabic_in_windows_1256_is_recognised() -> None:
    decoded = decode(ARABIC.encode("windows-1256"))
    assert (decoded.text, decoded.encoding) == (ARABIC, "windows-1256")


def test_arabic_in_windows_1256_with_english_names_is_recognised() -> None:
    text = ARABIC + " وكالة (Anadolu) عن Nasser Bourita"
    assert decode(text.encode("windows-1256")).text == text


def test_french_in_windows_1252_is_recognised() -> None:
    decoded = decode(FRENCH.encode("windows-1252"))
    assert (decoded.text, decoded.encoding) == (FRENCH, "windows-1252")


def test_english_with_one_accent_in_latin_1_is_recognised() -> None:
    assert decode(b"The caf\xe9 summit was held in Rome.").text == "The café summit was held in Rome."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Министры иностранных дел встретились в Риме и договорились", "windows-1251"),
        ("Οι υπουργοί Εξωτερικών συναντήθηκαν στη Ρώμη", "windows-1253"),
        ("外交部长们在罗马举行会议并达成协议", "gb18030"),
        # Another code page for Arabic: read as windows-1256 its letters are Arabic, its words are not.
        ("عقد الوزراء اجتماعا في روما على مستوى القمة من أجل العراق", "iso-8859-6"),
    ],
)
def test_other_code_pages_are_refused_rather_than_misread(text: str, encoding: str) -> None:
    error = refusal(text.encode(encoding))
    assert error.code == "encoding"
    assert "UTF-8" in str(error)


def test_a_bad_byte_inside_utf_8_is_named_by_its_place() -> None:
    error = refusal(ARABIC[:20].encode() + b"\xff" + ARABIC[20:].encode())
    assert error.code == "encoding"
    assert "one bad byte" in str(error)
    assert "byte 37" in str(error)  # 17 letters of two bytes, 3 spaces of one


def test_several_bad_bytes_are_counted() -> None:
    raw = FRENCH.encode().replace(b" ", b" \xf8", 2)
    error = refusal(raw)
    assert "2 bad bytes" in str(error)
    assert "byte 4" in str(error)


def test_one_bad_byte_beside_one_good_accent_is_damage_not_windows_1252() -> None:
    assert "one bad byte" in str(refusal("The café summit ".encode() + b"\xe9 was held."))


def test_a_file_that_was_cut_off_inside_a_character_is_said_to_be() -> None:
    error = refusal(ARABIC.encode()[:-2])
    assert error.code == "encoding"
    assert "breaks off" in str(error)


def test_damaged_utf_16_is_refused_with_its_place() -> None:
    error = refusal(b"\xff\xfe" + "قمة".encode("utf-16-le") + b"\x00\xd8")
    assert error.code == "encoding"
    assert "byte 8" in str(error)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00", "office"),
        (b"{\\rtf1\\ansi hello}", "rich-text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"text with a \x00 null", "not text"),
        (bytes(range(1, 32)) * 4, "not text"),
        ("ab\0cd".encode("utf-16"), "null"),
    ],
)
def test_what_is_not_text_is_refused(raw: bytes, word: str) -> None:
    error = refusal(raw)
    assert error.code == "binary"
    assert word in str(error)


@pytest.mark.parametrize("raw", [b"", b" \n\r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "\u200f\n\xa0".encode()])
def test_nothing_but_white_space_is_empty(raw: bytes) -> None:
    assert refusal(raw).code == "empty"


def test_a_form_feed_and_a_single_control_character_do_not_make_text_binary() -> None:
    text = "The ministers met in Rome and agreed to meet again by June. " * 3 + "\f\x1a"
    assert decode(text.encode()).text == text


def test_line_ends_of_all_systems_become_one() -> None:
    assert decode(b"one\r\ntwo\rthree\nfour\r\n\r\nfive").text == "one\ntwo\nthree\nfour\n\nfive"


def test_characters_are_not_normalised() -> None:
    text = "ال\u0640\u0640قمة cafe\u0301 \ufefb \u0627\u0653"
    assert decode(text.encode()).text == text


def test_the_encoding_a_page_names_is_used_when_it_is_not_utf_8() -> None:
    raw = "Čeští ministři".encode("windows-1250")
    assert decode(raw, "windows-1250").text == "Čeští ministři"


def test_utf_8_is_believed_before_what_a_page_names() -> None:
    assert decode(ARABIC.encode(), "windows-1256").text == ARABIC


def test_a_page_that_names_latin_1_means_windows_1252() -> None:
    assert decode(b"l\x92Irak a d\xe9cid\xe9", "ISO-8859-1").text == "l’Irak a décidé"


@pytest.mark.parametrize("named", ["zip", "iso-8859-99", "utf-7", "x"])
def test_what_is_no_code_page_is_not_used_though_a_page_names_it(named: str) -> None:
    assert decode(FRENCH.encode("windows-1252"), named).encoding == "windows-1252"
