"""Three short articles about one meeting, in three languages, with what a person reads in them. Written by hand."""

from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.claim import (
    Attendance,
    Claim,
    Commitment,
    Content,
    Figure,
    Funding,
    Meeting,
    Membership,
    Speaker,
    Statement,
    TorontoTests,
)
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.fact import Disagreement, Fact, FollowUp, Side
from mithaq.model.span import Span
from mithaq.model.values import (
    CountryValue,
    DateValue,
    FigureValue,
    MoneyValue,
    OrganisationValue,
    PersonValue,
    PlaceValue,
    Value,
)

COALITION = "Global Coalition against Daesh"

ARABIC = Article(
    source="ar.txt",
    file="ar.txt",
    outlet="صحيفة المثال",
    language="ar",
    published="2022-05-12",
    published_basis="explicit",
    title="التحالف يجتمع في مراكش",
    text=(
        "عقد التحالف الدولي أمس في مراكش اجتماعه الوزاري بدعوة من المغرب والولايات المتحدة.\n\n"
        "وقال وزير الخارجية ناصر بوريطة إن المغرب فكك أكثر من 210 خلايا منذ عام 2002.\n\n"
        "وأعلنت نولاند أن الولايات المتحدة ستخصص 700 مليون دولار هذا العام. ويضم التحالف 84 عضواً."
    ),
)
ENGLISH = Article(
    source="en.txt",
    file="en.txt",
    outlet="Sample Wire",
    language="en",
    published="2022-05-11",
    published_basis="date_line",
    title="Coalition meets <in Africa>",
    text=(
        "Ministers of the Global Coalition met in Marrakesh on Wednesday, with more than 80 delegations.\n\n"
        'Nuland said the United States would provide "$700 million" this year <script>alert(1)</script>. '
        "The coalition has 83 members, among them NATO.\n\n"
        "They promised to meet again by June 2023 if the partners agree."
    ),
    notes=("decoded from windows-1252",),
)
FRENCH = Article(
    source="fr.txt",
    file="fr.txt",
    outlet=None,
    language="fr",
    published=None,
    published_basis=None,
    title=None,
    text="À Rome, en juin 2021, la République centrafricaine et le Yémen ont rejoint la coalition.",
)
SILENT = Article("silent.txt", "silent.txt", None, "en", "2022-05-10", "explicit", "Weather", "It rained in Rome.")


