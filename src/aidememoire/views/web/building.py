"""A record that is built while the desk already answers: how far it is, then the desk itself."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from aidememoire.errors import AideMemoireError
from aidememoire.model.articles import Skipped
from aidememoire.pipeline import Progress, build
from aidememoire.store import Place
from aidememoire.views.web.desk import Desk

SHOWN = 20
"""Skipped articles that the page names, the last ones."""


class Construction(Progress):
    """The building of a folder's record, in a thread of its own.

    `count` articles of the `name`d stage are done, `refused` were skipped; `failed` says why it came to nothing.
    """

    def __init__(self, folder: Path, record: Place, done: Callable[[Desk], None]) -> None:
        self.folder, self.record = folder, record
        self.name, self.count = "starting", 0
        self.refused: list[Skipped] = []
        self.failed: str | None = None
        self._done = done
        self._stop = False
        self._thread = threading.Thread(target=self._run, name="build", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Stop at the next article, and wait for that: what was read by then is kept for the next build."""
        self._stop = True
        self._thread.join()

    def stage(self, name: str) -> None:
        """A stage begins."""
        self.name, self.count = name, 0

    def step(self, what: str) -> None:
        """One article is done. Raises KeyboardInterrupt where the build is to stop."""
        self.count += 1
        if self._stop:
            raise KeyboardInterrupt

    def skipped(self, item: Skipped) -> None:
        """Something could not be read."""
        self.refused.append(item)

    def told(self) -> str:
        """How far it is, in a sentence."""
        if self.failed:
            return self.failed
        count = f": {self.count} articles" if self.count else ""
        return f"{self.folder} is being built into {self.record.name}; {self.name}{count}."

    def _run(self) -> None:
        try:
            build([self.folder], self.record, self)
            self._done(Desk(self.record))
        except AideMemoireError as error:
            self.failed = str(error)
        except KeyboardInterrupt:
            self.failed = "stopped; the record holds what it held before"
        except Exception as error:
            self.failed = f"the program failed ({type(error).__name__}: {error}); please report this"
