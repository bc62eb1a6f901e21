"""Gives each file of one call a name of its own: its name without the ending, and of its folders what is needed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from aidememoire.intake.sources import printable

# "talks.html" has an ending; "U.N. talks resume" and "2031.03.04" have none.
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}$")


def names_of(files: Iterable[Path]) -> dict[Path, str]:
    """The name of each file, no two alike (the files are given once each).

    A file has its name without the ending. Where files share it, the shortest parent path that tells them apart goes
    before it ("outlet-a/2031-03-04"); where nothing but the ending does, it stays ("2031-03-04.html").
    """
    left = list(files)
    names: dict[Path, str] = {}
    for with_ending in (False, True):
        parts = {file: _parts(file, with_ending) for file in left}
        for depth in range(1, max(map(len, parts.values()), default=0) + 1):
            labels = {file: "/".join(parts[file][-depth:]) for file in left}
            counts = Counter(labels.values())
            names |= {file: label for file, label in labels.items() if counts[label] == 1}
            left = [file for file in left if counts[labels[file]] > 1]
    return names


def ending(file: Path) -> str:
    """The ending of a file's name in small letters (".html"), empty where it has none."""
    found = _ENDING.search(file.name)
    return found[0].lower() if found and found.start() else ""


def _parts(file: Path, with_ending: bool) -> Sequence[str]:
    """The folders and the name of a file, from the root down."""
    *folders, name = (file.parent.resolve() / file.name).parts
    bare = name if with_ending else name[: len(name) - len(ending(file))]
    return [printable(part.strip("/\\")) for part in (*folders, bare)]
