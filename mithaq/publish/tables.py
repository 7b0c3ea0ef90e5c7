"""What was read, as one flat table a kind, for the terminal and the spreadsheet. Groups nothing: that is the brief's.

One row a claim, in the order of the articles and the places in them. Codes stand beside what they mean, and each row
ends with its citation: the file, the words, and where they start and end in the article's text.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mithaq.errors import UsageError
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Commitment, Figure, Funding, Meeting, Membership, Statement
from mithaq.model.extraction import Extraction
from mithaq.publish.excerpts import one_line
from mithaq.publish.parties import party_name
from mithaq.publish.people_table import PEOPLE_COLUMNS, people_rows
from mithaq.publish.readable import readable_amount, readable_date, readable_quantity

CITATION_COLUMNS = ("file", "words", "start", "end")
_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are as long as ``columns``; an unknown value is an empty cell."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tabulate(extractions: Iterable[Extraction], kind: str) -> Table:
    """The table of ``kind``, one of ``SHOW_KINDS``. Raises UsageError for any other."""
    ordered = sorted(extractions, key=lambda extraction: (extraction.article.file, extraction.article.id))
    if kind == "articles":
        return Table(
            "articles", _ARTICLE_COLUMNS, tuple(_text_row(_article_cells(extraction)) for extraction in ordered)
        )
    if kind == "people":
        return Table("people", PEOPLE_COLUMNS, people_rows(ordered))
    if kind not in _LAYOUTS:
        raise UsageError(f"there is no table of {kind!r}: choose one of {', '.join(SHOW_KINDS)}")
    claim_kind, columns = _LAYOUTS[kind]
    rows = [row for extraction in ordered for row in _rows(extraction, claim_kind)]
    return Table(kind, columns + CITATION_COLUMNS, tuple(rows))


def _rows(extraction: Extraction, claim_kind: str) -> Iterable[tuple[str, ...]]:
    speakers = {
        claim.id: _name(claim.content.speaker.name)
        for claim in extraction.claims
        if isinstance(claim.content, Statement)
    }
    claims = [claim for claim in extraction.claims if claim.kind == claim_kind]
    for claim in sorted(claims, key=lambda claim: (claim.span, claim.id)):
        cells = _cells(claim, extraction.article, speakers.get(claim.within or "", ""))
        yield _text_row((*cells, extraction.article.file, claim.text, claim.span.start, claim.span.end))


def _cells(claim: Claim, article: Article, said_by: str) -> tuple[object, ...]:
    match claim.content:
        case Meeting() as meeting:
            return _meeting_cells(meeting)
        case Membership() as membership:
            return _membership_cells(membership)
        case Commitment() as commitment:
            return (*_commitment_cells(commitment), said_by)
        case Funding() as funding:
            return (*_funding_cells(funding), said_by)
        case Figure() as figure:
            return (*_figure_cells(figure), said_by)
        case Statement() as statement:
            return _statement_cells(statement, article.text)


def _text_row(cells: tuple[object, ...]) -> tuple[str, ...]:
    """Cells as text on one line each; whole numbers without a decimal point."""
    return tuple(one_line(_text(cell)) for cell in cells)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, tuple):
        return ", ".join(cell)
    return str(cell)


def _name(code: str | None) -> str:
    return party_name(code, _LANGUAGE) if code else ""


def _names(codes: tuple[str, ...]) -> str:
    return ", ".join(_name(code) for code in codes)


def _date(edtf: str | None) -> str:
    return readable_date(edtf, _LANGUAGE)


_MEETING_COLUMNS = (
    "body", "level", "status", "city", "country", "country_name", "date", "date_in_words", "hosts", "chairs", "attendance",
    "sequence",
)  # fmt: skip


def _meeting_cells(meeting: Meeting) -> tuple[object, ...]:
    count = meeting.attendance
    attendance = readable_quantity(count.value, count.unit, count.qualifier, _LANGUAGE) if count else ""
    return (
        meeting.body, meeting.level, meeting.status, meeting.city, meeting.country, _name(meeting.country),
        meeting.date, _date(meeting.date), _names(meeting.hosts), _names(meeting.chairs),
        attendance, meeting.sequence,
    )  # fmt: skip


_MEMBERSHIP_COLUMNS = ("body", "member", "member_name", "change", "ordinal", "date", "date_in_words")


def _membership_cells(membership: Membership) -> tuple[object, ...]:
    return (
        membership.body, membership.member, _name(membership.member), membership.change, membership.ordinal,
        membership.date, _date(membership.date),
    )  # fmt: skip


_COMMITMENT_COLUMNS = (
    "by", "by_names", "action", "beneficiary", "deadline", "deadline_in_words", "conditional", "collective", "themes",
    "said_by",
)  # fmt: skip


def _commitment_cells(commitment: Commitment) -> tuple[object, ...]:
    return (
        commitment.by, _names(commitment.by), commitment.action, _name(commitment.beneficiary), commitment.deadline,
        _date(commitment.deadline), commitment.conditional, commitment.tests.collective, commitment.themes,
    )  # fmt: skip


_FUNDING_COLUMNS = (
    "donor", "donor_name", "recipient", "recipient_name", "amount", "currency", "qualifier", "amount_in_words",
    "stage", "period", "period_in_words", "purpose", "part_of", "said_by",
)  # fmt: skip


def _funding_cells(funding: Funding) -> tuple[object, ...]:
    amount = readable_amount(funding.amount, funding.currency, funding.qualifier, _LANGUAGE)
    return (
        funding.donor, _name(funding.donor), funding.recipient, _name(funding.recipient), funding.amount,
        funding.currency, funding.qualifier, amount, funding.stage, funding.period, _date(funding.period),
        funding.purpose, funding.part_of,
    )  # fmt: skip


_FIGURE_COLUMNS = (
    "value", "unit", "qualifier", "in_words", "of", "where", "where_name", "when", "when_in_words", "said_by",
)  # fmt: skip


def _figure_cells(figure: Figure) -> tuple[object, ...]:
    in_words = readable_quantity(figure.value, figure.unit or figure.of, figure.qualifier, _LANGUAGE)
    return (
        figure.value, figure.unit, figure.qualifier, in_words, figure.of, figure.where, _name(figure.where),
        figure.when, _date(figure.when),
    )  # fmt: skip


_STATEMENT_COLUMNS = (
    "speaker", "speaker_name", "speaker_kind", "role", "on_behalf_of", "act", "quote", "what_was_said", "themes",
)  # fmt: skip


def _statement_cells(statement: Statement, text: str) -> tuple[object, ...]:
    said = statement.content.of(text) if statement.content else ""
    return (
        statement.speaker.name, _name(statement.speaker.name), statement.speaker.kind, statement.role,
        _name(statement.on_behalf_of), statement.act, statement.quote, said, statement.themes,
    )  # fmt: skip


_ARTICLE_COLUMNS = (
    "file", "outlet", "language", "published", "published_in_words", "published_basis", "title", "characters",
    "annotations", "claims", "refused", "notes", "id",
)  # fmt: skip


def _article_cells(extraction: Extraction) -> tuple[object, ...]:
    article = extraction.article
    return (
        article.file, article.outlet, article.language, article.published, _date(article.published),
        article.published_basis, article.title, len(article.text), len(extraction.annotations),
        len(extraction.claims), len(extraction.rejections), "; ".join(article.notes), article.id,
    )  # fmt: skip


_LAYOUTS = {
    "meetings": ("meeting", _MEETING_COLUMNS),
    "members": ("membership", _MEMBERSHIP_COLUMNS),
    "commitments": ("commitment", _COMMITMENT_COLUMNS),
    "funding": ("funding", _FUNDING_COLUMNS),
    "figures": ("figure", _FIGURE_COLUMNS),
    "statements": ("statement", _STATEMENT_COLUMNS),
}
SHOW_KINDS = (*_LAYOUTS, "people", "articles")
