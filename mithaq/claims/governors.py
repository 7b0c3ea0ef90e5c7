"""What governs the words of an undertaking: who puts a noun of binding forward, and what its clause depends on.

Not for the words right before (objections), nor for who is bound (actors).
"""

from collections.abc import Mapping, Sequence

from mithaq.claims.undertakings import Undertaking
from mithaq.text.lattice import Unit

_FAR = 25
# Acts whose object is somebody else's, or no promise: "welcomed his commitment to", "warned of its plan to".
_OF_OTHERS = frozenset(("commend", "condemn", "welcome", "accuse", "warn", "deny", "urge", "concern"))
_NO_PROMISE = frozenset(("must_word", "ask_word", "refuse_word", "condition"))
_PUTS_FORWARD = ("speech", "express", "announce_verb", "sign_verb", "told_noun", "provide_verb")
_EDGES = frozenset(("stop", "semicolon", "break"))
_PARTIES = frozenset(
    ("country", "organisation", "person", "role", "role_plural", "actor_group", "actor_government", "collective",
     "actor_part", "state_people", "body_noun", "we")
)  # fmt: skip
_SUBJECT = _PARTIES | {
    "the", "definite", "possessive_word", "subject_pronoun", "pronoun", "his_country", "between", "adverb",
    "adverb_form", "negation", "figure", "quantifier", "collective_word",
}  # fmt: skip
_OWN = frozenset(("we", "our"))
_BEFORE_NOUN = frozenset(("the", "definite", "possessive", "possessive_word", "genitive", "more_word"))
_LED_UP = 6
_CLAUSE = 8
_CLOSE = 4


def of_noun(units: Sequence[Unit], first: int, undertaking: Undertaking) -> str | None:
    """Why nobody binds himself by a noun of binding: no act puts it forward, or the act is about another's.

    ``first`` opens the sentence. "renewed its commitment to" does; "welcomed his commitment to", "the points that speak
    of adherence to", "must keep its promise to" do not.
    """
    noun = undertaking.first
    if any(unit.labels & _OWN for unit in units[max(first, noun - 2) : noun]):
        return None
    if any("fulfil_word" in unit.labels for unit in units[max(first, noun - _CLOSE) : noun]):
        return "not_future"  # "keeps its promise to" tells of an older one
    owner = noun - 1
    while owner > first and units[owner].labels & _BEFORE_NOUN:
        owner -= 1
    if owner >= first and "have" in units[owner].labels:
        return None  # "has the intention to"
    for position in range(noun - 1, max(first, noun - _FAR) - 1, -1):
        labels = units[position].labels
        if labels & _NO_PROMISE:
            return "call_on_others"
        if "hope_word" in labels:
            return "value_only"
        if not labels.isdisjoint(_PUTS_FORWARD) and "fact_noun" not in labels:
            if _act(units[position]) in _OF_OTHERS:
                return "not_own"
            return "value_only" if _describes(units, first, position) else None
    told_on = any(
        "that" in unit.labels for unit in units[first : first + 2]
    )  # a report that goes on: "And that they …"
    decides = units[noun].values.get("undertake_noun") == "decide"
    return None if decides or told_on else "value_only"


def is_noun(units: Sequence[Unit], undertaking: Undertaking) -> bool:
    """Do the words bind by a noun: by its sense, or a verb that is a noun behind its article ("its pledge to")?"""
    first = undertaking.first
    if undertaking.sense == "noun" or undertaking.parties:
        return not undertaking.parties
    return "undertake_noun" in units[first].labels and bool(first and units[first - 1].labels & _BEFORE_NOUN)


def _act(unit: Unit) -> str:
    return next((str(unit.values[label]) for label in _PUTS_FORWARD if unit.values.get(label)), "")


def _describes(units: Sequence[Unit], first: int, verb: int) -> bool:
    """Does the verb stand in a relative clause about a thing ("the points that *speak* of")?"""
    relative = verb - 1
    if relative < first or "relative" not in units[relative].labels or "clause_opener" in units[relative].labels:
        return False
    return not _is_party(units, first, relative)


def _is_party(units: Sequence[Unit], first: int, relative: int) -> bool:
    """Is it a party that a relative clause is about?"""
    before = relative - 1
    while before > first and units[before].labels & {"comma", "quote_mark"}:
        before -= 1
    return before >= first and bool(units[before].labels & _PARTIES)


def describes_a_thing(units: Sequence[Unit], first: int, undertaking: Undertaking) -> bool:
    """Is the future that of a relative clause about a thing ("the decisions that the board will take")?

    A text under which something will be done is none: "the deal under which Norway will send".
    """
    position = undertaking.first - 1
    while position >= first and undertaking.first - position < _LED_UP and units[position].labels & _SUBJECT:
        if units[position].labels & {"relative", "that"}:
            break
        position -= 1
    if position < first or "clause_opener" in units[position].labels:
        return False
    if "that" in units[position].labels and position > first:
        return bool(
            units[position - 1].labels & {"process_noun", "series_word"}
        )  # "the measures that Norway will take"
    if "relative" not in units[position].labels:
        return False
    if position > first and units[position - 1].labels & {"under_word", "preposition", "in", "by", "with"}:
        return False
    return not _is_party(units, first, position)


def of_clause(units: Sequence[Unit], first: int, undertaking: Undertaking, *, binding: bool) -> str | None:
    """Why the clause of an undertaking binds nobody: it is hoped, asked for or thought that it be so.

    "asks that Norway commit" binds nobody, nor does "believes that Norway will"; ``binding``: the words bind by themselves.
    """
    inner = False
    for position in range(undertaking.first - 1, max(first, undertaking.first - _FAR) - 1, -1):
        labels = units[position].labels
        if labels & _EDGES or "quote_mark" in labels:
            return None
        if "that" in labels:
            inner = True
        elif inner and "hope_word" in labels:
            return "value_only"
        elif inner and "belief_word" in labels and not binding:
            return "not_own"
        elif inner and labels & {"ask_word", "must_word"}:
            return "call_on_others"
        elif inner and labels & {"speech", "relative", "express"}:
            return None
    return None


def is_condition(units: Sequence[Unit], first: int, undertaking: Undertaking) -> bool:
    """Do the words of binding stand in the condition itself ("unless an accord is concluded", "if they send")?"""
    for position in range(undertaking.first - 1, max(first, undertaking.first - _CLAUSE) - 1, -1):
        labels = units[position].labels
        if labels & {"condition", "whether"}:
            return True
        if labels & (_EDGES | {"comma", "that", "quote_mark", "speech", "and"}):
            return False
    return False


def owner_disagrees(word: str, owners: Mapping[str, str], *, plural: bool, feminine: bool) -> bool:
    """Does the pronoun written onto a noun ("حرصه") not mean the speaker: a feminine state, a group, one person?

    ``owners`` are endings with the gender and number they stand for, as in the language's settings.
    """
    feature = next((owners[ending] for ending in sorted(owners, key=len, reverse=True) if word.endswith(ending)), "")
    if feature == "ms":
        return plural or feminine
    return feature in ("mp", "d") and not plural
