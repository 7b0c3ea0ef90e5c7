"""The contract, first part: what is added comes back, once, and older versions are kept."""

import dataclasses

import pytest

from mithaq.errors import RecordError, UsageError
from mithaq.model.annotation import ANNOTATION_KINDS, Annotation
from mithaq.model.claim import CLAIM_KINDS
from mithaq.model.rejection import Refusal
from mithaq.record import Record

from .examples import LATER, MARRAKECH, READ_AT, bare, make_article, read_marrakech, read_rome


def test_an_article_comes_back_with_all_that_was_read_from_it(record: Record) -> None:
    read = read_marrakech()
    assert record.add(read, READ_AT) == "new"
    assert record.extraction(read.article.id) == read
    assert record.articles() == (read.article,)
    assert [annotation.text for annotation in record.annotations("money")] == ["700 مليون دولار"]
    assert record.claims("commitment")[0].within == record.claims("statement")[0].id


def test_an_empty_record_answers_with_nothing(record: Record) -> None:
    assert record.articles() == ()
    assert record.claims() == ()
    assert record.annotations() == ()
    assert record.rejections() == ()
    assert record.refusals() == ()
    assert record.versions("articles/marrakech.txt") == ()
    assert list(record.extractions()) == []
    assert record.verify() == ()


def test_the_same_article_twice_is_unchanged(record: Record) -> None:
    assert record.add(read_marrakech(), READ_AT) == "new"
    assert record.add(read_marrakech(), LATER) == "unchanged"
    assert len(record.articles()) == 1
    assert len(record.claims()) == 4


@pytest.mark.parametrize(
    "part", [{"annotations": ()}, {"claims": ()}, {"rejections": ()}, {"skipped": ()}, {"article": "notes"}]
)
def test_the_same_text_read_otherwise_replaces_what_was_read(record: Record, part: dict[str, object]) -> None:
    before = read_marrakech()
    if "article" in part:
        part = {"article": dataclasses.replace(before.article, notes=("decoded from windows-1256",))}
    after = dataclasses.replace(before, **part)  # type: ignore[arg-type]
    record.add(before, READ_AT)
    assert record.add(after, LATER) == "changed"
    assert record.extraction(before.article.id) == after
    assert record.versions(before.article.source) == (after.article,)
    assert record.add(after, LATER) == "unchanged"


def test_another_text_from_one_source_is_a_new_version_and_the_old_is_kept(record: Record) -> None:
    old = read_marrakech()
    new = bare(make_article(text="صُحح الخبر: لم يُعلن أي دعم."))
    record.add(old, READ_AT)
    assert record.add(new, LATER) == "changed"
    assert record.versions(old.article.source) == (old.article, new.article)
    assert record.articles() == (new.article,)
    assert record.claims() == ()
    assert record.extraction(old.article.id) == old
    assert not record.holds(old.article.id)
    assert record.holds(new.article.id)


def test_an_old_text_that_comes_back_is_current_again(record: Record) -> None:
    old = read_marrakech()
    new = bare(make_article(text="صُحح الخبر."))
    for read in (old, new):
        record.add(read, READ_AT)
    assert record.add(old, LATER) == "changed"
    assert record.articles() == (old.article,)
    assert record.claims() == old.claims
    assert record.versions(old.article.source) == (old.article, new.article)


def test_one_article_under_two_sources_is_held_once(record: Record) -> None:
    here, there = (
        read_marrakech(make_article(source=source)) for source in ("here/marrakech.txt", "there/marrakech.txt")
    )
    assert record.add(here, READ_AT) == "new"
    assert record.add(there, READ_AT) == "unchanged"
    assert record.articles() == (here.article,)


def test_a_source_that_turns_into_a_copy_of_another_is_no_longer_told_twice(record: Record) -> None:
    here = read_marrakech(make_article(source="here/marrakech.txt"))
    there_before = bare(make_article(source="there/marrakech.txt", text="خبر آخر"))
    there_after = read_marrakech(make_article(source="there/marrakech.txt"))
    record.add(here, READ_AT)
    record.add(there_before, READ_AT)
    assert record.add(there_after, LATER) == "changed"
    assert record.articles() == (here.article,)
    assert record.versions("there/marrakech.txt") == (there_before.article,)
    assert record.add(there_before, LATER) == "changed"
    assert set(record.articles()) == {here.article, there_before.article}


def test_a_current_version_goes_before_an_old_one_of_another_source(record: Record) -> None:
    old = read_marrakech(make_article(source="here/marrakech.txt"))
    current = dataclasses.replace(
        old, article=dataclasses.replace(old.article, source="there/marrakech.txt"), claims=()
    )
    for read in (old, bare(make_article(source="here/marrakech.txt", text="صُحح الخبر."))):
        record.add(read, READ_AT)
    assert record.add(current, READ_AT) == "new"
    assert record.extraction(old.article.id) == current
    assert len(record.articles()) == 2
    assert record.versions("here/marrakech.txt")[0] == old.article


