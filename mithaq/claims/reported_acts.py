"""What a reporting verb does by the words around it: a noun, an adjective, a purpose, a verdict can tell the act.

Not for finding verbs or speakers.
"""

from collections.abc import Sequence

from mithaq.claims.reporting import VerbGroup
from mithaq.text.lattice import Unit

_SOFT_ACTS = frozenset(("say", "announce", "affirm", "express"))
_LINKED = frozenset(("preposition", "in", "clitic_in", "that"))
_OPENS_CLAUSE = frozenset(("that", "colon", "quote_mark", "speaker_pronoun", "his_country", "we"))
_BEFORE_PREDICATE = _OPENS_CLAUSE | {"be", "adverb", "degree", "have", "listener", "open_quote"}
# "said at the meeting that".
_BEFORE_CLAUSE = _BEFORE_PREDICATE | {"preposition", "in", "date", "statement_place", "speaker_collective", "place"}
_PREDICATE_WITHIN = 7
# What may stand between such a verb and its object: where, when, how, a name added to a title.
_BEFORE_OBJECT = frozenset(
    ("comma", "adverb", "date", "statement_place", "person", "speaker", "word",
     "quote_mark", "the", "definite", "possessive", "capital", "listener")
)  # fmt: skip
_OBJECT_WITHIN = 8
_PURPOSE_WITHIN = 24
_BETWEEN_ACT = frozenset(("preposition", "in", "for", "adverb", "the", "possessive", "quote_mark"))
_NAME_WITHIN = 16


def told_act(units: Sequence[Unit], position: int) -> str | None:
    """The act of the noun that a verb such as "gave", "sent", "repeated" has for its object ("gave an overview")."""
    for index, unit in enumerate(units[position : position + _OBJECT_WITHIN], position + 1):
        if "told_noun" in unit.values:
            told = str(unit.values["told_noun"])
            return meant_act(told, units, index) if told == "express" else told  # "repeated the expression of"
        if "speaker_document" in unit.labels and index < len(units) and units[index].labels & _LINKED:
            return "say"  # "sent a letter to"
        if not unit.labels & _BEFORE_OBJECT:
            return None
    return None


def felt_act(units: Sequence[Unit], position: int) -> str | None:
    """The act of what speakers say of themselves: "said they were concerned" voices concern."""
    clause = False
    for unit in units[position : position + _PREDICATE_WITHIN]:
        if "act_adjective" in unit.values and clause:
            return str(unit.values["act_adjective"])
        if not unit.labels & (_BEFORE_PREDICATE if clause else _BEFORE_CLAUSE):
            return None
        clause = clause or bool(unit.labels & _OPENS_CLAUSE)
    return None


def purpose_act(units: Sequence[Unit], position: int) -> str | None:
    """The act that writing serves: "wrote to the president to protest" protests."""
    for index, unit in enumerate(units[position : position + _PURPOSE_WITHIN], position + 1):
        if unit.labels & {"break", "stop", "comma", "that", "quote_mark", "reporting"}:
            return None
        group = units[index].values.get("reporting") if index < len(units) else None
        if "to" in unit.labels and isinstance(group, VerbGroup):
            return group.act
    return None


def meant_act(act: str, units: Sequence[Unit], position: int) -> str:
    """The act by meaning: "expressed their condemnation" condemns, "stressed their commitment to" commits.

    After a verb of expressing the noun may stand behind a parenthesis; after other verbs only right behind the verb or
    a place of speaking ("in their statement"), or as an adjective of the one spoken of ("that they are determined to").
    """
    if act not in _SOFT_ACTS:
        return act
    bound = False
    for place, unit in enumerate(units[position : position + (14 if act == "express" else 6)]):
        labels = unit.labels
        if "act_manner" in unit.values:
            return str(unit.values["act_manner"])
        noun = unit.values.get("act_noun")
        if noun and not bound and (noun != "warn" or act == "express"):
            return str(noun)  # "stressed the threat" does not threaten
        if act == "express" and "told_noun" in unit.values and not bound:
            return str(unit.values["told_noun"])
        if labels & {"break", "stop", "semicolon", "colon"} or (labels & {"comma", "open"} and act != "express"):
            break
        bound = bound or ("that" in labels and (place > 0 or act != "express"))
        if bound and act in ("affirm", "express"):
            break
        strange = "word" in labels and not labels & _BETWEEN_ACT
        if strange and act != "express" and not bound and not units[position].labels & {"statement_place", "adverb"}:
            break
    return "say" if act == "express" else act


def verdict_act(units: Sequence[Unit], position: int) -> str | None:
    """The act of the name that a speaker gives to a thing: "called it a historic blow" condemns; a reproach outweighs."""
    acts = set()
    for unit in units[position : position + _NAME_WITHIN]:
        if unit.labels & {"break", "stop", "semicolon"}:
            break
        acts.add(unit.values.get("verdict"))
    return "condemn" if "condemn" in acts else "welcome" if "welcome" in acts else None
