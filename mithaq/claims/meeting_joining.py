"""Says whether two mentions are of one meeting, and joins them. Not for finding mentions, nor for what one meeting tells of another."""

from mithaq.claims.meeting_mentions import Mention
from mithaq.model.claim import Status
from mithaq.model.edtf import bounds
from mithaq.model.values import DateValue

SPECIFIC = ("summit", "ministerial", "officials")
# Characters of a day in EDTF.
_DAY = 10
_SLOTS = ("body", "country", "hosts", "attendance", "tense")


def is_same(group: Mention, mention: Mention, published: str | None) -> bool:
    """May the two be of one meeting? Nothing they tell may differ, and they share something or the later points back."""
    if group.body and mention.body and group.body != mention.body:
        return False
    if mention.event and mention.event != group.event:
        return False
    if group.process != mention.process and not (group.city and group.city == mention.city and not mention.process):
        return False
    if group.city and mention.city and group.city != mention.city:
        return False
    if group.country and mention.country and group.country != mention.country:
        return False
    if not _levels_meet(group, mention) or not dates_meet(group.date, mention.date):
        return False
    if not _relations_meet(group, mention, published):
        return False
    if mention.partners:
        same_city = group.city is not None and group.city == mention.city and group.level == mention.level
        return bool(group.partners & mention.partners) or (mention.definite and same_city and bool(group.partners))
    if group.partners and mention.sideline and mention.body:
        # The gathering on whose sidelines two met is not their meeting.
        return False
    bare = mention.definite and not mention.weight
    if group.partners and not bare and not (group.city and group.city == mention.city):
        return mention.definite and not mention.body and mention.level == "talks"
    shares = (group.body and group.body == mention.body) or (group.city and group.city == mention.city)
    dated = _dated_alike(group.date, mention.date)
    told = mention.weight or (mention.tied and not mention.definite)
    return bool(shares or mention.definite or (dated and mention.level == group.level) or not told)


def _levels_meet(group: Mention, mention: Mention) -> bool:
    one, other = group.level, mention.level
    if one == other:
        return True
    if group.partners and other != "talks":
        # "The conference" is not the talks of two sides told before it.
        return False
    if one in SPECIFIC and other in SPECIFIC:
        return False
    if other == "session" and one in ("summit", "conference") and _tells_numbers(mention):
        return True
    if "summit" in (one, other):
        if mention.definite and not mention.weight and group.body and not group.partners:
            return one != "session"
        return ({one, other} == {"summit", "conference"} and group.city is not None and group.city == mention.city) or (
            other == "talks" and mention.definite and not mention.partners and not mention.body
        )
    if other == "session":
        return mention.definite
    return one != "session" or mention.definite


def _tells_numbers(mention: Mention) -> bool:
    """Is it a session of which nothing is told but who came: one of the summit spoken of?"""
    return mention.definite and not (mention.body or mention.city or mention.country or mention.date)


def _relations_meet(group: Mention, mention: Mention, published: str | None) -> bool:
    """The next meeting and the previous one are not the one spoken of; what was held is not what is planned."""
    one, other = status_of(group, published, None), status_of(mention, published, None)
    if group.city and group.city == mention.city and "planned" not in (one, other):
        return True
    if mention.definite and not mention.weight and mention.relation is None:
        # "The summit", told with nothing of its own, is the one spoken of last, whatever the tense around it.
        return True
    if mention.relation != group.relation:
        if "previous" in (mention.relation, group.relation):
            return False
        return "planned" in (one, other) and "held" not in (one, other) and not (group.relation is None and one is None)
    return {one, other} != {"planned", "held"}


def dates_meet(first: DateValue | None, second: DateValue | None) -> bool:
    if first is None or second is None or first.edtf is None or second.edtf is None:
        return True
    left, right = bounds(first.edtf), bounds(second.edtf)
    if left is None or right is None:
        return first.edtf == second.edtf
    return not ((left[1] and right[0] and left[1] < right[0]) or (right[1] and left[0] and right[1] < left[0]))


def _dated_alike(first: DateValue | None, second: DateValue | None) -> bool:
    """Is it the same time, or does one name days within the week or the days that the other names?"""
    if first is None or second is None or not first.edtf or not second.edtf:
        return False
    if first.edtf == second.edtf:
        return True
    return (
        "/" in first.edtf + second.edtf and min(len(first.edtf), len(second.edtf)) >= _DAY and dates_meet(first, second)
    )


def merge(group: Mention, mention: Mention) -> None:
    if mention.refused:
        return
    fuller = mention.weight > group.weight and (mention.partners or not group.partners)
    if fuller or (group.in_title and not mention.in_title and mention.weight + 1 >= group.weight):
        group.place, group.in_title = mention.place, mention.in_title
    bare = mention.definite and not mention.weight
    for slot in _SLOTS:
        if slot == "tense" and bare and (group.weight or group.partners):
            continue
        if not getattr(group, slot) and getattr(mention, slot):
            setattr(group, slot, getattr(mention, slot))
            if slot in mention.spans:
                group.spans[slot] = mention.spans[slot]
    if mention.city and not group.city:
        group.city, group.country, group.spans["city"] = mention.city, mention.country, mention.spans["city"]
    if mention.date and (group.date is None or _is_finer(mention.date, group.date)):
        group.date, group.spans["date"] = mention.date, mention.spans["date"]
    if group.level not in SPECIFIC and mention.level in SPECIFIC and not bare:
        group.level = mention.level
    _merge_extras(group, mention)
    group.partners |= mention.partners
    group.tied = group.tied or mention.tied


def _merge_extras(group: Mention, mention: Mention) -> None:
    for slot in ("chairs", "first_in"):
        if not getattr(group, slot) and getattr(mention, slot):
            setattr(group, slot, getattr(mention, slot))
            group.spans[slot] = mention.spans[slot]
    if mention.stand_ins:
        group.stand_ins = tuple(dict.fromkeys((*group.stand_ins, *mention.stand_ins)))
        group.spans.setdefault("stand_ins", mention.spans["stand_ins"])
    group.titled = group.titled or mention.titled


def _is_finer(value: DateValue, other: DateValue) -> bool:
    """Is ``value`` known where the other is not, or a day where the other is a longer time?"""
    if not value.edtf or not other.edtf:
        return bool(value.edtf)
    return len(value.edtf) == 10 and (len(other.edtf) < 10 or "/" in other.edtf)


def status_of(group: Mention, published: str | None, default: Status | None) -> Status | None:
    """Postponed and cancelled as the words say; else by the date against the day of publication, else by the words."""
    if group.tense in ("postponed", "cancelled"):
        return group.tense  # type: ignore[return-value]
    if group.tense == "future":
        return "planned"
    day = bounds(group.date.edtf) if group.date and group.date.edtf else None
    today = bounds(published) if published else None
    if day and today and today[0]:
        if day[0] and day[0] > today[0]:
            return "planned"
        if day[1] and day[1] < today[0]:
            return "held"
        if day[0] is None and day[1] and day[1] > today[0] and group.tense != "held":
            # "By the end of September" is still to come.
            return "planned"
    if group.tense == "planned":
        return "planned"
    if group.tense == "present":
        ahead = bool(day and today and today[0] and day[1] and day[1] >= today[0])
        return "planned" if published is None or not group.date or ahead else "held"
    if group.relation == "previous" or group.tense == "held":
        return "held"
    return default
