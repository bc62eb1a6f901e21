"""The pictures of the desk in the documentation, made from the demo coverage.

usage: python -m tests.views.web.screenshots FOLDER
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aidememoire.demo import coverage_path
from aidememoire.pipeline import build
from tests.views.conftest import CHROMIUM
from tests.views.web.test_serve import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDE, NARROW = {"width": 1600, "height": 1000}, {"width": 360, "height": 780}
# Name, address, the link to follow from there (none: the address itself), size, scheme.
PICTURES: tuple[tuple[str, str, str | None, dict[str, int], str], ...] = (
    ("today", "/today", None, WIDE, "light"),
    ("process", "/process", None, WIDE, "dark"),
    ("encounters", "/process/encounters", None, WIDE, "light"),
    ("positions", "/positions", None, WIDE, "light"),
    ("deadlocks", "/positions/deadlocks", None, WIDE, "dark"),
    ("figures", "/figures", "main table a[href^='/figures/']", WIDE, "light"),
    ("claim", "/claims?disputed=true", "tbody tr a", NARROW, "light"),
    ("compare", "/coverage/compare", None, WIDE, "light"),
    ("article", "/search?q=prisoners", "main a[href*='/articles/']", WIDE, "dark"),
    ("search", "/search?q=prisoners", None, NARROW, "dark"),
    ("review", "/review", "main a[href^='/review/statement']", NARROW, "light"),
)


def main() -> None:
    """Build the demo's record, open its desk, and take the pictures."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        record = Path(made) / "lugarno.db"
        build([coverage_path()], record)
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        with serving(str(record)) as (_, address):
            for name, path, link, size, scheme in PICTURES:
                given: Any = {"viewport": size, "color_scheme": scheme}
                page = browser.new_context(**given).new_page()
                _open(page, address.rstrip("/"), path, link)
                page.screenshot(path=folder / f"{name}.png")
                page.context.close()
        browser.close()


def _open(page: Page, address: str, path: str, link: str | None) -> None:
    if path == "/coverage/compare":
        page.goto(f"{address}/coverage")
        page.goto(address + str(page.locator("a[href^='/coverage/story']").first.get_attribute("href")))
        path, link = "", "a[href*='/coverage/compare']"
    if path:
        page.goto(address + path)
    if link:
        page.goto(address + str(page.locator(link).first.get_attribute("href")))
    page.wait_for_selector("figure[data-chart]:not([data-drawn])", state="detached")


if __name__ == "__main__":
    main()
