"""The pages of positions: who stands where on what, how each moved, and what waits for what."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from aidememoire.queries.desk.deadlocks import DeadlocksPage, deadlocks_page
from aidememoire.queries.desk.positions import (
    IssuePage,
    PositionsAsked,
    PositionsPage,
    issue_page,
    positions_page,
)
from aidememoire.views.web.asked import PAGE_SIZE, OnShelf, PageNumber, Words
from aidememoire.views.web.pages import found, page

router = APIRouter(tags=["positions"])
PARTIES = 20
"""Parties on the page of an issue: each takes a section with its steps and their words."""


@page(router, "/positions", "positions.html")
def positions(
    shelf: OnShelf,
    party: Annotated[
        str | None, Query(max_length=80, description="Only issues on which this actor has a stance.")
    ] = None,
    stance: Annotated[str | None, Query(max_length=40, description="Only issues on which this was last taken.")] = None,
    moved: Annotated[bool, Query(description="Only issues on which somebody moved.")] = False,
    words: Words = "",
    page_number: PageNumber = 1,
) -> PositionsPage:
    """Parties by issues: the stance last taken, the day on which it was told, and from where the party moved."""
    asked = PositionsAsked(party or None, stance or None, moved, words)
    return positions_page(shelf, asked, page_number, PAGE_SIZE)


@page(router, "/positions/deadlocks", "deadlocks.html")
def deadlocks(shelf: OnShelf, page_number: PageNumber = 1) -> DeadlocksPage:
    """What waits for what: conditions, the circles that they close, and the smallest sets of steps that break them."""
    return deadlocks_page(shelf, page_number, PAGE_SIZE)


@page(router, "/positions/{issue_id}", "position.html")
def issue(
    shelf: OnShelf,
    issue_id: Annotated[str, Path(max_length=80)],
    stand: Annotated[str | None, Query(max_length=80, description="The page that shows this stand.")] = None,
    page_number: PageNumber = 1,
) -> IssuePage:
    """How each party moved on an issue, step by step, in its words."""
    shown: IssuePage = found(issue_page(shelf, issue_id, page_number, PARTIES, stand), "issue")
    return shown
