"""The word that makes a sum of money funding: a verb or noun of giving, asking or receiving, and how far it has come.

Not for who gives or receives.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mithaq.model.claim import Stage
from mithaq.text.lattice import Unit

_BOUNDS = frozenset(("break", "semicolon", "stop", "speech_past"))
_AHEAD = frozenset(
    ("will", "would", "plan_verb", "intend", "undertake_verb", "undertake_noun", "undertake_adjective", "would_verb")
)
_FAR, _NEAR, _BEHIND = 16, 5, 8
_STAGES: dict[str, Stage] = {"appeal": "appeal", "pledge": "pledge", "commitment": "commitment", "paid": "paid"}


@dataclass(frozen=True, slots=True)
class Giving:
    """The deciding word is unit ``word``. ``takes``: its subject receives; ``passive``: its subject is the sum;
    ``weak``: the word alone says too little, so a party must be named; ``noun``: no verb was found; ``planned``: a plan
    to raise the sum, which needs no party."""

    word: int
    stage: Stage
    rule: str
    takes: bool = False
    passive: bool = False
    weak: bool = False
    noun: bool = False
    planned: bool = False


def find_giving(units: Sequence[Unit], first: int, money: int, last: int) -> Giving | str | None:
    """The giving that the sum at unit ``money`` belongs to, "price" when it is none, None when no word tells."""
    if any("fee_word" in unit.labels for unit in units[first:last]):
        return "price"  # players and their transfers
    before = _clause_before(units, first, money)
    nearest = next((place for place in reversed(before) if _is_giving(units[place])), None)
    if nearest is not None and any("less_verb" in units[place].labels for place in before[-_FAR:] if place < nearest):
        return "price"  # what is cut from a gift is no gift
    if _is_price(units, before, money, last, nearest):
        return "price"
    if nearest is not None and not _is_appeal(units, money, last):
        return _from_word(units, before, nearest, money)
    behind = next((place for place in range(money + 1, min(last, money + _BEHIND)) if _is_giving(units[place])), None)
    if behind is None or any(units[place].labels & _BOUNDS for place in range(money, behind)):
        return None
    return _from_behind(units, behind, money)


def _is_appeal(units: Sequence[Unit], money: int, last: int) -> bool:
    """Does the sum measure an appeal ("launched a $2 billion appeal")?"""
    return any("appeal_word" in unit.labels for unit in units[money + 1 : min(last, money + 3)])


def _clause_before(units: Sequence[Unit], first: int, money: int) -> range:
    begin = money
    while begin > max(first, money - _FAR) and not _parts(units[begin - 1]):
        begin -= 1
    return range(begin, money)


def _parts(unit: Unit) -> bool:
    """Does another clause or sum lie beyond? A promise is said and given with one word ("تعهد")."""
    return bool(unit.labels & (_BOUNDS | {"money"})) and not unit.labels & {"give", "intend", "undertake_verb"}


def _is_giving(unit: Unit) -> bool:
    """A word of giving; a noun behind "for" only says what the money is for."""
    if unit.labels & {"give", "take", "appeal_word"}:
        return True
    return "gift_noun" in unit.labels and "with_for" not in unit.labels


def _is_price(units: Sequence[Unit], before: range, money: int, last: int, nearest: int | None) -> bool:
    for place in (*before[-6:], *range(money + 1, min(last, money + 4))):
        if "price_word" in units[place].labels and (nearest is None or nearest < place or money < place):
            return not (nearest is not None and money < place and "give" in units[nearest].labels)
    return False


def _from_word(units: Sequence[Unit], before: range, nearest: int, money: int) -> Giving | None:
    """From the word before the sum, and the verb that governs it where it is a noun or an infinitive."""
    labels = units[nearest].labels
    governed = not labels & {"give_past", "give_present", "give_future", "take_past", "take_present", "take_future"}
    verb, appeal = nearest, "appeal_word" in labels
    if governed:
        for place in reversed(range(max(before.start, nearest - 8), nearest)):
            found = units[place].labels
            if found & {"that", "relative"}:
                break
            if found & {
                "give",
                "take",
                "undertake_verb",
                "intend",
                "plan_verb",
                "appeal_word",
                "would_verb",
                "future_verb",
            }:
                verb, appeal = place, appeal or "appeal_word" in found
                break
    if "gift_noun" in labels and verb == nearest and money - nearest > _NEAR:
        return None
    stage = _stage(units, before, verb, nearest, appeal=appeal)
    named = "gift_noun" in labels and "the" in units[nearest - 1].labels
    noun = verb == nearest and (named or not labels & {"give", "take"})
    passive = _is_passive(units, verb, before.start)
    if "raise_verb" in labels and _is_planned(units, before, nearest):
        return Giving(nearest, "appeal", "plan", planned=True)
    return Giving(
        verb,
        stage,
        "verb" if not noun else "noun",
        bool({"take"} & (labels | units[verb].labels)),
        passive,
        _is_weak(units[verb]),
        noun,
    )


def _stage(units: Sequence[Unit], before: range, verb: int, nearest: int, *, appeal: bool) -> Stage:
    value = str(units[verb].values.get("give") or units[verb].values.get("take") or "")
    own = str(units[nearest].values.get("gift_noun") or units[nearest].values.get("give") or "")
    if appeal or "appeal" in (value, own):
        return "appeal"
    near = units[max(before.start, verb - 4) : verb + 1]
    ahead = any(unit.labels & _AHEAD for unit in near) or bool(
        units[verb].labels & {"give_future", "take_future", "future_verb"}
    )
    if ahead or (units[verb].labels & {"undertake_verb", "intend"} and not value):
        return "pledge"
    if any("to" in unit.labels for unit in near[:-1][-1:]) and units[verb].labels & {"give_base", "take_base"}:
        return "pledge"
    return _STAGES.get(value) or _STAGES.get(own) or "pledge"


def _is_planned(units: Sequence[Unit], before: range, raised: int) -> bool:
    """Is the sum what a plan, or those who aim at it, want to raise ("a plan to raise", "تهدف المبادرة إلى جمع")?"""
    near = units[max(before.start, raised - 5) : raised]
    named = (one for other, one in pairwise(near) if "the" in other.labels)  # "a plan to"
    return any("intend_base" in unit.labels for unit in named) or any(
        unit.labels & {"plan_noun", "target_noun", "aim_verb", "goal_verb"} for unit in near
    )


def _is_passive(units: Sequence[Unit], verb: int, start: int) -> bool:
    if not units[verb].labels & {"give_done", "give_noun"}:
        return False
    near = units[max(start, verb - 4) : verb]
    return any(unit.labels & {"be", "was_done"} for unit in near)


def _is_weak(unit: Unit) -> bool:
    return unit.values.get("give") == "paid" or ("gift_noun" in unit.labels and "appeal_word" not in unit.labels)


def _from_behind(units: Sequence[Unit], behind: int, money: int) -> Giving | None:
    """From a word behind the sum: a passive ("700 million was pledged by …"), or the noun it measures ("$5bn loan")."""
    labels = units[behind].labels
    value = str(units[behind].values.get("give") or units[behind].values.get("gift_noun") or "")
    ahead = any(unit.labels & {"will", "would", "to"} for unit in units[money + 1 : behind])
    if labels & {"give_done", "give_past"}:
        stage = "pledge" if ahead and value != "appeal" else _STAGES.get(value, "pledge")
        return Giving(behind, stage, "passive", passive=True, weak=value == "paid")
    if "gift_noun" in labels and behind - money <= 3:
        return Giving(behind, _STAGES.get(value, "pledge"), "noun", takes=value == "commitment", weak=True, noun=True)
    if "appeal_word" in labels and behind - money <= 5:
        return Giving(behind, "appeal", "appeal", weak=True, noun=True)
    return None
