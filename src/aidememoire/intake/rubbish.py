"""Tells text from what is no text: images, archives, office files, random bytes."""

from __future__ import annotations

import re

from aidememoire.intake.limits import MAX_CHARACTERS
from aidememoire.intake.refusals import AS_TEXT, RefusedError

# The first bytes of what is most often saved under the wrong name. PDF and RTF are nearly pure ASCII, so that nothing
# but these bytes gives them away.
_SIGNATURES = (
    (b"\x89PNG", "a PNG image", "give the article's text instead"),
    (b"\xff\xd8\xff", "a JPEG image", "give the article's text instead"),
    (b"GIF87a", "a GIF image", "give the article's text instead"),
    (b"GIF89a", "a GIF image", "give the article's text instead"),
    (b"RIFF", "a sound, film or image", "give the article's text instead"),
    (b"%PDF-", "a PDF", AS_TEXT),
    (b"{\\rtf", "an RTF file", AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an old office file", AS_TEXT),
    (b"PK\x03\x04", "a ZIP archive or office file", f"unpack it, or {AS_TEXT}"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "export its articles as JSON Lines"),
    (b"\x7fELF", "a program", ""),
)

# The controls of ASCII but for tab, newline, form feed and return. Those of Latin-1 (80 to 9F) are not counted:
# quotation marks that were converted twice become such.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NEVER_TEXT = re.compile("[\x00\ud800-\udfff]")

# Random bytes read as Latin-1 are 11 % controls; articles damaged by old newsroom systems have under one in a thousand.
_MOST_CONTROLS = 0.05


def refuse_signature(head: bytes) -> None:
    """Raises RefusedError where the first bytes of a file are those of an image, an archive or an office file."""
    for signature, what, remedy in _SIGNATURES:
        if head.startswith(signature):
            raise RefusedError(f"is {what}, not text", remedy)


def refuse_rubbish(text: str) -> None:
    """Raises RefusedError where a decoded text has NULs, lone surrogates or more than 5 % control characters."""
    if _NEVER_TEXT.search(text):
        raise RefusedError("holds characters that no text has (NUL or half a surrogate pair)", AS_TEXT)
    refuse_controls(text)


def refuse_controls(text: str) -> None:
    """Raises RefusedError where more than 5 % of a text are control characters."""
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise RefusedError("is binary data, not text", AS_TEXT)


def refuse_unfit(text: str, what: str = "it") -> None:
    """Raises RefusedError where a text cannot be an article: rubbish, no letter in it, or over 5 million characters."""
    if not text or text.isspace():
        raise RefusedError(f"there is no text in {what}", "give the article's text, or leave it out")
    if len(text) > MAX_CHARACTERS:
        raise RefusedError(f"its text is longer than {MAX_CHARACTERS:,} characters", "split it into articles")
    refuse_rubbish(text)
    if not any(character.isalpha() for character in text):
        raise RefusedError(f"there is no word in {what}", "give the article's text, or leave it out")
