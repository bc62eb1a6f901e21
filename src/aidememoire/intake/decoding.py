"""Bytes to text: which encoding a file is in, decided from all of its bytes and always in the same way.

A byte order mark decides. Without one: NULs at every other byte are UTF-16; bytes that are valid UTF-8 are UTF-8; so
are bytes with more valid than broken UTF-8 sequences (a damaged file: what is broken becomes U+FFFD); the rest is
Windows-1252, or Latin-1 where it has one of the five bytes that Windows-1252 does not define. Without bytes 80 to 9F
the last two are the same.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from aidememoire.intake.refusals import AS_TEXT, RefusedError

# UTF-32 before UTF-16: the UTF-32 LE mark begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_IN_1252 = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_BROKEN = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")

# Of the bytes of English UTF-16 nearly half are NUL, all on one side. A quarter is asked for, that a stray NUL may not
# make another script of a short text.
_LEAST_NULS = 4


@dataclass(slots=True)
class _Tally:
    """What the bytes of a file are like."""

    length: int = 0
    well_formed: int = 0
    broken: int = 0
    even_nuls: int = 0
    odd_nuls: int = 0
    outside_1252: bool = False

    def count(self, data: bytes, decoded: str) -> None:
        """Counts a chunk, and what of it came out of a UTF-8 decoder with surrogate escapes."""
        beyond = len(_BEYOND_ASCII.findall(decoded))
        broken = len(_BROKEN.findall(decoded)) if beyond else 0
        self.broken += broken
        self.well_formed += beyond - broken
        self._count_nuls(data)
        self.outside_1252 = self.outside_1252 or any(byte in data for byte in _NOT_IN_1252)
        self.length += len(data)

    def _count_nuls(self, data: bytes) -> None:
        if 0 not in data:
            return
        first, second = data[::2].count(0), data[1::2].count(0)
        if self.length % 2:
            first, second = second, first
        self.even_nuls += first
        self.odd_nuls += second

    def utf16(self) -> str | None:
        """The byte order that the NULs speak of: English text has them all on one side."""
        fewer, more = sorted((self.even_nuls, self.odd_nuls))
        if self.length % 2 or more * _LEAST_NULS < self.length or fewer * 10 > more:
            return None
        return "utf-16-le" if self.odd_nuls > self.even_nuls else "utf-16-be"

    def codec(self) -> str:
        """The encoding of a file without a byte order mark."""
        wide = self.utf16() if self.even_nuls or self.odd_nuls else None
        if wide:
            return wide
        if not self.broken or self.well_formed > self.broken:
            return "utf-8"
        return "latin-1" if self.outside_1252 else "cp1252"


def codec_of(chunks: Iterable[bytes]) -> str:
    """The name of the codec of a file given in chunks (of any size); constant memory."""
    chunks = iter(chunks)
    first = next(chunks, b"")
    for mark, codec in _MARKS:
        if first.startswith(mark):
            return codec
    tally = _Tally()
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    for chunk in chain((first,), chunks):
        tally.count(chunk, decoder.decode(chunk))
    tally.count(b"", decoder.decode(b"", final=True))
    return tally.codec()


def errors_for(codec: str) -> str:
    """How a decoder has to treat what is broken: U+FFFD in UTF-8, an error in every other encoding."""
    return "replace" if codec in ("utf-8", "utf-8-sig") else "strict"


def decoded(data: bytes, codec: str | None = None) -> str:
    """The text of a file's bytes, without a byte order mark. Raises RefusedError where they are broken UTF-16 or 32."""
    codec = codec or codec_of((data,))
    try:
        return data.decode(codec, errors_for(codec)).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise RefusedError(f"is damaged: byte {error.start + 1:,} is not valid {codec}", AS_TEXT) from error
