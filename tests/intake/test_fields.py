from __future__ import annotations

import pytest

from aidememoire.intake.fields import document_of, has_text_field, language_code
from aidememoire.model.articles import Document


def row(**fields: object) -> Document:
    return document_of(fields.items(), "rows-1", "rows.jsonl:1")


@pytest.mark.parametrize(
    "name",
    ["text", "TEXT", "content", "body", "Article Content", "article_content", "article", "full-text", "fullText"],
)
def test_the_text_has_many_names(name: str) -> None:
    assert has_text_field([name])
    assert row(**{name: "One."}).text == "One."


def test_the_best_known_name_counts() -> None:
    assert row(article="two", text="one", content="three").text == "one"
    assert row(text=" ", content="three").text == "three"


def test_of_two_fields_with_one_name_the_first_counts() -> None:
    assert document_of([("text", "one"), ("Text", "two")], "n", "w").text == "one"


@pytest.mark.parametrize("name", ["id", "source_id", "unit_id", "GUID"])
def test_ids(name: str) -> None:
    assert row(**{name: " a-1 ", "text": "One."}).source_id == "a-1"
    assert row(**{name: "", "text": "One."}).source_id == "rows-1"


@pytest.mark.parametrize("name", ["published", "date", "publish_date", "publishedAt", "datetime", "pubDate"])
def test_dates(name: str) -> None:
    assert row(**{name: "2031-03-04T10:00:00Z", "text": "One."}).published == "2031-03-04"
    assert row(**{name: "4/3/2031", "text": "One."}).published is None


@pytest.mark.parametrize("name", ["outlet", "source", "publisher", "source_name", "publication"])
def test_outlets(name: str) -> None:
    assert row(**{name: "Isle Broadcasting", "text": "One."}).outlet == "Isle Broadcasting"
    assert row(**{name: {"id": None, "name": "Isle Broadcasting"}, "text": "One."}).outlet == "Isle Broadcasting"


def test_markup_in_a_text_is_left_as_it_stands() -> None:
    assert row(text="<p>A &amp;amp; B</p>").text == "<p>A &amp;amp; B</p>"


@pytest.mark.parametrize(("tag", "code"), [("en", "en"), ("EN-gb", "en"), ("en_US", "en"), ("English", "English")])
def test_languages(tag: str, code: str) -> None:
    assert language_code(tag) == code
