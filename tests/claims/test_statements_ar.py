"""Statements in Arabic: who speaks, how, in which words; the sentences are ours, the expectations written by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Statement
from mithaq.model.extraction import Extraction
from mithaq.text.prepare import prepare


def read(text: str) -> Extraction:
    article = Article("test", "test.txt", None, "ar", "2022-05-12", "explicit", None, text)
    return claim_reader("ar").read(annotate(prepare(article, load_pack("ar"))))


def statements(text: str) -> list[tuple[Claim, Statement]]:
    return [(claim, claim.content) for claim in read(text).claims if isinstance(claim.content, Statement)]


def said(text: str) -> list[tuple[str, str]]:
    return [(content.act, content.speaker.name) for _, content in statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The verb first, its subject a title and a name.
        ("قال وزير الخارجية المغربي ناصر بوريطة إن الوقت حان للعمل.", [("say", "Nasser Bourita")]),
        # Clitics on the verb, a vowel mark, the feminine.
        ("وأكّدت الأمم المتحدة أن المساعدات ستصل.", [("affirm", "United Nations")]),
        # The subject first.
        ("ناصر بوريطة أعلن أن المغرب سيستضيف الدورة القادمة.", [("announce", "Nasser Bourita")]),
        # The meeting as a whole, a document, a state, nobody in particular.
        ("ورحب المشاركون بالاتفاق.", [("welcome", "participants")]),
        ("وذكر البيان الختامي أن الخطر قائم.", [("say", "statement")]),
        ("ونددت فرنسا بالهجوم.", [("condemn", "FR")]),
        ("وقالت مصادر مطلعة إن الموعد لم يحدد.", [("say", "sources")]),
        # A verb in the plural carries its subject and belongs to the speakers before it.
        ("دعا الوزراء إلى الهدوء. وأدانوا العنف.", [("urge", "participants"), ("condemn", "participants")]),
        # A verb without a subject belongs to the speaker before it; so does a participle.
        (
            "قال وزير الخارجية المغربي ناصر بوريطة إن الاتفاق مهم، مضيفا أن التنفيذ بدأ. وأوضح أن اللجنة ستجتمع.",
            [("say", "Nasser Bourita"), ("say", "Nasser Bourita"), ("say", "Nasser Bourita")],
        ),
        # The meaning of a noun decides, not the verb.
        ("أعرب المشاركون عن قلقهم من تدهور الوضع.", [("concern", "participants")]),
        ("أعرب المشاركون عن إدانتهم للهجوم.", [("condemn", "participants")]),
        ("أكد الوزراء التزامهم بدعم الاستقرار.", [("commit", "participants")]),
        # According to.
        ("الوضع يزداد صعوبة، بحسب الأمم المتحدة.", [("say", "United Nations")]),
        # A verb that reports only before a clause.
        ("واعتبر وزير الخارجية المغربي ناصر بوريطة أن الاجتماع محطة مهمة.", [("say", "Nasser Bourita")]),
        ("يعتبر الساحل منطقة فقيرة.", []),
    ],
)
def test_speaker_and_act(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_the_same_title_points_back_to_its_bearer() -> None:
    text = "قال وزير الخارجية المغربي ناصر بوريطة إن الأمر عاجل.\nوشدد وزير الخارجية على أهمية الحوار."
    assert said(text) == [("say", "Nasser Bourita"), ("affirm", "Nasser Bourita")]


def test_what_was_said_is_the_words_after_the_verb() -> None:
    text = "قال وزير الخارجية المغربي ناصر بوريطة إن الوقت حان للعمل."
    [(claim, content)] = statements(text)
    assert content.content is not None
    assert content.content.of(text) == "إن الوقت حان للعمل."
    assert claim.text == text


def test_a_quotation_is_direct_and_part_of_one_is_mixed() -> None:
    [(_, direct)] = statements("قال ناصر بوريطة: «سنعمل معا حتى النهاية».")
    [(_, mixed)] = statements("قال ناصر بوريطة إن الاجتماع كان «محطة فارقة» في العمل المشترك بين الدول الأعضاء.")
    [(_, indirect)] = statements("قال ناصر بوريطة إن الاجتماع كان مهما.")
    assert [direct.quote, mixed.quote, indirect.quote] == ["direct", "mixed", "indirect"]


def test_a_speaker_has_role_and_country() -> None:
    [(_, content)] = statements("أكد وزير الخارجية الإيطالي لويجي دي مايو أن روما جاهزة.")
    assert (content.role, content.on_behalf_of) == ("foreign minister", "IT")
    assert content.speaker.mention == "لويجي دي مايو"


def test_speech_that_is_denied_is_refused_and_said_why() -> None:
    extraction = read("قال ناصر بوريطة إن الأمر واضح. ولم يعلن المشاركون أي موعد.")
    assert [rejection.reason for rejection in extraction.rejections if rejection.kind == "statement"] == ["negated"]


def test_a_verb_with_nobody_before_it_is_refused() -> None:
    extraction = read("وأضاف أن الموعد قريب.")
    assert [claim for claim in extraction.claims if claim.kind == "statement"] == []
    assert [rejection.reason for rejection in extraction.rejections] == ["no_speaker"]


def test_claims_inside_speech_name_the_statement() -> None:
    extraction = read("أعلنت المندوبة الأميركية أن الولايات المتحدة ستخصص 700 مليون دولار هذا العام لإعادة الإعمار.")
    [statement] = [claim for claim in extraction.claims if claim.kind == "statement"]
    [funding] = [claim for claim in extraction.claims if claim.kind == "funding"]
    assert funding.within == statement.id


def test_his_country_is_the_speakers_country() -> None:
    extraction = read("أعلن وزير الخارجية الإيطالي لويجي دي مايو أن بلاده ستخصص 20 مليون يورو لدعم العراق.")
    [funding] = [claim.content for claim in extraction.claims if claim.kind == "funding"]
    assert getattr(funding, "donor", None) == "IT"
