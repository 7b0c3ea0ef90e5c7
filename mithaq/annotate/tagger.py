"""Finds names in Arabic text by learnt weights: people, places and organisations that no rule and no catalogue knows.

It says where a name stands and of which sort it is; which country, body or person that is, others must find out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from mithaq.annotate.tagger_features import OFFSETS, CatalogueFlags, WordView, context_features, view_word
from mithaq.annotate.tagger_model import LABELS, SCALE, TaggerModel, pack_weights
from mithaq.annotate.tagger_words import RARE, WordTable, without_proclitic
from mithaq.languages import load_pack
from mithaq.model.span import Span
from mithaq.text.fold import folded_prefix_length
from mithaq.text.tokens import Token

Sort = Literal["person", "place", "organisation"]
_SORTS: tuple[Sort, ...] = ("person", "place", "organisation")
_MOST_FORMS = 200_000
_LONGEST_SENTENCE = 400
_SHORTEST_STEM = 3
# How many classes of frequency it is worth that a word is listed as part of names.
_NAME_WORTH = 2
# What a letter costs that is taken for a proclitic, in the same classes: ك and ف are rare in front of names.
_COST = {"و": 0, "ب": 1, "ل": 0, "ف": 3, "ك": 4}
# A word at least this sure to be part of a name, and at least this rare, speaks for its other mentions.
_SURE = 0.7
_RARE_ENOUGH = 3
_PUSH = 4 * SCALE
_HOPELESS = 6.0
# What the second pass adds to a word that leans towards a sort (0 is none): to its beginning and its inside label alike.
_PUSHES = (0, *(pack_weights({f"B-{sort}": _PUSH, f"I-{sort}": _PUSH}) for sort in _SORTS))


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name at a place in the text, proclitics left out; ``confidence`` lies between 0 and 1."""

    span: Span
    sort: Sort
    confidence: float


@dataclass(frozen=True, slots=True)
class _WeighedWord:
    """A word form with the packed weights that it gives at each offset."""

    view: WordView
    weights: tuple[int, ...]


