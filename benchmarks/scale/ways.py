"""Ways to find the pairs of one origin in a large collection: the lineage stage, and other tools where installed."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from aidememoire.lineage.links import links
from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.ids import text_sha256
from aidememoire.model.lineage import Lineage

Pair = tuple[str, str]

# The settings that both other tools are run with: Jaccard likeness of five-word runs, estimated from 128 permutations.
SIZE, PERMUTATIONS = 5, 128
# A copy that keeps half of its paragraphs has a Jaccard likeness near a third.
THRESHOLD, BANDS = 0.3, 32


def by_lineage(articles: Sequence[Article]) -> Iterator[Pair]:
    """The pairs that the lineage stage calls wire."""
    for link in links(articles):
        if isinstance(link, Lineage) and link.relation == "wire":
            yield link.a, link.b


def by_datasketch(articles: Sequence[Article]) -> Iterator[Pair]:
    """The pairs that datasketch's MinHashLSH proposes and whose estimated likeness reaches the threshold."""
    datasketch: Any = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    known: dict[str, Any] = {}
    for one in articles:
        signature = datasketch.MinHash(num_perm=PERMUTATIONS)
        signature.update_batch([run.encode() for run in _runs(one.text)])
        for other in index.query(signature):
            if signature.jaccard(known[other]) >= THRESHOLD:
                yield one.id, other
        known[one.id] = signature
        index.insert(one.id, signature)


def by_rensa(articles: Sequence[Article]) -> Iterator[Pair]:
    """The pairs that rensa's RMinHashLSH proposes and whose estimated likeness reaches the threshold."""
    rensa: Any = importlib.import_module("rensa")
    index = rensa.RMinHashLSH(THRESHOLD, PERMUTATIONS, BANDS)
    known: list[Any] = []
    for place, one in enumerate(articles):
        signature = rensa.RMinHash(PERMUTATIONS, 1)
        signature.update(_runs(one.text))
        for other in index.query(signature):
            if signature.jaccard(known[other]) >= THRESHOLD:
                yield one.id, articles[other].id
        known.append(signature)
        index.insert(place, signature)


def _runs(text: str) -> list[str]:
    """All runs of SIZE words of a text, each once."""
    words = re.findall(r"\w+", text.casefold())
    return list({" ".join(words[i : i + SIZE]) for i in range(len(words) - SIZE + 1)})


def article(row: dict[str, str | None]) -> Article:
    """A row of a collection as an article, each line of its text a paragraph."""
    text, name = row["text"] or "", row["id"] or ""
    paragraphs = tuple(Paragraph(m.start(), m.end(), m.group(), "body") for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Article(
        id=name, source_id=name, text=text, text_sha256=text_sha256(text), title=row.get("title"),
        outlet=row.get("outlet"), agencies=(), bylines=(), published=row.get("published"),
        published_how="given" if row.get("published") else None, dateline=None, language="en", url=None,
        composite=False, boilerplate=(), credits=(), paragraphs=paragraphs,
    )  # fmt: skip


def read_articles(path: Path) -> list[Article]:
    """The articles of a collection."""
    with path.open(encoding="utf-8") as rows:
        return [article(json.loads(row)) for row in rows]


WAYS = {"lineage": by_lineage, "datasketch": by_datasketch, "rensa": by_rensa}
