"""Where the words of a promised action end: at a reporting verb, a source, a closing quotation mark, a new clause.

Not for where an action begins, nor for the actions joined in it: actions looks for those.
"""

from collections.abc import Sequence

from mithaq.text.lattice import Unit

_ENDS = frozenset(("break", "semicolon", "stop"))
_NEARNESS = 40
# Finite verbs that the pack lists; behind "and" they open a clause of their own.
_PARTIES = frozenset(
    ("person", "country", "organisation", "role", "actor_group", "actor_government", "subject_pronoun")
)
_SPEAKER = _PARTIES | {"the", "definite", "have", "between", "comma", "genitive", "government", "quote_mark", "pronoun"}
_CREDIT = 9
_FUTURE = frozenset(("will", "would", "future_verb", "would_verb"))
_NAME = 6
_FINITE = ("_past", "_present", "_future")


def end_of_action(units: Sequence[Unit], first: int, limit: int) -> int:
    """The unit behind an action that begins at unit ``first``, none beyond ``limit``."""
    position = first + 1
    while position < min(len(units), limit):
        labels = units[position].labels
        if labels & _ENDS or (position > first + 2 and _speaks(units, position)):
            break
        if position > first + 3 and _turns(units, position):
            break
        if "relative" in labels and "comma" in units[position - 1].labels and position > first + 3:
            break
        if position > first + 1 and (_opens_clause(units, position) or _contrasts(units, position)):
            break
        if position > first + 1 and "and" in labels and subject_of_future(units, position + 1):
            break
        if "comma" in labels and _credits(units, position):
            break
        if "quote_mark" in labels and "open_quote" not in labels and _closes(units, first, position):
            break
        position += 1
    return position


def _turns(units: Sequence[Unit], position: int) -> bool:
    """Does a source or another day's news begin here (", *according to* the text", "… *and on Friday* the bank …")?"""
    labels = units[position].labels
    if "according" in labels:
        return "comma" in units[position - 1].labels
    dated = any("date" in unit.labels for unit in units[position + 1 : position + 3])
    return "and" in labels and "clitic_and" not in labels and dated and "date" in units[position - 1].labels


def _speaks(units: Sequence[Unit], position: int) -> bool:
    """Does somebody's reporting begin here (", he said", "مؤكدا أن")?"""
    before = units[position - 1].labels
    labels = units[position].labels
    if labels & {"speech_participle"} and "comma" in before:
        return True
    return (
        bool(labels & {"speech_past"})
        and not labels & {"action_word", "action_form"}
        and bool(before & {"comma", "clitic_and", "quote_mark", "subject_pronoun", "person", "and", "pronoun"})
    )


def _opens_clause(units: Sequence[Unit], position: int) -> bool:
    """Does "and", written onto what follows, open a clause ("وهي خطوة", "وإن هذا", "، ويذكر أن", "وأثارت")?"""
    if "clitic_and" not in units[position].labels or position + 1 >= len(units):
        return False
    labels = units[position + 1].labels
    if labels & {"subject_pronoun", "that", "clause_opener"}:
        return True
    if labels & {"action_form", "action_word", "give_noun"}:
        return False
    finite = any(label.endswith(_FINITE) for label in labels)
    return finite and ("comma" in units[position - 1].labels or bool(labels & {"speech", "ask_word", "express"}))


def subject_of_future(units: Sequence[Unit], position: int) -> bool:
    """Does a party with a future of its own stand at a unit ("… and *Chad will* reopen the road")?"""
    end = position
    while (
        end < len(units) and end - position < _NAME and units[end].labels & (_PARTIES | {"the", "definite", "genitive"})
    ):
        end += 1
    named = any(unit.labels & _PARTIES for unit in units[position:end])
    return named and end < len(units) and bool(units[end].labels & _FUTURE)


def _contrasts(units: Sequence[Unit], position: int) -> bool:
    """Does "while", or "but" behind a comma, set another's act against this one?"""
    labels = units[position].labels
    return "contrast" in labels and (
        "while" not in labels or "comma" in units[position - 1].labels or _named(units, position)
    )


def _named(units: Sequence[Unit], position: int) -> bool:
    return position + 1 < len(units) and bool(units[position + 1].labels & _PARTIES)


def _credits(units: Sequence[Unit], comma: int) -> bool:
    """Does somebody who said so stand behind the comma (", the spokeswoman said", ", a indiqué le ministre")?"""
    for position in range(comma + 1, min(comma + _CREDIT, len(units))):
        labels = units[position].labels
        if labels & {"speech_past", "speech_present"} and not labels & {"action_word", "action_form", "noun_too"}:
            return True
        if "speech_done" in labels and "have" in units[position - 1].labels:
            return True
        if not labels & _SPEAKER:
            return False
    return False


def _closes(units: Sequence[Unit], first: int, position: int) -> bool:
    """Does the mark close a quotation that the action stands in?

    It does where it is glued to the word before it only ("… migrants,\" the official said"), or is the first after an
    odd number of marks in its sentence; not where the quotation was opened within the action.
    """
    inside = sum("quote_mark" in unit.labels for unit in units[max(first, position - _NEARNESS * 3) : position])
    if inside % 2:
        return "comma" in units[position - 1].labels
    before, after = units[position - 1], units[position + 1] if position + 1 < len(units) else None
    if before.end == units[position].start and after is not None and after.start > units[position].end:
        return True
    marks = 0
    for unit in reversed(units[max(0, position - _NEARNESS * 3) : position]):
        if "break" in unit.labels:
            break
        marks += "quote_mark" in unit.labels
    return marks % 2 == 1
