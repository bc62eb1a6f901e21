"""The process in the order of its days: encounters where they happened, stands, promises and seats where reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.model.facts import Encounter
from aidememoire.model.joined import CommitmentGroup, Turn
from aidememoire.model.process import AgreementGroup, EncounterGroup, Issue, Seat, Stand
from aidememoire.queries.brief.sheet import Sheet
from aidememoire.queries.brief.wording import before, day_in_words, encounter, listed
from aidememoire.record.days import days


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a timeline: the ISO `day` that it stands under, whether something `happened` then or was only reported.

    `articles` are the `source_id`s of those that tell it.
    """

    day: str
    happened: bool
    kind: str
    text: str
    articles: tuple[str, ...]


def timeline(sheet: Sheet) -> tuple[Entry, ...]:
    """The entries of the whole record that have a day, in order: of one day what happened first, then by kind."""
    found = [
        *_encounters(sheet),
        *_agreements(sheet),
        *_stands(sheet),
        *_promises(sheet),
        *_seats(sheet),
    ]
    return tuple(sorted(found, key=lambda e: (e.day, not e.happened, e.kind, e.text)))


def _sources(sheet: Sheet, articles: set[str]) -> tuple[str, ...]:
    return tuple(sorted(sheet.articles[a].source_id for a in articles))


def _encounters(sheet: Sheet) -> Iterator[Entry]:
    for group in sheet.links(EncounterGroup):
        articles = {e.article for e in sheet.facts(Encounter, group.members)}
        who = sheet.names(group.participants) or list(dict.fromkeys(group.participant_texts))
        reported = next((turn.day for turn in group.course if turn.day), None)
        day = group.earliest or reported
        if day is not None:
            words = encounter(group, who, group.status, group.when) + _course(group)
            yield Entry(day, group.earliest is not None, group.kind, words, _sources(sheet, articles))


def _course(group: EncounterGroup) -> str:
    """How an encounter came about, where it was told to be several things."""
    if len(group.course) < 2:
        return ""
    return "; " + ", ".join(f"{before(turn.status)} by reports of {_on(turn)}" for turn in group.course)


def _on(turn: Turn) -> str:
    return day_in_words(turn.day) if turn.day else "no known day"


def _agreements(sheet: Sheet) -> Iterator[Entry]:
    for group in sheet.links(AgreementGroup):
        known = days(group.when.value) if group.when else None
        articles = {o for origin in group.origins.of for o in origin.articles}
        told = min((day for a in articles if (day := sheet.day(a))), default=None)
        day = known.first.isoformat() if known and known.narrow else told
        if day is not None:
            of = f" of {listed(sheet.names(group.parties))}" if sheet.names(group.parties) else ""
            basis = ", named as a basis of the talks" if group.basis else ""
            text = f"{group.kind}{of}: {group.what}{basis}"
            yield Entry(day, bool(known and known.narrow), "agreement", text, _sources(sheet, articles))


def _stands(sheet: Sheet) -> Iterator[Entry]:
    names = {issue.id: issue.name for issue in sheet.links(Issue)}
    for stand in sheet.links(Stand):
        who = sheet.name(stand.party) or stand.party_text
        for at, turn in enumerate(stand.course):
            if turn.day is not None:
                moved = f" (before: {stand.course[at - 1].status})" if at else ""
                text = f"{who}: {turn.status}, on {names[stand.issue]}{moved}"
                yield Entry(turn.day, False, "position", text, _sources(sheet, set(turn.articles)))


def _promises(sheet: Sheet) -> Iterator[Entry]:
    for group in sheet.links(CommitmentGroup):
        who = sheet.name(group.by) or group.by_text
        for turn in group.course:
            if turn.day is not None:
                by = f", according to {listed(sheet.names(turn.sources)[:3])}" if sheet.names(turn.sources) else ""
                text = f"{who}: {group.what}: {turn.status}{by}"
                yield Entry(turn.day, False, "commitment", text, _sources(sheet, set(turn.articles)))


def _seats(sheet: Sheet) -> Iterator[Entry]:
    for seat in sheet.links(Seat):
        articles = {place.article for place in seat.evidence}
        day = min((day for a in articles if (day := sheet.day(a))), default=None)
        if day is not None:
            wanted = f", wanted by {listed(sheet.names(seat.wanted_by))}" if seat.wanted_by else ""
            refused = f", refused by {listed(sheet.names(seat.refused_by))}" if seat.refused_by else ""
            text = f"{sheet.name(seat.party) or seat.party_text}: {seat.standing}{wanted}{refused}"
            yield Entry(day, False, "seat", text, _sources(sheet, articles))
