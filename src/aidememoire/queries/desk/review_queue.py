"""The queue of facts to review: what matters most first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aidememoire.model.facts import Commitment, Encounter, Fact, Figure, Position, Statement
from aidememoire.model.joined import FigureGroup
from aidememoire.model.kinds import kind_of
from aidememoire.queries.desk.review_cases import Entry, book
from aidememoire.queries.desk.shapes import Cited, Listed, cited_span, listed
from aidememoire.queries.reviews import ReviewedCase
from aidememoire.queries.shelf import Shelf
from aidememoire.record.review.versions import REVIEWED, anchor_of

AGAIN, DISAGREED, DISPUTED, CONTESTED, DOUBTFUL, PLAIN, DONE = range(7)
KEPT = 64
"""Selections kept ready."""


@dataclass(frozen=True, slots=True)
class QueueAsked:
    """Which facts: of a kind, of an article (id), and of these only the unreviewed, those that reviewers disagree on,
    or those to be looked at again.
    """

    kind: str | None = None
    article: str | None = None
    only: str | None = None


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A fact in the queue, why it stands where it stands, and who has said something of it."""

    fact: str
    kind: str
    words: str
    why: str
    reviewers: tuple[str, ...]
    cited: Cited


@dataclass(frozen=True, slots=True)
class Done:
    """How many facts of a kind there are, and how many of them were reviewed."""

    kind: str
    total: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The facts asked for, and how far the review has come."""

    asked: QueueAsked
    rows: tuple[QueueRow, ...]
    listed: Listed
    done: tuple[Done, ...]
    reviewer: str


class Queue:
    """Every fact that is reviewed, in the order of the queue, and the selections that were asked for."""

    def __init__(self, shelf: Shelf) -> None:
        self.entries = tuple(sorted(_entries(shelf), key=lambda e: (e.rank, e.article, e.start, e.fact)))
        self._selected: dict[QueueAsked, tuple[Entry, ...]] = {}
        kinds: dict[str, list[Entry]] = {}
        for entry in self.entries:
            kinds.setdefault(entry.kind, []).append(entry)
        self.done = tuple(Done(k, len(kinds[k]), sum(e.reviewed for e in kinds[k])) for k in REVIEWED if k in kinds)

    def selected(self, asked: QueueAsked) -> tuple[Entry, ...]:
        """The entries that are meant."""
        if asked not in self._selected:
            if len(self._selected) >= KEPT:
                self._selected.clear()
            self._selected[asked] = tuple(e for e in self.entries if _meant(e, asked))
        return self._selected[asked]


def queue_page(shelf: Shelf, asked: QueueAsked, page: int, size: int, reviewer: str) -> QueuePage:
    """A page of the queue."""
    queue = shelf.kept(Queue)
    found = queue.selected(asked)
    rows = tuple(_row(shelf, entry) for entry in found[(page - 1) * size : page * size])
    return QueuePage(asked, rows, listed(len(found), page, size), queue.done, reviewer)


def next_fact(queue: Queue, shelf: Shelf, asked: QueueAsked, *but: str) -> str | None:
    """The first fact of the queue that is none of `but`, and that nobody has reviewed.

    The queue may be of an earlier moment: what was said since is minded.
    """
    said = {id_ for id_, held in book(shelf).by_id.items() if not held.case.again}
    open_ = queue.selected(QueueAsked(asked.kind, asked.article, "unreviewed"))
    return next((e.fact for e in open_ if e.fact not in said and e.fact not in but), None)


def _meant(entry: Entry, asked: QueueAsked) -> bool:
    if asked.kind not in (None, entry.kind) or asked.article not in (None, entry.article):
        return False
    match asked.only:
        case "unreviewed":
            return not entry.reviewed
        case "disagreements":
            return entry.rank == DISAGREED
        case "again":
            return entry.rank == AGAIN
    return True


def _row(shelf: Shelf, entry: Entry) -> QueueRow:
    held = book(shelf).by_id.get(entry.fact)
    fact = book(shelf).facts.get(entry.fact)
    span = anchor_of(fact) if fact else held.case.words[-1].span if held else None
    assert span is not None
    who = tuple(dict.fromkeys(w.reviewer for w in held.case.words)) if held else ()
    return QueueRow(entry.fact, entry.kind, span.text, entry.why, who, cited_span(shelf, entry.article, span))


def _entries(shelf: Shelf) -> Iterator[Entry]:
    cases = {each.case.fact: each for each in book(shelf).cases}
    contested = shelf.kept(_contested)
    for fact in book(shelf).facts.values():
        held = cases.pop(fact.id, None)
        rank, why = _of_case(held) if held else contested.get(fact.id) or _doubt(shelf, fact)
        reviewed = held is not None and not held.case.again
        yield Entry(rank, fact.id, kind_of(type(fact)), fact.article, anchor_of(fact).start, why, reviewed)
    for held in cases.values():
        rank, why = _of_case(held)
        start = held.case.words[-1].span.start
        yield Entry(rank, held.case.fact, held.case.kind, held.article.id, start, why, not held.case.again)


def _of_case(held: ReviewedCase) -> tuple[int, str]:
    if held.case.again:
        return AGAIN, "text and reading have changed since it was reviewed"
    if held.case.disputed:
        return DISAGREED, "reviewers disagree"
    last = held.case.words[-1]
    told = {"accept": "accepted", "correct": "corrected", "reject": "rejected", "add": "added"}
    return DONE, f"{told[last.what]} by {last.reviewer}"


def _contested(shelf: Shelf) -> Mapping[str, tuple[int, str]]:
    """The facts that something disputed hangs on."""
    found: dict[str, tuple[int, str]] = {}
    for group in shelf.moment.links(FigureGroup):
        if group.disputed:
            found |= {m.figure: (CONTESTED, "its figure is in conflict with another") for m in group.members}
    for claim in shelf.claims:
        if claim.disputed:
            found |= {m.statement: (DISPUTED, "a disputed claim stands on it") for m in claim.mentions}
    return found


def _doubt(shelf: Shelf, fact: Fact) -> tuple[int, str]:
    match fact:
        case Commitment(status="alleged broken" | "denied broken"):
            return CONTESTED, "a breach is alleged"
        case Statement(speaker=None) | Position(party=None) | Commitment(by=None) | Encounter(participants=()):
            return DOUBTFUL, "nobody is named who said or did it"
        case Figure(value=None, low=None, high=None):
            return DOUBTFUL, "it has no number"
    if shelf.articles[fact.article].composite:
        return DOUBTFUL, "its page holds several stories"
    return PLAIN, "not yet reviewed"
