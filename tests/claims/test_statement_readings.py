"""Whose words they are and what is done with them, in the three languages: our own sentences, expectations by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.headings import told_in_headings
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Statement
from mithaq.model.extraction import Extraction
from mithaq.text.prepare import prepare


def read(language: str, text: str) -> Extraction:
    article = Article("test", "test.txt", None, language, "2022-05-12", "explicit", None, text)
    return claim_reader(language).read(annotate(prepare(article, load_pack(language))))


def statements(language: str, text: str) -> list[tuple[str, str]]:
    claims = read(language, text).claims
    return [(claim.content.act, claim.content.speaker.name) for claim in claims if isinstance(claim.content, Statement)]


def kinds(language: str, text: str) -> list[str]:
    claims = read(language, text).claims
    return [claim.content.speaker.kind for claim in claims if isinstance(claim.content, Statement)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # The first title of a name tells the gender, not the noun of the body behind it.
        (
            "ar",
            "أعلنت الأمم المتحدة هدنة. قالت المتحدثة باسم المجلس الوطني السوري المعارض ليلى الزيتوني إن الخطة غامضة. "
            "وأضافت أن الوقت يمر.",
            [("announce", "United Nations"), ("say", "Leila al-Zituni"), ("say", "Leila al-Zituni")],
        ),
        # Two bodies of one envoy, a second title behind a comma, a title with words of its own.
        (
            "ar",
            "أعلن مبعوث الجامعة العربية والأمم المتحدة ناصر بوريطة أن الحوار بدأ.",
            [("announce", "Nasser Bourita")],
        ),
        ("ar", "ونبه رئيس لجنة الحوار، الوزير السابق ناصر بوريطة، إلى الخطر.", [("warn", "Nasser Bourita")]),
        # A style stands for whoever was named with it.
        (
            "ar",
            "زار صاحب السمو الملكي الأمير محمد بن سلمان القاهرة والتقى الرئيس عبد الفتاح السيسي. ونقل سموه تحيات الملك.",
            [("say", "Mohammed bin Salman")],
        ),
        # A title in the words that stand before a name elsewhere.
        (
            "ar",
            "أكد رئيس المجلس الوطني السوري سمير الزيتوني أن المؤتمر انتهى. ودعا ناصر بوريطة إلى الهدوء. "
            "وأوضح رئيس المجلس الوطني السوري أن الوثيقة جاهزة.",
            [("affirm", "Samir al-Zituni"), ("urge", "Nasser Bourita"), ("say", "Samir al-Zituni")],
        ),
        # Whoever is named by "according to" at the head of a sentence goes on.
        (
            "ar",
            "قالت فرنسا إن الوضع صعب. ووفقا للأمم المتحدة، وصلت المساعدات أمس. وأضافت أن الطرق مفتوحة.",
            [("say", "FR"), ("say", "United Nations"), ("say", "United Nations")],
        ),
        # A meeting by its noun and place is those who met; its verb agrees with the noun.
        (
            "ar",
            "ودعا مؤتمر جنيف الذي عقد السبت إلى الهدوء. كما دعا الدول الأعضاء إلى الحوار.",
            [("urge", "participants"), ("urge", "participants")],
        ),
        # A document speaks in a relative clause too.
        ("ar", "وتلا ناصر بوريطة البيان الختامي الذي أظهر توافق الآراء.", [("say", "statement")]),
        # Several joined by "as well as", and four of them.
        ("en", "Qatar, Kuwait and Oman, as well as Iraq said they would wait.", [("say", "QA, KW, OM, IQ")]),
        (
            "fr",
            "Le Maroc, la Tunisie et l'Algérie, ainsi que l'Égypte ont salué la trêve.",
            [("welcome", "MA, TN, DZ, EG")],
        ),
        # A title and name with the body between them; a body of two by its noun; a ministry by its field.
        ("ar", "وقال المسؤول في الأمم المتحدة ناصر بوريطة إن الوضع صعب.", [("say", "Nasser Bourita")]),
        (
            "ar",
            "أعلنت وزارة الخارجية الروسية هدنة. وقالت الخارجية إن الوقت حان.",
            [("announce", "Russian Foreign Ministry"), ("say", "Russian Foreign Ministry")],
        ),
        # A crowd is who is in it; so are those who are counted.
        ("en", "A small group of activists warned that time is short.", [("warn", "activists")]),
        ("fr", "Un petit groupe de militants a averti que le temps presse.", [("warn", "activists")]),
        ("en", "Thirty-two organisations called for a truce.", [("urge", "organisations")]),
        ("fr", "Trente-deux organisations ont appelé à une trêve.", [("urge", "organisations")]),
        ("ar", "ودعت 32 منظمة إلى هدنة.", [("urge", "organisations")]),
        # "He" may be somebody who was only named as the owner of something.
        (
            "en",
            "The vote followed John Kerry's speech in Paris, in which he stressed that time is short.",
            [("affirm", "John Kerry")],
        ),
    ],
)
def test_who_speaks(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert statements(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # An unspecific title points back to a source without a name; some and others are nobody in particular.
        (
            "ar",
            "قال مسؤول أميركي إن ناصر بوريطة سيزور باريس. وأضاف الدبلوماسي أن الموعد قريب.",
            ["anonymous", "anonymous"],
        ),
        ("ar", "يقول البعض إن الحل قريب.", ["anonymous"]),
        ("en", "Some say that time is short.", ["anonymous"]),
        # Two people without names are sources, thirty groups are not.
        ("en", "Two people said that the deal was close.", ["anonymous"]),
        ("en", "Thirty groups said that the deal was close.", ["collective"]),
    ],
)
def test_kind_of_speaker(language: str, text: str, expected: list[str]) -> None:
    assert kinds(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # What is said in the first person is done by saying it, before or behind the clause.
        ("en", '"We call on all sides to stop," John Kerry said.', [("urge", "John Kerry")]),
        ("en", 'John Kerry said: "I condemn this attack."', [("condemn", "John Kerry")]),
        ("fr", "« Nous condamnons cette attaque », a dit Antony Blinken.", [("condemn", "Antony Blinken")]),
        ("fr", "Antony Blinken a déclaré : « Nous appelons au calme ».", [("urge", "Antony Blinken")]),
        ("ar", "وقال ناصر بوريطة: «إننا ندعو إلى الهدوء».", [("urge", "Nasser Bourita")]),
        ("ar", "وقال ناصر بوريطة: «نحن ندين الهجوم».", [("condemn", "Nasser Bourita")]),
        # What is told of others, or of the past, is not.
        ("en", '"They call on all sides to stop," John Kerry said.', [("say", "John Kerry")]),
        ("ar", "وقال ناصر بوريطة: «الوقت حان».", [("say", "Nasser Bourita")]),
        # "Said that he welcomes" is one statement that welcomes.
        ("en", "John Kerry said he welcomes the deal.", [("welcome", "John Kerry")]),
        ("fr", "Antony Blinken a dit qu'il condamne l'attaque.", [("condemn", "Antony Blinken")]),
        (
            "ar",
            "وقال الأمين العام أنطونيو غوتيريش في بيان إنه يناشد الجهات المانحة التحرك.",
            [("urge", "António Guterres")],
        ),
        ("ar", "وقال المسؤولون إنهم يتوقعون أن تتحسن الأسعار.", [("say", "participants")]),
        # The noun decides behind "repeated the expression of", in quotation marks and behind a parenthesis.
        ("ar", "كرر ناصر بوريطة التعبير عن قلقه من الوضع.", [("concern", "Nasser Bourita")]),
        ("ar", "عبر ناصر بوريطة، أمس، عن «قلق عميق» من الوضع.", [("concern", "Nasser Bourita")]),
        ("ar", "أوضح المشاركون في الاجتماع أنهم عازمون على محاربة التنظيم.", [("commit", "participants")]),
        # The threat that is stressed is not one's own.
        ("en", "France stressed the threat posed by the group.", [("affirm", "FR")]),
        # To value is to praise, to acknowledge and to propose is to say.
        ("ar", "سوريا تثمن موقف المبعوث.", [("commend", "SY")]),
        ("ar", "أقر المجتمعون بأن الحل صعب.", [("say", "participants")]),
        # What a source is called is no act of its own.
        ("ar", "القتال مستمر بحسب مصادر المعارضة السورية.", [("say", "sources")]),
        ("en", "The plan was rejected by France.", [("deny", "FR")]),
        ("fr", "Le projet est contesté par la Pologne.", [("deny", "PL")]),
    ],
)
def test_what_is_done(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert statements(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # A present right behind a bare "that" is wished.
        ("ar", "وقال ناصر بوريطة إننا نأمل أن تلتزم الدول بالاتفاق.", [("say", "Nasser Bourita")]),
        # "It is worth mentioning" is said by nobody.
        ("ar", "رحب الوزراء بالاتفاق. يذكر أن التحالف تأسس عام 2014.", [("welcome", "participants")]),
        # A superlative, a verbal noun and a noun that are written like verbs.
        ("ar", "رحب الوزراء بالاتفاق. وهذا أبرز مورد للبلاد.", [("welcome", "participants")]),
        ("ar", "رحب الوزراء بالاتفاق، وإدانته مرفوضة.", [("welcome", "participants")]),
        ("ar", "طلب الرئيس ناصر بوريطة نقل تحياته إلى الملك.", [("urge", "Nasser Bourita")]),
        # An opinion that is only voiced reports nothing.
        ("ar", "رحب الوزراء بالاتفاق لأن السكان عبروا عن رأيهم أمس.", [("welcome", "participants")]),
        # A preposition that belongs to no verb: "through" countries.
        ("ar", "رحب الوزراء بالاتفاق. وتصل السلع عبر دول الجوار، عن طريق البحر.", [("welcome", "participants")]),
        # The credit of a sentence that is attributed already.
        ("en", '"We support the plan," Ban Ki-moon said, according to Reuters.', [("say", "Ban Ki-moon")]),
        ("ar", "قال ناصر بوريطة إن الحل قريب، وفق وكالة رويترز.", [("say", "Nasser Bourita")]),
        # What is avoided, and who would not be named.
        ("en", "France welcomed the truce to avoid mentioning Turkey.", [("welcome", "FR")]),
        ("en", "Officials said the deal was close, declining to be named.", [("say", "sources")]),
        # A feeling inside somebody's words is part of them.
        ("en", '"Turkey is worried about the attack," said John Kerry.', [("say", "John Kerry")]),
        # A quotation that begins with a verb of asking.
        ("en", '"Asking Iran to wait is wrong," John Kerry said.', [("say", "John Kerry")]),
    ],
)
def test_what_is_no_statement(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert statements(language, text) == expected


def test_a_heading_that_the_text_repeats_is_told_once() -> None:
    text = "France welcomes the truce in the north\n\nFrance welcomes the truce in the north of the country, it said."
    found = read("en", text)
    told = [claim for claim in found.claims if isinstance(claim.content, Statement) and claim.content.act == "welcome"]
    assert [claim.span.start > text.index("\n") for claim in told] == [True]
    assert "repeated" in {rejection.reason for rejection in found.rejections if rejection.kind == "statement"}


def test_a_heading_that_tells_something_else_stays() -> None:
    text = "France welcomes the truce in the north\n\nFrance condemned the attack on the market yesterday."
    assert statements("en", text) == [("welcome", "FR"), ("condemn", "FR")]


def test_no_line_is_a_heading_without_statements() -> None:
    assert told_in_headings("A short line\nand more.", []) == set()
