"""Whose words they are: antecedents by gender and number, objects, relatives, nested clauses; expectations by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Statement
from mithaq.text.prepare import prepare


def said(code: str, text: str) -> list[tuple[str, str]]:
    article = Article("test", "test.txt", None, code, "2022-05-12", "explicit", None, text)
    claims = claim_reader(code).read(annotate(prepare(article, load_pack(code)))).claims
    return [(claim.content.act, claim.content.speaker.name) for claim in claims if isinstance(claim.content, Statement)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # The verb is feminine: the body spoke, not the man named last.
        (
            "ar",
            "أكدت الأمم المتحدة أن الوضع صعب. وقال وزير الخارجية المغربي ناصر بوريطة إن الوقت حان. وأضافت أن العمل مستمر.",
            [("affirm", "United Nations"), ("say", "Nasser Bourita"), ("say", "United Nations")],
        ),
        ("en", '"Time is short," Angela Merkel said. Ban Ki-moon listened. "It is late," she said.',
         [("say", "Angela Merkel"), ("say", "Angela Merkel")]),
        ("fr", "Angela Merkel a averti que le temps presse. Ban Ki-moon écoutait. « Il est tard », a-t-elle dit.",
         [("warn", "Angela Merkel"), ("say", "Angela Merkel")]),
        # The subject of a sentence in which nobody has spoken yet.
        (
            "ar",
            "قالت فرنسا إن الوقت حان. وزار وزير الخارجية المغربي ناصر بوريطة المعرض وقال إن العمل بدأ.",
            [("say", "FR"), ("say", "Nasser Bourita")],
        ),
        ("en", "The bank said time was short. Ban Ki-moon spoke for long. He met soldiers and praised them.",
         [("say", "bank"), ("commend", "Ban Ki-moon")]),
        # "The minister" is the minister of the article, not who is named last.
        (
            "ar",
            "وصل وزير الخارجية المغربي ناصر بوريطة أمس. وقالت فرنسا إن اللقاء مهم. وأشار الوزير إلى أن العمل بدأ.",
            [("say", "FR"), ("say", "Nasser Bourita")],
        ),
    ],
)  # fmt: skip
def test_a_verb_without_a_name_finds_its_speaker(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A masculine verb before a feminine body, a plural verb before anybody, a verb that needs an object.
        ("قال ناصر بوريطة إن الوقت حان. وطالب الأمم المتحدة بالتحرك.", [("say", "Nasser Bourita"), ("urge", "Nasser Bourita")]),
        ("رحب الوزراء بالاتفاق. ودعوا فرنسا إلى الهدوء.", [("welcome", "participants"), ("urge", "participants")]),
        ("قال ناصر بوريطة إن الوقت حان. وحث فرنسا على التحرك.", [("say", "Nasser Bourita"), ("urge", "Nasser Bourita")]),
        # The world is called on; it does not call, unless nobody else is there to.
        ("قال ناصر بوريطة إن الوقت حان. وطالب المجتمع الدولي بالتحرك.", [("say", "Nasser Bourita"), ("urge", "Nasser Bourita")]),
        # A feminine verb before a feminine state: its subject.
        ("قال ناصر بوريطة إن الوقت حان. وطالبت فرنسا بالتحرك.", [("say", "Nasser Bourita"), ("urge", "FR")]),
        # The object written onto the verb.
        ("قالت فرنسا إن الوقت حان، وطالبته بسرعة التحرك.", [("say", "FR"), ("urge", "FR")]),
    ],
)  # fmt: skip
def test_the_one_spoken_to_is_no_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert said("ar", text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "قال ناصر بوريطة إن فرنسا قررت الانتظار. وأضاف أن العمل بدأ.",
         [("say", "Nasser Bourita"), ("decide", "FR"), ("say", "Nasser Bourita")]),
        ("ar", "التقى الوفد ناصر بوريطة الذي دعا إلى الهدوء.", [("urge", "Nasser Bourita")]),
        ("ar", "خرج اللقاء ببيان شدد على الحوار.", [("affirm", "statement")]),
        ("en", "They debated a resolution tabled by France that calls on Turkey to wait.", [("urge", "statement")]),
        ("fr", "Ils débattent d'une résolution présentée par la France qui appelle la Turquie au calme.", [("urge", "statement")]),
        ("ar", "أعلنت موسكو أن الاجتماع تأجل.", [("announce", "RU")]),
        ("ar", "أعربت فرنسا وألمانيا عن قلقهما.", [("concern", "FR, DE")]),
        ("ar", "وفي تصريح سابق لناصر بوريطة قال إن الوقت حان.", [("say", "Nasser Bourita")]),
    ],
)  # fmt: skip
def test_nested_clauses_and_relatives_have_their_own_speaker(
    code: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # What is given, sent, repeated makes the act.
        ("ar", "ووجه ناصر بوريطة نداء إلى الدول.", [("urge", "Nasser Bourita")]),
        ("ar", "وقدم ناصر بوريطة لمحة عن العمل.", [("say", "Nasser Bourita")]),
        ("ar", "وقدم ناصر بوريطة هدية للفريق.", []),
        ("en", "Ban Ki-moon made an appeal for calm.", [("urge", "Ban Ki-moon")]),
        ("en", "Ban Ki-moon made a cake for them.", []),
        ("fr", "Emmanuel Macron a prononcé un discours sur la paix.", [("say", "Emmanuel Macron")]),
        ("fr", "Emmanuel Macron a prononcé un mot.", []),
        # What the speakers feel or are makes the act, where they speak of themselves.
        ("ar", "وأكدت الأمم المتحدة أنها ملتزمة بالعمل.", [("commit", "United Nations")]),
        ("en", "France said it was deeply concerned.", [("concern", "FR")]),
        ("fr", "La France a dit qu'elle était préoccupée.", [("concern", "FR")]),
        ("en", "France said Turkey was concerned.", [("say", "FR")]),
        # Writing in order to.
        ("en", "Egypt wrote to the president to protest the decision.", [("condemn", "EG")]),
        # Refusing to deny tells something.
        ("ar", "ولم يستبعد ناصر بوريطة أن يعقد اللقاء.", [("say", "Nasser Bourita")]),
    ],
)
def test_the_act_follows_the_meaning(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # Words that are no subject: a preposition with its pronoun, things, accusatives; nouns that look like verbs.
        ("ar", "وتابع الحضور شريطا جديدا.", []),
        ("ar", "وزادت أعباء «الأونروا» بعد الحرب.", []),
        ("ar", "تعتمد فرنسا على النفط.", []),
        ("ar", "في الدول المضيفة أيضا.", []),
        # Nouns that no list knows speak where a clause follows; several of them are a group.
        ("en", "The tired baker said that bread was short.", [("say", "tired baker")]),
        ("fr", "Les boulangers disent que le pain manque.", [("say", "boulangers")]),
        ("en", "The tired baker said little.", []),
        # The one told is not the one who tells.
        ("fr", "Le temps presse, a expliqué à l'ONU mardi Emmanuel Macron.", [("say", "Emmanuel Macron")]),
    ],
)
def test_only_who_can_speak_speaks(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(code, text) == expected
