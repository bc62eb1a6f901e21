"""Whether two tellings are of one encounter: what forbids it, and what speaks for it, in points.

A telling that says little is like many others and joined to none: time and participants, or the two with the place,
the track or the round, must carry it. A day that contradicts makes two encounters of two tellings, unless
somebody says that it was put off or both name one round: then the tellings are like each other with a `move`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from aidememoire.record.days import agree
from aidememoire.record.encounters.guests import Likes, compare_guests
from aidememoire.record.encounters.tellings import Shared, Telling
from aidememoire.record.similarity import Similarity

# Points. Two that are told of one day and one place, or of one day and two participants, reach JOIN.
SAME_DAY, CLOSE = 1.0, 0.25
SAME_WEEK, SAME_MONTH = 0.5, 0.25
# A day that two announce days ahead, and a delay with the day that it leads to, are seldom those of two encounters.
ANNOUNCED, PUT_OFF, SOON = 0.4, 0.6, 0.3
# One leaves its time open, and the reports are far apart: seldom one encounter.
FAR = -0.75
# Talks do not collapse every week.
SAME_END = 0.75
EACH_GUEST, MOST_GUESTS, ALL_GUESTS = 0.5, 1.0, 0.25
# Each tells of somebody in whom the other is not seen: "ministers" and "partners"; "rebels" and a man with a name.
DOUBT, NAMED_DOUBT = -0.3, -0.6
# Talks with nobody in common with a meeting: the one may be an hour of the other.
OTHER_KIND = -0.3
# What one article has planned at one time and held at another is two: "the second summit, after the first".
TWO_TOLD = -0.6
SAME_PLACE, SAME_STATE, DATELINE = 0.5, 0.2, 0.3
SAME_TRACK, SAME_ROUND, SAME_STORY = 0.5, 1.5, 0.4
ONE_PASSAGE = 1.5
WORDING, CONTEXT = 1.0, 0.75
# Pairs judged by hand, in 84 reports on one process of talks and 400 of many outlets: at 1.5 joined 51 (48 right)
# and 40 (39), at 1.4 79 (76) and 43 (41), at 1.35 100 (96) and 48 (45).
JOIN = 1.4
# An undated telling of what was held is of the days before its article, of what is planned of those after.
REACH = timedelta(days=7)
# How long a round lasts, and how far an encounter is put off, at most.
LONGEST = timedelta(days=45)
# Reports this near each other are of the same news.
NEWS = timedelta(days=2)
# Two attacks are one where their clauses are this alike in wording, or their places are one.
ATTACK_WORDING = 0.3
# Sums over sets differ in their last digits from run to run; what is alike must be so every time.
EXACT = 6
# The day told with these is that of the end, or of the decision: it contradicts no other.
ENDED = frozenset(("suspended", "cancelled"))


@dataclass(frozen=True, slots=True)
class Like:
    """How much speaks for one encounter; `move`: only if somebody says that it was put off."""

    points: float
    move: bool = False


class Compared:
    """The tellings by place, each pair held against each other once."""

    def __init__(self, told: Sequence[Telling], shared: Shared) -> None:
        self.told = told
        self._shared = shared
        self._wording = Similarity([t.encounter.evidence.text for t in told])
        self._context = Similarity([t.around for t in told])
        self._known: dict[tuple[int, int], Like | None] = {}

    def like(self, i: int, j: int) -> Like | None:
        """How alike two tellings are; None where they are of two encounters."""
        key = (i, j) if i < j else (j, i)
        if key not in self._known:
            self._known[key] = self._like(*key)
        return self._known[key]

    def _like(self, i: int, j: int) -> Like | None:
        x, y = self.told[i], self.told[j]
        if _two(x, y):
            return None
        passage = self._shared.one_place(x, y)
        time = _time(x, y, passage)
        if time is None:
            return None
        likes = compare_guests(x.guests, y.guests)
        if likes.clash:
            return None
        wording = self._wording.between(i, j)
        if x.family == "attack" and not (passage or _one_attack(x, y, wording)):
            return None
        points = time.points + _guests(likes) + _where(x, y) + _kinds(x, y, likes) + WORDING * wording
        points += CONTEXT * self._context.between(i, j) * (x.encounter.article != y.encounter.article)
        points += SAME_STORY * bool(x.stories & y.stories) + ONE_PASSAGE * passage
        return Like(round(points, EXACT), time.move)


def _two(x: Telling, y: Telling) -> bool:
    """Whether kind, track, round, place or weapon tells them apart."""
    if x.family != y.family or (x.track and y.track and x.track != y.track):
        return True
    if x.encounter.round is not None and y.encounter.round is not None and x.encounter.round != y.encounter.round:
        return True
    if x.city and y.city and x.place != y.place:
        return True
    if x.state and y.state and x.state != y.state:
        return True
    return bool(x.weapons and y.weapons and not x.weapons & y.weapons)


def _where(x: Telling, y: Telling) -> float:
    """What place, track and round speak for it."""
    points = 0.0
    if x.place and x.place == y.place:
        points += SAME_PLACE if x.city else SAME_STATE
    elif x.state and x.state == y.state:
        points += SAME_STATE
    elif (x.city and x.place in y.datelines) or (y.city and y.place in x.datelines):
        points += DATELINE
    points += SAME_TRACK * bool(x.track and x.track == y.track)
    return points + SAME_ROUND * _one_round(x, y)


def _one_round(x: Telling, y: Telling) -> bool:
    return x.encounter.round is not None and x.encounter.round == y.encounter.round


def _guests(likes: Likes) -> float:
    doubt = (NAMED_DOUBT if likes.named_left else DOUBT) * likes.doubt
    return min(MOST_GUESTS, EACH_GUEST * likes.surely) + ALL_GUESTS * likes.all_alike + doubt


def _kinds(x: Telling, y: Telling, likes: Likes) -> float:
    """What kind and status speak for it, or against."""
    statuses = {x.encounter.status, y.encounter.status}
    points = OTHER_KIND * (x.encounter.kind != y.encounter.kind and not likes.matched)
    one_article = x.encounter.article == y.encounter.article
    two_times = bool(x.value and y.value) and agree(x.value, y.value) != "same"
    points += TWO_TOLD * (one_article and statuses == {"planned", "held"} and two_times)
    ended = statuses <= ENDED and bool(x.value and y.value) and not one_article
    return points + SAME_END * ended


def _one_attack(x: Telling, y: Telling, wording: float) -> bool:
    """Attacks are many: the day must be one, and the place or the words too; of an unknown day, both."""
    one_place = x.city and x.place == y.place
    if agree(x.value, y.value) == "same":
        return one_place or wording >= ATTACK_WORDING
    return one_place and wording >= ATTACK_WORDING and _closeness(x, y) > 0


def _time(x: Telling, y: Telling, passage: bool) -> Like | None:
    """What the days speak for it; None where they can't be one encounter's."""
    agreed = agree(x.value, y.value)
    if agreed == "same":
        return Like(SAME_DAY + ANNOUNCED * _announced(x, y) + PUT_OFF * _leads_to(x, y))
    if agreed == "within":
        return Like(_as_narrow(x, y) + _closeness(x, y) if passage or _near(x, y) else FAR)
    if agreed == "apart":
        return _moved(x, y)
    if passage or _near(x, y):
        return Like(_closeness(x, y)) if passage or _plausible(x, y) else None
    return Like(FAR)


def _moved(x: Telling, y: Telling) -> Like | None:
    """Two days that differ: of two that may be moved, and in reach of each other."""
    if x.days is None or y.days is None:
        return None
    if max(x.days.first, y.days.first) - min(x.days.last, y.days.last) > LONGEST:
        return None
    statuses = {x.encounter.status, y.encounter.status}
    if _one_round(x, y) and x.encounter.kind == y.encounter.kind == "talks":
        return Like(0.0)
    if "postponed" in statuses:
        off, other = (x, y) if x.encounter.status == "postponed" else (y, x)
        return _off(off, other)
    if statuses & ENDED:
        end, other = (x, y) if x.encounter.status in ENDED else (y, x)
        return None if end.encounter.status == "suspended" and _before(end, other) else Like(0.0)
    return Like(0.0, move=True) if "planned" in statuses else None


def _before(x: Telling, y: Telling) -> bool:
    return x.days is not None and y.days is not None and x.days.last < y.days.first


def _off(off: Telling, other: Telling) -> Like | None:
    """What a delay says for an encounter of another day; None where it can't be the one put off."""
    x, y = off.encounter, other.encounter
    if x.article == y.article and x.evidence == y.evidence:
        return Like(SAME_DAY)
    if not _put_off(off, other):
        return None
    soon = off.reported and other.days and abs(other.days.first - off.reported) <= REACH
    return Like(PUT_OFF + SOON * bool(soon))


