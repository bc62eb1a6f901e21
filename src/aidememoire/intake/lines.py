"""Reads a large file line by line, with a bound on the length of a line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from aidememoire.intake.decoding import codec_of, decoded, errors_for
from aidememoire.intake.limits import CHUNK_BYTES, HEAD_BYTES, MAX_ARTICLE_BYTES
from aidememoire.intake.refusals import RefusedError
from aidememoire.intake.rubbish import refuse_controls, refuse_signature


class Lines:
    """The lines of an open file. `number` is that of the line last given (from 1).

    A line over the limit raises RefusedError when it is asked for; the lines after it can still be had.
    """

    def __init__(self, file: TextIO, limit: int = MAX_ARTICLE_BYTES) -> None:
        self.number = 0
        self._file = file
        self._limit = limit

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self._file.readline(self._limit)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) >= self._limit and not _ends(line):
            self._drop_rest()
            raise RefusedError(f"is a line of more than {self._limit:,} characters", "give one article a line")
        return line

    def _drop_rest(self) -> None:
        while piece := self._file.readline(CHUNK_BYTES):
            if _ends(piece):
                return


@contextmanager
def opened(path: Path, *, newline: str | None) -> Iterator[Lines]:
    """The lines of a file in whatever encoding it has.

    Raises RefusedError where it is no text, OSError as `open` does.
    """
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    refuse_signature(head)
    codec = codec_of(_chunks(path))
    # The head may end within a character: what is cut off at its end does not matter here.
    refuse_controls(head.decode(codec, "ignore") if head else "")
    with path.open(encoding=codec, errors=errors_for(codec), newline=newline) as file:
        yield Lines(file)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            yield chunk


def _ends(line: str) -> bool:
    return line.endswith(("\n", "\r"))


def whole(path: Path, limit: int = MAX_ARTICLE_BYTES) -> bytes:
    """The bytes of a file.

    Raises RefusedError where it is empty, larger than the limit or no text, OSError as `open` does.
    """
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if not data:
        raise RefusedError("is empty", "give the article's text, or leave it out")
    if len(data) > limit:
        raise RefusedError(f"is larger than {limit:,} bytes", "split it into articles, or give them as JSON Lines")
    refuse_signature(data)
    return data


def whole_text(path: Path, limit: int = MAX_ARTICLE_BYTES) -> str:
    """The decoded text of a file. Raises as `whole` does."""
    return decoded(whole(path, limit))
