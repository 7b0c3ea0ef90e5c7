"""Commitments: who binds himself to what, taken apart, in three languages; and what is none."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.claims.undertakings import UndertakingReader
from mithaq.languages import LanguagePack, Rule, available_languages, load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Commitment
from mithaq.model.extraction import Extraction
from mithaq.text.annotated import AnnotatedArticle
from mithaq.text.prepare import prepare

RULES = [(code, rule) for code in available_languages() for rule in load_pack(code).layer("commitments")]


def annotated(code: str, text: str, title: str | None = None) -> AnnotatedArticle:
    article = Article("test", "test.txt", None, code, "2022-05-12", "explicit", title, text)
    return annotate(prepare(article, load_pack(code)))


def extraction(code: str, text: str, title: str | None = None) -> Extraction:
    return claim_reader(code).read(annotated(code, text, title))


def commitments(code: str, text: str, title: str | None = None) -> list[tuple[Claim, Commitment]]:
    return [
        (claim, claim.content)
        for claim in extraction(code, text, title).claims
        if isinstance(claim.content, Commitment)
    ]


def actions(code: str, text: str, title: str | None = None) -> list[str]:
    return [content.action for _, content in commitments(code, text, title)]


def reasons(code: str, text: str) -> set[str]:
    return {found.reason for found in extraction(code, text).rejections if found.kind == "commitment"}


def name_of(case: object) -> str:
    return case.name if isinstance(case, Rule) else str(case)


def actions_of_rule(pack: LanguagePack, rule: Rule, text: str) -> list[str]:
    from dataclasses import replace

    others = tuple(other for other in pack.rules if other.layer != "commitments")
    reader = UndertakingReader(replace(pack, rules=(*others, rule)))
    clauses = reader.read(annotated(pack.code, text))
    units = clauses.units
    return [text[units[found.action].start : units[found.action].end] for found in reader.find(clauses)]


@pytest.mark.parametrize(("code", "rule"), RULES, ids=name_of)
def test_a_rule_finds_where_the_action_begins_in_its_examples(code: str, rule: Rule) -> None:
    for text, expected in rule.examples:
        assert expected in actions_of_rule(load_pack(code), rule, text), text


@pytest.mark.parametrize(("code", "rule"), RULES, ids=name_of)
def test_a_rule_finds_nothing_in_its_counter_examples(code: str, rule: Rule) -> None:
    for text in rule.counter_examples:
        assert actions_of_rule(load_pack(code), rule, text) == [], text


@pytest.mark.parametrize(
    ("code", "text", "by"),
    [
        ("en", "France pledged to send more medicine to the camps.", ("FR",)),
        ("en", "The European Union will step up its support for local police.", ("European Union",)),
        ("en", "Saudi Arabia and Egypt agreed to build a bridge over the strait.", ("SA", "EG")),
        ("fr", "La France s'est engagée à envoyer des médicaments aux camps.", ("FR",)),
        ("fr", "Les ministres ont décidé de renforcer la mission.", ("participants",)),
        ("ar", "تعهدت فرنسا بإرسال أدوية إلى المخيمات.", ("FR",)),
        ("ar", "اتفق الوزراء على تشكيل لجنة مشتركة.", ("participants",)),
        ("ar", "وقال الوزراء إن المغرب سيعزز حضوره في المنطقة.", ("MA",)),
    ],
)
def test_the_subject_is_bound(code: str, text: str, by: tuple[str, ...]) -> None:
    found = commitments(code, text)
    assert [content.by for _, content in found] == [by]


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "The ministers pledged to close the border, share intelligence and train local police.", 3),
        ("fr", "Les ministres se sont engagés à fermer la frontière et à former la police locale.", 2),
        ("ar", "أكد الوزراء عزمهم على مواصلة القتال وتجفيف منابع التمويل ومنع تدفق السلاح.", 3),
        ("ar", "اتفق الجانبان على ما يلي وعلى إنشاء صندوق مشترك.", 1),
    ],
)
def test_an_enumeration_is_one_commitment_an_action(code: str, text: str, count: int) -> None:
    assert len(actions(code, text)) == count


def test_an_announced_list_gives_an_action_an_item() -> None:
    text = "The two sides agreed to take these steps:\n- Open a joint office.\n- Exchange data on flights.\n\nThey left on Monday."
    assert actions("en", text) == ["take these steps", "Open a joint office", "Exchange data on flights"]


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("en", "Germany refused to promise to send troops.", "negated"),
        ("en", "Germany hopes it will send troops.", "value_only"),
        ("en", "The government had promised to rebuild the town.", "not_future"),
        ("en", "The storm will destroy houses.", "no_actor"),
        ("fr", "La tempête détruira des maisons.", "no_actor"),
        ("ar", "يأمل الوزراء أن سيدعم المجلس خطتهم.", "value_only"),
        ("ar", "العاصفة ستدمر بيوتا كثيرة.", "no_actor"),
    ],
)
def test_what_is_no_commitment_is_refused_with_its_reason(code: str, text: str, reason: str) -> None:
    assert actions(code, text) == []
    assert reason in reasons(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The summit will discuss trade."),
        ("en", "The minister called on Iran to free the sailors."),
        ("en", "Arsenal will play at home on Sunday."),
        ("fr", "Le ministre rencontrera son homologue mardi."),
        ("ar", "سيناقش الوزراء الوضع في المنطقة."),
        ("ar", "دعا الوزير إيران إلى إطلاق البحارة."),
        ("ar", "وأكد وزير النرويج أن العلاقات ستتحسن."),
        ("ar", "قال الوزير إن النرويج تعتزم بحث سبل مواجهة الجفاف."),
    ],
)
def test_agenda_calls_and_sport_are_silent(code: str, text: str) -> None:
    assert actions(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("en", "The loan is possible if the government decided to close the mine.", "hypothetical"),
        ("fr", "Le prêt est possible si le gouvernement décide de fermer la mine.", "hypothetical"),
        ("ar", "يمكن تقديم القرض في حال قررت الحكومة إغلاق المنجم.", "hypothetical"),
        ("en", "Prices fell after Norway decided to close the mine.", "not_future"),
        ("fr", "Après sa décision de fermer la mine, la Norvège attend.", "not_future"),
        ("ar", "ارتفعت الأسعار بعدما قررت النرويج إغلاق المنجم.", "not_future"),
        ("en", "The bank has called for Norway and Chad to be ready to lower tariffs.", "call_on_others"),
        ("ar", "تواصل النرويج حث الدول على خفض الرسوم.", "call_on_others"),
        ("en", "This will weaken the government of Norway.", "no_actor"),
        ("fr", "Cela affaiblira le gouvernement de la Norvège.", "no_actor"),
        ("ar", "وهو ما سيضعف حكومة النرويج.", "no_actor"),
        ("ar", "وأضاف الوزير أن لقاء أوسلو سيحسم الخلاف بين النرويج وتشاد.", "no_actor"),
        ("ar", "وقال وزير الخارجية النرويجي إن تشاد أبلغته أنها ستفتح الحدود.", "not_own"),
        ("ar", "أوضح وزير النرويج أن هذه هي الخطوات التي سنعلنها.", "no_action"),
        ("en", "The steps that Norway can take will calm the markets.", "no_actor"),
        ("en", "Efforts to move forward the European Union will calm the markets.", "no_actor"),
    ],
)
def test_conditions_past_decisions_calls_and_forecasts_bind_nobody(code: str, text: str, reason: str) -> None:
    assert actions(code, text) == []
    assert reason in reasons(code, text)


@pytest.mark.parametrize(
    ("code", "text", "action"),
    [
        ("en", "Norway pledged to not close the border.", "not close the border"),
        ("en", "Norway will not close the border.", "will not close the border"),
        ("fr", "La Norvège a décidé de ne pas fermer la frontière.", "ne pas fermer la frontière"),
        ("ar", "قررت النرويج عدم إغلاق الحدود.", "عدم إغلاق الحدود"),
        ("ar", "لن تغلق النرويج الحدود.", "لن تغلق النرويج الحدود"),
    ],
)
def test_an_action_keeps_its_negation(code: str, text: str, action: str) -> None:
    assert actions(code, text) == [action]


def test_a_pledge_told_after_the_fact_still_binds() -> None:
    assert actions("en", "Prices fell after Norway pledged to close the mine.") == ["close the mine"]


def test_a_name_before_a_verb_is_no_future() -> None:
    assert actions("ar", "أكد رئيس المجلس عبدالباسط سيدا حضور المؤتمر في تشاد.") == []


def test_a_parenthesis_may_part_the_verb_from_the_action() -> None:
    text = "قررت الحكومة التشادية، مساء الأحد، الموافقة على بناء السد."
    assert [(content.by, content.action) for _, content in commitments("ar", text)] == [
        (("TD",), "الموافقة على بناء السد")
    ]


@pytest.mark.parametrize(
    ("code", "text", "by"),
    [
        (
            "en",
            "The Norwegian minister met his Chadian counterpart and the pair agreed to open a school.",
            ("NO", "TD"),
        ),
        ("ar", "وقال وزير الخارجية النرويجي إن الحكومة ستفتح الحدود.", ("NO",)),
    ],
)
def test_pairs_pronouns_and_governments_are_resolved(code: str, text: str, by: tuple[str, ...]) -> None:
    assert [content.by for _, content in commitments(code, text)] == [by]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway set itself a target of halving emissions by 2035."),
        ("fr", "La Norvège s'est fixé pour objectif de réduire ses émissions d'ici 2035."),
        ("ar", "وضعت النرويج هدفا لخفض الانبعاثات بحلول 2035."),
    ],
)
def test_a_target_with_a_date_binds(code: str, text: str) -> None:
    assert [(content.by, content.deadline) for _, content in commitments(code, text)] == [(("NO",), "../2035")]


@pytest.mark.parametrize(
    ("code", "text", "deadline"),
    [
        ("en", "Canada pledged to plant two million trees by 2030.", "../2030"),
        ("fr", "Le Canada s'est engagé à planter deux millions d'arbres d'ici 2030.", "../2030"),
        ("ar", "تعهدت كندا بزراعة مليوني شجرة بحلول يونيو 2023.", "../2023-06"),
        ("en", "Canada pledged to carry out the agreement of 2015.", None),
    ],
)
def test_a_deadline_is_read_from_the_actions_own_words(code: str, text: str, deadline: str | None) -> None:
    assert [content.deadline for _, content in commitments(code, text)] == [deadline]


def test_a_condition_is_marked_with_its_words() -> None:
    text = "Norway will send two ships if the parliament approves."
    ((claim, content),) = commitments("en", text)
    assert content.conditional
    assert dict(claim.slot_spans)["conditional"].of(text) == "if"


def test_the_text_of_a_meeting_speaks_for_its_participants() -> None:
    title = "Leaders' Communiqué"
    assert [content.by for _, content in commitments("en", "We support open markets for food.", title)] == [
        ("participants",)
    ]
    assert actions("en", "Promote the training of young farmers in all regions.", title) == [
        "Promote the training of young farmers in all regions"
    ]
    assert actions("en", "Promote the training of young farmers in all regions.", "A farmer's diary") == []


def test_the_tests_are_decided_by_words() -> None:
    text = "The ministers agreed to jointly open an office in Rabat."
    ((claim, content),) = commitments("en", text)
    spans = dict(claim.slot_spans)
    assert content.tests.discrete and content.tests.specific and content.tests.future and content.tests.collective
    assert spans["specific"].of(text) == "Rabat"
    assert spans["future"].of(text).startswith("agreed to")


def test_a_vague_action_is_not_specific() -> None:
    ((_, content),) = commitments("en", "The ministers agreed to cooperate.")
    assert not content.tests.specific


def test_the_same_promise_told_twice_is_one_and_the_fuller() -> None:
    text = "France will send 20 doctors.\n\nThe mayor thanked them.\n\nFrance will send 20 doctors to the camps in the north."
    assert actions("en", text) == ["send 20 doctors to the camps in the north"]


@pytest.mark.parametrize(
    ("code", "text", "action"),
    [
        ("en", "It was agreed to form a joint committee.", "form a joint committee"),
        ("fr", "Il a été convenu de créer un comité conjoint.", "créer un comité conjoint"),
        ("ar", "تم الاتفاق على تشكيل لجنة مشتركة.", "تشكيل لجنة مشتركة"),
        ("en", "The memorandum provides for the withdrawal of troops.", "withdrawal of troops"),
        ("fr", "Le mémorandum prévoit le retrait des troupes.", "retrait des troupes"),
        ("ar", "تنص المذكرة على سحب القوات.", "سحب القوات"),
        ("fr", "Les parties ont signé un accord pour échanger des prisonniers.", "échanger des prisonniers"),
    ],
)
def test_an_agreement_binds_its_parties(code: str, text: str, action: str) -> None:
    ((_, found),) = commitments(code, text)
    assert (found.by, found.action, found.tests.collective) == (("participants",), action, True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway announced the deployment of 200 soldiers to Chad."),
        ("en", "Norway has vowed not to pay ransoms."),
        ("en", "Norway's prime minister promised more aid for Chad."),
        ("en", "Norway will be rebuilding schools."),
        ("en", "Norway's government approved a plan to train 500 judges."),
        ("fr", "La Norvège a annoncé l'envoi de 200 soldats au Tchad."),
        ("fr", "Le premier ministre norvégien a promis davantage d'aide au Tchad."),
        ("fr", "La Norvège a décidé la fermeture du camp."),
        ("ar", "أعلنت النرويج إرسال 200 جندي إلى تشاد."),
        ("ar", "التزمت النرويج بخفض انبعاثاتها."),
        ("ar", "أقرت حكومة النرويج خطة لتدريب 500 قاض."),
    ],
)
def test_ways_to_bind_oneself(code: str, text: str) -> None:
    assert [found.by for _, found in commitments(code, text)] == [("NO",)]


def test_two_things_agreed_on_are_two_commitments() -> None:
    text = (
        "Le Soudan et le Tchad se sont mis d'accord sur la normalisation de leurs relations et sur la fin des combats."
    )
    assert actions("fr", text) == ["normalisation de leurs relations", "fin des combats"]


def test_what_is_said_to_reach_into_a_value_only_is_none() -> None:
    assert actions("ar", "يعكس اللقاء حرص البلدين على التواصل الدائم والتنسيق.") == []


def test_a_binding_word_goes_before_what_binds_in_a_communique_only() -> None:
    text = (
        '"We have agreed on a series of measures with our neighbours," Norway\'s foreign minister Torvald Brekke said.'
    )
    assert [found.by for _, found in commitments("en", text)] == [("NO",)]


@pytest.mark.parametrize(
    ("code", "text", "by", "action"),
    [
        ("en", "Norway also pledged $29 million for Chad.", ("NO",), "$29 million for Chad"),
        ("fr", "La Norvège a promis 29 millions d'euros au Tchad.", ("NO",), "29 millions d'euros au Tchad"),
        ("ar", "وعدت النرويج بمبلغ 29 مليون دولار.", ("NO",), "29 مليون دولار"),
    ],
)
def test_sums_promised_bind(code: str, text: str, by: tuple[str, ...], action: str) -> None:
    assert [(content.by, content.action) for _, content in commitments(code, text)] == [(by, action)]


@pytest.mark.parametrize(
    ("code", "text", "by"),
    [
        ("en", "The soldiers will be withdrawn by Norway.", ("NO",)),
        ("en", "Several countries, including Mali and Chad, have committed to close their camps.", ("ML", "TD")),
        ("en", "Norway has drawn up a plan to build 40 schools.", ("NO",)),
        ("en", "Norway agreed that its army would train the guards.", ("NO",)),
        ("en", "Norway's foreign minister said his country would open a consulate.", ("NO",)),
        ("en", "Measures to curb smuggling were agreed by both sides.", ("participants",)),
        ("en", "The memorandum commits both states to exchange prisoners.", ("participants",)),
        ("fr", "Les soldats seront retirés par la Norvège.", ("NO",)),
        ("fr", "Le gouvernement norvégien a élaboré un plan pour construire 40 écoles.", ("NO",)),
        ("fr", "La Norvège a décidé que la mission serait prolongée.", ("NO",)),
        ("fr", "Des mesures contre la contrebande ont été convenues par les deux parties.", ("participants",)),
        ("fr", "Le mémorandum engage les deux parties à échanger des prisonniers.", ("participants",)),
        ("ar", "أعدت الحكومة النرويجية خطة لبناء 40 مدرسة.", ("NO",)),
        ("ar", "عرضت النرويج استضافة الجولة المقبلة.", ("NO",)),
        ("ar", "من المقرر أن ترسل النرويج جنودا إلى تشاد.", ("NO",)),
    ],
)
def test_plans_passives_groups_and_agreements_tell_who_is_bound(code: str, text: str, by: tuple[str, ...]) -> None:
    assert [content.by for _, content in commitments(code, text)] == [by]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "In June 2021, in Rome, the ministers had promised to rebuild the town."),
        ("fr", "En juin 2021, à Rome, les ministres s'étaient engagés à reconstruire la ville."),
        ("ar", "وكان الوزراء قد تعهدوا في روما بإعادة بناء المدينة."),
    ],
)
def test_an_earlier_promise_told_with_its_time_or_place_is_on_record(code: str, text: str) -> None:
    assert [content.by for _, content in commitments(code, text)] == [("participants",)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The bill, which will be adopted by Norway, is long."),
        ("en", "The road will be rebuilt, the engineer said."),
        ("en", "The two presidents will meet again in Rome in the autumn."),
        ("fr", "La Norvège envisage d'envoyer des soldats au Tchad."),
        ("fr", "Le texte, qui sera adopté par la Norvège, est long."),
        ("ar", "هذا ما تعهدت النرويج بتقديم دعم له."),
    ],
)
def test_descriptions_meetings_told_by_others_and_what_is_weighed_bind_nobody(code: str, text: str) -> None:
    assert actions(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "by"),
    [
        ("en", "World powers and neighbouring states have pledged to rebuild the town.", ("participants",)),
        ("fr", "Les grandes puissances se sont engagées à reconstruire la ville.", ("participants",)),
        ("ar", "تعهدت قوى عالمية وإقليمية بإعادة بناء المدينة.", ("participants",)),
        ("en", "The deal between Mali and Chad to exchange prisoners was hailed.", ("ML", "TD")),
        ("fr", "L'accord entre le Mali et le Tchad pour échanger des prisonniers a été salué.", ("ML", "TD")),
        ("en", "Norwegian troops will guard the island.", ("NO",)),
        ("ar", "ستنسحب القوات النرويجية من الجزيرة.", ("NO",)),
        ("en", "On Monday Norway pledged to send tents.", ("NO",)),
        ("en", "Norway said on Monday that it had agreed to take back its citizens.", ("NO",)),
        ("en", 'The minister promised that Norway "will send tents to the camps."', ("NO",)),
        ("en", "Mali, Norway's partner, has pledged to open the road.", ("ML",)),
        ("en", '"We are not sending tanks," the Norwegian prime minister said.', ("NO",)),
        ("en", "Norway said it was sending 200 tents to Chad.", ("NO",)),
        ("en", "The Norwegian foreign minister said Norway will be part of the mission.", ("NO",)),
        ("fr", "La Norvège fera partie de la mission.", ("NO",)),
        ("ar", "ستكون النرويج جزءا من البعثة.", ("NO",)),
    ],
)
def test_groups_agreements_quotations_and_parts_tell_who_is_bound(code: str, text: str, by: tuple[str, ...]) -> None:
    assert [content.by for _, content in commitments(code, text)] == [by]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Chad will open the border in return for Norway lifting the ban."),
        ("fr", "Le Tchad ouvrira la frontière en échange du versement par la Norvège de dix millions de dollars."),
        ("ar", "ستفتح تشاد الحدود مقابل أن ترفع النرويج الحظر."),
    ],
)
def test_what_one_side_gives_in_return_is_its_own_promise(code: str, text: str) -> None:
    assert ("NO",) in [content.by for _, content in commitments(code, text)]


@pytest.mark.parametrize(
    "text", ["Norway is not raining.", "The troops are watching 20 houses.", "It will be part of history."]
)
def test_what_merely_happens_is_no_promise(text: str) -> None:
    assert actions("en", text) == []


def test_an_action_ends_where_its_source_or_the_news_of_another_day_begins() -> None:
    text = "Norway will close the old mines by 2030, according to the text."
    assert actions("en", text) == ["close the old mines by 2030"]
