"""The usual names of persons, bodies and places in a language, read off the articles in it. Not for states' names."""

import json
from collections import Counter, defaultdict

from mithaq.publish.excerpts import one_line
from mithaq.web.desk import Desk

_KINDS = ("person", "organisation", "place")
_AROUND = "\"'“”„«»‹›‘’()[]،,.: "
# The record keeps names in English where it knows them: in English there is nothing to look for.
_RECORD_LANGUAGE = "en"


def names_in(desk: Desk, language: str) -> dict[str, str]:
    """Name in the record → the form that articles in ``language`` use most; for a person one with more than a surname."""
    if language == _RECORD_LANGUAGE:
        return {}
    return desk.keep_for_articles(("names", language), lambda desk: _read_names(desk, language))


def _read_names(desk: Desk, language: str) -> dict[str, str]:
    rows = {head.row for head in desk.glance.heads() if head.language == language}
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row, kind, value, words, count in desk.glance.names(_KINDS):
        form = one_line(words).strip(_AROUND) if row in rows else ""
        if form and not (kind == "person" and language == "ar" and form.isascii()):
            found[kind, json.loads(value)["name"]][form] += count
    return {name: _usual(forms, kind) for (kind, name), forms in sorted(found.items())}


def _usual(forms: Counter[str], kind: str) -> str:
    return min(forms, key=lambda form: (kind == "person" and " " not in form, -forms[form], -len(form), form))
