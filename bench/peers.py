"""Other readers of dates, money and figures on the same articles, side by side: ``python -m bench.peers``.

Not a test. dateparser and quantulum3 run where they are installed, HeidelTime where Java and its jar are there
(``--heideltime JAR``, its folder holding ``config.props``); each says why it is left out. Articles are text files with
``# key: value`` lines at the top, gold files are as tests/golden/README.md says, paired by name.
"""

import argparse
import importlib.metadata
import importlib.util
import json
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if __package__ in (None, ""):
    sys.path.insert(0, str(ROOT))

from bench.peer_readers import read_with_dateparser, read_with_heideltime, read_with_quantulum  # noqa: E402
from bench.scoring import Score, score_article  # noqa: E402
from mithaq.annotate.quantities import quantity_reader  # noqa: E402
from mithaq.languages import load_pack  # noqa: E402
from mithaq.model.annotation import Annotation  # noqa: E402
from mithaq.model.article import Article  # noqa: E402
from mithaq.model.extraction import Extraction  # noqa: E402
from mithaq.text.prepare import prepare  # noqa: E402

DATA = ROOT.parent / "shared" / "dev"
LANGUAGES = {"ar": "Arabic", "en": "English", "fr": "French"}
Reader = Callable[[Article], list[Annotation]]


def read_articles(folder: Path) -> Iterator[tuple[Article, dict[str, Any]]]:
    """Articles that have a gold file, with it. The text begins after the ``#`` lines at the top."""
    for path in sorted((folder / "articles").glob("*.txt")):
        gold_path = folder / "gold" / f"{path.stem}.json"
        if not gold_path.is_file():
            continue
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        lines = path.read_text(encoding="utf-8").split("\n")
        body = next((number for number, line in enumerate(lines) if not line.startswith("# ")), len(lines))
        text = "\n".join(lines[body:])
        yield Article(path.name, path.name, None, gold["language"], gold["published"], None, None, text), gold


def read_with_mithaq(article: Article) -> list[Annotation]:
    """This program's own readers."""
    return quantity_reader(article.language).read(prepare(article, load_pack(article.language)))


def find_readers(heideltime: Path | None) -> tuple[dict[str, tuple[Reader, tuple[str, ...]]], dict[str, str]]:
    """The readers that can run, with the languages they know; and why the others cannot."""
    found: dict[str, tuple[Reader, tuple[str, ...]]] = {"mithaq": (read_with_mithaq, tuple(LANGUAGES))}
    missing = {}
    peers: tuple[tuple[str, Reader, tuple[str, ...]], ...] = (
        ("dateparser", read_with_dateparser, tuple(LANGUAGES)),
        ("quantulum3", read_with_quantulum, ("en",)),
    )
    for name, reader, languages in peers:
        if importlib.util.find_spec(name) is None:
            missing[name] = "not installed"
        else:
            found[f"{name} {importlib.metadata.version(name)}"] = (reader, languages)
    java = shutil.which("java")
    if java is None:
        missing["HeidelTime"] = "there is no Java"
    elif heideltime is None or not heideltime.is_file():
        missing["HeidelTime"] = "its jar is not there (--heideltime JAR)"
    else:
        jar = heideltime
        found["HeidelTime"] = (lambda article: read_with_heideltime(article, java, jar), tuple(LANGUAGES))
    return found, missing


def main(arguments: list[str] | None = None) -> int:
    """Print one table; always 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="folder with articles/ and gold/")
    parser.add_argument("--heideltime", type=Path, help="the jar of HeidelTime standalone")
    parser.add_argument("--dated", action="store_true", help="only articles whose publication day is known")
    options = parser.parse_args(arguments)
    if not (options.data / "gold").is_dir():
        print(f"skipped: there are no articles with expectations in {options.data}")
        return 0
    readers, missing = find_readers(options.heideltime)
    articles = [pair for pair in read_articles(options.data) if not options.dated or pair[0].published]
    print(f"{len(articles)} articles; strict F1 (found, and the value right)\n")
    print(f"{'reader':<20}{'language':<10}{'date':>8}{'money':>8}{'figure':>8}")
    for name, (reader, languages) in readers.items():
        for language in languages:
            scores: dict[str, Score] = {"date": Score(), "money": Score(), "figure": Score()}
            for article, gold in articles:
                if article.language == language:
                    extraction = Extraction(article, tuple(_read_quietly(reader, article)), (), ())
                    parts = score_article(gold, extraction)
                    scores = {kind: score + parts[kind] for kind, score in scores.items()}
            cells = "".join(f"{score.strict_f1:>8.3f}" if score.read else f"{'-':>8}" for score in scores.values())
            print(f"{name:<20}{LANGUAGES[language]:<10}{cells}")
    for name, reason in missing.items():
        print(f"{name:<20}left out: {reason}")
    return 0


def _read_quietly(reader: Reader, article: Article) -> list[Annotation]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return reader(article)


if __name__ == "__main__":
    raise SystemExit(main())
