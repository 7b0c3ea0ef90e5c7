"""Whether a form that could be a reporting verb is one where it stands. For languages whose verbs come first.

Not for which verbs report: that the tables of the language say.
"""

from collections.abc import Sequence
from itertools import takewhile

from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

FORMS = ("speech_", "express_", "says_that_")
VERB_FIRST = frozenset(("verb_speaker", "verb_unknown_speaker", "verb_needs_that_speaker"))
_FINITE = ("_past", "_present")
_ONLY_WITHIN, _VIEW_WITHIN = 12, 3
_CLAUSE = frozenset(("that", "colon", "quote_mark"))
_SENTENCE_ENDS = frozenset(("semicolon", "stop", "break"))
_FEELINGS = frozenset(("act_noun", "told_noun", "own_view", "quote_mark"))


def is_report(verb: Unit, match: Match, units: Sequence[Unit], text: str) -> bool:
    """Does the verb of a match report there, rather than wish, or be a noun or another verb that is written alike?"""
    last = match.first + len(match.units)
    if _is_other_verb(verb, units[last : last + 3], text) or _lacks_word(verb, units[last : last + _ONLY_WITHIN], text):
        return False
    if _is_bare_view(units[last : last + _VIEW_WITHIN]):
        return False
    if _is_to_be_done(verb, match, units) or _is_asked_for(match, units) or _is_noun_here(verb, match, units):
        return False
    return match.rule.name != "verb_with_subject_in_ending" or not _is_without_ending(verb)


def _is_bare_view(following: Sequence[Unit]) -> bool:
    """Is no clause behind "his opinion" ("voiced his opinion", which tells nothing)?"""
    return (
        len(following) == _VIEW_WITHIN
        and following[1].values.get("own_view") == "only"
        and (not following[2].labels & _CLAUSE)
    )


def _is_to_be_done(verb: Unit, match: Match, units: Sequence[Unit]) -> bool:
    """Is it a present right behind a bare "that", which wishes or plans in Arabic ("that they respect", not "that they do")?"""
    place = match.first + match.units.index(verb)
    before = units[place - 1] if place else None
    finite = {label.rpartition("_")[2] for label in verb.labels if label.startswith(FORMS)}
    return before is not None and "bare_that" in before.labels and "present" in finite and "past" not in finite


def _is_asked_for(match: Match, units: Sequence[Unit]) -> bool:
    """Is it the object of the verb and speaker right before it ("asked X to convey", a noun written like the verb)?"""
    if match.first and match.rule.name in VERB_FIRST and _is_finite(units[match.first - 1]):
        return True  # no verb stands right behind a verb: "they stress the rejection of"
    if match.rule.name != "verb_alone" or match.first < 2 or "speaker" not in units[match.first - 1].labels:
        return False
    return any(label.startswith(FORMS) for label in units[match.first - 2].labels)


def _is_finite(unit: Unit) -> bool:
    return any(label.startswith(FORMS) and label.endswith(_FINITE) for label in unit.labels)


def _is_noun_here(verb: Unit, match: Match, units: Sequence[Unit]) -> bool:
    """Is a participle that is written like its verbal noun governed by a preposition or verb ("announce a demand")?"""
    if match.rule.name != "participle" or not any(label.endswith("_noun") for label in verb.labels if "_" in label):
        return False
    place = match.first - 1
    while place >= 0 and "quote_mark" in units[place].labels:
        place -= 1
    return place >= 0 and ("preposition" in units[place].labels or _is_finite(units[place]))


def _is_without_ending(verb: Unit) -> bool:
    """Can the form be one without a subject in its ending ("I show" is written like "he showed" and "most prominent")?"""
    return any(
        value in ("ms", "fs")
        for label, value in verb.values.items()
        if label.startswith(FORMS) and label.endswith(_FINITE)
    ) or not any(label.endswith(_FINITE) for label in verb.labels if label.startswith(FORMS))


def _is_other_verb(verb: Unit, following: Sequence[Unit], text: str) -> bool:
    """Does a preposition give the verb another meaning (Arabic "adopted" with "on" is "relies on")?"""
    other = verb.values.get("not_before")
    return bool(other) and any(unit.span.of(text) == other for unit in following)


def _lacks_word(verb: Unit, following: Sequence[Unit], text: str) -> bool:
    """Is the word not there that makes a verb of it (Arabic "expressed" is written like "through")?"""
    only = verb.values.get("only_before")
    if not only:
        return False
    near = list(takewhile(lambda unit: not unit.labels & _SENTENCE_ENDS, following))
    place = next((number for number, unit in enumerate(near) if unit.span.of(text) == only), None)
    if place is None:
        return True
    aside = any("comma" in unit.labels for unit in near[:place])
    return aside and not any(unit.labels & _FEELINGS for unit in near[place + 1 : place + 4])
