"""Outlets: how much copy each has from the wires, how much of it it keeps, and what it changes in it."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.queries.outlet_habits import Changes, Habits, habits
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet in a table; `outlet` is None for the articles that name none.

    `kept` is the mean share (0 to 1) of the version compared with; `rate` are edits to 1,000 words of its own. Both are
    None where nothing could be compared. `own` tells whether the changes are this outlet's for certain.
    """

    outlet: str | None
    articles: int
    wire: int
    agencies: tuple[str, ...]
    source: int
    compared: int
    kept: float | None
    rate: float | None
    own: bool


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """What each outlet does to copy, the one with most wire copy first."""

    rows: tuple[OutletRow, ...]
    habits: tuple[Habits, ...]


def outlets_page(shelf: Shelf) -> OutletsPage:
    """What each outlet does to copy."""
    return shelf.kept(_page)


def _page(shelf: Shelf) -> OutletsPage:
    found = habits(shelf.articles.values(), shelf.answers.wires())
    return OutletsPage(tuple(row for each in found for row in _rows(each)), found)


def _rows(each: Habits) -> list[OutletRow]:
    """A row for the changes that are the outlet's own, and one for those that may be another's."""
    made = [(changes, own) for changes, own in ((each.made, True), (each.differs, False)) if changes.articles]
    return [_row(each, changes, own=own) for changes, own in made] or [_row(each, None, own=True)]


def _row(each: Habits, changes: Changes | None, *, own: bool) -> OutletRow:
    agencies = tuple(f"{name} {number}" for name, number in each.agencies.items())
    rate = 1000 * sum(changes.edits.values()) / changes.words if changes and changes.words else None
    return OutletRow(
        each.outlet,
        each.articles,
        each.wire,
        (*agencies, *((f"not named {each.unnamed}",) if each.unnamed else ())),
        each.source,
        changes.articles if changes else 0,
        changes.kept if changes else None,
        rate,
        own,
    )
