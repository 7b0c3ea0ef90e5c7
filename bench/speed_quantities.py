"""How fast dates, money and figures are read together, on one core: ``python -m bench.speed_quantities``.

Prints characters a second by language, and the time of one text at growing sizes, which must grow as the text does. Beside
it dateparser's speed on the same text, where it is installed. Not a test: nothing fails here.
"""

import argparse
import importlib.metadata
import importlib.util
import sys
import warnings
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
if __package__ in (None, ""):
    sys.path.insert(0, str(ROOT))

from mithaq.annotate.quantities import quantity_reader  # noqa: E402
from mithaq.languages import load_pack  # noqa: E402
from mithaq.model.article import Article  # noqa: E402
from mithaq.text.prepare import prepare  # noqa: E402

SAMPLES = ROOT / "mithaq" / "samples"
LANGUAGES = {"ar": "Arabic", "en": "English", "fr": "French"}
_MEGABYTE = 1_000_000
# dateparser is slow enough that less text tells as much.
_PEER_SHARE = 20


def sample_texts(folder: Path | None, language: str, characters: int) -> list[str]:
    """Articles of one language, in turn, until they hold about this many characters."""
    source = folder or SAMPLES
    articles = [path.read_text(encoding="utf-8") for path in sorted(source.glob(f"{language}-*.txt"))]
    if not articles:
        raise SystemExit(f"there are no articles named {language}-*.txt in {source}")
    texts: list[str] = []
    while sum(map(len, texts)) < characters:
        texts.append(articles[len(texts) % len(articles)])
    return texts


def seconds_to_read(texts: list[str], language: str) -> float:
    """Processor seconds to prepare and read the texts with this program."""
    reader, pack = quantity_reader(language), load_pack(language)
    start = process_time()
    for text in texts:
        reader.read(prepare(Article("", "", None, language, "2022-05-12", None, None, text), pack))
    return process_time() - start


def seconds_of_dateparser(texts: list[str], language: str) -> float:
    """Processor seconds for dateparser to search the texts for dates alone."""
    from dateparser.search import search_dates  # type: ignore[import-not-found,import-untyped,unused-ignore]

    start = process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for text in texts:
            search_dates(text, languages=[language])
    return process_time() - start


def show_speed(folder: Path | None, characters: int) -> None:
    """One line a language, and one for the peer."""
    peer = importlib.util.find_spec("dateparser") is not None
    print(f"{'reader':<34}{'language':<10}{'characters':>12}{'seconds':>9}{'characters/s':>14}")
    for language, name in LANGUAGES.items():
        texts = sample_texts(folder, language, characters)
        seconds_to_read(texts[:3], language)
        _line("dates, money and figures", name, sum(map(len, texts)), seconds_to_read(texts, language))
        if peer:
            some = texts[: max(1, len(texts) // _PEER_SHARE)]
            version = importlib.metadata.version("dateparser")
            _line(
                f"dateparser {version}, dates alone", name, sum(map(len, some)), seconds_of_dateparser(some, language)
            )
    if not peer:
        print("dateparser is left out: not installed")


def show_growth(folder: Path | None, largest: int) -> None:
    """One text of growing size; the time of a character should stay the same. Each line is numbered, for a line that
    comes again is not read again.
    """
    (text,) = sample_texts(folder, "en", 1)
    print(f"\n{'one text of':>14}{'seconds':>10}{'characters/s':>14}")
    for tenth in (1, 5, 10):
        size = largest * tenth // 10
        whole = numbered_copies(text, size)
        seconds = seconds_to_read([whole], "en")
        print(f"{len(whole):>14,}{seconds:>10.2f}{len(whole) / seconds:>14,.0f}")


def numbered_copies(text: str, size: int) -> str:
    """Copies of a text's lines, each with a number of its own behind it, of about this many characters."""
    lines = [line for line in text.split("\n") if line.strip()]
    copies = []
    written = number = 0
    while written < size:
        copies.append(f"{lines[number % len(lines)]} Line {number}.")
        written += len(copies[-1]) + 1
        number += 1
    return "\n".join(copies)


def _line(reader: str, language: str, characters: int, seconds: float) -> None:
    print(f"{reader:<34}{language:<10}{characters:>12,}{seconds:>9.2f}{characters / max(seconds, 1e-9):>14,.0f}")


def main(arguments: list[str] | None = None) -> int:
    """Print both tables; always 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--articles", type=Path, help="folder of articles named <language>-*.txt (default: the samples)"
    )
    parser.add_argument("--characters", type=int, default=_MEGABYTE, help="characters a language")
    parser.add_argument("--largest", type=int, default=5 * _MEGABYTE, help="characters of the largest single text")
    options = parser.parse_args(arguments)
    show_speed(options.articles, options.characters)
    show_growth(options.articles, options.largest)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
