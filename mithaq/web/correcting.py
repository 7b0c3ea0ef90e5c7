"""What a person types as the right value of a slot, as the record's JSON. Not for storing it: that is the pipeline's."""

import json
import re
import types
import typing
from typing import Any

from mithaq.errors import UsageError
from mithaq.model.edtf import is_edtf
from mithaq.model.plain import CONTENT_OF_KIND
from mithaq.publish.readable import load_country_names
from mithaq.publish.words import LANGUAGES, words_in
from mithaq.text.fold import fold
from mithaq.web.wording import desk_words

_DATES = frozenset(("date", "deadline", "period", "when"))
_BETWEEN = re.compile(r"\s*[,،;؛]\s*")
# Tables of words in which a code of a slot may have been typed as a word.
_BRIEF_TABLES = ("level", "status", "stage", "act", "party")
_DESK_TABLES = ("change", "sequence", "qualifier_name", "quote", "theme")


def value_as_json(kind: str, slot: str, typed: str) -> str:
    """``typed`` as JSON of the slot's type: words in the reader's language become codes. Raises UsageError."""
    hints = typing.get_type_hints(CONTENT_OF_KIND[kind])
    if slot not in hints:
        raise UsageError(f"a {kind} has no slot {slot[:40]!r}; use one of {', '.join(hints)}")
    return json.dumps(_value(hints[slot], slot, typed.strip()), ensure_ascii=False)


def _value(wanted: Any, slot: str, typed: str) -> Any:
    inner = [part for part in typing.get_args(wanted) if part is not type(None)]
    if typing.get_origin(wanted) in (typing.Union, types.UnionType) and len(inner) == 1:
        return _value(inner[0], slot, typed) if typed else None
    if typing.get_origin(wanted) is tuple:
        return [_code(part) for part in _BETWEEN.split(typed) if part]
    if typing.get_origin(wanted) is typing.Literal:
        return _one_of(typing.get_args(wanted), slot, typed)
    if wanted is bool:
        return _yes(typed)
    if wanted in (int, float):
        return _number(typed, slot)
    if wanted is not str:
        raise UsageError(f"{slot} cannot be typed in; reject the claim instead")
    if slot in _DATES and not is_edtf(typed):
        raise UsageError(f"{typed[:40]!r} is no date; write it as 2022-05-12, 2022-05, 2022 or 2022-05/2022-07")
    return typed if slot in _DATES or slot == "action" else _code(typed)


def _one_of(allowed: tuple[str, ...], slot: str, typed: str) -> str:
    code = typed if typed in allowed else _code(typed)
    if code not in allowed:
        raise UsageError(f"{typed[:40]!r} is no {slot}; use one of {', '.join(allowed)}")
    return code


def _yes(typed: str) -> bool:
    for language in LANGUAGES:
        words = desk_words(language)["desk"]
        if fold(typed) in (fold(words["yes"]), fold(words["no"])):
            return fold(typed) == fold(words["yes"])
    if fold(typed) in ("true", "false"):
        return fold(typed) == "true"
    raise UsageError(f"{typed[:40]!r} is neither yes nor no; write one of them")


def _number(typed: str, slot: str) -> float | int:
    plain = typed.replace("٬", "").replace("٫", ".").replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    try:
        number = float(plain)
    except ValueError as error:
        raise UsageError(f"{typed[:40]!r} is no number for {slot}; write it with digits alone") from error
    return int(number) if number.is_integer() else number


def _code(typed: str) -> str:
    """The code that a word of the interface or a state's name stands for; else what was typed."""
    wanted = fold(typed)
    for iso, names in load_country_names().items():
        if wanted in {fold(name) for name in names.values()}:
            return iso
    for language in LANGUAGES:
        for tables, names_of in ((words_in(language).tables, _BRIEF_TABLES), (desk_words(language), _DESK_TABLES)):
            for table in names_of:
                found = next((code for code, word in tables[table].items() if fold(str(word)) == wanted), None)
                if found is not None:
                    return found
    return typed
