"""The Arabic tagger: names in plain sentences, proclitics outside, no exception on any input, small and quick to load.

Confidence and the choice of sort are learnt, so only names that any reader would call clear are expected here.
"""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.annotate.tagger import ArabicTagger, TaggedName, arabic_tagger, label_runs
from mithaq.annotate.tagger_features import CatalogueFlags, view_word
from mithaq.annotate.tagger_model import LABELS, WEIGHTS_FILE, TaggerModel
from mithaq.annotate.tagger_words import WORDS_FILE, WordTable, without_article
from mithaq.languages import load_pack
from mithaq.text.tokens import tokenize

MOST_BYTES = 12_000_000
MOST_SECONDS = 0.5


def tag(text: str) -> list[TaggedName]:
    return arabic_tagger().tag([tokenize(text)], text)


@pytest.mark.parametrize(
    ("text", "sort", "name"),
    [
        ("وقال الرئيس الفرنسي جاك شيراك إن المحادثات كانت مفيدة .", "person", "جاك شيراك"),
        ("واجتمع وزير الخارجية مع سيرغي لافروف أمس .", "person", "سيرغي لافروف"),
        ("وصل الوفد إلى القاهرة صباح اليوم .", "place", "القاهرة"),
        ("وأعلنت شركة مايكروسوفت عن أرباحها .", "organisation", "مايكروسوفت"),
        ("وقالت الأمم المتحدة إن الوضع خطير .", "organisation", "الأمم المتحدة"),
    ],
)
def test_clear_names(text: str, sort: str, name: str) -> None:
    assert (name, sort) in [(found.span.of(text), found.sort) for found in tag(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("زار الوزير فرنسا وألمانيا هذا الأسبوع .", "ألمانيا"),
        ("واندلعت اشتباكات ببغداد أمس .", "بغداد"),
        ("وعاد إلى لندن مساء .", "لندن"),
        ("وزار الوفد كندا أمس .", "كندا"),
        ("وشاركت فيه فرنسا وكندا أيضا .", "كندا"),
        ("وقال الرئيس فلاديمير بوتين ذلك .", "فلاديمير بوتين"),
        ("وقال وليد جنبلاط للصحفيين إنه يرفض ذلك .", "وليد جنبلاط"),
        ("وقدم البنك قرضا للمغرب العام الماضي .", "لمغرب"),
    ],
)
def test_proclitics_stay_outside(text: str, name: str) -> None:
    assert name in [found.span.of(text) for found in tag(text)]


def test_plain_prose_holds_no_name() -> None:
    assert tag("ارتفعت أسعار المواد الغذائية في الأسواق خلال الأشهر الأخيرة .") == []


def test_confidence_is_a_likelihood_and_names_come_in_order() -> None:
    text = "التقى جاك شيراك في باريس مع كوفي أنان الأمين العام للأمم المتحدة ."
    names = tag(text)
    assert names
    assert all(0 <= name.confidence <= 1 for name in names)
    assert names == sorted(names, key=lambda name: name.span.start)
    assert all(before.span.end <= after.span.start for before, after in pairwise(names))


def test_sentences_keep_the_offsets_of_the_article() -> None:
    text = "هذا سطر أول .\nوصل جاك شيراك إلى باريس ."
    first, second = tokenize(text, end=13), tokenize(text, start=13)
    assert {name.span.of(text) for name in arabic_tagger().tag([first, second], text)} >= {"جاك شيراك", "باريس"}


LETTERS = st.characters(codec="utf-8")
ARABIC = st.text(alphabet=st.sampled_from('ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءـ ًّ٠١٢،؟."«»()\u200f\n'), max_size=200)


@settings(max_examples=150, deadline=None)
@given(st.one_of(ARABIC, st.text(alphabet=LETTERS, max_size=200)))
def test_any_text_is_read_without_exception(text: str) -> None:
    for name in tag(text):
        assert name.span.end <= len(text)
        assert name.span.of(text).strip() == name.span.of(text) != ""


def test_nothing_and_empty_sentences() -> None:
    assert arabic_tagger().tag([], "") == []
    assert arabic_tagger().tag([[], []], "") == []


def test_a_sentence_of_thousands_of_names() -> None:
    text = "محمد " * 5000
    assert all(name.span.of(text) for name in tag(text))


