"""Which sentences of two versions correspond: by shared words, or by standing between neighbours that do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from aidememoire.lineage.alignment import Aligned, Run
from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Words

# A sentence corresponds to another where runs cover two fifths of the shorter of the two.
COVERED = 0.4
# The rest of a sentence that the other version parted: runs cover three fifths of it.
PART = 0.6
# Between matched neighbours, sentences with a tenth of their content words in common are one sentence told anew.
RELATED = 0.1
# Words of content are compared by so many letters: "election" and "electoral" agree.
STEM = 5


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place, its words (end excluded), and its paragraph; of several as one, the `last` one's place."""

    place: int
    start: int
    end: int
    paragraph: int
    last: int = -1


@dataclass(frozen=True, slots=True)
class Paired:
    """Two sentences that correspond, None on the side that has none."""

    a: Sentence | None
    b: Sentence | None


def sentences(words: Words) -> list[Sentence]:
    """The sentences of a body in order."""
    if not len(words):
        return []
    starts = np.flatnonzero(np.r_[True, np.diff(words.sentence) != 0])
    ends = np.r_[starts[1:], len(words)]
    return [
        Sentence(place, int(start), int(end), int(words.paragraph[start]))
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def paired_sentences(a: Words, b: Words, passages: Sequence[Aligned]) -> list[Paired]:
    """Every sentence of both bodies once, with its counterpart where it has one, in the order of `a`.

    Sentences that the other version has as one are taken as one.
    """
    mine, theirs = sentences(a), sentences(b)
    shared = overlaps(mine, theirs, passages)
    weights = {key: sum(run.length for run in runs) for key, runs in shared.items()}
    anchors = _anchors(mine, theirs, weights)
    back = {j: i for i, j in anchors.items()}
    mine = _whole(mine, back, {(j, i): weight for (i, j), weight in weights.items()})
    theirs = _whole(theirs, anchors, weights)
    anchors = _moved(anchors, mine, theirs)
    for i, j in _reworded(mine, theirs, anchors, a, b):
        anchors[i] = j
    taken = set(anchors.values())
    pairs = [Paired(here, theirs[anchors[i]] if i in anchors else None) for i, here in enumerate(mine)]
    return [*pairs, *(Paired(None, there) for j, there in enumerate(theirs) if j not in taken)]


def _whole(found: list[Sentence], anchors: dict[int, int], weights: dict[tuple[int, int], int]) -> list[Sentence]:
    """The sentences of one side, those joined that are parts of one sentence of the other side."""
    owner = {there: here for here, there in anchors.items()}
    for here, first in anchors.items():
        for step in (-1, 1):
            at = first + step
            while 0 <= at < len(found) and at not in owner and _part(found, weights, here, at, first):
                owner[at] = here
                at += step
    joined: list[Sentence] = []
    for place, sentence in enumerate(found):
        if place and place in owner and owner[place] == owner.get(place - 1):
            last = joined[-1]
            joined[-1] = Sentence(last.place, last.start, sentence.end, last.paragraph, sentence.place)
        else:
            joined.append(sentence)
    return joined


def _part(found: list[Sentence], weights: dict[tuple[int, int], int], here: int, at: int, first: int) -> bool:
    """Whether the sentence `at` is mostly of the other's sentence `here`, in the paragraph of `first`."""
    length = found[at].end - found[at].start
    return found[at].paragraph == found[first].paragraph and weights.get((here, at), 0) >= PART * length


def _moved(anchors: dict[int, int], mine: list[Sentence], theirs: list[Sentence]) -> dict[int, int]:
    """The anchors by where their sentences stand now that some were joined."""
    at_a, at_b = _now(mine), _now(theirs)
    return {at_a[i]: at_b[j] for i, j in anchors.items()}


def _now(found: list[Sentence]) -> dict[int, int]:
    """Where each sentence stands now, by its place."""
    return {place: now for now, s in enumerate(found) for place in range(s.place, max(s.place, s.last) + 1)}


def overlaps(
    mine: list[Sentence], theirs: list[Sentence], passages: Sequence[Aligned]
) -> dict[tuple[int, int], list[Run]]:
    """For each two sentences that share runs, those runs, cut at the sentences' ends."""
    ends_a, ends_b = [s.end for s in mine], [s.end for s in theirs]
    found: dict[tuple[int, int], list[Run]] = {}
    for passage in passages:
        for run in passage.runs:
            for place_a, place_b, piece in _pieces(run, ends_a, ends_b):
                found.setdefault((place_a, place_b), []).append(piece)
    return found


def _pieces(run: Run, ends_a: list[int], ends_b: list[int]) -> Iterator[tuple[int, int, Run]]:
    """A run cut at the ends of sentences, each piece with the places of its sentences."""
    a, b, left = run.a, run.b, run.length
    while left:
        place_a = int(np.searchsorted(ends_a, a, side="right"))
        place_b = int(np.searchsorted(ends_b, b, side="right"))
        length = min(left, ends_a[place_a] - a, ends_b[place_b] - b)
        yield place_a, place_b, Run(a, b, length)
        a, b, left = a + length, b + length, left - length


def _anchors(mine: list[Sentence], theirs: list[Sentence], weights: dict[tuple[int, int], int]) -> dict[int, int]:
    """The sentences that correspond by how many words they share, the strongest first, each once."""
    anchors: dict[int, int] = {}
    taken: set[int] = set()
    for (i, j), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        shorter = min(mine[i].end - mine[i].start, theirs[j].end - theirs[j].start)
        if i not in anchors and j not in taken and weight >= COVERED * shorter:
            anchors[i] = j
            taken.add(j)
    return anchors


def _reworded(
    mine: list[Sentence], theirs: list[Sentence], anchors: dict[int, int], a: Words, b: Words
) -> list[tuple[int, int]]:
    """Sentences between matched neighbours that tell the same in other words."""
    found: list[tuple[int, int]] = []
    free_b = set(range(len(theirs))) - set(anchors.values())
    fixed = [(-1, -1), *sorted(anchors.items()), (len(mine), len(theirs))]
    for (i, j), (next_i, next_j) in pairwise(fixed):
        rows = range(i + 1, next_i)
        columns = [place for place in range(j + 1, next_j) if place in free_b]
        if rows and columns:
            pairs = _in_order([_content(a, mine[r]) for r in rows], [_content(b, theirs[c]) for c in columns])
            found.extend((rows[r], columns[c]) for r, c in pairs)
    return found


def _content(words: Words, sentence: Sentence) -> frozenset[str]:
    """The words of content of a sentence, cut to their first letters."""
    forms = frozenset(words.forms[sentence.start : sentence.end]) - word_list("function_words")
    return frozenset(form[:STEM] for form in forms - word_list("saying_words"))


def _in_order(rows: list[frozenset[str]], columns: list[frozenset[str]]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, with the most in common (Needleman and Wunsch 1970; gaps cost nothing)."""
    best = np.zeros((len(rows) + 1, len(columns) + 1))
    alike = [[_alike(row, column) for column in columns] for row in rows]
    for r in range(len(rows) - 1, -1, -1):
        for c in range(len(columns) - 1, -1, -1):
            best[r, c] = max(best[r + 1, c], best[r, c + 1], best[r + 1, c + 1] + alike[r][c])
    pairs, r, c = [], 0, 0
    while r < len(rows) and c < len(columns):
        if alike[r][c] and best[r, c] == best[r + 1, c + 1] + alike[r][c]:
            pairs.append((r, c))
            r, c = r + 1, c + 1
        elif best[r, c] == best[r + 1, c]:
            r += 1
        else:
            c += 1
    return pairs


def _alike(row: frozenset[str], column: frozenset[str]) -> float:
    """The words in common as a share of the smaller set, 0 where that is too little to speak of one sentence."""
    share = len(row & column) / max(1, min(len(row), len(column)))
    return share if share >= RELATED else 0.0