def place(article: Article, words: str) -> Span:
    """Where the words stand in the article, first occurrence."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def note(article: Article, words: str, value: Value) -> Annotation:
    """An annotation of these words."""
    return Annotation(place(article, words), words, value)


def claim(article: Article, words: str, content: Content, within: Claim | None = None, **slots: str) -> Claim:
    """A claim that these words carry; each slot names its own words."""
    spans = tuple(sorted((slot, place(article, part)) for slot, part in slots.items()))
    return Claim(article.id, place(article, words), words, content, spans, within.id if within else None)


AR_MEETING = claim(
    ARABIC,
    "عقد التحالف الدولي أمس في مراكش اجتماعه الوزاري بدعوة من المغرب والولايات المتحدة",
    Meeting(COALITION, "ministerial", "Marrakesh", "MA", "2022-05-11", ("MA", "US"), "held"),
    city="مراكش",
)
AR_SAID = claim(
    ARABIC,
    "قال وزير الخارجية ناصر بوريطة إن المغرب فكك أكثر من 210 خلايا منذ عام 2002",
    Statement(
        Speaker("Nasser Bourita", "person", "ناصر بوريطة"),
        "foreign minister",
        "MA",
        "say",
        "indirect",
        place(ARABIC, "إن المغرب فكك أكثر من 210 خلايا منذ عام 2002"),
    ),
)
AR_CELLS = claim(
    ARABIC,
    "أكثر من 210 خلايا",
    Figure(210.0, "more_than", "cells", "cells", "MA", "2002/.."),
    within=AR_SAID,
)
AR_MONEY = claim(
    ARABIC,
    "الولايات المتحدة ستخصص 700 مليون دولار هذا العام",
    Funding("US", None, 700_000_000.0, "USD", "exact", "pledge", "2022"),
    amount="700 مليون دولار",
)
AR_MEMBERS = claim(ARABIC, "84 عضواً", Figure(84.0, "exact", "members", "members"))

EN_MEETING = claim(
    ENGLISH,
    "Ministers of the Global Coalition met in Marrakesh on Wednesday, with more than 80 delegations",
    Meeting(
        None, "conference", "Marrakesh", "MA", None, (), "held", Attendance(80.0, "more_than", "delegations")
    ),
)  # fmt: skip
EN_SAID = claim(
    ENGLISH,
    'Nuland said the United States would provide "$700 million" this year <script>alert(1)</script>',
    Statement(
        Speaker("Victoria Nuland", "person", "Nuland"),
        None,
        "US",
        "announce",
        "mixed",
        place(ENGLISH, 'the United States would provide "$700 million" this year <script>alert(1)</script>'),
    ),
)
EN_MONEY = claim(
    ENGLISH,
    'would provide "$700 million" this year',
    Funding("US", None, 700_000_000.0, "USD", "exact", "pledge", "2022"),
    within=EN_SAID,
)
EN_MEMBERS = claim(ENGLISH, "83 members", Figure(83.0, "exact", "members", "members"))
EN_PROMISE = claim(
    ENGLISH,
    "promised to meet again by June 2023 if the partners agree",
    Commitment(
        ("participants",),
        "meet again",
        None,
        "../2023-06",
        True,
        ("meetings",),
        TorontoTests(True, True, True, True, True),
    ),
)
FR_JOINED = tuple(
    claim(
        FRENCH,
        "la République centrafricaine et le Yémen ont rejoint la coalition",
        Membership(COALITION, member, "joined", None, "2021-06"),
        member=words,
    )
    for member, words in (("CF", "République centrafricaine"), ("YE", "Yémen"))
)

ARABIC_EXTRACTION = Extraction(
    ARABIC,
    (
        note(ARABIC, "التحالف الدولي", OrganisationValue(COALITION)),
        note(ARABIC, "أمس", DateValue("2022-05-11", basis="relative", anchor="2022-05-12")),
        note(ARABIC, "مراكش", PlaceValue("Marrakesh", "MA")),
        note(ARABIC, "ناصر بوريطة", PersonValue("Nasser Bourita", "foreign minister", "MA")),
        note(ARABIC, "أكثر من 210 خلايا", FigureValue(210.0, "cells", "more_than")),
        note(ARABIC, "700 مليون دولار", MoneyValue(700_000_000.0, "USD")),
    ),
    (AR_MEETING, AR_SAID, AR_CELLS, AR_MONEY, AR_MEMBERS),
    (),
)
ENGLISH_EXTRACTION = Extraction(
    ENGLISH,
    (
        note(ENGLISH, "Wednesday", DateValue(None)),
        note(ENGLISH, "United States", CountryValue("US")),
        note(ENGLISH, "NATO", OrganisationValue("NATO", "Q7184")),
    ),
    (EN_MEETING, EN_SAID, EN_MONEY, EN_MEMBERS, EN_PROMISE),
    (),
)
FRENCH_EXTRACTION = Extraction(FRENCH, (), FR_JOINED, ())
SILENT_EXTRACTION = Extraction(SILENT, (), (), ())

EXTRACTIONS = (ARABIC_EXTRACTION, ENGLISH_EXTRACTION, FRENCH_EXTRACTION, SILENT_EXTRACTION)
RECONCILIATION = Reconciliation(
    facts=(Fact("f1", "commitment", (("deadline", "../2023-06"),), (EN_PROMISE.id,)),),
    disagreements=(
        Disagreement(
            "members of the coalition, May 2022",
            "contradiction",
            (Side("84", (AR_MEMBERS.id,)), Side("83", (EN_MEMBERS.id,))),
            "two counts of the same week",
        ),
    ),
    follow_ups=(FollowUp("f1", None, "not_yet_due", (), "the deadline is June 2023"),),
)
