"""Reads statements: who says what, how. Not for what is promised or counted inside the words: other readers do that."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.clauses import Clauses
from mithaq.claims.reporting import VerbGroup, VerbGroupReader, agrees, is_complete
from mithaq.claims.said import looks_back, quote_kind, words_after, words_before
from mithaq.claims.speakers import SpeakerReader, Voice, unknown_voice
from mithaq.claims.turns import Turns
from mithaq.languages import LanguagePack
from mithaq.model.claim import Act, Claim, Statement
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit

_SOFT_ACTS = frozenset(("say", "announce", "affirm", "express"))
_BETWEEN_CLAUSES = frozenset(("comma", "semicolon", "and", "while", "break", "quote_mark"))
_SINGULAR = frozenset(("ms", "fs", "s"))
_FIRST_PERSON = frozenset(("1s", "1p"))
_BETWEEN_ACT = frozenset(("preposition", "in", "for", "adverb", "the", "possessive", "quote_mark"))
_LEADING = " \t:،,؛;-–—"


@dataclass(slots=True)
class _Found:
    """A reporting clause before its content is known."""

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


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of an article, what was refused, and who spoke last before each place."""

    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    voices: tuple[tuple[Span, Voice], ...] = ()
    longest: int = 0

    def around(self, place: Span) -> tuple[Claim, Voice] | None:
        """The statement whose words hold ``place``, the innermost, with its voice."""
        held = []
        position = bisect_right(self.voices, place.start, key=lambda spoken: spoken[0].start)
        for claim, (span, voice) in zip(self.claims[position - 1 :: -1], self.voices[position - 1 :: -1], strict=True):
            if position == 0 or span.start < place.start - self.longest:
                break
            if place.end <= span.end:
                held.append((claim, voice))
        return min(held, key=lambda pair: len(pair[0].span)) if held else None


