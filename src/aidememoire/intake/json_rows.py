"""Reads JSON Lines row by row, and JSON files that hold a list of rows or one row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NoReturn

from aidememoire.intake.decoding import decoded
from aidememoire.intake.fields import document_of
from aidememoire.intake.limits import MAX_JSON_BYTES
from aidememoire.intake.lines import Lines, opened, whole
from aidememoire.intake.refusals import RefusedError
from aidememoire.intake.sources import Source
from aidememoire.model.articles import Document, Skipped


def read_lines(source: Source) -> Iterator[Document | Skipped]:
    """One document or refusal for each line that is not blank. Raises RefusedError where the file is no text."""
    seen = False
    with opened(source.path, newline=None) as lines:
        for result in _results(source, lines):
            seen = True
            yield result
    if not seen:
        raise RefusedError("is empty", "give one JSON object a line")


def read_json(source: Source) -> Iterator[Document | Skipped]:
    """One document or refusal for each object of a list, or for the only object.

    A file that holds one object a line, whatever its ending says, is read as JSON Lines. Raises RefusedError where it
    is no JSON.
    """
    if source.path.stat().st_size > MAX_JSON_BYTES and not _looks_like_list(source):
        yield from read_lines(source)
        return
    text = decoded(whole(source.path, MAX_JSON_BYTES))
    try:
        value = _parsed(text)
    except RefusedError:
        if not _is_object(text.lstrip().partition("\n")[0]):
            raise
        yield from read_lines(source)
        return
    if isinstance(value, list):
        yield from _listed(source, value)
    else:
        yield _result(value, source.name, source.where)


def _looks_like_list(source: Source) -> bool:
    with opened(source.path, newline=None) as lines:
        return next(iter(lines), "").lstrip().startswith("[")


def _is_object(line: str) -> bool:
    try:
        return isinstance(_parsed(line), dict)
    except RefusedError:
        return False


def _listed(source: Source, rows: list[object]) -> Iterator[Document | Skipped]:
    """The rows of a list; they are counted from 1, having no lines of their own."""
    if not rows:
        raise RefusedError("is an empty list", "give at least one article")
    for number, row in enumerate(rows, 1):
        yield _result(row, f"{source.name}-{number}", f"{source.where}:item {number}")


def _results(source: Source, lines: Lines) -> Iterator[Document | Skipped]:
    while True:
        try:
            line = next(lines)
            if line.strip():
                where = f"{source.where}:{lines.number}"
                yield _result(_parsed(line.rstrip()), f"{source.name}-{lines.number}", where)
        except StopIteration:
            return
        except RefusedError as refused:
            yield refused.at(f"{source.where}:{lines.number}")


def _result(row: object, name: str, where: str) -> Document | Skipped:
    try:
        if not isinstance(row, dict):
            raise RefusedError("is not a JSON object", 'give each article as an object such as {"text": "..."}')
        return document_of(row.items(), name, where)
    except RefusedError as refused:
        return refused.at(where)


def _parsed(text: str) -> object:
    """The value of a JSON text. Raises RefusedError where it is broken or nested too deep."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        _refuse(f"is broken JSON: {error.msg.removesuffix(' at')} at character {error.pos + 1:,}")
    except RecursionError:
        _refuse("is JSON nested too deep")
    except ValueError:
        _refuse("is JSON with a number of too many digits")


def _refuse(reason: str) -> NoReturn:
    raise RefusedError(reason, "write it anew with a JSON library, one object a line")
