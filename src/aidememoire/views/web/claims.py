"""The pages of claims: accusation and denial side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from aidememoire.queries.desk.claims import Asked, ClaimPage, ClaimsPage, claim_page, claims_page
from aidememoire.views.web.asked import PAGE_SIZE, OnShelf, PageNumber, Words
from aidememoire.views.web.pages import found, page

router = APIRouter(tags=["claims"])


@page(router, "/claims", "claims.html")
def claims(
    shelf: OnShelf,
    party: Annotated[
        str | None, Query(max_length=80, description="Only those that this actor asserts or denies.")
    ] = None,
    track: Annotated[str | None, Query(max_length=80, description="Only those told by articles on this track.")] = None,
    disputed: Annotated[bool, Query(description="Only those that are denied.")] = False,
    single_origin: Annotated[bool, Query(description="Only those that stand on one origin.")] = False,
    words: Words = "",
    page_number: PageNumber = 1,
) -> ClaimsPage:
    """Claims: who asserts, who denies, and how many independent origins stand behind each."""
    asked = Asked(party or None, track or None, disputed, single_origin, words)
    return claims_page(shelf, asked, page_number, PAGE_SIZE)


@page(router, "/claims/{claim_id}", "claim.html")
def claim(shelf: OnShelf, claim_id: Annotated[str, Path(max_length=80)]) -> ClaimPage:
    """One claim: each telling of both sides, with its origins and their reasons."""
    shown: ClaimPage = found(claim_page(shelf, claim_id), "claim")
    return shown
