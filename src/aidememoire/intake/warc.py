"""Reads web archives (WARC, plain or compressed): each page that was answered with success is one article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from aidememoire.intake.limits import CHUNK_BYTES, MAX_ARTICLE_BYTES
from aidememoire.intake.page_decoding import decoded_page
from aidememoire.intake.pages import document_of_page
from aidememoire.intake.refusals import RefusedError
from aidememoire.intake.rubbish import refuse_signature
from aidememoire.intake.sources import Source
from aidememoire.model.articles import Document, Skipped

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
# Where the next record may begin: each is a member of its own in a compressed archive.
_MEMBER, _RECORD = b"\x1f\x8b\x08", b"\nWARC/1."
_SUCCESS = 200
_AGAIN = "fetch or copy the archive again"


def read_warc(source: Source) -> Iterator[Document | Skipped]:
    """One document for each `response` of status 200 that holds a web page, one refusal for each that can't be read.

    Other records are passed over. The address is that of the record, and the source id too, so that an article keeps
    it from crawl to crawl. Reading goes on behind a damaged record. Raises RefusedError where the file is empty, is no
    archive, or the library that reads archives is missing, OSError as `open` does.
    """
    try:
        import fastwarc  # noqa: F401
    except ImportError as error:
        raise RefusedError("is a web archive, which takes a library to read", "pip install aidememoire[web]") from error
    with source.path.open("rb") as file:
        yield from _all(source, file, _mark_of(file))


def _mark_of(file: BinaryIO) -> bytes:
    """The bytes that a record of the archive begins with, by how the archive begins."""
    head = file.read(len(_RECORD))
    if not head:
        raise RefusedError("is empty", "give a web archive with records")
    if head.startswith(_MEMBER):
        return _MEMBER
    if _RECORD[1:].startswith(head[: len(_RECORD) - 1]):
        return _RECORD
    refuse_signature(head)
    raise RefusedError("is no web archive", "give a .warc or .warc.gz file, or name the file by what it holds")


def _all(source: Source, file: BinaryIO, mark: bytes) -> Iterator[Document | Skipped]:
    """The articles from the first record to the last, begun anew behind each damage; damage in a row is told once."""
    start: int | None = 0
    whole = True
    while start is not None:
        at = start
        try:
            for record, at in _records(file, start):
                whole = True
                item = _item(record, f"{source.where}:byte {at}")
                if item:
                    yield item
            damaged = False
        except OSError:
            damaged = True
        start = _next(file, at + 1, mark)
        if whole and (damaged or start is not None):
            whole = False
            yield Skipped(f"{source.where}:byte {at}", "is damaged in this record or behind it", _AGAIN)


def _records(file: BinaryIO, start: int) -> Iterator[tuple[WarcRecord, int]]:
    """The records from a byte of the file on, each with the byte at which it begins."""
    from fastwarc.warc import ArchiveIterator

    file.seek(start)
    for record in ArchiveIterator(file, parse_http=True, auto_decode="none"):
        yield record, record.stream_pos


def _next(file: BinaryIO, start: int, mark: bytes) -> int | None:
    """Where a record may begin, at or behind a byte of the file; None where none does."""
    file.seek(start)
    held = b""
    while chunk := file.read(CHUNK_BYTES):
        data = held + chunk
        found = data.find(mark)
        if found >= 0:
            return start + found + mark.startswith(b"\n")
        held = data[-len(mark) + 1 :]
        start += len(data) - len(held)
    return None


def _item(record: WarcRecord, where: str) -> Document | Skipped | None:
    """What a record holds, None where it is no page that was answered with success."""
    from fastwarc.warc import WarcRecordType

    if "Content-Length" not in record.headers:
        return Skipped(where, "is damaged: its header breaks off", _AGAIN)
    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    if record.http_headers is None or record.http_headers.status_code is None:
        return Skipped(where, "is damaged: its answer has no status", _AGAIN)
    if record.http_headers.status_code != _SUCCESS or record.http_content_type not in _PAGES:
        return None
    try:
        return _page(record, where)
    except RefusedError as refused:
        return refused.at(where)
    except UnicodeError:
        return Skipped(where, "is damaged: its encoding breaks off", _AGAIN)


def _page(record: WarcRecord, where: str) -> Document:
    """The document of a record's page. Raises RefusedError where it breaks off, is too large or shows no text."""
    address = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    if not address:
        raise RefusedError("has no address (WARC-Target-URI)", _AGAIN)
    data = record.reader.read(MAX_ARTICLE_BYTES + 1)
    if len(data) <= MAX_ARTICLE_BYTES and len(data) < record.content_length:
        raise RefusedError("is damaged: it breaks off", _AGAIN)
    page = document_of_page(decoded_page(_unpacked(record, data)), address, where)
    return replace(page, url=address)


def _unpacked(record: WarcRecord, data: bytes) -> bytes:
    """The page as it was before the server packed it. Raises RefusedError where that is too large or can't be done."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader

    readers = {"chunked": ChunkedReader, "gzip": GzipReader, "x-gzip": GzipReader, "br": BrotliReader}
    headers = record.http_headers
    assert headers is not None
    given = [headers.get(name) or "" for name in ("Transfer-Encoding", "Content-Encoding")]
    for way in (part.strip().lower() for ways in given for part in reversed(ways.split(","))):
        if len(data) > MAX_ARTICLE_BYTES:
            break
        if way in ("", "identity"):
            continue
        if way not in readers:
            raise RefusedError(f"is packed in a way that is not read ({way})", "fetch the page without it")
        try:
            data = readers[way](BytesIO(data)).read(MAX_ARTICLE_BYTES + 1)
        except OSError as error:
            raise RefusedError(f"is damaged: it cannot be unpacked ({way})", _AGAIN) from error
    if len(data) > MAX_ARTICLE_BYTES:
        raise RefusedError(f"is larger than {MAX_ARTICLE_BYTES:,} bytes", "leave it out")
    return data
