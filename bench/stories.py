"""Scores how articles are brought together: stories, translations found, copies; and what reconciling many costs.

Usage: python bench/stories.py stories DEV          stories.tsv and near_duplicates.tsv of DEV/stories
       python bench/stories.py translations NTREX   parallel documents (DOCUMENT_IDS.tsv, newstest2019-*)
       python bench/stories.py cost DEV [COUNT]      COUNT articles made of DEV's, reconciled; then twice as many
Not for what is concluded from them: that is bench/across.py.
"""

import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from mithaq.languages import available_languages
from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Commitment, Figure, Funding, Meeting, Membership
from mithaq.model.edtf import bounds, is_day
from mithaq.model.extraction import Extraction
from mithaq.model.values import OrganisationValue, PersonValue, PlaceValue
from mithaq.pipeline import read_article
from mithaq.reconcile import conclude
from mithaq.reconcile.copies import find_copies
from mithaq.reconcile.features import Features, features_of
from mithaq.reconcile.stories import Likenesses, find_stories
from mithaq.reconcile.views import View, view_of
from mithaq.sources import ReadOptions, read_file

PARALLEL = {"ar": "newstest2019-ref.arb.txt", "en": "newstest2019-src.eng.txt", "fr": "newstest2019-ref.fra.txt"}


def main() -> None:
    match sys.argv[1:]:
        case ["stories", dev]:
            score_stories(Path(dev))
        case ["translations", folder]:
            score_translations(Path(folder))
        case ["cost", dev, *count]:
            measure_cost(Path(dev), int(count[0]) if count else 10_000)
        case _:
            sys.exit(__doc__)


def score_stories(dev: Path) -> None:
    extractions = {path.stem: _read(path) for path in sorted((dev / "stories" / "articles").glob("*.txt"))}
    names = {extraction.article.id: name for name, extraction in extractions.items()}
    articles = [(view_of(extraction), features_of(extraction)) for extraction in extractions.values()]
    expected = dict(row[:2] for row in _rows(dev / "stories" / "stories.tsv"))
    groups = [[names[article] for article in story.articles] for story in find_stories(articles)]
    precision, recall = bcubed(groups, expected)
    print(f"stories: BCubed precision {precision:.3f} recall {recall:.3f} F1 {_f1(precision, recall):.3f}")
    pairs = {frozenset((names[copy.first], names[copy.second])) for copy in find_copies([view for view, _ in articles])}
    wanted = {frozenset(row[:2]) for row in _rows(dev / "stories" / "near_duplicates.tsv")}
    found = len(pairs & wanted)
    print(f"copies: precision {found / max(1, len(pairs)):.3f} recall {found / len(wanted):.3f} ({len(wanted)} pairs)")


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line]


def _read(path: Path) -> Extraction:
    return read_article(read_file(path, ReadOptions(languages=available_languages())))


def bcubed(groups: Iterable[Sequence[str]], expected: Mapping[str, str]) -> tuple[float, float]:
    """BCubed precision and recall of a grouping (Bagga and Baldwin 1998) over the articles expected."""
    group_of = {article: frozenset(group) for group in groups for article in group}
    story_of: dict[str, set[str]] = defaultdict(set)
    for article, story in expected.items():
        story_of[story].add(article)
    shared = {article: len(group_of[article] & story_of[story]) for article, story in expected.items()}
    precision = sum(shared[article] / len(group_of[article] & expected.keys()) for article in expected)
    recall = sum(shared[article] / len(story_of[story]) for article, story in expected.items())
    return precision / len(expected), recall / len(expected)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall)


def score_translations(folder: Path) -> None:
    """Each document's two translations: the likest documents of the other languages, best pairs first, each used once."""
    articles, document_of = _parallel_articles(folder)
    likenesses = Likenesses(articles)
    links = sorted(likenesses.links().items(), key=lambda entry: (-entry[1], entry[0]))
    language_of = {view.id: view.language for view, _ in articles}
    taken: set[tuple[str, str]] = set()
    right = given = 0
    for (first, second), strength in links:
        one, other = language_of[first], language_of[second]
        if one == other or (first, other) in taken or (second, one) in taken or strength <= 0:
            continue
        taken |= {(first, other), (second, one)}
        given += 1
        right += document_of[first] == document_of[second]
    wanted = len(set(document_of.values())) * 3
    print(f"translations: precision {right / given:.3f} recall {right / wanted:.3f} ({wanted} pairs)")


