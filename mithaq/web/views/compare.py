"""Two articles side by side: the passages they share, word by word."""

from difflib import SequenceMatcher

from mithaq.publish.words import words_in
from mithaq.record.search_words import SearchWord, search_words
from mithaq.web.desk import Desk, NotFound
from mithaq.web.views.citing import head_of
from mithaq.web.views.shapes import CompareView, Passage

# So many words in a row in both texts are a shared passage; fewer two people may write alike.
_WORDS = 4
_MOST_WORDS = 20_000


def compare(desk: Desk, first_id: str, second_id: str) -> CompareView:
    """The two articles. Raises NotFound where one is not held."""
    found = [desk.glance.article(article) for article in (first_id, second_id)]
    if found[0] is None or found[1] is None:
        missing = first_id if found[0] is None else second_id
        raise NotFound(f"there is no article {missing[:40]}; the list of articles has those there are")
    (first, one), (second, other) = found[0], found[1]
    words, others = search_words(one.text)[:_MOST_WORDS], search_words(other.text)[:_MOST_WORDS]
    passages, covered = _passages(words, others)
    shorter = min(len(words), len(others))
    return CompareView(
        head_of(first), head_of(second), one.text, other.text, words_in(first.language).direction,
        words_in(second.language).direction, passages, round(covered / shorter, 3) if shorter else 0.0,
    )  # fmt: skip


def _passages(words: list[SearchWord], others: list[SearchWord]) -> tuple[tuple[Passage, ...], int]:
    """The passages in the order of the first text, and how many words they cover."""
    first, second = _grams(words), _grams(others)
    found, covered = [], 0
    for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks():
        if block.size:
            last = block.size + _WORDS - 2
            covered += last + 1
            found.append(
                Passage(
                    words[block.a].start, words[block.a + last].end, others[block.b].start, others[block.b + last].end
                )
            )
    return tuple(found), min(covered, len(words), len(others))


def _grams(words: list[SearchWord]) -> list[str]:
    forms = [word.form for word in words]
    return [" ".join(forms[number : number + _WORDS]) for number in range(len(forms) - _WORDS + 1)]
