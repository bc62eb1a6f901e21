"""Which articles rework one wire story: the lineage stage beside plain measures of overlap, in one run.

usage: python -m benchmarks.lineage [ARTICLES.jsonl GOLD.tsv]

ARTICLES.jsonl: one article a line (`id`, `text`; `title`, `outlet`, `published` where known). GOLD.tsv: hand-labelled
pairs (`article_a`, `article_b`, `relation`: wire, background, quote or none; `kind` and `half` where pairs are of
kinds, or of a half to develop on and one that was not looked at). Without arguments the hard cases beside this file
are read: invented articles, nine kinds of pairs. Prints precision, recall and F1 of "wire" over the labelled pairs, how
many pairs of the whole collection were called wire, and the seconds it took; then for each kind the share of its pairs
that were rightly called wire or not, and, for the lineage stage, the share whose very relation was found.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from aidememoire.lineage.links import links
from aidememoire.model.articles import Article
from aidememoire.model.lineage import Lineage
from benchmarks.lineage.pairs import Gold, Pairs, missing, read_articles, read_gold
from benchmarks.lineage.rivals import RIVALS, tfidf_values
from benchmarks.lineage.scores import best_threshold, right_calls, right_relations, score

HERE = Path(__file__).parent
OURS = "aidememoire lineage"


@dataclass(frozen=True, slots=True)
class Result:
    """What one way found, in how many seconds."""

    name: str
    found: Pairs
    seconds: float


def relations(articles: Sequence[Article]) -> dict[frozenset[str], str]:
    """The relation of each pair that the lineage stage links, by source ids."""
    names = {article.id: article.source_id for article in articles}
    return {frozenset((names[x.a], names[x.b])): x.relation for x in links(articles) if isinstance(x, Lineage)}


def results(articles: Sequence[Article], gold: Sequence[Gold]) -> list[Result]:
    """What every rival found. One whose package is missing is named and left out."""
    done = []
    for rival in RIVALS:
        if rival.needs and find_spec(rival.needs) is None:
            print(f"SKIPPED: {rival.name}: {rival.needs} is not installed (pip install {rival.needs})")
            continue
        done.append(_timed(rival.name, lambda find=rival.find: find(articles)))  # type: ignore[misc]
    if find_spec("sklearn") is None:
        print("SKIPPED: TF-IDF cosine: scikit-learn is not installed (pip install scikit-learn)")
        return done
    values = tfidf_values(articles)
    least = best_threshold(values, gold)
    name = f"TF-IDF cosine >= {least:.2f} (its best)"
    return [*done, _timed(name, lambda: {pair for pair, value in tfidf_values(articles).items() if value >= least})]


def _timed(name: str, find: Callable[[], Pairs]) -> Result:
    """What a way finds, with its seconds."""
    start = time.perf_counter()
    found = find()
    return Result(name, found, time.perf_counter() - start)


def print_scores(done: Sequence[Result], gold: Sequence[Gold]) -> None:
    """The table of wires."""
    print(f"{'':<38}{'precision':>10}{'recall':>8}{'F1':>8}{'pairs':>8}{'seconds':>9}")
    for result in done:
        s = score(result.found, gold)
        print(
            f"{result.name:<38}{s.precision:>10.3f}{s.recall:>8.3f}{s.f1:>8.3f}"
            f"{len(result.found):>8}{result.seconds:>9.2f}"
        )


def print_kinds(done: Sequence[Result], gold: Sequence[Gold], known: Mapping[frozenset[str], str]) -> None:
    """The table of kinds."""
    by_kind = {kind: [g for g in gold if g.kind == kind] for kind in dict.fromkeys(g.kind for g in gold)}
    print(f"\n{'right, by kind':<38}" + "".join(f"{kind[:11]:>12}" for kind in by_kind))
    print(f"{'pairs':<38}" + "".join(f"{len(rows):>12}" for rows in by_kind.values()))
    exact = "".join(f"{right_relations(known, rows):>12.2f}" for rows in by_kind.values())
    print(f"{OURS + ', very relation':<38}{exact}")
    for result in done:
        print(f"{result.name:<38}" + "".join(f"{right_calls(result.found, rows):>12.2f}" for rows in by_kind.values()))


def print_half(half: str, done: Sequence[Result], gold: Sequence[Gold], known: Mapping[frozenset[str], str]) -> None:
    """Both tables for the pairs of a half (all of them where the file names none)."""
    rows = [g for g in gold if g.half == half]
    right = right_relations(known, rows)
    print(f"\n{'half ' + half + ': ' if half else ''}{len(rows)} labelled pairs, right relation {right:.3f}")
    print_scores(done, rows)
    if any(g.kind for g in rows):
        print_kinds(done, rows, known)


def main(articles_path: Path, gold_path: Path) -> None:
    """Run every rival over the articles and print the tables."""
    articles, gold = read_articles(articles_path), read_gold(gold_path)
    if lost := missing(gold, articles):
        sys.exit(f"{gold_path}: article {lost[0]} is not in {articles_path}; give the articles that were labelled")
    print(f"{len(articles)} articles, {len(gold)} labelled pairs")
    start = time.perf_counter()
    known = relations(articles)
    wires = {pair for pair, relation in known.items() if relation == "wire"}
    ours = Result(OURS, wires, time.perf_counter() - start)
    done = [ours, *results(articles, gold)]
    for half in dict.fromkeys(g.half for g in gold):
        print_half(half, done, gold, known)


if __name__ == "__main__":
    if len(sys.argv) not in (1, 3):
        sys.exit(__doc__)
    given = [Path(name) for name in sys.argv[1:]]
    main(*(given or (HERE / "hard.jsonl", HERE / "hard.tsv")))
