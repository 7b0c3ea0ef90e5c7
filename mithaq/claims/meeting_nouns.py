"""Reads what one noun of meeting tells: the mention with all its slots. Not for finding the noun, nor for joining mentions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from mithaq.claims.meeting_dates import fill_date, find_tense
from mithaq.claims.meeting_extras import fill_chairs, fill_first
from mithaq.claims.meeting_journeys import is_purpose
from mithaq.claims.meeting_mentions import SORTS_OF_EVENTS, Mention, Part, own_level
from mithaq.claims.meeting_parties import Party, has_two_sides, parties_of, states_of
from mithaq.claims.meeting_slots import fill_attendance, fill_body, fill_hosts
from mithaq.claims.meeting_spots import Spot, find_spots
from mithaq.claims.places import catalogued_body, organisation_of, organisation_sort
from mithaq.languages import load_pack
from mithaq.model.span import Span
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

# Past tense of three or four letters carries no plural ending.
_SHORTEST_WITH_ENDING = 4
# The preposition and an article or an adjective may part a meeting from its place.
_BESIDE = 4
# What may stand between "his" or "this year's" and the noun, and so many units of it.
_OF_KIND = frozenset(("word", "capital", "meeting_level", "next_word", "previous_word", "first_word", "situation_noun"))
_KINDS = 5


def read_noun(part: Part) -> list[Mention]:
    """What one noun speaks of: one meeting, or one a city where cities are listed after a plural."""
    head = part.units[part.head]
    mention = Mention(head.span, own_level(part))
    mention.possessed = "possessed_meeting" in head.labels or _is_possessed(part)
    mention.definite = mention.possessed or _is_definite(part) or _is_of_its_day(part)
    mention.process = "process_noun" in head.labels
    mention.noun = _word(part)
    _fill_relation(mention, part)
    mention.tied = part.tie is not None
    mention.by_ministers = _is_by_ministers(part)
    spots = find_spots(part)
    if spots:
        _put(mention, spots[0])
        mention.beside = any(unit is spots[0].unit for unit in part.behind(_BESIDE))
    mention.several = "figure" in head.labels
    mention.occasion = _is_occasion(part)
    mention.sideline = any("sideline" in unit.labels for unit in (*part.before(4), *part.behind(10), *_opening(part)))
    name = _event_name(part)
    if name and catalogued_body(head) and organisation_sort(head) in SORTS_OF_EVENTS:
        mention.body, mention.spans["body"] = name, head.span
    elif name:
        mention.event = name
    else:
        fill_body(mention, part)
    fill_date(mention, part)
    fill_hosts(mention, part)
    fill_attendance(mention, part)
    fill_chairs(mention, part)
    fill_first(mention, part)
    side = _fill_partners(mention, part)
    mention.tense = find_tense(part)
    if mention.tense == "present" and (mention.sideline or mention.occasion):
        # Beside it something has happened already.
        mention.tense = "held"
    mention.refused = _refusal(part, mention, name)
    mention.place = _place(part, mention, side)
    plural = len(spots) > 1 and ("figure" in head.labels or "plural_meeting" in head.labels)
    return [mention, *(_elsewhere(mention, spot) for spot in spots[1:])] if plural else [mention]


def _fill_partners(mention: Mention, part: Part) -> Span | None:
    """With whom it was held, where it is talks or a session; the words that name them."""
    if mention.level not in ("talks", "session"):
        return None
    mention.partners, side = _partners(part)
    mention.sides = bool(mention.partners) and (has_two_sides(part) or bool(_both_sides(part)))
    if mention.partners and mention.body is None and "loose_noun" in part.units[part.head].labels:
        # A session with the leaders of two states is talks with them.
        mention.level = "talks"
    return side


def _opening(part: Part) -> Sequence[Unit]:
    """The first words of its sentence ("On the sidelines of the summit, he also held talks …")."""
    first, _ = part.clauses.sentence(part.head)
    return part.units[first : min(first + 3, part.head)]


def _is_occasion(part: Part) -> bool:
    """Is it when something else happened ("during a meeting with the president")? Not of many meetings."""
    if "plural_meeting" in part.units[part.head].labels:
        return False
    return any("occasion_word" in unit.labels for unit in (*part.before(3), part.units[part.head]))


def _is_possessed(part: Part) -> bool:
    """Is it theirs, with nothing but words of what kind it is between ("his last nuclear security summit")?"""
    for unit in reversed(part.before(_KINDS)):
        if "possessive" in unit.labels:
            return True
        if not unit.labels & _OF_KIND:
            return False
    return False


def _is_of_its_day(part: Part) -> bool:
    """ "Thursday's meeting", "this year's climate summit": one that is known by its time."""
    near = part.before(_KINDS)
    return any("date" in first.labels and "genitive" in second.labels for first, second in pairwise(near))


def _is_definite(part: Part) -> bool:
    head, text = part.units[part.head], part.clauses.text
    article = part.clauses.article.prepared.pack.settings.get("clitics", {}).get("article", "")
    # After a preposition written onto the word, the article loses its first letter.
    prefixed = bool(article) and (
        text.startswith(article, head.start) or text[head.start - 2 : head.start] == article[-1] * 2
    )
    words = [text[head.start : head.end].split()[0].lower()] if "organisation" in head.labels else []
    return (
        prefixed
        or "definite_meeting" in head.labels
        or any(unit.labels & {"definite_word", "this"} for unit in part.before(3))
        or bool(words and words[0] in _articles(part.clauses.article.prepared.pack.code))
    )


def _word(part: Part) -> str:
    pack, head = part.clauses.article.prepared.pack, part.units[part.head]
    word = fold(part.clauses.text[head.start : head.end])
    article = fold(pack.settings.get("clitics", {}).get("article", ""))
    return word.removeprefix(article) if article else word.split()[-1]


@cache
def _articles(code: str) -> frozenset[str]:
    return frozenset(word.form for word in load_pack(code).table("meetings") if word.label == "definite_word")


def _is_by_ministers(part: Part) -> bool:
    """Does the verb before the noun carry a plural subject in its ending ("they held a session")?"""
    if part.tie is None or part.tie > part.head:
        return False
    tie = part.units[part.tie]
    return "hold_with_subject" in tie.labels and tie.end - tie.start > _SHORTEST_WITH_ENDING


def _event_name(part: Part) -> str | None:
    """The name of an event that is named like a body; a noun alone ("Le Forum") is no name."""
    head = part.units[part.head]
    words = part.clauses.text[head.start : head.end].split()
    bare = len(words) == 1 or (
        len(words) == 2 and words[0].lower() in _articles(part.clauses.article.prepared.pack.code)
    )
    return None if bare else organisation_of(head)


def _place(part: Part, mention: Mention, side: Span | None) -> Span:
    """The words that carry the mention: from the noun to the last slot that stands behind it."""
    last = part.units[part.after - 1].end
    ends = [span.end for slot, span in mention.spans.items() if slot in ("body", "city", "country", "date")]
    limit = max((part.units[position].end for position in part.ahead()), default=last)
    if side:
        ends.append(side.end)
    return Span(part.units[part.head].start, max([last, *(end for end in ends if end <= limit)]))


def _elsewhere(mention: Mention, spot: Spot) -> Mention:
    other = replace(mention, spans=dict(mention.spans), place=spot.unit.span, date=None)
    other.spans.pop("date", None)
    _put(other, spot)
    return other


def _put(mention: Mention, spot: Spot) -> None:
    mention.city, mention.country = spot.city, spot.country
    mention.spans["city" if spot.city else "country"] = spot.unit.span


def _fill_relation(mention: Mention, part: Part) -> None:
    """Another meeting of the same body: "the next meeting", "their last summit"; not the meeting of a former president."""
    for unit in (*reversed(part.before(2)), *_beside(part)):
        relation = next((name for name in ("next", "previous") if f"{name}_word" in unit.labels), None)
        if relation:
            mention.relation = relation
            # What is "upcoming" need not be the next one of its kind.
            if "planned_word" not in unit.labels:
                mention.spans["sequence"] = unit.span
            return


def _beside(part: Part) -> Iterator[Unit]:
    for unit in part.behind(3):
        if unit.labels & {"role", "person", "with_word", "at_place", "date"}:
            return
        yield unit


def _partners(part: Part) -> tuple[frozenset[str], Span | None]:
    """With whom, where the noun or its verb is followed by "with …" or "between … and …"."""
    units = list(part.behind(16))
    ends = (
        index
        for index, unit in enumerate(units)
        if index and unit.labels & {"where_word", "hold", "speech", "relative", "semicolon"}
    )
    units = units[: next(ends, len(units))]
    both = _both_sides(part)
    if both:
        return frozenset(key for party in both for key in party.keys), both[1].unit.span
    met = _met_directly(part, units)
    if met:
        return frozenset(met.keys), met.unit.span
    for index, unit in enumerate(units[:9]):
        if unit.labels & {"with_word", "between_word", "gather_word"}:
            named = parties_of(units[index + 1 :])[:3]
            if named:
                return frozenset(key for party in named for key in party.keys), named[0].unit.span
            return frozenset(states_of(units[index + 1 : index + 7])[:3]), None
        if unit.labels & {"date", "topic_word", "comma", "relative"} and index > 4:
            break
    return frozenset(), None


def _both_sides(part: Part) -> list[Party]:
    """Two persons right after the noun, held by "and" ("the meeting of A and B", "لقاء كيري ووانغ")."""
    units = [unit for unit in part.behind(5) if not unit.labels & {"of", "genitive", "the"}][:3]
    if len(units) < 3 or not units[1].labels & {"and", "and_word", "clitic_and"}:
        return []
    return parties_of(units) if "person" in units[0].labels and "person" in units[2].labels else []


def _met_directly(part: Part, units: Sequence[Unit]) -> Party | None:
    """The one met, where the noun needs no "with": "للقاء الأمير", "لقائه بالوزير"; not where others are named after "with"."""
    head = part.units[part.head]
    if "direct_meeting" not in head.labels or any("with_word" in unit.labels for unit in units[:12]):
        return None
    start = 1 if units and "clitic_in" in units[0].labels else 0
    if start == 0 and not is_purpose(part) and "reception_noun" not in head.labels:
        return None
    first = units[start] if len(units) > start else None
    if first is None or not first.labels & {"role", "person", "peer_word", "honorific"}:
        return None
    named = parties_of(units[start:])
    return named[0] if named and named[0].official else None


def _refusal(part: Part, mention: Mention, name: str | None) -> str | None:
    """Why the noun tells of no meeting, if so."""
    near = part.before(5)
    if not mention.definite and any(unit.labels & {"negation", "not_held"} for unit in near):
        return "negated"
    if any("whether_word" in unit.labels for unit in part.before(4)):
        return "hypothetical"
    if any("by_phone" in unit.labels for unit in (*part.before(1), *part.behind(3))):
        return "telephone"
    if "loose_noun" in part.units[part.head].labels and mention.level != "talks":
        beside = part.units[min(part.high, part.after + 6) - 1].end
        if mention.body is None or mention.spans["body"].start > beside:
            return "not_a_meeting"
    if name and not mention.tied and not mention.date and not mention.city:
        return "not_an_event"
    led = any("preposition" in unit.labels and "for_purpose" not in unit.labels for unit in part.before(2))
    called = not led and any("hypothesis" in unit.labels or unit.values.get("speech") == "urge" for unit in near)
    return "hypothetical" if called and not mention.definite and not mention.date else None
