"""The process on one line of time: tracks, rounds and encounters, planned told apart from held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from aidememoire.model.process import EncounterGroup, Round, Track
from aidememoire.queries.desk.process_encounters import encounters
from aidememoire.queries.desk.shapes import Listed, each_who, listed
from aidememoire.queries.desk.told import reported, timed
from aidememoire.queries.shelf import Shelf

MOST_MARKS = 1500
"""Marks that the chart shows, the newest: a browser draws so many in a moment, and nobody tells more apart."""
SLOTS = 4
"""Marks of one day shown below each other in a lane; more of them lie on the last."""
_BEFORE, _AFTER = 14, 45
_LANES = ("talks", "meeting", "visit", "call", "exchange", "release", "evacuation", "attack")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its lane, what it is, how it stands, and the first and the last ISO day.

    `path` leads to what it stands for, `slot` keeps marks of one day apart.
    """

    lane: str
    label: str
    standing: str
    first: str
    last: str
    path: str
    slot: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    """All marks that have a day, the newest first, and how many encounters have none told (`undated`).

    `window` are the first and the last ISO day to show at first: those of the coverage, with a little before it and
    what is planned soon after; `outside` are the marks that lie before or after.
    """

    marks: tuple[Mark, ...]
    lanes: tuple[str, ...]
    undated: int
    window: tuple[str, ...]
    outside: int


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The timeline that was asked for: `drawn` are the marks of the chart, `rows` a page of all of them."""

    attacks: bool
    drawn: tuple[Mark, ...]
    lanes: tuple[str, ...]
    undated: int
    window: tuple[str, ...]
    outside: int
    rows: tuple[Mark, ...]
    listed: Listed


def timeline_page(shelf: Shelf, attacks: bool, page: int, size: int) -> TimelinePage:
    """The timeline, with or without attacks, and a page of `size` of its marks as a list."""
    made = shelf.kept(_with_attacks if attacks else _without_attacks)
    rows = made.marks[(page - 1) * size : page * size]
    return TimelinePage(
        attacks, made.marks[:MOST_MARKS], made.lanes, made.undated, made.window, made.outside, rows,
        listed(len(made.marks), page, size),
    )  # fmt: skip


def _with_attacks(shelf: Shelf) -> Timeline:
    return _made(shelf, shelf.kept(encounters))


def _without_attacks(shelf: Shelf) -> Timeline:
    return _made(shelf, tuple(g for g in shelf.kept(encounters) if g.kind != "attack"))


def _made(shelf: Shelf, groups: tuple[EncounterGroup, ...]) -> Timeline:
    process = [*_tracks(shelf), *_rounds(shelf)]
    marks = [*process, *_apart([_encounter(shelf, g) for g in groups if g.earliest])]
    lanes = [*sorted({m.lane for m in process}), *(k for k in _LANES if any(g.kind == k for g in groups))]
    ordered = sorted(marks, key=lambda m: (m.first, m.last, m.lane, m.label), reverse=True)
    window = _window(shelf)
    outside = sum(mark.last < window[0] or mark.first > window[1] for mark in ordered) if window else 0
    return Timeline(tuple(ordered), tuple(lanes), sum(g.earliest is None for g in groups), window, outside)


def _window(shelf: Shelf) -> tuple[str, ...]:
    """One misread century would otherwise press all marks into a corner."""
    if not shelf.days:
        return ()
    first, last = date.fromisoformat(shelf.days[0]), date.fromisoformat(shelf.days[-1])
    return (first - timedelta(_BEFORE)).isoformat(), (last + timedelta(_AFTER)).isoformat()


def _tracks(shelf: Shelf) -> Iterator[Mark]:
    """A track lasts, as far as the record can tell, from the first report of it to the last."""
    for track in shelf.moment.links(Track):
        told = reported(shelf, {place.article for place in track.evidence})
        if told:
            label = f"Reports of the {track.name} track"
            yield Mark(f"{track.name} track", label, "reported", told[0], told[1], f"/process#{track.id}")


def _rounds(shelf: Shelf) -> Iterator[Mark]:
    for found in shelf.moment.links(Round):
        opened, closed = timed(found.opened or found.when), timed(found.closed)
        if opened is None or opened.first is None:
            continue
        last = max(opened.first, closed.last if closed and closed.last else opened.first)
        told = reported(shelf, {place.article for place in found.evidence})
        ahead = bool(told) and opened.first > told[1]
        lane = f"{found.track} rounds" if found.track else "rounds of no named track"
        label = f"Round {found.number}{f' of {found.track}' if found.track else ''}"
        yield Mark(lane, label, "planned" if ahead else "reported", opened.first, last, "/process#rounds")


def _encounter(shelf: Shelf, g: EncounterGroup) -> Mark:
    names = [w.name for w in each_who(shelf, g.participants, g.participant_texts)]
    of = f": {', '.join(' '.join(n.split()) for n in names[:4])}" if names else ""
    label = f"{'proximity talks' if g.proximity else g.kind}{f' in {g.place}' if g.place else ''}{of}"
    assert g.earliest is not None
    return Mark(g.kind, label, g.status, g.earliest, g.latest or g.earliest, f"/process/encounters/{g.id}")


def _apart(marks: list[Mark]) -> Iterator[Mark]:
    taken: dict[tuple[str, str], int] = {}
    for mark in marks:
        slot = taken.get((mark.lane, mark.first), 0)
        taken[mark.lane, mark.first] = slot + 1
        yield replace(mark, slot=min(slot, SLOTS - 1))
