"""How the stages are joined: files in, one article at a time into the record. Not for what any stage does."""

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Literal

from mithaq.annotate.date_line import with_date_line
from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.errors import ArticleRefused, PackError, RecordError, UsageError
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Claim
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.judgement import PAIRWISE, Judgement
from mithaq.model.rejection import Refusal
from mithaq.reconcile import anchor_of, conclude, in_force, left_aside, right_value
from mithaq.record import Record
from mithaq.sources import ReadOptions, find_files, read_file, readable_path
from mithaq.text.prepare import prepare
from mithaq.text.wrapping import unwrap

# Articles of one run that are kept for reconciling; more are read back from the record, to bound the memory.
_KEPT_IN_MEMORY = 1000

Outcome = Literal["new", "unchanged", "changed", "refused"]


@dataclass(frozen=True, slots=True)
class Paper:
    """One file to be read: ``path`` names it, ``source`` is that of a refusal, ``read`` gives its article or raises
    ArticleRefused."""

    path: Path
    source: str
    read: Callable[[], Article]


@dataclass(frozen=True, slots=True)
class Progress:
    """One file is done: the ``done``-th of ``total``. ``refusal`` says why if it was refused; else there is an article."""

    path: Path
    outcome: Outcome
    refusal: Refusal | None
    done: int
    total: int
    article_id: str | None = None
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run did. ``claims`` and ``annotations`` count by kind, ``rejections`` by reason, over all articles read.

    ``characters`` counts the text read; ``notes`` are remarks on single files; ``passed_over`` counts by ending the
    files of other kinds in folders; ``stopped`` says why the run ended before its last file, if it did.
    """

    new: int = 0
    unchanged: int = 0
    changed: int = 0
    refused: int = 0
    claims: Mapping[str, int] = field(default_factory=dict)
    annotations: Mapping[str, int] = field(default_factory=dict)
    rejections: Mapping[str, int] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    characters: int = 0
    notes: tuple[str, ...] = ()
    passed_over: Mapping[str, int] = field(default_factory=dict)
    stopped: str | None = None


def read_article(article: Article) -> Extraction:
    """What one article says: its layers, its claims, and what was refused. Raises PackError without a language pack."""
    pack = load_pack(article.language)
    dated = with_date_line(article)
    flowing = replace(dated, text=unwrap(dated.text))
    extraction = claim_reader(article.language).read(annotate(prepare(flowing, pack)))
    return extraction if flowing.text == dated.text else _cited_from(dated, extraction)


def _cited_from(article: Article, extraction: Extraction) -> Extraction:
    """The same, with every citation in the words of the article as it was wrapped."""
    text = article.text
    moved = [replace(claim, article_id=article.id, text=claim.span.of(text)) for claim in extraction.claims]
    renamed = {old.id: new.id for old, new in zip(extraction.claims, moved, strict=True)}
    return replace(
        extraction,
        article=article,
        annotations=tuple(replace(found, text=found.span.of(text)) for found in extraction.annotations),
        claims=tuple(replace(claim, within=renamed.get(claim.within or "")) for claim in moved),
        rejections=tuple(
            replace(found, article_id=article.id, text=found.span.of(text)) for found in extraction.rejections
        ),
    )


def read_paths(
    paths: Sequence[Path],
    record: Record,
    options: ReadOptions,
    read_at: str,
    report: Callable[[Progress], None] | None = None,
) -> Tally:
    """Read every file under ``paths`` into ``record``; see ``read_papers``. The source of a file that names none itself
    is its path."""
    passed_over: Counter[str] = Counter()
    papers = [Paper(path, _path_of(path), partial(read_file, path, options)) for path in find_files(paths, passed_over)]
    return replace(read_papers(papers, record, read_at, report), passed_over=dict(passed_over))


def read_papers(
    papers: Sequence[Paper], record: Record, read_at: str, report: Callable[[Progress], None] | None = None
) -> Tally:
    """Read ``papers`` into ``record``; each article is on the disk before the next one is opened.

    One that cannot be read is a refusal and the rest goes on; a record that cannot be written ends the run, and
    ``stopped`` says why. ``read_at`` is an ISO 8601 time; ``report`` is called after every file.
    """
    count = _Count()
    refused_before = {refusal.source for refusal in record.refusals()}
    stopped = None
    read: dict[str, Extraction] = {}
    for done, paper in enumerate(papers, start=1):
        try:
            extraction = _extract(paper)
            if isinstance(extraction, Refusal):
                record.refuse(extraction, read_at)
                count.refuse(extraction)
                outcome: Outcome = "refused"
            else:
                outcome = record.add(extraction, read_at)
                if paper.source in refused_before:
                    record.accept(paper.source)
                count.add(extraction, outcome)
                if len(read) <= _KEPT_IN_MEMORY:
                    read[extraction.article.id] = extraction
        except RecordError as error:
            stopped = str(error)
            break
        if report is not None:
            report(_progress(paper.path, outcome, extraction, (done, len(papers))))
    if stopped is None and papers:
        stopped = _reconcile(record, read)
        count.notes.extend(_unused(record))
    return count.tally(stopped)


def _path_of(path: Path) -> str:
    return readable_path(Path(os.path.abspath(path)))


def _progress(path: Path, outcome: Outcome, found: Extraction | Refusal, place: tuple[int, int]) -> Progress:
    if isinstance(found, Refusal):
        return Progress(path, outcome, found, *place)
    return Progress(path, outcome, None, *place, found.article.id, len(found.claims))


def reconciled(record: Record, as_of: str | None = None) -> Reconciliation:
    """What the record's claims amount to: as it was saved, or worked out anew as it stood on the EDTF day ``as_of``."""
    if as_of is None:
        return record.reconciliation()
    return conclude(record.extractions(), record.judgements(), as_of).reconciliation


