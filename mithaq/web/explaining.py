"""Why things are as reconciling says, in the reader's language. Not for the sentences as such: their tables are elsewhere."""

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from mithaq.publish.excerpts import one_line
from mithaq.publish.subjects import readable_value
from mithaq.publish.translating import Piece, translate
from mithaq.web.wording import Wording


def show_explanation(wording: Wording, sentence: str) -> Markup:
    """The sentence as the reader says it, each value isolated; one that reconciling does not make stays English."""
    pieces = translate(sentence, wording.language)
    if pieces is None:
        return Markup('<span lang="en" dir="ltr">{}</span>').format(one_line(sentence))
    return Markup("").join(_show(wording, piece) for piece in pieces)


def show_value(wording: Wording, value: str) -> Markup:
    """A value as sentences and sides tell it: an amount, a date, a code, else a name."""
    known = readable_value(value, wording.language)
    return wording.name(value) if known is None else Markup("<bdi>{}</bdi>").format(wording.in_digits(known))


def _show(wording: Wording, piece: Piece) -> Markup:
    return _SHOWN[piece.kind](wording, piece.text) if piece.kind else escape(piece.text)


def _as_written(text: str) -> Markup:
    return Markup("<bdi>{}</bdi>").format(one_line(text))


_SHOWN: Mapping[str, Callable[[Wording, str], Markup]] = {
    "about": lambda wording, about: _as_written(wording.about(about)),
    "amount": show_value,
    "count": lambda wording, count: wording.number(int(count)),
    "date": lambda wording, edtf: wording.day(edtf),
    "name": lambda wording, name: wording.name(name),
    "unit": lambda wording, unit: _as_written(wording.unit(unit)),
    "value": show_value,
    "words": lambda _, words: _as_written(words),
}
