"""What the pages and the API show: frozen data, one type a view. Codes only: words and dates in words are the page's.

Every value carries the places it was read from. Not for how a view is worked out: that is beside it, a module a view.
"""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of an article at ``start`` to ``end`` (code points of its text); ``excerpt`` is them on one line, shortened."""

    article_id: str
    start: int
    end: int
    file: str
    outlet: str | None
    excerpt: str
    language: str = ""
    published: str | None = None
    claim_id: str | None = None

    @property
    def href(self) -> str:
        """Where the desk shows the words."""
        return f"/article/{self.article_id}?at={self.start}-{self.end}#at"


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list: ``page`` counts from 1, ``total`` is of the whole list."""

    items: tuple[Item, ...]
    page: int
    page_size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.page_size))


@dataclass(frozen=True, slots=True)
class Count:
    """How many of ``key`` there are; ``key`` is empty where it is not known (no outlet, no date)."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article without its text."""

    id: str
    file: str
    outlet: str | None
    language: str
    published: str | None
    published_basis: str | None
    title: str | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list. ``id`` is that of its fact; ``date`` EDTF; ``country`` ISO 3166-1; ``hosts`` codes or names."""

    id: str
    body: str | None
    level: str | None
    status: str | None
    city: str | None
    country: str | None
    date: str | None
    sources: int
    printings: int
    languages: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class CitedValue:
    """One value of a slot (a code, a name, a number, EDTF; JSON-ready) with the places that give it."""

    slot: str
    value: Any
    citations: tuple[Citation, ...]
    contradicted_by: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A promise in a list. ``status`` is a status of FollowUp or empty; ``made_on`` the first day it was told.

    ``is_open`` holds as of the day the list was asked for: not kept, not known to be late.
    """

    id: str
    by: tuple[str, ...]
    action: str
    language: str
    beneficiary: str | None
    deadline: str | None
    conditional: bool
    themes: tuple[str, ...]
    status: str
    score: int | None
    made_on: str | None
    bodies: tuple[str, ...]
    languages: tuple[str, ...]
    sources: int
    citations: tuple[Citation, ...]
    is_open: bool = False
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim behind a fact: what it says in its own slots, who says so there, why it was joined."""

    claim_id: str
    kind: str
    slots: tuple[tuple[str, Any], ...]
    said_by: str | None
    citation: Citation
    reason: str = ""
    role: str = "supports"
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """What was known of a promise from ``day`` (ISO) on."""

    day: str | None
    status: str
    score: int | None
    reason: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A promise of one meeting beside the next meeting of the body. ``change``: repeated, strengthened, weakened,
    deadline_moved, dropped."""

    body: str
    earlier: str
    later: str
    change: str
    action: str
    reason: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """One promise whole. ``tests`` are the five Toronto tests by name, in order."""

    line: CommitmentLine
    tests: tuple[tuple[str, bool], ...]
    reason: str
    tellings: tuple[Telling, ...]
    evidence: tuple[Citation, ...]
    history: tuple[ScorePoint, ...]
    changes: tuple[ChangeLine, ...]
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A sum, in whole units of ``currency``. ``year`` is that of its period, else of its first telling.

    ``reannounced``: reports of the same sum lie apart in time; ``announced_on`` are the days.
    """

    id: str
    donor: str | None
    recipient: str | None
    amount: float
    currency: str | None
    qualifier: str
    stage: str
    period: str | None
    year: int | None
    purpose: str | None
    sources: int
    printings: int
    reannounced: bool
    announced_on: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MoneyTotal:
    """The sums of one group in one currency. Sums that are parts of others are counted too: totals are of reports."""

    key: str
    currency: str
    appeal: float
    pledge: float
    commitment: float
    paid: float
    lines: int


@dataclass(frozen=True, slots=True)
class MoneyView:
    """The list and its totals (of the whole filtered list, not of the page)."""

    lines: Page[MoneyLine]
    by_donor: tuple[MoneyTotal, ...]
    by_recipient: tuple[MoneyTotal, ...]
    by_year: tuple[MoneyTotal, ...]
    donors: tuple[Count, ...]
    recipients: tuple[Count, ...]
    currencies: tuple[Count, ...]
    years: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """So many members were told on ``day`` (EDTF)."""

    day: str | None
    value: float
    qualifier: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member of the body, or a change in it. ``member`` is an ISO code or a name."""

    member: str
    change: str
    ordinal: int | None
    date: str | None
    known_since: str | None
    sources: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MembersView:
    """``bodies`` are all there are, with how many facts; ``body`` is the one shown (None: the record has none)."""

    body: str | None
    bodies: tuple[Count, ...]
    curve: tuple[CurvePoint, ...]
    members: tuple[MemberLine, ...]
    disagreements: "tuple[DisagreementView, ...]"


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A role as articles gave it, with first and last day of publication."""

    role: str
    country: str | None
    first: str | None
    last: str | None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list; ``forms`` are the written forms with their counts."""

    id: str
    name: str
    forms: tuple[Count, ...]
    offices: tuple[OfficeLine, ...]
    articles: int
    statements: int


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Somebody says something; ``words`` are what was said, on one line, shortened."""

    claim_id: str
    speaker: str
    speaker_kind: str
    role: str | None
    on_behalf_of: str | None
    act: str
    quote: str
    themes: tuple[str, ...]
    words: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person whole; ``reasons`` say why names were brought together."""

    line: PersonLine
    statements: Page[StatementLine]
    mentions: tuple[Citation, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One value that some sources give."""

    value: str
    citations: tuple[Citation, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """Values that cannot all hold. ``reason``: contradiction, precision, change, cut_off, unit, translation."""

    id: str
    about: str
    reason: str
    explanation: str
    sides: tuple[SideView, ...]
    latest: str | None


@dataclass(frozen=True, slots=True)
class SpeakerStatements:
    """What one speaker said at a meeting."""

    speaker: str
    role: str | None
    statements: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An article about the meeting: ``told`` are the slots it gives, ``left_out`` those that only others give."""

    article: ArticleHead
    part: str | None
    told: tuple[str, ...]
    left_out: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting whole. ``before`` and ``after`` are the neighbours in the line of the body's meetings."""

    line: MeetingLine
    facts: tuple[CitedValue, ...]
    commitments: tuple[CommitmentLine, ...]
    money: tuple[MoneyLine, ...]
    speakers: tuple[SpeakerStatements, ...]
    changes: tuple[ChangeLine, ...]
    reports: tuple[Report, ...]
    disagreements: tuple[DisagreementView, ...]
    tellings: tuple[Telling, ...]
    before: MeetingLine | None = None
    after: MeetingLine | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles by outlet, publication day and language; key "" counts those that do not tell. ``silent`` have no claim;
    ``missing_days`` are days without an article between the first and the last, as ``first/last`` gaps."""

    articles: int
    outlets: tuple[Count, ...]
    days: tuple[Count, ...]
    languages: tuple[Count, ...]
    silent: int
    refused: int
    missing_days: tuple[str, ...]
    missing_languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page. ``as_of`` is the day that decides what is open: the one asked for, else the last publication."""

    as_of: str | None
    counts: tuple[Count, ...]
    meetings: tuple[MeetingLine, ...]
    open_commitments: tuple[CommitmentLine, ...]
    overdue_commitments: tuple[CommitmentLine, ...]
    open_total: int
    overdue_total: int
    disagreements: tuple[DisagreementView, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class LayerSpan:
    """An annotation in place: ``value`` is JSON-ready, ``label`` its shortest readable form (a code, a name)."""

    start: int
    end: int
    kind: str
    label: str
    value: dict[str, Any]
    found_by: str
    confidence: float


@dataclass(frozen=True, slots=True)
class SlotView:
    """A slot of a claim; ``start`` and ``end`` are the words that fill it, where they are known."""

    name: str
    value: Any
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in place, with what people decided about it. ``verdict`` is the one in force; ``corrected`` its slots.

    ``suggested`` tells the machine's reading from one a person accepted or corrected.
    """

    id: str
    kind: str
    start: int
    end: int
    slots: tuple[SlotView, ...]
    within: str | None
    rule: str
    citation: Citation
    verdict: str | None = None
    corrected: tuple[tuple[str, Any], ...] = ()
    suggested: bool = True


@dataclass(frozen=True, slots=True)
class RejectionView:
    """What looked like a claim and was refused, and why (a key of CLAIM_REASONS)."""

    kind: str
    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SharedText:
    """Another article with the same words; ``story`` ones tell the same event in their own words."""

    article: ArticleHead
    relation: str  # "copy" or "story"
    containment: float | None = None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article whole. ``layers`` are its annotations by place; ``direction`` is rtl or ltr."""

    head: ArticleHead
    text: str
    direction: str
    notes: tuple[str, ...]
    skipped: tuple[tuple[int, int], ...]
    layers: tuple[LayerSpan, ...]
    claims: tuple[ClaimView, ...]
    rejections: tuple[RejectionView, ...]
    versions: tuple[ArticleHead, ...]
    related: tuple[SharedText, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two texts."""

    first_start: int
    first_end: int
    second_start: int
    second_end: int


@dataclass(frozen=True, slots=True)
class CompareView:
    """Two articles side by side."""

    first: ArticleHead
    second: ArticleHead
    first_text: str
    second_text: str
    first_direction: str
    second_direction: str
    passages: tuple[Passage, ...]
    shared: float  # share of the shorter text's words that the passages cover, 0 to 1


@dataclass(frozen=True, slots=True)
class JudgementView:
    """Who decided what, when and why; ``in_force`` is false for what was taken back or decided otherwise later."""

    about: tuple[str, ...]
    verdict: str
    who: str
    when: str
    why: str
    revoked: bool
    slot: str | None
    value: Any
    in_force: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One question to a person. ``question``: disagreement, pair, doubt, claim. ``pair`` asks whether two claims, joined
    by the program, are the same. ``weight`` orders the queue, greatest first."""

    id: str
    question: str
    about: str
    reason: str
    weight: float
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The queue of what is undecided, and what was decided, latest first. The two never mix."""

    queue: Page[ReviewItem]
    judged: Page[JudgementView]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text with the matched words at ``marks`` (offsets into ``text``); ``citation`` opens the first."""

    text: str
    marks: tuple[tuple[int, int], ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that was found. ``near``: found by meaning only, through ``through`` (what links the words)."""

    article: ArticleHead
    near: bool
    through: tuple[str, ...]
    snippets: tuple[Snippet, ...]
    score: float


@dataclass(frozen=True, slots=True)
class SearchView:
    """What was asked and found."""

    query: str
    hits: Page[SearchHit]
    understood: tuple[str, ...] = ()
    languages: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusalLine:
    """A source that could not be read; ``reason`` is a key of ARTICLE_REASONS."""

    source: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something was promised (the last day its term can mean)."""

    commitment_id: str
    first: str | None
    day: str
    by: tuple[str, ...]
    action: str
    status: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """What became of one file or text that was handed in: new, changed, unchanged or refused (with why)."""

    name: str
    outcome: str
    article: ArticleHead | None
    claims: int
    reason: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingView:
    """How far a reading has come: ``done`` of ``total``; ``finished`` when everything was also reconciled."""

    id: str
    done: int
    total: int
    finished: bool
    lines: tuple[ReadingLine, ...] = field(default=())
    stopped: str | None = None
