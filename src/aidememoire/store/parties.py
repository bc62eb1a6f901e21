"""The parties that a fact speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.model.events import Event
from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Figure, Position, Statement
from aidememoire.model.mentions import DelegationMention, SeatMention, TrackMention


def parties_of(fact: Fact) -> Iterator[str]:
    """The id of every party that a fact refers to."""
    match fact:
        case Statement():
            yield from _given(fact.speaker, *fact.joint, fact.addressee, fact.target, *(via.actor for via in fact.via))
        case Encounter():
            yield from (*fact.participants, *_given(fact.source))
        case Position():
            yield from _given(fact.party, fact.of)
        case Commitment():
            yield from (*_given(fact.by, fact.to), *fact.alleged_by)
        case Agreement():
            yield from fact.parties
        case Figure():
            yield from _given(fact.speaker)
        case _:
            yield from _parties_of_part(fact)


def _parties_of_part(fact: Fact) -> Iterator[str]:
    """The same for what an article says of the parts of the process, and for coded events."""
    match fact:
        case TrackMention():
            yield from (*_given(fact.mediator), *fact.sponsors, *fact.guarantors)
        case DelegationMention():
            yield from (*_given(fact.of, fact.head), *fact.members)
        case Event():
            yield from (*fact.sources, *fact.targets, *_given(fact.reporter))
        case SeatMention():
            yield from _given(fact.party, fact.source)


def _given(*ids: str | None) -> Iterator[str]:
    return (each for each in ids if each is not None)
