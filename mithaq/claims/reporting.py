"""Joins the words of a reporting verb into one unit: auxiliaries, adverbs, negation, an inverted pronoun. For languages
whose verbs take several words. Not for who speaks or what is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.speakers import Voice, pronoun_voice
from mithaq.languages import Rule
from mithaq.model.span import Span
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit

# How many units after a verb that wants a certain word are looked at.
_REACH = 7
_BETWEEN = frozenset(("adverb", "date", "statement_place", "preposition", "listener"))
_NAMED = ("speaker_person", "speaker_organisation", "speaker_state")
_CLAUSE_OPENERS = frozenset(("that", "quote_mark", "colon", "speaker_pronoun", "definite", "possessive", *_NAMED))
# What must follow once the hearer is named ("answered to the press that").
_SAID_TO_SOMEBODY = frozenset(("that", "quote_mark", "colon"))
_WANTED = {"needs_quote": _SAID_TO_SOMEBODY, "needs_that": _CLAUSE_OPENERS, "needs_to": frozenset(("to", "that"))}


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite reporting verb or participle: ``act`` as the verb alone gives it, "express" where a noun decides."""

    act: str
    feature: str
    negated: bool
    voice: Voice | None


class VerbGroupReader:
    """Finds the verb groups of one language: the rules of the sense "group"."""

    def __init__(self, rules: Sequence[Rule], label_sets: set[frozenset[str]]) -> None:
        self._grammar = Grammar(rules, label_sets)

    def read(self, units: Sequence[Unit], text: str) -> list[Unit]:
        """The units with every verb group as one unit, labelled as the rule's ``label`` says, under ``reporting``."""

        def make(match: Match) -> Sequence[Unit] | None:
            verb = match.slots["verb"][0]
            own_label = match.rule.constants.get("act_label", "speech")
            act = verb.values.get(own_label) or "express"
            if own_label != "speech" and act == "say":
                act = "express"
            voice = _pronoun(match, text)
            # An auxiliary carries person and number, so that the verb itself tells nothing ("did confirm").
            feature = _feature(verb) if len(match.units) == 1 else ""
            group = VerbGroup(str(act), feature, "negation" in match.slots, voice)
            # Without the labels of its tense, so that no rule takes the group for a bare verb again.
            labels = {label for label in verb.labels if not label.startswith(("speech_", "express_"))} - {"word"}
            if match.rule.constants.get("complete"):
                # The pattern has looked for what the verb needs.
                labels = {label for label in labels if not label.startswith("needs_")}
            labels.add(match.rule.constants.get("label", "reporting"))
            values = {"reporting": group, **{key: verb.values[key] for key in ("told_noun",) if key in verb.values}}
            return [Unit(match.units[0].start, match.units[-1].end, frozenset(labels), values)]

        return self._grammar.parse(units, make) if units else []


def _feature(verb: Unit) -> str:
    """Person, gender and number of the form; empty where it can be of several."""
    features = {str(value) for label, value in verb.values.items() if label.startswith(("speech_", "express_"))}
    return features.pop() if len(features) == 1 else ""


def agrees(feature: str, voice: Voice | None) -> bool:
    """May the speaker be the subject of a form with that feature? One person does not take a plural verb."""
    if feature != "p" or voice is None or voice.plural or voice.speaker.kind not in ("person", "state"):
        return True
    return voice.speaker.kind == "state" and voice.speaker.mention.endswith("s")


def _pronoun(match: Match, text: str) -> Voice | None:
    units = match.slots.get("pronoun")
    if not units:
        return None
    value = next(str(units[0].values[label]) for label in sorted(units[0].values) if "pronoun" in label)
    return pronoun_voice(value, Span(units[0].start, units[0].end).of(text))


def is_complete(verb: Unit, following: Sequence[Unit], *, names_noun: bool) -> bool:
    """Has a verb that wants a certain word after it got one? ``names_noun``: a noun has decided the act.

    ``needs_that`` marks verbs that report only before a clause, ``needs_quote`` only before "that" or a quotation,
    ``needs_to`` before an infinitive, ``needs_noun`` before a noun of attitude ("extended their thanks").
    """
    labels = verb.labels
    if "needs_noun" in labels and "speech" not in labels:
        return names_noun
    wanted = next((words for label, words in _WANTED.items() if label in labels), None)
    if wanted is None:
        return True
    addressed = False
    for unit in following[:_REACH]:
        if unit.labels & (_SAID_TO_SOMEBODY if addressed else wanted):
            return True
        addressed = addressed or "to" in unit.labels
        if not addressed and not unit.labels & _BETWEEN:
            return False
    return False
