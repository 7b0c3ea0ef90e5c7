"""Reads meetings told by a verb: "X met Y in Z", "the council met on Monday". Not for meetings told by a noun, nor for
telephone calls, receptions at airports or sport.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mithaq.claims.clauses import Clauses
from mithaq.claims.meeting_dates import date_of
from mithaq.claims.meeting_extras import fill_chairs, fill_first
from mithaq.claims.meeting_mentions import Mention, Part, level_of, tells_of_own
from mithaq.claims.meeting_objects import find_objects
from mithaq.claims.meeting_parties import Party, parties_of
from mithaq.claims.meeting_slots import fill_hosts
from mithaq.claims.meeting_spots import find_spots
from mithaq.model.claim import Level
from mithaq.model.span import Span
from mithaq.text.lattice import Unit

_REACH = 26
_AND = frozenset(("and", "and_word", "clitic_and"))
# What may stand between the word that leads in a meeting and its noun ("for a second round of talks").
_BEFORE_NOUN = frozenset(
    ("the", "word", "capital", "meeting_level", "figure", "next_word", "previous_word", "organisation", "country", "first_word",
     "body_adjective", "adverb", "quote_mark", "definite_word", "of", "genitive", "date", "honorific")
)  # fmt: skip
_LEADS_IN = frozenset(("for_purpose", "clitic_for", "at_place", "clitic_in", "in"))
_NO_MEETING = frozenset(("by_phone", "airport"))


def verb_mentions(clauses: Clauses, heads: Mapping[int, Level]) -> list[Mention]:
    """The meetings told by verbs, in order."""
    found: list[Mention] = []
    units = clauses.units
    for index, unit in enumerate(units):
        if "meet" not in unit.labels or not tells_of_own(clauses, index, heads):
            continue
        part = _part(clauses, index, heads)
        before, after = units[part.low : index], _following(part)
        if any(near.labels & _NO_MEETING for near in (*before, *after)) or any(
            "negation" in near.labels for near in before[-2:]
        ):
            continue
        mention = _mention(part, unit, before, after, _noun(part, heads))
        if mention:
            found.append(mention)
            found.extend(_further(mention, after))
    return found


def _noun(part: Part, heads: Mapping[int, Level]) -> Level | None:
    """The level of the noun after the verb that tells of the same meeting: "met for talks", "gathered at a summit"."""
    level = heads.get(part.high)
    if level is None or any("travel" in unit.labels for unit in part.units[part.after : part.high]):
        # "Met him before flying to Amman for talks": those are others.
        return None
    for unit in reversed(part.units[max(part.after, part.high - 6) : part.high]):
        if unit.labels & _LEADS_IN:
            # Two who met did so at a summit, which is another meeting, or for talks, which are the same.
            return level if level != "talks" or unit.labels & {"for_purpose", "clitic_for"} else None
        if not unit.labels & _BEFORE_NOUN:
            return None
    return None


def _part(clauses: Clauses, index: int, heads: Mapping[int, Level]) -> Part:
    first, last = clauses.sentence(index)
    units = clauses.units
    low = max([first, *(near + 1 for near in range(first, index) if units[near].labels & {"meet", "semicolon"})])
    high = min([last, *(near for near in range(index + 1, last) if "meet" in units[near].labels or near in heads)])
    return Part(clauses, index, index + 1, low, high, index, "talks")


def _following(part: Part) -> Sequence[Unit]:
    last = part.after
    for position in part.ahead(_REACH):
        if "relative" in part.units[position].labels:
            break
        last = position + 1
    return part.units[part.after : last]


def _mention(
    part: Part, verb: Unit, before: Sequence[Unit], after: Sequence[Unit], noun: Level | None
) -> Mention | None:
    sides = parties_of(after)
    again = next((near for near in after[:5] if "again_word" in near.labels), None)
    subject_first = part.clauses.article.prepared.pack.settings.get("order") != "verb"
    objects = find_objects(verb, before, after, sides, subject_first=subject_first)
    tense = _tense(part, verb)
    again = again if tense != "held" else None
    resumed = again is not None or (objects is None and _has_plural_pronoun(verb, before))
    if objects is None and not resumed:
        return None
    objects = objects or []
    if verb.values["meet"] == "gathered":
        part = _up_to_comma(part)
        after = part.units[part.after : part.high]
    mention = Mention(verb.span, _level(objects, sides, before), tied=True)
    mention.partners = frozenset(key for party in objects for key in party.keys)
    _join_noun(mention, part, objects, noun)
    spots = find_spots(part)
    if spots:
        mention.city, mention.country = spots[0].city, spots[0].country
        mention.spans["city" if spots[0].city else "country"] = spots[0].unit.span
    _fill_date(mention, part, after)
    fill_hosts(mention, part)
    fill_chairs(mention, part)
    fill_first(mention, part)
    if again:
        mention.relation, mention.spans["sequence"] = "next", again.span
    if not objects:
        _fill_body(mention, sides, before)
        mention.again = resumed
        gathered = verb.values["meet"] == "gathered"
        if (not again and _is_bare(mention, before)) or not _is_placed(mention, gathered, next_one=again is not None):
            return None
    elif verb.values["meet"] == "received" and not mention.weight:
        return None
    mention.tense = tense
    ends = [verb.end, *(party.unit.end for party in objects[:1]), *(span.end for span in mention.spans.values())]
    mention.place = Span(verb.start, max(end for end in ends if end <= (after[-1].end if after else verb.end)))
    return mention


def _fill_body(mention: Mention, sides: Sequence[Party], before: Sequence[Unit]) -> None:
    plural = [party for party in (*sides[:2], *reversed(parties_of(before)[-2:])) if party.plural]
    body = next((party for party in plural if "organisation" in party.unit.labels), None)
    if body:
        mention.body, mention.spans["body"] = body.name, body.unit.span


def _is_bare(mention: Mention, before: Sequence[Unit]) -> bool:
    """An infinitive without place and time is no meeting ("it is not the same to sit down with …")."""
    infinitive = any("to" in unit.labels for unit in before[-1:])
    return infinitive and mention.joins is None and not (mention.city or mention.country or mention.date)


def _is_placed(mention: Mention, gathered: bool, *, next_one: bool) -> bool:
    """Is enough told of a meeting of many: a body or a town, where nothing else shows it; a town for a participle; town
    and day for those who are only pointed at?
    """
    if gathered and not mention.city:
        return False
    if mention.again and not next_one and not (mention.city and mention.date):
        return False
    if mention.joins is not None:
        return True
    shown = mention.body or mention.city or next_one or mention.level in ("summit", "ministerial")
    return bool(shown and mention.weight)


def _join_noun(mention: Mention, part: Part, objects: Sequence[Party], noun: Level | None) -> None:
    """Two who met for talks held those; many who met for a summit, or with others who lead, held the summit."""
    # "Leaders including the president": those named after the many are of them.
    if noun is None or not (noun == "talks" or all(party.plural for party in objects[:1])):
        return
    mention.joins = part.units[part.high].start
    if noun != "talks":
        mention.partners = frozenset()


def _fill_date(mention: Mention, part: Part, after: Sequence[Unit]) -> None:
    """The date behind the verb, before a further one after "and"; else the date that opens the clause."""
    ahead = [
        unit for index, unit in enumerate(after) if date_of(unit) and not (index and after[index - 1].labels & _AND)
    ]
    opening = [unit for unit in part.units[max(part.low, part.head - 12) : part.head] if date_of(unit)]
    unit = next(iter((*ahead, *reversed(opening))), None)
    if unit:
        mention.date, mention.spans["date"] = date_of(unit), unit.span


def _up_to_comma(part: Part) -> Part:
    """A participle's own words ("gathered in Rome on Monday, the ministers pledged to meet in June")."""
    commas = (place for place in range(part.after, part.high) if "comma" in part.units[place].labels)
    return replace(part, high=next(commas, part.high))


