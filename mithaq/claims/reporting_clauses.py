"""Makes reporting clauses of what the rules of statements match: the act by meaning, the voice, negation. Not for whom a
verb without a subject belongs to, nor for what is said: statements decides that.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.reporting import VerbGroup, agrees, is_complete
from mithaq.claims.speakers import Voice, pronoun_voice, unknown_voice
from mithaq.text.grammar import Match
from mithaq.text.lattice import Unit

_SOFT_ACTS = frozenset(("say", "announce", "affirm", "express"))
_LINKS = frozenset(("and", "while"))
_BETWEEN_CLAUSES = frozenset(("comma", "semicolon", "and", "while", "break", "quote_mark"))
# A sentence that opens so has its subject behind a comma: "In a statement, the ministers said".
ASIDE_OPENERS = frozenset(
    ("preposition", "in", "for", "to", "with", "by", "while", "of", "according", "reporting_participle")
)
_NOT_IN_TITLE = frozenset(
    ("comma", "quote_mark", "break", "stop", "colon", "semicolon", "dash", "reporting", "be", "have", "modal", "that",
     "relative", "speaker_pronoun", "reporting_participle", "while")
)  # fmt: skip
_LONGEST_TITLE = 8
_FIRST_PERSON = frozenset(("1s", "1p"))
_BETWEEN_ACT = frozenset(("preposition", "in", "for", "adverb", "the", "possessive", "quote_mark"))


@dataclass(slots=True)
class ReportingClause:
    """A reporting clause before its content is known.

    ``subject_first``: of a language with verb groups; ``only_back``: reports only if its words stand before it;
    ``nested``: inside what another clause reports; ``opens``: where it begins with the word that links it; ``freely``:
    other words may stand between it and the end of a sentence whose beginning it reports.
    """

    start: int
    end: int
    first: int
    act: str
    voice: Voice | None
    rule: str
    looks_back: bool
    feature: str
    after: int
    following: Sequence[Unit] = ()
    subject_first: bool = False
    only_back: bool = False
    nested: bool = False
    opens: int = -1
    freely: bool = False


def reporting_clause(match: Match, units: Sequence[Unit], text: str) -> ReportingClause | None:
    """The clause a match stands for; None when its words do not report."""
    if match.rule.sense == "agent":
        return _agent_clause(match)
    verb = next(
        (
            match.slots[slot][0]
            for slot in ("reporting", "speech", "express", "came_in", "according")
            if slot in match.slots
        ),
        None,
    )
    if verb is None:
        return None
    if "reporting" in verb.values:
        return _group_clause(match, units, verb)
    act = (
        verb.values.get("speech") or verb.values.get("says_that") or ("express" if "express" in verb.labels else "say")
    )
    if match.rule.sense == "according":
        act = "say"
    before = units[match.first - 1] if match.first else None
    last = match.first + len(match.units)
    voice = match.slots["speaker"][0].values["voice"] if "speaker" in match.slots else None
    if "noun_phrase" in match.slots:
        voice = unknown_voice(match.slots["noun_phrase"], text)
    if "pronoun_object" in match.slots:
        voice = pronoun_voice("person", match.slots["pronoun_object"][0].span.of(text))
    if "quoted" in match.slots:
        voice = match.slots["quoted"][0].values["voice"]
    act = _act(act, units, last)
    if before is not None and "negation" in before.labels and act != "deny":
        act = "negated"
    start = match.units[0].start
    if before is not None and any(label.startswith("clitic_") for label in before.labels):
        start = before.start
    feature = next(
        (
            str(value)
            for label, value in verb.values.items()
            if label.startswith(("speech_", "express_", "says_that_")) and value
        ),
        "",
    )
    if feature in _FIRST_PERSON:
        return None  # "we call on" stands inside somebody's words, which are a statement already
    return ReportingClause(
        start, match.units[-1].end, match.first, act, voice, match.rule.name,
        match.rule.sense in ("according", "quoted"), feature, last,
    )  # fmt: skip


def _agent_clause(match: Match) -> ReportingClause | None:
    """A passive with its agent ("condemned by France"), for the acts that the rule lists."""
    act = str(match.slots["verb"][0].values.get("speech"))
    if act not in match.rule.constants["acts"]:
        return None
    last = match.first + len(match.units)
    voice = match.slots["speaker"][0].values["voice"]
    return ReportingClause(
        match.units[0].start, match.units[-1].end, match.first, act, voice, match.rule.name, False, "", last,
        subject_first=True, nested=True,
    )  # fmt: skip


def _group_clause(match: Match, units: Sequence[Unit], verb: Unit) -> ReportingClause | None:
    """A clause whose verb is a group of words. Refuses a verb that lacks the word it needs, and acts the rule leaves out."""
    group = verb.values["reporting"]
    assert isinstance(group, VerbGroup)
    constants = match.rule.constants
    if group.act in constants.get("without_acts", ()):
        return None
    last = match.first + len(match.units)
    following = units[last : last + 8]
    if "takes_hearer" in verb.labels and following and "speaker" in following[0].labels:
        following = following[1:]
    first = _with_unknown_title(match, units) if match.rule.sense == "named" else match.first
    before = units[first - 1].labels if first else frozenset[str]()
    sense = match.rule.sense
    act = group.act if group.act == "say" and "express" not in verb.labels else _act(group.act, units, last)
    complete = sense == "quoted" or is_complete(verb, following, names_noun=_act("express", units, last) != "say")
    if not complete and not verb.labels & {"needs_that", "needs_quote"}:
        return None
    voice = match.slots["speaker"][0].values["voice"] if "speaker" in match.slots else group.voice
    if sense == "named" and not agrees(group.feature, voice):
        return None
    if "of_documents" in verb.labels and (voice is None or voice.speaker.kind not in ("document", "collective")):
        return None
    start = units[first].start
    return ReportingClause(
        start, match.units[-1].end, first, "negated" if group.negated and act != "deny" else act, voice,
        match.rule.name, sense == "quoted", group.feature, last, following, subject_first=True, only_back=not complete,
        nested=sense == "named" and first > 0 and not before & _BETWEEN_CLAUSES,
        opens=units[first - 1].start if before & _LINKS else start,
        freely="takes_hearer" in verb.labels or not _opens_with_aside(units, first),
    )  # fmt: skip


def _with_unknown_title(match: Match, units: Sequence[Unit]) -> int:
    """The index of the clause's first unit, with the words of a title that no list knows (", IMF counselor Maurice …")."""
    first = match.first
    while match.first - first < _LONGEST_TITLE and first > 0 and not units[first - 1].labels & _NOT_IN_TITLE:
        first -= 1
    closed = first > 0 and units[first - 1].labels & {"comma", "quote_mark"}
    return first if closed else match.first


