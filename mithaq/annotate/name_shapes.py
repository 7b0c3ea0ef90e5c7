"""Gives the units of a lattice the labels that name rules ask for: what a word looks like, and whether it is ordinary.

Not for deciding what is a name: rules do that. Words are looked up in the pack; shapes are capitals, articles, endings.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from mithaq.languages import LanguagePack
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

SHAPE_LABELS = frozenset(("common", "bound", "letter", "ordinary_ending", "ordinary_beginning", "doubtful_ending", "verb_she",
                          "verb_ending", "object_ending", "adjective_ending"))  # fmt: skip
_PLAIN = frozenset(("word", "capital"))
_DOUBTFUL = frozenset(("word", "capital", "given_name", "place", "organisation"))
_HEADS = {"body_head": "definite_head", "body_head_weak": "definite_head_weak", "name_head": "definite"}
_RECONSIDERED = frozenset(
    ("given_name", "given_name_weak", "place", "organisation", "body_noun", "place_head", "state_word", *_HEADS)
)
# Labels of listed words which may be part of a name; a capital of another listed word (The, Monday) says nothing.
_CAPITALISED = frozenset(("country", "country_adjective", "country_weak", "place", "organisation", "organisation_weak", "person",
                          "given_name", "given_name_weak", "capital_government", "body_head", "body_tail", "place_tail",
                          "place_start", "role", "honorific", "particle", "direction", "not_country"))  # fmt: skip
_STRUCTURAL = frozenset(("body_noun", "place_head", "state_word"))
_GIVEN = frozenset(("given_name", "given_name_weak"))
_WEAK = frozenset(("given_name_weak", "capital"))
_ROMAN = re.compile("[IVXLC]+(?:e|er|ème|th|st|nd|rd)")
_VOWELS = re.compile("[\u064b-\u0652]")
_TANWEEN = "\u064b"
_JOINABLE = frozenset(("word", "capital", "proper", "common", "given_name", "particle", "start", "initial", "lower"))
_SHORTEST_ENDING_STEM = 3
_SHORTEST_STRIPPED = 3
_HYPHENS = "-‐‑"
_OPENERS = '"“«„:('
_VOCABULARY_TABLES = frozenset(("speaking", "units", "qualifiers", "roles", "calendar", "numbers", "currencies"))


class Shapes:
    """The shape labels of plain words in one language; answers are kept, since words repeat."""

    def __init__(self, pack: LanguagePack) -> None:
        settings = pack.settings.get("clitics", {})
        self.article: str = settings.get("article", "")
        self.conjunctions = tuple(form for form, name in settings.get("conjunctions", {}).items() if name == "and")
        self.proclitics = (*settings.get("conjunctions", {}), *settings.get("prepositions", {}))
        words = {label: _forms(pack, label) for label in SHAPE_LABELS}
        self._bound = words["bound"]
        self._common = words["common"] | (self._vocabulary(pack) if self.article else frozenset())
        self._exact = frozenset(word.form for word in pack.table("name_words") if word.label in ("bound", "common"))
        self._endings = tuple(words["ordinary_ending"])
        self._verbs_she = words["verb_she"]
        self._verb_endings = tuple(words["verb_ending"]) or ("\0",)
        self._objects = tuple(words["object_ending"])
        self._doubtful = tuple(words["doubtful_ending"]) or ("\0",)
        self._beginnings = tuple(words["ordinary_beginning"]) or ("\0",)
        self._adjective_endings = tuple(words["adjective_ending"])
        self.definite_given_names = frozenset(
            fold(word.form)
            for word in pack.table("given_names")
            if self.article and fold(word.form).startswith(self.article)
        )
        self._known: dict[tuple[str, bool], frozenset[str]] = {}

    def _vocabulary(self, pack: LanguagePack) -> frozenset[str]:
        """Single words of the tables that hold no names."""
        found = set()
        for word in pack.words:
            if word.table in _VOCABULARY_TABLES:
                found.update(self._bare(fold(part)) for part in word.form.split())
        return frozenset(found)

    def _bare(self, form: str) -> str:
        article = self.article
        return form[len(article) :] if article and form.startswith(article) and len(form) > len(article) + 1 else form

    def is_common(self, form: str) -> bool:
        """Is the folded word an ordinary one?"""
        return self._bare(form) in self._common or form in self._bound

    def is_listed(self, surface: str) -> bool:
        """Is the word, vowel marks aside, exactly one of the ordinary words?"""
        return surface in self._exact or _VOWELS.sub("", surface) in self._exact

    def is_ordinary(self, surface: str, start: bool) -> bool:
        """Is a listed name here the ordinary word that is written the same?

        The exact spelling counts, because folding makes على (on) and علي (Ali) one; with capitals, only a word that
        opens a sentence is in doubt.
        """
        if self.is_listed(surface) or _TANWEEN in surface:
            return True
        if self.article:
            form = fold(surface)
            return form.startswith(self.article) and self._bare(form) in self._common
        return start and fold(surface) in self._common

    def of(self, surface: str, start: bool) -> frozenset[str]:
        """Labels of a plain word; ``start`` when it opens a sentence, a quotation or a line."""
        key = (surface, start)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = frozenset(self._arabic(surface) if self.article else self._latin(surface, start))
        return found

    def _latin(self, surface: str, start: bool) -> set[str]:
        form = fold(surface)
        if not surface[0].isupper():
            labels = {"word", "lower"}
            if form.endswith(self._adjective_endings or ("\0",)):
                labels.add("adjective_like")
            if form.endswith(self._verb_endings):
                labels.add("verb_like")
            return labels
        if form in self._bound:
            return {"word", "bound"}
        if len(surface) == 1:
            return {"word", "capital", "initial"}
        labels = {"word", "capital"}
        if surface.isupper() or _ROMAN.fullmatch(surface):
            labels.add("upper")
        elif form in self._common:
            labels = {"word", "common"} if start else {"word", "capital", "common"}
        else:
            labels.add("proper")
        if start:
            labels.add("start")
        return labels

    def _arabic(self, surface: str) -> set[str]:
        article, form = self.article, fold(surface)
        if form.startswith(article) and len(form) > len(article) + 1:
            bare = form[len(article) :]
            if form in self._bound:
                return {"word", "bound"}
            ordinary = surface.endswith(("ة", "ه")) or self._is_ordinary(bare)
            adjective = {"adjective_like"} if form.endswith(self._adjective_endings) else set()
            return {"word", "definite"} | (set() if ordinary else {"surname"}) | adjective
        parts = self._stripped(form)
        if parts & self._bound or self._has_object(form):
            return {"word", "bound"} | ({"verb_like"} if parts & self._verbs_she else set())
        joined = self._joined(form)
        if joined:
            return {"word", "joined", joined}
        if len(form) < 2:
            return {"word", "initial"}
        owned = len(form) > _SHORTEST_STRIPPED and surface.endswith("ه")
        if owned or _TANWEEN in surface or parts & self._common or self._is_ordinary(form):
            return {"word", "common"}
        # A plural ending (ون) also ends foreign surnames (جونسون): doubtful words go on a name, but begin none.
        return {"word", "doubtful" if form.endswith(self._doubtful) else "proper"}

    def _has_object(self, form: str) -> bool:
        """Is it a verb with a pronoun written onto it (سيرسله)?"""
        return any(
            form.endswith(ending)
            and len(form) - len(ending) >= _SHORTEST_STRIPPED
            and form[: -len(ending)] in self._bound
            for ending in self._objects
        )

    def _is_ordinary(self, bare: str) -> bool:
        if bare.endswith("ا") and bare[:-1] in self._common:
            return True
        return bare in self._common or bare.startswith(self._beginnings) or self._ends_ordinary(bare)

    def _ends_ordinary(self, form: str) -> bool:
        return any(form.endswith(end) and len(form) >= len(end) + _SHORTEST_ENDING_STEM for end in self._endings)

    def _stripped(self, form: str) -> set[str]:
        found = {form}
        for first in self.proclitics:
            rest = form[len(first) :]
            if form.startswith(first) and (len(rest) >= _SHORTEST_STRIPPED or rest in self._bound):
                found.add(rest)
                found.update(
                    rest[len(second) :]
                    for second in self.proclitics
                    if rest.startswith(second) and len(rest) > _SHORTEST_STRIPPED + 1
                )
        return found

    def _joined(self, form: str) -> str | None:
        """``and_definite``, ``for_definite`` or ``in_definite`` for a word with an article behind proclitics."""
        if form.startswith("لل") and len(form) > 4:
            return "for_definite"
        for clitic in self.proclitics:
            rest = form[len(clitic) :]
            if form.startswith(clitic) and rest.startswith((self.article, "لل")) and len(rest) > 4:
                return "and_definite" if clitic == self.proclitics[0] else "in_definite"
            if form.startswith(clitic) and any(
                rest.startswith(second + self.article) and len(rest) > 5 for second in self.proclitics
            ):
                return "in_definite"
        return None


def _forms(pack: LanguagePack, label: str) -> frozenset[str]:
    return frozenset(fold(word.form) for word in pack.table("name_words") if word.label == label)


def letters(pack: LanguagePack) -> Mapping[str, str]:
    """How each letter of the script is written in Latin; empty for a Latin script."""
    return {word.form: word.value for word in pack.table("name_words") if word.label == "letter"}


def shape_units(text: str, units: Sequence[Unit], shapes: Shapes) -> list[Unit]:
    """The units with shape labels, initials with their stop and hyphened names as one unit."""
    out: list[Unit] = []
    start = True
    for unit in units:
        labels = unit.labels
        if "break" in labels:
            out.append(unit)
            start = True
            continue
        if labels <= _PLAIN:
            unit = Unit(unit.start, unit.end, shapes.of(text[unit.start : unit.end], start))
        elif "mark" in labels:
            if _join_initial(text, out, unit):
                continue
        elif "capital" in labels and not labels & _CAPITALISED:
            unit = Unit(unit.start, unit.end, labels - {"capital"}, unit.values)
        elif labels & _RECONSIDERED:
            unit = _reconsidered(text, unit, shapes, start, out[-1] if out else None)
        start = "mark" in labels and text[unit.start] in _OPENERS
        out.append(unit)
    return out if shapes.article else list(_join_hyphens(text, out))


def _reconsidered(text: str, unit: Unit, shapes: Shapes, start: bool, before: Unit | None) -> Unit:
    """A listed word in its context: an ordinary word that is written like a name loses the name's label."""
    surface = text[unit.start : unit.end]
    labels = unit.labels
    article = shapes.article
    definite = article and (
        surface.startswith(article)
        or (before is not None and "clitic_for" in before.labels and surface[0] == article[-1])
    )
    if definite and labels & _HEADS.keys():
        return Unit(unit.start, unit.end, frozenset(_HEADS.get(label, label) for label in labels), unit.values)
    if definite and labels & _STRUCTURAL:
        return Unit(unit.start, unit.end, labels - _STRUCTURAL | {"definite"}, unit.values)
    if labels & _GIVEN and "country" in labels:
        return Unit(unit.start, unit.end, labels - _GIVEN, unit.values)
    if labels <= _WEAK:
        return Unit(unit.start, unit.end, labels | shapes.of(surface, start), unit.values)
    if labels <= _DOUBTFUL and " " not in surface and shapes.is_ordinary(surface, start):
        kept = {"place_doubtful"} if "place" in labels else set()
        return Unit(unit.start, unit.end, shapes.of(surface, start) | kept, unit.values)
    if labels & _GIVEN and shapes.article and shapes.is_listed(surface):
        return Unit(unit.start, unit.end, labels - _GIVEN, unit.values)
    if "given_name" in labels and definite and fold(surface) not in shapes.definite_given_names:
        # The article was parted from a given name that is listed without one: الحسن is listed, الثاني is not.
        return Unit(unit.start, unit.end, shapes.of(surface, start) | (labels - {"given_name"}), unit.values)
    return unit