class StatementReader:
    """Reads the statements of one language."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        self._speakers = SpeakerReader(pack, label_sets)
        rules = pack.layer("statements")
        self._verb_groups = VerbGroupReader([rule for rule in rules if rule.sense == "group"], label_sets)
        self._grammar = Grammar([rule for rule in rules if rule.sense != "group"], label_sets)

    def read(self, clauses: Clauses) -> Statements:
        """All statements in order of place; a verb without a subject belongs to the speaker before it."""
        units = self._verb_groups.read(self._speakers.read(clauses), clauses.text)
        found = self._find(units, clauses.text)
        kept, rejections = _resolve(found, clauses, Turns(units, clauses))
        claims, voices = [], []
        for number, clause in enumerate(kept):
            # A clause inside what this one reports ("NATO said Turkey had agreed") does not end it.
            later = next((other for other in kept[number + 1 :] if not other.nested), None)
            claim = _claim(clauses, clause, later.start if later else len(clauses.text))
            claims.append(claim)
            assert clause.voice is not None
            voices.append((claim.span, clause.voice))
        order = sorted(range(len(claims)), key=lambda number: claims[number].span)
        return Statements(
            tuple(claims[number] for number in order),
            tuple(rejections),
            tuple(voices[number] for number in order),
            max((len(claim.span) for claim in claims), default=0),
        )

    def _find(self, units: Sequence[Unit], text: str) -> list[_Found]:
        found: list[_Found] = []
        taken = 0
        for match in self._grammar.matches(units):
            if match.first < taken:
                continue
            clause = _clause(match, units, text)
            if clause is None:
                continue
            found.append(clause)
            # A speaker named after the verb may be the subject of a verb that follows; the verb itself is used up.
            taken = match.first + len(match.units)
        return found


def _clause(match: Match, units: Sequence[Unit], text: str) -> _Found | None:
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
    return _Found(
        start, match.units[-1].end, match.first, act, voice, match.rule.name,
        match.rule.sense in ("according", "quoted"), feature, last,
    )  # fmt: skip


def _agent_clause(match: Match) -> _Found | None:
    """A passive with its agent ("condemned by France"), for the acts that the rule lists."""
    act = str(match.slots["verb"][0].values.get("speech"))
    if act not in match.rule.constants["acts"]:
        return None
    last = match.first + len(match.units)
    voice = match.slots["speaker"][0].values["voice"]
    return _Found(
        match.units[0].start, match.units[-1].end, match.first, act, voice, match.rule.name, False, "", last,
        subject_first=True, nested=True,
    )  # fmt: skip


def _group_clause(match: Match, units: Sequence[Unit], verb: Unit) -> _Found | None:
    """A clause whose verb is a group of words. Refuses a verb that lacks the word it needs, and acts the rule leaves out."""
    group = verb.values["reporting"]
    assert isinstance(group, VerbGroup)
    constants = match.rule.constants
    if group.act in constants.get("without_acts", ()):
        return None
    last = match.first + len(match.units)
    following = units[last : last + 8]
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
    return _Found(
        match.units[0].start, match.units[-1].end, match.first, "negated" if group.negated and act != "deny" else act, voice,
        match.rule.name, sense == "quoted", group.feature, last, following, subject_first=True, only_back=not complete,
        nested=sense == "named" and match.first > 0 and not units[match.first - 1].labels & _BETWEEN_CLAUSES,
    )  # fmt: skip


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


def _resolve(found: Sequence[_Found], clauses: Clauses, turns: Turns) -> tuple[list[_Found], list[Rejection]]:
    """Gives each clause its speaker; what has none, or is denied, is refused."""
    kept: list[_Found] = []
    rejections: list[Rejection] = []
    last: Voice | None = None
    last_single: Voice | None = None
    last_plural: Voice | None = None
    article_id = clauses.article.prepared.article.id
    for clause in found:
        voice = clause.voice
        if clause.subject_first:
            sentence = _sentence_around(clauses, clause.start)
            may_look_back = clause.rule not in ("participle", "agent")
            clause.looks_back = clause.looks_back or (
                may_look_back and looks_back(clauses.text, sentence, clause.start, clause.following)
            )
            if clause.only_back and not clause.looks_back:
                continue
            voice = turns.speaker(voice, clause.start, looks_back=clause.looks_back)
            if clause.voice is None and voice is not None and clause.feature == "p" and not _many(voice):
                continue  # an infinitive rather than a verb of the subject: "to calm markets and reassure them"
        elif voice is None or not voice.speaker.name:
            if clause.feature.endswith("p") or (voice is not None and voice.plural):
                voice = last_plural or last
            else:
                voice = (last_single if clause.feature in _SINGULAR else last) or last
        reason = "negated" if clause.act == "negated" else "no_speaker" if voice is None else None
        if reason:
            place = Span(clause.start, clause.end)
            rejections.append(Rejection(article_id, "statement", reason, place, place.of(clauses.text)))
            continue
        clause.voice = voice
        kept.append(clause)
        assert voice is not None
        turns.speak(clause.start, voice, nested=clause.nested)
        if clause.looks_back:
            continue
        last = voice
        if voice is not None and voice.plural:
            last_plural = voice
        else:
            last_single = voice
    return kept, rejections


def _claim(clauses: Clauses, clause: _Found, following: int) -> Claim:
    text, article = clauses.text, clauses.article.prepared.article
    sentence = _sentence_around(clauses, clause.start)
    words = Span(clause.start, clause.end)
    if clause.subject_first and clause.looks_back:
        words = Span(words.start, max(words.end, min(sentence.end, following)))
        quotations = [found.span for found in clauses.article.of_kind("quotation")]
        content = words_before(text, sentence, words, following, quotations)
    elif clause.looks_back or (not clause.subject_first and _is_tail(text, clause, sentence)):
        content = words_before(text, sentence, words, 0, ())
    else:
        content = None
    if content is None and (not clause.looks_back or clause.start <= sentence.start + 3):
        content = words_after(text, sentence, clause.end, following)
    place = words.cover(content) if content else words
    voice = clause.voice
    assert voice is not None
    act: Act = clause.act  # type: ignore[assignment]
    statement = Statement(voice.speaker, voice.role, voice.on_behalf_of, act, quote_kind(text, content), content)
    return Claim(article.id, place, place.of(text), statement, rule=clause.rule)


def _many(voice: Voice) -> bool:
    return voice.plural or voice.speaker.kind in ("anonymous", "collective")


def _sentence_around(clauses: Clauses, offset: int) -> Span:
    sentences = clauses.article.prepared.sentences
    return sentences[max(0, bisect_right(sentences, offset, key=lambda span: span.start) - 1)]


def _is_tail(text: str, clause: _Found, sentence: Span) -> bool:
    """Does the clause close its sentence ("…", he said.)? Then what was said stands before it."""
    rest = text[clause.end : sentence.end].strip(_LEADING + ".!?\n ")
    return not rest and clause.start > sentence.start + 12
