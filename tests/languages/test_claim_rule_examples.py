"""Every rule of speakers and statements reads its own examples and leaves its counter-examples alone."""

from dataclasses import replace

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.clauses import SPEAKING_TABLES, ClauseReader, Clauses
from mithaq.claims.read import claim_reader
from mithaq.claims.speakers import SpeakerReader
from mithaq.languages import LanguagePack, Rule, available_languages, load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Statement
from mithaq.text.annotated import AnnotatedArticle
from mithaq.text.prepare import prepare

SPEAKERS = [(code, rule) for code in available_languages() for rule in load_pack(code).layer("speakers")]
STATEMENTS = [(code, rule) for code in available_languages() for rule in load_pack(code).layer("statements")]


def annotated(code: str, text: str) -> AnnotatedArticle:
    article = Article("rule", "rule.txt", None, code, "2022-05-12", "explicit", None, text)
    return annotate(prepare(article, load_pack(code)))


def clauses(code: str, text: str) -> Clauses:
    return ClauseReader(load_pack(code), SPEAKING_TABLES).read(annotated(code, text))


def speakers(pack: LanguagePack, read: Clauses) -> list[str]:
    """Kind and name of every possible speaker, in order of place; a pronoun has a kind and no name."""
    units = SpeakerReader(pack, set()).read(read)
    voices = [unit.values["voice"].speaker for unit in units if "speaker" in unit.labels]
    return [f"{speaker.kind} {speaker.name}".strip() for speaker in voices]


def statements(code: str, text: str) -> list[tuple[Claim, Statement]]:
    claims = claim_reader(code).read(annotated(code, text)).claims
    return [(claim, claim.content) for claim in claims if isinstance(claim.content, Statement)]


def name_of(case: object) -> str:
    return f"{case.layer}-{case.name}" if isinstance(case, Rule) else str(case)


@pytest.mark.parametrize(("code", "rule"), SPEAKERS, ids=name_of)
def test_a_speaker_rule_finds_the_speakers_of_its_examples(code: str, rule: Rule) -> None:
    for text, expected in rule.examples:
        found = speakers(load_pack(code), clauses(code, text))
        assert {part.strip() for part in expected.split(";")} <= set(found), (text, found)


@pytest.mark.parametrize(("code", "rule"), SPEAKERS, ids=name_of)
def test_a_speaker_rule_adds_nothing_to_its_counter_examples(code: str, rule: Rule) -> None:
    pack = load_pack(code)
    below = tuple(other for other in pack.layer("speakers") if other.level < rule.level)
    for text in rule.counter_examples:
        read = clauses(code, text)
        assert speakers(replace(pack, rules=(*below, rule)), read) == speakers(replace(pack, rules=below), read), text


@pytest.mark.parametrize(("code", "rule"), STATEMENTS, ids=name_of)
def test_a_statement_rule_reads_its_examples(code: str, rule: Rule) -> None:
    used: set[str] = set()
    for text, expected in rule.examples:
        found = statements(code, text)
        assert "; ".join(f"{content.act} {content.speaker.name}" for _, content in found) == expected, text
        used |= {claim.rule for claim, _ in found}
    # A rule of the sense "group" only prepares a verb for the other rules.
    assert rule.sense == "group" or rule.name in used


@pytest.mark.parametrize(("code", "rule"), STATEMENTS, ids=name_of)
def test_a_statement_rule_leaves_its_counter_examples_alone(code: str, rule: Rule) -> None:
    for text in rule.counter_examples:
        found = [claim.rule for claim, _ in statements(code, text)]
        assert found == [] if rule.sense == "group" else rule.name not in found, text