def _join_initial(text: str, out: list[Unit], mark: Unit) -> bool:
    if not out or text[mark.start] != "." or out[-1].end != mark.start or "initial" not in out[-1].labels:
        return False
    out[-1] = Unit(out[-1].start, mark.end, frozenset({"word", "initial"}))
    return True


def _join_hyphens(text: str, units: Sequence[Unit]) -> Iterable[Unit]:
    index = 0
    while index < len(units):
        unit = units[index]
        end = index
        while end + 2 < len(units) and _joins(text, units[end], units[end + 1], units[end + 2], unit):
            end += 2
        if end == index:
            yield unit
        else:
            labels = {"word", "capital", "proper"} | (unit.labels & {"given_name", "start"})
            yield Unit(unit.start, units[end].end, frozenset(labels))
        index = end + 1


def _joins(text: str, left: Unit, mark: Unit, right: Unit, first: Unit) -> bool:
    if mark.end - mark.start != 1 or text[mark.start] not in _HYPHENS:
        return False
    if left.end != mark.start or mark.end != right.start or not (left.labels & _JOINABLE and right.labels & _JOINABLE):
        return False
    if not (text[first.start].isupper() or "particle" in first.labels):
        return False
    known = left.labels | right.labels
    if known & {"country", "country_adjective", "organisation", "place", "role", "bound"}:
        return False
    return text[right.start].isupper() or ("proper" in left.labels and right.end - right.start <= 4)
