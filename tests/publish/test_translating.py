"""The sentences of reconciling in the reader's language: whole, with their values, in the right form for their counts."""

import re
from collections.abc import Iterable

import pytest

from mithaq.publish.composing import Composer
from mithaq.publish.naming import Names
from mithaq.publish.translating import Piece, translate
from mithaq.publish.words import words_in
from tests.reconcile.explained import SENTENCES

THIN = "\u202f"


def written(pieces: Iterable[Piece] | None) -> str:
    """Values in angle brackets."""
    assert pieces is not None
    return "".join(f"<{piece.text}>" if piece.kind else piece.text for piece in pieces)


@pytest.mark.parametrize(("sentence", "french", "arabic"), [one[2:] for one in SENTENCES])
def test_every_sentence_in_french_and_arabic(sentence: str, french: str, arabic: str) -> None:
    assert written(translate(sentence, "fr")) == french
    assert written(translate(sentence, "ar")) == arabic


@pytest.mark.parametrize(("key", "sentence"), [(key, sentence) for key, _, sentence, *_ in SENTENCES])
def test_the_english_is_what_the_record_keeps(key: str, sentence: str) -> None:
    shown = re.sub("[<>]", "", written(translate(sentence, "en")))
    # Records keep two blanks where a claim gives no value.
    assert shown == (sentence.replace("It gives  for", "It tells of") if key == "link.tells" else sentence)


@pytest.mark.parametrize(
    ("days", "french", "arabic"),
    [
        ("1", "à <1> jour d’intervalle", "بفارق يوم واحد:"),
        ("2", "à <2> jours d’intervalle", "بفارق يومين:"),
        ("7", "à <7> jours d’intervalle", "بفارق <7> أيام:"),
        ("46", "à <46> jours d’intervalle", "بفارق <46> يوماً:"),
        ("100", "à <100> jours d’intervalle", "بفارق <100> يوم:"),
        ("103", "à <103> jours d’intervalle", "بفارق <103> أيام:"),
        ("311", "à <311> jours d’intervalle", "بفارق <311> يوماً:"),
    ],
)
def test_the_form_goes_with_the_count(days: str, french: str, arabic: str) -> None:
    sentence = f"83 and 84 were told {days} days apart: the number may have changed."
    assert french in written(translate(sentence, "fr"))
    assert arabic in written(translate(sentence, "ar"))


def test_a_sentence_of_somebody_else_is_not_translated() -> None:
    assert translate("Ministers met in Rome.", "ar") is None
    assert translate("", "fr") is None


def test_pieces_tell_what_they_are() -> None:
    assert translate("It was held in Rome, 2021-06-28.", "fr") == (
        Piece("La réunion a eu lieu ("), Piece("Rome", "name"), Piece(", "), Piece("2021-06-28", "date"), Piece(")."),
    )  # fmt: skip


def composer(language: str) -> Composer:
    words = words_in(language)
    return Composer(words, Names(language, ()), {})


