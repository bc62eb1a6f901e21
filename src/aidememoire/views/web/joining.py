"""Joining the record anew after reviews: in a process of its own, once nobody has said anything for a moment."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable

from aidememoire.errors import AideMemoireError
from aidememoire.store import Place, open_record

PAUSE_S = 3.0
"""Seconds without a review before the record is joined: a reviewer's next word comes within some."""
AGAIN_S = 15.0
"""Seconds until it is tried again where a build holds the record."""
# The place comes by the pipe, where nobody else of the machine can read the password that may stand in it.
_PROGRAM = "import pickle, sys; from aidememoire.pipeline import rejoin; rejoin(pickle.load(sys.stdin.buffer))"


def rejoin_apart(record: Place) -> None:
    """Join a record anew in another process, so that pages are answered meanwhile."""
    given = pickle.dumps(record)
    subprocess.run([sys.executable, "-c", _PROGRAM], input=given, check=False, capture_output=True)


class Joining:
    """Sees to it that what articles say together follows what people say of single facts."""

    def __init__(self, record: Place, join: Callable[[Place], object] = rejoin_apart, pause: float = PAUSE_S) -> None:
        self._record, self._join, self._pause = record, join, pause
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._running = False

    def ask(self, after: float | None = None) -> None:
        """Join the record anew after a pause; whoever asks meanwhile puts it off."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(self._pause if after is None else after, self._run)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Leave it to whoever opens the record next."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()

    def behind(self) -> bool:
        """Whether people have said something since the record was joined."""
        with open_record(self._record).reader() as reader:
            return reader.joined() < reader.last_review()

    def _run(self) -> None:
        with self._lock:
            if self._running:
                return
            self._running = True
        try:
            self._join(self._record)
            late = self.behind()
        except AideMemoireError:
            late = True
        finally:
            with self._lock:
                self._running = False
        if late:
            self.ask(max(self._pause, AGAIN_S))
