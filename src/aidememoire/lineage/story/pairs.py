"""Which articles may tell of one happening, and how alike they are: found by index, within a few days of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from aidememoire.lineage.likeness import weekday_of_news
from aidememoire.lineage.story.profile import Profiles
from aidememoire.lineage.words import Ints, Words

# Reports of one happening come within so many days (Monday's news is still told anew on Friday, in weeklies and
# comment); later ones tell what came of it. Three or five days give an F1 of 0.986 and 0.979 on fifty events.
WINDOW = 4
# Articles are held against each other where they share three of their thirty weightiest words. A word proposes at most
# so many articles to each one, the nearest in time: what is found then grows with the articles, not with their square.
TOP, LEAST_TOP, CROWD = 30, 3, 200
# Articles taken at a time: bounds the memory that proposals take.
BLOCK = 256
# What likeness counts for: where the leads name different weekdays; where one house prints on two days (its second
# story has news of its own); where a date is unknown. Different weekdays are no proof: of 117 pairs of reports of one
# event whose leads both name one, 24 name different ones.
OTHER_DAY, SAME_HOUSE, UNKNOWN_DATE = 0.7, 0.5, 0.8
# Likeness below which two articles have nothing to do with each other.
FLOOR = 0.05
# The day of an article without a date, after all others.
_NEVER = 1 << 30


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles, by their places (`first` < `second`), and how alike they are (1 for versions of one dispatch)."""

    first: int
    second: int
    value: float


@dataclass(frozen=True, slots=True)
class _When:
    """What decides whether two articles may be of one happening: day (an ordinal), the news' weekday, the house."""

    day: int
    weekday: str | None
    house: str | None


def alike(bodies: Sequence[Words], profiles: Profiles) -> Iterator[Likeness]:
    """The pairs of articles that may tell of one happening."""
    known = [_When(_day(body), weekday_of_news(body), body.article.outlet) for body in bodies]
    order = sorted(range(len(bodies)), key=lambda place: (known[place].day, bodies[place].article.id))
    space = np.zeros(profiles.size, dtype=np.float64)
    days = np.array([known[place].day for place in order], dtype=np.int64)
    for rank, others in _proposed(_tops(profiles, order), days):
        place, places = order[rank], np.array([order[other] for other in others.tolist()], dtype=np.int64)
        for other, cosine in zip(places.tolist(), profiles.cosines(place, places, space).tolist(), strict=True):
            value = cosine * _counts(known[place], known[other])
            if value >= FLOOR:
                yield Likeness(min(place, other), max(place, other), value)


def _day(body: Words) -> int:
    """The day of publication, as an ordinal; _NEVER where it is unknown."""
    published = body.article.published
    return date.fromisoformat(published[:10]).toordinal() if published else _NEVER


def _counts(a: _When, b: _When) -> float:
    """What the likeness of two articles counts for, by their days and houses."""
    value = 1.0
    if a.weekday is not None and b.weekday is not None and a.weekday != b.weekday:
        value *= OTHER_DAY
    if _NEVER in (a.day, b.day):
        return value * UNKNOWN_DATE
    return value * (SAME_HOUSE if a.day != b.day and a.house is not None and a.house == b.house else 1.0)


def _tops(profiles: Profiles, order: Sequence[int]) -> list[Ints]:
    """The weightiest words of each article, in the given order."""
    found = []
    for place in order:
        columns, weights = profiles.row(place)
        found.append(columns[np.argsort(-weights, kind="stable")[:TOP]])
    return found


def _proposed(tops: Sequence[Ints], days: Ints) -> Iterator[tuple[int, Ints]]:
    """For each article, by its rank in time, the others that share enough of its weightiest words. No pair twice."""
    ranks = np.repeat(np.arange(len(tops), dtype=np.int64), [len(top) for top in tops])
    words = np.concatenate([np.zeros(0, dtype=np.int64), *tops])
    order = np.lexsort((ranks, words))
    ranks, words = ranks[order], words[order]
    low, high = _reach(words, days[ranks])
    by_rank = np.argsort(ranks, kind="stable")
    edges = np.searchsorted(ranks[by_rank], np.arange(0, len(tops) + BLOCK, BLOCK))
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        yield from _shared(ranks, by_rank[start:end], low, high)


def _reach(words: Ints, days: Ints) -> tuple[Ints, Ints]:
    """The stretch of holders that each holder of a word is held against (ends excluded): those after it in its window.

    A holder without a date is held against those before it.
    """
    places = np.arange(len(words), dtype=np.int64)
    codes = words * (2 * _NEVER) + days
    last = np.searchsorted(codes, words * (2 * _NEVER) + np.minimum(days + WINDOW, _NEVER - 1), side="right")
    dated = days < _NEVER
    low = np.where(dated, places + 1, np.maximum(np.searchsorted(words, words, side="left"), places - CROWD))
    high = np.where(dated, np.minimum(last, places + 1 + CROWD), places)
    return low, high


def _shared(ranks: Ints, holders: Ints, low: Ints, high: Ints) -> Iterator[tuple[int, Ints]]:
    """For the articles of some holders the others that share LEAST_TOP words."""
    sizes = np.maximum(high[holders] - low[holders], 0)
    offset = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    mine, theirs = np.repeat(ranks[holders], sizes), ranks[np.repeat(low[holders], sizes) + offset]
    count = int(ranks.max(initial=0)) + 1
    pairs, shared = np.unique(mine * count + theirs, return_counts=True)
    kept = pairs[shared >= LEAST_TOP]
    owners, starts, sizes = np.unique(kept // count, return_index=True, return_counts=True)
    ends = (starts + sizes).tolist()
    for owner, start, end in zip(owners.tolist(), starts.tolist(), ends, strict=True):
        yield owner, kept[start:end] % count
