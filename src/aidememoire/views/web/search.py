"""The search page: words over all that the record holds."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BeforeValidator

from aidememoire.model.reading import Act
from aidememoire.queries.desk.search import Asked, SearchPage, search_page
from aidememoire.store.search import Kind
from aidememoire.views.web.asked import OnDesk, OnShelf, PageNumber, Words
from aidememoire.views.web.pages import page

router = APIRouter(tags=["search"])

# A form sends what was left blank as "".
_Blank = BeforeValidator(lambda given: given or None)


@page(router, "/search", "search.html")
def search(
    desk: OnDesk,
    shelf: OnShelf,
    q: Words = "",
    kind: Annotated[Kind | None, _Blank, Query(description="Only what is of that kind.")] = None,
    party: Annotated[str, Query(max_length=80, description="Only what speaks of this actor, or is said by it.")] = "",
    outlet: Annotated[str, Query(max_length=200, description="Only of this outlet.")] = "",
    first: Annotated[date | None, _Blank, Query(alias="from", description="Published on that day or later.")] = None,
    last: Annotated[date | None, _Blank, Query(alias="to", description="Published on that day or before.")] = None,
    act: Annotated[Act | None, _Blank, Query(description="Only statements of that act.")] = None,
    as_of: date | None = None,
    page_number: PageNumber = 1,
) -> SearchPage:
    """Search: words, "phrases", -not and prefix* over statements, claims, the process, figures and whole articles."""
    asked = Asked(q, kind, party or None, outlet or None, _iso(first), _iso(last), act)
    return search_page(shelf, partial(desk.search, shelf), asked, as_of, page_number)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
