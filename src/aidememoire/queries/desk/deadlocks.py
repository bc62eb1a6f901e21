"""What waits for what: conditions, the circles that they close, and what would break them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aidememoire.model.process import Condition, Deadlock
from aidememoire.queries.desk.ring import Drawing, Waiting, ring
from aidememoire.queries.desk.shapes import Cited, Listed, Who, listed, who
from aidememoire.queries.desk.told import places
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A condition by its `number` on the page: `party` will not do `withheld` before `of` does `awaited`.

    `deadlocks` are the ids of the circles that it is part of, `positions` those of the positions that state it.
    """

    id: str
    number: int
    party: Who | None
    withheld: str
    of: Who | None
    awaited: str
    deadlocks: tuple[str, ...]
    positions: tuple[str, ...]
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """Conditions of which dropping all, and no fewer, would undo the circle."""

    steps: tuple[ConditionRow, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """A deadlock: conditions each of which waits for the next, the last for the first."""

    id: str
    waits: tuple[ConditionRow, ...]
    breaks: tuple[Break, ...]

    @property
    def drawing(self) -> Drawing:
        """The circle as a graph."""
        return ring(
            tuple(Waiting(str(w.number), str(w.party or "not stated"), w.withheld, w.awaited) for w in self.waits)
        )


@dataclass(frozen=True, slots=True)
class DeadlocksPage:
    """The circles, and all conditions: those of circles first."""

    circles: tuple[Circle, ...]
    rows: tuple[ConditionRow, ...]
    listed: Listed


@dataclass(frozen=True, slots=True)
class _Conditions:
    circles: tuple[Circle, ...]
    rows: tuple[ConditionRow, ...]


def deadlocks_page(shelf: Shelf, page: int, size: int) -> DeadlocksPage:
    """All circles, and a page of `size` conditions."""
    made = shelf.kept(_made)
    rows = made.rows[(page - 1) * size : page * size]
    return DeadlocksPage(made.circles, rows, listed(len(made.rows), page, size))


def _made(shelf: Shelf) -> _Conditions:
    deadlocks = tuple(shelf.moment.links(Deadlock))
    rows = _numbered(shelf, deadlocks)
    circles = [
        Circle(
            d.id,
            tuple(rows[c] for c in d.conditions),
            _breaks(d, rows),
        )
        for d in deadlocks
    ]
    return _Conditions(tuple(circles), tuple(rows.values()))


def _breaks(d: Deadlock, rows: Mapping[str, ConditionRow]) -> tuple[Break, ...]:
    """In the order of their numbers."""
    found = [sorted((rows[c] for c in broken), key=lambda r: r.number) for broken in d.breaks]
    return tuple(Break(tuple(steps)) for steps in sorted(found, key=lambda steps: [r.number for r in steps]))


def _numbered(shelf: Shelf, deadlocks: tuple[Deadlock, ...]) -> Mapping[str, ConditionRow]:
    """The conditions by id, numbered: first those of the circles in their order, then the others by party."""
    name = shelf.answers.name
    every = sorted(
        shelf.moment.links(Condition), key=lambda c: ((name(c.party) or c.party_text).casefold(), c.withheld, c.id)
    )
    by_id = {c.id: c for c in every}
    order = dict.fromkeys((*(c for d in deadlocks for c in d.conditions), *by_id))
    within: dict[str, list[str]] = {}
    for d in deadlocks:
        for each in d.conditions:
            within.setdefault(each, []).append(d.id)
    return {each: _row(shelf, by_id[each], at, tuple(within.get(each, ()))) for at, each in enumerate(order, 1)}


def _row(shelf: Shelf, c: Condition, number: int, deadlocks: tuple[str, ...]) -> ConditionRow:
    return ConditionRow(
        c.id, number, who(shelf, c.party, c.party_text), c.withheld, who(shelf, c.of), c.awaited, deadlocks,
        c.positions, places(shelf, c.evidence),
    )  # fmt: skip
