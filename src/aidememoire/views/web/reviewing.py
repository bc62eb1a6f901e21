"""The queue that reviewers go through, kept from one word to the next."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from aidememoire.queries.desk.review_queue import Queue, QueueAsked, next_fact
from aidememoire.queries.shelf import Shelf
from aidememoire.views.web.desk import Desk, Edition

_QUEUES: WeakKeyDictionary[Desk, tuple[int, Queue]] = WeakKeyDictionary()


def queue_of(desk: Desk, shelf: Shelf) -> Queue:
    """The queue as it was when articles were last published or joined.

    To put it together takes a second where there are a hundred thousand facts, and a word moves one of them.
    """
    edition = shelf.moment
    if not isinstance(edition, Edition):
        return shelf.kept(Queue)
    joined = edition.number - edition.last_review
    held = _QUEUES.get(desk)
    if held is None or held[0] != joined:
        held = _QUEUES[desk] = (joined, shelf.kept(Queue))
    return held[1]


def following(desk: Desk, shelf: Shelf, kind: str | None, *but: str) -> str | None:
    """The fact to review next, of a kind where one is given."""
    return next_fact(queue_of(desk, shelf), shelf, QueueAsked(kind), *but)
