"""Bytes become text, or a refusal that says why not. Not for guessing at any cost: what is doubtful is refused.

UTF-8 and UTF-16 with a mark are certain. Windows-1256 (Arabic) and windows-1252 (English, French) are accepted only
when the letters and words they give are those of the language.
"""

import codecs
import re
from dataclasses import dataclass

from mithaq.errors import ArticleRefused

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
HIGH = bytes(range(0x80, 0x100))
ESCAPED = re.compile("[\udc80-\udcff]")
CONTROLS = bytes([*range(0x00, 0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
MOST_CONTROLS = 0.01

COMMON_ARABIC = re.compile(r"\b(?:[وفب]?ال\w{2,}|من|في|على|إلى|أن|عن|مع)\b")
ARABIC_LETTER = re.compile("[\u0621-\u064a]")
WORD = re.compile(r"\w+")
WESTERN = frozenset("àâäæçéèêëîïôöœùûüÿñáíóúãõåøßìòÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸÑÁÍÓÚÃÕÅØ«»‹›“”„‘’‚–—…•·€£¥§°ºª©®™½¼²³×\xa0\xad")
LEAST_ARABIC = 0.7
LEAST_COMMON = 0.1
"""Words with the article, and the commonest particles, are four in ten in news, and none in other code pages."""
SAMPLE = 200_000
MOST_WESTERN = 0.3
LEAST_WESTERN = 0.97

LEGACY_PAGES = re.compile(r"(?:windows-|cp)125\d|iso-8859-\d+|latin-?1|koi8-[ru]")
READ_AS = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252"}
"""Pages that claim the left mean the right: WHATWG Encoding Standard, section 4.2."""

LONGEST_CHARACTER = 4
"""Bytes of one character in UTF-8."""

SAVE_AGAIN = "save it again as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """``encoding`` is the name users know it by."""

    text: str
    encoding: str


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of ``raw``, its line ends ``\\n``. ``declared`` is the encoding a page names.

    Raises ArticleRefused with code binary, empty or encoding.
    """
    decoded = _decode(raw, declared)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff\u200e\u200f \t\n\f\v\xa0"):
        raise ArticleRefused("empty", "the file is empty; nothing to read, leave it out.")
    if "\0" in text:
        raise ArticleRefused("binary", f"it holds null characters, so it is not text; {SAVE_AGAIN}.")
    return Decoded(text, decoded.encoding)


def _decode(raw: bytes, declared: str | None) -> Decoded:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return Decoded(_strictly(raw[len(mark) :], encoding, len(mark)), encoding)
    _refuse_binary(raw)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        bad_byte = error.start
    named = _known_page(declared)
    return Decoded(_strictly(raw, named, 0), named) if named else _legacy(raw, bad_byte)


def _known_page(declared: str | None) -> str | None:
    """The code page a page names, if it is one; UTF-8 is none, and has been tried."""
    named = READ_AS.get((declared or "").lower(), (declared or "").lower())
    try:
        return named if LEGACY_PAGES.fullmatch(named) and codecs.lookup(named) else None
    except LookupError:
        return None


def _refuse_binary(raw: bytes) -> None:
    for signature, what in SIGNATURES:
        if raw.startswith(signature):
            raise ArticleRefused("binary", f"it is {what}, not text; save its text as .txt and read that.")
    controls = len(raw) - len(raw.translate(None, CONTROLS))
    if b"\0" in raw or controls > MOST_CONTROLS * len(raw):
        raise ArticleRefused("binary", "it is not text (null or control characters); leave it out, or save it as text.")


def _strictly(raw: bytes, encoding: str, offset: int) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        place = offset + error.start
        raise ArticleRefused("encoding", f"it is not valid {encoding} at byte {place}; {SAVE_AGAIN}.") from error


def _legacy(raw: bytes, bad_byte: int) -> Decoded:
    """Raises ArticleRefused when it is damaged UTF-8, or nothing that Arabic, English or French looks like."""
    broken = len(ESCAPED.findall(raw.decode("utf-8", "surrogateescape")))
    high = len(raw) - len(raw.translate(None, HIGH))
    if high - broken > broken:
        if bad_byte + LONGEST_CHARACTER > len(raw):
            reason = f"it breaks off inside a character, at byte {bad_byte}; get the file again from where it came"
            raise ArticleRefused("encoding", f"{reason}.")
        many = "one bad byte" if broken == 1 else f"{broken} bad bytes"
        raise ArticleRefused("encoding", f"it is UTF-8 with {many}, the first at byte {bad_byte}; repair it there.")
    arabic = raw.decode("windows-1256")
    if _looks_arabic(arabic[:SAMPLE]):
        return Decoded(arabic, "windows-1256")
    try:
        western = raw.decode("windows-1252")
    except UnicodeDecodeError:
        western = ""
    if western and _looks_western(western[:SAMPLE]):
        return Decoded(western, "windows-1252")
    reason = f"it is not UTF-8 (byte {bad_byte}), and no Arabic in windows-1256 or French in windows-1252 either"
    raise ArticleRefused("encoding", f"{reason}; {SAVE_AGAIN}.")


def _looks_arabic(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    words = WORD.findall(text)
    if not letters or not words:
        return False
    arabic = sum(1 for letter in letters if ARABIC_LETTER.match(letter))
    common = len(COMMON_ARABIC.findall(text))
    return arabic >= LEAST_ARABIC * len(letters) and common >= LEAST_COMMON * len(words)


def _looks_western(text: str) -> bool:
    high = [character for character in text if ord(character) >= 0x80]
    known = sum(1 for character in high if character in WESTERN)
    return len(high) <= MOST_WESTERN * len(text) and known >= LEAST_WESTERN * len(high)
