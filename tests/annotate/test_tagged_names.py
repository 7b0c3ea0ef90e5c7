"""What a tagger finds is taken where rules and catalogue leave the words open. The tagger here is a list of answers."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from mithaq.annotate import tagged_names
from mithaq.annotate.names import NameReader
from mithaq.annotate.tagger import Sort, TaggedName
from mithaq.languages import load_pack
from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.span import Span
from mithaq.text.prepare import prepare
from mithaq.text.tokens import Token


class ListedTagger:
    """Answers with the given words wherever they stand in the text."""

    def __init__(self, answers: Sequence[tuple[str, Sort, float]]) -> None:
        self._answers = answers

    def tag(self, sentences: Sequence[Sequence[Token]], text: str) -> list[TaggedName]:
        """The answers that the text holds, in order of place."""
        found = []
        for words, sort, confidence in self._answers:
            start = text.find(words)
            if sentences and start >= 0:
                found.append(TaggedName(Span(start, start + len(words)), sort, confidence))
        return sorted(found, key=lambda one: one.span.start)


def read(
    text: str, answers: Sequence[tuple[str, Sort, float]], monkeypatch: pytest.MonkeyPatch, asked: bool = True
) -> list[Annotation]:
    monkeypatch.setattr(tagged_names, "_TAGGERS", {"listed": lambda: ListedTagger(answers)})
    pack = load_pack("ar")
    settings = {key: value for key, value in pack.settings.items() if key != "tagger"}
    pack = replace(pack, settings={**settings, "tagger": "listed"} if asked else settings)
    article = Article("", "", None, "ar", None, None, None, text)
    return NameReader(pack).read(prepare(article, pack))


def tagged(found: Sequence[Annotation]) -> list[tuple[str, str, float]]:
    return [(one.kind, one.text, one.confidence) for one in found if one.found_by == "tagger"]


def test_open_words_become_a_name_that_says_who_found_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read("تحدث زرنوخ كلبوش أمس", [("زرنوخ كلبوش", "person", 0.98)], monkeypatch)
    assert tagged(found) == [("person", "زرنوخ كلبوش", 0.98)]


def test_a_language_that_asks_for_no_tagger_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tagged(read("تحدث زرنوخ كلبوش أمس", [("زرنوخ كلبوش", "person", 0.98)], monkeypatch, asked=False)) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("وصل سمير الزيتوني إلى باريس", ("الزيتوني", "person", 0.99)),
        ("زار مصر أمس", ("مصر أمس", "organisation", 0.99)),
        ("تحدث زرنوخ كلبوش أمس", ("زرنوخ كلبوش", "person", 0.5)),
        ("سافر إلى زرنوخ أمس", ("زرنوخ", "place", 0.99)),
        ("قال بزرنوخ أمس", ("زرنوخ", "person", 0.99)),
        ("هي منظمة كبيرة", ("منظمة كبيرة", "organisation", 0.99)),
    ],
)
def test_what_is_taken_doubtful_or_inside_a_word_stays(
    text: str, answer: tuple[str, Sort, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tagged(read(text, [answer], monkeypatch)) == []


def test_another_spelling_of_a_surname_is_the_same_person(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "قال الوزير سمير كلبوشكين إن الأمر مهم. وأضاف كلبوشكن أن الاجتماع قريب."
    found = read(text, [("كلبوشكن", "person", 0.99)], monkeypatch)
    people = [one for one in found if one.kind == "person"]
    assert [one.text for one in people] == ["سمير كلبوشكين", "كلبوشكن"]
    assert people[0].value == people[1].value
