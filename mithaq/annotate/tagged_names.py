"""Fills with a trained tagger what rules and catalogue leave open. Not for tagging: the tagger of a language does that.

A pack asks for a tagger by name (``tagger`` in its settings); it is loaded when the first article is read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from mithaq.annotate.name_context import NameContext
from mithaq.annotate.name_values import Named
from mithaq.annotate.tagger import ArabicTagger, TaggedName, arabic_tagger
from mithaq.languages import LanguagePack
from mithaq.model.values import OrganisationValue, PersonValue
from mithaq.text.lattice import Unit
from mithaq.text.prepare import PreparedText

_TAGGERS: Mapping[str, Callable[[], ArabicTagger]] = {"arabic": arabic_tagger}
# Tuned on a sixth of ANERcorp that the weights had not seen (people 0.81 right, as rules and catalogue are there) and on
# the development articles. What the tagger calls a place and no gazetteer knows was wrong nine times in ten there, so
# places are left to the gazetteer.
_LEAST: Mapping[str, float] = {"person": 0.97, "organisation": 0.97}
# What the tables know to be something else.
_OTHER = frozenset(("named", "break", "role", "role_plural", "honorific", "counterpart", "country", "country_adjective", "month"))  # fmt: skip
# What an organisation that nobody lists has in its name: something definite or something unknown.
_NAMING = frozenset(("proper", "definite", "definite_head", "definite_head_weak", "surname", "upper", "body_adjective"))


class TaggedNames:
    """The tagger of one language, or none. Build once, use for many articles."""

    def __init__(self, pack: LanguagePack) -> None:
        self._tagger = pack.settings.get("tagger")

    def find(
        self, prepared: PreparedText, context: NameContext, units: Sequence[Unit], taken: Iterable[Named]
    ) -> Iterator[Named]:
        """Names that only the tagger knows, in order of place; none of them touches one of ``taken``."""
        if self._tagger is None:
            return
        starts, ends = [unit.start for unit in units], [unit.end for unit in units]
        spans = sorted((one.start, one.end) for one in taken)
        for name in _TAGGERS[self._tagger]().tag(prepared.tokens, context.text):
            start, end = name.span.start, name.span.end
            if name.confidence < _LEAST.get(name.sort, 1.0) or _touches(spans, start, end):
                continue
            covered = units[bisect_right(ends, start) : bisect_left(starts, end)]
            if covered and _fits(name, context, covered):
                yield Named(start, end, _value(name, context, covered), "tagger", name.confidence)


def _touches(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def _fits(name: TaggedName, context: NameContext, covered: Sequence[Unit]) -> bool:
    """Do the tables leave the name open, and does it begin a word, but for a conjunction?"""
    if any(unit.labels & _OTHER for unit in covered):
        return False
    before = context.text[covered[0].start : name.span.start]
    if before and before not in context.shapes.conjunctions:
        return False
    return name.sort == "person" or any(unit.labels & _NAMING for unit in covered)


def _value(name: TaggedName, context: NameContext, covered: Sequence[Unit]) -> PersonValue | OrganisationValue:
    start, end = name.span.start, name.span.end
    if name.sort == "organisation":
        return OrganisationValue(" ".join(context.text[start:end].split()))
    words = [
        Unit(max(unit.start, start), min(unit.end, end), unit.labels, unit.values)
        for unit in covered
        if "mark" not in unit.labels
    ]
    return PersonValue(context.catalogues.latin(context.text, words))
