"""A file to be read: where it lies, what it is called in messages and in ids, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Format = Literal["text", "page", "lines", "json", "table", "warc"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read.

    `where` names it in messages; `name` is the source id of its article, or the beginning of its rows' ids.
    """

    path: Path
    where: str
    name: str
    format: Format


def printable(path: Path | str) -> str:
    """A path as text that can be stored and printed: bytes of a name that are not UTF-8 become U+FFFD."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
