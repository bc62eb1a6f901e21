"""The way in: paths become documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from aidememoire.intake.finding import sources
from aidememoire.intake.json_rows import read_json, read_lines
from aidememoire.intake.pages import read_page
from aidememoire.intake.plain import read_plain
from aidememoire.intake.refusals import RefusedError, refused_by_system
from aidememoire.intake.sources import Format, Source
from aidememoire.intake.tables import read_table
from aidememoire.intake.warc import read_warc
from aidememoire.model.articles import Document, Skipped

_READERS: Mapping[Format, Callable[[Source], Iterator[Document | Skipped]]] = {
    "text": read_plain,
    "page": read_page,
    "lines": read_lines,
    "json": read_json,
    "table": read_table,
    "warc": read_warc,
}


def documents(paths: Iterable[Path], own: Iterable[Path] = ()) -> Iterator[Document | Skipped]:
    """Reads files and folders: one document for each article, one `Skipped` for each thing that could not be read.

    Reads text files, web pages, JSON Lines, JSON, CSV, TSV and web archives (WARC). Files of rows and archives are read
    piece by piece, so that their size does not matter. Nothing is raised for bad input: it is skipped with its reason,
    and everything else goes on. Files of the program's `own` that lie in a folder are passed over without a word.
    """
    for source in sources(paths, own):
        if isinstance(source, Skipped):
            yield source
        else:
            yield from _read(source)


def _read(source: Source) -> Iterator[Document | Skipped]:
    try:
        yield from _READERS[source.format](source)
    except RefusedError as refused:
        yield refused.at(source.where)
    except OSError as error:
        yield refused_by_system(error, source.where)
    except UnicodeError:
        yield Skipped(source.where, "is damaged: its encoding breaks off", "save it as UTF-8")
