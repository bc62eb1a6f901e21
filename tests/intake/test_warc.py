from __future__ import annotations

import gzip
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from aidememoire.intake.files import documents
from aidememoire.model.articles import Document, Skipped
from tests.intake.conftest import Read

pytest.importorskip("fastwarc")

PAGE = (
    '<html lang="en"><head><meta property="og:site_name" content="The Calder Courier">'
    '<meta property="article:published_time" content="2031-03-04T10:00:00Z"></head>'
    "<body><p>The envoy met both delegations in Orlune on Tuesday, number {}.</p></body></html>"
)
CALDER = "http://calder.example/{}"


def record(
    number: int,
    page: bytes | None = None,
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    of: str = "response",
    more: str = "",
) -> bytes:
    body = PAGE.format(number).encode() if page is None else page
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: {of}\r\nWARC-Target-URI: {CALDER.format(number)}\r\n"
        f"WARC-Date: 2031-03-05T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def ids(items: list[Document | Skipped]) -> list[str]:
    return [item.source_id for item in items if isinstance(item, Document)]


def skipped(items: list[Document | Skipped]) -> list[str]:
    return [f"{Path(item.where).name} {item.reason}" for item in items if isinstance(item, Skipped)]


def test_a_page_of_an_archive_keeps_its_address_and_what_it_says_of_itself(read: Read) -> None:
    (item,) = read("crawl.warc", record(1))
    assert isinstance(item, Document)
    assert item.text == "The envoy met both delegations in Orlune on Tuesday, number 1."
    assert (item.source_id, item.url) == ("http://calder.example/1", "http://calder.example/1")
    assert (item.outlet, item.published, item.language) == ("The Calder Courier", "2031-03-04", "en")
    assert item.where.endswith("crawl.warc:byte 0")


def test_a_compressed_archive_reads_the_same(read: Read) -> None:
    assert ids(read("crawl.warc.gz", b"".join(gzip.compress(record(n)) for n in range(3)))) == [
        CALDER.format(n) for n in range(3)
    ]


def test_other_records_are_passed_over_without_a_word(read: Read) -> None:
    others = [
        record(1, of="request"),
        record(2, of="revisit"),
        record(3, status="404 Not Found"),
        record(4, kind="image/png"),
        record(5, of="metadata"),
    ]
    items = read("crawl.warc", b"".join([*others, record(6), *others]))
    assert (ids(items), skipped(items)) == ([CALDER.format(6)], [])


def test_packed_pages_are_unpacked(read: Read) -> None:
    page = PAGE.format(1).encode()
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(page), page)
    items = read(
        "crawl.warc",
        record(1, gzip.compress(page), more="Content-Encoding: gzip\r\n")
        + record(2, chunked, more="Transfer-Encoding: chunked\r\n"),
    )
    assert (ids(items), skipped(items)) == ([CALDER.format(1), CALDER.format(2)], [])


def test_a_bomb_is_refused_and_the_next_page_read(read: Read) -> None:
    bomb = record(1, gzip.compress(b"<p>" + b"q" * 60_000_000), more="Content-Encoding: gzip\r\n")
    items = read("crawl.warc", bomb + record(2))
    assert ids(items) == [CALDER.format(2)]
    assert skipped(items) == ["crawl.warc:byte 0 is larger than 20,000,000 bytes"]


def test_a_page_that_is_not_packed_as_it_says_costs_only_itself(read: Read) -> None:
    items = read(
        "crawl.warc",
        record(1, more="Content-Encoding: gzip\r\n") + record(2, more="Content-Encoding: zip\r\n") + record(3),
    )
    assert ids(items) == [CALDER.format(3)]
    second = len(record(1, more="Content-Encoding: gzip\r\n"))
    assert skipped(items) == [
        "crawl.warc:byte 0 is damaged: it cannot be unpacked (gzip)",
        f"crawl.warc:byte {second} is packed in a way that is not read (zip)",
    ]


@pytest.mark.parametrize("cut", [5, 40, 120, 300, 2000])
@pytest.mark.parametrize("packed", [False, True])
def test_what_came_before_the_end_of_a_broken_archive_is_kept(read: Read, cut: int, packed: bool) -> None:
    long = b"<p>" + os.urandom(4000).hex().encode() + b"</p>"
    records = [record(1), record(2, long)]
    data = [gzip.compress(one) for one in records] if packed else records
    items = read("crawl.warc.gz" if packed else "crawl.warc", data[0] + data[1][:cut])
    assert ids(items) == [CALDER.format(1)]
    assert len(skipped(items)) == 1


def test_a_damaged_record_is_told_once_and_what_follows_is_read(read: Read) -> None:
    broken = bytearray(gzip.compress(record(2, b"<p>" + os.urandom(4000).hex().encode())))
    broken[1000:1100] = bytes(100)
    items = read("crawl.warc.gz", gzip.compress(record(1)) + broken + gzip.compress(record(3)))
    assert ids(items) == [CALDER.format(1), CALDER.format(3)]
    assert len(skipped(items)) == 1


def test_lines_that_belong_to_no_record_do_not_end_the_archive(read: Read) -> None:
    items = read("crawl.warc", record(1) + b"nothing of the kind\r\nat all\r\n\r\n" + record(2))
    assert ids(items) == [CALDER.format(1), CALDER.format(2)]
    assert skipped(items) == ["crawl.warc:byte 0 is damaged in this record or behind it"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "is empty"), (b"The envoy met both.", "is no web archive"), (b"%PDF-1.7 etc.", "is a PDF, not text")],
)
def test_what_is_no_archive_is_refused(read: Read, data: bytes, reason: str) -> None:
    assert skipped(read("crawl.warc", data)) == [f"crawl.warc {reason}"]


def test_without_the_library_the_user_is_told_what_to_install(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    (item,) = read("crawl.warc", record(1))
    assert isinstance(item, Skipped)
    assert item.remedy == "pip install aidememoire[web]"


def test_a_large_archive_is_not_held_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc"
    other = record(0, bytes(1_000_000), kind="image/png")
    with file.open("wb") as archive:
        for number in range(40):
            archive.write(other + record(number))
    tracemalloc.start()
    count = sum(isinstance(item, Document) for item in documents([file]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 40
    assert peak < 10_000_000
