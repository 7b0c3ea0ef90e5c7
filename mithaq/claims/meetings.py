"""Reads meetings: who met, at what level, where, when, at whose invitation, how many came. Mentions of one meeting in
an article are one claim. Not for joining meetings across articles: reconcile does that.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mithaq.claims.clauses import Clauses
from mithaq.claims.places import annotation_of, body_of, country_of, organisation_of, person_of, place_of
from mithaq.model.claim import Attendance, Claim, Level, Meeting, Status
from mithaq.model.edtf import bounds
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.model.values import DateValue, FigureValue
from mithaq.text.lattice import Unit

_REACH = 28
_AHEAD = frozenset(("planned_word", "hold_future", "intend", "undertake_noun", "undertake_verb", "will", "future_form"))
_PARTS = frozenset(("break", "speech", "comma", "that", "open", "relative", "date", "hold", "stop", "semicolon"))
_SPECIFIC: tuple[Level, ...] = ("summit", "ministerial", "officials")


@dataclass(slots=True)
class _Mention:
    """One place where a meeting is spoken of, and what stands around it."""

    place: Span
    level: Level
    levels: set[str]
    definite: bool
    body: str | None = None
    city: str | None = None
    country: str | None = None
    date: DateValue | None = None
    hosts: tuple[str, ...] = ()
    status: Status | None = None
    attendance: Attendance | None = None
    spans: dict[str, Span] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How much it tells."""
        return sum(bool(slot) for slot in (self.body, self.city, self.date, self.hosts, self.attendance, self.country))


def read_meetings(clauses: Clauses) -> tuple[list[Claim], list[Rejection]]:
    """The meetings of an article, and mentions that told too little to be one."""
    mentions = [found for index, unit in enumerate(clauses.units) if (found := _mention(clauses, index, unit))]
    groups: list[_Mention] = []
    for mention in mentions:
        twin = next((group for group in reversed(groups) if _same(group, mention)), None)
        if twin is None:
            groups.append(mention)
        else:
            _merge(twin, mention)
    claims, rejections = [], []
    article_id = clauses.article.prepared.article.id
    for group in groups:
        if _tells_enough(group):
            claims.append(_claim(clauses, group))
        else:
            rejections.append(Rejection(article_id, "meeting", "no_meeting_facts", group.place, group.place.of(clauses.text)))
    return claims, rejections


def _mention(clauses: Clauses, index: int, unit: Unit) -> _Mention | None:
    if "meeting_noun" not in unit.labels or "not_meeting" in unit.labels:
        return None
    first, last = _own_part(clauses, index)
    low, high = max(first, index - _REACH), min(last, index + _REACH)
    window = clauses.units[low:high]
    level = _level(clauses.units[index:min(last, index + 6)], unit)
    surface = clauses.text[unit.start : unit.end]
    definite = surface.startswith("ال") or (index > 0 and bool(clauses.units[index - 1].labels & {"the", "this"}))
    mention = _Mention(Span(unit.start, unit.end), level, {str(unit.values["meeting_noun"])}, definite)
    _fill_body(mention, clauses.units[index + 1 : min(last, index + 9)])
    if mention.body is None:
        _fill_body_before(mention, clauses.units[first:index])
    _fill_place(mention, clauses, index, first, last)
    _fill_date(mention, window, unit)
    _fill_hosts(mention, clauses.units[first:last])
    _fill_attendance(mention, window)
    mention.status = _status(clauses.units[first:last], index - first)
    end = max([span.end for slot, span in mention.spans.items() if slot in ("body", "city", "date")], default=unit.end)
    mention.place = Span(unit.start, min(max(end, unit.end), clauses.units[last].start if last < len(clauses.units) else end))
    return mention


def _own_part(clauses: Clauses, index: int) -> tuple[int, int]:
    """The part of the sentence that speaks of this meeting: up to where another one is named."""
    first, last = clauses.sentence(index)
    units = clauses.units
    for position in range(index - 1, first - 1, -1):
        if "meeting_noun" in units[position].labels and position < index - 2:
            first = position + 1
            break
    for position in range(index + 1, last):
        if "meeting_noun" in units[position].labels and position > index + 2:
            return first, position
    return first, last


def _level(units: Sequence[Unit], unit: Unit) -> Level:
    own: Level = unit.values["meeting_noun"]
    for near in units[1:]:
        if "break" in near.labels or "speech" in near.labels:
            break
        if "meeting_level" in near.labels:
            return near.values["meeting_level"]  # type: ignore[no-any-return]
    return own


def _fill_body(mention: _Mention, units: Sequence[Unit]) -> None:
    for unit in units:
        if unit.labels & _PARTS or ("preposition" in unit.labels and not unit.labels & {"of", "for"}):
            return
        body = body_of(unit)
        if body:
            mention.body, mention.spans["body"] = body, unit.span
            return


def _fill_body_before(mention: _Mention, units: Sequence[Unit]) -> None:
    """"The ministers of the alliance held a meeting": the body before the noun, where a verb of holding ties them."""
    if not any("hold" in unit.labels for unit in units):
        return
    for unit in reversed(units):
        body = body_of(unit)
        if body:
            mention.body, mention.spans["body"] = body, unit.span
            return


def _fill_place(mention: _Mention, clauses: Clauses, index: int, first: int, last: int) -> None:
    after = range(index + 1, last)
    before = range(index - 1, first - 1, -1)
    for position in (*after, *before):
        unit = clauses.units[position]
        place = place_of(unit)
        if place and place.country and mention.city is None:
            mention.city, mention.country, mention.spans["city"] = place.name, place.country, unit.span
            return
    for position in after:
        if position > 0 and clauses.units[position - 1].labels & {"in"}:
            country = country_of(clauses.units[position])
            if country:
                mention.country, mention.spans["country"] = country, clauses.units[position].span
                return


