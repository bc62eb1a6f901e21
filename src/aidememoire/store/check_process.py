"""Checking the parts of the process: that every actor, track and fact they refer to is in the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from aidememoire.model.facts import Agreement, Encounter, Position
from aidememoire.model.joined import Actor
from aidememoire.model.links import Process
from aidememoire.model.mentions import SeatMention
from aidememoire.model.process import (
    AgreementGroup,
    Basket,
    Condition,
    Deadlock,
    Delegation,
    EncounterGroup,
    Issue,
    Round,
    Seat,
    Stand,
    Track,
)
from aidememoire.store.check_ids import Known, given, missing, origin_problems, turn_problems

PROCESS: tuple[type[Process], ...] = get_args(Process)


def process_problems(part: Process, known: Known) -> Iterator[str]:
    """What is wrong with the ids of one part of the process."""
    yield from missing("actor", part.id, _actors(part), known.of[Actor])
    yield from missing("track", part.id, given(getattr(part, "track", None)), known.of[Track] | known.track_names)
    for kind, ids in _parts(part):
        yield from missing(kind.__name__.lower(), part.id, ids, known.of[kind])
    if isinstance(part, EncounterGroup | AgreementGroup):
        yield from origin_problems(part.id, part.origins, known)
    if isinstance(part, EncounterGroup):
        yield from turn_problems(part.id, part.course, Encounter, known)
    if isinstance(part, Stand):
        yield from turn_problems(part.id, part.course, Position, known)
    if isinstance(part, Seat):
        yield from turn_problems(part.id, part.course, SeatMention, known)


def _actors(part: Process) -> Iterator[str]:
    match part:
        case Track():
            yield from (*given(part.mediator), *part.sponsors, *part.guarantors)
        case Delegation():
            yield from (*given(part.of, part.head), *part.members)
        case Seat():
            yield from (*given(part.party), *part.told_by, *part.wanted_by, *part.refused_by)
        case EncounterGroup():
            yield from part.participants
        case AgreementGroup():
            yield from part.parties
        case Stand():
            yield from given(part.party)
        case Condition():
            yield from given(part.party, part.of)


def _parts(part: Process) -> Iterator[tuple[type[Any], tuple[str, ...]]]:
    """The facts and links that a part is made of, by their class."""
    match part:
        case Round():
            yield Basket, part.baskets
        case EncounterGroup():
            yield Encounter, part.members
        case AgreementGroup():
            yield Agreement, part.members
        case Issue() | Condition():
            yield Position, part.positions
        case Stand():
            yield Issue, (part.issue,)
            yield Position, part.moved_by
        case Deadlock():
            yield Condition, (*part.conditions, *(each for broken in part.breaks for each in broken))
