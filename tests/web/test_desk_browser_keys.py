"""The desk in a real browser: marks walked by keys, letters by their place, paper, narrow screens.

Skipped, with the reason, where there is no chromium.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.web.test_desk_browser import CHROMIUM, Served, browser, introduce, page, served

__all__ = ["browser", "page", "served"]
pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"there is no browser at {CHROMIUM}")


def open_first_article(page: Any, served: Served, language: str) -> None:
    page.goto(f"{served.home}/articles?language={language}")
    page.locator('main a[href^="/article/"]').first.click()
    page.wait_for_selector(".text [tabindex='0']")


@pytest.mark.parametrize(("language", "forward"), [("en", "ArrowRight"), ("ar", "ArrowLeft"), ("en", "ArrowDown")])
def test_marks_are_one_stop_and_arrows_walk_them(page: Any, served: Served, language: str, forward: str) -> None:
    open_first_article(page, served, language)
    assert page.locator(".text [tabindex='0']").count() == 1
    page.locator(".text [tabindex='0']").focus()
    at = "[...document.querySelectorAll('.text [data-of]')].indexOf(document.activeElement)"
    assert page.evaluate(at) == 0
    page.keyboard.press(forward)
    page.keyboard.press(forward)
    assert page.evaluate(at) == 2
    assert page.locator("#chosen-words").is_visible()
    assert page.locator(".text [tabindex='0']").count() == 1
    page.keyboard.press("Home")
    assert page.evaluate(at) == 0


def test_shared_passages_are_walked_by_keys_too(page: Any, served: Served) -> None:
    open_first_article(page, served, "en")
    article = page.url.split("/article/")[1][:16]
    page.goto(f"{served.home}/compare/{article}/{article}")
    page.locator(".text [tabindex='0']").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("section:nth-child(1) mark.chosen").count() >= 1
    assert page.locator("section:nth-child(2) mark.chosen").count() >= 1


def test_letters_count_by_their_place_where_they_are_not_latin(page: Any, served: Served) -> None:
    introduce(page, served)
    press = "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))"
    at = "[...document.querySelectorAll('[data-review] > li')].findIndex((item) => item.classList.contains('current'))"
    page.evaluate("document.body.focus()")
    page.evaluate(press, ["ت", "KeyJ"])
    assert page.evaluate(at) == 1
    # A Latin layout of other order: the letter counts, not its place.
    page.evaluate(press, ["k", "KeyX"])
    assert page.evaluate(at) == 0


def test_on_paper_tables_fit_and_marks_are_lines(page: Any, served: Served) -> None:
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    for address in ("/meetings", "/commitments", "/money"):
        page.goto(served.home + address)
        table = page.locator("main table").first
        assert table.evaluate("table => table.getBoundingClientRect().right <= innerWidth + 1"), address
        assert table.evaluate("table => table.getBoundingClientRect().left >= -1"), address
    page.goto(served.home + "/meetings")
    page.goto(served.home + page.locator("main a.value").first.get_attribute("href"))
    page.wait_for_selector("#at:focus")
    assert page.locator("#at").evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
    article = page.url.split("/article/")[1][:16]
    page.goto(f"{served.home}/compare/{article}/{article}")
    shared = page.locator("mark.shared").first
    assert shared.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "underline"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_a_narrow_screen_the_page_one_is_on_is_in_sight(page: Any, served: Served, language: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{served.home}/review?lang={language}")
    inside = page.locator(".rail [aria-current]").evaluate(
        "item => { const box = item.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth }"
    )
    assert inside
    page.goto(f"{served.home}/")
    chips = page.locator("a.cite").first.evaluate("chip => chip.getBoundingClientRect().height")
    assert chips >= 24
