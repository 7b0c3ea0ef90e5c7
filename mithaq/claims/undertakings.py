"""Finds the words that bind somebody to an action ("pledged to", "will", "عزمهم على") and where the action begins.

Not for who is bound, nor for whether it is a commitment.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from mithaq.claims.clauses import ClauseReader, Clauses
from mithaq.claims.deadlines import TimeWords
from mithaq.languages import LanguagePack, load_pack
from mithaq.text.annotated import AnnotatedArticle
from mithaq.text.fold import fold
from mithaq.text.grammar import Grammar
from mithaq.text.lattice import Unit

UNDERTAKING_TABLES = (
    "verbs", "speaking", "undertaking", "giving", "roles", "marks", "claim_words", "body_nouns", "actions", "clause_words",
)  # fmt: skip
_MADE_LABELS = (
    "person",
    "organisation",
    "country",
    "place",
    "date",
    "money",
    "figure",
    "break",
    "action_form",
    "future_verb",
    "would_verb",
    "process_form",
    "done",
    "state_people",
    "acting",
)
_MARKS = (
    ("action_form", "form"), ("future_verb", "future"), ("would_verb", "conditional"), ("adverb_form", "adverb"),
    ("first_person", "first_person"), ("present_verb", "present"), ("process_form", "process"), ("done", "done"),
    ("state_people", "people"),
)  # fmt: skip
_TENSES = (("_future", "future_verb"), ("_present", "present_verb"))
_VERBS = frozenset(("continue", "intend", "future_verb", "seek_verb"))


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Words that bind: units ``first`` to ``action`` (where the promised action begins), and what sort of words.

    ``sense`` is bound (pledged, agreed, determined), noun (their commitment to), future, reported (would), plan,
    continue, ongoing (is sending), exchange (what one side gives in return: it is named right behind), passive (who acts
    stands behind "by", or speaks), gather (a meeting of those who say so), or document (what
    only the text of a meeting itself says so: "we support"). ``parties``: an agreement binds
    its parties, whether or not a subject names them ("it was agreed to", "the treaty provides for").
    """

    first: int
    action: int
    sense: str
    rule: str
    parties: bool = False


