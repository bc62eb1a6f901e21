"""What follows for coded events where the facts that they were made of turn out otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from aidememoire.model.events import Event
from aidememoire.model.facts import Fact
from aidememoire.record.review.versions import Fields, fields_of

_CLASS = ("act", "kind", "stance", "status")
_ONE = ("speaker", "addressee", "target", "party", "of", "by", "to", "source")
_MANY = ("participants", "parties", "joint")


def followed(
    events: Iterable[Event], changes: Mapping[str, Fact | None], read: Mapping[str, Fact]
) -> dict[str, Fact | None]:
    """The events that are otherwise, by id, None for those that are none any more.

    An event goes with the last of its facts that is one still. So it does where what made it an event of its class was
    corrected (the act, the kind, the status). Where a party was, the event has the other party.
    """
    found = ((event, _after(event, changes, read)) for event in events if event.id not in changes)
    return {event.id: after for event, after in found if after is not event}


def _after(event: Event, changes: Mapping[str, Fact | None], read: Mapping[str, Fact]) -> Event | None:
    swaps: dict[str, str | None] = {}
    left = []
    for each in event.facts:
        if each not in changes or each not in read:
            left.append(each)
            continue
        now = changes[each]
        before, after = fields_of(read[each]), {} if now is None else fields_of(now)
        if after and all(before.get(name) == after.get(name) for name in _CLASS):
            left.append(each)
            swaps |= _swaps(before, after)
    if len(left) == len(event.facts) and not swaps:
        return event
    if not left:
        return None
    sources, targets = _swapped(event.sources, swaps), _swapped(event.targets, swaps)
    reporter = swaps.get(event.reporter, event.reporter) if event.reporter else None
    return replace(event, sources=sources, targets=targets, reporter=reporter, facts=tuple(left))


def _swaps(before: Fields, after: Fields) -> dict[str, str | None]:
    """Which party takes the place of which, None for nobody."""
    swaps = {before[n]: after[n] for n in _ONE if before.get(n) is not None and before[n] != after[n]}
    for name in _MANY:
        gone = [p for p in before.get(name, ()) if p not in after[name]]
        new = [p for p in after.get(name, ()) if p not in before[name]]
        swaps |= dict(zip(gone, [*new, *[None] * len(gone)], strict=False))
    return swaps


def _swapped(parties: tuple[str, ...], swaps: Mapping[str, str | None]) -> tuple[str, ...]:
    now = (swaps.get(party, party) for party in parties)
    return tuple(dict.fromkeys(party for party in now if party is not None))
