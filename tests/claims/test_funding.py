"""Funding: who gives, asks or promises how much to whom, in three languages; and money that is none."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Funding
from mithaq.model.extraction import Extraction
from mithaq.text.prepare import prepare


def extraction(code: str, text: str) -> Extraction:
    article = Article("test", "test.txt", None, code, "2022-05-12", "explicit", None, text)
    return claim_reader(code).read(annotate(prepare(article, load_pack(code))))


def funding(code: str, text: str) -> list[Funding]:
    return [claim.content for claim in extraction(code, text).claims if isinstance(claim.content, Funding)]


def reasons(code: str, text: str) -> list[str]:
    return [found.reason for found in extraction(code, text).rejections if found.kind == "funding"]


@pytest.mark.parametrize(
    ("code", "text", "donor", "stage"),
    [
        ("en", "Norway pledged $40 million for Yemen.", "NO", "pledge"),
        ("en", "Norway will provide $40 million to Yemen.", "NO", "pledge"),
        ("en", "The World Bank approved $40 million for Yemen.", "World Bank", "commitment"),
        ("en", "Norway delivered $40 million to Yemen.", "NO", "paid"),
        ("en", "A total of $40 million was pledged by Norway for Yemen.", "NO", "pledge"),
        ("en", "Yemen appealed for $40 million for its hospitals.", None, "appeal"),
        ("fr", "La Norvège a promis 40 millions de dollars pour le Yémen.", "NO", "pledge"),
        ("fr", "La Norvège versera 40 millions de dollars au Yémen.", "NO", "pledge"),
        ("fr", "La Norvège a versé 40 millions de dollars au Yémen.", "NO", "paid"),
        (
            "fr",
            "Quarante hôpitaux attendent les 40 millions de dollars promis par la Norvège pour le Yémen.",
            "NO",
            "pledge",
        ),
        ("ar", "تعهدت النرويج بتقديم 40 مليون دولار لليمن.", "NO", "pledge"),
        ("ar", "ستخصص النرويج 40 مليون دولار لليمن.", "NO", "pledge"),
        ("ar", "خصصت النرويج 40 مليون دولار لليمن.", "NO", "commitment"),
        ("ar", "قدمت النرويج 40 مليون دولار لليمن.", "NO", "paid"),
    ],
)
def test_donor_and_stage(code: str, text: str, donor: str | None, stage: str) -> None:
    (found,) = funding(code, text)
    assert (found.donor, found.stage, found.amount, found.currency) == (donor, stage, 40_000_000, "USD")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway pledged $40 million for Yemen."),
        ("fr", "La Norvège a promis 40 millions de dollars pour le Yémen."),
        ("ar", "تعهدت النرويج بتقديم 40 مليون دولار لليمن."),
    ],
)
def test_the_recipient_stands_behind_for(code: str, text: str) -> None:
    assert funding(code, text)[0].recipient == "YE"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway pledged $40 million for Yemen and $15 million for Iraq."),
        ("ar", "خصصت النرويج 40 مليون دولار لليمن، و15 مليون دولار للعراق."),
    ],
)
def test_a_sum_without_a_verb_takes_verb_and_donor_from_the_one_before(code: str, text: str) -> None:
    first, second = sorted(funding(code, text), key=lambda found: -found.amount)
    assert (second.donor, second.stage, second.recipient) == (first.donor, first.stage, "IQ")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The club sold the striker for a fee of $40 million."),
        ("en", "The company reported a profit of $40 million."),
        ("en", "Oil rose to $80 a barrel."),
        ("fr", "La société a annoncé un bénéfice de 40 millions d'euros."),
        ("ar", "أعلنت الشركة أرباحا بلغت 40 مليون دولار."),
    ],
)
def test_prices_profits_and_fees_are_refused(code: str, text: str) -> None:
    assert funding(code, text) == []
    assert set(reasons(code, text)) <= {"price", "no_party"} and reasons(code, text)


def test_one_promise_told_twice_is_one_claim() -> None:
    text = "Norway pledged $40 million.\n\nThe money is welcome.\n\nNorway pledged $40 million for Yemen in 2023."
    (found,) = funding("en", text)
    assert (found.recipient, found.period) == ("YE", "2023")
    assert "repeated" in reasons("en", text)


def test_the_same_sum_in_another_currency_is_not_a_second_one() -> None:
    (found,) = funding("en", "Norway pledged 40 million euros ($43 million) for Yemen.")
    assert found.currency == "EUR"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Yemen benefited from a loan of $40 million."),
        ("fr", "Le Yémen a bénéficié d'un prêt de 40 millions de dollars."),
        ("ar", "استفاد اليمن من قرض قيمته 40 مليون دولار."),
        ("ar", "تلقى اليمن منحة بقيمة 40 مليون دولار."),
    ],
)
def test_whoever_receives_a_loan_is_no_donor(code: str, text: str) -> None:
    (found,) = funding(code, text)
    assert (found.donor, found.recipient, found.stage) == (None, "YE", "paid")


def test_the_state_a_deficit_is_blamed_on_receives_nothing() -> None:
    text = "العجز بلغ 40 مليون دولار بسبب الأزمة اليمنية."
    assert all(found.recipient != "YE" for found in funding("ar", text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway's club paid $40 million for the striker."),
        ("fr", "Le club a versé 40 millions d'euros au titre de l'accord de transfert."),
        ("ar", "دفع النادي 40 مليون دولار للاعب."),
    ],
)
def test_what_is_paid_for_a_player_is_no_funding(code: str, text: str) -> None:
    assert funding(code, text) == []
    assert reasons(code, text) == ["price"]


def test_what_a_club_asks_in_an_article_about_a_player_is_no_funding() -> None:
    text = "وافق فريق الأهلي على رحيل اللاعب.\n\nوطالب الأهلي بالحصول على 45 مليون يورو في بداية المفاوضات."
    assert funding("ar", text) == []
    assert reasons("ar", text) == ["price"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Donors promised $700 million, of which 45 million will go to Iraq."),
        ("en", "Norway pledged $700 million, including $45 million for Iraq."),
        ("fr", "Les donateurs ont promis 700 millions de dollars, dont 45 millions pour l'Irak."),
        ("ar", "تعهد المانحون بتقديم 700 مليون دولار، منها 45 مليونا للعراق."),
    ],
)
def test_a_part_says_which_sum_it_is_a_part_of(code: str, text: str) -> None:
    whole, part = sorted(funding(code, text), key=lambda found: -found.amount)
    assert (whole.amount, whole.part_of) == (700_000_000, None)
    assert (part.amount, part.currency, part.recipient, part.part_of) == (45_000_000, "USD", "IQ", 700_000_000)
    assert (part.donor, part.stage) == (whole.donor, whole.stage)


def test_every_part_of_a_list_belongs_to_the_whole() -> None:
    text = "Norway pledged $100 million, including $40 million for Yemen and $20 million for Chad."
    assert {found.recipient: found.part_of for found in funding("en", text)} == {
        None: None,
        "YE": 100_000_000,
        "TD": 100_000_000,
    }


def test_two_sums_side_by_side_are_no_part_of_each_other() -> None:
    text = "Norway pledged $100 million for Yemen, and $40 million for Chad."
    assert {found.part_of for found in funding("en", text)} == {None}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway agreed to lend Chad $40 million."),
        ("en", "Norway will give Chad $40 million."),
        ("ar", "منحت النرويج تشاد 40 مليون دولار."),
    ],
)
def test_whom_the_verb_serves_receives(code: str, text: str) -> None:
    (found,) = funding(code, text)
    assert (found.donor, found.recipient) == ("NO", "TD")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway's contribution of $40 million reached Chad."),
        ("fr", "La contribution norvégienne de 40 millions de dollars est arrivée."),
        ("ar", "بلغت مساهمة النرويج 40 مليون دولار."),
        ("fr", "Le Tchad recevra 40 millions de dollars de la Norvège."),
        ("ar", "سيحصل اليمن على 40 مليون دولار من النرويج."),
    ],
)
def test_the_giver_beside_a_noun_or_behind_a_receiver(code: str, text: str) -> None:
    (found,) = funding(code, text)
    assert found.donor == "NO"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The United Nations launched a $2 billion appeal for Yemen."),
        ("fr", "L'ONU a lancé un appel de 2 milliards de dollars pour le Yémen."),
        ("ar", "أطلقت الأمم المتحدة نداء لجمع ملياري دولار لليمن."),
    ],
)
def test_whoever_launches_an_appeal_gives_nothing(code: str, text: str) -> None:
    (found,) = funding(code, text)
    assert (found.donor, found.recipient, found.stage, found.amount) == (None, "YE", "appeal", 2_000_000_000)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The initiative aims to raise $40 million by 2027."),
        ("fr", "L'initiative vise à lever 40 millions de dollars d'ici 2027."),
        ("ar", "تهدف المبادرة إلى جمع 40 مليون دولار بحلول 2027."),
    ],
)
def test_a_plan_to_raise_a_sum_is_an_appeal(code: str, text: str) -> None:
    assert [(one.donor, one.stage, one.period) for one in funding(code, text)] == [(None, "appeal", "../2027")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway doubled its aid to Yemen to $40 million."),
        ("fr", "La Norvège a porté son aide au Yémen à 40 millions d'euros."),
        ("ar", "وضاعفت النرويج مساعداتها لليمن إلى 40 مليون دولار."),
    ],
)
def test_a_gift_belongs_to_the_subject_whose_it_is(code: str, text: str) -> None:
    assert [(one.donor, one.recipient) for one in funding(code, text)] == [("NO", "YE")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Norway slashed its aid to Yemen by $40 million."),
        ("fr", "La Norvège a gelé son aide au Yémen de 40 millions d'euros."),
        ("ar", "قلصت النرويج مساعداتها لليمن بمقدار 40 مليون دولار."),
    ],
)
def test_what_is_cut_from_a_gift_is_no_gift(code: str, text: str) -> None:
    assert funding(code, text) == []


def test_sums_joined_by_a_conjunction_of_its_own_share_their_giver() -> None:
    found = funding("ar", "رصدت النرويج 45 مليون دولار لليمن و60 مليون دولار للعراق.")
    assert [(one.donor, one.recipient) for one in found] == [("NO", "YE"), ("NO", "IQ")]


def test_donors_are_named_by_their_noun() -> None:
    found = funding("en", "International donors on Tuesday pledged 6.4bn euros ($6.7bn) for farmers.")
    assert [one.donor for one in found] == ["donors"]


def test_what_a_plan_aims_to_raise_is_not_what_a_sum_is_for() -> None:
    text = "أعلنت النرويج أنها ستقدم 200 مليون دولار، ضمن خطة تهدف إلى جمع 600 مليون دولار."
    assert [(found.donor, found.recipient, found.purpose) for found in funding("ar", text) if found.amount == 2e8] == [
        ("NO", None, None)
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The United States did not pay the $8 million it owed to Chad."),
        ("en", "The IMF will not release the loan of $8 million to Chad."),
        ("en", "Norway refused to give $8 million to Chad."),
        ("fr", "Le FMI n'a pas versé les 8 millions d'euros promis au Tchad."),
        ("fr", "La Norvège ne débloquera pas le prêt de 8 millions d'euros au Tchad."),
        ("fr", "La Norvège a refusé de verser 8 millions d'euros au Tchad."),
        ("ar", "لم تدفع الولايات المتحدة 8 ملايين دولار لتشاد."),
        ("ar", "لن تقدم النرويج 8 ملايين دولار لتشاد."),
        ("ar", "رفضت النرويج تقديم 8 ملايين دولار لتشاد."),
    ],
)
def test_money_that_is_denied_is_no_funding(code: str, text: str) -> None:
    assert funding(code, text) == []
    assert "negated" in reasons(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The United States will not only pay $8 million to Chad but train its police."),
        ("en", "Norway, which did not attend, gave $8 million to Chad."),
        ("en", "Norway will not release the $8 million for Chad unless it signs."),
        ("fr", "Le FMI n'a versé que 8 millions d'euros au Tchad."),
        ("fr", "La Norvège versera pas moins de 8 millions d'euros au Tchad."),
        ("ar", "لن تكتفي النرويج بالقول، وستقدم 8 ملايين دولار لتشاد."),
    ],
)
def test_a_denial_beside_it_or_a_condition_denies_no_gift(code: str, text: str) -> None:
    assert [found.amount for found in funding(code, text)] == [8e6]
