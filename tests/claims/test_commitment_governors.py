"""Commitments and what governs them: the act that puts a noun forward, the clause around, where an action ends."""

import pytest

from mithaq.model.claim import Funding
from tests.claims.test_commitments import actions, commitments, extraction, reasons


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "تثمن النرويج موقف المبعوث وحرصه على تعاون كل الأطراف."),
        ("ar", "وتحدثت النقاط عن الالتزام بسيادة واستقلال مالي وحماية المدنيين."),
        ("ar", "رحبت النرويج بالتزام تشاد بفتح المعابر."),
        ("en", "Sweden welcomed Norway's commitment to send aid."),
        ("en", "Norway kept its promise to send aid."),
        ("en", "The points that speak of a commitment to send aid are known."),
        ("fr", "La Suède salue l'engagement du Tchad à ouvrir la route."),
        ("fr", "La Norvège a tenu sa promesse d'envoyer des vivres."),
    ],
)
def test_a_noun_of_binding_that_no_act_of_its_owner_puts_forward_binds_nobody(code: str, text: str) -> None:
    assert actions(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "by", "expected"),
    [
        ("ar", "قالت النرويج إنها تجدد التزامها بخطة المبعوث.", "NO", ["التزامها بخطة المبعوث"]),
        ("ar", "أكدت النرويج استمرارها في دعم البعثة.", "NO", ["دعم البعثة"]),
        ("ar", "أعلنت النرويج التزامها بخطة لبناء 90 مدرسة.", "NO", ["لبناء 90 مدرسة"]),
        ("en", "Norway renewed its commitment to the ceasefire agreement.", "NO", ["ceasefire agreement"]),
        ("fr", "La Norvège a renouvelé son engagement envers l'accord de paix.", "NO", ["accord de paix"]),
        ("fr", "La Norvège a annoncé son engagement dans un plan visant à construire des écoles.", "NO",
         ["construire des écoles"]),
    ],
)  # fmt: skip
def test_a_commitment_to_a_plan_or_accord_is_one_to_keep_it(code: str, text: str, by: str, expected: list[str]) -> None:
    found = commitments(code, text)
    assert [content.action for _, content in found] == expected
    assert all(content.by == (by,) for _, content in found)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "صوت البرلمان النرويجي لصالح إرسال قوات إلى مالي.", ["إرسال قوات إلى مالي"]),
        ("en", "The Norwegian parliament voted on Monday to extend the mission.", ["extend the mission"]),
        ("fr", "Le Parlement norvégien a voté pour prolonger la mission.", ["prolonger la mission"]),
    ],
)
def test_who_votes_to_do_something_has_decided_it(code: str, text: str, expected: list[str]) -> None:
    assert actions(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "قررت النرويج فتح المعابر وهي خطوة مهمة ومحاولة جيدة.", ["فتح المعابر"]),
        ("ar", "قررت النرويج فتح المعابر وتناشد الدول تقديم العون.", ["فتح المعابر"]),
        ("ar", "اتفق الجانبان على تعزيز الأمن في المنطقة والعمل معا على حماية الحدود.",
         ["تعزيز الأمن في المنطقة", "والعمل معا على حماية الحدود"]),
        ("en", '"We will take in 200 people," the Norwegian government official said.', ["take in 200 people"]),
        ("en", "Norway will send troops, while Chad stayed away.", ["send troops"]),
        ("en", "Norway vowed to help, the Norwegian prime minister said.", ["help"]),
        ("fr", "La Norvège enverra des soldats, tandis que le Tchad attend.", ["enverra des soldats"]),
        ("fr", "La Norvège enverra des soldats, a indiqué le ministre.", ["enverra des soldats"]),
    ],
)  # fmt: skip
def test_an_action_ends_where_another_clause_or_a_reporting_verb_begins(
    code: str, text: str, expected: list[str]
) -> None:
    assert actions(code, text) == expected


def test_a_quotation_opened_in_an_action_does_not_end_it() -> None:
    assert actions("en", 'Norway pledged to fund a "green plan" for Chad.') == ['fund a "green plan" for Chad']
    assert actions("fr", 'La Norvège s\'est engagée à élaborer un "plan vert" pour le Tchad.') == [
        'élaborer un "plan vert" pour le Tchad'
    ]


