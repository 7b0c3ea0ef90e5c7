"""Reads what one noun of meeting tells: the mention with all its slots. Not for finding the noun, nor for joining mentions."""

from dataclasses import replace

from mithaq.claims.meeting_dates import fill_date, find_tense
from mithaq.claims.meeting_mentions import Mention, Part, own_level
from mithaq.claims.meeting_parties import parties_of, states_of
from mithaq.claims.meeting_slots import fill_attendance, fill_body, fill_hosts
from mithaq.claims.meeting_spots import Spot, find_spots
from mithaq.claims.places import organisation_of
from mithaq.model.span import Span
from mithaq.text.fold import fold

_THE = frozenset(("the", "this", "le", "la", "les", "l'", "l’", "ce", "cette", "du", "au", "des", "aux"))


def read_noun(part: Part) -> list[Mention]:
    """What one noun speaks of: one meeting, or one a city where cities are listed after a plural."""
    units, text = part.units, part.clauses.text
    head = units[part.head]
    surface = text[head.start : head.end]
    mention = Mention(head.span, own_level(part))
    prefixed = (
        surface.startswith("ال")
        or any(word.lower() in _THE for word in surface.split())
        or text[head.start - 2 : head.start] == "لل"
    )
    before = part.before(3)
    mention.definite = prefixed or any(
        unit.labels & {"definite", "this"} or text[unit.start : unit.end].lower() in _THE for unit in before
    )
    mention.possessed = _is_possessed(part, surface)
    mention.definite = mention.definite or mention.possessed
    mention.process = "process_noun" in head.labels
    mention.relation = _relation(part)
    mention.tied = part.tie is not None
    mention.by_ministers = (
        part.tie is not None
        and part.tie < part.head
        and "hold_with_subject" in units[part.tie].labels
        and units[part.tie].end - units[part.tie].start > 4
    )
    spots = find_spots(part)
    if spots:
        _put(mention, spots[0])
    name = organisation_of(head)
    if name and len(surface.split()) == 1 + (surface.split()[0].lower() in _THE):
        name, mention.definite = None, True
    if name:
        mention.body, mention.spans["body"] = name, head.span
    else:
        fill_body(mention, part)
    fill_date(mention, part)
    fill_hosts(mention, part)
    fill_attendance(mention, part)
    mention.partners, side = _partners(part) if mention.level in ("talks", "session") else (frozenset(), None)
    if side:
        mention.spans["partners"] = side
    mention.tense = find_tense(part)
    mention.refused = _refusal(part, mention)
    if "loose_noun" in head.labels and (
        mention.body is None
        or mention.spans["body"].start > part.units[min(part.high, part.after + 6) - 1].end
        or not mention.weight
    ):
        mention.refused = "not_a_meeting"
    if name and not mention.tied and not mention.date and not mention.city:
        mention.refused = "not_an_event"
    last = part.after - 1
    ends = [span.end for slot, span in mention.spans.items() if slot in ("body", "city", "country", "date", "partners")]
    mention.spans.pop("partners", None)
    limit = max((units[position].end for position in part.ahead()), default=units[last].end)
    mention.place = Span(head.start, max([units[last].end, *(end for end in ends if end <= limit)]))
    plural = len(spots) > 1 and ("figure" in head.labels or any(word.endswith(("ات", "s")) for word in surface.split()))
    return [mention, *(_elsewhere(mention, spot) for spot in spots[1:])] if plural else [mention]


def _elsewhere(mention: Mention, spot: Spot) -> Mention:
    other = replace(mention, spans=dict(mention.spans), place=spot.unit.span, date=None)
    other.spans.pop("date", None)
    _put(other, spot)
    return other


def _put(mention: Mention, spot: Spot) -> None:
    mention.city, mention.country = spot.city, spot.country
    mention.spans["city" if spot.city else "country"] = spot.unit.span


def _relation(part: Part) -> str | None:
    near = (*part.before(2), *part.behind(3))
    if any("next_word" in unit.labels for unit in near):
        return "next"
    return "previous" if any("previous_word" in unit.labels for unit in near) else None


def _is_possessed(part: Part, surface: str) -> bool:
    if any("possessive" in unit.labels for unit in part.before(2)):
        return True
    return fold(surface).endswith(("ها", "هم", "هما")) and "meeting_noun" in part.units[part.head].labels


def _partners(part: Part) -> tuple[frozenset[str], Span | None]:
    """With whom, where the noun or its verb is followed by "with …" or "between … and …"."""
    units = list(part.behind(16))
    ends = (
        index
        for index, unit in enumerate(units)
        if index and unit.labels & {"where_word", "hold", "speech", "relative", "semicolon"}
    )
    units = units[: next(ends, len(units))]
    for index, unit in enumerate(units[:9]):
        if unit.labels & {"with_word", "between_word"}:
            named = parties_of(units[index + 1 :])[:3]
            if named:
                return frozenset(key for party in named for key in party.keys), named[0].unit.span
            return frozenset(states_of(units[index + 1 : index + 7])[:3]), None
        if unit.labels & {"date", "topic_word", "comma", "relative"} and index > 4:
            break
    return frozenset(), None


def _refusal(part: Part, mention: Mention) -> str | None:
    near = part.before(5)
    if not mention.definite and any(unit.labels & {"negation", "not_held"} for unit in near):
        return "negated"
    if any("by_phone" in unit.labels for unit in (*part.before(1), *part.behind(3))):
        return "telephone"
    called = any("hypothesis" in unit.labels or unit.values.get("speech") == "urge" for unit in near)
    return "hypothetical" if called and not mention.definite and not mention.date else None
