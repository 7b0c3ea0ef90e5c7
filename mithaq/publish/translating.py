"""The sentences by which reconciling says why, said again in the reader's language. Not for how their values are shown."""

from dataclasses import dataclass

from mithaq.publish.readable import plural_category
from mithaq.publish.words import words_in
from mithaq.reconcile.explanations import Explanation, Slot, Template, load_templates, recognise
from mithaq.reconcile.explanations.templates import ONLY_FORM, SHOWN_FORM


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: words of the interface, or a value as the record has it, whose ``kind`` is its slot's.

    Kinds: ``words`` (as somebody wrote them), date, amount, count, name, unit, about, value; of its own words none.
    """

    text: str
    kind: str = ""


def translate(sentence: str, language: str) -> tuple[Piece, ...] | None:
    """The sentence in ``en``, ``fr`` or ``ar``, in pieces; None when reconciling makes no such sentence."""
    found = recognise(sentence)
    return _say(found, language) if found else None


def _say(found: Explanation, language: str) -> tuple[Piece, ...]:
    values = {slot.name: (slot, value) for slot, value in found.values}
    pieces: list[Piece] = []
    for part in _form(found, language).parts:
        if isinstance(part, str):
            pieces.append(Piece(part))
            continue
        slot, value = values[part.name]
        pieces.extend(_value(slot, value, language))
    return tuple(pieces)


def _value(slot: Slot, value: str, language: str) -> tuple[Piece, ...]:
    within = recognise(value) if slot.kind == "sentence" else None
    return _say(within, language) if within else (Piece(value, slot.kind),)


def _form(found: Explanation, language: str) -> Template:
    """The form that goes with the count of the sentence."""
    forms = load_templates(language)[found.key]
    count = next((int(value) for slot, value in found.values if slot.kind == "count"), None)
    category = ONLY_FORM if count is None else plural_category(count, words_in(language))
    return forms.get(SHOWN_FORM) or forms.get(category, forms[ONLY_FORM])
