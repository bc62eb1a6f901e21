"""Whether two tellings are of one encounter: what forbids it, and what speaks for it, in points.

A telling that says little is like many others and joined to none: time and participants, or the two with the place,
the track or the round, must carry it. A day that contradicts makes two encounters of two tellings, unless
somebody says that it was put off or both name one round: then the tellings are like each other with a `move`.
"""

from __future__ import annotations

from collections.abc import Sequence

from aidememoire.record.days import agree
from aidememoire.record.encounters.attacks import one_attack, one_news, one_place
from aidememoire.record.encounters.guests import PAIR, Likes, compare_guests
from aidememoire.record.encounters.sittings import one_process
from aidememoire.record.encounters.tellings import Shared, Telling
from aidememoire.record.encounters.timing import ENDED, Like, closeness, one_round, time_of, time_of_sitting
from aidememoire.record.similarity import Similarity

# Points. Two that are told of one day and one place, or of one day and two participants, reach JOIN.
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
# Both are sittings of the peace talks of one process; their days leave room for one, though none is told twice.
SITTING = 0.6
# A meeting is an hour of a sitting: the mediator receives one side.
SESSION = -0.5
# Many are told to have come to one place on one day: whoever is named was among them.
MANY = 0.5
# Sums over sets differ in their last digits from run to run; what is alike must be so every time.
EXACT = 6


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
        sitting = _sittings(x, y)
        time = time_of_sitting(x, y, passage) if sitting else time_of(x, y, passage)
        if time is None:
            return None
        likes = compare_guests(x.guests, y.guests)
        guests = _among_many(x, y, likes)
        if likes.clash and guests is None and not (sitting and _one_sided(x, y)):
            return None
        wording = self._wording.between(i, j)
        if x.family == "attack" and not (passage or one_attack(x, y, wording, closeness(x, y) > 0)):
            return None
        if guests is None:
            guests = _guests(likes, x) if likes.matched or not sitting else 0.0
        points = SITTING * sitting + guests + time.points + _where(x, y) + _kinds(x, y, likes) + WORDING * wording
        points += CONTEXT * self._context.between(i, j) * (x.encounter.article != y.encounter.article)
        one_story = bool(x.stories & y.stories) or (x.family == "attack" and one_news(x, y))
        points += SAME_STORY * one_story + ONE_PASSAGE * passage
        return Like(round(points, EXACT), time.move)


def _two(x: Telling, y: Telling) -> bool:
    """Whether kind, track, round, place or weapon tells them apart."""
    if x.family != y.family or (x.track and y.track and x.track != y.track):
        return True
    if x.encounter.round is not None and y.encounter.round is not None and x.encounter.round != y.encounter.round:
        return True
    if x.city and y.city and x.place != y.place and not (x.family == "attack" and one_place(x, y)):
        return True
    if x.state and y.state and x.state != y.state:
        return True
    return bool(x.weapons and y.weapons and not x.weapons & y.weapons)


def _where(x: Telling, y: Telling) -> float:
    """What place, track and round speak for it."""
    points = 0.0
    if (x.place and x.place == y.place) or (x.family == "attack" and one_place(x, y)):
        points += SAME_PLACE if x.city else SAME_STATE
    elif x.state and x.state == y.state:
        points += SAME_STATE
    elif (x.city and x.place in y.datelines) or (y.city and y.place in x.datelines):
        points += DATELINE
    points += SAME_TRACK * bool(x.track and x.track == y.track)
    return points + SAME_ROUND * one_round(x, y)


def _sittings(x: Telling, y: Telling) -> bool:
    """Whether both are sittings of the talks of one process."""
    return x.sitting is not None and y.sitting is not None and one_process(x.sitting, y.sitting)


def _one_sided(x: Telling, y: Telling) -> bool:
    """Whether one of them tells of no more than one participant: a side, a mediator, a host of the same talks."""
    return min(len(x.known_guests), len(y.known_guests)) < PAIR


def _among_many(x: Telling, y: Telling, likes: Likes) -> float | None:
    """What it says that one of two gatherings in one city is of many; None where that says nothing."""
    if x.family != "gathering" or not (x.many or y.many) or not _one_gathering_place(x, y):
        return None
    lesser = [t for t in (x, y) if not t.many]
    if lesser and not likes.matched:
        return None
    if any(len(t.guests) == PAIR and all(g.surname for g in t.guests) for t in (x, y)):
        return None
    return MANY + min(MOST_GUESTS - MANY, EACH_GUEST * likes.surely)


def _one_gathering_place(x: Telling, y: Telling) -> bool:
    if x.city and y.city:
        return x.place == y.place
    return x.many and y.many and agree(x.value, y.value) == "same"


def _guests(likes: Likes, x: Telling) -> float:
    # Of an attack the accused is named in one clause and described in the next.
    doubt = (NAMED_DOUBT if likes.named_left and x.family != "attack" else DOUBT) * likes.doubt
    return min(MOST_GUESTS, EACH_GUEST * likes.surely) + ALL_GUESTS * likes.all_alike + doubt


def _kinds(x: Telling, y: Telling, likes: Likes) -> float:
    """What kind and status speak for it, or against."""
    statuses = {x.encounter.status, y.encounter.status}
    points = OTHER_KIND * (x.encounter.kind != y.encounter.kind and not likes.matched)
    one_article = x.encounter.article == y.encounter.article
    two_times = bool(x.value and y.value) and agree(x.value, y.value) != "same"
    one_is_meeting = "meeting" in {x.encounter.kind, y.encounter.kind}
    two_times |= not x.value and not y.value and bool(likes.mine_left or likes.theirs_left)
    points += SESSION * ((x.sitting is None) != (y.sitting is None) and one_is_meeting)
    points += TWO_TOLD * (one_article and statuses == {"planned", "held"} and two_times)
    ended = statuses <= ENDED and bool(x.value and y.value) and not one_article
    return points + SAME_END * ended
