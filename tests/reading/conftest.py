"""Articles for the tests of reading: every line of a text is a paragraph of the body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.ids import text_sha256

MakeArticle = Callable[..., Article]


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        plain = line.strip()
        if plain:
            start = at + line.index(plain)
            found.append(Paragraph(start, start + len(plain), plain, "body"))
        at += len(line) + 1
    return tuple(found)


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    def make(text: str, published: str | None = None) -> Article:
        return Article(
            id="article-1", source_id="one", text=text, text_sha256=text_sha256(text), title=None, outlet=None,
            agencies=(), bylines=(), published=published, published_how="given" if published else None, dateline=None,
            language="en", url=None, composite=False, boilerplate=(), credits=(), paragraphs=_paragraphs(text),
        )  # fmt: skip

    return make
