"""How alike two articles are in what they tell, and whether their news may be of one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Keys, Words, word_key
from aidememoire.model.articles import Article

# News comes first and background last: a word first seen after so many others weighs half.
HALF_WEIGHT = 60
# The lead gives the day of its news within so many words (three or four paragraphs).
LEAD = 150
# Takes of one dispatch, and reports of one happening, come within two days of each other.
NEAR_DAYS = 2
# Beyond a month one weekday is no longer the same day, even where dates are off by some days.
FAR_DAYS = 31

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The weights (a vector of length one) of an article's words of content, ordered by their keys."""

    keys: Keys
    weights: NDArray[np.float64]

    def cosine(self, other: Profile) -> float:
        """The cosine of the angle between two profiles: 0 without a word in common, 1 for the same."""
        _, mine, theirs = np.intersect1d(self.keys, other.keys, assume_unique=True, return_indices=True)
        return float(self.weights[mine] @ other.weights[theirs])


def profiles(bodies: Sequence[Words]) -> list[Profile]:
    """Each body's words weighted by their rarity among all bodies and by how early they first stand (tf-idf's kin)."""
    first = [np.unique(body.keys, return_index=True) for body in bodies]
    every = np.concatenate([keys for keys, _ in first]) if first else np.zeros(0, dtype=np.uint64)
    known, holders = np.unique(every, return_counts=True)
    rarity = np.log(1 + len(bodies) / holders)
    rarity[np.isin(known, _grammar())] = 0.0
    return [_profile(keys, rarity[np.searchsorted(known, keys)] / (1 + place / HALF_WEIGHT)) for keys, place in first]


def _profile(keys: Keys, weights: NDArray[np.float64]) -> Profile:
    """A profile of length one, without the words that weigh nothing."""
    keys, weights = keys[weights > 0], weights[weights > 0]
    length = float(np.sqrt(weights @ weights))
    return Profile(keys, weights / length if length else weights)


def _grammar() -> Keys:
    """The keys of the words of grammar."""
    return np.array([word_key(word) for word in sorted(word_list("function_words"))], dtype=np.uint64)


def weekday_of_news(body: Words) -> str | None:
    """The first weekday that the lead names, None where it names none.

    A weekday with a number after it ("Sunday 3 May") is passed over: it is a date line, of printing and not of news.
    """
    for word, following in pairwise((*body.forms[:LEAD], "")):
        if word in _WEEKDAYS and not following[:1].isdigit():
            return word
    return None


def days_apart(a: Article, b: Article) -> int | None:
    """The days between two dates of publication, None where either is unknown."""
    if a.published is None or b.published is None:
        return None
    return abs((date.fromisoformat(a.published[:10]) - date.fromisoformat(b.published[:10])).days)


def same_day(a: Words, b: Words) -> bool | None:
    """Whether two articles give their news the same day: None where the texts and dates do not tell."""
    apart, mine, theirs = days_apart(a.article, b.article), weekday_of_news(a), weekday_of_news(b)
    if apart is not None and apart > FAR_DAYS:
        return False
    if mine is not None and theirs is not None:
        return mine == theirs
    return None if apart is None or apart <= NEAR_DAYS else False