def _has_plural_pronoun(verb: Unit, before: Sequence[Unit]) -> bool:
    """Are those who met only pointed at: "they met", "اجتمعوا"?"""
    if any(unit.values.get("pronoun") == "plural" for unit in before[-2:]):
        return True
    return "meet_with_subject" in verb.labels and str(verb.values.get("meet_past", "")).endswith("p")


def _level(objects: Sequence[Party], sides: Sequence[Party], before: Sequence[Unit]) -> Level:
    if objects:
        return "talks"
    for unit in (*(party.unit for party in sides[:2]), *reversed(before[-8:])):
        if level := level_of(unit):
            return level
    return "session"


def _tense(part: Part, verb: Unit) -> str | None:
    before = part.units[max(part.low, part.head - 3) : part.head]
    if verb.labels & {"meet_future"} or any(unit.labels & {"will", "would", "planned_word", "to"} for unit in before):
        return "future" if "meet_future" in verb.labels or any("would" in unit.labels for unit in before) else "planned"
    if verb.labels & {"meet_past", "meet_done"}:
        return "held"
    if "meet_participle" in verb.labels and any("be_now" in unit.labels for unit in before):
        return "present"
    return "present" if "meet_present" in verb.labels or "meet_base" in verb.labels else None


def _further(mention: Mention, after: Sequence[Unit]) -> list[Mention]:
    """Talks joined by "and" with a date of their own ("met A on Monday and on Tuesday B"): the verb is understood again before the second date."""
    found = []
    for index, unit in enumerate(after[:-2]):
        following = after[index + 1]
        if not unit.labels & _AND or not date_of(following) or not mention.partners:
            continue
        met = [party for party in parties_of(after[index + 2 :]) if party.official]
        if met:
            own = replace(
                mention,
                spans=dict(mention.spans),
                partners=frozenset(key for party in met for key in party.keys),
                date=date_of(following),
            )
            own.spans["date"] = following.span
            own.place = Span(following.start, met[0].unit.end)
            found.append(own)
            mention.partners -= own.partners
    return found
