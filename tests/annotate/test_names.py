"""Names in running text: who, which body, where, in three languages. Expectations are written from the texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.annotate.names import printed_name, read_names
from mithaq.model.annotation import Annotation
from mithaq.model.values import CountryValue, OrganisationValue, PersonValue, PlaceValue


def names(text: str, language: str) -> list[str]:
    return [printed_name(found) for found in read_names(text, language)]


def of_kind(text: str, language: str, kind: str) -> list[Annotation]:
    return [found for found in read_names(text, language) if found.kind == kind]


class TestCountries:
    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("زار وفد من جنوب السودان مصر", "ar", ["SS", "EG"]),
            ("وبالمغرب وللأردن ولمصر", "ar", ["MA", "JO", "EG"]),
            ("القوات الأمريكية والفرنسيون والإيطاليتان", "ar", ["US", "FR", "IT"]),
            ("talks in Papua New Guinea and Guinea", "en", ["PG", "GN"]),
            ("the U.S. and US troops told us", "en", ["US", "US"]),
            ("l'Italie, les Marocaines et la Côte d'Ivoire", "fr", ["IT", "MA", "CI"]),
        ],
    )
    def test_names_and_adjectives(self, text: str, language: str, expected: list[str]) -> None:
        values = [found.value for found in of_kind(text, language, "country")]
        assert [value.iso for value in values if isinstance(value, CountryValue)] == expected

    def test_names_that_need_their_article(self) -> None:
        assert of_kind("مغرب الشمس", "ar", "country") == []

    def test_the_span_leaves_clitics_out(self) -> None:
        assert [found.text for found in read_names("وبتونس", "ar")] == ["تونس"]

    @pytest.mark.parametrize(
        ("text", "language", "iso"),
        [
            ("أعلنت الرياض دعمها", "ar", "SA"),
            ("العلاقات بين واشنطن وطهران", "ar", "US"),
            ("Washington said it would leave", "en", "US"),
            ("Pékin dénonce cette décision", "fr", "CN"),
            ("Varsovie n'avait rien signé", "fr", "PL"),
            ("اتفقت الوفود مع موسكو على الغاز", "ar", "RU"),
            ("new sanctions against Khartoum", "en", "SD"),
            ("un accord avec Alger", "fr", "DZ"),
        ],
    )
    def test_a_capital_that_speaks_is_a_government(self, text: str, language: str, iso: str) -> None:
        assert read_names(text, language)[0].value == CountryValue(iso, government=True)

    def test_a_capital_where_something_happens_is_a_place(self) -> None:
        assert names("عقد الاجتماع في الرياض", "ar") == ["place Riyadh (SA)"]
        assert names("the meeting in Athens ended", "en") == ["place Athens (GR)"]
        assert names("the delegates left Riyadh", "en") == ["place Riyadh (SA)"]
        assert names("Le train arrive à Damas", "fr") == ["place Damascus (SY)"]

    def test_a_state_is_no_city(self) -> None:
        assert names("the state of Qatar", "en") == ["country QA"]

    def test_a_country_written_like_an_ordinary_word_counts_among_countries(self) -> None:
        values = [found.value for found in of_kind("زار السنغال، ومالي، والنيجر", "ar", "country")]
        assert values == [CountryValue("SN"), CountryValue("ML"), CountryValue("NE")]
        assert of_kind("قدم البنك دعما ماليا وهو دعم مالي كبير", "ar", "country") == []

    def test_a_capital_that_is_also_a_country(self) -> None:
        assert "place Amman (JO)" in names("وصل إلى العاصمة الأردنية عمان", "ar")


class TestPeople:
    def test_title_country_and_role(self) -> None:
        text = "واعتبر وزير الخارجية الإيطالي لويجي دي مايو أن الاجتماع مهم"
        assert names(text, "ar") == ["country IT", "person Luigi Di Maio (foreign minister, IT)"]
        assert of_kind(text, "ar", "person")[0].text == "لويجي دي مايو"

    @pytest.mark.parametrize(
        "text",
        [
            "le ministre norvégien de l'Intérieur, Torvald Brekke, a dit",
            "Torvald Brekke, ministre norvégien de l'Intérieur, a dit",
        ],
    )
    def test_an_adjective_inside_a_role_leaves_the_role_whole(self, text: str) -> None:
        assert "person Torvald Brekke (interior minister, NO)" in names(text, "fr")

    def test_a_title_before_a_verb_is_no_name(self) -> None:
        assert names("قال وزير الخارجية إن الاجتماع مهم", "ar") == []
        assert names("The foreign minister said on Monday that talks failed", "en") == []

    @pytest.mark.parametrize(
        "text",
        ["قال رئيس اللجنة للحد من الفساد", "بدأ العمل بالسير بالمشروع ينتظر", "أكد الوزير المصري يعتمد على الدعم"],
    )
    def test_what_stands_behind_a_title_may_be_an_ordinary_word(self, text: str) -> None:
        assert of_kind(text, "ar", "person") == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("الرئيس الأمريكي أوباما المكلف بالملف", "أوباما"),
            ("قال ستيفان نونان المنتمي إلى النقابة", "ستيفان نونان"),
        ],
    )
    def test_a_participle_behind_a_surname_is_no_part_of_it(self, text: str, expected: str) -> None:
        assert [one.text for one in of_kind(text, "ar", "person")] == [expected]

    def test_a_given_name_before_an_office_is_no_office(self) -> None:
        assert [one.text for one in of_kind("Samantha Judge of the Oslo Ravens won", "en", "person")] == [
            "Samantha Judge"
        ]

    def test_a_name_in_quotation_marks(self) -> None:
        found = of_kind("وزير الخارجية المغربي “ناصر بوريطة” قال", "ar", "person")
        assert [one.text for one in found] == ["ناصر بوريطة"]

    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            (
                "فيكتوريا نولاند القائمة بأعمال مساعدة وزير الخارجية الأميركية",
                "ar",
                "person Victoria Nuland (acting assistant secretary of state, US)",
            ),
            ("ناصر بوريطة، وزير الخارجية، قال", "ar", "person Nasser Bourita (foreign minister, MA)"),
            ("Torvald Brekke, the Norwegian prime minister, said", "en", "person Torvald Brekke (prime minister, NO)"),
            (
                "Torvald Brekke, ministre des Affaires étrangères, a dit",
                "fr",
                "person Torvald Brekke (foreign minister)",
            ),
        ],
    )
    def test_a_title_behind_the_name(self, text: str, language: str, expected: str) -> None:
        assert expected in names(text, language)

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("قال وزير الطاقة النرويجي تورفالد برينك إن النفط كثير. وأضاف برينك أن الغاز قليل.", "ar"),
            ("Norwegian Energy Minister Torvald Brekke spoke. Brekke's plan failed, and critics of Brekke left.", "en"),
            ("Le ministre norvégien Torvald Brekke a parlé. Le plan de Brekke a échoué.", "fr"),
        ],
    )
    def test_later_mentions_by_surname_carry_the_same_value(self, text: str, language: str) -> None:
        found = of_kind(text, language, "person")
        assert len(found) >= 2
        assert len({one.value for one in found}) == 1
        assert isinstance(found[-1].value, PersonValue)
        assert found[-1].value.country == "NO"

    def test_a_clitic_before_a_surname_stays_outside(self) -> None:
        found = of_kind("وصل الوزير النرويجي تورفالد برينك. ولبرينك رأي آخر.", "ar", "person")
        assert [one.text for one in found] == ["تورفالد برينك", "برينك"]

    def test_a_surname_and_an_office_can_be_enough(self) -> None:
        assert names("President Obama arrived", "en") == ["person Barack Obama (president, US)"]
        assert names("Minister Obama arrived", "en") == ["person Obama (minister)"]

    def test_initials(self) -> None:
        assert [one.text for one in of_kind("الوزير الأميركي أنتوني ج. بلينكن قال", "ar", "person")] == [
            "أنتوني ج. بلينكن"
        ]
        assert [one.text for one in of_kind("under George W. Bush then", "en", "person")] == ["George W. Bush"]

    def test_an_office_of_a_body_gives_no_country(self) -> None:
        found = names("الأمين العام للأمم المتحدة أنطونيو غوتيريش", "ar")
        assert "person António Guterres (secretary-general)" in found

    def test_two_princes_with_one_grandfather_are_two(self) -> None:
        text = "الأمير محمد بن سلمان بن عبد العزيز والأمير محمد بن نايف بن عبد العزيز"
        values = {found.value for found in of_kind(text, "ar", "person")}
        assert len(values) == 2

    def test_particles_and_hyphens(self) -> None:
        assert "person Staffan de Mistura" in [
            one.split(" (")[0] for one in names("envoy Staffan de Mistura left", "en")
        ]
        assert [one.text for one in of_kind("U.N. chief Ban Ki-moon said", "en", "person")] == ["Ban Ki-moon"]

    def test_an_ordinary_word_that_opens_a_sentence_is_no_name(self) -> None:
        assert names("Power cuts hit the city. Hope is fading. Talks failed.", "en") == []
        assert names("Selon les experts, la paix est loin.", "fr") == []

    def test_on_and_ali_are_two_words(self) -> None:
        assert of_kind("أكد على أهمية الحوار", "ar", "person") == []


class TestBodies:
    @pytest.mark.parametrize(
        ("text", "language", "key"),
        [
            ("أعلن حلف شمال الأطلسي", "ar", "NATO"),
            ("قال حلف “الناتو” إن", "ar", "NATO"),
            ("the United Nations said", "en", "United Nations"),
            ("l'OTAN a dit", "fr", "NATO"),
        ],
    )
    def test_the_catalogue(self, text: str, language: str, key: str) -> None:
        value = of_kind(text, language, "organisation")[0].value
        assert isinstance(value, OrganisationValue)
        assert value.name == key

    @pytest.mark.parametrize(
        ("text", "language"),
        [("ضد داعش والقاعدة", "ar"), ("قالت القاعدة وداعش", "ar")],
    )
    def test_an_ambiguous_body_beside_a_sure_one(self, text: str, language: str) -> None:
        assert "organisation al-Qaeda" in names(text, language)
        assert "organisation al-Qaeda" not in names("القاعدة العسكرية قرب المدينة", language)

    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("Brekke City FC met AFC Zurabov", "en", ["Brekke City FC", "AFC Zurabov"]),
            ("Le Brekke City FC affronte le FC Zurabov.", "fr", ["Brekke City FC", "FC Zurabov"]),
            ("shares of the investment bank Zurab Brekke fell", "en", ["Zurab Brekke"]),
            ("selon le quotidien Brekke", "fr", ["Brekke"]),
            ("U.N. Relief and Works Agency", "en", ["U.N. Relief and Works Agency"]),
        ],
    )
    def test_clubs_firms_and_outlets(self, text: str, language: str, expected: list[str]) -> None:
        assert [one.text for one in of_kind(text, language, "organisation")] == expected
        assert of_kind(text, language, "place") == []

    def test_a_listed_short_form_in_brackets_says_which_body_it_is(self) -> None:
        found = of_kind("the Joint Expeditionary Forces (JEF) met", "en", "organisation")
        assert len(found) == 2
        assert len({one.value for one in found}) == 1

    def test_letters_alone_do_not_make_two_bodies_one(self) -> None:
        found = of_kind("the National Arts Trust Organisation (NATO) met", "en", "organisation")
        assert len({one.value for one in found}) == 2

    def test_a_country_adjective_inside_a_body_is_still_a_country(self) -> None:
        assert names("أعلنت وزارة الصحة النرويجية أن", "ar") == ["organisation وزارة الصحة النرويجية", "country NO"]

    @pytest.mark.parametrize(
        ("text", "language"),
        [("اجتمعت المنظمة أمس", "ar"), ("The museum closed. The Council met.", "en"), ("Le conseil est réuni.", "fr")],
    )
    def test_a_bare_noun_is_no_name(self, text: str, language: str) -> None:
        assert of_kind(text, language, "organisation") == []

    @pytest.mark.parametrize(
        ("text", "language", "short"),
        [
            ("The Lizard Island Research Station (LIRS) opened. Later the LIRS closed.", "en", "LIRS"),
            ("La Commission des services routiers (CSR) a fermé. Plus tard la CSR a rouvert.", "fr", "CSR"),
        ],
    )
    def test_a_short_form_in_brackets_is_known_from_then_on(self, text: str, language: str, short: str) -> None:
        found = of_kind(text, language, "organisation")
        assert [one.text for one in found][1:] == [short, short]
        assert len({one.value for one in found}) == 1

    def test_one_decision_for_one_stretch(self) -> None:
        assert of_kind("the University of Zurich in Switzerland", "en", "place") == []


class TestPlaces:
    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("بمدينة مراكش", "ar", "place Marrakesh (MA)"),
            ("في شمال شرق العراق", "ar", "place Northeast Iraq (IQ)"),
            ("in the town of Zurabovo", "en", "place Zurabovo"),
            ("southern Norway", "en", "place Southern Norway (NO)"),
            ("la province de Raqqa", "fr", "place Raqqa (SY)"),
        ],
    )
    def test_by_gazetteer_and_pattern(self, text: str, language: str, expected: str) -> None:
        assert expected in names(text, language)

    def test_a_verb_behind_a_place_noun_is_no_place(self) -> None:
        assert of_kind("وهي منطقة تحظى باهتمام", "ar", "place") == []

    def test_a_continent_is_known_though_offices_hold_its_name(self) -> None:
        assert names("دول أفريقيا وأوروبا", "ar") == ["place Africa", "place Europe"]

    def test_a_part_of_a_country_still_names_the_country(self) -> None:
        assert names("southern Norway", "en") == ["place Southern Norway (NO)", "country NO"]

    def test_a_place_in_a_title_is_not_lost_to_the_person(self) -> None:
        found = of_kind("Raqqa governor Torvald Brekke said", "en", "place")
        assert [(one.value.name, one.value.country) for one in found if isinstance(one.value, PlaceValue)] == [
            ("Raqqa", "SY")
        ]

    def test_a_place_of_the_gazetteer_has_its_coordinates(self) -> None:
        (damascus,) = of_kind("Le train arrive à Damas", "fr", "place")
        assert isinstance(damascus.value, PlaceValue)
        assert (damascus.value.latitude, damascus.value.longitude) == pytest.approx((33.51, 36.29), abs=0.1)

    def test_a_place_that_only_its_noun_tells_has_no_coordinates(self) -> None:
        (unlisted,) = of_kind("in the town of Zurabovo", "en", "place")
        assert unlisted.value == PlaceValue("Zurabovo")

    def test_ordinary_words_that_are_also_cities(self) -> None:
        assert names("الأزمة المالية الجديدة يوم الخميس", "ar") == []


WORDS = ["وزير", "الخارجية", "بن", "محمد", "“", "”", "(", ")", "Mr", "Minister", "of", "de", "the", "Al", "-", "Paris", ".",
         "President", "O'", "J.", "S\ufeff", "ال", "لل", "و", "\u0640", "\u200f", "Ministère", "d'", "'s", "5", "،"]  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=25))
def test_nothing_raises_and_every_quote_holds(language: str, words: list[str]) -> None:
    text = " ".join(words)
    for found in read_names(text, language):
        assert text[found.span.start : found.span.end] == found.text
        assert found.text.strip() == found.text != ""
        assert 0 < found.confidence <= 1
