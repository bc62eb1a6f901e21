"""Planned against held: what became of each encounter that was announced."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from aidememoire.model.facts import Encounter
from aidememoire.model.process import EncounterGroup
from aidememoire.queries.desk.choices import Choice
from aidememoire.queries.desk.process_encounters import EncounterRow, encounter_row, encounters
from aidememoire.queries.desk.shapes import Listed, listed
from aidememoire.queries.desk.told import Turning, turnings
from aidememoire.queries.shelf import Shelf

_ANNOUNCED = frozenset(("planned", "postponed", "cancelled"))
NO_WORD, TO_COME, NO_DAY = "no word since", "still to come", "no day told"
OUTCOMES = ("held", "suspended", "postponed", "cancelled", "denied", "alleged", NO_WORD, TO_COME, NO_DAY)
"""What may have become of a plan. The last three are those of which nothing is told but the plan."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """An encounter that was announced, what became of it, and how that was told turn by turn."""

    encounter: EncounterRow
    outcome: str
    course: tuple[Turning, ...]


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """The announced encounters of the `outcome` asked for; `last` is the last day that the record has an article of."""

    outcome: str | None
    last: str | None
    rows: tuple[PlannedRow, ...]
    listed: Listed
    outcomes: tuple[Choice, ...]


def planned_page(shelf: Shelf, outcome: str | None, page: int, size: int) -> PlannedPage:
    """The page of announced encounters, of `size` lines."""
    every = shelf.kept(_announced)
    wanted = [pair for pair in every if outcome in {None, pair[1]}]
    rows = tuple(
        PlannedRow(encounter_row(shelf, g), became, turnings(shelf, g.course, Encounter))
        for g, became in wanted[(page - 1) * size : page * size]
    )
    count = Counter(became for _, became in every)
    choices = tuple(Choice(o, o, count[o]) for o in OUTCOMES if count[o])
    return PlannedPage(outcome, shelf.days[-1] if shelf.days else None, rows, listed(len(wanted), page, size), choices)


def _announced(shelf: Shelf) -> tuple[tuple[EncounterGroup, str], ...]:
    last = shelf.days[-1] if shelf.days else ""
    return tuple(
        (g, _outcome(g, last))
        for g in shelf.kept(encounters)
        if g.status in _ANNOUNCED or any(turn.status in _ANNOUNCED for turn in g.course)
    )


def _outcome(g: EncounterGroup, last: str) -> str:
    if g.status != "planned":
        return g.status
    day = g.latest or g.earliest
    if day is None:
        return NO_DAY
    return NO_WORD if day < last else TO_COME
