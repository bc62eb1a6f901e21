from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Document, Skipped

Read = Callable[[str, str | bytes], list[Document | Skipped]]


def test_a_row_is_a_document_as_given(read: Read) -> None:
    (document,) = read(
        "rows.jsonl",
        '{"id": "mp-1", "title": " Talks resume ", "text": "\\ufeffOne.\\r\\nTwo. ", "outlet": "Highland Voice", '
        '"published": "4 March 2031", "url": "https://voice.example/1", "language": "en-GB"}\n',
    )
    assert isinstance(document, Document)
    assert document == Document(
        source_id="mp-1",
        text="\ufeffOne.\r\nTwo. ",
        where=document.where,
        title="Talks resume",
        outlet="Highland Voice",
        published="2031-03-04",
        url="https://voice.example/1",
        language="en",
    )
    assert document.where.endswith("rows.jsonl:1")


def test_rows_without_an_id_are_named_by_their_line(read: Read) -> None:
    items = read("rows.ndjson", '{"text": "one"}\n\n{"text": "two", "id": null}\r\n{"text": "three", "id": 7}')
    assert [item.source_id for item in items if isinstance(item, Document)] == ["rows-1", "rows-3", "7"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_is_read(read: Read, codec: str) -> None:
    first, second = read("rows.jsonl", '{"text": "Béla said “no”"}\n{"text": "two"}\n'.encode(codec))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, second.text) == ("Béla said “no”", "two")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "one"', "is broken JSON: Expecting ',' delimiter at character 15"),
        ("not JSON", "is broken JSON: Expecting value at character 1"),
        ('["one"]', "is not a JSON object"),
        ('"one"', "is not a JSON object"),
        ("null", "is not a JSON object"),
        ('{"title": "one"}', "has no text"),
        ('{"text": null}', "has no text"),
        ('{"text": "  "}', "has no text"),
        ('{"text": 5}', "its field 'text' is a number, not a string"),
        ('{"Text": ["one"]}', "its field 'Text' is a list, not a string"),
        ('{"text": "one", "title": {"a": 1}}', "its field 'title' is an object, not a string"),
        ('{"text": "one", "date": true}', "its field 'date' is true or false, not a string"),
        ('{"text": "one", "id": 1.5}', "its field 'id' is a number, not a string"),
        ('{"text": "a \\u0000"}', "holds characters that no text has (NUL or half a surrogate pair)"),
        ('{"text": "a", "title": "\\ud800"}', "holds characters that no text has (NUL or half a surrogate pair)"),
        ('{"text": "2031"}', "there is no word in it"),
        ("[" * 100_000, "is JSON nested too deep"),
        ('{"text": ' + "9" * 5000 + "}", "is JSON with a number of too many digits"),
    ],
)
def test_a_bad_line_is_skipped_and_the_rest_goes_on(read: Read, line: str, said: str) -> None:
    before, bad, after = read("rows.jsonl", f'{{"text": "before"}}\n{line}\n{{"text": "after"}}\n')
    assert isinstance(before, Document)
    assert isinstance(bad, Skipped)
    assert bad.reason == said
    assert bad.where.endswith("rows.jsonl:2")
    assert bad.remedy
    assert isinstance(after, Document)
    assert after.source_id == "rows-3"


def test_a_line_without_end_is_skipped(read: Read) -> None:
    long, after = read("rows.jsonl", b'{"text": "' + b"a" * 50_000_000 + b'"}\n{"text": "after"}\n')
    assert isinstance(long, Skipped)
    assert long.reason == "is a line of more than 20,000,000 characters"
    assert isinstance(after, Document)
    assert after.where.endswith(":2")


def test_an_article_without_end_is_skipped(read: Read) -> None:
    (long,) = read("rows.jsonl", b'{"text": "' + b"a" * 5_000_001 + b'"}\n')
    assert isinstance(long, Skipped)
    assert long.reason == "its text is longer than 5,000,000 characters"


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "is empty"), (b"\n \n", "is empty"), (b"\x1f\x8b\x08", "is a gzip archive, not text")]
)
def test_a_file_without_rows_is_skipped(read: Read, content: bytes, said: str) -> None:
    (item,) = read("rows.jsonl", content)
    assert isinstance(item, Skipped)
    assert item.reason == said


def test_json_holds_a_list_or_one_object(read: Read) -> None:
    items = read("rows.json", '[\n{"text": "one"},\n{"text": 2},\n{"text": "three", "id": "x"}]')
    assert [getattr(item, "source_id", None) for item in items] == ["rows-1", None, "x"]
    assert items[1].where.endswith("rows.json:item 2")
    (document,) = read("row.json", '{\n "text": "one"\n}')
    assert isinstance(document, Document)
    assert document.source_id == "row"


def test_json_lines_under_another_ending_are_read(read: Read) -> None:
    items = read("rows.json", '{"text": "one"}\n{"text": "two"}\nbroken\n')
    assert [type(item) for item in items] == [Document, Document, Skipped]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[]", "is an empty list"),
        ("{", "is broken JSON: Expecting property name enclosed in double quotes at character 2"),
        ("3", "is not a JSON object"),
    ],
)
def test_json_without_articles_is_skipped(read: Read, content: str, said: str) -> None:
    (item,) = read("rows.json", content)
    assert isinstance(item, Skipped)
    assert item.reason == said
