"""Sentences of the press: quotation marks, abbreviations, initials, decimals; and tokens that keep their places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.text.prepare import PreparedText, prepare


def prepared(text: str, language: str) -> PreparedText:
    return prepare(Article("a.txt", "a.txt", None, language, None, None, None, text), load_pack(language))


def sentences(text: str, language: str) -> list[str]:
    return [place.of(text) for place in prepared(text, language).sentences]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        # Quotation marks of all kinds close with the sentence they end.
        ("ar", ['قال: "اجتمعنا اليوم."', "ثم غادر الوفد."]),
        ("ar", ["قال الوزير «انتهى الخلاف».", "وأضاف «سنعود»."]),
        ("ar", ["قال “نعم.”", "وصافح الوفد."]),
        ("en", ['"We will meet again."', "He left."]),
        ("en", ["“We agreed!”", "“Not yet.”", "They left."]),
        ("fr", ["Il a dit : « Nous avons fini. »", "Il est parti."]),
        # Question and exclamation marks of both scripts.
        ("ar", ["هل ينجح المؤتمر؟", "لا أحد يعلم!", "سنرى…"]),
        ("en", ["Will it hold?", "Nobody knows!", "We shall see…"]),
        # Titles that are abbreviated.
        ("ar", ["وصل د. أحمد العلي إلى روما.", "ثم سافر."]),
        ("ar", ["التقى أ. د. كريم الصالح الوفد.", "وانتهى اللقاء."]),
        ("en", ["Mr. Smith met Dr. Jones.", "They talked."]),
        ("fr", ["M. Dupont et Mme. Martin ont signé.", "C'est fini."]),
        ("fr", ["Selon MM. Dupont et Durand, c'est fini.", "La suite demain."]),
        # Initials.
        ("ar", ["قال ج. س. بكر إن الوقت حان.", "ووافق الجميع."]),
        ("en", ["J. K. Simmons signed.", "So did A. Brown."]),
        ("fr", ["J.-P. Martin a signé.", "Les autres aussi."]),
        # Decimals, sums and clock times.
        ("ar", ["ارتفع بنسبة 3.5 في المئة.", "وبلغ 1.200.000 دولار."]),
        ("ar", ["ارتفع بنسبة ٣٫٥ في المئة.", "وانتهى."]),
        ("en", ["It rose 3.5 percent to 1.2 million.", "It ended at 10.30."]),
        ("fr", ["Le total est de 3.5 millions.", "Il monte."]),
        # Dotted acronyms.
        ("en", ["The U.S. Senate met U.N. envoys.", "They agreed."]),
        ("en", ["It opened at 9 a.m. in the U.S. capital.", "It closed late."]),
        ("en", ["The envoy of the U.S. said so.", "No one objected."]),
        ("fr", ["L'O.N.U. a voté.", "La France aussi."]),
        # A line end parts, with or without a stop.
        ("ar", ["التحالف يجتمع في مراكش", "اجتمع الوزراء أمس."]),
        ("en", ["Ministers meet in Rome", "They came on Monday."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language: str, parts: list[str]) -> None:
    joint = " " if parts[0][-1] in '".?!؟…”»' else "\n"
    assert sentences(joint.join(parts), language) == parts


def test_blanks_and_empty_lines_belong_to_no_sentence() -> None:
    assert sentences("  First.  \n\n \n\tSecond.\u00a0\n", "en") == ["First.", "Second."]


def test_a_small_letter_goes_on_with_the_sentence() -> None:
    text = '"Is it over?" he asked. "Yes!" they said.'
    assert sentences(text, "en") == ['"Is it over?" he asked.', '"Yes!" they said.']


def test_a_year_that_ends_a_sentence_ends_it() -> None:
    assert sentences("تأسس عام 2014. ويضم 85 عضوا.", "ar") == ["تأسس عام 2014.", "ويضم 85 عضوا."]


@pytest.mark.parametrize(
    ("text", "language", "forms"),
    [
        ("U.S. envoys", "en", ["u.s.", "envoys"]),
        ("l'Italie", "fr", ["l", "'", "italie"]),
        ("1 200 000 euros", "fr", ["1 200 000", "euros"]),
        ("30 dead", "en", ["30", "dead"]),
        ("بنسبة 18,5%", "ar", ["بنسبه", "18,5", "%"]),
        ("إلى الأُمَمِ المتّحدة", "ar", ["الي", "الامم", "المتحده"]),
    ],
)
def test_tokens_are_words_numbers_and_marks(text: str, language: str, forms: list[str]) -> None:
    (tokens,) = prepared(text, language).tokens
    assert [token.form for token in tokens] == forms


PIECES = st.sampled_from(
    [
        "قال",
        "د.",
        "U.S.",
        "M.",
        "3.5",
        "؟",
        "!",
        ".",
        "«",
        "»",
        '"',
        "\n",
        " ",
        "\u00a0",
        "\u200f",
        "ـ",
        "اقرأ أيضا",
        "é",
        "Read more",
        "…",
    ]
)


@given(st.lists(PIECES, max_size=40), st.sampled_from(["ar", "en", "fr"]))
def test_sentences_and_skipped_lines_are_in_order_and_leave_out_only_blanks(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    ready = prepared(text, language)
    places = sorted((*ready.sentences, *ready.skipped))
    assert all(before.end <= after.start for before, after in pairwise(places))
    covered = {offset for place in places for offset in range(place.start, place.end)}
    assert all(text[offset].isspace() for offset in range(len(text)) if offset not in covered)


@given(st.lists(PIECES, max_size=40), st.sampled_from(["ar", "en", "fr"]))
def test_tokens_lie_inside_their_sentence_in_order(pieces: list[str], language: str) -> None:
    ready = prepared("".join(pieces), language)
    for sentence, tokens in zip(ready.sentences, ready.tokens, strict=True):
        edges = [edge for token in tokens for edge in (token.start, token.end)]
        assert edges == sorted(edges)
        assert all(sentence.start <= edge <= sentence.end for edge in edges)
