"""What is promised: where the action ends, the actions that are joined in it, and for whom.

Not for who promises it, nor until when.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.action_ends import end_of_action
from mithaq.claims.clauses import Clauses
from mithaq.model.span import Span
from mithaq.text.lattice import Unit

_OBJECT_OF = frozenset(("of", "preposition", "with", "by", "genitive"))
_WORDLESS = frozenset(("mark", "stop", "comma", "quote_mark", "break", "dash", "open", "close"))
_LIST_MARKS = ("-", "–", "—", "•", "*", "·", "◆")
_PROCESS = frozenset(("process_noun", "process_form"))
_BARE = frozenset(("process_noun", "process_form", "series_word", "plan_noun", "gift_noun", "more_word", "action_form"))
_ACTS = frozenset(("future_verb", "would_verb", "present_verb", "done"))
_NAMED = ("money", "figure", "date", "country", "organisation", "place", "person")


@dataclass(frozen=True, slots=True)
class Action:
    """Units ``first`` up to, not including, ``end``."""

    first: int
    end: int


def actions_from(clauses: Clauses, first: int, limit: int) -> list[Action]:
    """The actions that begin at unit ``first``, one for each verb or verbal noun joined to it, none beyond ``limit``."""
    units = clauses.units
    end = end_of_action(units, first, limit)
    heads = [first]
    for position in range(first + 1, end):
        if _is_joined(units, heads[-1], position, first):
            heads.append(position)
    edges = [*heads, end]
    found = [Action(head, _trimmed(units, head, following)) for head, following in zip(heads, edges[1:], strict=True)]
    return [action for action in found if any(not unit.labels & _WORDLESS for unit in units[action.first : action.end])]


def listed_actions(clauses: Clauses, action: int) -> list[Action]:
    """The actions of a list that a colon announces behind the action, an item a sentence."""
    units = clauses.units
    _, end = clauses.sentence(action)
    colon = next((place for place in range(action + 1, end) if "colon" in units[place].labels), None)
    if colon is None:
        return []
    items: list[Action] = []
    position = colon + 1 if colon + 1 < end else end + 1
    while position < len(units):
        first, last = (position, end) if position < end else clauses.sentence(position)
        start = _after_list_mark(clauses, first, last)
        if start is None:
            break
        items.extend(actions_from(clauses, start, last))
        position = last + 1
    return [*actions_from(clauses, action, colon), *items] if items else []


def _after_list_mark(clauses: Clauses, first: int, last: int) -> int | None:
    """Where an item's words begin behind its number, dash or dot; None when there is none."""
    position = first
    while position < min(first + 4, last):
        unit = clauses.units[position]
        if clauses.text[unit.start : unit.end] not in _LIST_MARKS and not unit.labels & {
            "dash",
            "digits",
            "close",
            "stop",
        }:
            break
        position += 1
    return position if first < position < last else None


def _is_joined(units: Sequence[Unit], head: int, position: int, first: int) -> bool:
    """Does another action of the same undertaking begin here ("to cut debt and *reform* taxes")?"""
    labels = units[position].labels
    if position - head < 2 or position + 1 >= len(units):
        return False
    if labels & _PROCESS and units[first].labels & _PROCESS:
        return _is_joined_process(units, head, position)
    if "with_and" in labels:
        if "action_form" not in labels or not _is_verbal(units, position):
            return False
        return "with_article" in labels or not _is_inner(units, head, position, first)
    opener = position - 1
    while (
        opener > head
        and units[opener].labels & {"adverb_form", "adverb", "between", "to", "of", "negation", "will"}
        and position - opener < 4
    ):
        opener -= 1
    if not units[opener].labels & {"and", "comma"} or opener <= head + 1:
        return False
    like = "action_form" if "action_form" in units[first].labels else "action_word"
    if like not in labels or "no_action" in labels:
        return False
    own_to = any(unit.labels & {"to", "of", "will"} for unit in units[opener + 1 : position])
    inner = any("to" in unit.labels for unit in units[head + 1 : opener])
    if inner and not own_to and like == "action_word":
        return False
    follower = units[position + 1].labels
    return not follower & (
        _OBJECT_OF | {"comma", "stop", "break", "and"} if like == "action_word" else {"break", "stop"}
    )


