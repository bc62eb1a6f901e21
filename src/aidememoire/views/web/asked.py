"""What pages are asked with: the moment that is meant, and the page of a long list."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BeforeValidator

from aidememoire.queries.shelf import Shelf
from aidememoire.views.web.desk import Desk

PAGE_SIZE = 50
"""Rows on a page: what a reader looks through, and what a page of HTML is rendered from in a few milliseconds."""
MOST_PAGES = 100_000
MOST_WORDS = 200
"""Characters of what may be asked for in words."""

# A form sends a day that was left open as "".
Day = Annotated[date | None, BeforeValidator(lambda given: given or None)]
"""An ISO day, or none."""


# What takes long is left to a thread; the rest is done at once, since a thread costs more than it.
async def desk_of(request: Request) -> Desk:
    """The desk that the application serves. The request is answered from its `request.state.edition` or a later one."""
    desk: Desk = request.app.state.desk
    if not desk.settled():
        await run_in_threadpool(desk.now)
    request.state.edition = desk.edition
    return desk


async def shelf_of(
    desk: Annotated[Desk, Depends(desk_of)],
    as_of: Annotated[Day, Query(description="The record as it could have been known on that day.")] = None,
) -> Shelf:
    """The answers of the moment that is meant."""
    return desk.now() if as_of is None else await run_in_threadpool(desk.on, as_of)


OnShelf = Annotated[Shelf, Depends(shelf_of)]
OnDesk = Annotated[Desk, Depends(desk_of)]
PageNumber = Annotated[int, Query(alias="page", ge=1, le=MOST_PAGES, description="The page of the list, from 1.")]
Words = Annotated[str, Query(max_length=MOST_WORDS)]
