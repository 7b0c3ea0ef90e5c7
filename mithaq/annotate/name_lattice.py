"""The lattice that name rules read: listed words in their context, shapes of the others, joined initials and hyphens.

Not for deciding what is a name: rules do that.
"""

import re
from collections.abc import Iterable, Sequence

from mithaq.annotate.article_shapes import ArticleShapes
from mithaq.annotate.name_shapes import Shapes
from mithaq.languages import LanguagePack
from mithaq.text.fold import fold
from mithaq.text.lattice import BREAK, Unit
from mithaq.text.lexicon import Lexicon
from mithaq.text.prepare import PreparedText
from mithaq.text.tokens import Token

_WORD = re.compile(r"\w+")
_PLAIN = frozenset(("word", "capital"))
_DOUBTFUL = frozenset(("word", "capital", "given_name", "place", "organisation"))
_GIVEN = frozenset(("given_name", "given_name_weak"))
_WEAK = frozenset(("given_name_weak", "capital"))
_HEADS = {
    "body_head": "definite_head",
    "body_head_weak": "definite_head_weak",
    "name_head": "definite",
    "name_head_weak": "definite",
    "outlet_head": "definite",
}
_STRUCTURAL = frozenset(("body_noun", "place_head", "place_head_weak", "city_head", "state_word"))
_RECONSIDERED = _GIVEN | _STRUCTURAL | _HEADS.keys() | {"place", "organisation"}
_VERBS = frozenset(("speech_verb", "person_verb", "city_verb"))
_MISREAD = _VERBS | {"given_name", "place", "organisation"}
# Labels of listed words which may be part of a name; a capital of another listed word (The, Monday) says nothing.
_CAPITALISED = frozenset(("country", "country_adjective", "country_weak", "place", "team_name", "organisation", "organisation_weak",
                          "person", "given_name", "given_name_weak", "capital_government", "body_head", "body_tail",
                          "place_tail", "place_start", "role", "honorific", "particle", "direction", "not_country"))  # fmt: skip
_LISTED = frozenset(("organisation", "organisation_weak", "place", "person"))
_OUTLET = frozenset(("outlet_weak",))
_JOINABLE = frozenset(("word", "capital", "proper", "common", "given_name", "particle", "start", "initial", "lower"))
_UNJOINABLE = frozenset(("country", "country_adjective", "organisation", "place", "role", "bound"))
_LONGEST_LOWER_PART = 4
_HYPHENS = "-‐‑"
_OPENERS = '"“«„:('
_QUOTES = frozenset('"“”„«»‹›')
_SINGLE_QUOTES = frozenset("'‘’")


def shapes_of(pack: LanguagePack) -> Shapes:
    """The word shapes of the pack's kind of script."""
    return ArticleShapes(pack) if pack.settings.get("clitics", {}).get("article") else Shapes(pack)


def name_lattice(prepared: PreparedText, lexicon: Lexicon, shapes: Shapes) -> list[Unit]:
    """All sentences as one row of units with shape labels, a ``break`` after each sentence."""
    # Where single quotation marks cannot be apostrophes, they quote.
    marks = _QUOTES | _SINGLE_QUOTES if shapes.article else _QUOTES
    text = prepared.article.text
    units: list[Unit] = []
    for sentence, tokens in zip(prepared.sentences, prepared.tokens, strict=True):
        units.extend(_units_past_quotes(text, tokens, lexicon, marks))
        units.append(Unit(sentence.end, sentence.end, BREAK))
    return _shaped(text, units, shapes)


def _units_past_quotes(text: str, tokens: Sequence[Token], lexicon: Lexicon, marks: frozenset[str]) -> list[Unit]:
    """The units of a sentence; quotation marks do not part a phrase (تنظيم "داعش"), but stand between units elsewhere."""
    quotes = [token for token in tokens if token.kind == "mark" and text[token.start] in marks]
    if not quotes:
        return lexicon.units(text, tokens)
    kept = [token for token in tokens if token.kind != "mark" or text[token.start] not in marks]
    out: list[Unit] = []
    waiting = 0
    for unit in lexicon.units(text, kept):
        while waiting < len(quotes) and quotes[waiting].start < unit.end:
            if quotes[waiting].start < unit.start:
                out.append(_quote(quotes[waiting]))
            waiting += 1
        out.append(unit)
    out.extend(_quote(token) for token in quotes[waiting:])
    return out


def _quote(token: Token) -> Unit:
    return Unit(token.start, token.end, frozenset({"mark", "quote_mark"}))


def _shaped(text: str, units: Sequence[Unit], shapes: Shapes) -> list[Unit]:
    out: list[Unit] = []
    start = True
    for unit in units:
        labels = unit.labels
        if "break" in labels:
            out.append(unit)
            start = True
            continue
        if labels & _LISTED and start and shapes.lacks_capitals(text[unit.start : unit.end]):
            out.extend(_plain_words(text, unit, shapes))
            start = False
            continue
        if labels & {"mark", "stop"}:
            if _join_initial(text, out, unit):
                continue
        else:
            unit = _in_context(text, out, unit, shapes, start)
        start = "mark" in labels and text[unit.start] in _OPENERS
        out.append(unit)
    return out if shapes.article else list(_join_hyphens(text, out))


