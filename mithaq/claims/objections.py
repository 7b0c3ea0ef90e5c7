"""What the words around an undertaking tell against its being a commitment: negation, hope, calls on others, conditions.

Not for who is bound.
"""

from collections.abc import Sequence

from mithaq.claims.governors import describes_a_thing, is_condition, of_clause
from mithaq.claims.undertakings import Undertaking
from mithaq.text.lattice import Unit

# Senses that bind by the words themselves; the others only say that something lies ahead.
BINDING = frozenset(("bound", "noun", "exchange"))
# No verb follows these: what looks like a future is a name or a noun.
_NOT_BEFORE_VERB = frozenset(("preposition", "clitic_in", "clitic_for", "the", "of", "possessive_word", "with"))
_CLAUSE_EDGES = frozenset(("comma", "semicolon", "colon", "stop", "break", "that", "relative", "quote_mark"))
# What may stand between "if" or "after" and the words of binding it governs: no more than a subject.
_SUBJECT = frozenset(
    (
        "country",
        "organisation",
        "person",
        "role",
        "actor_group",
        "actor_government",
        "the",
        "possessive_word",
        "subject_pronoun",
        "his_country",
        "we",
        "between",
        "had",
    )
)
_GOVERNED = 5
_CALLED_ON = 12


def objection(units: Sequence[Unit], first: int, undertaking: Undertaking, *, reported: bool) -> str | None:
    """Why the words just before, or what is promised, tell against a commitment; ``first`` opens the sentence.

    ``reported``: somebody says so, where "had agreed" is what "has agreed" becomes.
    """
    before = units[max(first, undertaking.first - 5) : undertaking.first]
    near = before[-3:]
    # "At their meeting in Rome they had promised to": a promise with its time or place is on record, kept or not.
    told_when = any(unit.labels & {"date", "place"} for unit in units[first : undertaking.action])
    if before and "negation" in before[-1].labels and "intend" in units[undertaking.first].labels:
        return "negated"  # "has no plans to"; "is not going to" promises not to
    reason = _of_words_before(before, undertaking, told_when=told_when or reported)
    if reason is None and undertaking.sense in BINDING:
        reason = _of_governor(units, first, undertaking)
    reason = reason or of_clause(units, first, undertaking, binding=undertaking.sense in BINDING)
    if reason is None and near and "may_word" in near[-1].labels and _is_present(units[undertaking.first]):
        return "hypothetical"  # "قد تسعى"
    if reason is None and undertaking.sense not in BINDING:
        if is_condition(units, first, undertaking) or any("condition" in unit.labels for unit in near):
            return "hypothetical"
        if any(unit.labels & {"had", "past_be"} for unit in near) and not reported:
            return "not_future"  # "was due to", "was going to"
        if undertaking.sense != "document" and describes_a_thing(units, first, undertaking):
            return "no_action"
        if undertaking.sense == "continue" and _calls(units, undertaking.action):
            return "call_on_others"
        return _of_what_is_ahead(units, undertaking, near)
    return reason


def _calls(units: Sequence[Unit], action: int) -> bool:
    """Is what goes on only a call on others ("continues to urge", "تواصل فرنسا حث الدول")?"""
    position = action if "ask_word" in units[action].labels else action + 1
    while position < min(action + _GOVERNED, len(units)) and units[position].labels & _SUBJECT:
        position += 1
    return position < len(units) and "ask_word" in units[position].labels


def _of_words_before(before: Sequence[Unit], undertaking: Undertaking, *, told_when: bool) -> str | None:
    near = before[-3:]
    if any("refuse_word" in unit.labels for unit in near):
        return "negated"
    if any("negation" in unit.labels for unit in near) and undertaking.sense in BINDING:
        return "negated"
    if (
        undertaking.sense in BINDING
        and near
        and "fact_word" in near[-1].labels
        and not near[-1].labels & {"that", "relative"}
    ):
        return "not_future"  # "what they had promised"
    if undertaking.sense in BINDING and any("had" in unit.labels for unit in near) and not told_when:
        return "not_future"
    if any("ask_word" in unit.labels for unit in before) and undertaking.sense != "bound":
        return "call_on_others"
    if any("hope_word" in unit.labels for unit in before):
        return "value_only"
    if any("must_word" in unit.labels for unit in near) and undertaking.sense != "document":
        return "call_on_others"
    return None


def _of_governor(units: Sequence[Unit], first: int, undertaking: Undertaking) -> str | None:
    """Is it told as a condition ("if the government decides to"), as over ("after its decision to") or as asked for?"""
    position = undertaking.first - 1
    while position >= first and undertaking.first - position < _GOVERNED and units[position].labels & _SUBJECT:
        position -= 1
    if position >= first:
        if "condition" in units[position].labels:
            return "hypothetical"
        if "after_word" in units[position].labels and _decides(units[undertaking.first]):
            return "not_future"
    if not any("to" in unit.labels for unit in units[max(first, undertaking.first - 3) : undertaking.first]):
        return None
    for position in range(undertaking.first - 1, max(first, undertaking.first - _CALLED_ON) - 1, -1):
        if units[position].labels & (_CLAUSE_EDGES | {"undertake_verb"}):
            return None
        if "ask_word" in units[position].labels:
            return "call_on_others"
    return None


def _decides(unit: Unit) -> bool:
    return any(unit.values.get(label) == "decide" for label in ("undertake_verb", "undertake_noun", "intend"))


def _of_what_is_ahead(units: Sequence[Unit], undertaking: Undertaking, near: Sequence[Unit]) -> str | None:
    """A future that only happens ("will last"), is only said ("will say"), or whose subject is a fact ("this will")."""
    unit = units[undertaking.action]
    we = any("we" in other.labels or is_first_person(other) for other in (*near, unit))
    if undertaking.sense in ("future", "plan") and (
        ("idle" in unit.labels and not _takes_part(units, undertaking.action))
        or (
            "speech" in unit.labels
            and "action_word" not in unit.labels
            and not (we and unit.values.get("speech") == "urge")
        )
    ):
        return "no_action"
    if undertaking.sense == "future" and near:
        if "fact_word" in near[-1].labels:
            return "no_actor"
        if we and "relative" in near[-1].labels:
            return "no_action"  # "the stage that we shall cross" describes the stage
        if undertaking.first == undertaking.action and near[-1].labels & _NOT_BEFORE_VERB:
            return "no_action"
    return None


def _is_present(unit: Unit) -> bool:
    if any(label.endswith("_past") for label in unit.labels):
        return False
    return "seek_verb" in unit.labels or any(label.endswith("_present") for label in unit.labels)


def _takes_part(units: Sequence[Unit], action: int) -> bool:
    """Does a verb of being lead to a part in something ("will be *part of* the mission", "لن يكون *مرشحا*")?"""
    return any("part_noun" in unit.labels for unit in units[action + 1 : action + 4])


def is_plural(unit: Unit) -> bool:
    """Is it a verb in the third person plural, whose subject its form tells ("تعهدوا")?"""
    return any(unit.values.get(label) == "mp" for label in unit.labels)


def is_first_person(unit: Unit) -> bool:
    """Is the verb in the first person plural, so that "we" is its subject?"""
    return "first_person" in unit.labels or any(unit.values.get(label) == "1p" for label in unit.labels)
