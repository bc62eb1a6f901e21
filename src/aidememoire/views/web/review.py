"""The pages of the review: the queue, one fact, what was missed, how far reviewers agree, and the trail."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from aidememoire.queries.desk.review import AddPage, FactPage, TrailPage, add_page, fact_page, trail_page
from aidememoire.queries.desk.review_agreement import AgreementPage, agreement_page
from aidememoire.queries.desk.review_queue import QueueAsked, QueuePage, queue_page
from aidememoire.views.web.asked import PAGE_SIZE, OnDesk, OnShelf, PageNumber
from aidememoire.views.web.pages import found, page
from aidememoire.views.web.review_writes import writes
from aidememoire.views.web.reviewer import Reviewer
from aidememoire.views.web.reviewing import following

router = APIRouter(tags=["review"])
Kind = Annotated[str | None, Query(max_length=40, description="Only facts of this kind.")]
Said = Annotated[int | None, Query(ge=1, le=10**9, description="The number of a word that was just kept.")]
MOST_ROWS = 100_000


@page(router, "/review", "review.html", personal=True)
def review(
    shelf: OnShelf,
    reviewer: Reviewer,
    kind: Kind = None,
    article: Annotated[str | None, Query(max_length=80, description="Only facts of this article.")] = None,
    only: Annotated[Literal["unreviewed", "disagreements", "again", ""], Query(description="Only those.")] = "",
    page_number: PageNumber = 1,
    said: Said = None,
) -> QueuePage:
    """The facts to review: what something disputed hangs on first, then what is in doubt."""
    asked = QueueAsked(kind or None, article or None, only or None)
    return queue_page(shelf, asked, page_number, PAGE_SIZE, reviewer)


@page(router, "/review/agreement", "review_agreement.html", personal=True)
def agreement(shelf: OnShelf) -> AgreementPage:
    """How far reviewers agree, and how often the machine was right by what they said."""
    return agreement_page(shelf)


@page(router, "/review/trail", "review_trail.html", personal=True)
def trail(
    shelf: OnShelf,
    reviewer: Reviewer,
    page_number: PageNumber = 1,
    size: Annotated[int, Query(ge=1, le=MOST_ROWS, description="Rows on a page.")] = PAGE_SIZE,
) -> TrailPage:
    """Everything that people said of facts and of who is who, the latest first."""
    return trail_page(shelf, page_number, size, reviewer)


@page(router, "/review/add", "review_add.html", table=False, personal=True)
def add(
    shelf: OnShelf,
    reviewer: Reviewer,
    article: Annotated[str, Query(max_length=80)],
    kind: Annotated[str, Query(max_length=40)] = "statement",
    start: Annotated[int | None, Query(ge=0, le=10**8)] = None,
    end: Annotated[int | None, Query(ge=0, le=10**8)] = None,
) -> AddPage:
    """A fact that the machine missed: its words, selected in the article, and its fields."""
    shown: AddPage = found(add_page(shelf, article, kind, start, end, reviewer), "article, or no such kind of fact")
    return shown


writes(router)


@page(router, "/review/{fact_id}", "review_fact.html", table=False, personal=True)
def fact(
    desk: OnDesk,
    shelf: OnShelf,
    reviewer: Reviewer,
    fact_id: Annotated[str, Path(max_length=80)],
    kind: Kind = None,
    said: Said = None,
) -> FactPage:
    """One fact under review: its place, the machine's version, and what people said of it."""
    after = following(desk, shelf, kind or None, fact_id)
    shown: FactPage = found(fact_page(shelf, fact_id, reviewer, after), "fact")
    return shown
