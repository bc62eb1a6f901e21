"""Every kind of page in a real browser: nothing that axe-core objects to, no sideways scroll, no error told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.conftest import need
from tests.views.web.test_serve import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

IDS = re.compile(r"[a-z_]+-[0-9a-f]{12,}|\d{4}-\d\d-\d\d|\d+-\d+")
WIDE, NARROW = {"width": 1600, "height": 1000}, {"width": 360, "height": 800}


@pytest.fixture(scope="module")
def address(demo_record: Path) -> Iterator[str]:
    with serving(str(demo_record)) as (_, where):
        yield where.rstrip("/")


@pytest.fixture(scope="module")
def kinds(address: str, browser: Browser) -> list[str]:
    """One page of each kind that links lead to: paths that differ in more than an id and the values of parameters."""
    page = browser.new_page()
    found: dict[str, str] = {}
    waiting = ["/today"]
    while waiting:
        path = waiting.pop(0)
        kind = _kind(path)
        if kind in found:
            continue
        answer = page.goto(address + path)
        assert answer is not None
        assert answer.status == 200, path
        found[kind] = path
        links = page.eval_on_selector_all("a[href]", "all => all.map(each => each.getAttribute('href'))")
        for link in links:
            assert link.startswith(("/", "#")), f"{path} leads away: {link}"
            if link.startswith("/") and not re.search(r"\.(json|csv)\b", link):
                waiting.append(link.partition("#")[0])
    page.close()
    return list(found.values())


def _kind(path: str) -> str:
    return IDS.sub("ID", urlsplit(path).path)


def test_links_lead_to_every_kind_of_page(kinds: list[str]) -> None:
    named = {_kind(path) for path in kinds}
    assert {
        "/today",
        "/process",
        "/positions",
        "/claims",
        "/figures",
        "/coverage",
        "/coverage/compare",
        "/actors",
        "/search",
        "/review",
        "/docs",
    } <= named
    assert len(named) >= 20


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_page_has_a_fault_that_axe_finds(
    kinds: list[str], address: str, browser: Browser, viewport: dict[str, int], scheme: str
) -> None:
    need(find_spec("axe_playwright_python"), "axe-playwright-python")
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    for path in kinds:
        page.goto(address + path)
        _drawn(page)
        faults = Axe().run(page).response["violations"]
        shown = [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in faults]
        assert shown == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
        assert told == [], path
    context.close()


def _drawn(page: Page) -> None:
    """Wait for the charts of a page, where it has any."""
    page.wait_for_selector("figure[data-chart]:not([data-drawn])", state="detached")
