"""Reading in several processes at once. What comes of it is in the order of the documents, as one process gives it."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait

from aidememoire.model.articles import Article, Document, Skipped
from aidememoire.model.facts import Fact
from aidememoire.pipeline.one import read
from aidememoire.reading.model import use_threads

Done = tuple[Article, tuple[Fact, ...]] | Skipped

FEW = 40
"""Documents that one process reads sooner than others are started: two take three seconds to load program and model."""
AHEAD = 4
"""Documents under way or waiting for each process: enough to keep it busy while one long article holds up the order."""
TRIES = 2
"""How often a document is read alone when a process ended on it, before it is given up."""


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_all(documents: Iterable[Document], processes: int) -> Iterator[tuple[Document, Done]]:
    """Each document with its article and facts, or why it is none, in their order.

    A process that ends before its time costs only what it was at: that is read again, each document alone, and one on
    which a process ends twice is skipped.
    """
    rest = iter(documents)
    first = list(islice(rest, FEW))
    if processes < 2 or len(first) < FEW:
        yield from ((document, read(document)) for document in chain(first, rest))
        return
    with _Crew(processes) as crew:
        yield from crew.read(chain(first, rest))


class _Crew:
    """The processes, and the documents that they are at, in order."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool = self._hired()
        self._under_way: deque[tuple[Document, Future[Done]]] = deque()

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def read(self, documents: Iterator[Document]) -> Iterator[tuple[Document, Done]]:
        for document in documents:
            self._under_way.append((document, self._asked(document)))
            if len(self._under_way) >= AHEAD * self._processes:
                yield self._next()
        while self._under_way:
            yield self._next()

    def _next(self) -> tuple[Document, Done]:
        document, future = self._under_way.popleft()
        try:
            return document, future.result()
        except BrokenProcessPool:
            self._hire_anew()
            waiting = [each for each, _ in self._under_way]
            self._under_way.clear()
            done = self._alone(document)
            # Which of them ended the process is not known: those behind it are read alone as well.
            self._under_way.extend((each, _made(self._alone(each))) for each in waiting)
            return document, done

    def _asked(self, document: Document) -> Future[Done]:
        try:
            return self._pool.submit(read, document)
        except BrokenProcessPool as error:
            return _failed(error)

    def _alone(self, document: Document) -> Done:
        for _ in range(TRIES):
            try:
                return self._pool.submit(read, document).result()
            except BrokenProcessPool:
                self._hire_anew()
        mistake = "the process that read it ended each time, for want of memory or by a mistake of the program"
        return Skipped(document.where, mistake, "give it alone, and report it if that fails too")

    def _hire_anew(self) -> None:
        self._pool.shutdown(cancel_futures=True)
        self._pool = self._hired()

    def _hired(self) -> ProcessPoolExecutor:
        # Not forked: the model's threads do not survive that.
        return ProcessPoolExecutor(self._processes, mp_context=get_context("spawn"), initializer=_begin)


def _made(done: Done) -> Future[Done]:
    future: Future[Done] = Future()
    future.set_result(done)
    return future


def _failed(error: BaseException) -> Future[Done]:
    future: Future[Done] = Future()
    future.set_exception(error)
    return future


def _begin() -> None:
    """What a process does first: leave Ctrl-C to the one that asked, and end when that has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_threads(1)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
