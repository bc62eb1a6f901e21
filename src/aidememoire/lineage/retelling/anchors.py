"""The details of an article that it tells once: where they stand, and how far another article tells them in one order.

Whoever rewrites or translates a dispatch changes its words but keeps its details (a name in passing, a number, the
pencil that somebody signed with) and, by and large, their order. Two reporters of one happening share its main names,
which recur, but few of such details, and not their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from aidememoire.lineage.pairing import Sentence, sentences
from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Ints, Keys, Words, word_key

# Words are compared by so many letters: "arrested" and "arrest" agree, "convoy" and "conversation" do not. Four told
# rewritten dispatches (0.34 of their details in one order, and more) from own reports of one happening (0.23, and less)
# better than five (0.31, 0.24) or six.
STEM = 4
# Two sentences tell one thing where they have two such details in common: one may be chance.
PAIR = 2
# Sentences with so many of their details in common, and those in one order, are one sentence printed twice, not told in
# other words: a stock paragraph is that.
VERBATIM = 0.8

_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: str(value) for value, word in enumerate(_SMALL)} | {
    word: str(10 * value) for value, word in enumerate(_TENS, 2)
}


@dataclass(frozen=True, slots=True, eq=False)
class Anchors:
    """The details of a body: `keys`, ascending, and the `places` (sentences) of those told in one sentence only.

    `ranks` is the order of the details in the text. `sizes` counts the details of each sentence that has words of
    content; `every` holds the keys of all of those words. Words in quotation marks count as none.
    """

    keys: Keys
    places: Ints
    ranks: Ints
    every: Keys
    sizes: Ints


@dataclass(frozen=True, slots=True)
class Retelling:
    """What two bodies tell in one order.

    `details` counts the details of one sentence of either that stand together in one sentence of the other too, in the
    same order; `sentences` counts the sentences that hold them, `reworded` those that are not printed word for word.
    `share` and `sentence_share` are of the body that has fewer.
    """

    details: int
    sentences: int
    reworded: int
    share: float
    sentence_share: float


NOTHING = Retelling(0, 0, 0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Met:
    """A sentence of either body, by its place, with the details that both have; `reworded` where they differ else."""

    a: int
    b: int
    details: int
    reworded: bool


def anchors(words: Words) -> Anchors:
    """The details of a body. Quoted words, for anyone may hear those, weekdays and words of grammar are none."""
    held = [_units(words, sentence) for sentence in sentences(words)]
    held = [units for units in held if units]
    times = Counter(unit for units in held for unit in units)
    once = [(word_key(unit), place) for place, units in enumerate(held) for unit in units if times[unit] == 1]
    keys = np.array([key for key, _ in once], dtype=np.uint64)
    ranks = np.argsort(keys, kind="stable")
    places = np.array([place for _, place in once], dtype=np.int64)[ranks]
    return Anchors(
        keys=keys[ranks],
        places=places,
        ranks=ranks,
        every=np.sort(np.array([word_key(unit) for unit in times], dtype=np.uint64)),
        sizes=np.bincount(places, minlength=len(held)),
    )


def units_of(forms: Iterable[str]) -> tuple[str, ...]:
    """The words of content among normalised words, each once, cut to their first letters; numbers as figures."""
    passed = word_list("function_words") | word_list("saying_words") | _WEEKDAYS
    kept = (form for form in forms if form not in passed)
    return tuple(dict.fromkeys(_VALUES.get(form) or (form if form[0].isdigit() else form[:STEM]) for form in kept))


def _units(words: Words, sentence: Sentence) -> tuple[str, ...]:
    """The words of content of a sentence that stand outside quotation marks, in their order."""
    spoken = words.quoted[sentence.start : sentence.end]
    forms = words.forms[sentence.start : sentence.end]
    return units_of(form for form, quoted in zip(forms, spoken, strict=True) if not quoted)


def retelling(a: Anchors, b: Anchors, least: float) -> Retelling:
    """How far two bodies tell the same details in the same order; nothing where less than `least` of them is shared."""
    _, mine, theirs = np.intersect1d(a.keys, b.keys, assume_unique=True, return_indices=True)
    fewer = min(len(a.keys), len(b.keys))
    if not fewer or len(mine) < least * fewer:
        return NOTHING
    shared: dict[tuple[int, int], list[tuple[int, int]]] = {}
    ranks = zip(a.ranks[mine].tolist(), b.ranks[theirs].tolist(), strict=True)
    for pair, order in zip(zip(a.places[mine].tolist(), b.places[theirs].tolist(), strict=True), ranks, strict=True):
        shared.setdefault(pair, []).append(order)
    met = [
        _Met(i, j, len(orders), not _verbatim(orders, min(int(a.sizes[i]), int(b.sizes[j]))))
        for (i, j), orders in sorted(shared.items())
        if len(orders) >= PAIR
    ]
    details, told, reworded = _in_order(met)
    return Retelling(details, told, reworded, details / fewer, told / min(len(a.sizes), len(b.sizes)))


def _verbatim(ranks: list[tuple[int, int]], size: int) -> bool:
    """Whether two sentences share nearly all details of the smaller one (`size`), and share them in one order."""
    there = [rank for _, rank in sorted(ranks)]
    return len(ranks) >= VERBATIM * size and there == sorted(there)


def _in_order(met: list[_Met]) -> tuple[int, int, int]:
    """The most details in one order on both sides, how many sentences hold them, and how many of those are reworded.

    Who rewrites splits sentences and joins them: a sentence may stand against two that follow each other, but those
    are counted as one.
    """
    best: list[tuple[int, int, int]] = []
    for place, here in enumerate(met):
        found = (here.details, 1, int(here.reworded))
        for (details, told, reworded), other in zip(best, met[:place], strict=True):
            if other.a <= here.a and other.b <= here.b:
                on = int(other.a < here.a and other.b < here.b)
                found = max(found, (details + here.details, told + on, reworded + on * here.reworded))
        best.append(found)
    return max(best, default=(0, 0, 0))
