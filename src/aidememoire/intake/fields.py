"""A row of JSON Lines or of a table becomes a document: which field is which, and what must be in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from aidememoire.intake.dates import iso_date
from aidememoire.intake.refusals import RefusedError
from aidememoire.intake.rubbish import refuse_rubbish, refuse_unfit
from aidememoire.model.articles import Document

# The best known first: a row with "text" and "article" has its text in "text". Compared without case and underscores.
_KNOWN: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "sourceid", "unitid", "guid", "articleid", "documentid", "docid"),
    "title": ("title", "headline", "articletitle"),
    "text": ("text", "content", "body", "articlecontent", "articlebody", "articletext", "article", "fulltext"),
    "outlet": ("outlet", "source", "publisher", "sourcename", "publication", "newspaper"),
    "published": ("published", "date", "publishdate", "publisheddate", "publicationdate", "publishedat", "datetime",
                  "pubdate", "datepublished"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}  # fmt: skip
_TEXT_NAMES = "text, content, body, article_content, article or full_text"
_NOT_IN_NAMES = re.compile(r"[\s_\-.]+")
_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")

Row = Iterable[tuple[str, object]]


def has_text_field(names: Iterable[str]) -> bool:
    """Whether one of the names of fields or columns is known to hold the text."""
    return any(_plain(name) in _KNOWN["text"] for name in names)


def document_of(row: Row, name: str, where: str) -> Document:
    """The document of a row, given as names and values; `name` is its source id where it has none of its own.

    Of two fields that have one name, the first counts.
    Raises RefusedError where there is no text, or a field holds what it cannot hold.
    """
    fields: dict[str, tuple[str, object]] = {}
    for key, value in row:
        fields.setdefault(_plain(key), (key, value))
    text = _string(fields, "text")
    if text is None:
        raise RefusedError("has no text", f"name the field or column of the text {_TEXT_NAMES}")
    refuse_unfit(text)
    published = _string(fields, "published")
    language = _string(fields, "language")
    return Document(
        source_id=_string(fields, "id") or name,
        text=text,
        where=where,
        title=_string(fields, "title"),
        outlet=_string(fields, "outlet"),
        published=published and iso_date(published),
        url=_string(fields, "url"),
        language=language and language_code(language),
    )


def language_code(given: str) -> str:
    """The language of a tag ("en" of "en-GB"), or what was given where it is no tag."""
    tag = _LANGUAGE_TAG.fullmatch(given)
    return tag[1].lower() if tag else given


def _plain(name: str) -> str:
    """A field's name without case, spaces and underscores: "Published_At" and "publishedAt" are one."""
    return _NOT_IN_NAMES.sub("", name).lower()


def _string(fields: Mapping[str, tuple[str, object]], what: str) -> str | None:
    """The value of the first known field that holds anything. Only the text keeps the white space at its ends."""
    for known in _KNOWN[what]:
        key, value = fields.get(known, (known, None))
        value = _unwrapped(what, value)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        if not isinstance(value, str):
            raise RefusedError(f"its field {key!r} is {_kind(value)}, not a string", f"give {key!r} as a string")
        refuse_rubbish(value)
        return value if what == "text" else value.strip()
    return None


def _unwrapped(what: str, value: object) -> object:
    """Ids may be whole numbers, and outlets an object with a name (as several news APIs give them)."""
    if what == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if what == "outlet" and isinstance(value, dict) and isinstance(value.get("name"), str):
        return value["name"]
    return value


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds.get(type(value), "something else")
