"""Joining the record anew after reviews: in a process of its own, once nobody has said anything for a moment."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from aidememoire.errors import AideMemoireError
from aidememoire.store import open_record

PAUSE_S = 3.0
"""Seconds without a review before the record is joined: a reviewer's next word comes within some."""
AGAIN_S = 15.0
"""Seconds until it is tried again where a build holds the record."""
_PROGRAM = "import sys; from pathlib import Path; from aidememoire.pipeline import rejoin; rejoin(Path(sys.argv[1]))"


def rejoin_apart(record: Path) -> None:
    """Join a record anew in another process, so that pages are answered meanwhile."""
    subprocess.run([sys.executable, "-c", _PROGRAM, str(record)], check=False, capture_output=True)


class Joining:
    """Sees to it that what articles say together follows what people say of single facts."""

    def __init__(self, record: Path, join: Callable[[Path], object] = rejoin_apart, pause: float = PAUSE_S) -> None:
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
