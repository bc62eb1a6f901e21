"""The pages of figures: tolls held against each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from aidememoire.queries.desk.figures import Asked, FigurePage, FiguresPage, figure_page, figures_page
from aidememoire.views.web.asked import PAGE_SIZE, OnShelf, PageNumber, Words
from aidememoire.views.web.pages import found, page

router = APIRouter(tags=["figures"])


@page(router, "/figures", "figures.html")
def figures(
    shelf: OnShelf,
    words: Words = "",
    status: Annotated[
        str | None,
        Query(max_length=30, description="same, compatible, growth, conflict, growth and conflict; or disputed."),
    ] = None,
    unit: Annotated[str | None, Query(max_length=80, description="What was counted.")] = None,
    page_number: PageNumber = 1,
) -> FiguresPage:
    """Figures of one subject: whether they agree, grow or contradict each other."""
    return figures_page(shelf, Asked(words, status or None, unit or None), page_number, PAGE_SIZE)


@page(router, "/figures/{group_id}", "figure.html")
def figure(shelf: OnShelf, group_id: Annotated[str, Path(max_length=80)]) -> FigurePage:
    """One subject: what each telling gives, over time, and what was changed between versions of one report."""
    shown: FigurePage = found(figure_page(shelf, group_id), "group of figures")
    return shown
