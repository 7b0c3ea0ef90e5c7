"""What the desk shows, worked out from a record: one function a page. Not for how it looks or travels."""

from mithaq.web.views.articles import ArticleFilters, article, articles, refusals
from mithaq.web.views.commitments import (
    CommitmentFilters,
    commitment,
    commitment_choices,
    commitments,
    deadlines,
)
from mithaq.web.views.compare import compare
from mithaq.web.views.disagreements import disagreements
from mithaq.web.views.meetings import MeetingFilters, meeting, meetings
from mithaq.web.views.members import members
from mithaq.web.views.money import MoneyFilters, money
from mithaq.web.views.overview import overview
from mithaq.web.views.people import people, person
from mithaq.web.views.review import judgements, review
from mithaq.web.views.searching import SearchQuery, search

__all__ = [
    "ArticleFilters",
    "CommitmentFilters",
    "MeetingFilters",
    "MoneyFilters",
    "SearchQuery",
    "article",
    "articles",
    "commitment",
    "commitment_choices",
    "commitments",
    "compare",
    "deadlines",
    "disagreements",
    "judgements",
    "meeting",
    "meetings",
    "members",
    "money",
    "overview",
    "people",
    "person",
    "refusals",
    "review",
    "search",
]
