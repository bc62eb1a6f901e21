"""What several commands are given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# `readable=False`: what can't be read is told by the rooms that read it, and stops nothing else.
RecordFile = Annotated[
    Path, typer.Argument(help="The record, as `build` made it.", metavar="RECORD", show_default=False, readable=False)
]
