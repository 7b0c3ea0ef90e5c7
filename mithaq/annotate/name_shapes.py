"""What a word that no table explains looks like, for the rules that find names: ordinary or not, capital, article, ending.

Not for deciding what is a name: rules do that. Lists of ordinary words and endings come from the pack.
"""

import re
from collections.abc import Iterable

from mithaq.languages import LanguagePack
from mithaq.text.fold import fold

SHAPE_LABELS = frozenset(("common", "bound", "letter", "ordinary_ending", "ordinary_beginning", "doubtful_ending",
                          "definite_ending", "name_beginning", "owned_ending", "accusative_ending", "verb_she", "verb_ending",
                          "object_ending", "adjective_ending"))  # fmt: skip
# Roman ordinals, and names of firms with a capital inside (SecureWorks), which people's names have behind a prefix only.
_CODED = re.compile(
    "^[IVXLC]+(?:e|er|ème|th|st|nd|rd)$|^[A-Z]{2,}[a-z]|^(?!Ma?c|D[aeiu]|L[ae]|Van|Fitz|Al|El|O)[A-Z][a-z]+[A-Z]"
)
_WORD = re.compile(r"\w+")
_VOWELS = re.compile("[\u064b-\u0652]")
_NAME_TABLES = ("organisations", "places", "people")
_MOST_KEPT = 200_000
_NEVER = r"(?!)"


class Shapes:
    """The shape labels of plain words in one language; answers are kept, since words repeat."""

    has_capitals = True
    article = ""
    conjunctions: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    definite_given_names: frozenset[str] = frozenset()
    own_first_letter: frozenset[str] = frozenset()
    """Listed words that begin with the article's last letter themselves."""
    given_names: frozenset[str] = frozenset()
    """What can stand for a full name alone; none where a given name without a capital may be an ordinary word."""

    def __init__(self, pack: LanguagePack) -> None:
        self._forms = {label: table_forms(pack, label) for label in SHAPE_LABELS}
        self._endings = {label: tuple(sorted(forms)) for label, forms in self._forms.items() if "ing" in label}
        self._bound = self._forms["bound"]
        self._common = self._forms["common"]
        self._exact = frozenset(word.form for word in pack.table("name_words") if word.label in ("bound", "common"))
        patterns = pack.settings.get("names", {})
        self._verbal = re.compile(patterns.get("verbal", _NEVER))
        self._verbal_she = re.compile(patterns.get("verbal_she", _NEVER))
        if self.has_capitals:
            self.given_names = frozenset(fold(word.form) for word in pack.table("given_names"))
        self._known: dict[tuple[str, bool], frozenset[str]] = {}
        self._capitalised = frozenset(_with_later_capitals(pack)) if self.has_capitals else frozenset()

    def lacks_capitals(self, surface: str) -> bool:
        """Are several words a listed name only by the capital that any sentence opens with ("Le monde est petit")?"""
        first, _, rest = surface.partition(" ")
        return (
            bool(rest) and rest == rest.lower() and self.is_common(fold(first)) and fold(surface) in self._capitalised
        )

    def stem_start(self, text: str, start: int) -> int:
        """Where the word proper begins at ``start``: past the article that "to the" has swallowed (للسعودية)."""
        last = self.article[-1:]
        if not last or text[max(start - 1, 0) : start + 1] != last * 2:
            return start
        word = _WORD.match(text, start)
        own = word is not None and fold(word.group()) in self.own_first_letter
        return start if own else start + 1

    def ends(self, word: str, label: str) -> bool:
        """Does the word end as one of the pack's endings of that label?"""
        endings = self._endings[label]
        return bool(endings) and word.endswith(endings)

    def is_common(self, form: str) -> bool:
        """Is the folded word an ordinary one?"""
        return form in self._common or form in self._bound

    def is_verbal(self, surface: str) -> bool:
        """Does an unlisted word look like a finite verb?"""
        return bool(self._verbal.search(fold(surface)))

    def is_listed(self, surface: str) -> bool:
        """Is the word, vowel marks aside, exactly one of the ordinary words?"""
        return surface in self._exact or _VOWELS.sub("", surface) in self._exact

    def is_ordinary(self, surface: str, start: bool) -> bool:
        """Is a listed name here the ordinary word that is written the same?

        The exact spelling counts, because folding makes على (on) and علي (Ali) one; with capitals, only a word that
        opens a sentence is in doubt.
        """
        return self.is_listed(surface) or (start and self.has_capitals and fold(surface) in self._common)

    def of(self, surface: str, start: bool) -> frozenset[str]:
        """Labels of a plain word; ``start`` when it opens a sentence, a quotation or a line."""
        key = (surface, start)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            found = self._known[key] = frozenset(self._labels(surface, start))
        return found

    def _labels(self, surface: str, start: bool) -> Iterable[str]:
        form = fold(surface)
        if not surface[0].isupper():
            yield from ("word", "verb_like" if self.ends(form, "verb_ending") else "lower")
            if self.ends(form, "adjective_ending"):
                yield "adjective_like"
        elif form in self._bound:
            yield from ("word", "bound")
        elif len(surface) == 1:
            yield from ("word", "capital", "initial")
        elif start and form in self._common and not surface.isupper():
            yield from ("word", "common", "start")
        else:
            yield from ("word", "capital", *(("start",) if start else ()))
            yield "upper" if surface.isupper() or _CODED.search(surface) else self._kind(form)

    def _kind(self, form: str) -> str:
        return "common" if form in self._common else "proper"


def _with_later_capitals(pack: LanguagePack) -> Iterable[str]:
    """The folded names of several words that have a capital behind the first word in every listed form."""
    forms: dict[str, bool] = {}
    for table in _NAME_TABLES:
        for word in pack.table(table):
            _, _, rest = word.form.partition(" ")
            if rest:
                key = fold(word.form)
                forms[key] = forms.get(key, True) and rest != rest.lower()
    return (form for form, capital in forms.items() if capital)


def table_forms(pack: LanguagePack, label: str) -> frozenset[str]:
    """The folded forms of one label of the table of name words."""
    return frozenset(fold(word.form) for word in pack.table("name_words") if word.label == label)
