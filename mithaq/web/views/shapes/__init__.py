"""What the pages and the API show: frozen data, one type a view. Codes only: words and dates in words are the page's.

Every value carries the places it was read from. Not for how a view is worked out: that is beside it, a module a view.
"""

from mithaq.web.views.shapes.articles import (
    ArticleView,
    ClaimView,
    CompareView,
    LayerSpan,
    Passage,
    RejectionView,
    SharedText,
    SlotView,
)
from mithaq.web.views.shapes.commitments import CommitmentView, Deadline, ScorePoint
from mithaq.web.views.shapes.common import ArticleHead, Citation, Count, Page
from mithaq.web.views.shapes.disagreements import DisagreementView, SideView
from mithaq.web.views.shapes.lines import (
    ChangeLine,
    CommitmentLine,
    MeetingLine,
    MemberLine,
    MoneyLine,
    StatementLine,
    Telling,
)
from mithaq.web.views.shapes.meetings import CitedValue, MeetingView, Report, SpeakerStatements
from mithaq.web.views.shapes.members import CurvePoint, MembersView
from mithaq.web.views.shapes.money import MoneyTotal, MoneyView
from mithaq.web.views.shapes.overview import Coverage, Overview
from mithaq.web.views.shapes.people import OfficeLine, PersonLine, PersonView
from mithaq.web.views.shapes.reading import ReadingLine, ReadingView, RefusalLine
from mithaq.web.views.shapes.review import JudgementView, ReviewItem, ReviewView
from mithaq.web.views.shapes.search import SearchHit, SearchView, Snippet

__all__ = [
    "ArticleHead",
    "ArticleView",
    "ChangeLine",
    "Citation",
    "CitedValue",
    "ClaimView",
    "CommitmentLine",
    "CommitmentView",
    "CompareView",
    "Count",
    "Coverage",
    "CurvePoint",
    "Deadline",
    "DisagreementView",
    "JudgementView",
    "LayerSpan",
    "MeetingLine",
    "MeetingView",
    "MemberLine",
    "MembersView",
    "MoneyLine",
    "MoneyTotal",
    "MoneyView",
    "OfficeLine",
    "Overview",
    "Page",
    "Passage",
    "PersonLine",
    "PersonView",
    "ReadingLine",
    "ReadingView",
    "RefusalLine",
    "RejectionView",
    "Report",
    "ReviewItem",
    "ReviewView",
    "ScorePoint",
    "SearchHit",
    "SearchView",
    "SharedText",
    "SideView",
    "SlotView",
    "Snippet",
    "SpeakerStatements",
    "StatementLine",
    "Telling",
]
