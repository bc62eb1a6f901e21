"""What the forms of the review do: each keeps one word, and leads on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Path
from fastapi.requests import Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from aidememoire.errors import ActorError, RecordError, ReviewError
from aidememoire.model.decisions import Decision
from aidememoire.model.kinds import kind_of
from aidememoire.model.reviews import LONGEST_NAME, Named, Review, Word
from aidememoire.pipeline import decide, forget
from aidememoire.pipeline import review as keep
from aidememoire.queries.desk.review_cases import book
from aidememoire.queries.shelf import Shelf
from aidememoire.record.review.correcting import Changes
from aidememoire.record.review.fields import ACTOR_KINDS, FIELDS
from aidememoire.record.review.saying import Saying
from aidememoire.record.roll import Roll
from aidememoire.views.web.asked import OnDesk
from aidememoire.views.web.desk import Desk
from aidememoire.views.web.reviewer import Form, Reviewer, remember, text_of, whole_of
from aidememoire.views.web.reviewing import following

T = TypeVar("T")
FactId = Annotated[str, Path(max_length=80)]
Number = Annotated[int, Path(ge=1, le=10**9)]
MOST_NAMES = 20
"""New names, or names of actors, in one form."""


def writes(router: APIRouter) -> None:
    """Add the routes of the forms. Those with a word of their own go before that of a fact's id."""

    def post(path: str) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
        return router.post(path, status_code=303, response_class=RedirectResponse, responses=_RESPONSES)

    post("/review/reviewer")(name_reviewer)
    post("/review/add")(add)
    post("/review/actors/merge")(merge)
    post("/review/actors/split")(split)
    post("/review/decisions/{number}/forget")(take_back_decision)
    post("/review/words/{number}/undo")(take_back)
    post("/review/{fact_id}")(say)


_RESPONSES: dict[int | str, dict[str, str]] = {
    303: {"description": "It is kept; see what comes next."},
    403: {"description": "The form was not sent by a page of this browser."},
    409: {"description": "It can't be kept now."},
    422: {"description": "It says nothing, or is on nothing."},
}


