"""Reads statements: who says what, how. Not for what is promised or counted inside the words: other readers do that."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mithaq.claims.agreement import Genders
from mithaq.claims.antecedents import Antecedents
from mithaq.claims.clauses import Clauses
from mithaq.claims.headings import told_in_headings
from mithaq.claims.performed_acts import performed_act, with_performed_acts
from mithaq.claims.reporting import VerbGroupReader
from mithaq.claims.reporting_clauses import ReportingClause, reporting_clause
from mithaq.claims.said import looks_back, quote_kind, words_after, words_before
from mithaq.claims.speakers import SpeakerReader, Voice
from mithaq.claims.turns import Turns
from mithaq.languages import LanguagePack
from mithaq.model.claim import Act, Claim, Statement
from mithaq.model.rejection import Rejection
from mithaq.model.span import Span
from mithaq.text.fold import fold
from mithaq.text.grammar import Grammar
from mithaq.text.lattice import Unit

_VERBAL = ("speech", "express", "says_that")
_FINITE = frozenset(f"{label}_{tense}" for label in _VERBAL for tense in ("past", "present", "participle"))
_OPENS_WORDS = frozenset(("that", "colon", "quote_mark"))
_OTHER_FORMS = frozenset(f"{label}_{part}" for label in _VERBAL for part in ("participle", "noun"))
# Characters of a conjunction that may open a sentence.
_HEAD = 3
_CREDITED = frozenset(("organisation", "document", "state"))
_CONJUGATED = ("_past", "_present", "with_object", "with_subject")
_LEADING = " \t:،,؛;-–—"


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


_NAMING_RULES = frozenset(
    (
        "verb_speaker",
        "verb_unknown_speaker",
        "speaker_verb",
        "verb_quantified_speaker",
        "relative_verb",
        "document_verb",
    )
)
_REPORTING_RULES = _NAMING_RULES | {
    "verb_alone",
    "participle",
    "verb_with_subject_in_ending",
    "verb_needs_that_speaker",
}


class StatementReader:
    """Reads the statements of one language."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        self._pack = pack
        shape = pack.settings.get("gender", {}).get("object")
        self._object = re.compile(shape) if shape else None
        written = pack.settings.get("gender", {}).get("no_verb")
        self._no_verb = re.compile(written) if written else None
        self._article = fold(str(pack.settings.get("clitics", {}).get("article", "")))
        verbs = (fold(word.form) for word in (*pack.table("verbs"), *pack.table("speaking")) if self._article)
        self._verbs = frozenset(form for form in verbs if form.startswith(self._article))
        self._speakers = SpeakerReader(pack, label_sets)
        rules = pack.layer("statements")
        self._verb_groups = VerbGroupReader([rule for rule in rules if rule.sense == "group"], label_sets)
        self._grammar = Grammar([rule for rule in rules if rule.sense != "group"], label_sets)

    def read(self, clauses: Clauses) -> Statements:
        """All statements in order of place; a verb without a subject belongs to the speaker before it."""
        units = self._verb_groups.read(self._speakers.read(self._without_nouns(clauses)), clauses.text)
        found = with_performed_acts(self._find(units, clauses.text), units)
        genders = Genders(self._pack)
        turns, antecedents = Turns(units, clauses, genders), Antecedents(self._pack, genders, units, clauses)
        kept, rejections = _resolve(found, clauses, units, turns, antecedents)
        quotations = [found.span for found in clauses.article.of_kind("quotation")]
        claims = [
            _claim(clauses, units, clause, end, quotations)
            for clause, end in zip(kept, _ends(kept, len(clauses.text)), strict=True)
        ]
        voices = [(claim.span, clause.voice) for claim, clause in zip(claims, kept, strict=True) if clause.voice]
        repeated = told_in_headings(clauses.text, claims)
        rejections += [
            Rejection(claim.article_id, "statement", "repeated", claim.span, claim.text)
            for number, claim in enumerate(claims)
            if number in repeated
        ]
        order = sorted(set(range(len(claims))) - repeated, key=lambda number: claims[number].span)
        return Statements(
            tuple(claims[number] for number in order),
            tuple(rejections),
            tuple(voices[number] for number in order),
            max((len(claim.span) for claim in claims), default=0),
        )

    def _is_object(self, voice: Voice | None) -> bool:
        """Does the noun behind a verb show that it is not the subject?"""
        mention = voice.speaker.mention.split() if voice else []
        return bool(mention and self._object and self._object.search(mention[0]))

    def _without_nouns(self, clauses: Clauses) -> Clauses:
        """The clauses without verbs that are nouns, since an article is written onto them ("النادي" is no "نادى")."""
        if not self._article:
            return clauses
        units = tuple(self._as_noun(unit, clauses.text) for unit in clauses.units)
        return replace(clauses, units=units)

    def _as_noun(self, unit: Unit, text: str) -> Unit:
        if not unit.labels & _FINITE:
            return unit
        written = unit.span.of(text)
        form = fold(written)
        if form.startswith(self._article) and form not in self._verbs:
            labels = frozenset(label for label in unit.labels if not label.startswith(_VERBAL)) | {"word"}
            return replace(unit, labels=labels)
        if self._no_verb is None or not self._no_verb.search(written):
            return unit
        labels = frozenset(label for label in unit.labels if not label.endswith(_CONJUGATED))
        return replace(unit, labels=labels if labels & _OTHER_FORMS else labels.difference(_VERBAL) | {"word"})

    def _find(self, units: Sequence[Unit], text: str) -> list[ReportingClause]:
        found: list[ReportingClause] = []
        taken = 0
        for match in self._grammar.matches(units):
            if match.first < taken:
                continue
            clause = reporting_clause(match, units, text)
            if clause is None:
                continue
            if clause.rule == "verb_unknown_speaker" and self._is_object(clause.voice):
                continue
            found.append(clause)
            # A speaker named after the verb may be the subject of a verb that follows; the verb itself is used up.
            taken = match.first + len(match.units)
        return found


