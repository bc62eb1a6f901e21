"""The course of an encounter: its turns in the order in which they were reported, and how it stands after the last.

What opens a turn is another status, or another day told for the same one. A report that lags behind opens none: an
article that still has it planned when another tells that it was held repeats the plan, whatever day it was printed on.
Such a repetition is put to the turn that it repeats; where no earlier telling made that turn, it makes one of its own
in front of the turn that overtook it, with the day on which it was reported. So the last turn is always how it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from aidememoire.model.facts import EncounterStatus
from aidememoire.model.joined import Turn
from aidememoire.model.when import When
from aidememoire.record.days import Days, agree
from aidememoire.record.encounters.tellings import Telling

# What becomes of an encounter, from plan to end; on one day it is told in this order. A later stage is not undone by a
# report of an earlier one. An allegation stands for less than a report of the fact, a denial answers both.
STAGES: Mapping[EncounterStatus, int] = {
    "planned": 0,
    "alleged": 0,
    "postponed": 1,
    "cancelled": 2,
    "held": 3,
    "suspended": 4,
    "denied": 5,
}
# Stages up to this one lie before the encounter itself.
BEFORE = 2
# That it was held says nothing against these, whichever was reported first.
_AHEAD = frozenset(("planned", "postponed", "alleged"))


@dataclass(slots=True)
class _Draft:
    """A turn in the making."""

    status: EncounterStatus
    told: list[Telling] = field(default_factory=list)

    @property
    def times(self) -> list[Telling]:
        """The tellings that give a time, the most exact first."""
        return sorted((t for t in self.told if t.encounter.when is not None), key=exactness)

    @property
    def day(self) -> date | None:
        """The first day on which it was reported."""
        return min((t.reported for t in self.told if t.reported), default=None)

    def takes(self, telling: Telling) -> bool:
        """Whether a telling says the same as this turn: its status, and no other day."""
        if telling.encounter.status != self.status:
            return False
        return all(agree(telling.value, t.value) != "apart" for t in self.told)


def exactness(told: Telling) -> tuple[int, int, date, str]:
    """What tellings are ordered by, the most exact time first: days, then weekdays, then words alone."""
    count = told.days.count if told.days else 10**6
    return count, -sum(c.isdigit() for c in told.value), told.reported or date.max, told.encounter.id


def turns(told: Iterable[Telling]) -> tuple[tuple[EncounterStatus, tuple[Telling, ...]], ...]:
    """The turns of an encounter in order, each as its status and the tellings of it; the undated tellings last."""
    drafts: list[_Draft] = []
    for telling in sorted(told, key=_reported):
        _place(telling, drafts)
    return tuple((d.status, tuple(d.told)) for d in drafts)


def _reported(told: Telling) -> tuple[date, int, date, str]:
    """The day of the report; on one day the stages in their order, then the days told, so that a move is seen."""
    day = told.days.first if told.days else date.max
    return told.reported or date.max, STAGES[told.encounter.status], day, told.encounter.id


def _place(telling: Telling, drafts: list[_Draft]) -> None:
    """Puts a telling to the turn that it repeats, or makes a turn of it."""
    if drafts and drafts[-1].takes(telling):
        drafts[-1].told.append(telling)
        return
    overtaken = next((n for n, d in enumerate(drafts) if _overtakes(d, telling)), None)
    same = [d for d in drafts if d.takes(telling)]
    if same and (overtaken is not None or _repeats(telling, drafts)):
        same[-1].told.append(telling)
    else:
        drafts.insert(len(drafts) if overtaken is None else overtaken, _Draft(telling.encounter.status, [telling]))


def _overtakes(turn: _Draft, telling: Telling) -> bool:
    """Whether a turn, reported before or on the day of the telling, leaves it behind."""
    status = telling.encounter.status
    if turn.status == "held" or (turn.status == "suspended" and status != "held"):
        return status in _AHEAD
    if turn.status in {"postponed", "cancelled"} and status == "planned":
        return not _set_anew(turn, telling)
    return False


def _set_anew(turn: _Draft, telling: Telling) -> bool:
    """Whether a plan told after it was put off is a new one: for the day then set, or for one still to come."""
    if any(agree(telling.value, t.value) in {"same", "within"} for t in turn.times):
        return True
    return bool(telling.days and turn.day and not turn.times and telling.days.first > turn.day)


def _repeats(telling: Telling, drafts: Sequence[_Draft]) -> bool:
    """Whether a telling that differs from the last turn only says again what an earlier one said."""
    last = drafts[-1].day
    if telling.encounter.status == "held" and drafts[-1].status == "suspended":
        if telling.reported is None or last is None:
            return True
        resumed = telling.days.last > last if telling.days else telling.reported > last
        return not resumed
    return True


def course(told: Sequence[Telling], actor: Mapping[str, str]) -> tuple[Turn, ...]:
    """The turns of an encounter as the record keeps them."""
    return tuple(_turn(status, of, actor) for status, of in turns(told))


def _turn(status: EncounterStatus, told: Sequence[Telling], actor: Mapping[str, str]) -> Turn:
    encounters = [t.encounter for t in told]
    day = min((t.reported for t in told if t.reported), default=None)
    own = _agreed(told, []).days
    return Turn(
        status=status,
        day=day.isoformat() if day else None,
        when=most_exact(told),
        facts=tuple(sorted(e.id for e in encounters)),
        articles=tuple(sorted({e.article for e in encounters})),
        sources=tuple(sorted({actor[e.source] for e in encounters if e.source and e.source in actor})),
        earliest=own.first.isoformat() if own else None,
        latest=own.last.isoformat() if own else None,
    )


def most_exact(told: Iterable[Telling]) -> When | None:
    """The most exact time of several tellings, None where none gives any."""
    first = min((t for t in told if t.encounter.when), key=exactness, default=None)
    return first.encounter.when if first else None


@dataclass(frozen=True, slots=True)
class Set:
    """When an encounter was held or is to be held: the time as told, and the days that the tellings leave."""

    when: When | None
    days: Days | None


NOT_SET = Set(None, None)


def time_set(told: Iterable[Telling]) -> Set:
    """When it was held or is to be, by the last turn that tells; nothing where it was cancelled or put off for good.

    The time of a suspension is that of its end, and so is left out.
    """
    course_of = [(s, [t for t in of if t.encounter.when]) for s, of in turns(told) if s != "suspended"]
    if not course_of or course_of[-1][0] == "cancelled":
        return NOT_SET
    if course_of[-1][0] == "postponed":
        return _agreed(_new_days(course_of[-1][1]), [])
    given = [of for _, of in course_of if any(t.days for t in of)] or [of for _, of in course_of if of]
    return _agreed(given[-1], [t for of in given[:-1] for t in of]) if given else NOT_SET


def _new_days(told: Sequence[Telling]) -> list[Telling]:
    """The tellings of a delay that give a day still to come then; "what was due on Monday" gives the old one."""
    return [t for t in told if t.days is None or t.reported is None or t.days.last >= t.reported]


def _agreed(last: Sequence[Telling], before: Sequence[Telling]) -> Set:
    """The time of the most exact telling, and its days as far as the others agree with it."""
    ordered = sorted(last, key=exactness)
    if not ordered:
        return NOT_SET
    left = next((t.days for t in ordered if t.days), None)
    for t in (*ordered, *sorted(before, key=exactness)):
        if left and t.days and (both := left.both(t.days)):
            left = both
    exact = next(
        (t for t in (*ordered, *before) if left and t.days and t.days.both(left) == t.days == left), ordered[0]
    )
    return Set(exact.encounter.when, left)
