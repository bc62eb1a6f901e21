"""The labelled pairs that ways to find wires are measured on, and the articles that they are pairs of."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aidememoire.model.articles import Article, Document, Skipped
from aidememoire.text.articles import article_of

Pairs = set[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Gold:
    """A labelled pair and its relation; `kind` and `half` are empty where the file has no such columns."""

    pair: frozenset[str]
    relation: str
    kind: str = ""
    half: str = ""


def read_articles(path: Path) -> list[Article]:
    """The articles of a JSONL file as the text stage reads them, those without a story in them left out."""
    with path.open(encoding="utf-8") as lines:
        found = [article_of(_document(row, f"{path}:{number}")) for number, row in enumerate(lines, 1)]
    return [article for article in found if not isinstance(article, Skipped)]


def _document(line: str, where: str) -> Document:
    """A line of the input as a document."""
    row: dict[str, str | None] = json.loads(line)
    return Document(
        source_id=row["id"] or "",
        text=row["text"] or "",
        where=where,
        title=row.get("title") or None,
        outlet=row.get("outlet") or None,
        published=row.get("published") or None,
    )


def read_gold(path: Path) -> list[Gold]:
    """The labelled pairs of a file."""
    with path.open(encoding="utf-8") as lines:
        return [
            Gold(frozenset((r["article_a"], r["article_b"])), r["relation"], r.get("kind") or "", r.get("half") or "")
            for r in csv.DictReader(lines, delimiter="\t")
        ]


def missing(gold: Sequence[Gold], articles: Sequence[Article]) -> list[str]:
    """The labelled articles that are not among those given."""
    return sorted({name for g in gold for name in g.pair} - {article.source_id for article in articles})
