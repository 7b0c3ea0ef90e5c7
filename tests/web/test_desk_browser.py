"""The desk in a real browser: clicks land on highlighted words, keys judge, nothing is refused by the policy, axe is content.

Skipped, with the reason, where there is no chromium.
"""

import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from mithaq.cli import SAMPLES
from mithaq.languages import available_languages
from mithaq.pipeline import read_paths
from mithaq.record import Record
from mithaq.sources import ReadOptions
from mithaq.web.application import create_app
from mithaq.web.settings import Settings
from tests.web.desk_pages_setup import LANGUAGES, TOKEN, sample_record

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"there is no browser at {CHROMIUM}")
PAGES = (
    "/", "/articles", "/meetings", "/commitments", "/money", "/members", "/people", "/disagreements", "/search?q=summit",
    "/review", "/reading",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


class Served:
    """A desk on a free port of this machine, over a record of its own."""

    def __init__(self, folder: Path) -> None:
        self.record = folder / "record.db"
        shutil.copy(sample_record(), self.record)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.home = f"http://127.0.0.1:{self.port}"
        self._start()

    def _start(self) -> None:
        app = create_app(Settings(self.record, token=TOKEN, port=self.port))
        config = uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="error", ws="none")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            assert self.thread.is_alive(), "the desk did not start"
            time.sleep(0.02)

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(20)

    def read_again(self) -> None:
        """Stop, read the samples a second time, and start again."""
        self.stop()
        with Record.open(self.record) as record:
            read_paths([SAMPLES], record, ReadOptions(available_languages()), "2022-08-01T00:00:00+00:00")
        self._start()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    desk = Served(tmp_path_factory.mktemp("browser"))
    yield desk
    desk.stop()


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    """A page of a fresh browser that may write; whatever the console complains of fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(f"{served.home}/?token={TOKEN}")
    yield opened
    context.close()
    assert complaints == []


def every_page(page: Any, home: str) -> list[str]:
    found = list(PAGES)
    for listed, sort in (
        ("/meetings", "meeting"),
        ("/commitments", "commitment"),
        ("/people", "person"),
        ("/articles", "article"),
    ):
        page.goto(home + listed)
        found.append(page.locator(f'main a[href^="/{sort}/"]').first.get_attribute("href"))
    articles = page.locator('main a[href^="/article/"]')
    ids = [articles.nth(number).get_attribute("href").split("/")[2] for number in (0, 1)]
    return [*found, f"/compare/{ids[0]}/{ids[1]}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_serious_fault_in_light_or_dark(page: Any, served: Served, language: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    addresses = every_page(page, served.home)
    for look in ("light", "dark"):
        page.goto(f"{served.home}/?lang={language}&look={look}")
        for address in addresses:
            page.goto(served.home + address)
            # What is not a matter of colour is the same in both.
            options = {} if look == "light" else {"runOnly": ["color-contrast"]}
            told = axe.run(page, options=options).response
            assert any(rule["id"] == "color-contrast" for rule in told["passes"])
            found = told["violations"]
            serious = [
                (fault["id"], fault["nodes"][0]["html"][:200], fault["nodes"][0].get("failureSummary", "")[:300])
                for fault in found
                if fault["impact"] in ("serious", "critical")
            ]
            assert serious == [], f"{language} {look} {address}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_fit_narrow_and_wide_screens(page: Any, served: Served, language: str) -> None:
    addresses = every_page(page, served.home)
    page.goto(f"{served.home}/?lang={language}")
    for width in (360, 800, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for address in addresses:
            page.goto(served.home + address)
            beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert beyond <= 0, f"{address} at {width}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_click_on_a_value_lands_on_its_words(page: Any, served: Served, language: str) -> None:
    page.goto(f"{served.home}/?lang={language}")
    for listed in ("/", "/meetings", "/commitments", "/money", "/members", "/disagreements", "/search?q=Iraq"):
        page.goto(served.home + listed)
        value = page.locator('main a.value[href*="?at="]').first
        address = value.get_attribute("href")
        value.click()
        page.wait_for_selector("mark.at")
        place = re.search(r"/article/(\w+)\?at=(\d+)-(\d+)#at", address)
        assert place is not None
        text = page.request.get(f"{served.home}/api/articles/{place[1]}").json()["text"]
        marked = " ".join(page.locator("mark.at").all_inner_texts())
        assert marked.split() == text[int(place[2]) : int(place[3])].split()
        shown = page.locator("#at").evaluate(
            "mark => { const box = mark.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
        )
        assert shown, f"{address} is out of sight"
        colours = page.locator("#at").evaluate(
            "mark => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark.parentElement).backgroundColor]"
        )
        assert colours[0] != colours[1]


def test_arabic_lines_start_at_the_right_and_keep_their_order(page: Any, served: Served) -> None:
    page.goto(f"{served.home}/search?q=%D8%A7%D9%84%D8%A7%D8%AB%D9%86%D9%8A%D9%86&lang=ar")
    page.locator("ol.hits a").first.click()
    line = page.locator(".text p[dir=rtl]").first
    places = line.evaluate(
        """line => {
            const range = document.createRange();
            const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            const first = walk.nextNode();
            range.setStart(first, 0); range.setEnd(first, 1);
            const box = line.getBoundingClientRect(), letter = range.getBoundingClientRect();
            return [box.right - letter.right, letter.left - box.left];
        }"""
    )
    assert places[0] < 40 < places[1]


def test_layers_are_switched_off_and_stay_off(page: Any, served: Served) -> None:
    page.goto(served.home + "/articles")
    page.locator('main a[href^="/article/"]').first.click()
    ground = "element => getComputedStyle(element).backgroundColor"
    word = page.locator(".text .l-country").first
    before = word.evaluate(ground)
    page.locator("#layer-country").uncheck()
    assert word.evaluate(ground) != before
    assert word.evaluate(ground) == "rgba(0, 0, 0, 0)"
    page.reload()
    assert not page.locator("#layer-country").is_checked()
    page.locator("#layer-country").check()
    assert page.locator(".text .l-country").first.evaluate(ground) == before


def test_words_that_are_clicked_show_what_was_read_from_them(page: Any, served: Served) -> None:
    page.goto(served.home + "/articles")
    page.locator('main a[href^="/article/"]').first.click()
    assert not page.locator("#chosen-words").is_visible()
    page.locator(".text .l-country").first.click()
    assert page.locator("#chosen-words").is_visible()
    assert page.locator("#chosen-words li").count() >= 1
    assert "country" in page.locator("#chosen-words").inner_text()


def test_the_colours_follow_the_system_and_the_switch(browser: Any, served: Served) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    for scheme, switched in (("light", "dark"), ("dark", "light")):
        context = browser.new_context(color_scheme=scheme)
        opened = context.new_page()
        opened.goto(served.home + "/")
        by_system = opened.evaluate(ground)
        opened.goto(f"{served.home}/?look={switched}")
        assert opened.evaluate(ground) != by_system
        opened.goto(f"{served.home}/?look=auto")
        assert opened.evaluate(ground) == by_system
        context.close()


def test_print_leaves_out_the_frame(page: Any, served: Served) -> None:
    page.goto(served.home + "/commitments")
    page.emulate_media(media="print")
    assert not page.locator(".rail").is_visible()
    assert not page.locator(".filters").first.is_visible()
    assert page.locator("table").first.is_visible()


def first_about(page: Any) -> str:
    return str(page.locator("[data-review] > li.current input[name=about]").first.get_attribute("value"))


def introduce(page: Any, served: Served) -> None:
    """Say who judges, and come to the first question."""
    page.goto(served.home + "/review")
    page.locator("main input[name=who]").fill("Amina")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-review] > li.current button[name=verdict]")


def test_review_by_keyboard_alone_and_a_second_reading(page: Any, served: Served) -> None:
    introduce(page, served)
    first = first_about(page)
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert first_about(page) == first
    page.keyboard.press("w")
    page.keyboard.type("as the report has it")
    # Enter in the reason decides nothing; Escape leads back to the question.
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.wait_for_url("**/review?done=accept")
    assert page.locator(f'#judged ~ .scroll input[value="{first}"]').count() == 1
    judged = page.locator("#judged ~ .scroll").inner_text()
    assert "accepted" in judged and "Amina" in judged and "as the report has it" in judged

    served.read_again()
    page.goto(served.home + "/review")
    assert page.locator(f'#judged ~ .scroll input[value="{first}"]').count() == 1
    assert "accepted" in page.locator("#judged ~ .scroll").inner_text()

    page.keyboard.press("u")
    page.wait_for_url("**/review?done=revoked")
    assert "taken back" in page.locator("#judged ~ .scroll").inner_text()


def test_pairs_and_corrections_by_keyboard(page: Any, served: Served) -> None:
    introduce(page, served)
    for _ in range(10):
        if page.locator("li.current [data-key=d]").count():
            break
        page.keyboard.press("j")
    page.keyboard.press("d")
    page.wait_for_url("**/review?done=different")
    page.wait_for_selector("[data-review] > li.current")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "slot"
    page.keyboard.press("Escape")
    assert page.locator("li.current .correcting[open]").count() == 0
    page.keyboard.press("c")
    page.locator("li.current .correcting[open] select").first.select_option(index=0)
    slot = page.locator("li.current .correcting[open] select").first.input_value()
    page.keyboard.press("Tab")
    page.keyboard.type({"value": "86", "amount": "5"}.get(slot, "France"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?done=correct")
    assert "corrected" in page.locator("#judged ~ .scroll").inner_text()


def test_files_are_handed_in_and_their_progress_followed(page: Any, served: Served, tmp_path: Path) -> None:
    handed = tmp_path / "handed.txt"
    handed.write_text(
        "# title: Handed in\n# published: 2022-07-03\n\nOslo, July 3 - Norway pledged 4 million euros to Niger by 2025."
    )
    page.goto(served.home + "/reading")
    page.locator("input[type=file]").set_input_files(str(handed))
    page.locator("form[action='/reading'] button.main").click()
    page.wait_for_selector("[data-progress][data-finished]", timeout=20_000)
    assert "Handed in" in page.locator("#progress").inner_text()
    page.locator("#progress a[href^='/article/']").click()
    assert "Norway pledged" in page.locator(".text").inner_text()