def _parallel_articles(folder: Path) -> tuple[list[tuple[View, Features]], dict[str, str]]:
    documents = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").splitlines()
    articles, document_of = [], {}
    for language, name in PARALLEL.items():
        lines: dict[str, list[str]] = defaultdict(list)
        for document, line in zip(documents, (folder / name).read_text(encoding="utf-8").splitlines(), strict=True):
            lines[document].append(line)
        for number, (document, found) in enumerate(lines.items()):
            # Neither the file's name nor its place in the list tells which document it is.
            source = f"{language}{number * 7919 % 1000:03d}"
            text = "\n".join(found)
            extraction = read_article(Article(source, source, None, language, None, None, None, text))
            articles.append((view_of(extraction), features_of(extraction)))
            document_of[extraction.article.id] = document
    return articles, document_of


def measure_cost(dev: Path, count: int) -> None:
    """Seconds and memory for ``count`` articles and for twice as many."""
    paths = sorted({*(dev / "articles").glob("*.txt"), *(dev / "stories" / "articles").glob("*.txt")})
    extractions = [_read(path) for path in paths]
    seconds = []
    for number in (count, 2 * count):
        start, begun = time.perf_counter(), time.process_time()
        found = conclude(multiplied(extractions, number)).reconciliation
        seconds.append(time.process_time() - begun)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{number} articles: {time.perf_counter() - start:.1f} s ({seconds[-1]:.1f} s of processor), {peak:.0f} MB at most, "
            f"{len(found.facts)} facts, {len(found.disagreements)} disagreements",
            flush=True,
        )
    print(f"twice the articles cost {seconds[1] / seconds[0]:.2f} times the processor time")


def multiplied(extractions: Sequence[Extraction], count: int) -> Iterator[Extraction]:
    """``count`` articles: the given ones again and again, each round with other dates and other names."""
    for number in range(count):
        turn, place = divmod(number, len(extractions))
        yield extractions[place] if turn == 0 else _changed(extractions[place], turn)


def _changed(extraction: Extraction, turn: int) -> Extraction:
    """The article moved by some weeks, with the names of people, bodies and places written otherwise everywhere."""
    choice = random.Random(turn)
    days = timedelta(days=choice.randrange(-4000, 4000))
    names = {
        annotation.text: _other_name(annotation.text, choice)
        for annotation in extraction.annotations
        if isinstance(annotation.value, PersonValue | OrganisationValue | PlaceValue)
    }
    article = extraction.article
    text = article.text
    for name, other in sorted(names.items(), key=lambda entry: -len(entry[0])):
        text = text.replace(name, other)  # same length: every offset stays right
    published = _moved(article.published, days)
    other_article = replace(article, file=f"{turn}-{article.file}", published=published, text=text)
    mark = f" {turn}"
    return replace(
        extraction,
        article=other_article,
        annotations=tuple(_renamed(annotation, text, mark) for annotation in extraction.annotations),
        claims=tuple(_retold(claim, other_article, days, mark) for claim in extraction.claims),
    )


def _other_name(name: str, choice: random.Random) -> str:
    letters = [letter for letter in name if letter.isalpha()]
    choice.shuffle(letters)
    return "".join(letters.pop() if letter.isalpha() else letter for letter in name)


def _moved(edtf: str | None, days: timedelta) -> str | None:
    found = bounds(edtf) if edtf and is_day(edtf) else None
    return (found[0] + days).isoformat() if found and found[0] else edtf


def _renamed(annotation: Annotation, text: str, mark: str) -> Annotation:
    value = annotation.value
    if isinstance(value, PersonValue | OrganisationValue | PlaceValue):
        value = replace(value, name=value.name + mark)
    return replace(annotation, text=annotation.span.of(text), value=value)


def _retold(claim: Claim, article: Article, days: timedelta, mark: str) -> Claim:
    content = claim.content
    match content:
        case Meeting():
            content = replace(
                content, body=content.body and content.body + mark, city=content.city and content.city + mark,
                date=_moved(content.date, days),
            )  # fmt: skip
        case Membership():
            content = replace(content, body=content.body and content.body + mark)
        case Figure():
            content = replace(content, of=content.of and content.of + mark, when=_moved(content.when, days))
        case Commitment():
            content = replace(content, deadline=_moved(content.deadline, days))
        case Funding():
            content = replace(content, donor=content.donor and content.donor + mark)
    return replace(claim, article_id=article.id, text=claim.span.of(article.text), content=content)


if __name__ == "__main__":
    main()