def _resolve(
    found: Sequence[ReportingClause],
    clauses: Clauses,
    units: Sequence[Unit],
    turns: Turns,
    antecedents: Antecedents,
) -> tuple[list[ReportingClause], list[Rejection]]:
    """Gives each clause its speaker; what has none, or is denied, is refused."""
    kept: list[ReportingClause] = []
    rejections: list[Rejection] = []
    article_id = clauses.article.prepared.article.id
    for clause in found:
        voice = clause.voice
        if clause.subject_first:
            sentence = _sentence_around(clauses, clause.start)
            may_look_back = clause.rule not in ("participle", "agent")
            clause.looks_back = clause.looks_back or (
                may_look_back
                and looks_back(
                    clauses.text, sentence, Span(clause.start, clause.end), clause.following, freely=clause.freely
                )
            )
            if (clause.only_back and not clause.looks_back) or (clause.felt and turns.is_quoted(clause)):
                continue
            voice = turns.speaker(voice, clause.start, looks_back=clause.looks_back)
            if clause.voice is None and voice is not None and clause.feature == "p" and not _many(voice):
                continue  # an infinitive rather than a verb of the subject: "to calm markets and reassure them"
        elif clause.rule == "according" and voice is not None and not voice.speaker.name:
            voice = turns.speaker(voice, clause.start, looks_back=False)
        elif voice is None or not voice.speaker.name or antecedents.takes_object(clause):
            clause.voice = voice = None if voice is not None and voice.speaker.name else voice
            voice = antecedents.speaker(clause)
        reason = "negated" if clause.act == "negated" else "no_speaker" if voice is None else None
        if reason:
            place = Span(clause.start, clause.end)
            rejections.append(Rejection(article_id, "statement", reason, place, place.of(clauses.text)))
            continue
        if voice is not None and voice.speaker.kind in _CREDITED and _is_credit(clauses, clause, kept):
            continue
        clause.voice = voice
        kept.append(clause)
        assert voice is not None
        turns.speak(clause.start, voice, nested=clause.nested)
        aside = clause.looks_back and clause.start > _sentence_around(clauses, clause.start).start + _HEAD
        antecedents.speak(clause, voice, passing=aside or _inside_speech(clauses, units, kept))
    return kept, rejections


