"""What the days of two tellings say for one encounter, in points: told alike, near each other, moved, or apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from aidememoire.record.days import agree
from aidememoire.record.encounters.sittings import one_sitting
from aidememoire.record.encounters.tellings import Telling

# Points.
SAME_DAY, CLOSE = 1.0, 0.25
SAME_WEEK, SAME_MONTH = 0.5, 0.25
# A day that two announce days ahead, and a delay with the day that it leads to, are seldom those of two encounters.
ANNOUNCED, PUT_OFF, SOON = 0.4, 0.6, 0.3
# One leaves its time open, and the reports are far apart: seldom one encounter.
FAR = -0.75
# An undated telling of what was held is of the days before its article, of what is planned of those after.
REACH = timedelta(days=7)
# How long a round lasts, and how far an encounter is put off, at most.
LONGEST = timedelta(days=45)
# Reports this near each other are of the same news.
NEWS = timedelta(days=2)
NEXT = timedelta(days=1)
# An undated report of what was held in a place, of the day that another gives it.
DAY_OF_NEWS = 0.5
# The day told with these is that of the end, or of the decision: it contradicts no other.
ENDED = frozenset(("suspended", "cancelled"))
# The days of two sittings leave room for one.
ROOM = 0.6


@dataclass(frozen=True, slots=True)
class Like:
    """How much speaks for one encounter; `move`: only if somebody says that it was put off."""

    points: float
    move: bool = False


def one_round(x: Telling, y: Telling) -> bool:
    """Whether both are told to be of one numbered round."""
    return x.encounter.round is not None and x.encounter.round == y.encounter.round


def time_of_sitting(x: Telling, y: Telling, passage: bool) -> Like | None:
    """What the days of two sittings say: talks are not opened twice in weeks, nor do they break up before they open."""
    room = one_sitting(x.sitting, y.sitting) if x.sitting and y.sitting else None
    time = time_of(x, y, passage)
    if room is None or one_round(x, y):
        return time
    if not room:
        return time if passage and time and not time.move else None
    return Like(max(ROOM, time.points if time and not time.move else 0.0))


def time_of(x: Telling, y: Telling, passage: bool) -> Like | None:
    """What the days speak for it; None where they can't be one encounter's."""
    agreed = agree(x.value, y.value)
    if agreed == "same":
        return Like(SAME_DAY + ANNOUNCED * _announced(x, y) + PUT_OFF * _leads_to(x, y))
    if agreed == "within":
        return Like(_as_narrow(x, y) + closeness(x, y) if passage or _near(x, y) else FAR)
    if agreed == "apart":
        return _into_the_night(x, y) or _moved(x, y)
    if _news_of_the_day(x, y) or _news_of_the_day(y, x):
        return Like(DAY_OF_NEWS)
    if passage or _near(x, y):
        return Like(closeness(x, y)) if passage or _plausible(x, y) else None
    return Like(FAR)


def _news_of_the_day(dated: Telling, undated: Telling) -> bool:
    """Whether one city has a gathering on a day, and another article of that day or the next an undated one there."""
    if undated.days or undated.value or undated.encounter.status != "held" or undated.reported is None:
        return False
    if dated.days is None or not dated.days.narrow or dated.family != "gathering":
        return False
    one = dated.city and dated.place == undated.place
    return one and timedelta(0) <= undated.reported - dated.days.first <= NEXT


def _into_the_night(x: Telling, y: Telling) -> Like | None:
    """What two touching days say of a gathering in one city that one of them tells without participants."""
    if x.days is None or y.days is None or x.family != "gathering" or not (x.city and x.place == y.place):
        return None
    touching = max(x.days.first, y.days.first) - min(x.days.last, y.days.last) <= NEXT
    exact = x.days.narrow and y.days.narrow and "postponed" not in {x.encounter.status, y.encounter.status}
    open_to_all = not (x.known_guests and y.known_guests) or (x.many and y.many)
    return Like(SAME_WEEK) if touching and exact and open_to_all else None


def _moved(x: Telling, y: Telling) -> Like | None:
    """Two days that differ: of two that may be moved, and in reach of each other."""
    if x.days is None or y.days is None:
        return None
    if max(x.days.first, y.days.first) - min(x.days.last, y.days.last) > LONGEST:
        return None
    statuses = {x.encounter.status, y.encounter.status}
    if one_round(x, y) and x.encounter.kind == y.encounter.kind == "talks":
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


def closeness(x: Telling, y: Telling) -> float:
    """Points for reports that are of the same news."""
    return CLOSE if x.reported and y.reported and abs(x.reported - y.reported) <= NEWS else 0.0


def _near(x: Telling, y: Telling) -> bool:
    """Whether the reports are near enough for a time that one of them leaves open."""
    if not (x.reported and y.reported):
        return True
    reach = LONGEST if one_round(x, y) or (x.days and y.days) else REACH
    return abs(x.reported - y.reported) <= reach


def _plausible(x: Telling, y: Telling) -> bool:
    """Whether the day of the one may be that of the other, who gives none, by when that is reported."""
    if one_round(x, y):
        return True
    return _may_be_of(x, y) and _may_be_of(y, x)


def _may_be_of(dated: Telling, undated: Telling) -> bool:
    if dated.days is None or undated.days is not None or undated.reported is None:
        return True
    if undated.encounter.status in {"planned", "postponed"}:
        return dated.days.last >= undated.reported - NEWS
    return undated.reported - REACH <= dated.days.last and dated.days.first <= undated.reported
