"""What several commands are given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated, Any

import typer

from aidememoire.errors import DayError
from aidememoire.pipeline import as_of
from aidememoire.store import Moment, Place, open_record, place_of

# A `Place`: typer knows no type that is one of two. What can't be read is told by the rooms that read it.
RecordFile = Annotated[
    Any,
    typer.Argument(
        help="The record, as `build` made it: a file, or postgresql://user@host/database.",
        metavar="RECORD", show_default=False, parser=place_of,
    ),
]  # fmt: skip
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="The record as it could have been known on a day (2031-03-05)."),
]


def day_from(words: str) -> date:
    """The day that an argument names. Raises DayError where it names none."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise DayError(f"{words!r} is no day", "give it as year, month and day: 2031-03-05") from None


@contextmanager
def moment_of(record: Place, day: str | None) -> Iterator[Moment]:
    """The record as it is, or as it could have been known on a `day`.

    Raises DayError where that is none, RecordError where there is no record, NothingToReadError where it is empty then.
    """
    until = None if day is None else day_from(day)
    with open_record(record).reader() as reader:
        yield reader if until is None else as_of(reader, until)
