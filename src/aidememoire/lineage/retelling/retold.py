"""Dispatches told anew: rewritten or translated with few of their words left, or cut down to an alert."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from aidememoire.lineage.direction import agencies_differ
from aidememoire.lineage.likeness import NEAR_DAYS, days_apart, same_day
from aidememoire.lineage.retelling.anchors import Anchors, Retelling, anchors, retelling
from aidememoire.lineage.words import Words
from aidememoire.model.articles import Article

# Shares of the details of the body that has fewer: told in one order by both, and of its sentences that hold them. On
# invented dispatches, rewritten and translated back by sentence, the least were 0.34 and 0.55; among 146 pairs of three
# houses' own reports of fifty events the most details in one order were 0.23.
# Four of them at least are not printed word for word: those that are may be stock.
DETAILS, SENTENCES, LEAST_SENTENCES = 0.28, 0.5, 4
# Where a third article ties both to one dispatch, less is enough: its takes have paragraphs that come and go. Two
# rewritings of an invented dispatch kept 0.20 and 0.22 of the details of its second take.
THROUGH, THROUGH_SENTENCES = 0.15, 3
# An alert has at most so many words (three sentences); the dispatch that it opens is longer by half at least.
ALERT, LONGER = 60, 1.5
# The share of an alert's words of content that the dispatch has: where the two are known to be of one house or agency,
# and where nothing tells. Fewer words than LEAST_WORDS are a headline, which any report of the day would fit.
KIN, ALONE, LEAST_WORDS = 0.4, 0.75, 8

_GENERIC = re.compile(r"\s+(?:news\s+)?(?:agency|service|wire|news|press)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Two bodies (places, `first` < `second`) that tell one dispatch anew, or an `alert` and its dispatch, and why."""

    first: int
    second: int
    alert: bool
    why: str


class Retellings:
    """The dispatches told anew among some bodies; what was read of a body is kept for its next pair."""

    def __init__(self, bodies: Sequence[Words]) -> None:
        self._bodies = bodies
        self._anchors = lru_cache(maxsize=20_000)(lambda place: anchors(bodies[place]))

    def told(self, first: int, second: int) -> Told | None:
        """Whether two bodies, by their places, are one dispatch in different words; None where nothing shows it."""
        a, b = self._bodies[first], self._bodies[second]
        if not _may_be_one(a, b):
            return None
        mine, theirs = self._anchors(first), self._anchors(second)
        if min(len(a), len(b)) <= ALERT:
            why = _alert(a, b, mine, theirs)
            return Told(first, second, True, why) if why else None
        found = retelling(mine, theirs, DETAILS)
        return Told(first, second, False, _told(found, mine, theirs)) if is_retelling(found) else None

    def told_through(self, first: int, second: int, third: int) -> Told | None:
        """Like `told`, for two bodies of which both rework, or are, the dispatch of a third."""
        a, b = self._bodies[first], self._bodies[second]
        if not _may_be_one(a, b) or min(len(a), len(b)) <= ALERT:
            return None
        mine, theirs = self._anchors(first), self._anchors(second)
        found = retelling(mine, theirs, THROUGH)
        if found.share < THROUGH or found.sentences < THROUGH_SENTENCES:
            return None
        source = self._bodies[third].article.source_id
        return Told(first, second, False, f"{_told(found, mine, theirs)}; both are one report with {source}")


def is_retelling(found: Retelling) -> bool:
    """Whether so much is told in one order that one of the two, or both, rewrote a dispatch."""
    return found.share >= DETAILS and found.sentence_share >= SENTENCES and found.reworded >= LEAST_SENTENCES


def _may_be_one(a: Words, b: Words) -> bool:
    """Whether days and agencies allow one dispatch."""
    apart = days_apart(a.article, b.article)
    near = apart is None or apart <= NEAR_DAYS
    return near and same_day(a, b) is not False and not agencies_differ(a.article, b.article)


def _told(found: Retelling, a: Anchors, b: Anchors) -> str:
    """The reason for a dispatch told anew."""
    return (
        f"{found.sentences} of {min(len(a.sizes), len(b.sizes))} sentences tell the same in the same order, "
        f"{found.reworded} of them in other words, with {found.details} details that either tells in one sentence only"
    )


def _alert(a: Words, b: Words, mine: Anchors, theirs: Anchors) -> str | None:
    """The reason for an alert and its dispatch, None where it is none."""
    if len(a) > len(b):
        a, b, mine, theirs = b, a, theirs, mine
    if len(b) < LONGER * len(a) or len(mine.every) < LEAST_WORDS:
        return None
    held = int(np.isin(mine.every, theirs.every).sum())
    kin = kinship(a.article, b.article)
    if held < (KIN if kin else ALONE) * len(mine.every):
        return None
    remark = f", and {kin}" if kin else ""
    return f"an alert: {held} of its {len(mine.every)} words of content stand in the longer report{remark}"


def kinship(alert: Article, report: Article) -> str | None:
    """What ties two articles to one house or agency, None where nothing does."""
    mine, theirs = (
        {_key(name): name for name in (article.outlet, *article.agencies) if name} for article in (alert, report)
    )
    if both := sorted(mine.keys() & theirs.keys()):
        return f"both are of {mine[both[0]]}"
    for one, other in ((alert, report), (report, alert)):
        if other.outlet and _names(one, other.outlet):
            return f"one names {other.outlet}"
    return None


def _names(article: Article, house: str) -> bool:
    """Whether the text of an article names a house, with its name in full or without "agency" and its like."""
    names = "|".join(re.escape(name) for name in (house, _GENERIC.sub("", house)))
    return re.search(rf"(?<!\w)(?:{names})(?!\w)", article.text) is not None


def _key(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.casefold().split())
