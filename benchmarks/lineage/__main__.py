"""Which articles rework one wire story: the lineage stage beside plain measures of overlap, in one run.

usage: python -m benchmarks.lineage ARTICLES.jsonl GOLD.tsv

ARTICLES.jsonl: one article a line (`id`, `text`; `title`, `outlet`, `published` where known). GOLD.tsv: hand-labelled
pairs (`article_a`, `article_b`, `relation`: wire, background or quote). Prints a table: precision, recall and F1 of
"wire" over the labelled pairs, how many pairs of the whole collection were called wire, and the seconds it took.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from aidememoire.lineage.links import links
from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.ids import text_sha256
from aidememoire.model.links import Lineage

Pairs = set[frozenset[str]]

SIZE = 5
PERMUTATIONS = 128
BANDS = 32


@dataclass(frozen=True, slots=True)
class Gold:
    """A labelled pair and its relation."""

    pair: frozenset[str]
    relation: str


@dataclass(frozen=True, slots=True)
class Rival:
    """A way to find the pairs of one wire, by name."""

    name: str
    find: Callable[[Sequence[Article]], Pairs]


def article(row: dict[str, str | None]) -> Article:
    """A row of the input as an article, each line of its text a paragraph."""
    text, name = row["text"] or "", row["id"] or ""
    paragraphs = tuple(Paragraph(m.start(), m.end(), m.group(), "body") for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Article(
        id=name, source_id=name, text=text, text_sha256=text_sha256(text), title=row.get("title"),
        outlet=row.get("outlet"), agencies=(), bylines=(), published=row.get("published"),
        published_how="given" if row.get("published") else None, dateline=None, language="en", url=None,
        composite=False, boilerplate=(), credits=(), paragraphs=paragraphs,
    )  # fmt: skip


def read_gold(path: Path) -> list[Gold]:
    """The labelled pairs of a file."""
    with path.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [Gold(frozenset((row["article_a"], row["article_b"])), row["relation"]) for row in rows]


def by_lineage(articles: Sequence[Article]) -> Pairs:
    """The pairs that the lineage stage calls wire."""
    return {frozenset((x.a, x.b)) for x in links(articles) if isinstance(x, Lineage) and x.relation == "wire"}


def word_runs(text: str) -> set[tuple[str, ...]]:
    """All runs of SIZE words of a text."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + SIZE]) for i in range(len(words) - SIZE + 1)}


def by_containment(threshold: float) -> Callable[[Sequence[Article]], Pairs]:
    """Pairs that share at least `threshold` of the runs of the one that has fewer."""

    def find(articles: Sequence[Article]) -> Pairs:
        runs = {a.id: word_runs(a.text) for a in articles}
        holders: dict[tuple[str, ...], list[str]] = {}
        for name, held in runs.items():
            for run in held:
                holders.setdefault(run, []).append(name)
        shared: dict[tuple[str, str], int] = {}
        for names in holders.values():
            for i, one in enumerate(names):
                for other in names[i + 1 :]:
                    shared[one, other] = shared.get((one, other), 0) + 1
        return {
            frozenset(pair)
            for pair, n in shared.items()
            if n >= threshold * min(len(runs[pair[0]]), len(runs[pair[1]]))
        }

    return find


def by_minhash(articles: Sequence[Article]) -> Pairs:
    """Pairs whose estimated Jaccard likeness of runs is 0.5 or more (MinHash, Broder 1997; banded index)."""
    random = np.random.default_rng(1)
    factors = random.integers(1, 2**63, PERMUTATIONS, dtype=np.uint64) | np.uint64(1)
    offsets = random.integers(0, 2**63, PERMUTATIONS, dtype=np.uint64)
    names = [a.id for a in articles]
    signatures = np.stack([_signature(a.text, factors, offsets) for a in articles])
    found: Pairs = set()
    for band in np.split(signatures, BANDS, axis=1):
        buckets: dict[bytes, list[int]] = {}
        for place, row in enumerate(band):
            buckets.setdefault(row.tobytes(), []).append(place)
        for places in buckets.values():
            for i, one in enumerate(places):
                for other in places[i + 1 :]:
                    if float((signatures[one] == signatures[other]).mean()) >= 0.5:
                        found.add(frozenset((names[one], names[other])))
    return found


def _signature(text: str, factors: NDArray[np.uint64], offsets: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The least hash of a text's runs under each permutation."""
    hashes = np.array([zlib.crc32(" ".join(run).encode()) for run in word_runs(text)] or [0], dtype=np.uint64)
    least: NDArray[np.uint64] = ((hashes[:, None] * factors + offsets) >> np.uint64(17)).min(axis=0)
    return least


def by_headline(articles: Sequence[Article]) -> Pairs:
    """Pairs whose titles have a Jaccard likeness of words of 0.55 or more."""
    titles = [(a.id, frozenset(re.findall(r"\w+", (a.title or "").casefold()))) for a in articles]
    found: Pairs = set()
    for i, (one, mine) in enumerate(titles):
        for other, theirs in titles[i + 1 :]:
            if mine and theirs and len(mine & theirs) >= 0.55 * len(mine | theirs):
                found.add(frozenset((one, other)))
    return found


def line(name: str, found: Pairs, gold: Sequence[Gold], seconds: float) -> str:
    """A row of the table."""
    wanted = {g.pair for g in gold if g.relation == "wire"}
    called = {g.pair for g in gold if g.pair in found}
    right = len(called & wanted)
    precision, recall = right / max(1, len(called)), right / max(1, len(wanted))
    score = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"{name:<34}{precision:>10.3f}{recall:>8.3f}{score:>8.3f}{len(found):>8}{seconds:>9.2f}"


RIVALS = (
    Rival("aidememoire lineage", by_lineage),
    Rival("5-gram containment >= 0.5", by_containment(0.5)),
    Rival("5-gram containment >= 0.3", by_containment(0.3)),
    Rival("5-gram containment >= 0.2", by_containment(0.2)),
    Rival("MinHash Jaccard >= 0.5 (numpy)", by_minhash),
    Rival("headline Jaccard >= 0.55", by_headline),
)


def main(articles_path: Path, gold_path: Path) -> None:
    """Run every rival over the articles and print the table."""
    with articles_path.open(encoding="utf-8") as lines:
        articles = [article(json.loads(row)) for row in lines]
    gold = read_gold(gold_path)
    known = {a.id for a in articles}
    if missing := sorted({name for g in gold for name in g.pair} - known):
        sys.exit(f"{gold_path}: article {missing[0]} is not in {articles_path}; give the articles that were labelled")
    print(f"{len(articles)} articles, {len(gold)} labelled pairs")
    print(f"{'':<34}{'precision':>10}{'recall':>8}{'F1':>8}{'pairs':>8}{'seconds':>9}")
    for rival in RIVALS:
        start = time.perf_counter()
        found = rival.find(articles)
        print(line(rival.name, found, gold, time.perf_counter() - start))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