def test_the_catalogue_can_be_left_out() -> None:
    tagger = ArabicTagger(TaggerModel.load(), WordTable.load(), None)
    text = "وقال الرئيس الفرنسي جاك شيراك إن المحادثات كانت مفيدة ."
    assert "جاك شيراك" in [name.span.of(text) for name in tagger.tag([tokenize(text)], text)]


def test_weights_are_small_and_load_quickly() -> None:
    assert WEIGHTS_FILE.stat().st_size + WORDS_FILE.stat().st_size <= MOST_BYTES
    times = []
    for _ in range(3):
        start = time.process_time()
        TaggerModel.load()
        WordTable.load()
        times.append(time.process_time() - start)
    assert min(times) < MOST_SECONDS


def test_weights_carry_their_licence() -> None:
    notice = WEIGHTS_FILE.with_name("TAGGER-NOTICE.txt").read_text(encoding="utf-8")
    for words in ("CC BY-SA 4.0", "ANERcorp", "wordfreq", "GeoNames", WEIGHTS_FILE.name, WORDS_FILE.name):
        assert words in notice


def test_packed_weights_add_like_plain_ones() -> None:
    one, two = [5, -7, 0, 900, -1, 3, 2], [-6, 7, 1, -901, -4, 0, 8]
    packed = b"".join(
        sum(weight << (32 * lane) for lane, weight in enumerate(row)).to_bytes(28, "little", signed=True)
        for row in (one, two)
    )
    flat = [[0.0] * 7 for _ in range(7)]
    model = TaggerModel(["one", "two"], packed, flat, 0.0)
    assert model.weigh(["one", "two", "unheard of"]) == sum(
        (a + b) << (32 * lane) for lane, (a, b) in enumerate(zip(one, two, strict=True))
    )


def test_decoding_never_goes_inside_without_a_beginning() -> None:
    inside_person = LABELS.index("I-person")
    packed = (4096 << (32 * inside_person)).to_bytes(28, "little", signed=True)
    model = TaggerModel(["inside"], packed, [[0.0] * 7 for _ in range(7)], 0.0)
    weight = model.weigh(["inside"])
    labels, likely = model.decode([weight, weight])
    assert labels == [LABELS.index("B-person"), inside_person]
    assert all(0 < one <= 1 for one in likely)


def test_likelihoods_of_a_single_token_are_those_of_a_softmax() -> None:
    packed = (1024 << (32 * LABELS.index("B-place"))).to_bytes(28, "little", signed=True)
    model = TaggerModel(["town"], packed, [[0.0] * 7 for _ in range(7)], 0.0)
    labels, likely = model.decode([model.weigh(["town"])])
    # e to the one against three other labels that may begin a sentence.
    assert labels == [LABELS.index("B-place")]
    assert likely == [pytest.approx(2.718281828 / (2.718281828 + 3))]


def test_label_runs() -> None:
    labels = [
        LABELS.index(name) for name in ("B-person", "I-person", "B-person", "O", "B-organisation", "I-organisation")
    ]
    assert label_runs(labels) == [(0, 1, "person"), (2, 2, "person"), (4, 5, "organisation")]


@pytest.mark.parametrize(
    ("form", "bare"), [("الوزير", "وزير"), ("وبالمدينه", "مدينه"), ("للامم", "امم"), ("بغداد", "بغداد"), ("ال", "ال")]
)
def test_without_article(form: str, bare: str) -> None:
    assert without_article(form) == bare


def test_catalogue_flags_mark_first_and_later_words_of_a_phrase() -> None:
    text = "وزير الخارجية في القاهرة"
    flags = CatalogueFlags(load_pack("ar")).flags(text, tokenize(text))
    assert flags[0].startswith("<") and "R" in flags[0]
    assert flags[1].startswith(">")
    assert flags[3].strip("<>") == flags[3] != ""


def test_the_word_table_knows_names() -> None:
    words = WordTable.load()
    assert words.facts("محمد").given == 4
    assert words.facts("لا وجود لها").frequency == 9
    assert words.meaning("وباريس").cluster == -1 or words.meaning("وباريس").cluster >= 0
    assert len(view_word("محمد", "word", words).features) == 5
