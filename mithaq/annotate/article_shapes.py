"""Word shapes of a script without capitals and with an article and proclitics written onto the word (Arabic).

Not for parting clitics from listed words: the lexicon does that. Here an unknown word is judged by what is left of it.
"""

from collections.abc import Iterable, Iterator, Sequence

from mithaq.annotate.name_shapes import Shapes
from mithaq.languages import LanguagePack
from mithaq.text.fold import fold

_SHORTEST_ENDING_STEM = 3
_SHORTEST_STEM = 3
_NAME_LABELS = frozenset(("given_name", "given_name_weak", "person", "place", "organisation", "surname"))
_SHORTEST_COMPOUND = 6
_TANWEEN = "\u064b"
# Tables that hold no names: their words are ordinary ones.
_VOCABULARY_TABLES = frozenset(("speaking", "units", "qualifiers", "roles", "calendar", "numbers", "currencies"))


class ArticleShapes(Shapes):
    """Shape labels of words that carry an article and proclitics."""

    has_capitals = False

    def __init__(self, pack: LanguagePack) -> None:
        super().__init__(pack)
        clitics = pack.settings["clitics"]
        conjunctions, prepositions = clitics.get("conjunctions", {}), clitics.get("prepositions", {})
        self.article: str = clitics["article"]
        self.conjunctions = tuple(form for form, name in conjunctions.items() if name == "and")
        self.proclitics = (*conjunctions, *prepositions)
        # "to the" is written as one (لل).
        self._to_the = tuple(form + self.article[-1] for form, name in prepositions.items() if name == "for")
        # Verbs take conjunctions and "to", never "like" or "in".
        self._before_verbs = (*conjunctions, *(form for form, name in prepositions.items() if name == "for"))
        self._common = self._forms["common"] | frozenset(self._vocabulary(pack))
        # Listed words whose first letter is not what is left of the article in "to the" (لجنة, لندن).
        self.own_first_letter = frozenset(
            fold(word.form).partition(" ")[0] for word in pack.words if word.form[:1] == self.article[-1]
        )
        self._bound = self._bound | _finite_verbs(pack)
        names = (fold(word.form) for word in pack.table("given_names"))
        self.definite_given_names = frozenset(name for name in names if name.startswith(self.article))

    def _vocabulary(self, pack: LanguagePack) -> Iterator[str]:
        regions = {fold(word.form) for word in pack.table("regions")}
        for word in pack.words:
            if word.table in _VOCABULARY_TABLES:
                # A continent inside a title (وزير أوروبا) is no ordinary word for that.
                yield from (self._bare(form) for form in map(fold, word.form.split()) if form not in regions)

    def _bare(self, form: str) -> str:
        return form[len(self.article) :] if self._is_definite(form) else form

    def _is_definite(self, form: str) -> bool:
        return form.startswith(self.article) and len(form) > len(self.article) + 1

    def is_common(self, form: str) -> bool:
        """Is the folded word, with or without its article, an ordinary one?"""
        return self._bare(form) in self._common or form in self._bound

    def is_ordinary(self, surface: str, start: bool) -> bool:
        """Is a listed name here the ordinary word that is written the same?"""
        if super().is_ordinary(surface, start) or _TANWEEN in surface:
            return True
        form = fold(surface)
        return self._is_definite(form) and self._bare(form) in self._common

    def _labels(self, surface: str, start: bool) -> Iterable[str]:
        form = fold(surface)
        yield from ("word", "start") if start else ("word",)
        if self._is_definite(form):
            yield from ("bound",) if form in self._bound else self._definite(surface, form)
            return
        if len(form) > _SHORTEST_COMPOUND and form.startswith(self._endings["name_beginning"] or ("\0",)):
            yield "given_name"
            return
        verbs = self._parts(form, self._before_verbs)
        if verbs & self._bound or self._has_object(form):
            yield "bound"
            if verbs & self._forms["verb_she"]:
                yield "verb_like"
            return
        if self._verbal_she.search(form):
            yield "verb_she"
        joined = self._joined(form)
        if joined:
            yield from ("joined", joined)
        elif len(form) < 2:
            yield "initial"
        elif self._is_ordinary_word(surface, form) or self._parts(form, self.proclitics) & self._common:
            yield "common"
        else:
            # A plural ending (ون) also ends foreign surnames (جونسون): doubtful words go on a name, but begin none.
            yield "doubtful" if self.ends(form, "doubtful_ending") else "proper"
            if not self.ends(form, "adjective_ending"):
                yield "noun_like"

    def _definite(self, surface: str, form: str) -> Iterator[str]:
        yield "definite"
        if not self.ends(surface, "definite_ending") and not self._is_ordinary_word(surface, self._bare(form)):
            yield "surname"
        if self.ends(form, "adjective_ending"):
            yield "adjective_like"

    def _is_ordinary_word(self, surface: str, bare: str) -> bool:
        """By list or by shape: an indefinite accusative, a pronoun or a plural ending, the beginning of a verbal noun."""
        if bare in self._common or _TANWEEN in surface:
            return True
        if len(bare) > _SHORTEST_STEM and self.ends(surface, "owned_ending"):
            return True
        if self.ends(bare, "accusative_ending") and bare[:-1] in self._common:
            return True
        return bare.startswith(self._endings["ordinary_beginning"] or ("\0",)) or any(
            bare.endswith(end) and len(bare) >= len(end) + _SHORTEST_ENDING_STEM
            for end in self._endings["ordinary_ending"]
        )

    def _has_object(self, form: str) -> bool:
        """Is it a verb with a pronoun written onto it (سيرسله)?"""
        stems = (form[: -len(end)] for end in self._endings["object_ending"] if form.endswith(end))
        return any(len(stem) >= _SHORTEST_STEM and stem in self._bound for stem in stems)

    def _parts(self, form: str, clitics: Sequence[str]) -> set[str]:
        """The word without one or two letters that may be proclitics."""
        found = {form}
        for first in clitics:
            rest = form[len(first) :]
            if form.startswith(first) and (len(rest) >= _SHORTEST_STEM or rest in self._bound):
                found.add(rest)
                for second in clitics:
                    if rest.startswith(second) and len(rest) > _SHORTEST_STEM + 1:
                        found.add(rest[len(second) :])
        return found

    def _joined(self, form: str) -> str | None:
        """``and_definite``, ``for_definite`` or ``in_definite`` for a word with an article behind proclitics."""
        if form.startswith(self._to_the) and len(form) > _SHORTEST_STEM:
            return "for_definite"
        for clitic in self.proclitics:
            rest = form[len(clitic) :]
            if not form.startswith(clitic) or len(rest) <= 4:
                continue
            if rest.startswith((self.article, *self._to_the)):
                return "and_definite" if clitic in self.conjunctions else "in_definite"
            if len(rest) > 5 and any(rest.startswith(second + self.article) for second in self.proclitics):
                return "in_definite"
        return None


def _finite_verbs(pack: LanguagePack) -> frozenset[str]:
    """The listed verbs in their finite forms, which no name holds ("الجانبان اتفقا"); those that are names too stay names."""
    named = {
        fold(part)
        for table in ("given_names", "people", "places", "organisations", "name_words")
        for word in pack.table(table)
        if word.label in _NAME_LABELS
        for part in word.form.split()
    }
    forms = (fold(word.form) for word in pack.table("verbs") if word.label.endswith(("_past", "_present", "_future")))
    return frozenset(form for form in forms if len(form) > _SHORTEST_STEM and " " not in form and form not in named)
