"""What a file holds: by the ending of its name, and where that says nothing by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from aidememoire.intake.decoding import codec_of
from aidememoire.intake.limits import HEAD_BYTES
from aidememoire.intake.names import ending
from aidememoire.intake.refusals import RefusedError
from aidememoire.intake.rubbish import refuse_controls, refuse_signature
from aidememoire.intake.sources import Format

_BY_ENDING: Mapping[str, Format] = {
    ".txt": "text", ".text": "text",
    ".html": "page", ".htm": "page", ".xhtml": "page", ".xht": "page",
    ".jsonl": "lines", ".ndjson": "lines", ".json": "json",
    ".csv": "table", ".tsv": "table",
    ".warc": "warc",
}  # fmt: skip

_PACKED_ARCHIVE = ".warc.gz"

# What a saved web page brings along: never articles, and not worth a word when a folder is read.
_PASSED_OVER = frozenset(
    ".avif .bmp .gif .ico .jpe .jpeg .jpg .png .svg .tif .tiff .webp .css .js .mjs .map .eot .otf .ttf .woff .woff2 "
    ".aac .flac .m4a .mp3 .oga .ogg .wav .avi .m4v .mkv .mov .mp4 .ogv .webm".split()
)
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL)
_READ = "give .txt, .html, .jsonl, .json, .csv, .tsv or .warc.gz files, or name the file itself"


def is_page(text: str) -> bool:
    """Whether a text is the source of a web page, by its beginning."""
    return _PAGE.match(text[:HEAD_BYTES]) is not None


def is_passed_over(file: Path) -> bool:
    """Whether a file found in a folder is plainly no article: image, style sheet, script, font, sound, film."""
    return ending(file) in _PASSED_OVER


def format_of(file: Path, *, named: bool) -> Format:
    """The format of a file; `named` where the user named the file itself.

    An unknown ending is looked into: web pages are always read, texts where the user named them or there is no ending
    at all. Raises RefusedError for anything else, OSError where it cannot be opened.
    """
    known = "warc" if file.name.lower().endswith(_PACKED_ARCHIVE) else _BY_ENDING.get(ending(file))
    if known:
        return known
    with file.open("rb") as opened:
        head = opened.read(HEAD_BYTES)
    if head:
        refuse_signature(head)
        text = head.decode(codec_of((head,)), "ignore")
        refuse_controls(text)
        if is_page(text):
            return "page"
    if named or not ending(file):
        return "text"
    raise RefusedError(f"has the ending {ending(file)}, which is not read", _READ)