def name_reviewer(request: Request, form: Form) -> Response:
    """Remember in this browser who reviews."""
    name = " ".join(text_of(form, "reviewer").split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise HTTPException(422, f"a reviewer's name has 1 to {LONGEST_NAME} characters")
    response = _to(_own(text_of(form, "back")) or "/review")
    remember(response, name, secure=request.url.scheme == "https")
    return response


def say(desk: OnDesk, form: Form, reviewer: Reviewer, fact_id: FactId) -> Response:
    """Accept, correct or reject a fact, or say the same as somebody else; then the next of the queue."""
    shelf = desk.now()
    what = text_of(form, "what")
    same = whole_of(form, "same") if what == "same" else None
    words: dict[str, Word] = {"accept": "accept", "correct": "correct", "reject": "reject", "same": "correct"}
    if what not in words:
        raise HTTPException(422, "what: accept, correct, reject or same")
    article, kind = _place(shelf, fact_id)
    changes = _changes(shelf, form, kind) if what == "correct" else Changes()
    saying = Saying(
        reviewer, words[what], article, fact_id, kind, changes, note=text_of(form, "note"), same=same
    )  # fmt: skip
    kept = _keep(desk, saying)
    queue = text_of(form, "kind")[:40] or None
    after = following(desk, desk.now(), queue, fact_id) if text_of(form, "then") != "stay" else kept.fact
    where = f"/review/{after}" if after else "/review"
    return _to(where, said=kept.number, kind=queue)


def add(desk: OnDesk, form: Form, reviewer: Reviewer) -> Response:
    """Add a fact that the machine missed."""
    kind = text_of(form, "kind")
    if kind not in FIELDS:
        raise HTTPException(422, "kind: no kind of fact that can be added")
    start, end = whole_of(form, "start"), whole_of(form, "end")
    changes = _changes(desk.now(), form, kind)
    kept = _keep(
        desk, Saying(reviewer, "add", text_of(form, "article"), None, kind, changes, start, end, text_of(form, "note"))
    )
    return _to(f"/review/{kept.fact}", said=kept.number)


def take_back(desk: OnDesk, form: Form, reviewer: Reviewer, number: Number) -> Response:
    """Take a word on a fact back."""
    shelf = desk.now()
    word = next((r for r in book(shelf).reviews if r.number == number), None)
    article = book(shelf).articles.get(word.source_id) if word else None
    if word is None or article is None:
        raise HTTPException(422, f"there is no word {number} on an article of the record")
    kept = _keep(
        desk, Saying(reviewer, "undo", article.id, word.fact, word.kind, note=text_of(form, "note"), undoes=number)
    )
    held = book(desk.now()).facts.get(word.fact) or book(desk.now()).by_id.get(word.fact)
    return _to(f"/review/{word.fact}" if held else "/review/trail", said=kept.number)


def merge(desk: OnDesk, form: Form, reviewer: Reviewer) -> Response:
    """Say that actors are one: those of the ids or names in `actor`."""
    actors = _several(form, "actor")
    made = _decide(desk, lambda roll, number, at: replace(roll.merge(actors, number, at), by=reviewer or None))
    return _to(_concerned(desk, made))


def split(desk: OnDesk, form: Form, reviewer: Reviewer) -> Response:
    """Say that what a name or an article was joined for is not that actor."""
    actor, names, articles = text_of(form, "actor"), _several(form, "name"), _several(form, "article")
    # A reader knows an article by its address here, the decision by the id that it was given.
    known = desk.now().articles
    articles = [known[each].source_id if each in known else each for each in articles]
    made = _decide(
        desk, lambda roll, number, at: replace(roll.split(actor, names, articles, number, at), by=reviewer or None)
    )
    return _to(_concerned(desk, made))


def take_back_decision(desk: OnDesk, form: Form, reviewer: Reviewer, number: Number) -> Response:
    """Take a decision on who is who back."""
    _told(lambda: forget(desk.path, number))
    return _to("/review/trail")


def _keep(desk: Desk, saying: Saying) -> Review:
    kept = _told(lambda: keep(desk.path, saying))
    desk.joining.ask()
    return kept


def _decide(desk: Desk, word: Callable[[Roll, int, str], Decision]) -> Decision:
    return _told(lambda: decide(desk.path, word))


def _told(do: Callable[[], T]) -> T:
    """What it gives, or why it can't be kept."""
    try:
        return do()
    except (ReviewError, ActorError) as error:
        raise HTTPException(422, str(error)) from error
    except RecordError as error:
        raise HTTPException(409, f"Nothing was kept: {error}") from error


def _place(shelf: Shelf, fact_id: str) -> tuple[str, str]:
    """The article and the kind of a fact."""
    held = book(shelf).by_id.get(fact_id)
    if held is not None:
        return held.article.id, held.case.kind
    fact = book(shelf).facts.get(fact_id)
    if fact is None:
        raise HTTPException(404, "the record has no such fact")
    return fact.article, kind_of(type(fact))


def _changes(shelf: Shelf, form: FormData, kind: str) -> Changes:
    values, parties = {}, {}
    for field in FIELDS.get(kind, ()):
        if field.sort in ("party", "parties"):
            parties[field.name] = _parties(shelf, form, field.name, one=field.sort == "party")
        else:
            values[field.name] = text_of(form, f"f_{field.name}")
    content = None
    if text_of(form, "f_start"):
        content = (whole_of(form, "f_start"), whole_of(form, "f_end"))
    return Changes(values, parties, content)


def _parties(shelf: Shelf, form: FormData, name: str, *, one: bool) -> tuple[Named, ...]:
    """The parties that are chosen, and those that are named by hand: by an actor's id or name, or a new name."""
    chosen = [Named(str(id_), "", "unnamed") for id_ in form.getlist(f"f_{name}") if id_]
    kind = text_of(form, f"k_{name}")
    new = [_named(shelf, each, kind) for each in text_of(form, f"n_{name}").split(";") if each.strip()]
    if one and new:
        return (new[0],)
    return tuple([*chosen, *new][: 1 if one else MOST_NAMES])


def _named(shelf: Shelf, given: str, kind: str) -> Named:
    text = " ".join(given.split())
    actor = shelf.actors.get(text) or next((a for a in shelf.actors.values() if a.name == text), None)
    if actor is not None:
        return Named("", actor.name, actor.kind)
    return Named("", text, kind if kind in ACTOR_KINDS else "person")  # type: ignore[arg-type]


def _several(form: FormData, name: str) -> list[str]:
    return [str(each).strip() for each in form.getlist(name) if str(each).strip()][:MOST_NAMES]


def _concerned(desk: Desk, decision: Decision) -> str:
    """The page of the actor that a decision is on, as it is now."""
    names = {bearer.name for bearer in (*decision.who, *decision.others)}
    actors = [a for a in desk.now().actors.values() if names & {a.name, *a.aliases}]
    return f"/actors/{max(actors, key=lambda a: (len(a.parties), a.id)).id}" if actors else "/review/trail"


def _own(path: str) -> str | None:
    """The path, where it is one of the desk's own."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and "\n" not in path else None


def _to(path: str, **given: object) -> Response:
    query = urlencode({name: value for name, value in given.items() if value is not None})
    return RedirectResponse(path + (f"?{query}" if query else ""), 303)
