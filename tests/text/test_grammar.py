"""Patterns over labelled units."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.errors import PackError
from mithaq.languages import Rule
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import BREAK, Unit

LABELS = ("a", "b", "c", "d")


def rule(pattern: str, name: str = "rule", level: int = 1) -> Rule:
    return Rule(name, "layer", level, pattern, "sense", {}, (), ())


def lattice(letters: str) -> list[Unit]:
    """One unit a letter; ``|`` is a sentence break."""
    return [
        Unit(place, place + 1, BREAK if letter == "|" else frozenset({letter}), {letter: letter})
        for place, letter in enumerate(letters)
    ]


def found(pattern: str, letters: str) -> list[str]:
    matches = Grammar([rule(pattern)]).matches(lattice(letters))
    return [letters[match.first : match.first + len(match.units)] for match in matches]


@pytest.mark.parametrize(
    ("pattern", "letters", "expected"),
    [
        ("{a} {b}", "abcab", ["ab", "ab"]), ("{a} {b}?", "aab", ["a", "ab"]), ("{a} {b}* {c}", "abbcac", ["abbc", "ac"]),
        ("{a|b}+", "abcba", ["ab", "ba"]), ("{a} ({b} | {c} {d})", "abacd", ["ab", "acd"]), ("{a}{2,3}", "aaaa", ["aaa"]),
        ("{!a}", "abc", ["b", "c"]), ("{any} {d}", "adbd", ["ad", "bd"]), ("(?<!{a}) {b}", "abcb", ["b"]), ("{a} (?={b})", "abac", ["a"]),
        ("{a} (?!{b})", "abac", ["a"]), ("{a} {b}", "a|b", []), ("{any}+", "ab|c", ["ab", "c"]), ("{z}", "abc", []), ("{a}?", "b", []),
    ],
)  # fmt: skip
def test_patterns(pattern: str, letters: str, expected: list[str]) -> None:
    assert found(pattern, letters) == expected


def test_slots_hold_the_units_by_name() -> None:
    (match,) = Grammar([rule("{first:a} {b|c}+")]).matches(lattice("abc"))
    assert match.value("first", "a") == "a"
    assert (match.value("b"), match.value("c")) == ("b", "c")
    assert match.value("missing") is None


@pytest.mark.parametrize("pattern", ["{a", "a", "{a} $ {b}", "}"])
def test_a_broken_pattern_is_told(pattern: str) -> None:
    with pytest.raises(PackError):
        Grammar([rule(pattern)])


def join(match: Match) -> Sequence[Unit]:
    return [Unit(match.units[0].start, match.units[-1].end, frozenset({match.rule.name}), {})]


def test_levels_read_what_the_one_below_made() -> None:
    grammar = Grammar([rule("{pair} {c}", "three", 2), rule("{a} {b}", "pair", 1)])
    assert [sorted(unit.labels) for unit in grammar.parse(lattice("abcd"), join)] == [["three"], ["d"]]


def test_the_leftmost_longest_match_goes_first() -> None:
    grammar = Grammar([rule("{a} {b}", "short"), rule("{a} {b} {c}", "long")])
    assert [sorted(unit.labels) for unit in grammar.parse(lattice("abc"), join)] == [["long"]]


def test_a_refused_match_leaves_room_for_another() -> None:
    grammar = Grammar([rule("{a} {b} {c}", "long"), rule("{a} {b}", "short")])
    units = grammar.parse(lattice("abc"), lambda match: None if match.rule.name == "long" else join(match))
    assert [sorted(unit.labels) for unit in units] == [["short"], ["c"]]


def test_what_a_crossing_match_left_is_read_again() -> None:
    grammar = Grammar([rule("{a} {b}", "near"), rule("{b}? {c} {d}", "date"), rule("{d}", "rest")])
    assert [sorted(unit.labels) for unit in grammar.parse(lattice("abcd"), join)] == [["near"], ["date"]]


def test_a_grammar_learns_label_sets_as_it_meets_them() -> None:
    grammar = Grammar([rule("{a} {b}"), rule("{c}", "other")])
    assert len(grammar.matches(lattice("ab"))) == 1
    both = [Unit(0, 1, frozenset({"a", "c"})), Unit(1, 2, frozenset({"b", "x"}))]
    assert sorted(match.rule.name for match in grammar.matches(both)) == ["other", "rule"]


@given(st.text(st.sampled_from("abcd|"), max_size=30))
def test_parsing_keeps_every_offset_in_order(letters: str) -> None:
    grammar = Grammar([rule("{a} {b}+", "x"), rule("{x} {c}?", "y", 2), rule("{b} {any}", "z")])
    end = 0
    for unit in grammar.parse(lattice(letters), join):
        assert unit.start >= end
        end = unit.end
    assert end == len(letters)
