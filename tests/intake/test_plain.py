from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Document, Skipped

Read = Callable[[str, str | bytes], list[Document | Skipped]]


def reason(items: list[Document | Skipped]) -> str:
    (item,) = items
    assert isinstance(item, Skipped)
    return item.reason


def test_the_text_is_the_file(read: Read) -> None:
    (document,) = read("2031-03-04.txt", "Talks resume\n\n  LUGARNO: The envoy said “no”.\n")
    assert isinstance(document, Document)
    assert document.source_id == "2031-03-04"
    assert document.text == "Talks resume\n\n  LUGARNO: The envoy said “no”.\n"
    assert document.where.endswith("2031-03-04.txt")
    assert (document.title, document.published, document.marks) == (None, None, ())


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_is_read(read: Read, codec: str) -> None:
    (document,) = read("a.txt", "“Béla” said no – twice.".encode(codec))
    assert isinstance(document, Document)
    assert document.text == "“Béla” said no – twice."


def test_line_endings_become_newlines(read: Read) -> None:
    (document,) = read("a.txt", "one\r\ntwo\rthree\nfour\u2028five")
    assert isinstance(document, Document)
    assert document.text == "one\ntwo\nthree\nfour\u2028five"


def test_a_page_under_a_text_name_is_a_page(read: Read) -> None:
    (document,) = read("a.txt", "<!DOCTYPE html>\n<html><p>The envoy &amp; the Front met.</p></html>")
    assert isinstance(document, Document)
    assert document.text == "The envoy & the Front met."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "there is no text in it"),
        (b" \r\n\t\n", "there is no text in it"),
        (b"2031 -- 1,200 %", "there is no word in it"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is a PNG image, not text"),
        (b"%PDF-1.7 text", "is a PDF, not text"),
        (b"PK\x03\x04 docx", "is a ZIP archive or office file, not text"),
        (bytes(range(1, 256)), "is binary data, not text"),
        (b"The envoy\x00 said no", "holds characters that no text has (NUL or half a surrogate pair)"),
        (b"\xff\xfeT\x00h\x00\x00\xd8e\x00", "is damaged: byte 7 is not valid utf-16"),
    ],
)
def test_what_is_no_article_is_refused(read: Read, content: bytes, said: str) -> None:
    assert reason(read("a.txt", content)) == said


def test_an_article_without_end_is_refused(read: Read) -> None:
    assert reason(read("a.txt", "word " * 1_000_001)) == "its text is longer than 5,000,000 characters"
    assert reason(read("a.txt", b"word " * 4_000_001)) == "is larger than 20,000,000 bytes"


def test_a_stray_control_character_is_no_reason(read: Read) -> None:
    (document,) = read("a.txt", "The envoy said\x02 that nobody had come to the lake, and that she would wait.")
    assert isinstance(document, Document)
