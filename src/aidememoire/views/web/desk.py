"""The record as the desk holds it: its newest edition, and the record as of days that were asked for.

What a page needs is read once for an edition and kept, so that a page costs what it shows and not what the record
holds. Publishing makes a new edition; pages asked for meanwhile are answered from the one before.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from datetime import date
from queue import SimpleQueue
from typing import Any, TypeVar

from aidememoire.model.articles import Article
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Fact
from aidememoire.model.links import Link
from aidememoire.model.reviews import Review
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Found, Place, Reader, Record, Search, open_record
from aidememoire.views.web.days import Days
from aidememoire.views.web.joining import Joining
from aidememoire.views.web.kept import Kept
from aidememoire.views.web.taking_over import take_over

F = TypeVar("F", bound=Fact)
L = TypeVar("L", bound=Link)

SEARCHERS = 2
"""Searches made at once: SQLite works outside of the interpreter, so that two of them use two cores."""


class Edition:
    """One published state of a record, each kind of fact and link read once, when it is first asked for.

    It is `behind` where people have said something of facts that its links do not know yet.

    It keeps the moment of its reader open, so that all kinds are of one state whatever is published meanwhile.
    """

    def __init__(self, reader: Reader, searchers: Sequence[Reader]) -> None:
        self.number = reader.edition()
        self.last_review, self.published = reader.last_review(), reader.published()
        self.behind = reader.joined() < self.last_review
        self._reader = reader
        self._lock = threading.RLock()
        # Searches have readers of their own: the other is held for as long as a kind of fact is read.
        self._searchers: SimpleQueue[Reader] = SimpleQueue()
        for each in searchers:
            self._searchers.put(each)
        self._held: dict[Any, tuple[Any, ...]] = {}

    def articles(self) -> Iterator[Article]:
        """Every article."""
        return iter(self._kept("articles", self._reader.articles))

    def facts(self, kind: type[F], article: str | None = None) -> Iterator[F]:
        """The facts of one class, of all articles or of one."""
        if article is None:
            return iter(self._kept(kind, lambda: self._reader.facts(kind)))
        with self._lock:
            return iter(tuple(self._reader.facts(kind, article)))

    def links(self, kind: type[L]) -> Iterator[L]:
        """The links of one class."""
        return iter(self._kept(kind, lambda: self._reader.links(kind)))

    def decisions(self) -> Iterator[Decision]:
        """What people said of who is who."""
        return iter(self._kept("decisions", self._reader.decisions))

    def reviews(self) -> Iterator[Review]:
        """What people said of single facts."""
        return iter(self._kept("reviews", self._reader.reviews))

    def as_read(self, article: str) -> Iterator[Fact]:
        """The facts of one article as the machine read them."""
        with self._lock:
            return iter(tuple(self._reader.as_read(article)))

    def search(self, asked: Search, limit: int, offset: int) -> Found:
        """What is found in this state of the record."""
        searcher = self._searchers.get()
        try:
            return searcher.search(asked, limit, offset)
        finally:
            self._searchers.put(searcher)

    @property
    def gone(self) -> frozenset[str]:
        """The ids of the facts that people have taken out since the links were made."""
        return self._reader.gone

    def close(self) -> None:
        """Let go of the record; nothing may be asked of it any more."""
        self._reader.close()
        while not self._searchers.empty():
            self._searchers.get().close()

    def held(self) -> dict[Any, tuple[Any, ...]]:
        """What has been read so far."""
        return dict(self._held)

    def hold(self, key: Any, what: tuple[Any, ...]) -> None:
        """Take what would have been read."""
        self._held[key] = what

    def _kept(self, key: Any, read: Any) -> tuple[Any, ...]:
        if key not in self._held:
            with self._lock:
                if key not in self._held:
                    self._held[key] = tuple(read())
        return self._held[key]


class Desk:
    """A record that is being read by several people at once."""

    def __init__(self, record: Place) -> None:
        self.path = record
        self.record: Record = open_record(record)
        self._lock = threading.Lock()
        self._watch = self.record.watch()
        self._seen = (-1, -1)
        self._current = self._opened()
        self._days = Days(record)
        self.pages = Kept()
        self.joining = Joining(record)
        if self.behind:
            self.joining.ask()

    @property
    def edition(self) -> int:
        """The number of the edition that was opened last."""
        return self._current[0]

    def settled(self) -> bool:
        """Whether that is the newest there is."""
        return self._edition() == self._current[0]

    @property
    def name(self) -> str:
        """What to call the record: its file's name without the ending."""
        return self.path.stem

    @property
    def behind(self) -> bool:
        """Whether what articles say together is being joined anew after what people said."""
        edition = self.now().moment
        return isinstance(edition, Edition) and edition.behind

    def now(self) -> Shelf:
        """The newest edition."""
        if not self.settled():
            with self._lock:
                if not self.settled():
                    before = self._current[1].moment
                    self._current = self._opened(before if isinstance(before, Edition) else None)
        return self._current[1]

    def _edition(self) -> int:
        """The number of the newest edition; the record is only asked where something was written to it."""
        stamp = self._watch.stamp()
        seen = self._seen
        if seen[0] != stamp:
            seen = self._seen = (stamp, self.record.edition())
        return seen[1]

    def on(self, day: date) -> Shelf:
        """The record as of a day; the newest edition where all its articles were published by then.

        Raises NotReadyError where that takes longer than a page should, then ask again; NothingToReadError where no
        article was published by then.
        """
        shelf = self.now()
        last = shelf.last_day
        if last is not None and last <= day.isoformat():
            return shelf
        return self._days.on(self._current[0], day)

    def stop(self) -> None:
        """End what goes on beside the answering, and let go of the record."""
        self._days.stop()
        self.joining.stop()
        edition = self._current[1].moment
        if isinstance(edition, Edition):
            edition.close()
        self._watch.close()

    def search(self, shelf: Shelf, asked: Search, limit: int, offset: int) -> Found:
        """What is found in the state of the record that a shelf is of: for one of a day, in the newest."""
        edition = shelf.moment if isinstance(shelf.moment, Edition) else self.now().moment
        assert isinstance(edition, Edition)
        return edition.search(asked, limit, offset)

    def _opened(self, before: Edition | None = None) -> tuple[int, Shelf]:
        while True:
            reader, *searchers = (self.record.reader() for _ in range(1 + SEARCHERS))
            if {each.edition() for each in searchers} == {reader.edition()}:
                edition = Edition(reader, searchers)
                if before is not None:
                    take_over(edition, before)
                return edition.number, Shelf(edition)
            for each in (reader, *searchers):
                each.close()
