"""Memberships in three languages: the sentences are ours, the expectations written by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Membership
from mithaq.text.prepare import prepare


def memberships(language: str, text: str) -> list[Membership]:
    article = Article("test", "test.txt", None, language, "2024-05-15", "explicit", None, text)
    extraction = claim_reader(language).read(annotate(prepare(article, load_pack(language))))
    return [claim.content for claim in extraction.claims if isinstance(claim.content, Membership)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Kenya, Yemen and Mauritania joined the Global Coalition against Daesh.",
            {("KE", "joined"), ("YE", "joined"), ("MR", "joined")},
        ),
        ("en", "Mali withdrew from ECOWAS.", {("ML", "left")}),
        ("en", "The African Union suspended Niger.", {("NE", "suspended")}),
        ("en", "Ukraine applied to join the European Union.", {("UA", "applied")}),
        ("en", "Saudi Arabia was invited to join BRICS.", {("SA", "invited")}),
        (
            "en",
            "BRICS, which includes Brazil, Russia and India, will grow.",
            {("BR", "member"), ("RU", "member"), ("IN", "member")},
        ),
        ("fr", "La Suède et la Finlande ont rejoint l'OTAN.", {("SE", "joined"), ("FI", "joined")}),
        ("fr", "La Géorgie a demandé à rejoindre l'Union européenne.", {("GE", "applied")}),
        ("fr", "L'Union africaine a suspendu le Niger.", {("NE", "suspended")}),
        (
            "fr",
            "Le ministre salue l'adhésion de la Mauritanie, du Kenya et du Yémen à l'OTAN.",
            {("MR", "joined"), ("KE", "joined"), ("YE", "joined")},
        ),
        (
            "ar",
            "رحب الوزراء بانضمام كينيا وموريتانيا واليمن إلى التحالف الدولي ضد داعش.",
            {("KE", "joined"), ("MR", "joined"), ("YE", "joined")},
        ),
        ("ar", "انسحبت النيجر من الإيكواس.", {("NE", "left")}),
        ("ar", "علقت الجامعة العربية عضوية سوريا.", {("SY", "suspended")}),
    ],
)
def test_lists_are_taken_apart(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(found.member, found.change) for found in memberships(language, text)} == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Sweden became the 32nd member of NATO on 7 March 2024.", ("NATO", "SE", 32, "2024-03-07")),
        ("fr", "La Suède est devenue le 32e membre de l'OTAN.", ("NATO", "SE", 32, None)),
        ("ar", "انضمت السويد إلى حلف شمال الأطلسي في مارس 2024 لتصبح العضو رقم 32.", ("NATO", "SE", 32, "2024-03")),
    ],
)
def test_the_number_of_a_member(language: str, text: str, expected: tuple[str, str, int, str | None]) -> None:
    [found] = memberships(language, text)
    assert (found.body, found.member, found.ordinal, found.date) == expected


def test_members_in_brackets() -> None:
    found = memberships("ar", "بحث مجلس التعاون الخليجي (السعودية وعمان والكويت) الأزمة.")
    assert [(member.body, member.member, member.change) for member in found] == [
        ("Gulf Cooperation Council", "SA", "member"),
        ("Gulf Cooperation Council", "OM", "member"),
        ("Gulf Cooperation Council", "KW", "member"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lionel Messi joined Inter Miami in 2023 and left Barcelona in 2021."),
        ("en", "Turkey's negotiations to join the European Union are slow."),
        ("en", "Ukraine has not joined NATO."),
        ("fr", "Le président a quitté Paris pour le Niger."),
        ("ar", "غادر الرئيس السوداني موريتانيا بعد قمة الاتحاد الأفريقي."),
        ("ar", "انضم اللاعب التشيلي إلى نادي يوفنتوس."),
    ],
)
def test_what_is_no_membership(language: str, text: str) -> None:
    assert memberships(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "body", "members"),
    [
        ("en", "The six members of the Gulf Cooperation Council -- Qatar, Oman and Kuwait -- met.", "Gulf Cooperation Council", ["QA", "OM", "KW"]),
        ("en", "The members of the G7: Canada, France and Japan.", "G7", ["CA", "FR", "JP"]),
        ("en", "The G7 groups Canada, France and Japan.", "G7", ["CA", "FR", "JP"]),
        ("en", "The G7, made up of Canada, France and Japan, met.", "G7", ["CA", "FR", "JP"]),
        ("en", "NATO's founding members are Belgium, Canada and France.", "NATO", ["BE", "CA", "FR"]),
        ("fr", "Les membres du Conseil de coopération du Golfe (Qatar, Oman et Koweït) se concertent.", "Gulf Cooperation Council", ["QA", "OM", "KW"]),
        ("fr", "Le G7, composé du Canada, de la France et du Japon, se concerte.", "G7", ["CA", "FR", "JP"]),
        ("fr", "Les pays membres du G5 Sahel : la Mauritanie, le Mali et le Niger.", "G5 Sahel", ["MR", "ML", "NE"]),
        ("ar", "تشاورت الدول الأعضاء في مجلس التعاون الخليجي: قطر وعمان والكويت.", "Gulf Cooperation Council", ["QA", "OM", "KW"]),
        ("ar", "أعضاء مجلس التعاون الخليجي هم قطر وعمان والكويت.", "Gulf Cooperation Council", ["QA", "OM", "KW"]),
        ("ar", "يضم مجلس التعاون الخليجي كلا من قطر وعمان والكويت.", "Gulf Cooperation Council", ["QA", "OM", "KW"]),
    ],
)  # fmt: skip
def test_members_listed_beside_their_body(language: str, text: str, body: str, members: list[str]) -> None:
    found = memberships(language, text)
    assert [(member.body, member.member, member.change) for member in found] == [
        (body, member, "member") for member in members
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "OPEC member Iran, Saudi Arabia's rival, will not cut its output."),
        ("en", "The members of the European Union told Mali and Niger to wait."),
        ("en", "NATO said armed groups in Syria and Iraq had fled."),
        ("en", "The Nuclear Security Summit excluded Belarus."),
        ("fr", "Les membres de l'OTAN ont condamné le Mali et le Niger."),
        ("ar", "دعت الدول الأعضاء في حلف شمال الأطلسي روسيا وإيران إلى الحوار."),
    ],
)
def test_states_that_no_list_makes_members(language: str, text: str) -> None:
    assert memberships(language, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "رحب الوزراء بانضمام النرويج وتشاد كعضوين جديدين رقم 82 و83 إلى التحالف الدولي ضد داعش."),
        ("en", "Norway and Chad joined the Global Coalition against Daesh as its 82nd and 83rd members."),
        ("fr", "La Norvège et le Tchad ont rejoint la Coalition mondiale contre Daech comme 82e et 83e membres."),
    ],
)
def test_each_of_two_new_members_has_its_number(code: str, text: str) -> None:
    assert [(found.member, found.ordinal) for found in memberships(code, text)] == [("NO", 82), ("TD", 83)]