class UndertakingReader:
    """Lays out articles of one language for commitments, and finds what binds in them."""

    def __init__(self, pack: LanguagePack) -> None:
        self._clauses = ClauseReader(pack, UNDERTAKING_TABLES)
        settings = pack.settings.get("actions", {})
        self._shapes = [(label, re.compile("|".join(settings[key]))) for label, key in _MARKS if settings.get(key)]
        clitics = pack.settings.get("clitics", {})
        self._article: str = clitics.get("article", "")
        # Verbs that begin like a noun with its article ("التزمت").
        self._verbs_like_article = frozenset(
            fold(word.form) for word in pack.table("verbs") if self._article and word.form.startswith(self._article)
        )
        self._conjunctions: dict[str, str] = clitics.get("conjunctions", {})
        self._prepositions: dict[str, str] = clitics.get("prepositions", {})
        self._acting = _progressives(pack) if settings.get("progressive") else frozenset()
        self._labels_of = lru_cache(maxsize=100_000)(self._find_labels)
        label_sets = self._clauses.lexicon.label_sets() | {frozenset({label}) for label in _MADE_LABELS}
        # Nouns that call a text a communique, a declaration, a statement.
        self.document_words = frozenset(fold(word.form) for word in pack.words if word.label == "document")
        self.time_words = TimeWords(
            {fold(form): kind for kind, forms in pack.settings.get("terms", {}).items() for form in forms},
            frozenset(fold(word.form) for word in pack.table("claim_words") if word.label == "of"),
        )
        self._grammar = Grammar(pack.layer("commitments"), label_sets)

    def read(self, article: AnnotatedArticle) -> Clauses:
        """The article's clauses with labels for words that can begin an action. The work grows with the text."""
        clauses = self._clauses.read(article)
        units = self._marked(clauses.units, clauses.text)
        breaks = tuple(index for index, unit in enumerate(units) if "break" in unit.labels)
        return Clauses(article, tuple(units), breaks)

    def find(self, clauses: Clauses) -> list[Undertaking]:
        """What binds, in order of place; of two that begin in each other, the one that begins first."""
        found: list[Undertaking] = []
        taken = 0
        for match in self._grammar.matches(clauses.units):
            if match.first < taken and (found[-1].sense != "document" or match.rule.sense == "document"):
                continue
            end = match.first + len(match.units)
            action = match.slots["action"][0]
            refused = frozenset(match.rule.constants.get("refuses", ()))
            if refused & action.labels or (match.units[0].labels & _VERBS and "with_article" in match.units[0].labels):
                continue
            place = next(index for index in range(match.first, end) if clauses.units[index] is action)
            if found and match.first < taken:
                found.pop()  # "We have agreed on": what binds anywhere goes before what binds in a meeting's text only
            parties = bool(match.rule.constants.get("parties"))
            found.append(Undertaking(match.first, place, match.rule.sense, match.rule.name, parties))
            taken = end if place == match.first else place + 1  # "measures have been agreed": all of it binds
        return found

    def _marked(self, units: Sequence[Unit], text: str) -> list[Unit]:
        marked: list[Unit] = []
        for unit in units:
            if "word" in unit.labels or (not self._article and _ends(unit, "_base", "_participle")):
                added = self._labels_of(_form(text[unit.start : unit.end]))
                if added:
                    unit = Unit(unit.start, unit.end, unit.labels | added, unit.values)
            elif "action_word" in unit.labels:
                unit = self._with_clitics(marked, unit, text)
            elif unit.labels & _VERBS and self._has_article(unit, text):
                unit = Unit(unit.start, unit.end, unit.labels | {"with_article"}, unit.values)
            elif not unit.labels & {"no_action", "idle", "speech", "hold"}:
                made = {label for ending, label in _TENSES if _ends(unit, ending)}
                unit = Unit(unit.start, unit.end, unit.labels | made, unit.values) if made else unit
            if "action_form" in unit.labels and fold(text[unit.start : unit.end]) in self._acting:
                unit = Unit(unit.start, unit.end, unit.labels | {"acting"}, unit.values)
            if _ends(unit, "_done"):
                unit = Unit(unit.start, unit.end, unit.labels | {"done"}, unit.values)
            marked.append(unit)
        return marked

    def _with_clitics(self, before: list[Unit], unit: Unit, text: str) -> Unit:
        """A listed verbal noun together with the letters written onto it."""
        labels = set(unit.labels) | {"action_form"} if self._article else set(unit.labels)
        start = unit.start
        if self._has_article(unit, text):
            labels |= {"with_article"}
        while before and before[-1].end == start and any(label.startswith("clitic_") for label in before[-1].labels):
            clitic = before.pop()
            labels |= {label.replace("clitic_", "with_") for label in clitic.labels if label.startswith("clitic_")}
            start = clitic.start
        return Unit(start, unit.end, frozenset(labels), unit.values)

    def _has_article(self, unit: Unit, text: str) -> bool:
        return (
            bool(self._article)
            and text.startswith(self._article, unit.start)
            and fold(text[unit.start : unit.end]) not in self._verbs_like_article
        )

    def _find_labels(self, form: str) -> frozenset[str]:
        """Labels for a word that no table lists, by its shape; in a language with clitics without them."""
        if not self._article:
            return frozenset(label for label, shape in self._shapes if shape.search(form))
        for conjunction in ("", *self._conjunctions):
            for preposition in ("", *self._prepositions):
                prefix = conjunction + preposition
                if not form.startswith(prefix):
                    continue
                stem = form[len(prefix) :]
                found = {label for label, shape in self._shapes if shape.search(stem)}
                if preposition:
                    found &= {"action_form"}
                if found:
                    letters = [self._conjunctions.get(conjunction), self._prepositions.get(preposition)]
                    return frozenset(found | {f"with_{letter}" for letter in letters if letter})
        return frozenset()


def _progressives(pack: LanguagePack) -> frozenset[str]:
    """Forms in -ing of the verbs of action that the pack lists ("deploying", "giving", "cutting")."""
    bases = {fold(word.form) for word in pack.words if word.label == "action_word"}
    made = {base + "ing" for base in bases} | {base[:-1] + "ing" for base in bases if base.endswith("e")}
    return frozenset(made | {base + base[-1] + "ing" for base in bases if base})


def _ends(unit: Unit, *endings: str) -> bool:
    return any(label.endswith(endings) for label in unit.labels)


def _form(word: str) -> str:
    """The folded word, but with its final teh marbuta, which tells a verbal noun from one with a pronoun written on."""
    form = fold(word)
    return form[:-1] + "ة" if word.endswith("ة") else form


@cache
def undertaking_reader(language: str) -> UndertakingReader:
    """The reader of one language. Raises PackError when it has no pack."""
    return UndertakingReader(load_pack(language))