class ArabicTagger:
    """Tags sentences. Build once, use for many articles; ``catalogue`` None leaves out what the word tables know."""

    def __init__(self, model: TaggerModel, words: WordTable, catalogue: CatalogueFlags | None) -> None:
        self._model = model
        self._words = words
        self._catalogue = catalogue
        self._forms: dict[tuple[str, str], _WeighedWord] = {}

    def tag(self, sentences: Sequence[Sequence[Token]], text: str) -> list[TaggedName]:
        """The names of an article's sentences in order of place. The tokens' offsets are into ``text``.

        Two passes: a word that is part of a sure name leans, in every other sentence, towards a name of that sort.
        """
        # A list of thousands of words without a full stop is read in pieces, to keep time and numbers in bounds.
        pieces = [
            sentence[start : start + _LONGEST_SENTENCE]
            for sentence in sentences
            for start in range(0, len(sentence), _LONGEST_SENTENCE)
        ]
        weights = [self._weigh(tokens, text) for tokens in pieces]
        decoded = [self._model.decode(row) for row in weights]
        leanings = self._leanings(pieces, decoded)
        names: list[TaggedName] = []
        for tokens, row, (labels, likely) in zip(pieces, weights, decoded, strict=True):
            pushed = [
                (place, sort)
                for place, token in enumerate(tokens)
                if not labels[place]
                and (sort := leanings.get(token.form) or leanings.get(without_proclitic(token.form)))
                and self._model.distance(row[place], sort) < _HOPELESS
            ]
            if pushed:
                for place, sort in pushed:
                    row[place] += _PUSHES[sort]
                labels, likely = self._model.decode(row)
            names.extend(self._names(tokens, text, labels, likely))
        return names

    def _leanings(
        self, pieces: Sequence[Sequence[Token]], decoded: Sequence[tuple[Sequence[int], Sequence[float]]]
    ) -> dict[str, int]:
        """Words of sure names, with the number of the sort (from 1) that most of them have."""
        votes: dict[str, list[float]] = {}
        for tokens, (labels, likely) in zip(pieces, decoded, strict=True):
            for token, label, sure in zip(tokens, labels, likely, strict=True):
                if label and sure >= _SURE and self._words.facts(token.form).frequency >= _RARE_ENOUGH:
                    votes.setdefault(token.form, [0.0, 0.0, 0.0])[(label - 1) // 2] += sure
        return {form: sums.index(max(sums)) + 1 for form, sums in votes.items()}

    def _names(
        self, tokens: Sequence[Token], text: str, labels: Sequence[int], likely: Sequence[float]
    ) -> list[TaggedName]:
        names = []
        for first, last, sort in label_runs(labels):
            while first < last and tokens[last].kind == "mark":
                last -= 1
            if tokens[first].kind == "mark":
                continue
            start = self._start(tokens[first : last + 1], text)
            confidence = min(likely[first : last + 1])
            names.append(TaggedName(Span(start, tokens[last].end), sort, round(confidence, 3)))
        return names

    def _weigh(self, tokens: Sequence[Token], text: str) -> list[int]:
        """The packed weights of every token."""
        if len(self._forms) > _MOST_FORMS:
            self._forms.clear()
        seen = [self._forms.get((token.form, token.kind)) or self._learn(token) for token in tokens]
        views = [one.view for one in seen]
        flags = self._catalogue.flags(text, tokens) if self._catalogue else ()
        count = len(seen)
        weigh = self._model.weigh
        packed = []
        for place in range(count):
            total = weigh(context_features(views, flags, place))
            for offset in OFFSETS:
                if 0 <= place + offset < count:
                    total += seen[place + offset].weights[offset + 2]
            packed.append(total)
        return packed

    def _learn(self, token: Token) -> _WeighedWord:
        view = view_word(token.form, token.kind, self._words)
        word = _WeighedWord(view, tuple(self._model.weigh(features) for features in view.features))
        self._forms[token.form, token.kind] = word
        return word

    def _start(self, tokens: Sequence[Token], text: str) -> int:
        """Where a name begins without proclitics: where the catalogues know it, else where the rest is the likeliest name."""
        token, form = tokens[0], tokens[0].form
        known = self._catalogue.name_start(text, tokens) if self._catalogue else None
        if known is not None:
            return known
        facts = self._words.facts(form)
        # بالتيمور and بالمر only look as if they had an article.
        is_name = max(facts.given, facts.surname, facts.town) > 0
        best, length = self._worth(form), 0
        for prefix, article in _prefixes(form):
            if article and not is_name:
                length = prefix
                break
            worth = self._worth(form[prefix:]) - sum(_COST[letter] for letter in form[:prefix])
            if worth > best:
                best, length = worth, prefix
        return token.start + folded_prefix_length(text[token.start : token.end], length)

    def _worth(self, form: str) -> int:
        facts = self._words.facts(form)
        return RARE - facts.frequency + _NAME_WORTH * max(facts.given, facts.surname, facts.town)


def _prefixes(form: str) -> list[tuple[int, bool]]:
    """Lengths of what may be proclitics of a form, longest first, and whether the article comes after them."""
    found = []
    for conjunction in (1, 0):
        if conjunction and form[:1] not in ("و", "ف"):
            continue
        for preposition in (1, 0):
            length = conjunction + preposition
            if length == 0 or (preposition and form[conjunction : conjunction + 1] not in ("ب", "ك", "ل")):
                continue
            rest = form[length:]
            if len(rest) < _SHORTEST_STEM:
                continue
            article = rest.startswith("ال") and len(rest) > _SHORTEST_STEM + 1
            doubled = bool(preposition) and form[conjunction:length] == rest[:1] == "ل"
            found.append((length, article or doubled))
    return found


def label_runs(labels: Sequence[int]) -> list[tuple[int, int, Sort]]:
    """Names in a row of labels: first token, last token (inclusive), sort. An inside label never begins a name."""
    runs: list[tuple[int, int, Sort]] = []
    for place, label in enumerate(labels):
        if label and LABELS[label].startswith("B"):
            runs.append((place, place, _SORTS[(label - 1) // 2]))
        elif label:
            runs[-1] = (runs[-1][0], place, runs[-1][2])
    return runs


@cache
def arabic_tagger() -> ArabicTagger:
    """The shipped tagger with the catalogues of the Arabic pack. Raises PackError when there is no such pack."""
    return ArabicTagger(TaggerModel.load(), WordTable.load(), CatalogueFlags(load_pack("ar")))