EXPLAINED = [
    (
        "It was held in Marrakesh, 2022-05-11, as promised (../2022-06).",
        "It was held in Marrakesh, 11 May 2022, as promised (by June 2022).",
        "La réunion a eu lieu (Marrakesh, 11 mai 2022), comme promis (d’ici à juin 2022).",
        "عُقد الاجتماع في Marrakesh (11 أيار/مايو 2022) كما وُعد به (بحلول حزيران/يونيو 2022).",
    ),
    (
        "more than 45000000 and 45000000 can both hold: they are told with different precision.",
        "more than 45 million and 45 million can both hold: they are told with different precision.",
        "plus de 45 millions et 45 millions peuvent être vrais tous les deux\u00a0: "
        "ils sont donnés avec une précision différente.",
        "يمكن أن يصح أكثر من 45 مليون و45 مليون معاً: أحدهما أدق من الآخر.",
    ),
    (
        "2014 and 2004 cannot both hold for the same thing.",
        "2014 and 2004 cannot both hold for the same thing.",
        "2014 et 2004 ne peuvent être vrais à la fois de la même chose.",
        "لا يمكن أن يصح 2014 و2004 معاً في الأمر نفسه.",
    ),
    (
        "It gives joined for Global Coalition · MA · joined.",
        "It gives joined for Global Coalition · Morocco · joined.",
        "L’article donne adhésion pour Global Coalition · Maroc · adhésion.",
        "يذكر المقال انضمام: Global Coalition · المغرب · انضمام.",
    ),
    (
        "100 and 259 are one quantity in different units (states, USD a barrel).",
        "100 and 259 are one quantity in different units (states, USD a barrel).",
        "100 et 259 sont une même quantité dans des unités différentes (États, dollars le baril).",
        "100 و259 مقدار واحد بوحدتين مختلفتين (دول، دولار للبرميل).",
    ),
    (
        "83 and 84 were told 1317 days apart: the number may have changed.",
        "83 and 84 were told 1,317 days apart: the number may have changed.",
        f"83 et 84 ont été donnés à 1{THIN}317 jours d’intervalle\u00a0: le nombre a pu changer.",
        "ورد 83 و84 بفارق 1,317 يوماً: ربما تغيّر العدد.",
    ),
    ("Ministers\nmet.", *["Ministers met."] * 3),
    (
        "Safi Faid and Safi\nal-Faid: the same words",
        "Safi Faid and Safi al-Faid: the same words",
        "Safi Faid et Safi al-Faid\u00a0: les mêmes mots",
        "Safi Faid وSafi al-Faid: الكلمات نفسها",
    ),
]


@pytest.mark.parametrize(("sentence", "english", "french", "arabic"), EXPLAINED)
def test_the_brief_shows_the_values_in_words(sentence: str, english: str, french: str, arabic: str) -> None:
    assert [composer(language).explain(sentence) for language in ("en", "fr", "ar")] == [english, french, arabic]


@pytest.mark.parametrize(
    ("value", "english", "french", "arabic"),
    [
        ("more than 80", "more than 80", "plus de 80", "أكثر من 80"),
        ("2014", "2014", "2014", "2014"),
        ("2445000", "2.445 million", "2,445 millions", "2.445 مليون"),
        ("2015-08-02/2015-08-03", "2–3 August 2015", "du 2 au 3 août 2015", "من 2 إلى 3 آب/أغسطس 2015"),
        ("appeal", "asked for", "demandé", "مطلوب"),
        ("suspended", "suspended", "suspension", "تعليق العضوية"),
        ("MA", "Morocco", "Maroc", "المغرب"),
        ("Rome {0}", *["Rome {0}"] * 3),
    ],
)
def test_values_of_sides(value: str, english: str, french: str, arabic: str) -> None:
    assert [composer(language).value(value) for language in ("en", "fr", "ar")] == [english, french, arabic]


@pytest.mark.parametrize(
    ("about", "english", "french", "arabic"),
    [
        ("NATO · members", "NATO · members", "NATO · membres", "NATO · أعضاء"),
        (
            "NATO · ../2022-06 · attendance · delegations", "NATO · by June 2022 · attendance · delegations",
            "NATO · d’ici à juin 2022 · participation · délégations", "NATO · بحلول حزيران/يونيو 2022 · المشاركة · وفود",
        ),
        (
            "US · SY · 2021 · USD · stage", "United States · Syria · 2021 · USD · stage",
            "États-Unis · Syrie · 2021 · dollars · étape", "الولايات المتحدة · سوريا · 2021 · دولار · المرحلة",
        ),
        ("killed · killed · قصف", "killed · killed · قصف", "tués · tués · قصف", "قتلى · قتلى · قصف"),
        (
            "participants · meet P9D", "the participants · meet P9D", "les participants · meet P9D",
            "المشاركون · meet P9D",
        ),
        ("money · amount", "money · amount", "argent · montant", "مال · المبلغ"),
        (f"P{'9' * 5000}D", *[f"P{'9' * 5000}D"] * 3),
    ],
)  # fmt: skip
def test_what_a_disagreement_is_about(about: str, english: str, french: str, arabic: str) -> None:
    assert [composer(language).about(about) for language in ("en", "fr", "ar")] == [english, french, arabic]
