"""What makes a line safe to show: excerpts, and isolates around words of the other direction."""

import pytest

from mithaq.publish.excerpts import one_line, shorten
from mithaq.publish.isolates import isolate, isolate_runs

FSI, PDI = "\u2068", "\u2069"


def shown(text: str) -> str:
    return text.replace(FSI, "⟨").replace(PDI, "⟩")


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("Only English, 2022.", "ltr", "Only English, 2022."),
        ("قمة مراكش 2022", "rtl", "قمة مراكش 2022"),
        ("The قمة in مراكش ended", "ltr", "The ⟨قمة⟩ in ⟨مراكش⟩ ended"),
        ("وزير خارجية United States في روما", "rtl", "وزير خارجية ⟨United States⟩ في روما"),
        ("says التحالف (الناتو) now", "ltr", "says ⟨التحالف (الناتو)⟩ now"),
        ("قرار the deadline is June 2023", "rtl", "قرار ⟨the deadline is June 2023⟩"),
        ("القرار 2254 NATO 84 عضواً", "rtl", "القرار 2254 ⟨NATO⟩ 84 عضواً"),
        ("84 — 83", "rtl", "84 — 83"),
    ],
)
def test_runs_against_the_line_are_isolated(text: str, direction: str, expected: str) -> None:
    assert shown(isolate_runs(text, direction)) == expected


def test_a_quotation_is_one_unit() -> None:
    assert shown(isolate("قال: OK.", "ltr")) == "⟨قال: OK.⟩"
    assert shown(isolate("84 عضواً", "rtl")) == "84 عضواً"


def test_one_line_keeps_spaces_that_hold_together() -> None:
    assert one_line(" 45\u202f000\n\tdollars \u2028 now\u00a0: \x1b[0m\u202e") == "45\u202f000 dollars now\u00a0: [0m"


@pytest.mark.parametrize(
    ("text", "limit", "focus", "expected"),
    [
        ("short enough", 20, 0, "short enough"),
        ("“quoted words”", 20, 0, "quoted words"),
        ("one two three four five", 13, 0, "one two three …"),
        ("one two three, four five", 14, 0, "one two three …"),
        ("one two three four five six seven eight nine", 22, 39, "… five six seven eight …"),
        ("unbreakable", 4, 0, "unbreakable"),
        ("", 10, 0, ""),
    ],
)
def test_shorten(text: str, limit: int, focus: int, expected: str) -> None:
    assert shorten(text, limit, focus) == expected
