"""Kingdoms, feelings, judgements and nouns of speech as statements: our own sentences, expectations by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Statement
from mithaq.text.prepare import prepare


def statements(language: str, text: str) -> list[tuple[str, str]]:
    article = Article("test", "test.txt", None, language, "2022-05-12", "explicit", None, text)
    claims = claim_reader(language).read(annotate(prepare(article, load_pack(language)))).claims
    return [(claim.content.act, claim.content.speaker.name) for claim in claims if isinstance(claim.content, Statement)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # "The Kingdom" is the one named before.
        (
            "en",
            "Saudi Arabia welcomed the truce. The kingdom called on both sides to respect it.",
            [("welcome", "SA"), ("urge", "SA")],
        ),
        (
            "fr",
            "Le Maroc a salué la trêve. Le Royaume a appelé les parties à la respecter.",
            [("welcome", "MA"), ("urge", "MA")],
        ),
        (
            "ar",
            "أكدت المملكة العربية السعودية دعمها للهدنة. ودعت المملكة إلى الهدوء.",
            [("affirm", "SA"), ("urge", "SA")],
        ),
        # What somebody feels is a position.
        ("en", "France is deeply worried about the fighting.", [("concern", "FR")]),
        # To give a thing a name in quotation marks is to say something of it.
        ("en", 'France called the deal "a first step".', [("say", "FR")]),
        ("en", "France called doctors to Paris on Monday.", []),
        ("ar", "وصف وزير الخارجية ناصر بوريطة الهدنة بالهشة.", [("say", "Nasser Bourita")]),
        # A capital at the head of the sentence hides no speaker.
        ("en", "According to Foreign Minister Nasser Bourita, the talks were frank.", [("say", "Nasser Bourita")]),
        ("fr", "De l'opinion d'Emmanuel Macron, le texte est prêt.", [("say", "Emmanuel Macron")]),
        # A noun of speech after "by".
        (
            "ar",
            "قال ناصر بوريطة إن الحل قريب وختم كلمته بالتأكيد على الحوار.",
            [("say", "Nasser Bourita"), ("affirm", "Nasser Bourita")],
        ),
        # "Through" is written like "expressed".
        ("ar", "نشر الخبر عبر وسائل الإعلام.", []),
        # Between a verb of telling and its clause stands the one who was told.
        ("ar", "أبلغ مسؤولون حكوميون رويترز أنهم ينتظرون زيادة.", [("say", "sources")]),
        ("fr", "S'exprimant à Genève, António Guterres a qualifié la trêve de fragile.", [("say", "António Guterres")]),
    ],
)  # fmt: skip
def test_who_says_what(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert statements(language, text) == expected


def test_the_government_is_that_of_the_state_the_article_is_about() -> None:
    text = (
        "قالت سوريا إن الحصاد جيد. وزاد القمح في سوريا. وتستورد سوريا الأرز. "
        "وكانت الحكومة قالت العام الماضي إن الإنتاج زاد."
    )
    assert ("say", "SY") in statements("ar", text)[-1:]
