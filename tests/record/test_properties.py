"""Whatever is added comes back equal, through the file, and verifies."""

import dataclasses
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Content, Figure, Funding, Membership, Speaker, Statement
from mithaq.model.extraction import Extraction
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.model.values import CountryValue, DateValue, FigureValue, MoneyValue, PersonValue, Value
from mithaq.record import Record

from .examples import LATER, READ_AT

ALPHABET = st.one_of(
    st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئ ًٌ٠١٢ـ«»،؟\u200f"), st.characters(exclude_categories=["Cs"])
)
WORDS = st.text(ALPHABET, max_size=12)
MAYBE = st.none() | WORDS
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.builds(DateValue, MAYBE, st.just("DATE"), st.sampled_from(["explicit", "relative"]), MAYBE),
    st.builds(MoneyValue, NUMBERS, MAYBE),
    st.builds(FigureValue, NUMBERS, MAYBE, st.just("about"), st.booleans()),
    st.builds(PersonValue, WORDS, MAYBE, MAYBE),
    st.builds(CountryValue, WORDS, st.booleans()),
)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(st.text(ALPHABET, min_size=1, max_size=60))
    file, title, published = draw(WORDS), draw(MAYBE), draw(st.sampled_from([None, "2022-05", "2014~"]))
    basis = "date_line" if published else None
    article = Article(
        f"at/{file}", file, draw(MAYBE), "ar", published, basis, title, text, tuple(draw(st.lists(WORDS)))
    )
    ends = st.integers(0, len(text))
    spans = st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))
    filled = spans.filter(len)
    contents: st.SearchStrategy[Content] = st.one_of(
        st.builds(Funding, MAYBE, MAYBE, NUMBERS, MAYBE, st.just("exact"), st.just("pledge"), MAYBE, MAYBE),
        st.builds(Figure, NUMBERS, st.just("exact"), MAYBE, MAYBE),
        st.builds(Membership, MAYBE, WORDS, st.just("joined"), st.none() | st.integers(0, 300)),
        st.builds(
            Statement,
            st.builds(Speaker, WORDS, st.just("person"), WORDS),
            MAYBE,
            MAYBE,
            st.just("say"),
            st.just("direct"),
            st.none() | filled,
            st.lists(WORDS).map(tuple),
        ),
    )
    slots = st.dictionaries(WORDS, filled).map(lambda found: tuple(sorted(found.items())))
    annotations = [Annotation(span, span.of(text), draw(VALUES)) for span in draw(st.lists(spans, max_size=4))]
    claims = [
        Claim(article.id, span, span.of(text), draw(contents), draw(slots), draw(MAYBE), draw(WORDS))
        for span in draw(st.lists(spans, max_size=3))
    ]
    rejections = [
        Rejection(article.id, "figure", "ordinal", span, span.of(text)) for span in draw(st.lists(spans, max_size=2))
    ]
    skipped = tuple(draw(st.lists(spans, max_size=2)))
    return Extraction(article, tuple(annotations), tuple(claims), tuple(rejections), skipped)


@given(extractions())
@settings(max_examples=80, deadline=None)
def test_what_is_added_comes_back_equal(read: Extraction) -> None:
    with Record.in_memory() as record:
        assert record.add(read, READ_AT) == "new"
        assert record.extraction(read.article.id) == read
        assert list(record.extractions()) == [read]
        assert [claim.id for claim in record.extraction(read.article.id).claims] == [claim.id for claim in read.claims]
        assert record.verify() == ()
        assert record.add(read, LATER) == "unchanged"


@given(st.lists(extractions(), max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_arrival_does_not_show(reads: list[Extraction], order: Random) -> None:
    numbered = [
        dataclasses.replace(bare, claims=(), rejections=())
        for bare in (
            dataclasses.replace(read, article=dataclasses.replace(read.article, source=str(number), file=str(number)))
            for number, read in enumerate(reads)
        )
    ]
    shuffled = list(numbered)
    order.shuffle(shuffled)
    with Record.in_memory() as one, Record.in_memory() as other:
        one.add_many(numbered, READ_AT)
        other.add_many(shuffled, READ_AT)
        assert list(one.extractions()) == list(other.extractions())
        assert one.annotations() == other.annotations()
