"""Article in, prepared text out: tokens, sentences, and the lines that are not the article."""

from dataclasses import dataclass

from mithaq.languages import LanguagePack
from mithaq.model.article import Article
from mithaq.model.span import Span
from mithaq.text.boilerplate import find_boilerplate
from mithaq.text.lattice import BREAK, Unit
from mithaq.text.lexicon import Lexicon
from mithaq.text.sentences import split_sentences
from mithaq.text.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class PreparedText:
    """``sentences`` leave out the ``skipped`` lines; ``tokens`` run parallel to them, one tuple a sentence."""

    article: Article
    pack: LanguagePack
    sentences: tuple[Span, ...]
    tokens: tuple[tuple[Token, ...], ...]
    skipped: tuple[Span, ...]

    def lattice(self, lexicon: Lexicon) -> list[Unit]:
        """All sentences as one row of units with a ``break`` after each; a break at a line end is wide of the text."""
        units: list[Unit] = []
        text = self.article.text
        for sentence, tokens in zip(self.sentences, self.tokens, strict=True):
            units.extend(lexicon.units(text, tokens))
            units.append(Unit(sentence.end, sentence.end, BREAK))
        return units


def prepare(article: Article, pack: LanguagePack) -> PreparedText:
    """Prepare an article with its language's pack."""
    text = article.text
    skipped = find_boilerplate(text, article.title, pack)
    abbreviations = frozenset(pack.settings.get("abbreviations", ()))
    plain_groups = bool(pack.settings.get("numbers", {}).get("space_groups", False))
    sentences = []
    position = 0
    for place in (*skipped, Span(len(text), len(text))):
        for sentence in split_sentences(text[position : place.start], abbreviations):
            sentences.append(Span(sentence.start + position, sentence.end + position))
        position = max(position, place.end)
    tokens = tuple(
        tuple(tokenize(text, plain_space_groups=plain_groups, start=sentence.start, end=sentence.end))
        for sentence in sentences
    )
    return PreparedText(article, pack, tuple(sentences), tokens, skipped)
