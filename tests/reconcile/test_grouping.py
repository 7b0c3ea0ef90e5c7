"""Stories, copies, sources and printings, and dates inferred from them."""

import pytest

from mithaq.model.extraction import Extraction
from mithaq.model.values import PersonValue, PlaceValue
from mithaq.reconcile import conclude, infer_dates, reconcile
from mithaq.reconcile.copies import find_copies
from mithaq.reconcile.features import features_of
from mithaq.reconcile.linkage import average_linkage
from mithaq.reconcile.stories import find_stories
from mithaq.reconcile.views import view_of
from mithaq.reconcile.words import consonants, stem

from .examples import COALITION, extraction, figure, marrakesh, meeting

WIRE = (
    "The coalition struck forty one targets near the town on Thursday, the joint command said in a statement, "
    "hitting fighting positions, vehicles, two bridges and a training camp of the group in the east of the country."
)


def grouped(articles: list[Extraction]) -> list[set[str]]:
    names = {article.article.id: article.article.file for article in articles}
    stories = find_stories([(view_of(article), features_of(article)) for article in articles])
    return sorted(({names[found] for found in story.articles} for story in stories), key=sorted)


def test_reports_of_one_meeting_are_one_story_across_languages() -> None:
    arabic = extraction(
        "ar", "التقى ناصر بوريطة وفيكتوريا نولاند في مراكش 84 وفدا و210 خبراء", [], language="ar",
        named=[("ناصر بوريطة", PersonValue("Nasser Bourita")), ("مراكش", PlaceValue("Marrakesh", "MA"))],
    )  # fmt: skip
    french = extraction(
        "fr", "Nasser Bourita et Victoria Nuland ont reçu à Marrakech 84 délégations et 210 experts", [], language="fr",
        named=[("Nasser Bourita", PersonValue("Nasser Bourita")), ("Marrakech", PlaceValue("Marrakesh", "MA"))],
    )  # fmt: skip
    oil = extraction(
        "oil", "Oil ministers in Vienna left output unchanged, Khalid al-Falih said", [],
        named=[("Vienna", PlaceValue("Vienna", "AT")), ("Khalid al-Falih", PersonValue("Khalid al-Falih"))],
    )  # fmt: skip
    gas = extraction(
        "gas", "Gas prices fell in Vienna, Khalid al-Falih said; oil output was unchanged", [],
        named=[("Vienna", PlaceValue("Vienna", "AT")), ("Khalid al-Falih", PersonValue("Khalid al-Falih"))],
    )  # fmt: skip
    assert grouped([arabic, french, oil, gas]) == [{"ar", "fr"}, {"gas", "oil"}]


def test_likeness_fades_with_time() -> None:
    near = [marrakesh("a", "They met.", []), marrakesh("b", "They met again.", [], published="2022-05-14")]
    far = [near[0], marrakesh("c", "They met again.", [], published="2023-05-14")]
    assert grouped(near) == [{"a", "b"}]
    assert grouped(far) == [{"a"}, {"c"}]


def test_a_story_tells_preview_report_and_mention_apart() -> None:
    articles = [
        marrakesh("before", "They will meet.", [("will meet", meeting("Marrakesh", "2022-05-11", status="planned"))], published="2022-05-09"),
        marrakesh("day", "They met now.", [("met now", meeting("Marrakesh", "2022-05-11"))], published="2022-05-12"),
        marrakesh("later", "They had met.", [("had met", meeting("Marrakesh", "2022-05-11"))], published="2022-05-20"),
    ]  # fmt: skip
    [story] = [fact for fact in reconcile(articles).facts if fact.kind == "story"]
    slots = dict(story.slots)
    parts = slots["parts"]
    assert isinstance(parts, dict)
    assert [parts[article.article.id] for article in articles] == ["preview", "report", "mention"]
    assert slots["day"] == "2022-05-11"


def test_copies_are_found_and_their_common_words_shown() -> None:
    first = extraction("a", f"Washington. {WIRE} More at ten.", [])
    second = extraction("b", f"Our own report begins here. {WIRE}", [])
    other = extraction("c", "Something else was said by somebody else at another place on the same day, and more.", [])
    [copy] = find_copies([view_of(article) for article in (first, second, other)])
    articles = {article.article.id: article.article.text for article in (first, second, other)}
    one, two = copy.passages[0]
    assert one.of(articles[copy.first]) == two.of(articles[copy.second]) == WIRE.rstrip(".")
    assert copy.containment > 0.8


