"""The record as of days that readers ask for, put together by a process of its own.

What articles say together is found anew from those of then: seconds for a hundred of them, minutes for thousands. In
the process that answers readers it would keep all of them waiting.
"""

from __future__ import annotations

import signal
import threading
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from aidememoire.errors import AideMemoireError
from aidememoire.pipeline import as_of
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Held, Place, open_record

DAYS_KEPT = 4
"""Days held at once: each is a record of its own in memory."""
PATIENCE_S = 3.0
"""Seconds that a page waits for a day before it says that it is being put together."""


class NotReadyError(Exception):
    """The record of that day is being put together."""


class Days:
    """The record of days, those asked for last."""

    def __init__(self, record: Place) -> None:
        self._held: OrderedDict[tuple[int, date], Future[Shelf]] = OrderedDict()
        self._lock = threading.Lock()
        self._asking = ThreadPoolExecutor(1, "as-of")
        self._helper = _Helper(record)

    def on(self, edition: int, day: date) -> Shelf:
        """The record of a day, of an edition of it.

        Raises NotReadyError where that takes longer than a page should: ask again; NothingToReadError where no article
        was published by then.
        """
        key = (edition, day)
        with self._lock:
            if key not in self._held:
                self._held[key] = self._asking.submit(self._helper.known, day)
            self._held.move_to_end(key)
            while len(self._held) > DAYS_KEPT:
                self._held.popitem(last=False)[1].cancel()
            future = self._held[key]
        try:
            return future.result(PATIENCE_S)
        except NotYet:
            raise NotReadyError from None
        except AideMemoireError:
            with self._lock:
                self._held.pop(key, None)
            raise

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self._helper.stop()
        self._asking.shutdown(cancel_futures=True)


class _Helper:
    """The process, begun when it is first asked; only one thread may ask."""

    def __init__(self, record: Place) -> None:
        self._record = record
        self._lock = threading.Lock()
        self._stopped = False
        self._process: tuple[Connection, SpawnProcess] | None = None

    def known(self, day: date) -> Shelf:
        try:
            connection = self._begun()
            connection.send(day)
            answer = connection.recv()
        except (EOFError, OSError):
            self._end()
            told = f"the record as of {day}: the process that puts it together ended"
            raise AideMemoireError(told, "ask again; if it ends again, the machine may be short of memory") from None
        if isinstance(answer, AideMemoireError):
            raise answer
        assert isinstance(answer, Held)
        return Shelf(answer)

    def stop(self) -> None:
        self._stopped = True
        self._end()

    def _begun(self) -> Connection:
        with self._lock:
            if self._stopped:
                raise EOFError
            if self._process is None:
                context = get_context("spawn")
                here, there = context.Pipe()
                process = context.Process(target=_answer, args=(self._record, there), name="as-of", daemon=True)
                process.start()
                there.close()
                self._process = (here, process)
            return self._process[0]

    def _end(self) -> None:
        with self._lock:
            ended, self._process = self._process, None
        if ended is not None:
            ended[1].terminate()


def _answer(record: Place, asked: Connection) -> None:
    """What the process does: for each day that it is sent, send the record of it, or the error."""
    # Ctrl-C reaches every process of a terminal; the desk's own ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # It ends with whoever asks: nobody is left to hear more.
    with suppress(EOFError, BrokenPipeError):
        while True:
            day = asked.recv()
            try:
                with open_record(record).reader() as reader:
                    asked.send(as_of(reader, day))
            except AideMemoireError as error:
                asked.send(error)
