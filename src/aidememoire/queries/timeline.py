"""The process in the order of its days: encounters where they happened, stands, promises and seats where reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aidememoire.model.facts import Encounter
from aidememoire.model.joined import CommitmentGroup, Turn
from aidememoire.model.process import AgreementGroup, EncounterGroup, Issue, Seat, Stand
from aidememoire.queries.brief.sheet import Sheet
from aidememoire.queries.brief.wording import before, day_in_words, encounter, listed
from aidememoire.record.days import days

# Turns of a seat that tell what others want; how it stood before says nothing of them.
_WISHES = frozenset(("wanted", "refused"))
# A wording or a description longer than this is cut: a line points to the words, it does not quote them.
_WORDS = 6


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


def _names(sheet: Sheet, actors: tuple[str, ...]) -> list[str]:
    """The names of actors; who has no name goes by a description, which is cut."""
    return [_short(name) for name in sheet.names(actors)]


def _encounters(sheet: Sheet) -> Iterator[Entry]:
    for group in sheet.links(EncounterGroup):
        articles = {e.article for e in sheet.facts(Encounter, group.members)}
        who = _names(sheet, group.participants) or list(dict.fromkeys(map(_short, group.participant_texts)))
        shown = _of_own_day(group)
        if len(shown) > 1:
            for at, turn in enumerate(shown):
                words = encounter(group, who, turn.status, turn.when) + ("" if at else _course(group, shown))
                yield Entry(turn.earliest or "", True, group.kind, words, _sources(sheet, set(turn.articles)))
            continue
        own = shown[0].earliest if shown else None
        reported = next((turn.day for turn in group.course if turn.day), None)
        day = group.earliest or own or reported
        if day is not None:
            when = group.when or (shown[0].when if shown and shown[0].status == group.status else None)
            words = encounter(group, who, group.status, when) + _course(group, ())
            yield Entry(day, bool(group.earliest or own), group.kind, words, _sources(sheet, articles))


def _of_own_day(group: EncounterGroup) -> list[Turn]:
    """The turns that stand under days of their own, by day: opened on one, broken off on another.

    A plan that was carried out stands with that, and a delay with what came of it: their day is not the turn's own.
    """
    held = any(turn.status == "held" and turn.earliest for turn in group.course)
    left_out = {"postponed", "planned"} if held else {"postponed"}
    own = [turn for turn in group.course if turn.earliest and turn.status not in left_out]
    return sorted(own, key=lambda turn: turn.earliest or "")


def _course(group: EncounterGroup, apart: Sequence[Turn]) -> str:
    """How an encounter came about, where it was told to be several things; `apart` are turns with their own entries."""
    if len(group.course) < 2:
        return ""
    told = [f"{before(turn.status)} by reports of {_on(turn)}" for turn in group.course if turn not in apart]
    return "; " + ", ".join(told) if told else ""


def _on(turn: Turn) -> str:
    return day_in_words(turn.day) if turn.day else "no known day"


def _agreements(sheet: Sheet) -> Iterator[Entry]:
    for group in sheet.links(AgreementGroup):
        known = days(group.when.value) if group.when else None
        articles = {o for origin in group.origins.of for o in origin.articles}
        told = min((day for a in articles if (day := sheet.day(a))), default=None)
        day = known.first.isoformat() if known and known.narrow else told
        if day is not None:
            parties = _names(sheet, group.parties)
            of = f" of {listed(parties)}" if parties else ""
            basis = ", named as a basis of the talks" if group.basis else ""
            text = f"{group.kind}{of}: {_short(group.what)}{basis}"
            yield Entry(day, bool(known and known.narrow), "agreement", text, _sources(sheet, articles))


def _stands(sheet: Sheet) -> Iterator[Entry]:
    names = {issue.id: issue.name for issue in sheet.links(Issue)}
    for stand in sheet.links(Stand):
        who = _short(sheet.name(stand.party) or stand.party_text)
        for at, turn in enumerate(stand.course):
            if turn.day is not None:
                moved = f" (before: {stand.course[at - 1].status})" if at else ""
                text = f"{who}: {turn.status}, on {_short(names[stand.issue])}{moved}"
                yield Entry(turn.day, False, "position", text, _sources(sheet, set(turn.articles)))


def _promises(sheet: Sheet) -> Iterator[Entry]:
    for group in sheet.links(CommitmentGroup):
        who = _short(sheet.name(group.by) or group.by_text or "somebody not named")
        for turn in group.course:
            if turn.day is not None:
                sources = _names(sheet, turn.sources)[:3]
                by = f", according to {listed(sources)}" if sources else ""
                text = f"{who}: {_short(group.what)}: {turn.status}{by}"
                yield Entry(turn.day, False, "commitment", text, _sources(sheet, set(turn.articles)))


def _seats(sheet: Sheet) -> Iterator[Entry]:
    for seat in sheet.links(Seat):
        who = _short(sheet.name(seat.party) or seat.party_text)
        track = f" (track {seat.track})" if seat.track else ""
        stood: str | None = None
        for turn in seat.course:
            wish = turn.status in _WISHES
            if turn.day is not None:
                so_far = f" ({'standing' if wish else 'before'}: {stood})" if stood else ""
                text = f"{who}{track}: {turn.status}{_holders(sheet, seat, turn)}{so_far}"
                yield Entry(turn.day, False, "seat", text, _sources(sheet, set(turn.articles)))
            stood = stood if wish else turn.status


def _holders(sheet: Sheet, seat: Seat, turn: Turn) -> str:
    """Whose wish a turn is, or who says so; a party that tells of its own seat is not named again."""
    named = _names(sheet, tuple(source for source in turn.sources if source != seat.party)[:3])
    if not named:
        return ""
    return f" by {listed(named)}" if turn.status in _WISHES else f", according to {listed(named)}"


def _short(words: str) -> str:
    """The first words of a wording, all of them where they are few."""
    every = words.split()
    return " ".join(every) if len(every) <= _WORDS else " ".join(every[:_WORDS]) + " …"
