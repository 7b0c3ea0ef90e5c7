"""What the stages hand on: an article with its layers, and what was read from it."""

from dataclasses import dataclass

from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.claim import Claim
from mithaq.model.fact import Disagreement, Fact, FollowUp
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article, wholly read: annotations sorted by place, claims sorted by place and kind, and what was refused.

    ``skipped`` are the boilerplate lines from which nothing was read.
    """

    article: Article
    annotations: tuple[Annotation, ...]
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    skipped: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What the claims of many articles amount to together."""

    facts: tuple[Fact, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
