"""What an analyst does at the desk, done in a real browser from the first page to the last."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from aidememoire.demo import coverage_path
from tests.views.web.test_serve import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def address(demo_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk of its own: these journeys write."""
    record = tmp_path_factory.mktemp("journeys") / "demo.db"
    shutil.copy(demo_record, record)
    with serving(str(record)) as (_, where):
        yield where.rstrip("/")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def test_from_a_folder_to_the_process(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "coverage"
    shutil.copytree(coverage_path(), folder)
    with serving(str(folder)) as (_, where):
        page = browser.new_page()
        page.goto(f"{where}process")
        assert heading(page) == "The record is being built"
        page.wait_for_selector("h1:has-text('Process')", timeout=90_000)
        assert page.locator("main").get_by_text("Lugarno").count() > 0
        page.close()


def test_a_claim_is_followed_to_its_source(page: Page) -> None:
    page.goto("/claims")
    page.get_by_label("disputed").check()
    page.wait_for_url("**disputed=true**")
    page.locator("tbody tr a").first.click()
    assert page.get_by_role("heading", name="Denied").count() == 1
    telling = page.locator(".telling").first
    words = telling.locator("q").inner_text()
    telling.locator("a.source").click()
    page.wait_for_url(re.compile(r"/articles/.*at=\d+-\d+.*#here$"))
    at = re.search(r"at=(\d+)-(\d+)", page.url)
    assert at
    text = json.loads(page.request.get(page.url.partition("?")[0] + ".json").text())["text"]
    assert words.split()[0].strip("“”") in text[int(at[1]) : int(at[2])]
    assert page.locator("#here").is_visible()


def test_two_articles_are_compared(page: Page) -> None:
    page.goto("/coverage")
    links = page.locator("a[href^='/coverage/story']")
    page.goto(links.first.get_attribute("href") or "")
    page.locator("a[href*='/coverage/compare']").first.click()
    assert page.locator(".leaf").count() == 2
    assert page.locator(".leaf mark.shared").count() > 0
    assert page.locator("table.edits tbody tr").count() > 0


def correct_speaker(page: Page, fact: str, name: str) -> None:
    page.goto(f"/review/{fact}")
    page.locator("summary", has_text="Correct it").click()
    page.locator("input[name=n_speaker]").fill(name)
    page.get_by_role("button", name="Keep the correction").click()
    page.wait_for_url("**said=**")


def speaker(page: Page, fact: str) -> str:
    page.goto(f"/review/{fact}")
    stands = page.locator("section", has=page.get_by_role("heading", name="As it stands")).inner_text()
    if "As the machine reads it" in stands:
        stands = page.locator("section", has=page.get_by_role("heading", name="As the machine reads it")).inner_text()
    found = re.search(r"speaker\s*\n?\s*(.+)", stands)
    assert found, stands
    return found[1].strip()


def a_statement(address: str, at: int = 0) -> str:
    rows = httpx.get(f"{address}/review.json?kind=statement").json()["rows"]
    fact: str = rows[at]["fact"]
    return fact


def test_a_speaker_is_corrected_and_the_word_taken_back(page: Page, address: str) -> None:
    fact = a_statement(address)
    before = speaker(page, fact)
    correct_speaker(page, fact, "Somebody Corrected")
    assert speaker(page, fact) == "Somebody Corrected"
    page.get_by_role("button", name=re.compile(r"Take word \d+ back")).first.click()
    page.wait_for_url("**said=**")
    assert speaker(page, fact) == before


def test_two_reviewers_in_two_browsers(browser: Browser, address: str) -> None:
    fact = a_statement(address, 3)
    pages = []
    for name in ("Ilse", "Petar"):
        page = browser.new_context(base_url=address).new_page()
        page.goto("/review")
        page.locator("input[name=reviewer]").fill(name)
        page.get_by_role("button", name="Keep").click()
        page.wait_for_load_state()
        pages.append(page)
    correct_speaker(pages[0], fact, "Whom Ilse Heard")
    pages[1].goto(f"/review/{fact}")
    pages[1].get_by_role("button", name=re.compile("^Reject")).click()
    pages[1].wait_for_url("**said=**")
    pages[0].goto(f"/review/{fact}")
    told = pages[0].locator("main").inner_text()
    assert "reviewers disagree" in told
    assert "Ilse" in told
    assert "Petar" in told
    pages[0].goto("/review/agreement")
    assert "statement" in pages[0].locator("main").inner_text()
    trail = httpx.get(f"{address}/review/trail.csv").text
    assert "Ilse" in trail
    assert "Petar" in trail
    for page in pages:
        page.context.close()


def test_words_that_were_missed_are_added_by_selecting_them(page: Page, address: str) -> None:
    article = httpx.get(f"{address}/review.json?kind=statement").json()["rows"][0]["cited"]["article"]
    page.goto(f"/review/add?article={article}&kind=statement")
    page.locator("[data-select] p[data-start]").nth(1).click(click_count=3)
    page.locator("[data-selected]:not(:empty)").wait_for()
    assert int(page.locator("input[name=end]").input_value()) > int(page.locator("input[name=start]").input_value())
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url("**said=**")
    assert "add" in page.locator("ol.plain").inner_text()


def test_the_record_as_of_a_day(page: Page) -> None:
    page.goto("/claims")
    now = int(page.locator(".count").inner_text().split()[0])
    days = [row["day"] for row in json.loads(page.request.get("/today.json").text())["days"]]
    page.locator("#as-of").fill(days[1])
    page.locator(".as-of button").click()
    page.wait_for_selector(".moment")
    page.wait_for_selector(".count")
    assert 0 < int(page.locator(".count").inner_text().split()[0]) < now
    page.get_by_role("link", name="Now", exact=True).click()
    page.wait_for_url(lambda url: "as_of" not in url)
    assert int(page.locator(".count").inner_text().split()[0]) == now


def test_something_is_searched_for_and_found(page: Page) -> None:
    page.goto("/search")
    page.get_by_role("searchbox").first.fill("prisoners")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=prisoners**")
    assert "risoner" in page.locator("main mark").first.inner_text()


def test_the_keyboard_alone(page: Page) -> None:
    page.goto("/claims")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    page.wait_for_url("**/search")
    page.goto("/review")
    page.locator("main").focus()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.evaluate("[...document.querySelectorAll('[data-stop]')].indexOf(document.activeElement)")
    assert first == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/review/\w+"))


def test_without_scripts_a_page_can_be_filtered(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/claims")
    page.get_by_label("disputed").check()
    page.locator(".filters button").click()
    page.wait_for_url("**disputed=true**")
    assert page.locator("tbody tr.disputed").count() == page.locator("tbody tr").count() > 0
    context.close()
