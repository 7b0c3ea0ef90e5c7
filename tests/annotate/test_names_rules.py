"""Every name rule finds the names of its examples and keeps off its counter-examples.

An example's expected name is printed as ``kind name``, then role and country in brackets where there are any.
"""

import pytest

from mithaq.annotate.names import printed_name, read_names
from mithaq.languages import Rule, available_languages, load_pack

RULES = [(language, rule) for language in available_languages() for rule in load_pack(language).layer("names")]
IDS = [f"{language}-{rule.name}" for language, rule in RULES]


@pytest.mark.parametrize(("language", "rule"), RULES, ids=IDS)
def test_examples(language: str, rule: Rule) -> None:
    assert len(rule.examples) >= 2
    for text, expected in rule.examples:
        assert expected in [printed_name(found) for found in read_names(text, language)], text


@pytest.mark.parametrize(("language", "rule"), RULES, ids=IDS)
def test_counter_examples(language: str, rule: Rule) -> None:
    from mithaq.annotate.names import rules_that_match

    assert rule.counter_examples
    for text in rule.counter_examples:
        assert rule.name not in rules_that_match(text, language), text
