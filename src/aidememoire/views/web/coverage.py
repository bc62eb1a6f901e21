"""The pages of coverage: stories, how articles are related, and what outlets do to copy."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from aidememoire.queries.desk.compare import ComparePage, compare_page
from aidememoire.queries.desk.coverage import Asked, CoveragePage, StoryPage, coverage_page, story_page
from aidememoire.queries.desk.outlets import OutletsPage, outlets_page
from aidememoire.views.web.asked import PAGE_SIZE, OnShelf, PageNumber, Words
from aidememoire.views.web.pages import found, page

router = APIRouter(tags=["coverage"])


@page(router, "/coverage", "coverage.html")
def coverage(
    shelf: OnShelf,
    words: Words = "",
    outlet: Annotated[str | None, Query(max_length=120, description="Only what this outlet reported.")] = None,
    day: Annotated[
        str | None, Query(max_length=10, pattern=r"^(\d{4}-\d\d-\d\d)?$", description="Only of this ISO day.")
    ] = None,
    page_number: PageNumber = 1,
) -> CoveragePage:
    """What was reported, the latest first: each happening with its articles and how many origins they stand on."""
    return coverage_page(shelf, Asked(words, outlet or None, day or None), page_number, PAGE_SIZE)


# Before the page of one story, which would take their names for its id.
@page(router, "/coverage/compare", "compare.html")
def compare(
    shelf: OnShelf,
    a: Annotated[str, Query(max_length=80, description="The id of an article.")],
    b: Annotated[str, Query(max_length=80, description="The id of another.")],
) -> ComparePage:
    """Two articles side by side: the passages that both have, and what was changed in them."""
    shown: ComparePage = found(compare_page(shelf, a, b), "two articles")
    return shown


@page(router, "/coverage/outlets", "outlets.html")
def outlets(shelf: OnShelf) -> OutletsPage:
    """What each outlet does to the copy of others."""
    return outlets_page(shelf)


@page(router, "/coverage/{story_id}", "story.html")
def story(shelf: OnShelf, story_id: Annotated[str, Path(max_length=80)]) -> StoryPage:
    """One story: its articles, how each two are related, and which of them stand on one origin."""
    shown: StoryPage = found(story_page(shelf, story_id), "story")
    return shown
