"""The page of a day: its brief, and the way from day to day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.concurrency import run_in_threadpool

from aidememoire.queries.desk.today import DayCount, TodayPage, articles_by_day, no_day, today_page
from aidememoire.queries.shelf import Shelf
from aidememoire.views.web.asked import Day, OnDesk
from aidememoire.views.web.pages import page

router = APIRouter(tags=["today"])


@dataclass(frozen=True, slots=True)
class Meant:
    """The day that is meant, the record as it could have been known on it, and the days that have articles."""

    day: date
    shelf: Shelf
    days: tuple[DayCount, ...]


async def meant_day(
    desk: OnDesk,
    day: Annotated[Day, Query(description="The day of the brief; the last one that has articles, if none.")] = None,
    as_of: Annotated[Day, Query(description="No day after this one.")] = None,
) -> Meant | None:
    """The day that is meant; None where the record has no article with a day."""
    days = await run_in_threadpool(desk.now().kept, articles_by_day)
    if as_of is not None:
        days = tuple(d for d in days if d.day <= as_of.isoformat())
    if day is None:
        day = date.fromisoformat(days[-1].day) if days else as_of
    if day is None:
        return None
    day = min(day, as_of) if as_of is not None else day
    return Meant(day, await run_in_threadpool(desk.on, day), days)


@page(router, "/today", "today.html")
def today(
    meant: Annotated[Meant | None, Depends(meant_day)],
    since: Annotated[Day, Query(description="The first day of the brief; that day alone, if none.")] = None,
) -> TodayPage:
    """The brief of a day, from the record as it could have been known on it."""
    if meant is None:
        return no_day()
    # Days before the first article tell nothing: a brief since then is the same.
    first = date.fromisoformat(meant.days[0].day) if meant.days else meant.day
    start = meant.day if since is None else min(max(since, first), meant.day)
    return today_page(meant.shelf, meant.day, start, meant.days)
