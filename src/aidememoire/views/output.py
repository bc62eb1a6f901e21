"""Where a view's text goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from aidememoire.errors import AideMemoireError
from aidememoire.store import Place

# What a file gets that was not there before, less what the user's umask takes away.
_NEW_FILE = 0o666
_STDOUT = "standard output"
_DASH = Path("-")


@contextmanager
def suppress_broken_pipe() -> Iterator[None]:
    """Ends quietly where the reader of standard output has gone (`export | head`): nothing is wrong then."""
    try:
        yield
    except BrokenPipeError:
        _drop_buffered()


def _drop_buffered() -> None:
    """Sends what is still buffered nowhere; otherwise Python complains when it flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@contextmanager
def printing() -> Iterator[TextIO]:
    """Standard output for a person: in the terminal's own encoding, "?" for what that lacks.

    Raises AideMemoireError where it is closed or full.
    """
    if sys.stdout is None:
        raise AideMemoireError(f"{_STDOUT} is closed", "leave it open")
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    with suppress_broken_pipe():
        try:
            yield sys.stdout
            sys.stdout.flush()
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            _drop_buffered()
            raise _unwritten(_STDOUT, error) from error


@contextmanager
def writing(path: Path | None, record: Place) -> Iterator[TextIO]:
    """A stream for `path`, which takes the place of what was there only when all is written; None is standard output.

    A device or a pipe is written to and stays what it is; a link stays, and what it leads to is replaced; "-" is
    standard output too. Raises AideMemoireError where the file can't be written, or is the `record` that is being read.
    """
    if path is None or path == _DASH:
        with printing() as out:
            if hasattr(out, "reconfigure"):
                out.reconfigure(encoding="utf-8", errors="strict")
            yield out
        return
    if _same(path, record):
        raise AideMemoireError(f"{path}: is the record itself", "name another file")
    with _replacing(path) if _is_file_or_new(path) else _opened(path) as out:
        yield out


def _same(path: Path, record: Place) -> bool:
    """Whether a path leads to the record's file, by whatever names."""
    try:
        return isinstance(record, Path) and path.samefile(record)
    except OSError:
        return False


def _is_file_or_new(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise _unwritten(path, error) from error


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """What is there is written to as it is: to put a file in the place of a device would take that from everybody."""
    try:
        with path.open("w", encoding="utf-8") as out:
            yield out
    except OSError as error:
        raise _unwritten(path, error) from error


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    target = Path(os.path.realpath(path))
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".aidememoire-", suffix=".part")
    except OSError as error:
        raise _unwritten(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            yield out
        part.chmod(_mode_for(target))
        part.replace(target)
    except BaseException as error:
        with suppress(OSError):
            part.unlink()
        if isinstance(error, OSError):
            raise _unwritten(path, error) from error
        raise


def _mode_for(target: Path) -> int:
    """The permissions that the file has already, or those that any new file of this user gets."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE & ~mask


def _unwritten(where: Path | str, error: OSError) -> AideMemoireError:
    remedy = "free some space" if error.errno == errno.ENOSPC else "choose another place"
    return AideMemoireError(f"{where}: can't be written: {error.strerror}", remedy)