def _put_off(off: Telling, other: Telling) -> bool:
    """Whether the day of `other` may be one that `off` says it was moved from, or to: what comes later lies ahead."""
    if off.reported is None or other.reported is None or other.days is None:
        return False
    told_before = other.encounter.status == "planned" and other.reported <= off.reported
    return told_before or other.encounter.status == "postponed" or other.days.last >= off.reported


def _as_narrow(x: Telling, y: Telling) -> float:
    """What it says that the one time lies in the other: the less, the longer that is."""
    longest = max((t.days.count for t in (x, y) if t.days), default=0)
    if longest <= REACH.days:
        return SAME_WEEK
    return SAME_MONTH if longest <= LONGEST.days else 0.0


def _announced(x: Telling, y: Telling) -> bool:
    """Whether both are told of days before they are to be, which is more than the news of a day."""
    return all(
        t.encounter.status == "planned" and t.days and t.reported and t.days.first - t.reported >= NEWS for t in (x, y)
    )


def _leads_to(x: Telling, y: Telling) -> bool:
    """Whether one tells of a delay until the day of the other."""
    off = [t for t in (x, y) if t.encounter.status == "postponed"]
    return len(off) == 1 and x.encounter.article != y.encounter.article


def _closeness(x: Telling, y: Telling) -> float:
    return CLOSE if x.reported and y.reported and abs(x.reported - y.reported) <= NEWS else 0.0


def _near(x: Telling, y: Telling) -> bool:
    """Whether the reports are near enough for a time that one of them leaves open."""
    if not (x.reported and y.reported):
        return True
    reach = LONGEST if _one_round(x, y) or (x.days and y.days) else REACH
    return abs(x.reported - y.reported) <= reach


def _plausible(x: Telling, y: Telling) -> bool:
    """Whether the day of the one may be that of the other, who gives none, by when that is reported."""
    if _one_round(x, y):
        return True
    return _may_be_of(x, y) and _may_be_of(y, x)


def _may_be_of(dated: Telling, undated: Telling) -> bool:
    if dated.days is None or undated.days is not None or undated.reported is None:
        return True
    if undated.encounter.status in {"planned", "postponed"}:
        return dated.days.last >= undated.reported - NEWS
    return undated.reported - REACH <= dated.days.last and dated.days.first <= undated.reported