def _in_context(text: str, out: list[Unit], unit: Unit, shapes: Shapes, start: bool) -> Unit:
    """The unit as it is to be read behind ``out``, which may give back a proclitic that was none."""
    labels = unit.labels
    if labels <= _PLAIN:
        return Unit(unit.start, unit.end, shapes.of(text[unit.start : unit.end], start))
    if "particle" in labels and "capital" in labels:
        return Unit(unit.start, unit.end, labels | {"particle_capital"}, unit.values)
    if "country_adjective" in labels and "capital" not in labels and not shapes.article:
        return Unit(unit.start, unit.end, labels | {"adjective_low"}, unit.values)
    if "capital" in labels and not labels & _CAPITALISED:
        return Unit(unit.start, unit.end, labels - {"capital"}, unit.values)
    if labels & _MISREAD and _is_misread(out, unit):
        clitic = out.pop()
        return Unit(clitic.start, unit.end, shapes.of(text[clitic.start : unit.end], start))
    if labels <= _OUTLET:
        return _outlet_word(text, out, unit, shapes, start)
    if labels & _RECONSIDERED:
        return _reconsidered(text, unit, shapes, start, out[-1] if out else None)
    return unit


def _plain_words(text: str, unit: Unit, shapes: Shapes) -> Iterable[Unit]:
    """The words of a unit, each by its shape alone; the unit opens a sentence."""
    for word in _WORD.finditer(text, unit.start, unit.end):
        yield Unit(word.start(), word.end(), shapes.of(word.group(), word.start() == unit.start))


def _is_misread(out: Sequence[Unit], unit: Unit) -> bool:
    """Did the lexicon part a proclitic that cannot stand there?

    "Like" before a place or given name is a word of its own far more often (كسرت, not ك سرت), and no preposition
    stands before a verb (كيري, not ك يرى).
    """
    if not out or out[-1].end != unit.start:
        return False
    if "clitic_as" in out[-1].labels:
        return unit.labels <= _DOUBTFUL | _VERBS
    return "clitic_in" in out[-1].labels and unit.labels <= _VERBS


def _outlet_word(text: str, out: list[Unit], unit: Unit, shapes: Shapes, start: bool) -> Unit:
    """A paper that is called as an ordinary word: it stays that word too, and is nothing else behind a proclitic."""
    first = unit.start
    while (
        out
        and out[-1].end == unit.start > out[-1].start
        and any(label.startswith("clitic_") for label in out[-1].labels)
    ):
        first = out.pop().start
    labels = shapes.of(text[first : unit.end], start)
    return Unit(first, unit.end, labels) if first < unit.start else Unit(first, unit.end, labels | _OUTLET, unit.values)


def _reconsidered(text: str, unit: Unit, shapes: Shapes, start: bool, before: Unit | None) -> Unit:
    """A listed word in its context: an ordinary word that is written like a name loses the name's label."""
    surface = text[unit.start : unit.end]
    labels = unit.labels
    article = shapes.article
    definite = article and (
        surface.startswith(article)
        or (before is not None and "clitic_for" in before.labels and surface[0] == article[-1])
    )
    if definite and labels & _HEADS.keys():
        return Unit(unit.start, unit.end, frozenset(_HEADS.get(label, label) for label in labels), unit.values)
    if definite and labels & _STRUCTURAL:
        return Unit(unit.start, unit.end, labels - _STRUCTURAL | {"definite"}, unit.values)
    if labels & _GIVEN and labels & {"country", "honorific"}:
        return Unit(unit.start, unit.end, labels - _GIVEN, unit.values)
    if labels <= _WEAK:
        return Unit(unit.start, unit.end, labels | shapes.of(surface, start), unit.values)
    if labels <= _DOUBTFUL and " " not in surface and shapes.is_ordinary(surface, start):
        kept = {"place_doubtful"} if "place" in labels else set()
        return Unit(unit.start, unit.end, shapes.of(surface, start) | kept, unit.values)
    if labels & _GIVEN and shapes.article and shapes.is_listed(surface):
        return Unit(unit.start, unit.end, labels - _GIVEN, unit.values)
    if "given_name" in labels and definite and fold(surface) not in shapes.definite_given_names:
        # The article was parted from a given name that is listed without one: الحسن is listed, الثاني is not.
        return Unit(unit.start, unit.end, shapes.of(surface, start) | (labels - {"given_name"}), unit.values)
    return unit


def _join_initial(text: str, out: list[Unit], mark: Unit) -> bool:
    if not out or text[mark.start] != "." or out[-1].end != mark.start or "initial" not in out[-1].labels:
        return False
    out[-1] = Unit(out[-1].start, mark.end, frozenset({"word", "initial"}))
    return True


def _join_hyphens(text: str, units: Sequence[Unit]) -> Iterable[Unit]:
    index = 0
    while index < len(units):
        unit = units[index]
        end = index
        while end + 2 < len(units) and _joins(text, units[end], units[end + 1], units[end + 2], unit):
            end += 2
        if end == index:
            yield unit
        else:
            labels = {"word", "capital", "proper"} | (unit.labels & {"given_name", "start"})
            yield Unit(unit.start, units[end].end, frozenset(labels))
        index = end + 1


def _joins(text: str, left: Unit, mark: Unit, right: Unit, first: Unit) -> bool:
    if mark.end - mark.start != 1 or text[mark.start] not in _HYPHENS:
        return False
    if left.end != mark.start or mark.end != right.start or not (left.labels & _JOINABLE and right.labels & _JOINABLE):
        return False
    if not (text[first.start].isupper() or "particle" in first.labels):
        return False
    if (left.labels | right.labels) & _UNJOINABLE:
        return False
    # A small second part belongs to a name when it is short (Ki-moon), not in "Damascus-based".
    return text[right.start].isupper() or ("proper" in left.labels and right.end - right.start <= _LONGEST_LOWER_PART)