def _inside_speech(clauses: Clauses, units: Sequence[Unit], kept: Sequence[ReportingClause]) -> bool:
    """Does the last clause name a speaker inside what another one says ("he said that, as X says, …")?

    Whoever is named there does not take over the verbs that follow. For languages whose verb comes first.
    """
    clause = kept[-1]
    if clause.subject_first or clause.voice is None or clause.rule not in _NAMING_RULES:
        return False
    sentence = _sentence_around(clauses, clause.start)
    if any(
        other.start >= sentence.start and other.rule in _REPORTING_RULES and _is_clause_between(units, other, clause)
        for other in kept[-3:-1]
    ):
        return True
    quotations = clauses.article.of_kind("quotation")
    return any(found.span.start < clause.start - 3 and clause.start < found.span.end for found in quotations)


def _is_credit(clauses: Clauses, clause: ReportingClause, kept: Sequence[ReportingClause]) -> bool:
    """Does "according to" close a sentence that another clause has attributed already ("…," he said, according to …)?"""
    if not clause.rule.startswith("according") or not clause.looks_back or not kept or kept[-1].nested:
        return False
    sentence = _sentence_around(clauses, clause.start)
    return (
        sentence.start <= kept[-1].start and kept[-1].end < clause.start and not kept[-1].rule.startswith("according")
    )


def _is_clause_between(units: Sequence[Unit], outer: ReportingClause, inner: ReportingClause) -> bool:
    """Does "that", a colon or a quotation open between two clauses, so that the inner one may be said by the outer?"""
    return any(unit.labels & _OPENS_WORDS for unit in units[outer.first : inner.first])


def _ends(kept: Sequence[ReportingClause], length: int) -> list[int]:
    """Where the words of each clause end at the latest: at the next one that is not inside what it reports."""
    ends: list[int] = []
    end = length
    for clause in reversed(kept):
        ends.append(end)
        if not clause.nested:
            end = clause.start if clause.opens < 0 else clause.opens
    return list(reversed(ends))


def _claim(
    clauses: Clauses, units: Sequence[Unit], clause: ReportingClause, following: int, quotations: Sequence[Span]
) -> Claim:
    text, article = clauses.text, clauses.article.prepared.article
    sentence = _sentence_around(clauses, clause.start)
    words = Span(clause.start, clause.end)
    content = None
    if clause.looks_back:
        further = following if clause.subject_first else 0
        content = words_before(text, sentence, words, further, quotations if clause.subject_first else ())
    elif not clause.subject_first and _is_tail(text, clause, sentence):
        content = words_before(text, sentence, words, 0, ())
    if content is None and (not clause.looks_back or clause.start <= sentence.start + _HEAD):
        content = words_after(text, sentence, clause.end, following)
    if clause.subject_first and clause.looks_back:
        words = Span(words.start, max(words.end, min(sentence.end, following)))
    place = words.cover(content) if content else words
    voice = clause.voice
    assert voice is not None
    act: Act = performed_act(clause.act, units, content.start) if content else clause.act  # type: ignore[assignment]
    statement = Statement(voice.speaker, voice.role, voice.on_behalf_of, act, quote_kind(text, content, words), content)
    return Claim(article.id, place, place.of(text), statement, rule=clause.rule)


def _many(voice: Voice) -> bool:
    return voice.plural or voice.speaker.kind in ("anonymous", "collective")


def _sentence_around(clauses: Clauses, offset: int) -> Span:
    sentences = clauses.article.prepared.sentences
    return sentences[max(0, bisect_right(sentences, offset, key=lambda span: span.start) - 1)]


def _is_tail(text: str, clause: ReportingClause, sentence: Span) -> bool:
    """Does the clause close its sentence ("…", he said.)? Then what was said stands before it."""
    rest = text[clause.end : sentence.end].strip(_LEADING + ".!?\n ")
    return not rest and clause.start > sentence.start + 12
