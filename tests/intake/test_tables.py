from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Document, Skipped

Read = Callable[[str, str | bytes], list[Document | Skipped]]


def good(items: list[Document | Skipped]) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def test_rows_are_read_by_the_names_of_their_columns(read: Read) -> None:
    (document,) = read(
        "t.csv", 'Unit_ID,article_title,Article Content,source,date\n12,Talks,"One, two.\nThree.",MP,2031-03-04\n'
    )
    assert isinstance(document, Document)
    assert (document.source_id, document.title, document.outlet) == ("12", "Talks", "MP")
    assert document.text == "One, two.\nThree."
    assert document.published == "2031-03-04"
    assert document.where.endswith("t.csv:2")


@pytest.mark.parametrize(("name", "delimiter"), [("t.csv", ","), ("t.csv", ";"), ("t.tsv", "\t"), ("t.csv", "|")])
def test_the_delimiter_is_the_one_that_makes_a_text_column(read: Read, name: str, delimiter: str) -> None:
    (document,) = good(read(name, delimiter.join(("title", "text")) + "\n" + delimiter.join(("Talks", "One.")) + "\n"))
    assert (document.title, document.text) == ("Talks", "One.")


def test_rows_without_an_id_are_named_by_the_line_they_begin_on(read: Read) -> None:
    documents = good(read("t.csv", 'text\n"one\nline"\n\ntwo\n'))
    assert [document.source_id for document in documents] == ["t-2", "t-5"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_is_read(read: Read, codec: str) -> None:
    (document,) = good(read("t.csv", "text\r\nBéla said “no”\r\n".encode(codec)))
    assert document.text == "Béla said “no”"


def test_latin_1_with_stray_controls_is_read(read: Read) -> None:
    (document,) = good(read("t.csv", b"text\nB\xe9la \x81 said no\n"))
    assert document.text == "Béla \x81 said no"


def test_a_field_longer_than_the_csv_module_allows_is_read(read: Read) -> None:
    (document,) = good(read("t.csv", "text\n" + "word " * 100_000 + "\n"))
    assert len(document.text) == 500_000


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a", "has 1 columns where the header has 2"),
        ("a,b,c", "has 3 columns where the header has 2"),
        ("a,", "has no text"),
        ('a,"b"c', "is a broken row: ',' expected after '\"'"),
        ("a,b\x00", "holds characters that no text has (NUL or half a surrogate pair)"),
    ],
)
def test_a_bad_row_is_skipped_and_the_rest_goes_on(read: Read, row: str, said: str) -> None:
    before, bad, after = read("t.csv", f"id,text\n1,before\n{row}\n2,after\n")
    assert isinstance(before, Document)
    assert isinstance(bad, Skipped)
    assert bad.reason == said
    assert bad.where.endswith("t.csv:3")
    assert isinstance(after, Document)


def test_a_quotation_mark_that_is_never_closed_takes_no_other_rows_text(read: Read) -> None:
    items = read("t.csv", 'id,text\n1,"open\n2,"next"\n3,good\n')
    assert [document.text for document in good(items)] == ["good"]
    assert items[0].where.endswith(":2")
    (item,) = read("u.csv", 'id,text\n1,"open\n2,next\n')
    assert isinstance(item, Skipped)
    assert item.reason == "is a broken row, read up to line 3: unexpected end of data"


def test_a_row_without_end_is_skipped(read: Read) -> None:
    long, after = read("t.csv", b'id,text\n1,"' + b"a" * 25_000_000 + b'"\n2,after\n')
    assert isinstance(long, Skipped)
    assert long.reason == "is a line of more than 20,000,000 characters"
    assert isinstance(after, Document)
    (field,) = read("u.csv", b"id,text\n1," + b"a" * 5_000_001 + b"\n")
    assert isinstance(field, Skipped)
    assert field.reason == "is a broken row: field larger than field limit (5000000)"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"id,title\n1,Talks\n", "has no column of text"),
        (b"id,text\n", "has a header and no row below it"),
        (bytes(range(256)), "is binary data, not text"),
    ],
)
def test_a_table_without_articles_is_skipped(read: Read, content: bytes, said: str) -> None:
    (item,) = read("t.csv", content)
    assert isinstance(item, Skipped)
    assert item.reason == said
    assert item.remedy
