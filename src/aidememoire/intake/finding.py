"""Finds the files to read: paths and folders become a list of sources, in a fixed order, each file once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from aidememoire.intake.formats import format_of, is_passed_over
from aidememoire.intake.names import names_of
from aidememoire.intake.refusals import RefusedError, refused_by_system
from aidememoire.intake.sources import Format, Source, printable
from aidememoire.model.articles import Skipped

_Found = tuple[Path, Format]
_NO_FILE = "give a file or a folder; save what comes from a pipe or a device as a file first"


def sources(paths: Iterable[Path], own: Iterable[Path] = ()) -> list[Source | Skipped]:
    """The files that the paths stand for, in their order, and what was refused. Folders are sorted, with all below.

    A file that is reached twice is read once. Hidden files in a folder are left alone, so are symbolic links that lead
    back to a folder already visited, and files of the program's `own`.
    """
    found = _Finder(own).all(paths)
    files = [item for item in found if not isinstance(item, Skipped)]
    names = {file: name for alike in _kinds(files) for file, name in names_of(alike).items()}
    return [
        item if isinstance(item, Skipped) else Source(item[0], printable(item[0]), names[item[0]], item[1])
        for item in found
    ]


def _kinds(files: Iterable[_Found]) -> tuple[list[Path], list[Path]]:
    """Files of one article and files of many, whose names cannot clash: those of rows get a line number."""
    files = list(files)
    return (
        [path for path, kind in files if kind in ("text", "page")],
        [path for path, kind in files if kind not in ("text", "page")],
    )


class _Finder:
    """Walks paths and folders, and remembers what it has been to."""

    def __init__(self, own: Iterable[Path]) -> None:
        self._been: set[str] = set()
        self._own = {os.path.realpath(path) for path in own}

    def all(self, paths: Iterable[Path]) -> list[_Found | Skipped]:
        """What the paths stand for."""
        found: list[_Found | Skipped] = []
        for path in paths:
            found.extend(self._given(path))
        return found

    def _given(self, path: Path) -> Iterator[_Found | Skipped]:
        mode = _mode(path)
        if isinstance(mode, Skipped):
            yield mode
        elif stat.S_ISDIR(mode):
            yield from self._folder(path)
        else:
            yield from self._file(path, mode, named=True)

    def _folder(self, folder: Path) -> Iterator[_Found | Skipped]:
        """Everything below a folder, depth first without recursion: folders can be nested thousands deep."""
        empty = True
        todo = [folder]
        while todo:
            path = todo.pop()
            mode = _mode(path)
            if isinstance(mode, Skipped):
                yield mode
            elif stat.S_ISDIR(mode):
                inside = self._inside(path)
                if isinstance(inside, Skipped):
                    yield inside
                else:
                    todo.extend(inside)
            elif not is_passed_over(path) and os.path.realpath(path) not in self._own:
                for item in self._file(path, mode, named=False):
                    empty = empty and isinstance(item, Skipped)
                    yield item
        if empty:
            yield Skipped(
                printable(folder), "there is no article in this folder", "give a folder of text files or pages"
            )

    def _inside(self, folder: Path) -> list[Path] | Skipped:
        """The paths in a folder, last first; none where it was visited already."""
        if self._known(folder):
            return []
        try:
            paths = sorted(folder.iterdir(), reverse=True)
        except OSError as error:
            return refused_by_system(error, printable(folder))
        visible = [path for path in paths if not path.name.startswith(".")]
        names = {path.name for path in visible}
        return [path for path in visible if not _belongs_to_page(path, names)]

    def _file(self, path: Path, mode: int, *, named: bool) -> Iterator[_Found | Skipped]:
        if self._known(path):
            return
        where = printable(path)
        if not stat.S_ISREG(mode):
            yield Skipped(where, "is neither a file nor a folder", _NO_FILE)
            return
        try:
            yield path, format_of(path, named=named)
        except RefusedError as refused:
            yield refused.at(where)
        except OSError as error:
            yield refused_by_system(error, where)

    def _known(self, path: Path) -> bool:
        real = os.path.realpath(path)
        known = real in self._been
        self._been.add(real)
        return known


def _mode(path: Path) -> int | Skipped:
    """What the file system says a path is."""
    where = printable(path)
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            return Skipped(where, "is a link to nothing", "mend the link, or leave it out")
        return Skipped(where, "there is no such file or folder", "check the path")
    except OSError as error:
        return refused_by_system(error, where)
    except ValueError:
        return Skipped(where.replace("\x00", "\ufffd"), "is not a path", "check the path")


def _belongs_to_page(folder: Path, names: set[str]) -> bool:
    """Whether a folder holds the parts of a web page that a browser saved beside it: "talks_files" of "talks.html"."""
    stem = folder.name.removesuffix("_files")
    return stem != folder.name and not names.isdisjoint((f"{stem}.html", f"{stem}.htm"))
