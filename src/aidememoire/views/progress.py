"""Progress on a terminal; in a pipe only what was skipped is said."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress as RichProgress
from rich.progress import SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from aidememoire.model.articles import Skipped
from aidememoire.pipeline import Progress
from aidememoire.views.terminal import one_line


class Bar(Progress):
    """A line that counts the articles of a stage; what is skipped is printed above it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bar = RichProgress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TextColumn("{task.completed:.0f}", style="bold"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def stage(self, name: str) -> None:
        """Begins to count anew under the stage's name."""
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(name, total=None)

    def step(self, what: str) -> None:
        """Counts one more."""
        if self._task is not None:
            self._bar.advance(self._task)

    def skipped(self, item: Skipped) -> None:
        """Says at once what was skipped, and why."""
        self._console.print(one_line(f"skipped {item}"), markup=False, emoji=False)
