"""The record arranged for reading from front to back: every line numbered, and tied to the characters it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aidememoire.model.articles import Article
from aidememoire.model.joined import Actor, Claim, CommitmentGroup, FigureGroup
from aidememoire.model.lineage import Edit, Lineage, Story
from aidememoire.model.process import Basket, Condition, Deadlock, Delegation, EncounterGroup, Round, Seat, Track
from aidememoire.model.spans import Span
from aidememoire.views.index import Index


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the record: its number, what it says (a fact, or none where it is evidence only), and its source."""

    number: int
    kind: str
    article: str
    spans: tuple[Span, ...]
    fact: Any = None


@dataclass(frozen=True, slots=True)
class Part:
    """A round, a basket or a track itself, with its evidence."""

    what: Track | Round | Basket
    evidence: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TrackPart:
    """A track with its rounds and baskets; without a track, those that no track is stated for."""

    track: Part | None
    rounds: tuple[Part, ...]
    baskets: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures of one subject, in the order in which they were published; without a group, those that stand alone."""

    group: FigureGroup | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one actor said, wants and promised; without an actor, what nobody in reach said.

    Statements of the same words stand together: copies of one report are no reason to read it ten times.
    """

    actor: Actor | None
    statements: tuple[tuple[Entry, ...], ...]
    positions: tuple[Entry, ...]
    commitments: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One edit between two articles, each side with its line."""

    edit: Edit
    a: Entry | None
    b: Entry | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two related articles and what was changed between them."""

    lineage: Lineage
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A story and its pairs; without a story, the pairs that belong to none."""

    story: Story | None
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim that is denied, or a promise that is said to be broken, with the lines that say so."""

    what: Claim | CommitmentGroup
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """An encounter with the lines that tell of it; without a group, those that no group has."""

    group: EncounterGroup | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """A deadlock: its conditions in the order of the circle, each with the lines of its positions."""

    deadlock: Deadlock
    waits: tuple[tuple[Condition, tuple[Entry, ...]], ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A delegation or a seat with its evidence."""

    what: Delegation | Seat
    evidence: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The whole record in reading order."""

    articles: tuple[Article, ...]
    actors: Mapping[str, Actor]
    index: Index
    tracks: tuple[TrackPart, ...]
    agreements: tuple[Entry, ...]
    figures: tuple[FigureTable, ...]
    encounters: tuple[Gathering, ...]
    sittings: tuple[Sitting, ...]
    circles: tuple[Circle, ...]
    voices: tuple[Voice, ...]
    claims: tuple[Dispute, ...]
    conflicts: tuple[FigureTable, ...]
    breaches: tuple[Dispute, ...]
    stories: tuple[StoryPart, ...]
    claim_of: Mapping[str, Claim]
    entries: Mapping[str, tuple[Entry, ...]]
    donors: Mapping[str, tuple[str, ...]]
