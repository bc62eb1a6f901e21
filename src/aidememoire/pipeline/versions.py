"""By which version of the program, from which words: what decides whether an article is read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from aidememoire.model.articles import Document
from aidememoire.model.ids import content_id

# The rooms whose code and data decide what is read from one text.
READING_ROOMS = ("model", "lexicon", "intake", "text", "reading", "extract")
# And those that decide what many articles say together.
LINKING_ROOMS = ("model", "lexicon", "lineage", "record")


@cache
def reader_version() -> str:
    """A digest of all that decides what is read from a text: a new version of the program reads every article again."""
    return _digest(READING_ROOMS)


@cache
def linker_version() -> str:
    """A digest of all that decides what articles say together: a new version of the program joins them again."""
    return _digest(LINKING_ROOMS)


def _digest(rooms: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for room in rooms:
        root = Path(str(files("aidememoire") / room))
        for path in sorted(p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def version_for(document: Document) -> str:
    """The version under which a document's facts are kept: the program's, and what was given beside the text."""
    given = (document.title, document.outlet, document.published, document.url, document.language, document.marks)
    return content_id(reader_version(), *given)


def article_id(document: Document) -> str:
    """The id of the article that a document becomes."""
    return content_id("article", document.source_id, document.text)
