"""Finds which template made a kept sentence, and of which values. Not for saying it in another language.

Sentences hold words of articles, so every pattern must take time in proportion to their length: values of a known form
have patterns of their own, free words before others stop at the first place where the words after them stand.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from mithaq.reconcile.amounts import PATTERN as AMOUNT
from mithaq.reconcile.explanations.composing import RECORD_LANGUAGE
from mithaq.reconcile.explanations.templates import ONLY_FORM, Slot, Template, load_templates

# A sentence within a sentence.
SENTENCE = "sentence"
_FORMS = {
    # EDTF dates, open and closed intervals, durations.
    "date": r"(?:\.\./)?(?:PT?)?[0-9][0-9A-Z~?%./:-]{0,60}",
    "amount": AMOUNT,
    "count": r"[0-9]{1,9}",
}
FREE_KINDS = frozenset(("name", "words", "unit", "about", "value", SENTENCE))
KINDS = FREE_KINDS | _FORMS.keys()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence taken apart: the key of its template, and what stands in each slot."""

    key: str
    values: tuple[tuple[Slot, str], ...]


@dataclass(frozen=True, slots=True)
class _Matcher:
    key: str
    slots: tuple[Slot, ...]
    pattern: re.Pattern[str]

    @property
    def holds_sentence(self) -> bool:
        return any(slot.kind == SENTENCE for slot in self.slots)


@lru_cache(maxsize=8_192)
def recognise(sentence: str) -> Explanation | None:
    """What the sentence was made of; None when no template makes it."""
    return _recognise(sentence, within=False)


def _recognise(sentence: str, *, within: bool) -> Explanation | None:
    """``within`` another sentence stands only one that holds none itself: nothing goes deeper."""
    for matcher in _matchers():
        if within and matcher.holds_sentence:
            continue
        found = matcher.pattern.fullmatch(sentence)
        if found is None:
            continue
        values = tuple((slot, found[slot.name]) for slot in matcher.slots)
        if all(_recognise(value, within=True) for slot, value in values if slot.kind == SENTENCE):
            return Explanation(matcher.key, values)
    return None


@cache
def _matchers() -> tuple[_Matcher, ...]:
    """Those with most words of their own first: what they match, others may match too, with words for values."""
    templates = {key: forms[ONLY_FORM] for key, forms in load_templates(RECORD_LANGUAGE).items()}
    ordered = sorted(templates.items(), key=lambda entry: (-sum(map(len, entry[1].words)), entry[0]))
    return tuple(_Matcher(key, template.slots, re.compile(_pattern(template), re.DOTALL)) for key, template in ordered)


def _pattern(template: Template) -> str:
    parts = template.parts
    free = [place for place, part in enumerate(parts) if isinstance(part, Slot) and part.kind in FREE_KINDS]
    written = []
    for place, part in enumerate(parts):
        if isinstance(part, str):
            written.append(re.escape(part))
            continue
        form = _FORMS.get(part.kind) or (".+" if place == free[-1] else _up_to(parts[place + 1]))
        written.append(f"(?P<{part.name}>{form})")
    return "".join(written)


def _up_to(following: str | Slot) -> str:
    """Anything that does not hold the words that follow."""
    assert isinstance(following, str), "two slots need words between them"
    return f"(?:(?!{re.escape(following)}).)+"
