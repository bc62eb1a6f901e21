"""The pages of the process: tracks and rounds, who met whom, what came of plans, seats, agreements, commitments."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query

from aidememoire.queries.desk.process import ProcessPage, process_page
from aidememoire.queries.desk.process_agreements import AgreementsAsked, AgreementsPage, agreements_page
from aidememoire.queries.desk.process_commitments import CommitmentsAsked, CommitmentsPage, commitments_page
from aidememoire.queries.desk.process_encounters import (
    EncounterPage,
    EncountersAsked,
    EncountersPage,
    encounter_page,
    encounters_page,
)
from aidememoire.queries.desk.process_planned import PlannedPage, planned_page
from aidememoire.queries.desk.process_seats import SeatsAsked, SeatsPage, seats_page
from aidememoire.views.web.asked import PAGE_SIZE, Day, OnShelf, PageNumber
from aidememoire.views.web.pages import found, page

router = APIRouter(tags=["process"])
Value = Annotated[str | None, Query(max_length=80)]


@page(router, "/process", "process.html")
def process(
    shelf: OnShelf,
    attacks: Annotated[bool, Query(description="The timeline with attacks too.")] = False,
    page_number: PageNumber = 1,
) -> ProcessPage:
    """The process at a glance: tracks, rounds, agendas, and one timeline of tracks, rounds and encounters."""
    return process_page(shelf, attacks, page_number, PAGE_SIZE)


@page(router, "/process/encounters", "process_encounters.html")
def encounters(
    shelf: OnShelf,
    kind: Value = None,
    status: Value = None,
    party: Annotated[str | None, Query(max_length=80, description="Only those with this actor.")] = None,
    other: Annotated[str | None, Query(max_length=80, description="Only those with this actor as well.")] = None,
    track: Value = None,
    first: Annotated[Day, Query(alias="from", description="Only those on this day or later.")] = None,
    last: Annotated[Day, Query(alias="to", description="Only those on this day or earlier.")] = None,
    attacks: Annotated[bool, Query(description="Attacks too.")] = False,
    page_number: PageNumber = 1,
) -> EncountersPage:
    """Who met whom: encounters as all articles tell them together, and a matrix of the parties."""
    asked = EncountersAsked(
        kind or None, status or None, party or None, other or None, track or None, _iso(first), _iso(last), attacks
    )
    return encounters_page(shelf, asked, page_number, PAGE_SIZE)


@page(router, "/process/encounters/{group_id}", "process_encounter.html")
def encounter(shelf: OnShelf, group_id: Annotated[str, Path(max_length=80)]) -> EncounterPage:
    """One encounter: its course, all tellings, its origins and their reasons."""
    shown: EncounterPage = found(encounter_page(shelf, group_id), "encounter")
    return shown


@page(router, "/process/planned", "process_planned.html")
def planned(shelf: OnShelf, outcome: Value = None, page_number: PageNumber = 1) -> PlannedPage:
    """Planned against held: what became of each encounter that was announced."""
    return planned_page(shelf, outcome or None, page_number, PAGE_SIZE)


@page(router, "/process/seats", "process_seats.html")
def seats(
    shelf: OnShelf,
    standing: Value = None,
    track: Value = None,
    disputed: Annotated[bool, Query(description="Only those that somebody wants in and somebody out.")] = False,
    page_number: PageNumber = 1,
) -> SeatsPage:
    """Who is in and who is left out, who wants or refuses whom, and the delegations."""
    return seats_page(shelf, SeatsAsked(standing or None, track or None, disputed), page_number, PAGE_SIZE)


@page(router, "/process/agreements", "process_agreements.html")
def agreements(
    shelf: OnShelf,
    kind: Value = None,
    party: Value = None,
    basis: Annotated[bool, Query(description="Only those named as a basis of the talks.")] = False,
    only: Annotated[str | None, Query(max_length=80, description="Only the agreement of this id.")] = None,
    page_number: PageNumber = 1,
) -> AgreementsPage:
    """Instruments as all articles tell of them: cease-fires, resolutions, exchanges, with their terms."""
    asked = AgreementsAsked(kind or None, party or None, basis, only or None)
    return agreements_page(shelf, asked, page_number, PAGE_SIZE)


@page(router, "/process/commitments", "process_commitments.html")
def commitments(
    shelf: OnShelf,
    status: Value = None,
    party: Value = None,
    breached: Annotated[bool, Query(description="Only those that somebody says were broken.")] = False,
    only: Annotated[str | None, Query(max_length=80, description="Only the commitment of this id.")] = None,
    page_number: PageNumber = 1,
) -> CommitmentsPage:
    """Promises, what is told to have become of them, and who alleges a breach."""
    asked = CommitmentsAsked(status or None, party or None, breached, only or None)
    return commitments_page(shelf, asked, page_number, PAGE_SIZE)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
