"""How each party stood on each issue over time, and the positions that moved it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from aidememoire.model.articles import Article
from aidememoire.model.facts import Position, Stance
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Turn
from aidememoire.model.process import Issue, Stand
from aidememoire.record.naming.names import fold
from aidememoire.record.positions.cast import Cast
from aidememoire.record.positions.matters import Matter, asked, matter

Side = Literal["asks", "grants", "refuses"]
# Each stance with the side it is on and how firm it is there. A demand heard again after a precondition takes nothing
# back: it is what the precondition asks, told in other words. Only a firmer one is another stance.
STANCES: Mapping[Stance, tuple[Side, int]] = {
    "demand": ("asks", 0),
    "precondition": ("asks", 1),
    "red line": ("asks", 2),
    "offer": ("grants", 0),
    "accept": ("grants", 1),
    "reject": ("refuses", 0),
}
# The press names a day of the last week as news ("on Saturday"); what was said earlier than that is background.
BACKGROUND = timedelta(days=7)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# "Earlier rejected", "had refused": told of the past, beside what is new. "Had agreed" is as often what somebody says
# now ("said it had agreed").
_EARLIER = re.compile(r"\b(?:earlier|previously|originally|initially)\s+\w+ed\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\s+(?:\w+ly\s+)?(?!to\b)\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A position with what it is about, the day it was reported, and whether it was told as of an earlier day."""

    position: Position
    matter: Matter
    day: str | None
    past: bool

    @property
    def place(self) -> tuple[str, bool, str, int, str]:
        """Where it comes: by day, those without one last; told as past first; then by article and place in it."""
        p = self.position
        return self.day or "9999", not self.past, p.article, p.evidence.start, p.id

    def says_again(self, turn: Sequence[_Told]) -> bool:
        """Whether this takes the same side as an earlier turn, no firmer, and asks nothing else."""
        side, firm = STANCES[self.position.stance]
        before, was = STANCES[turn[0].position.stance]
        scope = {answer for told in turn for answer in told.matter.scope}
        return side == before and firm <= was and not self.matter.asks_other(scope)

    def likeness(self, turn: Sequence[_Told]) -> float:
        """How much of all words of this and a turn's first telling are in both."""
        mine, theirs = self.matter.stems, turn[0].matter.stems
        return len(mine & theirs) / max(1, len(mine | theirs))


@dataclass(slots=True)
class _Course:
    """The turns so far. `moved` are the positions that changed the stance."""

    turns: list[list[_Told]] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)

    def take(self, told: _Told) -> None:
        """A position in its turn: the one it says again, else a new one, and a move where the order is known."""
        floating = told.past or told.day is None
        repeated = [t for t in self.turns if (floating or self._is_now(t)) and told.says_again(t)]
        if repeated:
            (max(repeated, key=told.likeness) if floating else repeated[-1]).append(told)
            return
        if self.turns and self._comes_after(told):
            self.moved.append(told.position.id)
        self.turns.insert(len(self.turns) if told.day else 0, [told])

    def _is_now(self, turn: Sequence[_Told]) -> bool:
        """Whether a turn is of the day of the last one: nothing tells which of those holds."""
        return turn[0].day == self.turns[-1][0].day

    def _comes_after(self, told: _Told) -> bool:
        """Whether a position is known to be later than the turn before it."""
        last = self.turns[-1][0]
        if told.past or told.day is None:
            return False
        return last.past or (last.day is not None and last.day < told.day)


def stands(
    positions: Iterable[Position], issues: Iterable[Issue], cast: Cast, articles: Mapping[str, Article]
) -> tuple[Stand, ...]:
    """One stand for each party and issue; a party without an actor goes by the words that name it in its article.

    Turns come in the order of the days on which they were reported, those of no known day first. What is said again, in
    another outlet or other words, is of the turn that it repeats. A move is another stance, a firmer one, or one that
    asks for another amount or extent, reported on a later day or told beside the past one; of two stances reported on
    one day nothing tells which was later, and neither moves the other.
    """
    issue_of = {p: issue.id for issue in issues for p in issue.positions}
    groups: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for p in positions:
        holder = cast.who(p.party)
        day = articles[p.article].published
        told = _Told(p, matter(asked(p), cast, holder), day, _past(p, day))
        groups[holder or f"{p.article}\x1f{fold(p.party_text)}", issue_of[p.id]].append(told)
    made = [_stand(issue, sorted(those, key=lambda t: t.place), cast) for (_, issue), those in groups.items()]
    return tuple(sorted(made, key=lambda s: s.id))


def _past(position: Position, day: str | None) -> bool:
    """Whether a position is told as one of the past: by the time named with it, or by the words before its issue."""
    said = _DAY.match(position.when.value) if position.when else None
    if said and day and date.fromisoformat(day) - date.fromisoformat(said.group()) >= BACKGROUND:
        return True
    words = position.evidence.text
    at = words.find(position.issue)
    before = words[:at] if at > 0 else ""
    had = STANCES[position.stance][0] != "grants" and _HAD.search(before)
    return bool(had or _EARLIER.search(before))


def _stand(issue: str, those: Sequence[_Told], cast: Cast) -> Stand:
    course = _Course()
    for told in those:
        course.take(told)
    first = those[0].position
    holder = cast.who(first.party)
    return Stand(
        id=content_id("stand", issue, *sorted(t.position.id for t in those)),
        party=holder,
        party_text=cast.name(holder, first.party_text),
        issue=issue,
        course=tuple(_turn(turn) for turn in course.turns),
        moved_by=tuple(course.moved),
    )


def _turn(those: Sequence[_Told]) -> Turn:
    """A turn with the stance and day of its first telling; who reported it is not known to be a source."""
    return Turn(
        status=those[0].position.stance,
        day=those[0].day,
        when=those[0].position.when,
        facts=tuple(t.position.id for t in those),
        articles=tuple(sorted({t.position.article for t in those})),
        sources=(),
    )
