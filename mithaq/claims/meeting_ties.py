"""Finds the verb that says of a noun of meeting that it is held, attended, hosted or put off. Not for what it tells."""

from collections.abc import Sequence

from mithaq.text.lattice import Unit

TIES = frozenset(("hold", "postpone", "cancel", "tie_word", "host"))
STOPS = frozenset(("break", "semicolon", "speech"))
_TIED_BACK, _TIED_AHEAD = 22, 14
_SOFT_TIES = frozenset(("discussed",))
# What stands between a verb and a noun that is not what it holds: "held that on the sidelines of the meeting".
_PART_FROM_VERB = frozenset(("relative", "open", "sideline"))


def find_tie(units: Sequence[Unit], head: int, after: int, low: int, high: int) -> int | None:
    """The index of the verb that says of the noun at ``head`` that it is held, put off …, between ``low`` and ``high``."""
    back = _first_tie(units, range(head - 1, max(low, head - _TIED_BACK) - 1, -1))
    if back is not None:
        # "The meeting that the alliance held …": the verb is of the noun before it; not "those who attended the meeting".
        first = back if units[back].values.get("hold") == "attended" else max(0, back - 1)
        back = None if any(unit.labels & _PART_FROM_VERB for unit in units[first:head]) else back
    ahead = _first_tie(units, range(after, min(high, after + _TIED_AHEAD)))
    near = back is None or (ahead is not None and ahead - after <= 3 and head - back > 1 and _is_said_of(units[ahead]))
    return ahead if near else back


def _is_said_of(verb: Unit) -> bool:
    """May the noun before it be its subject or object? Not of a bare form ("those at the meeting attend …")."""
    return "hold_base" not in verb.labels or bool(verb.labels & {"hold_past", "hold_done", "hold_present"})


def _first_tie(units: Sequence[Unit], positions: Sequence[int]) -> int | None:
    for position in positions:
        labels = units[position].labels
        if labels & TIES:
            value = units[position].values.get("hold")
            return None if value in _SOFT_TIES else position
        if labels & STOPS:
            return None
    return None