def test_articles_and_what_was_read_are_sorted_by_file_then_place(record: Record) -> None:
    rome, marrakech = read_rome(), read_marrakech()
    arabic = bare(make_article("مراكش.txt"))
    assert record.add_many((rome, arabic, marrakech), READ_AT) == ("new", "new", "new")
    assert [article.file for article in record.articles()] == ["marrakech.txt", "rome.txt", "مراكش.txt"]
    assert list(record.extractions()) == [marrakech, rome, arabic]
    assert record.annotations() == marrakech.annotations + rome.annotations
    assert record.rejections() == marrakech.rejections
    starts = [(claim.article_id != marrakech.article.id, claim.span) for claim in record.claims()]
    assert starts == sorted(starts)
    assert len(starts) == 6


def test_every_kind_can_be_asked_for_alone(record: Record) -> None:
    record.add_many((read_marrakech(), read_rome()), READ_AT)
    for kind in ANNOTATION_KINDS:
        found = record.annotations(kind)
        assert found
        assert {annotation.kind for annotation in found} == {kind}
    for kind in CLAIM_KINDS:
        claims = record.claims(kind)
        assert claims
        assert {claim.kind for claim in claims} == {kind}


def test_a_kind_that_is_none_is_told_with_those_there_are(record: Record) -> None:
    with pytest.raises(UsageError, match="meeting, membership, commitment"):
        record.claims("summit")
    with pytest.raises(UsageError, match="date, money"):
        record.annotations("funding")


def test_an_article_that_is_not_there_is_an_error(record: Record) -> None:
    with pytest.raises(RecordError, match="no article 0123456789abcdef"):
        record.extraction("0123456789abcdef")
    assert not record.holds("0123456789abcdef")


def test_several_are_added_all_or_none(record: Record) -> None:
    good, other = read_marrakech(), read_rome()
    foreign = dataclasses.replace(other, claims=good.claims)
    with pytest.raises(UsageError, match=r"rome\.txt names another article"):
        record.add_many((good, foreign), READ_AT)
    assert record.articles() == ()
    assert record.claims() == ()


def test_more_articles_than_are_read_at_a_time_come_back_in_order(record: Record) -> None:
    files = [f"{number:04}.txt" for number in range(450)]
    reads = [read_marrakech(make_article(file)) for file in files]
    record.add_many(tuple(reversed(reads)), READ_AT)
    assert list(record.extractions()) == reads


def test_the_record_can_be_written_while_its_extractions_are_read(record: Record) -> None:
    record.add_many((read_marrakech(), read_rome()), READ_AT)
    seen = []
    for read in record.extractions():
        record.add(bare(make_article(f"after-{read.article.file}")), LATER)
        seen.append(read.article.file)
    assert seen == ["marrakech.txt", "rome.txt"]
    assert len(record.articles()) == 4


def test_a_refused_source_is_kept_once_until_it_is_read(record: Record) -> None:
    first = Refusal("articles/marrakech.txt", "encoding", "articles/marrakech.txt: its characters cannot be decoded")
    last = Refusal("articles/marrakech.txt", "empty", "articles/marrakech.txt: there is no text in it")
    other = Refusal("articles/صورة.pdf", "unsupported", "articles/صورة.pdf: this kind of file is not read")
    for refusal in (other, first, last):
        record.refuse(refusal, READ_AT)
    assert record.refusals() == (last, other)
    record.add(read_marrakech(), LATER)
    assert record.refusals() == (other,)


def test_a_held_article_that_was_refused_in_between_is_accepted_again(record: Record) -> None:
    refusal = Refusal("articles/marrakech.txt", "empty", "articles/marrakech.txt: there is no text in it")
    for again in (lambda: record.add(read_marrakech(), LATER), lambda: record.accept("articles/marrakech.txt")):
        record.add(read_marrakech(), READ_AT)
        record.refuse(refusal, LATER)
        assert record.refusals() == (refusal,)
        again()
        assert record.refusals() == ()


def test_a_file_name_of_bytes_that_are_no_characters_can_be_refused(record: Record) -> None:
    name = b"articles/\xe3\xd1\xc7\xdf\xd4.txt".decode("utf-8", "surrogateescape")
    record.refuse(Refusal(name, "empty", f"{name}: there is no text in it"), READ_AT)
    assert [refusal.source for refusal in record.refusals()] == [r"articles/\udce3\udcd1\udcc7\udcdf\udcd4.txt"]
    record.accept(name)
    assert record.refusals() == ()


def test_annotations_keep_the_order_they_came_in(record: Record) -> None:
    read = bare(make_article())
    twice = read_marrakech().annotations[0]
    unsure = Annotation(twice.span, twice.text, twice.value, found_by="tagger", confidence=0.25)
    read = dataclasses.replace(read, annotations=(unsure, twice))
    record.add(read, READ_AT)
    assert record.extraction(read.article.id).annotations == (unsure, twice)


def test_claims_asked_for_together_are_in_the_order_of_the_text(record: Record) -> None:
    read = read_marrakech()
    backwards = dataclasses.replace(read, claims=read.claims[::-1], annotations=read.annotations[::-1])
    record.add(backwards, READ_AT)
    assert record.claims() == read.claims
    assert record.annotations() == read.annotations
    assert record.extraction(read.article.id) == backwards


def test_text_is_kept_to_the_last_character(record: Record) -> None:
    text = "\ufeff«ﷺ» e\u0301 \u200fمرحبا\u200e\r\n\t🇲🇦 \x00 \u2028 " + MARRAKECH
    article = make_article(text=text)
    record.add(bare(article), READ_AT)
    (back,) = record.articles()
    assert back.text == text
    assert record.verify() == ()
