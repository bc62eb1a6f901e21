"""The page of an article: its text with every record marked at its place."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from aidememoire.queries.desk.article import ArticlePage, article_page
from aidememoire.views.web.asked import OnShelf
from aidememoire.views.web.pages import found, page

router = APIRouter(tags=["articles"])


@page(router, "/articles/{article_id}", "article.html")
def article(
    shelf: OnShelf,
    article_id: Annotated[str, Path(max_length=80)],
    at: Annotated[
        str | None,
        Query(max_length=20, pattern=r"^(\d{1,9}-\d{1,9})?$", description='The characters to mark, as "120-164".'),
    ] = None,
    kind: Annotated[
        str, Query(max_length=200, description="The kinds of records to show, with commas between them.")
    ] = "",
) -> ArticlePage:
    """An article exactly as it was read, with what is not of the story told apart and every record at its place."""
    start, _, end = (at or "").partition("-")
    place = (int(start), int(end)) if end else None
    shown: ArticlePage = found(article_page(shelf, article_id, place, kind), "article")
    return shown
