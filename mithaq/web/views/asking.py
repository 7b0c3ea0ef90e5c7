"""What a search asks for: words in all their forms, words exactly as written, names in short. Not for finding them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mithaq.errors import UsageError
from mithaq.model.span import Span
from mithaq.record.search import Phrase
from mithaq.record.search_words import (
    SearchWord,
    contractions,
    search_variants,
    search_words,
    stop_words,
    written_on_front,
)
from mithaq.text.fold import fold
from mithaq.web.desk import Desk
from mithaq.web.meaning import Part, phrase_of, spelled_out, understand

LONGEST_QUERY = 400
_QUOTED = re.compile(r"[\"“”«»„]([^\"“”«»„]+)[\"“”«»„]")
# A number with its separator, a word with its contraction: parted they would be found anywhere.
_JOINED = re.compile(r"\d+(?:[.,٫٬]\d+)+|[^\W\d_]+['’][^\W\d_]+")
_CAPITALS = re.compile(r"\b[A-Z]{2,3}\b")


@dataclass(frozen=True, slots=True)
class Exact:
    """Words that must stand together as they are ``written`` (folded); ``forms`` are those under which they are kept.

    ``joined``: with one sign between them that is no blank.
    """

    forms: Phrase
    written: tuple[str, ...]
    joined: bool = False

    @property
    def kept(self) -> tuple[Phrase, ...]:
        """The phrases under which the first word may be kept."""
        return tuple((form, *self.forms[1:]) for form in search_variants(self.forms[0]))

    def places(self, text: str, words: Sequence[SearchWord]) -> list[Span]:
        """Where the words stand in a text with these words."""
        kept, length = {phrase[0] for phrase in self.kept}, len(self.forms)
        found = []
        for number, word in enumerate(words):
            run = words[number : number + length]
            if word.form in kept and len(run) == length and self._fits(text, run):
                found.append(Span(word.start, run[-1].end))
        return found

    def _fits(self, text: str, run: Sequence[SearchWord]) -> bool:
        told = [_written(text[word.start : word.end]) for word in run]
        if told[1:] != list(self.written[1:]) or not _is_same(told[0], self.written[0]):
            return False
        gaps = (text[one.end : other.start] for one, other in pairwise(run))
        return not self.joined or all(len(gap) == 1 and not gap.isspace() for gap in gaps)


@dataclass(frozen=True, slots=True)
class Asked:
    """What must come: ``exact`` words, ``words`` each in the forms under which it may be kept, ``short`` names.

    ``parts`` are the words and short names with what they stand for.
    """

    exact: tuple[Exact, ...]
    words: tuple[tuple[str, ...], ...]
    short: tuple[tuple[str, Part], ...]
    parts: tuple[Part, ...]

    @property
    def is_empty(self) -> bool:
        """Was nothing asked for by words?"""
        return not (self.exact or self.words or self.short or self.parts)


def ask(desk: Desk, query: str) -> Asked:
    """Take a query apart. Raises UsageError for one that is too long."""
    if len(query) > LONGEST_QUERY:
        raise UsageError(f"the search is longer than {LONGEST_QUERY} characters; ask for fewer words")
    exact = [found for quoted in _QUOTED.findall(query) if (found := _exact(quoted))]
    rest = _QUOTED.sub(" ", query)
    for joined in _JOINED.findall(rest):
        if joined[0].isdigit() or fold(joined).rpartition("'")[2] in contractions():
            exact.extend(filter(None, [_exact(joined, joined=True)]))
            rest = rest.replace(joined, " ")
    short = _short_names(desk, rest)
    for name, _ in short:
        rest = re.sub(rf"\b{name}\b", " ", rest)
    forms = phrase_of(rest)
    words = tuple(form for form in forms if form not in stop_words())
    if not (words or exact or short):
        exact.extend(Exact((word.form,), (_written(rest[word.start : word.end]),)) for word in search_words(rest))
    parts = (*(part for _, part in short), *understand(desk, forms))
    return Asked(tuple(exact), tuple(map(search_variants, words)), tuple(short), parts)


def _exact(quoted: str, *, joined: bool = False) -> Exact | None:
    words = search_words(quoted)
    written = tuple(_written(quoted[word.start : word.end]) for word in words)
    return Exact(tuple(word.form for word in words), written, joined) if words else None


def _written(word: str) -> str:
    """One spelling of a word that keeps its ending; digits of all scripts are the same."""
    return phrase_of(word)[0] if word[0].isdigit() else fold(word)


def _is_same(told: str, wanted: str) -> bool:
    """Is it the word, alone or with what Arabic writes onto its front?"""
    front = told.removesuffix(wanted)
    if told == wanted or (told.endswith(wanted) and front in written_on_front()):
        return True
    bare = wanted.removeprefix("ال")
    return bare != wanted and told.endswith(bare) and told.removesuffix(bare) in ("لل", "ولل", "فلل")


def _short_names(desk: Desk, query: str) -> list[tuple[str, Part]]:
    """Short names in capitals that small letters would make another word of: UN, US. Not where all is in capitals."""
    if query.isupper() and len(query.split()) > 1:
        return []
    named = ((name, spelled_out(desk, name)) for name in dict.fromkeys(_CAPITALS.findall(query)))
    return [(name, part) for name, part in named if part is not None]
