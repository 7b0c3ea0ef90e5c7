"""Objects behind verbs, bodies taken up again, people quoted by others, unknown names: expectations by hand."""

import pytest

from tests.claims.test_statement_forms import statements


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # A feminine noun behind a masculine verb is what the verb speaks of.
        (
            "ar",
            "قال ناصر بوريطة إن الحل قريب. ووصف رحلة الوفد بأنها «ناجحة».",
            [("say", "Nasser Bourita"), ("say", "Nasser Bourita")],
        ),
        # Whom a participle asks is not who speaks.
        (
            "ar",
            "قال ناصر بوريطة إن الحل قريب، مطالبا فرنسا بالتحرك.",
            [("say", "Nasser Bourita"), ("urge", "Nasser Bourita")],
        ),
        # A body by its noun alone, which an outlet's or a person's name between does not hide.
        (
            "ar",
            "قالت وزارة الخارجية التركية إن اللقاء غدا. وقال ناصر بوريطة إن الحل قريب. وأضافت الوزارة أن العمل مستمر.",
            [("say", "Turkish Foreign Ministry"), ("say", "Nasser Bourita"), ("say", "Turkish Foreign Ministry")],
        ),
        # Two states joined in front of a dual verb.
        ("ar", "روسيا والصين أكدتا أن الحل قريب.", [("affirm", "RU, CN")]),
        # Somebody quoted through an outlet.
        (
            "ar",
            "قال ناصر بوريطة إن الحل قريب. ونقلت عنه وكالة رويترز قوله إن العمل بدأ.",
            [("say", "Nasser Bourita"), ("say", "Nasser Bourita")],
        ),
        ("en", "Reuters quoted Ban Ki-moon as saying that time was short.", [("say", "Ban Ki-moon")]),
        # A name that no list knows.
        ("en", '"Time is short," Lindqvist said.', [("say", "Lindqvist")]),
        ("fr", "« Le temps presse », a averti Lindqvist.", [("warn", "Lindqvist")]),
        ("en", "Lindqvist slept on Monday.", []),
        # What a thing is called says what is thought of it.
        ("en", 'France called the deal "an important step".', [("welcome", "FR")]),
        ("fr", "La France a qualifié cette décision d'inacceptable.", [("condemn", "FR")]),
    ],
)  # fmt: skip
def test_who_says_what(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert statements(language, text) == expected
