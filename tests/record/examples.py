"""Small articles made by hand, and what a careful reader takes from them."""

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
    StandIn,
    Statement,
    TorontoTests,
)
from mithaq.model.extraction import Extraction
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.model.values import (
    CountryValue,
    DateValue,
    FigureValue,
    MoneyValue,
    OrganisationValue,
    PersonValue,
    PlaceValue,
    QuotationValue,
    Value,
)

READ_AT = "2022-05-12T09:00:00Z"
LATER = "2022-06-01T09:00:00Z"

MARRAKECH = (
    "أعلن ناصر بوريطة أمس في مراكش، بحضور أكثر من 80 دولة، أن المغرب سيقدم «دعماً» قدره 700 مليون دولار "
    "إلى التحالف الدولي.\nاقرأ أيضاً: أخبار أخرى"
)
ROME = "Les ministres se sont réunis à Rome le 28 juin 2021 ; la Mauritanie est devenue le 83e membre."


def place(text: str, words: str) -> Span:
    """Where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_article(
    file: str = "marrakech.txt",
    text: str = MARRAKECH,
    *,
    source: str | None = None,
    published: str | None = "2022-05-12",
    notes: tuple[str, ...] = (),
) -> Article:
    return Article(
        source=source or f"articles/{file}",
        file=file,
        outlet="الشرق الأوسط",
        language="ar",
        published=published,
        published_basis="explicit" if published else None,
        title="مؤتمر مراكش",
        text=text,
        notes=notes,
    )


def bare(article: Article) -> Extraction:
    """An article from which nothing was read."""
    return Extraction(article=article, annotations=(), claims=(), rejections=())


def cite(text: str, words: str, value: Value) -> Annotation:
    return Annotation(span=place(text, words), text=words, value=value)


def claim_of(article: Article, words: str, content: Content, **slots: str) -> Claim:
    """A claim carried by ``words``; each slot names the words it was read from."""
    return Claim(
        article_id=article.id,
        span=place(article.text, words),
        text=words,
        content=content,
        slot_spans=tuple((slot, place(article.text, found)) for slot, found in sorted(slots.items())),
        rule="by hand",
    )


def read_marrakech(article: Article | None = None) -> Extraction:
    """One value of every kind of annotation but figure of speech, and a statement with a commitment and money in it."""
    article = article or make_article()
    text = article.text
    said = "المغرب سيقدم «دعماً» قدره 700 مليون دولار إلى التحالف الدولي"
    statement = claim_of(
        article,
        f"أعلن ناصر بوريطة أمس في مراكش، بحضور أكثر من 80 دولة، أن {said}",
        Statement(
            speaker=Speaker("Nasser Bourita", "person", "ناصر بوريطة"),
            role=None,
            on_behalf_of="MA",
            act="announce",
            quote="mixed",
            content=place(text, said),
            themes=("finance", "stabilisation"),
        ),
        speaker="ناصر بوريطة",
    )
    meeting = claim_of(
        article,
        "في مراكش، بحضور أكثر من 80 دولة",
        Meeting(
            body=None,
            level="conference",
            city="Marrakech",
            country="MA",
            date="2022-05-11",
            hosts=("MA", "US"),
            attendance=Attendance(80.0, "more_than", "states"),
            chairs=("Nasser Bourita", "US"),
            stand_ins=(StandIn("Omar Hilale", "foreign minister"),),
            first_in="الأول في أفريقيا",
            sequence="next",
        ),
        city="مراكش",
    )
    commitment = Claim(
        article_id=article.id,
        span=place(text, said),
        text=said,
        content=Commitment(
            by=("MA",),
            action="سيقدم «دعماً» قدره 700 مليون دولار",
            beneficiary="التحالف الدولي",
            deadline=None,
            conditional=False,
            themes=("finance",),
            tests=TorontoTests(discrete=True, specific=True, future=True, public=True, collective=False),
        ),
        within=statement.id,
        rule="by hand",
    )
    funding = claim_of(
        article,
        "700 مليون دولار",
        Funding("MA", "Global Coalition", 700_000_000.0, "USD", "exact", "pledge"),
        amount="700 مليون",
    )
    return Extraction(
        article=article,
        annotations=(
            cite(text, "ناصر بوريطة", PersonValue("Nasser Bourita", "foreign minister", "MA")),
            cite(text, "أمس", DateValue("2022-05-11", basis="relative", anchor="2022-05-12")),
            cite(text, "مراكش", PlaceValue("Marrakech", "MA")),
            cite(text, "أكثر من 80 دولة", FigureValue(80.0, "states", "more_than")),
            cite(text, "المغرب", CountryValue("MA", government=True)),
            cite(text, "دعماً", QuotationValue("«»")),
            cite(text, "700 مليون دولار", MoneyValue(700_000_000.0, "USD")),
            Annotation(
                place(text, "التحالف الدولي"),
                "التحالف الدولي",
                OrganisationValue("Global Coalition", "Q18170767"),
                found_by="catalogue",
                confidence=0.9,
            ),
        ),
        claims=(statement, meeting, commitment, funding),
        rejections=(Rejection(article.id, "figure", "value_only", place(text, "80"), "80"),),
        skipped=(place(text, "اقرأ أيضاً: أخبار أخرى"),),
    )


def read_rome() -> Extraction:
    """A French article with a membership and a figure."""
    article = Article("articles/rome.txt", "rome.txt", None, "fr", "2021-07", "date_line", None, ROME, ("une note",))
    words = "la Mauritanie est devenue le 83e membre"
    return Extraction(
        article=article,
        annotations=(
            cite(ROME, "Rome", PlaceValue("Rome", "IT")),
            cite(ROME, "le 28 juin 2021", DateValue("2021-06-28")),
        ),
        claims=(
            claim_of(article, words, Membership(None, "MR", "joined", 83)),
            claim_of(article, "83e membre", Figure(83.0, "exact", "members", of="members")),
        ),
        rejections=(),
    )
