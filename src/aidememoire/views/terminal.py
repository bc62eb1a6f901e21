"""The terminal: how wide it is, what a line of message may hold, and a reader of standard output who leaves early."""

from __future__ import annotations

import os
import re

from rich.console import Console

# Controls and invisible marks of direction: a file's name may hold them, and would break a message or colour it.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WIDTH = 80


class Screen(Console):
    """A console that leaves it to its caller what a reader's leaving means, where rich would exit with 1."""

    def on_broken_pipe(self) -> None:
        """Raises the BrokenPipeError that is being handled."""
        raise


def width() -> int | None:
    """The width that COLUMNS sets where that is one, 80 where it is 0 (rich would print nothing); None to measure."""
    columns = os.environ.get("COLUMNS", "")
    return _WIDTH if columns.isdigit() and int(columns) == 0 else None


def one_line(message: object) -> str:
    """A message as one line that can be printed anywhere: what is no character of a line becomes U+FFFD."""
    return _UNFIT.sub("\ufffd", str(message))
