"""What is done by saying so: "said that he welcomes" is one clause that welcomes, as is "we welcome it," he said.

Not for finding the clauses themselves.
"""

from bisect import bisect_left
from collections.abc import Sequence

from mithaq.claims.reporting import VerbGroup
from mithaq.claims.reporting_clauses import ReportingClause
from mithaq.text.lattice import Unit

_TELLING = frozenset(("say", "announce"))
_ASIDE = frozenset(
    ("adverb", "date", "quote_mark", "degree", "preposition", "in", "statement_place", "speaker_document", "listener")
)
# Acts that are done by saying so; the others stay what is told.
_DONE = frozenset(("commit", "welcome", "commend", "urge", "condemn", "concern", "warn", "deny", "accuse"))

# "We oppose" and "we reject" in a quotation mostly argue.
_DONE_BY_SAYING = _DONE - {"deny"}
_WE = frozenset(("we", "first_person"))
_FIRST_PERSON = frozenset(("1s", "1p"))
# What may stand before the first verb of somebody's words, and how many units are looked at.
_BEFORE_VERB = _ASIDE | _WE | {"that", "colon", "and", "clitic_and", "comma"}
_OPENING = 6


def with_performed_acts(found: Sequence[ReportingClause], units: Sequence[Unit]) -> list[ReportingClause]:
    """The clauses without those whose subject is the pronoun of the clause before: that one takes over their act."""
    kept: list[ReportingClause] = []
    for clause in found:
        outer = kept[-1] if kept else None
        if outer is not None and outer.act in _TELLING and _is_own(outer, clause, units):
            if clause.act in _DONE:
                outer.act = clause.act
            continue
        kept.append(clause)
    return kept


def _is_own(outer: ReportingClause, inner: ReportingClause, units: Sequence[Unit]) -> bool:
    """Does the inner verb follow right behind "that he" or a pronoun, in the present, with nobody else named?"""
    named = inner.voice is not None and bool(inner.voice.speaker.name)
    # Where the verb comes first, "that" carries the pronoun, and whoever stands behind the verb is its object.
    if inner.first < outer.after or (named if inner.subject_first else not inner.rule.startswith("verb")):
        return False
    told = inner.subject_first  # "said he welcomes": the pronoun is in the clause
    for unit in units[outer.after : inner.first]:
        if "that" in unit.labels and "bare_that" not in unit.labels:
            told = True
        elif not unit.labels & _ASIDE:
            return False
    words = units[inner.first : inner.after]
    pronoun = any("speaker_pronoun" in unit.labels for unit in words) or not inner.subject_first
    return told and pronoun and not any(_is_past(unit) for unit in words)


def _is_past(unit: Unit) -> bool:
    if isinstance(unit.values.get("reporting"), VerbGroup):
        return "have" in unit.labels
    return any(label.endswith("_past") for label in unit.labels)


def performed_act(act: str, units: Sequence[Unit], start: int) -> str:
    """The act of words that begin at an offset: that of their first verb where the speaker says "we" or "I" do it."""
    if act not in _TELLING:
        return act
    first = bisect_left(units, start, key=lambda unit: unit.start)
    for place in range(first, min(first + _OPENING, len(units))):
        unit = units[place]
        done = _first_person_act(unit, units[place - 1].labels if place > first else frozenset())
        if done in _DONE_BY_SAYING:
            return done
        if not unit.labels & _BEFORE_VERB:
            break
    return act


def _first_person_act(unit: Unit, before: frozenset[str]) -> str:
    """The act of a verb of the first person: by its ending, or by the pronoun before it."""
    if any(value in _FIRST_PERSON for label, value in unit.values.items() if label.startswith("speech_")):
        return str(unit.values.get("speech"))
    if "own_act" in unit.values:
        return str(unit.values["own_act"])
    group = unit.values.get("reporting")
    if not isinstance(group, VerbGroup) or not before & _WE or "act_adjective" in unit.labels:
        return ""
    return "" if group.negated else group.act
