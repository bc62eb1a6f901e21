"""Reads CSV and TSV files row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from aidememoire.intake.fields import document_of, has_text_field
from aidememoire.intake.limits import MAX_CHARACTERS
from aidememoire.intake.lines import Lines, opened
from aidememoire.intake.refusals import RefusedError
from aidememoire.intake.sources import Source
from aidememoire.model.articles import Document, Skipped

_DELIMITERS = ",;\t|"


def read_table(source: Source) -> Iterator[Document | Skipped]:
    """One document or refusal for each row below the header. Raises RefusedError where no column holds a text.

    Commas, semicolons, tabs and bars part the columns: the one that makes a known column of text.
    """
    _allow_long_fields()
    with opened(source.path, newline="") as lines:
        header, delimiter = _header(lines)
        rows = _Rows(lines, delimiter)
        for row in rows:
            where = f"{source.where}:{rows.line}"
            try:
                if isinstance(row, RefusedError):
                    raise row
                yield document_of(_cells(header, row), f"{source.name}-{rows.line}", where)
            except RefusedError as refused:
                yield refused.at(where)
    if not rows.seen:
        raise RefusedError("has a header and no row below it", "give one article a row")


class _Rows:
    """The rows of a table that are not blank, or why one was refused. `line` is the one on which the row began."""

    def __init__(self, lines: Lines, delimiter: str) -> None:
        self.line = 0
        self.seen = False
        self._lines = lines
        # Strict: else an opening quotation mark that is never closed makes one article of the rest of the file.
        self._reader = csv.reader(lines, delimiter=delimiter, strict=True)

    def __iter__(self) -> Iterator[list[str] | RefusedError]:
        while True:
            self.line = self._lines.number + 1
            try:
                row = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                self.seen = True
                upto = f", read up to line {self._lines.number}" if self._lines.number > self.line else ""
                yield RefusedError(f"is a broken row{upto}: {error}", "write it anew, with quotation marks doubled")
            except RefusedError as refused:
                self.seen = True
                yield refused
            else:
                if row:
                    self.seen = True
                    yield row


def _allow_long_fields() -> None:
    """Raises the limit of the csv module (131,072 characters a field) to that of an article, and never lowers it."""
    if csv.field_size_limit() < MAX_CHARACTERS:
        csv.field_size_limit(MAX_CHARACTERS)


def _header(lines: Lines) -> tuple[list[str], str]:
    """The names of the columns, and what parts them."""
    first = next((line for line in lines if line.strip()), None)
    if first is None:
        raise RefusedError("is empty", "give a header and one article a row")
    for delimiter in _DELIMITERS:
        header = _split(first, delimiter)
        if has_text_field(header):
            return header, delimiter
    raise RefusedError("has no column of text", "name one column text, content, body, article or full_text")


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _cells(header: Sequence[str], row: list[str]) -> Iterator[tuple[str, str]]:
    """The names of the columns with their cells. Raises RefusedError where the numbers differ: cells may be shifted."""
    while len(row) > len(header) and not row[-1]:
        row = row[:-1]
    if len(row) != len(header):
        raise RefusedError(f"has {len(row)} columns where the header has {len(header)}", "mend the row")
    return zip(header, row, strict=True)
