"""One stretch of prose wherever it was printed: the sentences that pairs of articles share, joined across all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aidememoire.lineage.alignment import Aligned
from aidememoire.lineage.pairing import Sentence, overlaps, sentences
from aidememoire.lineage.stock import joined
from aidememoire.lineage.words import Words
from aidememoire.model.ids import content_id
from aidememoire.model.lineage import Passage
from aidememoire.model.spans import Located

# Two sentences are one where they share half of the shorter, and six words at least: less is a turn of phrase.
SHARE = 0.5
WORDS = 6


@dataclass(frozen=True, slots=True)
class Bond:
    """Two bodies, by their places, and the passages that they share."""

    first: int
    second: int
    passages: tuple[Aligned, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of words (end excluded) in one sentence of a body."""

    body: int
    sentence: int
    start: int
    end: int


def passages(bodies: Sequence[Words], bonds: Iterable[Bond]) -> Iterator[Passage]:
    """The passages of a collection, in the order of the bodies and their texts."""
    spread: dict[tuple[int, int], tuple[int, int]] = {}
    links = []
    for bond in bonds:
        for one, other in _shared_sentences(bodies, bond):
            links.append(((one.body, one.sentence), (other.body, other.sentence)))
            for stretch in (one, other):
                start, end = spread.get((stretch.body, stretch.sentence), (stretch.start, stretch.end))
                spread[stretch.body, stretch.sentence] = (min(start, stretch.start), max(end, stretch.end))
    for group in _lengthened(_clusters(spread, links)):
        yield _passage(bodies, group)


def _shared_sentences(bodies: Sequence[Words], bond: Bond) -> Iterator[tuple[Stretch, Stretch]]:
    """The sentences that a pair shares, each as the stretch of it that is shared."""
    mine, theirs = _sentences(bodies[bond.first]), _sentences(bodies[bond.second])
    for (i, j), runs in sorted(overlaps(mine, theirs, bond.passages).items()):
        matched = sum(run.length for run in runs)
        shorter = min(mine[i].end - mine[i].start, theirs[j].end - theirs[j].start)
        if matched >= max(SHARE * shorter, min(WORDS, shorter)):
            yield (
                Stretch(bond.first, i, min(run.a for run in runs), max(run.a + run.length for run in runs)),
                Stretch(bond.second, j, min(run.b for run in runs), max(run.b + run.length for run in runs)),
            )


@lru_cache(maxsize=512)
def _sentences(body: Words) -> list[Sentence]:
    """The sentences of a body; those of the latest are kept, for bonds come in the order of the bodies."""
    return sentences(body)


def _clusters(
    spread: dict[tuple[int, int], tuple[int, int]], links: list[tuple[tuple[int, int], tuple[int, int]]]
) -> list[list[Stretch]]:
    """The stretches that are connected, each cluster in order."""
    nodes = sorted(spread)
    places = {node: place for place, node in enumerate(nodes)}
    roots = joined(((places[one], places[other]) for one, other in links), len(nodes))
    clusters: dict[int, list[Stretch]] = {}
    for node, root in zip(nodes, roots.tolist(), strict=True):
        clusters.setdefault(root, []).append(Stretch(*node, *spread[node]))
    return list(clusters.values())


def _lengthened(clusters: list[list[Stretch]]) -> list[list[Stretch]]:
    """Clusters that follow each other sentence by sentence in all the same bodies, made one."""
    grown: list[list[Stretch]] = []
    last: dict[tuple[tuple[int, int], ...], int] = {}
    for cluster in clusters:
        before = last.pop(tuple((s.body, s.sentence - 1) for s in cluster), None)
        if before is None:
            grown.append(cluster)
            before = len(grown) - 1
        else:
            grown[before] = [
                Stretch(old.body, new.sentence, old.start, new.end)
                for old, new in zip(grown[before], cluster, strict=True)
            ]
        last[tuple((s.body, s.sentence) for s in cluster)] = before
    return grown


def _passage(bodies: Sequence[Words], group: list[Stretch]) -> Passage:
    """A cluster as a passage."""
    members = []
    for stretch in group:
        span = bodies[stretch.body].span(stretch.start, stretch.end)
        members.append(Located(bodies[stretch.body].article.id, span.start, span.end, span.text))
    return Passage(content_id("passage", *(f"{m.article}:{m.start}:{m.end}" for m in members)), tuple(members))
