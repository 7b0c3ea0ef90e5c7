"""Slots of claims and values of annotations as the pages show them. Not for words as such: those are ``wording``."""

import json
import re
from typing import Any

from markupsafe import Markup, escape

from mithaq.publish.subjects import readable_known_unit
from mithaq.web.explaining import show_value
from mithaq.web.wording import Wording

_DATES = frozenset(("date", "deadline", "period", "when"))
_PARTIES = frozenset(
    ("hosts", "chairs", "by", "beneficiary", "donor", "recipient", "member", "body", "city", "country", "where",
     "on_behalf_of")
)  # fmt: skip
_BRIEF_TABLES = {"level": "level", "status": "status", "stage": "stage", "act": "act"}
_DESK_TABLES = {"change": "change", "sequence": "sequence", "qualifier": "qualifier_name", "quote": "quote"}
_NUMBERS = frozenset(("amount", "value", "ordinal", "part_of"))
_CODED_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?[~?%]?(/.*)?|P\d.*|(\.\.|\d{4})/.*")


def show_slot(wording: Wording, slot: str, value: Any) -> Markup:
    """The value of a slot of a claim, in words where it is a code."""
    if isinstance(value, bool):
        return Markup(escape(wording.say("desk.yes" if value else "desk.no")))
    if slot in _DATES and isinstance(value, str):
        return wording.date(value)
    if slot in _PARTIES:
        return wording.names([str(part) for part in value] if isinstance(value, list | tuple) else [str(value)])
    if slot == "themes":
        return Markup(escape(wording.themes(value)))
    if slot in _BRIEF_TABLES:
        return Markup(escape(wording.word(_BRIEF_TABLES[slot], str(value))))
    if slot in _DESK_TABLES:
        return Markup(escape(wording.told(_DESK_TABLES[slot], str(value))))
    if slot in _NUMBERS and isinstance(value, int | float):
        return wording.number(value)
    return _show_other(wording, slot, value)


def _show_other(wording: Wording, slot: str, value: Any) -> Markup:
    if slot == "attendance" and isinstance(value, dict):
        return wording.quantity(value["value"], value.get("unit"), value.get("qualifier", "exact"))
    if slot == "speaker" and isinstance(value, dict):
        return wording.name(str(value.get("name", "")))
    if slot == "stand_ins" and isinstance(value, list | tuple):
        pairs = [
            Markup("{} ({})").format(wording.name(pair["person"]), wording.name(pair["stood_for"])) for pair in value
        ]
        return Markup(escape(wording.comma)).join(pairs)
    if slot == "role":
        return Markup("<bdi>{}</bdi>").format(wording.role(str(value)))
    if slot == "of":
        # A body whose members are counted, or what became of the people who are.
        known = readable_known_unit(str(value), wording.language)
        return Markup("<bdi>{}</bdi>").format(known) if known else wording.name(str(value))
    if slot == "unit":
        return Markup("<bdi>{}</bdi>").format(wording.unit(str(value)))
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Markup('<bdi dir="auto">{}</bdi>').format(shown)


def show_slot_plainly(wording: Wording, slot: str, value: Any) -> str:
    """The same as plain text, for places that hold no markup."""
    return show_slot(wording, slot, value).striptags()


def show_layer(wording: Wording, kind: str, value: dict[str, Any], label: str) -> Markup:
    """What an annotation is worth."""
    if kind == "date":
        return wording.date(value.get("edtf")) if value.get("edtf") else Markup(escape(wording.say("desk.undated")))
    if kind == "money":
        return wording.amount(value["amount"], value.get("currency"), value.get("qualifier", "exact"))
    if kind == "figure":
        return wording.quantity(value["value"], value.get("unit"), value.get("qualifier", "exact"))
    if kind == "country":
        return wording.name(str(value.get("iso", label)))
    if kind == "person" and value.get("role"):
        return Markup("{} ({})").format(wording.name(str(value["name"])), wording.role(str(value["role"])))
    return wording.name(str(value.get("name", label)))


def show_side(wording: Wording, value: str) -> Markup:
    """A value that a side of a disagreement gives: a number, a date, a code, a name."""
    return wording.date(value) if _CODED_DATE.fullmatch(value) else show_value(wording, value)
