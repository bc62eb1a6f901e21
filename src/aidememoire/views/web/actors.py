"""The pages of actors: who is who, and why."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Path, Query

from aidememoire.model.facts import ActorKind
from aidememoire.queries.desk.actors import ActorPage, ActorsPage, Asked, actor_page, actors_page
from aidememoire.views.web.asked import PAGE_SIZE, OnShelf, PageNumber, Words
from aidememoire.views.web.pages import found, page

router = APIRouter(tags=["actors"])

Part = Literal["statements", "encounters", "positions", "commitments", "identity"]
_KINDS: dict[str, ActorKind] = {kind: kind for kind in get_args(ActorKind)}


@page(router, "/actors", "actors.html")
def actors(
    shelf: OnShelf,
    words: Words = "",
    kind: Annotated[str | None, Query(max_length=30, description="person, state, armed group and so on.")] = None,
    page_number: PageNumber = 1,
) -> ActorsPage:
    """Who is named, those in most articles first."""
    return actors_page(shelf, Asked(words, _KINDS.get(kind or "")), page_number, PAGE_SIZE)


@page(router, "/actors/{actor_id}", "actor.html", personal=True)
def actor(
    shelf: OnShelf,
    actor_id: Annotated[str, Path(max_length=80)],
    part: Annotated[Part, Query(description="Which of the actor's records.")] = "statements",
    page_number: PageNumber = 1,
) -> ActorPage:
    """One actor: its names and roles, what it said, whom it met, what it wanted and promised, and why it is one."""
    shown: ActorPage = found(actor_page(shelf, actor_id, part, page_number, PAGE_SIZE), "actor")
    return shown
