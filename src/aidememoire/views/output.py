"""Where a view's text goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from aidememoire.errors import AideMemoireError


@contextmanager
def suppress_broken_pipe() -> Iterator[None]:
    """Ends quietly where the reader of standard output has gone (`export | head`): nothing is wrong then."""
    try:
        yield
    except BrokenPipeError:
        # What is still buffered goes nowhere; otherwise Python complains when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def writing(path: Path | None) -> Iterator[TextIO]:
    """A stream for `path`, which takes the place of what was there only when all is written; None is standard output.

    Raises AideMemoireError where the file can't be written.
    """
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")
        with suppress_broken_pipe():
            yield sys.stdout
            sys.stdout.flush()
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise AideMemoireError(f"{path}: can't be written: {error.strerror}", "choose another place") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            yield out
        part.chmod(0o644)
        part.replace(path)
    except BaseException as error:
        with suppress(OSError):
            part.unlink()
        if isinstance(error, OSError):
            raise AideMemoireError(f"{path}: can't be written: {error.strerror}", "choose another place") from error
        raise
