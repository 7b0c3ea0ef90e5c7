"""Reads everything one article says: the claims of every kind, and what was refused."""

from dataclasses import replace
from functools import cache

from mithaq.claims.clauses import SPEAKING_TABLES, ClauseReader
from mithaq.claims.commitments import read_commitments
from mithaq.claims.figures import FigureClaimReader
from mithaq.claims.founding import read_founding_years
from mithaq.claims.funding import read_funding
from mithaq.claims.meetings import read_meetings
from mithaq.claims.memberships import read_memberships
from mithaq.claims.statements import StatementReader, Statements
from mithaq.claims.themes import ThemeReader
from mithaq.claims.undertakings import undertaking_reader
from mithaq.languages import LanguagePack, load_pack
from mithaq.model.claim import Claim
from mithaq.model.extraction import Extraction
from mithaq.text.annotated import AnnotatedArticle

_EXTRA_LABELS = ("person", "organisation", "country", "place", "date", "money", "figure", "speaker", "break")


class ClaimReader:
    """The claim readers of one language. Build once, use for many articles."""

    def __init__(self, pack: LanguagePack) -> None:
        self._clauses = ClauseReader(pack)
        self._speaking = ClauseReader(pack, SPEAKING_TABLES)
        label_sets = self._speaking.lexicon.label_sets() | {frozenset({label}) for label in _EXTRA_LABELS}
        self._statements = StatementReader(pack, label_sets)
        self._themes = ThemeReader(pack)
        self._figures = FigureClaimReader(pack)
        self._undertakings = undertaking_reader(pack.code)

    def read(self, article: AnnotatedArticle) -> Extraction:
        """The article with its layers, its claims and what was refused."""
        clauses = self._clauses.read(article)
        spoken = self._statements.read(self._speaking.read(article))
        # Themes come before anything points at a statement: a claim's id is made from its content.
        statements = replace(spoken, claims=tuple(self._themes.read(article.prepared, spoken.claims)))
        meetings, few_facts = read_meetings(clauses)
        undertaken = self._undertakings.read(article)
        funding, no_funding = read_funding(undertaken, statements)
        commitments, no_commitments = read_commitments(undertaken, statements)
        others = [
            *meetings,
            *funding,
            *commitments,
            *read_memberships(clauses),
            *self._figures.read(clauses),
            *read_founding_years(clauses),
        ]
        themed = self._themes.read(article.prepared, others)
        claims = [*statements.claims, *(_with_statement(claim, statements) for claim in themed)]
        rejections = sorted(
            (*statements.rejections, *few_facts, *no_funding, *no_commitments),
            key=lambda found: (found.span, found.kind, found.reason),
        )
        prepared = article.prepared
        ordered = tuple(sorted(claims, key=_order))
        return Extraction(prepared.article, article.annotations, ordered, tuple(rejections), prepared.skipped)


def _with_statement(claim: Claim, statements: Statements) -> Claim:
    """The claim with the statement it stands in, so that who says so is never lost."""
    around = statements.around(claim.span)
    return replace(claim, within=around[0].id) if around else claim


def _order(claim: Claim) -> tuple[int, int, str, str]:
    return claim.span.start, claim.span.end, claim.kind, claim.id


@cache
def claim_reader(language: str) -> ClaimReader:
    """The reader of one language. Raises PackError when it has no pack."""
    return ClaimReader(load_pack(language))
