"""The state of the process: encounters and how they came about, who sits where, who wants what, what waits for what."""

from __future__ import annotations

from aidememoire.model.facts import Agreement, Encounter, Position
from aidememoire.model.joined import Turn
from aidememoire.model.process import (
    AgreementGroup,
    Condition,
    Deadlock,
    Delegation,
    EncounterGroup,
    Issue,
    Seat,
    Stand,
)
from aidememoire.model.spans import Located
from aidememoire.queries.answers import Answers
from aidememoire.queries.shapes import (
    AgreementView,
    DeadlockView,
    DelegationView,
    GatheringView,
    SeatView,
    StandView,
    TurnView,
    WaitView,
)


class ProcessAnswers:
    """What a record tells of the process, with the names that `answers` knows."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._moment = answers.moment
        self._conditions = {c.id: c for c in self._moment.links(Condition)}

    def gatherings(self) -> tuple[GatheringView, ...]:
        """The encounters, in the order of the days on which they were held or are to be; those without a day last."""
        facts = {e.id: e for e in self._moment.facts(Encounter)}
        found = sorted(self._moment.links(EncounterGroup), key=lambda g: (g.earliest or "9999", g.latest or "", g.id))
        return tuple(self._gathering(g, facts) for g in found)

    def _gathering(self, g: EncounterGroup, facts: dict[str, Encounter]) -> GatheringView:
        who = self._answers.names(g.participants) or tuple(dict.fromkeys(g.participant_texts))
        evidence = tuple(located(facts[each]) for each in g.members)
        course = tuple(map(self._turn, g.course))
        when = _between(g.earliest, g.latest) or (g.when.text if g.when else None)
        return GatheringView(g.id, g.kind, g.status, who, when, g.place, g.proximity, course, g.origins, evidence)

    def _turn(self, turn: Turn) -> TurnView:
        when = None if turn.when is None else turn.when.value or turn.when.text
        outlets = tuple(dict.fromkeys(self._answers.outlet(a) for a in turn.articles))
        return TurnView(turn.status, turn.day, when, self._answers.names(turn.sources) or outlets)

    def stands(self) -> tuple[StandView, ...]:
        """How parties stood on issues, by party and issue."""
        names = {issue.id: issue.name for issue in self._moment.links(Issue)}
        facts = {p.id: p for p in self._moment.facts(Position)}
        found = [
            StandView(
                s.id,
                self._answers.name(s.party) or s.party_text,
                names[s.issue],
                tuple((turn.status, turn.day, facts[turn.facts[0]].issue) for turn in s.course),
                len(s.course) > 1,
            )
            for s in self._moment.links(Stand)
        ]
        return tuple(sorted(found, key=lambda s: (s.party, s.issue)))

    def deadlocks(self) -> tuple[DeadlockView, ...]:
        """The circles of conditions."""
        return tuple(map(self._deadlock, self._moment.links(Deadlock)))

    def _deadlock(self, d: Deadlock) -> DeadlockView:
        places = {each: at for at, each in enumerate(d.conditions, 1)}
        breaks = tuple(tuple(sorted(places[each] for each in broken if each in places)) for broken in d.breaks)
        return DeadlockView(d.id, tuple(self._wait(self._conditions[each]) for each in d.conditions), breaks)

    def _wait(self, c: Condition) -> WaitView:
        who, of = self._answers.name(c.party) or c.party_text, self._answers.name(c.of)
        return WaitView(c.id, who, c.withheld, of, c.awaited, c.evidence)

    def delegations(self) -> tuple[DelegationView, ...]:
        """Who sits for whom, by the party that sent them."""
        names = self._answers.names
        found = [
            DelegationView(d.id, self._answers.name(d.of) or d.of_text, self._answers.name(d.head), names(d.members))
            for d in self._moment.links(Delegation)
        ]
        return tuple(sorted(found, key=lambda d: (d.of, d.head or "")))

    def seats(self) -> tuple[SeatView, ...]:
        """Who is in and who is left out, those in dispute first."""
        names = self._answers.names
        found = [
            SeatView(
                s.id,
                self._answers.name(s.party) or s.party_text,
                s.standing,
                s.track,
                names(s.wanted_by),
                names(s.refused_by),
                s.disputed,
                tuple(map(self._turn, s.course)),
            )
            for s in self._moment.links(Seat)
        ]
        return tuple(sorted(found, key=lambda s: (not s.disputed, s.party)))

    def agreements(self) -> tuple[AgreementView, ...]:
        """The instruments, those that most articles tell of first."""
        facts = {a.id: a for a in self._moment.facts(Agreement)}
        found = [
            AgreementView(
                g.id,
                g.kind,
                g.what,
                self._answers.names(g.parties),
                g.when.value or g.when.text if g.when else None,
                g.basis,
                len({facts[each].article for each in g.members}),
                g.origins,
                tuple(located(facts[each]) for each in g.members),
            )
            for g in self._moment.links(AgreementGroup)
        ]
        return tuple(sorted(found, key=lambda a: (-a.tellings, a.kind, a.what)))


def located(fact: Encounter | Agreement | Position) -> Located:
    """Where a fact was read."""
    return Located(fact.article, fact.evidence.start, fact.evidence.end, fact.evidence.text)


def _between(earliest: str | None, latest: str | None) -> str | None:
    if earliest and latest and earliest != latest:
        return f"{earliest} to {latest}"
    return earliest or latest