def _is_joined_process(units: Sequence[Unit], head: int, position: int) -> bool:
    """Is a noun of action joined by its preposition ("sur la normalisation … et *sur la fin* de …")?"""
    opener = position - 1
    while opener > head and units[opener].labels & {"the", "possessive", "possessive_word"}:
        opener -= 1
    return opener - 1 > head and bool(
        units[opener].labels & {"on", "topic_word", "to"} and units[opener - 1].labels & {"and", "comma"}
    )


def _is_inner(units: Sequence[Unit], head: int, position: int, first: int) -> bool:
    """Is the verbal noun joined to one that a preposition brought in between ("للحد من … ومنع …")?"""
    own = units[position].labels & {"with_in", "with_for"}
    if own and own == units[first].labels & {"with_in", "with_for"}:
        return False
    for place in range(head + 1, position):
        labels = units[place].labels
        if "action_form" in labels and "with_article" not in labels and "with_and" not in labels:
            before = units[place - 1].labels
            if labels & {"with_in", "with_for"} or "preposition" in before - {"with"}:
                return True
    return False


def _is_verbal(units: Sequence[Unit], position: int) -> bool:
    """A verbal noun that acts: it has no article, or a preposition follows it ("والعمل على")."""
    follower = position + 1
    while follower + 1 < len(units) and units[follower].labels & {"collective_word", "between", "adverb"}:
        follower += 1
    before, after = units[position - 1].labels, units[follower].labels
    if "action_form" in before and "with_article" not in before:
        return False
    return "with_article" not in units[position].labels or bool(after & {"on", "with", "preposition", "without"})


def _trimmed(units: Sequence[Unit], head: int, end: int) -> int:
    opener = end - 1
    while opener > head and "the" in units[opener].labels:
        opener -= 1
    if opener - head > 1 and "on" in units[opener].labels and "and" in units[opener - 1].labels:
        end = opener  # "… et | sur la fin": the preposition belongs to the next
    while end > head and units[end - 1].labels & {
        "comma",
        "and",
        "to",
        "of",
        "colon",
        "clitic_and",
        "between",
        "open_quote",
        "subject_pronoun",
        "negation",
    }:
        end -= 1
    return end


def is_bare(units: Sequence[Unit], actions: Sequence[Action]) -> bool:
    """Is nothing named but a noun by itself ("measures", "cooperation")? That says of no act what it does."""
    if len(actions) != 1 or actions[0].end - actions[0].first != 1:
        return False
    return bool(units[actions[0].first].labels & _BARE) and not units[actions[0].first].labels & _ACTS


def with_negation(units: Sequence[Unit], first: int) -> int:
    """Where an action begins together with the words that negate it ("*not* send troops", "*عدم* التعاون")."""
    while first and "negation" in units[first - 1].labels:
        first -= 1
    return first


def beneficiary(units: Sequence[Unit]) -> Span | None:
    """To or for whom: a party behind "for" or "to"."""
    for index, unit in enumerate(units[1:-1], 1):
        if unit.labels & {"for", "to", "for_purpose", "with_for"} and units[index + 1].labels & {
            "country", "organisation", "place", "person", "actor_group", "the", "word", "possessive_word", "collective", "role_plural",
        }:  # fmt: skip
            rest = []
            for near in units[index + 1 : index + 8]:
                if near.labels & {
                    "comma",
                    "preposition",
                    "in",
                    "for",
                    "to",
                    "date",
                    "quote_mark",
                    "relative",
                    "action_form",
                    "and",
                }:
                    break
                rest.append(near)
            if rest and any(
                near.labels & {"country", "organisation", "place", "person", "actor_group", "collective", "role_plural"}
                for near in rest
            ):
                return Span(rest[0].start, rest[-1].end)
    return None


def specific_words(units: Sequence[Unit]) -> Span | None:
    """The words that make an action specific: a name, a sum, a count or a date, or else an object of two words or more."""
    for unit in units[1:]:
        if unit.labels & set(_NAMED):
            return unit.span
    objects = [unit for unit in units[1:] if unit.labels & {"word", "action_form", "action_word", "process_noun"}]
    return Span(objects[0].start, objects[-1].end) if len(objects) >= 2 else None