def test_parties_of_a_deal_are_each_bound_to_their_own_act() -> None:
    text = "They signed an accord under which Norway will take back its citizens and Chad will reopen the road."
    assert [(content.by, content.action) for _, content in commitments("en", text)] == [
        (("NO",), "take back its citizens"),
        (("TD",), "reopen the road"),
    ]
    told = "They signed an accord which will see Norway take back its citizens."
    assert [content.by for _, content in commitments("en", told)] == [("NO",)]


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("ar", "يعتقد الوزير النرويجي أن مالي ستفتح المعابر.", "not_own"),
        ("ar", "قال الوزير النرويجي إن تشاد قد تسعى إلى فتح المعابر.", "hypothetical"),
        ("ar", "القرارات التي ستتخذها النرويج معروفة.", "no_action"),
        ("ar", "كانت النرويج ستفتح المعابر.", "not_future"),
        ("ar", "لا يعرف أحد ما إذا كانت النرويج ستفتح المعابر.", "hypothetical"),
        ("ar", "قالت النرويج إن حلف شمال الأطلسي سيرسل قوات.", "not_own"),
        ("en", "Norway was going to close the camp.", "not_future"),
        ("en", "The measures that Norway will take are known.", "no_action"),
        ("en", "Norway said NATO will send troops.", "not_own"),
        ("en", "Norway stopped short of pledging to send troops.", "negated"),
        ("fr", "Les mesures que la Norvège prendra sont connues.", "no_action"),
        ("fr", "La Norvège a déclaré que l'OTAN enverra des troupes.", "not_own"),
    ],
)
def test_what_is_thought_asked_described_or_another_s_is_no_commitment(code: str, text: str, reason: str) -> None:
    assert actions(code, text) == []
    assert reason in reasons(code, text)


def test_an_imperfect_in_r_is_no_conditional() -> None:
    assert actions("fr", "Le ministre norvégien a déclaré que la Norvège collaborait avec le Tchad.") == []
    assert actions("fr", "Le ministre norvégien a déclaré : « Nous tolérons ces retards. »") == []


def test_names_and_nouns_that_look_like_an_arabic_future_are_none() -> None:
    assert actions("ar", "قال الوزير النرويجي إن بلاده تبحث عن وسيلة ممكنة.") == []
    assert actions("ar", "فاز الفريق النرويجي ستيوارت أمس.") == []


def test_the_first_person_of_a_verb_binds_the_speaker() -> None:
    text = "وقال وزير الخارجية النرويجي: «تصل طائرات تشادية وسنرسل قريبا قوات إلى مالي»."
    assert [content.by for _, content in commitments("ar", text)] == [("NO",)]


def test_a_noun_by_itself_is_no_action() -> None:
    assert actions("fr", "Le Tchad et le Mali ont convenu de mesures.") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "أعلنت مؤسسة النفط الليبية التزامها بخطة لاستثمار 90 مليار دولار."),
        ("en", "The company Sonatrach announced its commitment to a plan to invest $90 billion."),
    ],
)
def test_a_company_that_announces_what_it_will_spend_is_the_donor(code: str, text: str) -> None:
    found = [claim.content for claim in extraction(code, text).claims if isinstance(claim.content, Funding)]
    assert [(content.amount, content.stage, content.donor is not None) for content in found] == [(9e10, "pledge", True)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway said it has no plans to close the mines."),
        ("en", "Norway does not plan to close its mines."),
        ("fr", "La Norvège n'a pas l'intention de fermer ses mines."),
        ("ar", "لا تعتزم النرويج إغلاق المناجم."),
    ],
)
def test_no_plan_is_no_promise(code: str, text: str) -> None:
    assert actions(code, text) == []


def test_a_promise_not_to_do_something_is_one() -> None:
    assert len(actions("en", "Norway is not going to sell its mines.")) == 1
    assert len(actions("en", "Norway, which has not signed, plans to close its mines.")) == 1
