"""The brief: what is told by several articles is said once, and every line says where it stands."""

import re
from dataclasses import replace
from typing import Any

import pytest

from mithaq.errors import UsageError
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Content, Figure, Funding, Meeting, Speaker, Statement
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.span import Span
from mithaq.publish import BriefOptions, write_brief
from mithaq.publish.brief import build_brief
from mithaq.publish.outline import Brief, Line, Section

from .examples import EXTRACTIONS, RECONCILIATION

LANGUAGES: tuple[Any, ...] = ("en", "ar", "fr")


def build(language: Any = "en", extractions: tuple[Extraction, ...] = EXTRACTIONS) -> Brief:
    return build_brief(extractions, RECONCILIATION, BriefOptions("text", language))


def section(brief: Brief, key: str) -> Section:
    return next(section for section in brief.sections if section.key == key)


def lines(brief: Brief, key: str) -> list[Line]:
    return [line for block in section(brief, key).blocks for line in block.lines]


def numbers(line: Line) -> list[int]:
    return [citation.number for citation in line.citations]


def tell(file: str, published: str | None, *contents: Content, text: str = "They met and spoke.") -> Extraction:
    """An article that makes these claims, each on the first words it has left."""
    article = Article(file, file, None, "en", published, "explicit" if published else None, None, text)
    claims = [Claim(article.id, Span(0, 4), text[0:4], content) for content in contents]
    return Extraction(article, (), tuple(claims), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_cites_words_that_stand_in_the_article(language: Any) -> None:
    brief = build(language)
    texts = {source.number: source.article.text for source in brief.sources}
    told = [line for part in brief.sections for block in part.blocks for line in block.lines]
    assert len(told) == 12
    for line in told:
        assert line.citations
        for citation in line.citations:
            assert citation.span.of(texts[citation.number]) == citation.words


def test_one_meeting_told_twice_is_one_line() -> None:
    (meeting,) = lines(build(), "meetings")
    assert numbers(meeting) == [1, 2]
    assert meeting.text == (
        "Global Coalition against Daesh, ministerial meeting — Marrakesh, Morocco — 11 May 2022 (held)"
        " — hosts: Morocco and United States — taking part: more than 80 delegations"
    )


def test_an_arabic_brief_uses_the_names_of_the_arabic_articles() -> None:
    (meeting,) = lines(build("ar"), "meetings")
    assert meeting.text == (
        "التحالف الدولي، اجتماع وزاري — مراكش، المغرب — 11 أيار/مايو 2022 (انعقد)"
        " — الدعوة من: المغرب والولايات المتحدة — المشاركة: أكثر من 80 وفداً"
    )
    (figure,) = lines(build("ar"), "figures")
    assert figure.text == "أكثر من 210 خلايا — المغرب — منذ عام 2002 — بحسب ناصر بوريطة"


def test_one_sum_told_twice_is_one_line() -> None:
    (money,) = lines(build("fr"), "funding")
    assert (money.text, numbers(money)) == ("États-Unis\u00a0: 700 millions de dollars — promis — 2022", [1, 2])


def test_who_takes_part_holds_changes_and_counts() -> None:
    told = [(block.heading, [line.text for line in block.lines]) for block in section(build(), "members").blocks]
    assert told == [
        ("Global Coalition against Daesh", ["joined: Central African Republic and Yemen — June 2021"]),
        ("Number of members", ["83 members", "84 members"]),
    ]


def test_promises_stand_under_who_makes_them() -> None:
    (block,) = section(build(), "commitments").blocks
    assert block.heading == "The participants"
    assert [line.text for line in block.lines] == ["by June 2023 — on a condition"]


def test_wire_copy_differs_by_its_quotation_marks_only() -> None:
    told = []
    for file, text in (("a", "Ann said “we stay”."), ("b", 'Ann said "We stay"')):
        article = Article(file, file, None, "en", "2022-05-11", "explicit", None, text)
        said = Statement(Speaker("Ann Example", "person", "Ann"), None, None, "say", "direct", Span(9, len(text)))
        told.append(Extraction(article, (), (Claim(article.id, Span(0, len(text)), text, said),), ()))
    (line,) = lines(build_brief(told, Reconciliation(), BriefOptions()), "statements")
    assert numbers(line) == [1, 2]


def test_statements_stand_under_who_speaks() -> None:
    blocks = section(build(), "statements").blocks
    assert [block.heading for block in blocks] == [
        "Victoria Nuland (United States)",
        "Nasser Bourita (foreign minister, Morocco)",
    ]
    assert [block.lines[0].text for block in blocks] == ["announced", "said"]


def test_disagreements_and_follow_ups_are_shown_as_they_were_found() -> None:
    (block,) = section(build(), "disagreements").blocks
    assert (
        block.heading == "members of the coalition, May 2022 — they contradict each other — two counts of the same week"
    )
    assert [(line.text, numbers(line)) for line in block.lines] == [("84", [2]), ("83", [1])]
    assert section(build(), "disagreements").size == 1
    (line,) = lines(build(), "follow_ups")
    assert (line.text, numbers(line)) == ("not due yet — the deadline is June 2023", [1])


def test_sources_are_numbered_by_date_and_say_how_it_is_known() -> None:
    brief = build()
    assert [(source.number, source.article.file) for source in brief.sources] == [
        (1, "en.txt"),
        (2, "ar.txt"),
        (3, "fr.txt"),
    ]
    assert brief.sources[0].about == "Sample Wire — 11 May 2022 (date line in the text) — English — en.txt"
    assert brief.sources[2].about == "date unknown — French — fr.txt"
    assert brief.silent == ("silent.txt",)


def meetings(*extractions: Extraction) -> list[tuple[int, ...]]:
    brief = build_brief(extractions, Reconciliation(), BriefOptions())
    return [tuple(numbers(line)) for line in lines(brief, "meetings")]


ROME = Meeting("Coalition", "ministerial", "Rome", "IT", "2021-06-28")


@pytest.mark.parametrize(
    "other",
    [
        replace(ROME, date="2022-05-11"),
        replace(ROME, city="Milan"),
        replace(ROME, body="Small Group"),
        replace(ROME, level="talks"),
        replace(ROME, status="cancelled"),
        Meeting("Coalition", "ministerial", None, None, "2021-06"),
        Meeting("Coalition", "ministerial", None, None, "../2022-06", status="planned"),
    ],
)
def test_different_meetings_stay_apart(other: Meeting) -> None:
    assert sorted(meetings(tell("a", "2021-06-29", ROME), tell("b", "2021-06-30", other))) == [(1,), (2,)]


@pytest.mark.parametrize(
    "other",
    [
        ROME,
        replace(ROME, body=None, level="conference"),
        replace(ROME, city=None, date="2021-06"),
        replace(ROME, date=None),
        replace(ROME, status="planned"),
        Meeting("Coalition", "ministerial", None, None, "2021-06-28"),
    ],
)
def test_the_same_meeting_comes_together(other: Meeting) -> None:
    assert meetings(tell("a", "2021-06-29", ROME), tell("b", "2021-06-30", other)) == [(1, 2)]


def test_two_meetings_of_one_article_are_two() -> None:
    forum = Meeting(None, "conference", "Rome", "IT", None)
    assert meetings(tell("a", "2021-06-29", ROME, forum)) == [(1,), (1,)]
    assert meetings(tell("a", "2021-06-29", ROME, replace(ROME, hosts=("IT",)))) == [(1,)]


def test_an_undated_meeting_joins_the_nearest() -> None:
    again = replace(ROME, date="2022-06-27")
    undated = replace(ROME, date=None)
    told = meetings(tell("a", "2021-06-29", ROME), tell("b", "2022-06-28", again), tell("c", "2022-06-29", undated))
    assert told == [(1,), (2, 3)]
    assert meetings(tell("a", "2021-06-29", ROME), tell("b", "2023-01-01", undated)) == [(1,), (2,)]


def test_money_of_other_donors_receivers_or_years_stays_apart() -> None:
    sums = [
        Funding("US", "IQ", 60e6, "USD", "exact", "paid", "2021"),
        Funding("US", "SY", 60e6, "USD", "exact", "paid", "2021"),
        Funding("FR", "IQ", 60e6, "USD", "exact", "paid", "2021"),
        Funding("US", "IQ", 60e6, "USD", "exact", "paid", "2022"),
        Funding("US", "IQ", 60e6, "EUR", "exact", "paid", "2021"),
    ]
    told = [tell(str(number), "2022-05-11", funding) for number, funding in enumerate(sums)]
    assert section(build_brief(told, Reconciliation(), BriefOptions()), "funding").size == 5


def test_figures_of_other_times_stay_apart() -> None:
    figures = [Figure(83.0, "exact", "attacks", None, "IQ", when) for when in ("2020", "2021", None)]
    told = [tell(str(number), "2022-05-11", figure) for number, figure in enumerate(figures)]
    brief = build_brief(told, Reconciliation(), BriefOptions())
    assert sorted(line.text for line in lines(brief, "figures")) == [
        "83 attacks — Iraq — 2020",
        "83 attacks — Iraq — 2021",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", ["text", "md", "html"])
def test_empty_sections_say_so(language: Any, format_: Any) -> None:
    shown = write_brief((), Reconciliation(), BriefOptions(format_, language))
    nothing = {"en": "Nothing was found", "ar": "لم يُعثر على شيء", "fr": "Rien n’a été trouvé"}[language]
    assert shown.count(nothing) == 7


@pytest.mark.parametrize("format_", ["text", "md", "html"])
def test_the_order_of_the_input_does_not_matter(format_: Any) -> None:
    options = BriefOptions(format_, "en")
    assert write_brief(EXTRACTIONS[::-1], RECONCILIATION, options) == write_brief(EXTRACTIONS, RECONCILIATION, options)


def test_an_unknown_format_is_refused() -> None:
    wrong: Any = "pdf"
    with pytest.raises(UsageError, match="text, md, html"):
        write_brief((), Reconciliation(), BriefOptions(wrong))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_text_ends_with_its_citation(language: Any) -> None:
    text = write_brief(EXTRACTIONS, RECONCILIATION, BriefOptions("text", language))
    told = [line for line in text.splitlines() if line.startswith("  • ")]
    assert len(told) == 12
    for line in told:
        assert re.search(r"[”»] \[\d\]( \[\d\])*$", line), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_of_the_markdown_ends_with_its_citation(language: Any) -> None:
    text = write_brief(EXTRACTIONS, RECONCILIATION, BriefOptions("md", language))
    told = [line for line in text.splitlines() if line.startswith("- ") and not line.startswith("- [")]
    assert len(told) == 12
    for line in told:
        assert re.search(r"[”»] \[\d\]( \[\d\])*$", line), line


def test_markdown_shows_marks_as_they_are() -> None:
    text = write_brief(EXTRACTIONS, RECONCILIATION, BriefOptions("md"))
    assert r"\<script\>alert(1)\</script\>" in text
    assert "<script" not in text.replace("\\<", "")
    assert r"**Coalition meets \<in Africa\>**" in text


def test_arabic_words_stand_isolated_in_an_english_line() -> None:
    text = write_brief(EXTRACTIONS, RECONCILIATION, BriefOptions("text", "en"))
    assert "• 84 members: “\u206884 عضواً\u2069” [2]" in text
    assert text.count("\u2068") == text.count("\u2069")
    arabic = write_brief(EXTRACTIONS, RECONCILIATION, BriefOptions("text", "ar"))
    assert "• 83 عضواً: «\u206883 members\u2069» [1]" in arabic
    assert "«84 عضواً» [2]" in arabic


def test_the_text_shows_the_start_of_a_long_list() -> None:
    speaker = Speaker("Ann Example", "person", "Ann")
    words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india"]
    text = " ".join(words)
    article = Article("a", "a", None, "en", "2022-05-11", "explicit", None, text)
    claims = []
    for word in words:
        span = Span(text.index(word), text.index(word) + len(word))
        claims.append(Claim(article.id, span, word, Statement(speaker, None, None, "say", "indirect", span)))
    options = BriefOptions("text", "en", "my.db")
    shown = write_brief([Extraction(article, (), tuple(claims), ())], Reconciliation(), options)
    assert "  • said: “echo” [1]\n    … and 4 more (mithaq show my.db statements)\n" in shown
    assert "foxtrot" not in shown


def test_nothing_in_an_article_can_steer_the_terminal() -> None:
    text = "\x1b[31mred\x07 \u202eturned\u2066 around"
    article = Article("a\x1b", "a\x1b", "b\x9b", "en", "2022-05-11", "explicit", "t\x1b]0;", text)
    claim = Claim(article.id, Span(0, len(text)), text, Figure(3.0, "exact", "things\x1b[0m", None, "x\u202e"))
    for format_ in ("text", "md"):
        options: Any = BriefOptions(format_)
        shown = write_brief([Extraction(article, (), (claim,), ())], Reconciliation(), options)
        assert "red turned around" in shown
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066]", shown)
