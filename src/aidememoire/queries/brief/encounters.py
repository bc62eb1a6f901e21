"""The lines on encounters: held or come to light (happened), put off or broken off (moved), still to come (planned)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from aidememoire.model.facts import Encounter
from aidememoire.model.joined import Turn
from aidememoire.model.process import BriefKind, EncounterGroup
from aidememoire.queries.brief.sentences import leads_with, sentence_around
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, line
from aidememoire.queries.brief.wording import before, encounter, quoted

_KINDS: dict[str, BriefKind] = {
    "held": "happened",
    # One side's word alone is told as that; it is disputed where another denies it.
    "alleged": "happened",
    "denied": "disputed",
    "planned": "planned",
    "postponed": "moved",
    "cancelled": "moved",
    "suspended": "moved",
}
# An encounter that ended longer before the brief's days is background, in days, and so is one of which only a longer
# stretch is told ("a bombing in March"). Of 64 lines read against their stories, nine were background told as news.
_FRESH = 3
_VAGUE = 7
_GOES_ON = re.compile(r"[“\"]?(?:After\s+(?:that|this)|Afterwards?|Then|At\s+(?:that|the)\s+(?:time|point)|Later)\b")


def on_encounters(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each encounter of which the days' articles tell something new."""
    found = [
        (group, turn)
        for group in sheet.links(EncounterGroup)
        if (turn := _newest(group, days)) and _timely(group, turn, days) and not _dated_back(sheet, turn, days)
    ]
    for group, turn in found:
        if (
            not _told_with_day(group, turn, found)
            and not _led(sheet, group, turn)
            and not _afterwards(sheet, group, turn)
        ):
            yield _line(sheet, days, group, turn)


def _told_with_day(group: EncounterGroup, turn: Turn, found: Sequence[tuple[EncounterGroup, Turn]]) -> bool:
    """Whether a plan without a day is told by an article that gives the day of such a plan: another word for it."""
    return (
        turn.status == "planned"
        and group.latest is None
        and any(
            other.kind == group.kind
            and other.latest is not None
            and then.status == "planned"
            and group.place in {None, other.place}
            and set(turn.articles) <= set(then.articles)
            for other, then in found
        )
    )


def _led(sheet: Sheet, group: EncounterGroup, turn: Turn) -> bool:
    """Whether all that tells what happened stands in what its article leads with, and names one party at most."""
    told = sheet.facts(Encounter, turn.facts)
    led = all(leads_with(sheet.articles[e.article], e.evidence) for e in told)
    return led and turn.status == "held" and len(group.participants) < 2


def _afterwards(sheet: Sheet, group: EncounterGroup, turn: Turn) -> bool:
    """Whether an encounter without a day is told as going on from another: "After that, the two talked"."""
    told = sheet.facts(Encounter, turn.facts)
    around = [sentence_around(sheet.articles[e.article], e.evidence).text for e in told]
    return group.latest is None and bool(around) and all(map(_GOES_ON.match, around))


def _newest(group: EncounterGroup, days: Days) -> Turn | None:
    """The last turn that the days' articles report."""
    return next((turn for turn in reversed(group.course) if days.hold(turn.day)), None)


def _timely(group: EncounterGroup, turn: Turn, days: Days) -> bool:
    """Whether an encounter is of these days: what has passed by is not planned, what is long past is no news.

    One of which neither the parties, nor the place, nor the day is told is no news either: "talks were held".
    """
    if not (group.participants or group.participant_texts) and not (group.place and group.when):
        return False
    if turn.status == "planned":
        return group.latest is None or group.latest >= days.day
    if group.latest is None:
        # Without a day: news where nobody told of it before.
        return group.course[0].day is not None and days.hold(group.course[0].day)
    if group.earliest is None or _length(group.earliest, group.latest) > _VAGUE:
        return False
    return group.latest >= (date.fromisoformat(days.since) - timedelta(_FRESH)).isoformat()


def _dated_back(sheet: Sheet, turn: Turn, days: Days) -> bool:
    """Whether all that tells of a turn dates it to long before these days."""
    return all(sheet.long_past(each, days) for each in sheet.facts(Encounter, turn.facts))


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _line(sheet: Sheet, days: Days, group: EncounterGroup, turn: Turn) -> Weighed:
    tellings = sheet.facts(Encounter, turn.facts)
    who = _took_part(sheet, group, turn, tellings)
    # Before the last turn only what that turn said: the rest came later.
    when = turn.when or (group.when if turn == group.course[-1] else None)
    words = encounter(group, who, turn.status, when)
    earlier = _before(group, turn)
    words += f"; before that it was {before(earlier.status)}" if earlier else ""
    words += _in_words(sheet, group, who, tellings)
    made = line(sheet, days, _KINDS[turn.status], words, group.id, tellings, turn.sources)
    known = (group.latest is not None) + (len(who) > 1)
    return Weighed(made, (float(known > 0), float(len(turn.articles)), known + sheet.prominence(group.participants)))


def _took_part(sheet: Sheet, group: EncounterGroup, turn: Turn, tellings: Sequence[Encounter]) -> list[str]:
    """Who took part by the tellings of a turn. Who was only to come is not told to have come."""
    if turn.status == "held" and group.course[0].status != "held":
        return sheet.names(p for e in tellings for p in e.participants)
    return sheet.names(group.participants) or list(dict.fromkeys(group.participant_texts))


def _in_words(sheet: Sheet, group: EncounterGroup, who: Sequence[str], tellings: Sequence[Encounter]) -> str:
    """The sentence that tells it, where its parties and its day alone would say little."""
    if len(who) > 1 and group.latest is not None and group.kind != "attack":
        return ""
    first = tellings[0]
    return f": {quoted(sentence_around(sheet.articles[first.article], first.evidence).text)}"


def _before(group: EncounterGroup, turn: Turn) -> Turn | None:
    """The turn before, where it had another status and was told to be set for a time of its own or put off."""
    at = group.course.index(turn)
    before = group.course[at - 1] if at else None
    return before if before is not None and before.status != turn.status else None
