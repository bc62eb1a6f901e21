"""`aidememoire copy`: a record from a file into a database, and back."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from aidememoire.store import open_record, place_of
from aidememoire.views.arguments import RecordFile
from aidememoire.views.output import printing
from aidememoire.views.terminal import one_line

Target = Annotated[
    Any,
    typer.Argument(
        help="Where to: a file that is not there yet, or an empty database (postgresql://user@host/database).",
        metavar="TO", show_default=False, parser=place_of,
    ),
]  # fmt: skip


def copy_command(record: RecordFile, to: Target) -> None:
    """Copy a record, with all that people said of it, into a new file or an empty database.

    The copy exports the same, and a further build on it reads nothing anew. The record itself stays as it is.
    """
    source = open_record(record)
    target = open_record(to, create=True)
    try:
        articles = source.copy_to(target)
    except BaseException:
        if target.fresh:
            target.discard()
        raise
    with printing() as out:
        print(f"{one_line(str(to))}: {articles} article{'' if articles == 1 else 's'} copied", file=out)
