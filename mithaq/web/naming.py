"""The usual names of persons, bodies and places in a language: as its articles write them, else as its pack does.

Not for states' names.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from mithaq.languages import load_pack
from mithaq.publish.excerpts import one_line
from mithaq.publish.naming import AROUND_NAMES, usual_form
from mithaq.publish.words import words_in
from mithaq.web.desk import Desk
from mithaq.web.views.shapes import Deadline
from mithaq.web.wording import Wording

_KINDS = ("person", "organisation", "place")
# Tables of a pack with names, and the label of those that need nothing beside them.
_TABLES = {"organisations": "organisation", "people": "person", "places": "place", "regions": "place"}
# The record keeps names in English where it knows them: in English there is nothing to look for.
_RECORD_LANGUAGE = "en"


def names_in(desk: Desk, language: str) -> Mapping[str, str]:
    """Name in the record → the form that articles in ``language`` use most; for a person one with more than a surname.

    A name that no article in the language has is the pack's, where that knows it.
    """
    if language == _RECORD_LANGUAGE:
        return {}
    return desk.keep_for_articles(("names", language), lambda desk: {**pack_names(language), **_read(desk, language)})


@cache
def pack_names(language: str) -> Mapping[str, str]:
    """Name in the record → the first form in the pack that is not the same: the pack has the usual one first."""
    found: dict[str, str] = {}
    pack, latin = load_pack(language), words_in(language).direction == "ltr"
    for table, label in _TABLES.items():
        # A language of Latin script writes persons as the record does.
        if table == "people" and latin:
            continue
        for word in pack.table(table):
            name = word.value.partition("|")[0]
            if word.label == label and word.form != name:
                found.setdefault(name, _standing_alone(word.form))
    return found


def _read(desk: Desk, language: str) -> dict[str, str]:
    rows = {head.row for head in desk.glance.heads() if head.language == language}
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row, kind, value, words, count in desk.glance.names(_KINDS):
        form = one_line(words).strip(AROUND_NAMES) if row in rows else ""
        if form and not (kind == "person" and language == "ar" and form.isascii()):
            found[kind, json.loads(value)["name"]][form] += count
    return {name: _standing_alone(usual_form(forms, kind == "person")) for (kind, name), forms in sorted(found.items())}


def _standing_alone(form: str) -> str:
    """A name that begins small within a sentence ("coalition mondiale") begins large on its own."""
    return form[:1].upper() + form[1:]


def name_deadlines(desk: Desk, found: Iterable[Deadline], language: str) -> Iterator[Deadline]:
    """Terms with names and states of things in words, for what is read outside the desk."""
    wording = Wording(language, rename=names_in(desk, language).get)
    for line in found:
        who = tuple(map(wording.name_plain, line.by))
        yield replace(line, by=who, status=wording.word("follow_up", line.status))
