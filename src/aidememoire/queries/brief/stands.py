"""The lines on who moved: a stand taken or changed, a promise made, an offer answered."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.model.facts import Commitment, Position
from aidememoire.model.joined import CommitmentGroup, Turn
from aidememoire.model.process import Condition, Deadlock, Stand
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, line
from aidememoire.queries.brief.wording import day_in_words, position, quoted


def on_stands(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each stand that a party took or changed in the days' articles."""
    for stand in sheet.links(Stand):
        for at, turn in enumerate(stand.course):
            if days.hold(turn.day):
                yield _line(sheet, days, stand, at)


def _line(sheet: Sheet, days: Days, stand: Stand, at: int) -> Weighed:
    turn = stand.course[at]
    held = sheet.facts(Position, turn.facts)
    words = position(sheet.name(stand.party) or stand.party_text, turn.status, held[0].issue, held[0].condition_for)
    before = stand.course[at - 1] if at else None
    made = line(sheet, days, "moved", words + (_moved(before) if before else ""), stand.id, held)
    return Weighed(made, (1.0 + (before is not None), float(len(turn.articles)), sheet.prominence([stand.party])))


def _moved(before: Turn) -> str:
    since = f" on {day_in_words(before.day)}" if before.day else ""
    return f"; before that its stance was {before.status}{since}"


def on_promises(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each promise made in the days' articles, and each that is told to have been kept."""
    for group in sheet.links(CommitmentGroup):
        for turn in group.course:
            if turn.status in {"made", "fulfilled"} and days.hold(turn.day):
                yield _promise(sheet, days, group, turn)


def _promise(sheet: Sheet, days: Days, group: CommitmentGroup, turn: Turn) -> Weighed:
    kept = turn.status == "fulfilled"
    to = sheet.name(group.to)
    what = "Promise told to be kept by" if kept else "Promise by"
    words = f"{what} {sheet.name(group.by) or group.by_text}{f' to {to}' if to else ''}: {quoted(group.what)}"
    facts = sheet.facts(Commitment, turn.facts)
    made = line(sheet, days, "happened" if kept else "moved", words, group.id, facts, turn.sources)
    return Weighed(made, (1.0, float(len(turn.articles)), sheet.prominence([group.by, group.to])))


def on_deadlocks(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each circle of conditions that the days' articles close."""
    conditions = {condition.id: condition for condition in sheet.links(Condition)}
    for deadlock in sheet.links(Deadlock):
        circle = [conditions[each] for each in deadlock.conditions]
        told = [day for place in deadlock.evidence if (day := sheet.day(place.article))]
        if told and days.hold(max(told)):
            facts = sheet.facts(Position, (p for c in circle for p in c.positions))
            words = f"A deadlock closes, each waiting for the next: {'; '.join(_waits(sheet, c) for c in circle)}"
            made = line(sheet, days, "moved", words, deadlock.id, facts)
            yield Weighed(made, (3.0, float(len(circle)), 0.0))


def _waits(sheet: Sheet, condition: Condition) -> str:
    who = sheet.name(condition.party) or condition.party_text
    return f"{quoted(condition.withheld)} withheld by {who} until {quoted(condition.awaited)}"
