"""How alike two articles are in what they tell, and whether their news may be of one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from aidememoire.lineage.candidates import distinct, starts_of
from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Ints, Keys, Words, word_key
from aidememoire.model.articles import Article

# News comes first and background last: a word first seen after so many others weighs half.
HALF_WEIGHT = 60
# Takes of one dispatch, and reports of one happening, come within two days of each other.
NEAR_DAYS = 2
# Beyond a month one weekday is no longer the same day, even where dates are off by some days.
FAR_DAYS = 31

# The rarity of words is counted over so many bodies at a time: one count over 100,000 of them would hold their
# 25 million words three times.
AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The weights (a vector of length one) of an article's words of content.

    `keys` are the words' places, ascending, among all words of the collection.
    """

    keys: NDArray[np.uint32]
    weights: NDArray[np.float64]

    def cosine(self, other: Profile) -> float:
        """The cosine of the angle between two profiles: 0 without a word in common, 1 for the same."""
        if not len(other.keys):
            return 0.0
        near = np.minimum(np.searchsorted(other.keys, self.keys), len(other.keys) - 1)
        same = other.keys[near] == self.keys
        return float(self.weights[same] @ other.weights[near[same]])


def profiles(bodies: Sequence[Words]) -> list[Profile]:
    """Each body's words weighted by their rarity among all bodies and by how early they first stand (tf-idf's kin)."""
    known, holders = _vocabulary(bodies)
    rarity = np.log(1 + len(bodies) / holders)
    rarity[np.isin(known, _grammar())] = 0.0
    return [_profile(body, known, rarity) for body in bodies]


def _vocabulary(bodies: Sequence[Words]) -> tuple[Keys, Ints]:
    """All words of a collection, ascending by key, and how many bodies hold each."""
    known, holders = np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    for start in range(0, len(bodies), AT_A_TIME):
        every = np.concatenate([distinct(np.sort(body.keys)) for body in bodies[start : start + AT_A_TIME]])
        keys, counts = np.unique(every, return_counts=True)
        merged = distinct(np.sort(np.concatenate([known, keys])))
        total = np.zeros(len(merged), dtype=np.int64)
        total[np.searchsorted(merged, known)] += holders
        total[np.searchsorted(merged, keys)] += counts
        known, holders = merged, total
    return known, holders


def _profile(body: Words, known: Keys, rarity: NDArray[np.float64]) -> Profile:
    """A profile of length one, without the words that weigh nothing."""
    order = np.argsort(body.keys, kind="stable")
    ordered = body.keys[order]
    first = starts_of(ordered)
    places = np.searchsorted(known, ordered[first])
    weights = rarity[places] / (1 + order[first] / HALF_WEIGHT)
    places, weights = places[weights > 0], weights[weights > 0]
    length = float(np.sqrt(weights @ weights))
    return Profile(places.astype(np.uint32), weights / length if length else weights)


def _grammar() -> Keys:
    """The keys of the words of grammar."""
    return np.array([word_key(word) for word in sorted(word_list("function_words"))], dtype=np.uint64)


def weekday_of_news(body: Words) -> str | None:
    """The first weekday that the lead names as the day of its news, None where it names none."""
    return body.weekday


def days_apart(a: Article, b: Article) -> int | None:
    """The days between two dates of publication, None where either is unknown."""
    if a.published is None or b.published is None:
        return None
    return abs((date.fromisoformat(a.published[:10]) - date.fromisoformat(b.published[:10])).days)


def same_day(a: Words, b: Words) -> bool | None:
    """Whether two articles give their news the same day: None where the texts and dates do not tell."""
    apart, mine, theirs = days_apart(a.article, b.article), a.weekday, b.weekday
    if apart is not None and apart > FAR_DAYS:
        return False
    if mine is not None and theirs is not None:
        return mine == theirs
    return None if apart is None or apart <= NEAR_DAYS else False
