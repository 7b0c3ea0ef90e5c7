"""An annotated article as a row of units for claim rules: annotations are units, words of the pack carry labels.

Not for deciding anything: readers of each kind of claim do that with their rules.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mithaq.languages import LanguagePack
from mithaq.model.annotation import Annotation
from mithaq.model.span import Span
from mithaq.model.values import OrganisationValue
from mithaq.text.annotated import AnnotatedArticle
from mithaq.text.fold import fold
from mithaq.text.lattice import BREAK, Unit
from mithaq.text.lexicon import Lexicon
from mithaq.text.tokens import Token

TABLES = (
    "verbs",
    "speaking",
    "meetings",
    "membership",
    "undertaking",
    "giving",
    "roles",
    "marks",
    "claim_words",
    "body_nouns",
)
# What statements are read with: no phrases of other kinds ("agreed to"), which would hide a reporting verb.
SPEAKING_TABLES = ("verbs", "speaking", "roles", "marks", "body_nouns")
# Which layer wins where annotations overlap.
_ORDER = ("date", "money", "person", "organisation", "figure", "country", "place")


@dataclass(frozen=True, slots=True)
class Clauses:
    """``units`` with a ``break`` after each sentence; ``breaks`` are the indices of the breaks."""

    article: AnnotatedArticle
    units: tuple[Unit, ...]
    breaks: tuple[int, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.prepared.article.text

    def sentence(self, index: int) -> tuple[int, int]:
        """First unit and break of the sentence that unit ``index`` stands in."""
        position = bisect_left(self.breaks, index)
        first = self.breaks[position - 1] + 1 if position else 0
        return first, self.breaks[position] if position < len(self.breaks) else len(self.units)

    def index_at(self, offset: int) -> int:
        """The first unit that starts at or after ``offset``."""
        return bisect_left(self.units, offset, key=lambda unit: unit.start)


class ClauseReader:
    """Lays out annotated articles of one language."""

    def __init__(self, pack: LanguagePack, tables: Sequence[str] = TABLES) -> None:
        self.lexicon = Lexicon(pack, tables)
        tense = pack.settings.get("tense", {})
        self._future_prefixes = tuple(fold(part) for part in tense.get("future_prefixes", ()))
        self._not_future = frozenset(fold(word) for word in tense.get("not_future", ()))
        self._future_suffixes = tuple(fold(part) for part in tense.get("future_suffixes", ()))

    def read(self, article: AnnotatedArticle) -> Clauses:
        """The article's clauses. The work grows with the text."""
        text = article.prepared.article.text
        chosen = _without_overlaps(article.annotations)
        starts = [found.span.start for found in chosen]
        units: list[Unit] = []
        breaks: list[int] = []
        for sentence, tokens in zip(article.prepared.sentences, article.prepared.tokens, strict=True):
            low, high = bisect_left(starts, sentence.start), bisect_right(starts, sentence.end)
            units.extend(self._sentence(text, tokens, chosen[low:high]))
            breaks.append(len(units))
            units.append(Unit(sentence.end, sentence.end, BREAK))
        return Clauses(article, tuple(_with_references(units)), tuple(breaks))

    def _sentence(self, text: str, tokens: Sequence[Token], annotations: Sequence[Annotation]) -> list[Unit]:
        units: list[Unit] = []
        pending: list[Token] = []
        index, taken = 0, 0
        for annotation in annotations:
            while index < len(tokens) and tokens[index].end <= annotation.span.start:
                pending.append(tokens[index])
                index += 1
            units.extend(self._words(text, pending))
            pending = []
            if index < len(tokens) and tokens[index].start < annotation.span.start and tokens[index].start >= taken:
                units.extend(self.lexicon.prefix_units(text, tokens[index].start, annotation.span.start))
            units.append(_annotation_unit(annotation))
            taken = annotation.span.end
            while index < len(tokens) and tokens[index].start < annotation.span.end:
                index += 1
        pending = list(tokens[index:])
        units.extend(self._words(text, pending))
        return units

    def _words(self, text: str, tokens: Sequence[Token]) -> list[Unit]:
        if not tokens:
            return []
        return [self._with_tense(text, unit) for unit in self.lexicon.units(text, tokens)]

    def _with_tense(self, text: str, unit: Unit) -> Unit:
        if "word" not in unit.labels or not (self._future_prefixes or self._future_suffixes):
            return unit
        form = fold(text[unit.start : unit.end])
        prefixed = len(form) > 4 and form.startswith(self._future_prefixes or ("\0",)) and form not in self._not_future
        if prefixed or (len(form) > 4 and form.endswith(self._future_suffixes or ("\0",))):
            return Unit(unit.start, unit.end, unit.labels | {"future_form"}, unit.values)
        return unit


def _annotation_unit(annotation: Annotation) -> Unit:
    return Unit(annotation.span.start, annotation.span.end, frozenset({annotation.kind}), {annotation.kind: annotation})


def _with_references(units: Sequence[Unit]) -> Iterable[Unit]:
    """Lets "the coalition", "المنظمة" stand for the body of that sort that was named last before it."""
    named: dict[str, Annotation] = {}
    for unit in units:
        found = unit.values.get("organisation")
        if isinstance(found, Annotation) and isinstance(found.value, OrganisationValue):
            named[found.value.sort or ""] = found
        elif "body_noun" in unit.labels:
            sorts = str(unit.values["body_noun"]).split("|")
            referent = next((named[sort] for sort in sorts if sort in named), None)
            if referent is not None:
                values = {**unit.values, "organisation": referent}
                unit = Unit(unit.start, unit.end, unit.labels | {"organisation", "reference"}, values)
        yield unit


def _without_overlaps(annotations: Sequence[Annotation]) -> list[Annotation]:
    ranked = sorted(
        (found for found in annotations if found.kind in _ORDER),
        key=lambda found: (
            -len(found.span) if found.kind not in ("date", "money") else -(10**6),
            _ORDER.index(found.kind),
        ),
    )
    taken: list[Span] = []
    starts: list[int] = []
    kept = []
    for annotation in ranked:
        position = bisect_left(starts, annotation.span.start)
        before = taken[position - 1] if position else None
        after = taken[position] if position < len(taken) else None
        if (before and before.overlaps(annotation.span)) or (after and after.overlaps(annotation.span)):
            continue
        taken.insert(position, annotation.span)
        starts.insert(position, annotation.span.start)
        kept.append(annotation)
    return sorted(kept, key=lambda found: found.span.start)
