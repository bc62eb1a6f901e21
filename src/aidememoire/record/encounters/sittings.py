"""Sittings of the talks: "the peace talks" of one process, from their opening to the day on which they broke up.

A meeting has a day, a sitting has weeks: one article has it due on one day, the next tells that it opened on another,
and many more look back on "talks that collapsed last week". The parties of one process are not called to peace talks
twice within weeks, so tellings of a sitting are one where their days leave room for it, though no participants are
named. Two processes in one coverage are told apart by the bodies that their articles name most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from aidememoire.model.facts import Encounter
from aidememoire.record.days import Days
from aidememoire.record.encounters.guests import Guest

_TALKS = r"(?:talks|negotiations|conference|dialogue)"
_OF_PEACE = re.compile(
    rf"\b(?:peace|truce|cease-?fire|proximity|indirect|inclusive|(?:brokered|sponsored|mediated|backed|led))\s+"
    rf"(?:\w+\s+){{0,2}}?{_TALKS}\b|\brounds?\s+of\s+(?:\w+\s+){{0,2}}?{_TALKS}\b|\bpeace (?:process|conference)\b",
    re.IGNORECASE,
)
# Two people by themselves hold no peace talks: theirs are a meeting.
_PERSONS = 2
# How long a sitting is taken to last where only its opening, or a report from within it, is told.
LASTS = timedelta(days=21)
# An opening is announced for one day and moved by some days without a word about it.
SHIFTED = timedelta(days=7)
# What is to come without a day is meant to come soon.
_AHEAD = timedelta(days=14)
# So many bodies stand for what an article is about.
_MOST_NAMED = 4
_OVER = frozenset(("suspended", "cancelled"))


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one telling gives of a sitting: the days between which its own day lies, and what its article is about."""

    status: str
    days: Days | None
    window: Days | None
    about: frozenset[str]

    @property
    def over(self) -> bool:
        """Whether it is told to have ended."""
        return self.status in _OVER


def of_peace(e: Encounter, guests: Sequence[Guest], article: str) -> bool:
    """Whether a telling is of a sitting, not of talks of one man with another or of many states among themselves.

    `article` is the whole text, which says what "the talks" without participants are.
    """
    if e.kind != "talks" or any(g.many for g in guests) or sum(bool(g.surname) for g in guests) >= _PERSONS:
        return False
    known = e.track is not None or e.round is not None or e.status in _OVER
    told = article if sum(not g.vague for g in guests) < _PERSONS else e.evidence.text
    return known or _OF_PEACE.search(told) is not None


def sitting_of(e: Encounter, days: Days | None, day: date | None, about: frozenset[str]) -> Sitting:
    """The sitting of a telling with the days that it gives, reported on `day` by an article `about` some bodies."""
    return Sitting(e.status, days, days or _window(e.status, day), about)


def _window(status: str, day: date | None) -> Days | None:
    """The days that an undated telling may mean: those before its report, or those after where it is still to come."""
    if day is None:
        return None
    return Days(day, day + _AHEAD) if status in {"planned", "postponed"} else Days(day - LASTS, day)


def most_named(bodies: Iterable[str]) -> frozenset[str]:
    """What an article is about, by the bodies it names most."""
    count = Counter(bodies)
    return frozenset(sorted(count, key=lambda b: (-count[b], b))[:_MOST_NAMED])


def one_process(x: Sitting, y: Sitting) -> bool:
    """Whether two articles are about the same parties, as far as they name any."""
    return not x.about or not y.about or bool(x.about & y.about)


def one_sitting(x: Sitting, y: Sitting) -> bool | None:
    """Whether the days leave room for one sitting; None where neither of them gives a day to tell it by."""
    if x.window is None or y.window is None or not (x.days or y.days):
        return None
    if x.over != y.over:
        end, opening = (x, y) if x.over else (y, x)
        if opening.days is None and opening.status != "held":
            return False
        return _ended_after(end, opening)
    if x.over:
        return _gap(x.window, y.window) <= LASTS
    exact = all(s.days and s.days.last - s.days.first < SHIFTED for s in (x, y))
    return _gap(x.window, y.window) <= (SHIFTED if exact else timedelta(0))


def _ended_after(end: Sitting, opening: Sitting) -> bool:
    """Whether something that opened in the one stretch may have ended in the other, and soon enough.

    An undated report from within it is no older than a week: what had ended before that was another sitting.
    """
    if end.window is None or opening.window is None:
        return False
    first = opening.window.first if opening.days else opening.window.last - SHIFTED
    return first <= end.window.last and end.window.first - opening.window.last <= LASTS


def _gap(x: Days, y: Days) -> timedelta:
    return max(timedelta(0), max(x.first, y.first) - min(x.last, y.last))
