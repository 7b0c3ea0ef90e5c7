"""The sentences of reconciling: three tables that fit, and every sentence recognised as what made it."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import mithaq.reconcile
from mithaq.cli import SAMPLES
from mithaq.languages import available_languages
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.values import Qualifier
from mithaq.pipeline import read_article
from mithaq.reconcile import reconcile
from mithaq.reconcile.amounts import read_amount, write_amount
from mithaq.reconcile.explanations import Template, explain, load_templates, recognise
from mithaq.reconcile.explanations.recognising import FREE_KINDS, KINDS
from mithaq.reconcile.explanations.templates import ONLY_FORM, SHOWN_FORM, parse_template
from mithaq.reconcile.intervals import Amount
from mithaq.reconcile.people import merge_people
from mithaq.sources import ReadOptions, find_files, read_file

from .explained import SENTENCES
from .test_order import ARTICLES

LANGUAGES = ("en", "fr", "ar")
FOLDER = Path(mithaq.reconcile.__file__).parent
GOLDEN = Path(__file__).parents[1] / "golden" / "articles"
BY_KEY = {key: (values, english) for key, values, english, *_ in SENTENCES}
HOSTILE = (
    "{0} {first} {{day:date}} {", "a.*(b)+[c]\\d$^|?", '<script>alert("x")</script> & <b>', "ضربة · سوريا", "two\nlines",
    "\u202eturned", "100% of %s", "\\1 \\g<first>", "ends in a blank ", "…).", "'",
)  # fmt: skip


def english(key: str) -> Template:
    return load_templates("en")[key][ONLY_FORM]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_sentences_with_the_same_slots(language: str) -> None:
    assert load_templates(language).keys() == load_templates("en").keys()
    for key, forms in load_templates(language).items():
        slots = {slot.name: slot.kind for slot in english(key).slots}
        counts = {name for name, kind in slots.items() if kind == "count"}
        assert ONLY_FORM in forms, key
        for category, template in forms.items():
            names = [slot.name for slot in template.slots]
            assert len(names) == len(set(names)), key
            # One and two may be said in words.
            spared = counts if category in ("one", "two") else set()
            assert slots.keys() - spared <= set(names) <= slots.keys(), f"{key}, {category}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_stand_only_where_something_is_counted(language: str) -> None:
    for key, forms in load_templates(language).items():
        if not any(slot.kind == "count" for slot in english(key).slots):
            assert forms.keys() <= {ONLY_FORM, SHOWN_FORM}, key
        elif language == "ar":
            assert forms.keys() == {"one", "two", "few", "many", "other"}, key


def test_the_english_slots_are_of_known_kinds_with_words_between_them() -> None:
    for key in load_templates("en"):
        parts = english(key).parts
        assert {slot.kind for slot in english(key).slots} <= KINDS, key
        assert all(isinstance(one, str) or isinstance(other, str) for one, other in pairwise(parts))


def test_the_arabic_is_arabic_and_plain() -> None:
    for key, forms in load_templates("ar").items():
        words = "".join(word for template in forms.values() for word in template.words)
        assert not re.search("[A-Za-z\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]", words), key
        assert unicodedata.is_normalized("NFC", words), key


def test_every_template_has_its_sentence_here() -> None:
    assert [key for key, *_ in SENTENCES] == list(load_templates("en"))


@pytest.mark.parametrize(("key", "values", "sentence"), [one[:3] for one in SENTENCES])
def test_a_sentence_is_made_and_recognised(key: str, values: dict[str, str], sentence: str) -> None:
    assert explain(key, **values) == sentence
    found = recognise(sentence)
    assert found is not None
    assert (found.key, {slot.name: value for slot, value in found.values}) == (key, values)


def free_slots() -> list[tuple[str, str]]:
    """Keys, and slots that hold any words but those of a sentence."""
    return [
        (key, slot.name)
        for key in BY_KEY
        for slot in english(key).slots
        if slot.kind in FREE_KINDS and slot.kind != "sentence"
    ]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(("key", "name"), free_slots())
def test_any_words_come_back_out_of_a_sentence(key: str, name: str, value: str) -> None:
    values = {**BY_KEY[key][0], name: value}
    found = recognise(explain(key, **values))
    assert found is not None
    assert (found.key, {slot.name: told for slot, told in found.values}) == (key, values)


@pytest.mark.parametrize("value", [", ", "x, 2022-05-11", "A and B", "killed in both and 3 words", "x: the same words"])
@pytest.mark.parametrize(("key", "name"), free_slots())
def test_words_like_those_of_the_sentence_lose_nothing(key: str, name: str, value: str) -> None:
    """Where the words end may be doubtful then; what is said is still what was written."""
    sentence = explain(key, **{**BY_KEY[key][0], name: value})
    found = recognise(sentence)
    assert found is None or explain(found.key, **{slot.name: told for slot, told in found.values}) == sentence


@given(some.text(min_size=1), some.text(min_size=1))
def test_whatever_it_is_about(value: str, about: str) -> None:
    found = recognise(explain("link.gives", value="84", about=about))
    assert found is not None and [told for _, told in found.values] == ["84", about]
    found = recognise(explain("link.tells", about=value))
    assert found is not None and found.key == "link.tells"


@given(some.text())
def test_any_text_is_a_sentence_or_none(text: str) -> None:
    found = recognise(text)
    assert found is None or explain(found.key, **{slot.name: value for slot, value in found.values}) == text


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "Ministers met.", "It was held", "It was held in .", "It was held.\n", "x It was held.",
        "84 and cannot both hold for the same thing.", "many and 84 cannot both hold for the same thing.",
        "Its term (soon) runs beyond 2022-06-29, the day of judging.", "A and B: they are friends",
        "A and B: C and D: the same words", "83 and 84 were told many days apart: the number may have changed.",
    ],
)  # fmt: skip
def test_what_nobody_wrote_is_not_recognised(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize(
    "text",
    [
        " and " * 20_000, "It gives " + " for " * 20_000, "It was held in " + ", 2022" * 20_000 + "x",
        "a" * 100_000 + " and " + "b" * 100_000 + ": ", "A and B: " * 20_000, "1" * 100_000 + " and 1 cannot both hold",
        "It was held in " + ", as promised (2022" * 20_000,
    ],
)  # fmt: skip
def test_long_sentences_end(text: str) -> None:
    """With a pattern that goes back over what it has read, these would not end while anybody waits."""
    assert recognise(text) is None or text.startswith("It gives")


def read(folder: Path) -> list[Extraction]:
    options = ReadOptions(available_languages())
    return [read_article(read_file(path, options)) for path in find_files([folder])]


def sentences_of(articles: list[Extraction]) -> Iterator[str]:
    """Every sentence that says why."""
    found: Reconciliation = reconcile(articles)
    yield from (told.explanation for told in found.disagreements)
    yield from (followed.reason for followed in found.follow_ups)
    for fact in found.facts:
        yield from (link.reason for link in fact.links)
        yield from (why for link in fact.links for why in dict(link.features).get("words", "").split("; ") if why)
        if fact.kind == "change":
            yield str(dict(fact.slots)["reason"])
    yield from (why for person in merge_people(articles) for why in person.reasons)


@pytest.mark.parametrize("folder", [SAMPLES, GOLDEN, None], ids=["samples", "golden", "made"])
def test_every_sentence_of_our_own_articles_is_recognised(folder: Path | None) -> None:
    sentences = list(sentences_of(read(folder) if folder else ARTICLES))
    assert len(set(sentences)) > 5
    assert [sentence for sentence in sentences if recognise(sentence) is None] == []


# Three words in a row, as sentences have them.
_PROSE = re.compile(r"[a-z']{2,} [a-z']{2,} [a-z']{2,}")
# Keys, never shown.
_NO_SENTENCES = ("body and city ", "body and month ")


def prose(source: str) -> Iterator[str]:
    """Sentences in a module that are neither its documentation nor the message of an error."""
    tree = ast.parse(source)
    spared: set[int] = set()
    for node in ast.walk(tree):
        documented = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if documented or isinstance(node, ast.Raise):
            spared.update(id(part) for part in ast.walk(node))
    for node in ast.walk(tree):
        if id(node) in spared or not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        if _PROSE.search(node.value) and node.value not in _NO_SENTENCES:
            yield node.value


# Its words are all messages of errors, some of them put together from a table.
_ERRORS_ONLY = "corrections.py"


@pytest.mark.parametrize("path", sorted(set(FOLDER.glob("*.py")) - {FOLDER / _ERRORS_ONLY}), ids=lambda path: path.stem)
def test_no_module_writes_a_sentence_itself(path: Path) -> None:
    assert list(prose(path.read_text(encoding="utf-8"))) == []


def test_the_look_for_sentences_finds_them() -> None:
    assert list(prose('why = f"{one} cannot both hold for {other}"')) == [" cannot both hold for "]
    assert list(prose('"""What it is all about."""\nraise ValueError("this is no date")')) == []


# Keys that are put together: of what was told, or of what a report says of a meeting.
_PUT_TOGETHER = re.compile(r"follow_up\.(held(_in)?(_on)?(_as_promised|_late)?|(postponed|cancelled)(_overdue)?)")


def test_every_template_is_asked_for_and_every_one_asked_for_is_there() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    asked = set(re.findall(r'explain\("([a-z_]+\.[a-z_]+)"', sources))
    known = load_templates("en").keys()
    assert asked <= known
    assert [key for key in known - asked if not _PUT_TOGETHER.fullmatch(key)] == []


def test_a_value_that_is_missing_is_told() -> None:
    with pytest.raises(KeyError):
        explain("follow_up.held_in")
    with pytest.raises(KeyError):
        explain("follow_up.never_written")


def test_templates_are_words_and_slots() -> None:
    template = parse_template("{{It}} was {place:name}.")
    assert "".join(template.words) == "{It} was ."
    assert [(slot.name, slot.kind) for slot in template.slots] == [("place", "name")]


@given(
    some.floats(-1e300, 1e300).map(lambda number: float(f"{number:.15g}")),
    some.sampled_from(Qualifier.__args__),
)
def test_an_amount_is_read_as_it_was_written(number: float, qualifier: Qualifier) -> None:
    amount = Amount(number, qualifier)
    assert read_amount(write_amount(amount)) == amount


@pytest.mark.parametrize(
    "text", ["", "many", "more than", "80 states", "more than  80", "1e999", "²", "٨٤", "nan", "inf"]
)
def test_what_is_no_amount(text: str) -> None:
    assert read_amount(text) is None