def _fill_date(mention: _Mention, window: Sequence[Unit], unit: Unit) -> None:
    own = next(position for position, near in enumerate(window) if near is unit)
    dated = [(abs(position - own), near) for position, near in enumerate(window) if annotation_of(near, "date")]
    # What only points back ("the conference") dates a meeting only where the date stands beside it.
    reach = 4 if mention.definite and mention.weight == 0 else _REACH
    # A date after the noun is the meeting's own sooner than one before it.
    start = window[own].start
    for distance, near in sorted(dated, key=lambda pair: (pair[1].start < start, pair[0])):
        if distance > reach:
            continue
        found = annotation_of(near, "date")
        if found and isinstance(found.value, DateValue) and found.value.timex == "DATE" and not _is_since(found.value):
            mention.date, mention.spans["date"] = found.value, near.span
            return


def _is_since(value: DateValue) -> bool:
    return value.edtf is not None and value.edtf.endswith("/..")


def _fill_hosts(mention: _Mention, units: Sequence[Unit]) -> None:
    for index, unit in enumerate(units):
        if "host_cue" not in unit.labels:
            continue
        hosts: list[str] = []
        for near in units[index + 1 : index + 14]:
            if near.labels & {"break", "stop", "speech", "hold"}:
                break
            person = person_of(near)
            name = person.name if person else country_of(near) or organisation_of(near)
            if name and name not in hosts:
                hosts.append(name)
        if hosts:
            mention.hosts, mention.spans["hosts"] = tuple(hosts[:4]), unit.span
            return


def _fill_attendance(mention: _Mention, window: Sequence[Unit]) -> None:
    for unit in window:
        found = annotation_of(unit, "figure")
        if found and isinstance(found.value, FigureValue) and found.value.unit in ("states", "countries", "delegations", "delegates", "participants"):
            value = found.value
            mention.attendance = Attendance(value.value, value.qualifier, value.unit)
            mention.spans["attendance"] = unit.span
            return


def _status(units: Sequence[Unit], index: int) -> Status | None:
    near = units[max(0, index - 12) : index + 12]
    if any("postpone" in unit.labels for unit in near):
        return "postponed"
    if any("cancel" in unit.labels for unit in near):
        return "cancelled"
    if any(unit.labels & _AHEAD for unit in units[max(0, index - 7) : index + 5]):
        return "planned"
    if any("hold_past" in unit.labels for unit in near):
        return "held"
    return None


def _same(group: _Mention, mention: _Mention) -> bool:
    """May the two mentions be of one meeting? Nothing they tell may differ, and the later one must point back."""
    if group.body and mention.body and group.body != mention.body:
        return False
    if group.city and mention.city and group.city != mention.city:
        return False
    if group.level in _SPECIFIC and mention.level in _SPECIFIC and group.level != mention.level:
        return False
    if "summit" in mention.levels and "summit" not in group.levels and group.level != "summit":
        return False
    if not _dates_meet(group.date, mention.date):
        return False
    if mention.status == "planned" and group.status == "held" or (mention.status == "held" and group.status == "planned"):
        return False
    shares = (group.body and group.body == mention.body) or (group.city and group.city == mention.city)
    return bool(shares or mention.definite or mention.weight == 0)


def _dates_meet(first: DateValue | None, second: DateValue | None) -> bool:
    if first is None or second is None or first.edtf is None or second.edtf is None:
        return True
    left, right = bounds(first.edtf), bounds(second.edtf)
    if left is None or right is None:
        return first.edtf == second.edtf
    return not (
        (left[1] and right[0] and left[1] < right[0]) or (right[1] and left[0] and right[1] < left[0])
    )


def _merge(group: _Mention, mention: _Mention) -> None:
    if mention.weight > group.weight:
        group.place = mention.place
    for slot in ("body", "city", "country", "hosts", "attendance", "status"):
        if not getattr(group, slot) and getattr(mention, slot):
            setattr(group, slot, getattr(mention, slot))
            if slot in mention.spans:
                group.spans[slot] = mention.spans[slot]
    if mention.date and (group.date is None or (not group.date.edtf and mention.date.edtf)):
        group.date, group.spans["date"] = mention.date, mention.spans["date"]
    if group.level not in _SPECIFIC and mention.level in _SPECIFIC:
        group.level = mention.level
    group.levels |= mention.levels


def _tells_enough(group: _Mention) -> bool:
    return group.weight >= 2 or (group.weight == 1 and group.level in _SPECIFIC and bool(group.body or group.city or group.date))


def _claim(clauses: Clauses, group: _Mention) -> Claim:
    article = clauses.article.prepared.article
    status = group.status or _status_by_date(group.date, article.published)
    meeting = Meeting(
        group.body, group.level, group.city, group.country, group.date.edtf if group.date else None,
        group.hosts, status, group.attendance,
    )  # fmt: skip
    spans = tuple(sorted(group.spans.items()))
    return Claim(article.id, group.place, group.place.of(clauses.text), meeting, spans, rule="meeting")


def _status_by_date(value: DateValue | None, published: str | None) -> Status:
    if value and value.edtf and published:
        day, today = bounds(value.edtf), bounds(published)
        start = (day[0] or day[1]) if day else None
        if start and today and today[0] and start > today[0]:
            return "planned"
    return "held"


