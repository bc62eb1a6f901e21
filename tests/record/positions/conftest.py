"""Positions of the Varenian talks, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from aidememoire.model.articles import Article
from aidememoire.model.facts import ActorKind, Position, Stance
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor
from aidememoire.model.process import Issue
from aidememoire.model.spans import Span
from aidememoire.model.when import When
from aidememoire.record.positions.cast import Cast
from tests.support import article

KINDS: dict[str, ActorKind] = {
    "government of Varenia": "government",
    "United Highland Council": "organization",
    "Marn Valley Front": "armed group",
    "Kestria": "state",
    "Ostmere": "state",
    "Aurel Dastan": "person",
    "Henrike Aldous": "person",
    "the government": "unnamed",
    "the rebels": "unnamed",
}
ALIASES = {"Aurel Dastan": ("Dastan", "Dashtan"), "United Highland Council": ("UHC",), "Marn Valley Front": ("MVF",)}


@dataclass
class World:
    """Positions as they are added, with their articles, one for each day and name; parties go by their names."""

    positions: list[Position] = field(default_factory=list)
    articles: dict[str, Article] = field(default_factory=dict)
    parties: dict[str, set[str]] = field(default_factory=dict)

    def add(
        self,
        party: str | None,
        stance: Stance,
        issue: str,
        condition_for: str | None = None,
        *,
        of: str | None = None,
        day: str | None = None,
        paper: str = "",
        words: str | None = None,
        said: str | None = None,
    ) -> Position:
        """A position in the article of that day and paper; each call without either makes an article of its own."""
        text = words or issue
        key = f"{paper}-{day}" if paper or day else f"a{len(self.articles)}"
        told = self.articles.setdefault(key, article(key, f"Talks\n{key}\n", published=day))
        made = Position(
            id=content_id("position", told.id, len(self.positions), party, issue),
            article=told.id,
            party=self._party(party, told.id),
            party_text=party or "it",
            stance=stance,
            issue=issue,
            condition_for=condition_for,
            evidence=Span(len(self.positions), len(self.positions) + len(text), text),
            of=self._party(of, told.id),
            when=When(said, said) if said else None,
        )
        self.positions.append(made)
        return made

    def _party(self, name: str | None, told: str) -> str | None:
        if name is None:
            return None
        party = content_id("party", told, name)
        self.parties.setdefault(name, set()).add(party)
        return party

    @property
    def cast(self) -> Cast:
        """One actor for each name used, and those that are only spoken of."""
        return Cast.of(
            Actor(
                id=actor_id(name),
                name=name,
                kind=KINDS.get(name, "organization"),
                aliases=ALIASES.get(name, ()),
                roles=(),
                side=None,
                parties=tuple(sorted(self.parties.get(name, ()))),
                joins=(),
            )
            for name in sorted({*self.parties, *KINDS})
        )

    @property
    def by_id(self) -> dict[str, Article]:
        """The articles by their ids."""
        return {a.id: a for a in self.articles.values()}

    def wordings(self, issues: tuple[Issue, ...]) -> dict[str, list[str]]:
        """The wordings of each issue under its name."""
        words = {p.id: p.issue for p in self.positions}
        return {issue.name: sorted(words[p] for p in issue.positions) for issue in issues}


def actor_id(name: str) -> str:
    """The id of the actor of a name."""
    return content_id("actor", name)


@pytest.fixture
def world() -> World:
    """A world without positions."""
    return World()


@pytest.fixture
def circle(world: World) -> Callable[[], World]:
    """The four conditions of the demo, each in an article of its own."""

    def made() -> World:
        council, front, state = "United Highland Council", "Marn Valley Front", "government of Varenia"
        world.add(council, "precondition", "its sick prisoners are freed", "talk about disarmament", of=state)
        world.add(state, "precondition", "the Marn Valley Front leaves the bridge", "free prisoners", of=front)
        world.add(
            front, "precondition", "the blockade of Halvet is lifted", "leave the bridge at Tessaly Ford", of=state
        )
        world.add(
            state, "precondition", "the rebels agree to discuss disarmament", "lift its blockade of Halvet", of=council
        )
        return world

    return made