def judge(record: Record, judgement: Judgement) -> Judgement:
    """Store what a person decided and work out anew what the claims amount to; see ``keep_judgement``."""
    kept = keep_judgement(record, judgement)
    settle(record)
    return kept


def settle(record: Record) -> None:
    """Work out anew what the record's claims amount to. Raises RecordError when it cannot be written."""
    stopped = _reconcile(record, {})
    if stopped:
        raise RecordError(stopped)


def keep_judgement(record: Record, judgement: Judgement) -> Judgement:
    """Store what a person decided, to be reckoned with when the record is settled next; gives it as it was stored.

    ``about`` may hold the first characters of ids. Raises UsageError for claims that are not there or are several, for
    a verdict with the wrong number of claims, and for a correction that does not fit.
    """
    claims = [_one_claim(record, start) for start in judgement.about]
    wanted = 2 if judgement.verdict in PAIRWISE else 1
    if len({claim.id for claim in claims}) != wanted:
        raise UsageError(f"{judgement.verdict} is said of {wanted} claim{'s' if wanted > 1 else ''}; name so many")
    _check_correction(judgement, claims[0].kind)
    ids = [claim.id for claim in claims]
    anchors = tuple(anchor_of(claim, claim_id) for claim, claim_id in zip(claims, ids, strict=True))
    value = None if judgement.revoked else judgement.value
    kept = replace(judgement, about=tuple(sorted(ids)), value=value, anchors=anchors)
    record.judge(kept)
    return kept


def _check_correction(judgement: Judgement, kind: str) -> None:
    if judgement.verdict != "correct":
        if judgement.slot is not None or judgement.value is not None:
            raise UsageError("only a correction has a slot and a value; leave them out")
    elif judgement.slot is None or (judgement.value is None and not judgement.revoked):
        raise UsageError("a correction needs a slot and its right value; give both")
    elif not judgement.revoked:
        right_value(kind, judgement.slot, judgement.value or "")


def _unused(record: Record) -> list[str]:
    """A note for each correction in force that does not fit its claim."""
    found = [(judgement, left_aside(judgement)) for judgement in in_force(record.judgements())]
    return [
        f"the correction of {' '.join(told.about)} by {told.who} is left aside: {why}" for told, why in found if why
    ]


def _one_claim(record: Record, start: str) -> Claim:
    found = record.find_claims(start)
    if not found:
        raise UsageError(f"no claim's id begins with {start!r}; mithaq export lists them")
    if len({claim.id for claim in found}) > 1:
        raise UsageError(f"{len(found)} claims' ids begin with {start!r}; give more characters")
    return found[0]


def _reconcile(record: Record, read: Mapping[str, Extraction]) -> str | None:
    """Work out what the record's claims amount to together; says why when the record cannot be written.

    ``read`` holds what this run has read: where that is all there is, the record need not be read back.
    """
    try:
        grounds = record.grounds()
        held = [article.id for article in record.articles()]
        extractions = [read[wanted] for wanted in held] if read.keys() >= set(held) else record.extractions()
        concluded = conclude(extractions, record.judgements())
        record.infer_dates(concluded.dates)
        record.save(concluded.reconciliation, grounds)
    except RecordError as error:
        return str(error)
    return None


def _extract(paper: Paper) -> Extraction | Refusal:
    try:
        return read_article(paper.read())
    except (PackError, RecordError):
        raise  # no article could be read without its pack, none kept without the record
    except ArticleRefused as error:
        return Refusal(paper.source, error.code, str(error))
    except Exception as error:  # noqa: BLE001
        # A defect of ours shows in one article only: it is told and kept as a refusal, and the batch goes on.
        what = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        return Refusal(
            paper.source, "failed", f"reading it failed ({what}); leave it out, and report it with the file."
        )


class _Count:
    """A tally while it grows."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.claims: Counter[str] = Counter()
        self.annotations: Counter[str] = Counter()
        self.rejections: Counter[str] = Counter()
        self.refusals: list[Refusal] = []
        self.notes: list[str] = []
        self.characters = 0

    def refuse(self, refusal: Refusal) -> None:
        self.outcomes["refused"] += 1
        self.refusals.append(refusal)

    def add(self, extraction: Extraction, outcome: Outcome) -> None:
        article = extraction.article
        self.outcomes[outcome] += 1
        self.characters += len(article.text)
        self.claims.update(claim.kind for claim in extraction.claims)
        self.annotations.update(annotation.kind for annotation in extraction.annotations)
        self.rejections.update(rejection.reason for rejection in extraction.rejections)
        self.notes.extend(f"{article.file}: {note}" for note in article.notes)

    def tally(self, stopped: str | None) -> Tally:
        return Tally(
            new=self.outcomes["new"],
            unchanged=self.outcomes["unchanged"],
            changed=self.outcomes["changed"],
            refused=self.outcomes["refused"],
            claims=dict(self.claims),
            annotations=dict(self.annotations),
            rejections=dict(self.rejections),
            refusals=tuple(self.refusals),
            characters=self.characters,
            notes=tuple(self.notes),
            stopped=stopped,
        )