def test_copies_are_of_one_time() -> None:
    articles = [extraction(name, WIRE, [], published=day) for name, day in (("a", "2022-05-12"), ("b", "2023-05-12"))]
    assert find_copies([view_of(article) for article in articles]) == ()


def test_printings_of_one_agency_are_one_source() -> None:
    words = "forty one targets"
    told = [(words, figure(41, "targets"))]
    printed = [marrakesh(name, WIRE, told) for name in ("a", "b", "c")]
    own = marrakesh("d", "Our correspondent counted forty one targets near the town that the coalition struck.", told)
    [fact] = [fact for fact in reconcile([*printed, own]).facts if fact.kind == "figure"]
    slots = dict(fact.slots)
    assert (slots["sources"], slots["printings"]) == (2, 4)


def test_a_date_comes_from_the_reports_of_the_meeting() -> None:
    told = [("met in Marrakesh", meeting("Marrakesh"))]
    dated = [("met in Marrakesh", meeting("Marrakesh", "2022-05-11"))]
    undated = marrakesh("a", "They met in Marrakesh today.", told, published=None)
    report = marrakesh("b", "They met in Marrakesh on Wednesday.", dated)
    alone = extraction("c", "Nothing is known.", [], published=None)
    assert infer_dates([undated, report, alone]) == {undated.article.id: "2022-05-11~"}
    assert conclude([undated, report]).dates == {undated.article.id: "2022-05-11~"}


def test_a_date_comes_from_the_story_when_no_meeting_tells() -> None:
    undated = marrakesh("a", "They spoke.", [], published=None)
    assert infer_dates([undated, marrakesh("b", "They spoke.", [])]) == {undated.article.id: "2022-05-12~"}


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [("Trump", "ترامب"), ("Macron", "ماكرون"), ("Stoltenberg", "ستولتنبرغ"), ("Erdogan", "اردوغان")],
)
def test_names_sound_alike_in_both_scripts(latin: str, arabic: str) -> None:
    assert consonants(latin) == consonants(arabic)


def test_stems_lose_what_is_written_onto_the_front() -> None:
    assert {stem(word, "ar") for word in ("الاجتماع", "والاجتماع", "بالاجتماع", "للاجتماع", "اجتماع")} == {"اجتما"}
    assert stem("Meetings", "en") == stem("meeting", "en")


def test_linkage_does_not_chain() -> None:
    links = {("a", "b"): 0.9, ("b", "c"): 0.9, ("c", "d"): 0.9}

    def alike(first: str, second: str) -> float:
        return links.get((first, second), 0.0)

    assert average_linkage(["a", "b", "c", "d"], links, alike, 0.5) == [("a", "b"), ("c", "d")]


def test_body_is_told_in_the_story_of_meetings() -> None:
    told = [("met in Marrakesh", meeting("Marrakesh", "2022-05-11"))]
    articles = [marrakesh(name, "They met in Marrakesh.", told) for name in ("a", "b")]
    [fact] = [fact for fact in reconcile(articles).facts if fact.kind == "meeting"]
    slots = dict(fact.slots)
    assert (slots["body"], slots["city"], slots["date"], slots["status"]) == (
        COALITION,
        "Marrakesh",
        "2022-05-11",
        "held",
    )
    assert len(fact.supported_by) == 2


def test_the_same_well_known_people_alone_date_nothing() -> None:
    people = [(name, PersonValue(name)) for name in ("John Kerry", "Barack Obama")]
    strikes = extraction(
        "strikes", "John Kerry spoke of the airstrikes. Barack Obama will ask partners for planes.", [], published=None, named=people
    )  # fmt: skip
    text = "John Kerry saw the museum. Barack Obama may follow."
    museum = extraction("museum", text, [], named=people)
    assert grouped([strikes, museum]) == [{"museum", "strikes"}]
    assert infer_dates([strikes, museum]) == {}
    tied = [
        extraction(
            name, f"{words} in Riyadh.", [], published=day, named=[*people, ("Riyadh", PlaceValue("Riyadh", "SA"))]
        )
        for name, words, day in (("first", text, None), ("second", text, "2016-04-11"))
    ]
    assert infer_dates(tied) == {tied[0].article.id: "2016-04-11~"}
