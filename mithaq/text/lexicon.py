"""Finds the words and phrases of a language pack in tokens, longest first; knows clitics, so that word lists need not.

Not for grammar: what is found becomes labelled units, which rules read.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mithaq.languages import LanguagePack, Word
from mithaq.text.fold import folded_prefix_length
from mithaq.text.lattice import Unit
from mithaq.text.tokens import Token, tokenize

_WORD_LABELS = frozenset({"word"})
_CAPITAL_LABELS = frozenset({"word", "capital"})
_NUMBER_LABELS = frozenset({"digits"})
_MARK_LABELS = frozenset({"mark"})
_SHORTEST_STEM = 3
_SHORTEST_PARTICLE = 2
_LONGEST_ARTICLE = 3


class _Entry:
    """A phrase as the lexicon keeps it: the later words, how it must be written, and what it is worth."""

    __slots__ = ("bare", "label", "named_by_last", "rest", "value", "writing")

    def __init__(self, rest: tuple[str, ...], writing: str, word: Word, *, named_by_last: bool) -> None:
        self.rest, self.writing, self.named_by_last = rest, writing, named_by_last
        self.label, self.value, self.bare = word.label, word.value, word.bare


class Lexicon:
    """The tables of one pack that a reader needs, ready to be found in text.

    A form that begins with a capital needs one in the text; one in capitals needs capitals. In a language with an
    article prefix (Arabic ال), the article of later words of a phrase is not compared, and a form without it is also
    found with it. Proclitics become units of their own, labelled ``clitic_<name>``.
    """

    def __init__(self, pack: LanguagePack, tables: Iterable[str]) -> None:
        settings = pack.settings.get("clitics", {})
        self._article: str = settings.get("article", "")
        self._conjunctions: Mapping[str, str] = settings.get("conjunctions", {})
        self._prepositions: Mapping[str, str] = settings.get("prepositions", {})
        self._plain_space_groups = bool(pack.settings.get("numbers", {}).get("space_groups", False))
        self._entries: dict[str, list[_Entry]] = {}
        self._analyses: dict[str, tuple[tuple[str, str], ...]] = {}
        wanted = set(tables)
        for word in pack.words:
            if word.table in wanted:
                self._add(word)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.rest))

    def _add(self, word: Word) -> None:
        tokens = tokenize(word.form, plain_space_groups=self._plain_space_groups)
        if not tokens:
            return
        first_surface = word.form[tokens[0].start : tokens[0].end]
        rest = tuple(self._without_article(token.form) for token in tokens[1:])
        # "La Réunion" is not "La réunion" at the head of a sentence: after a word as short as an article the next one tells.
        last = len(tokens) == 2 and len(first_surface) <= _LONGEST_ARTICLE and first_surface[:1].isupper()
        named_by_last = last and word.form[tokens[1].start].isupper()
        entry = _Entry(rest, _writing(first_surface), word, named_by_last=named_by_last)
        self._entries.setdefault(tokens[0].form, []).append(entry)

    def label_sets(self) -> set[frozenset[str]]:
        """The label sets that single entries give, for grammars that want to know them beforehand."""
        found = {_WORD_LABELS, _CAPITAL_LABELS, _NUMBER_LABELS, _MARK_LABELS}
        for entries in self._entries.values():
            grouped: dict[tuple[str, ...], set[str]] = {}
            for entry in entries:
                grouped.setdefault(entry.rest, set()).add(entry.label)
            for labels in grouped.values():
                found.add(frozenset(labels))
                found.add(frozenset(labels | {"capital"}))
        return found

    def _without_article(self, form: str) -> str:
        article = self._article
        return form[len(article) :] if article and form.startswith(article) and len(form) > len(article) + 1 else form

    def _analyse(self, form: str) -> tuple[tuple[str, str], ...]:
        """Ways to part ``form`` into proclitics and a stem that begins an entry, least stripped first."""
        known = self._analyses.get(form)
        if known is None:
            known = tuple(pair for pair in self._split(form) if pair[1] in self._entries)
            self._analyses[form] = known
        return known

    def _split(self, form: str) -> Iterable[tuple[str, str]]:
        yield "", form
        if not self._article:
            return
        for conjunction in ("", *self._conjunctions):
            if not form.startswith(conjunction):
                continue
            after = form[len(conjunction) :]
            for preposition in ("", *self._prepositions):
                if not after.startswith(preposition):
                    continue
                stem, prefix = after[len(preposition) :], conjunction + preposition
                # Particles are short ("ولم", "وفي"), but only a conjunction is written onto them.
                if prefix and len(stem) >= (_SHORTEST_STEM if preposition else _SHORTEST_PARTICLE):
                    yield prefix, stem
                if preposition == "ل" and stem.startswith("ل") and len(stem) > _SHORTEST_STEM:
                    yield prefix, self._article + stem[1:]
                    yield prefix, stem[1:]
                bare = self._without_article(stem)
                if bare != stem:
                    yield prefix, bare

    def units(self, text: str, tokens: Sequence[Token]) -> list[Unit]:
        """The tokens as units: phrases of the lexicon joined, proclitics parted, the rest as ``word`` or ``mark``."""
        units: list[Unit] = []
        index = 0
        while index < len(tokens):
            found = self._longest(text, tokens, index)
            if found is None:
                units.append(_plain_unit(text, tokens[index]))
                index += 1
                continue
            prefix, length, labels, values = found
            token = tokens[index]
            start = token.start
            if prefix:
                start += folded_prefix_length(text[token.start : token.end], len(prefix))
                units.extend(self._clitic_units(token.start, start, prefix))
            end = tokens[index + length - 1].end
            if text[start].isupper():
                labels = labels | {"capital"}
            units.append(Unit(start, end, labels, values))
            index += length
        return units

    def prefix_units(self, text: str, start: int, end: int) -> list[Unit]:
        """The proclitics written between two offsets of one word, as units (the article gives none)."""
        prefix = "".join(
            letter for letter in text[start:end] if letter in self._conjunctions or letter in self._prepositions
        )
        swallowed = self._article[-1:] * 2
        if swallowed and prefix.endswith(swallowed):
            # "To the" keeps one letter of the article, which is no proclitic (لل).
            prefix = prefix[:-1]
        return list(self._clitic_units(start, end, prefix))

    def _clitic_units(self, start: int, end: int, prefix: str) -> Iterable[Unit]:
        for letter in prefix:
            name = self._conjunctions.get(letter) or self._prepositions.get(letter, letter)
            yield Unit(start, end, frozenset({f"clitic_{name}", name}))
            start = end

    def _longest(
        self, text: str, tokens: Sequence[Token], index: int
    ) -> tuple[str, int, frozenset[str], dict[str, Any]] | None:
        token = tokens[index]
        best_length, best_prefix, best_stem = 0, "", ""
        values: dict[str, Any] = {}
        following = tokens[index + 1].form if index + 1 < len(tokens) else ""
        bare = self._without_article(following)
        for prefix, stem in self._analyse(token.form):
            for entry in self._entries[stem]:
                length = len(entry.rest) + 1
                if length < best_length or (length == best_length and stem != best_stem):
                    break
                if entry.rest and (
                    entry.rest[0] not in (following, bare) or not self._follows(tokens, index, entry.rest)
                ):
                    continue
                if entry.writing and not _written(text[token.start : token.end], entry.writing):
                    continue
                if entry.named_by_last and not text[tokens[index + 1].start].isupper():
                    continue
                if length > best_length:
                    best_length, best_prefix, best_stem, values = length, prefix, stem, {}
                values.setdefault(entry.label, entry.value)
        if not best_length:
            return None
        return best_prefix, best_length, frozenset(values), values

    def _is_bare(self, form: str, prefix: str, stem: str) -> bool:
        """Are conjunctions all that is written onto the stem?"""
        return prefix + stem == form and all(letter in self._conjunctions for letter in prefix)

    def _follows(self, tokens: Sequence[Token], index: int, rest: tuple[str, ...]) -> bool:
        if index + len(rest) >= len(tokens):
            return False
        for offset, form in enumerate(rest, 1):
            token_form = tokens[index + offset].form
            if token_form != form and self._without_article(token_form) != form:
                return False
        return True


def _writing(surface: str) -> str:
    if len(surface) > 1 and surface.isupper():
        return "capitals"
    return "capital" if surface[:1].isupper() else ""


def _written(surface: str, writing: str) -> bool:
    return surface.isupper() if writing == "capitals" else surface[:1].isupper()


def _plain_unit(text: str, token: Token) -> Unit:
    if token.kind == "word":
        return Unit(token.start, token.end, _CAPITAL_LABELS if text[token.start].isupper() else _WORD_LABELS)
    return Unit(token.start, token.end, _NUMBER_LABELS if token.kind == "number" else _MARK_LABELS)
