"""The right values that people gave slots of claims: does a value fit its slot, and the claim with it.

The one check for the API, the pages and the command. Not for what is typed in words: the desk turns those into values.
"""

import dataclasses
import functools
import json
import math
import re
import types
import typing
import unicodedata
from dataclasses import replace
from typing import Any

from mithaq.errors import UsageError
from mithaq.model.claim import Claim
from mithaq.model.edtf import bounds
from mithaq.model.judgement import Judgement
from mithaq.model.plain import CONTENT_OF_KIND, content_from_plain, to_plain
from mithaq.model.span import Span

_DATES = frozenset(("date", "deadline", "period", "when"))
# What is counted or paid: nothing of these is nought or less. A figure may be ("a loss of 2 %").
_SUMS = frozenset(("Attendance.value", "Funding.amount", "Funding.part_of", "Membership.ordinal"))
_CODES = {
    "currency": (re.compile("[A-Z]{3}"), "code of a currency; write three capital letters (ISO 4217)"),
    "country": (re.compile("[A-Z]{2}"), "code of a state; write two capital letters (ISO 3166-1)"),
}
_LONGEST_TEXT, _LONGEST_LIST = 1000, 300


def corrected(claim: Claim, slot: str, written: str) -> Claim:
    """The claim with another value (JSON) in a slot. Raises UsageError when the slot or the value does not fit its kind."""
    plain = {**to_plain(claim.content), slot: right_value(claim.kind, slot, written)}
    return replace(claim, content=content_from_plain(claim.kind, plain))


def left_aside(judgement: Judgement) -> str | None:
    """Why a correction cannot be used; None for one that can, and for every other judgement."""
    if judgement.verdict != "correct" or judgement.slot is None or judgement.value is None or not judgement.anchors:
        return None
    try:
        right_value(judgement.anchors[0].kind, judgement.slot, judgement.value)
    except UsageError as error:
        return str(error)
    return None


def right_value(kind: str, slot: str, written: str) -> Any:
    """The value that JSON gives a slot of a claim of ``kind``. Raises UsageError when it does not fit."""
    slots = _hints(CONTENT_OF_KIND[kind])
    if slot not in slots:
        raise UsageError(f"a {kind} has no slot {slot[:40]!r}; use one of {', '.join(slots)}")
    try:
        value = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{written[:40]!r} is no JSON value; write text in double quotes") from error
    _check(slots[slot], CONTENT_OF_KIND[kind].__name__, slot, value)
    return value


@functools.cache
def _hints(wanted: type) -> dict[str, Any]:
    return typing.get_type_hints(wanted)


def _check(wanted: Any, owner: str, slot: str, value: Any) -> None:
    """Raises UsageError unless ``value`` is one of type ``wanted`` for ``slot`` of the type named ``owner``."""
    if typing.get_origin(wanted) in (typing.Union, types.UnionType):
        (wanted,) = (option for option in typing.get_args(wanted) if option is not type(None))
        if value is None:
            return
    origin, options = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is typing.Literal:
        if not isinstance(value, str) or value not in options:
            raise _misfit(value, slot, f"use one of {', '.join(options)}")
    elif origin is tuple:
        _check_list(options[0], owner, slot, value)
    elif wanted is Span:
        raise UsageError(f"{slot} is a place in the article, which cannot be corrected; reject the claim instead")
    elif dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        _check_parts(wanted, slot, value)
    elif wanted is bool:
        if not isinstance(value, bool):
            raise _misfit(value, slot, "use true or false")
    elif wanted is str:
        _check_text(slot, value)
    else:
        _check_number(wanted, owner, slot, value)


def _check_list(wanted: Any, owner: str, slot: str, value: Any) -> None:
    if not isinstance(value, list) or len(value) > _LONGEST_LIST:
        raise _misfit(value, slot, f"give a list of {_LONGEST_LIST} values at most")
    for part in value:
        _check(wanted, owner, slot, part)


def _check_parts(wanted: Any, slot: str, value: Any) -> None:
    names = {field.name for field in dataclasses.fields(wanted)}
    if not isinstance(value, dict) or value.keys() != names:
        raise _misfit(value, slot, f"give {', '.join(sorted(names))}")
    hints = _hints(wanted)
    for name, part in value.items():
        _check(hints[name], wanted.__name__, name, part)


def _check_text(slot: str, value: Any) -> None:
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_TEXT:
        raise _misfit(value, slot, f"give a text of 1 to {_LONGEST_TEXT} characters")
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in value):
        raise _misfit(value, slot, "leave out line ends and what is no character")
    if slot in _DATES and bounds(value) in (None, (None, None)):
        raise UsageError(f"{value[:40]!r} is no date; write it as 2022-05-12, 2022-05, 2022 or 2022-05/2022-07")
    if slot in _CODES and not _CODES[slot][0].fullmatch(value):
        raise UsageError(f"{value[:40]!r} is no {_CODES[slot][1]}")


def _check_number(wanted: Any, owner: str, slot: str, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int if wanted is int else int | float):
        raise _misfit(value, slot, "give a whole number" if wanted is int else "give a number")
    try:
        finite = math.isfinite(float(value))
    except OverflowError:
        finite = False
    if not finite:
        raise _misfit(value, slot, "give a number that is finite")
    if f"{owner}.{slot}" in _SUMS and value <= 0:
        raise _misfit(value, slot, "give a number above nought")


def _misfit(value: Any, slot: str, what_to_do: str) -> UsageError:
    try:
        shown = repr(value)[:40]
    except ValueError:  # Python writes no number of more than some thousand digits
        shown = "this number"
    return UsageError(f"{shown} is no {slot}; {what_to_do}".encode("utf-8", "replace").decode("utf-8"))
