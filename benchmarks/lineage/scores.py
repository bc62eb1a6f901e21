"""How well found pairs agree with labelled ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.lineage.pairs import Gold, Pairs


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of "wire", each from 0 to 1."""

    precision: float
    recall: float
    f1: float


def score(found: Pairs, gold: Sequence[Gold]) -> Score:
    """The score of the pairs found over the labelled ones; other pairs count neither way."""
    wanted = {g.pair for g in gold if g.relation == "wire"}
    called = {g.pair for g in gold if g.pair in found}
    right = len(called & wanted)
    precision, recall = right / max(1, len(called)), right / max(1, len(wanted))
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0)


def right_calls(found: Pairs, gold: Sequence[Gold]) -> float:
    """The share of the labelled pairs that were rightly called wire, or rightly not."""
    return sum((g.pair in found) == (g.relation == "wire") for g in gold) / max(1, len(gold))


def right_relations(found: Mapping[frozenset[str], str], gold: Sequence[Gold]) -> float:
    """The share of the labelled pairs whose relation was found ("none" where nothing was)."""
    return sum(found.get(g.pair, "none") == g.relation for g in gold) / max(1, len(gold))


def best_threshold(values: Mapping[frozenset[str], float], gold: Sequence[Gold]) -> float:
    """The threshold on the values that serves best for the labelled pairs."""
    tried = sorted({values.get(g.pair, 0.0) for g in gold})
    return max(tried, key=lambda least: score({pair for pair, v in values.items() if v >= least}, gold).f1)
