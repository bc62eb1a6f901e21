"""Ways to find the pairs of one wire: the lineage stage, and plain measures of overlap to hold it against.

Every rival takes all articles and gives the pairs, by the source ids of the articles, that it calls one wire. TF-IDF
gives values instead, for it is granted the threshold that serves it best on the labels.
"""

from __future__ import annotations

import importlib
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aidememoire.model.articles import Article
from benchmarks.lineage.pairs import Pairs

SIZE = 5
PERMUTATIONS = 128
BANDS = 32
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Rival:
    """A way to find the pairs of one wire, by name; `needs` is the package that it needs and may be missing."""

    name: str
    find: Callable[[Sequence[Article]], Pairs]
    needs: str | None = None


def word_runs(text: str) -> set[tuple[str, ...]]:
    """All runs of SIZE words of a text."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + SIZE]) for i in range(len(words) - SIZE + 1)}


def by_containment(threshold: float) -> Callable[[Sequence[Article]], Pairs]:
    """Pairs that share at least `threshold` of the runs of the one that has fewer."""

    def find(articles: Sequence[Article]) -> Pairs:
        runs = {a.source_id: word_runs(a.text) for a in articles}
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
    names = [a.source_id for a in articles]
    signatures = np.stack([_signature(a.text, factors, offsets) for a in articles])
    found: Pairs = set()
    for band in np.split(signatures, BANDS, axis=1):
        buckets: dict[bytes, list[int]] = {}
        for place, row in enumerate(band):
            buckets.setdefault(row.tobytes(), []).append(place)
        for places in buckets.values():
            for i, one in enumerate(places):
                for other in places[i + 1 :]:
                    if float((signatures[one] == signatures[other]).mean()) >= ALIKE:
                        found.add(frozenset((names[one], names[other])))
    return found


def _signature(text: str, factors: NDArray[np.uint64], offsets: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The least hash of a text's runs under each permutation."""
    hashes = np.array([zlib.crc32(" ".join(run).encode()) for run in word_runs(text)] or [0], dtype=np.uint64)
    least: NDArray[np.uint64] = ((hashes[:, None] * factors + offsets) >> np.uint64(17)).min(axis=0)
    return least


def by_headline(articles: Sequence[Article]) -> Pairs:
    """Pairs whose titles have a Jaccard likeness of words of 0.55 or more."""
    titles = [(a.source_id, frozenset(re.findall(r"\w+", (a.title or "").casefold()))) for a in articles]
    found: Pairs = set()
    for i, (one, mine) in enumerate(titles):
        for other, theirs in titles[i + 1 :]:
            if mine and theirs and len(mine & theirs) >= 0.55 * len(mine | theirs):
                found.add(frozenset((one, other)))
    return found


def by_datasketch(articles: Sequence[Article]) -> Pairs:
    """The pairs of datasketch's MinHash index at a Jaccard likeness of 0.5."""
    package: Any = importlib.import_module("datasketch")
    index = package.MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    found: Pairs = set()
    for a in articles:
        sketch = package.MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([" ".join(run).encode() for run in word_runs(a.text)])
        found.update(frozenset((a.source_id, other)) for other in index.query(sketch))
        index.insert(a.source_id, sketch)
    return found


def by_rensa(articles: Sequence[Article]) -> Pairs:
    """The pairs of rensa's R-MinHash at an estimated Jaccard likeness of 0.5."""
    package: Any = importlib.import_module("rensa")
    sketches = []
    for a in articles:
        sketch = package.RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update([" ".join(run) for run in sorted(word_runs(a.text))])
        sketches.append((a.source_id, sketch))
    return {
        frozenset((one, other))
        for i, (one, mine) in enumerate(sketches)
        for other, theirs in sketches[i + 1 :]
        if mine.jaccard(theirs) >= ALIKE
    }


def tfidf_values(articles: Sequence[Article]) -> dict[frozenset[str], float]:
    """The TF-IDF cosine of each pair of articles (scikit-learn, sublinear counts, its own English stop words)."""
    text: Any = importlib.import_module("sklearn.feature_extraction.text")
    rows = text.TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform([a.text for a in articles])
    values = (rows @ rows.T).toarray()
    return {
        frozenset((one.source_id, articles[j].source_id)): float(values[i, j])
        for i, one in enumerate(articles)
        for j in range(i)
    }


RIVALS = (
    Rival("5-gram containment >= 0.5", by_containment(0.5)),
    Rival("5-gram containment >= 0.3", by_containment(0.3)),
    Rival("5-gram containment >= 0.2", by_containment(0.2)),
    Rival("5-gram containment >= 0.1", by_containment(0.1)),
    Rival("MinHash Jaccard >= 0.5 (numpy)", by_minhash),
    Rival("MinHash Jaccard >= 0.5 (datasketch)", by_datasketch, "datasketch"),
    Rival("MinHash Jaccard >= 0.5 (rensa)", by_rensa, "rensa"),
    Rival("headline Jaccard >= 0.55", by_headline),
)