def _opens_with_aside(units: Sequence[Unit], index: int) -> bool:
    """Does the sentence that a unit stands in begin with an adverbial ("In Paris, …")?"""
    while index > 0 and "break" not in units[index - 1].labels:
        index -= 1
    return bool(units[index].labels & ASIDE_OPENERS)


def _act(act: str, units: Sequence[Unit], position: int) -> str:
    """The act by meaning: "expressed their condemnation" condemns, "stressed their commitment to" commits.

    After a verb of expressing the noun may stand behind a parenthesis; after other verbs only right behind the verb or
    a place of speaking ("in their statement"), or as an adjective of the one spoken of ("that they are determined to").
    """
    if act not in _SOFT_ACTS:
        return act
    bound = False
    for unit in units[position : position + (14 if act == "express" else 6)]:
        labels = unit.labels
        if "act_manner" in unit.values:
            return str(unit.values["act_manner"])
        if "act_noun" in unit.values and not bound:
            return str(unit.values["act_noun"])
        if "undertake_adjective" in labels and bound and act in ("say", "announce"):
            return "commit"
        if labels & {"break", "stop", "semicolon", "colon"} or (labels & {"comma", "open"} and act != "express"):
            break
        bound = bound or "that" in labels
        if bound and act in ("affirm", "express"):
            break
        strange = "word" in labels and not labels & _BETWEEN_ACT
        if strange and act != "express" and not bound and not units[position].labels & {"statement_place", "adverb"}:
            break
    return "say" if act == "express" else act
