"""The record arranged for reading from front to back: every line numbered, and tied to the characters it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Figure, Position, Statement
from aidememoire.model.joined import Actor, Claim, CommitmentGroup, FigureGroup
from aidememoire.model.lineage import Edit, Lineage, Story
from aidememoire.model.process import Basket, Round, Track
from aidememoire.model.spans import Located, Span
from aidememoire.store import Reader
from aidememoire.views.index import Index, donors, index_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

LATEST = "9999"
"""Sorts after every ISO date: for what has none."""


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
class Book:
    """The whole record in reading order."""

    articles: tuple[Article, ...]
    actors: Mapping[str, Actor]
    index: Index
    tracks: tuple[TrackPart, ...]
    agreements: tuple[Entry, ...]
    figures: tuple[FigureTable, ...]
    encounters: tuple[Entry, ...]
    voices: tuple[Voice, ...]
    claims: tuple[Dispute, ...]
    conflicts: tuple[FigureTable, ...]
    breaches: tuple[Dispute, ...]
    stories: tuple[StoryPart, ...]
    claim_of: Mapping[str, Claim]
    entries: Mapping[str, tuple[Entry, ...]]
    donors: Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class _Numbering:
    """Gives out line numbers in the order in which it is asked, and keeps every line by its article."""

    index: Index
    days: Mapping[str, str | None]
    by_article: dict[str, list[Entry]] = field(default_factory=dict)
    by_fact: dict[str, Entry] = field(default_factory=dict)
    last: int = 0

    def entry(self, kind: str, article: str, spans: tuple[Span, ...], fact: Fact | None = None) -> Entry:
        self.last += 1
        made = Entry(self.last, kind, article, spans, fact)
        self.by_article.setdefault(article, []).append(made)
        if fact is not None:
            self.by_fact[fact.id] = made
        return made

    def facts(self, kind: str, facts: Iterable[Any]) -> tuple[Entry, ...]:
        """Lines of facts, by the day of a meeting or else that of its report, then by their place."""
        return tuple(self.entry(kind, fact.article, _spans(fact), fact) for fact in sorted(facts, key=self._order))

    def alike(self, statements: Iterable[Statement]) -> tuple[tuple[Entry, ...], ...]:
        """Lines of statements, those of the same words together, by the first of them."""
        groups: dict[tuple[str, ...], list[Statement]] = {}
        for each in sorted(statements, key=self._order):
            words = " ".join(span.text for span in _spans(each)).casefold().split()
            groups.setdefault((each.act, each.form, *words), []).append(each)
        return tuple(self.facts("statement", group) for group in groups.values())

    def located(self, spans: Iterable[Located]) -> tuple[Entry, ...]:
        return tuple(self.entry("process", s.article, (Span(s.start, s.end, s.text),)) for s in spans)

    def known(self, facts: Iterable[str]) -> tuple[Entry, ...]:
        return tuple(self.by_fact[fact] for fact in facts if fact in self.by_fact)

    def _order(self, fact: Any) -> tuple[str, str, int, str]:
        day = day_of(fact) or self.days.get(fact.article) or LATEST
        return (day, self.index.source_ids.get(fact.article, ""), _spans(fact)[0].start, fact.id)


def day_of(fact: Fact) -> str | None:
    """The ISO date on which a meeting was or is to be, None where the text gives no such day."""
    if isinstance(fact, Encounter) and fact.when and _DAY.fullmatch(fact.when.value[:10]):
        return fact.when.value[:10]
    return None


def book_of(reader: Reader) -> Book:
    """Arrange all that a reader sees."""
    index = index_of(reader)
    articles = tuple(sorted(reader.articles(), key=lambda a: (a.published or LATEST, a.source_id, a.id)))
    numbers = _Numbering(index, {article.id: article.published for article in articles})
    actors = {actor.id: actor for actor in reader.links(Actor)}
    tracks = tuple(_tracks(reader, index, numbers))
    agreements = numbers.facts("agreement", reader.facts(Agreement))
    figures = tuple(_figures(reader, index, numbers))
    encounters = numbers.facts("encounter", reader.facts(Encounter))
    voices = tuple(_voices(reader, index, numbers, actors))
    claims = sorted(reader.links(Claim), key=lambda c: (index.place_of(c), c.id))
    promises = sorted(reader.links(CommitmentGroup), key=lambda c: (index.place_of(c), c.id))
    return Book(
        articles=articles,
        actors=actors,
        index=index,
        tracks=tracks,
        agreements=agreements,
        figures=figures,
        encounters=encounters,
        voices=voices,
        claims=tuple(Dispute(c, numbers.known(m.statement for m in c.mentions)) for c in claims if c.disputed),
        conflicts=tuple(table for table in figures if table.group and table.group.disputed),
        breaches=tuple(Dispute(p, numbers.known(p.members)) for p in promises if p.disputed),
        stories=tuple(_stories(reader, index, numbers)),
        claim_of={mention.statement: claim for claim in claims for mention in claim.mentions},
        entries={article: tuple(entries) for article, entries in numbers.by_article.items()},
        donors=donors(reader),
    )


def _spans(fact: Fact) -> tuple[Span, ...]:
    if isinstance(fact, Statement):
        return fact.content_parts or (fact.content,)
    return (fact.evidence,)  # type: ignore[union-attr]  # parties and times have no line of their own


def _tracks(reader: Reader, index: Index, numbers: _Numbering) -> Iterator[TrackPart]:
    rounds = sorted(reader.links(Round), key=lambda r: (r.number, r.id))
    baskets = sorted(reader.links(Basket), key=lambda b: (index.place_of(b), b.id))
    tracks: list[Track | None] = [*sorted(reader.links(Track), key=lambda t: (-len(t.evidence), t.name, t.id)), None]
    for track in tracks:
        mine = track.id if track else None
        part = TrackPart(
            Part(track, numbers.located(track.evidence)) if track else None,
            tuple(Part(r, numbers.located(r.evidence)) for r in rounds if index.track(r.track) == mine),
            tuple(Part(b, numbers.located(b.evidence)) for b in baskets if index.track(b.track) == mine),
        )
        if part.track or part.rounds or part.baskets:
            yield part


def _figures(reader: Reader, index: Index, numbers: _Numbering) -> Iterator[FigureTable]:
    figures = {figure.id: figure for figure in reader.facts(Figure)}
    for group in sorted(reader.links(FigureGroup), key=lambda g: (-len(g.members), index.place_of(g), g.id)):
        members = [figures.pop(member.figure) for member in group.members if member.figure in figures]
        yield FigureTable(group, numbers.facts("figure", members))
    if figures:
        yield FigureTable(None, numbers.facts("figure", figures.values()))


def _voices(reader: Reader, index: Index, numbers: _Numbering, actors: Mapping[str, Actor]) -> Iterator[Voice]:
    said = _by_actor((index.actor(s.speaker), s) for s in reader.facts(Statement))
    wanted = _by_actor((index.actor(p.party), p) for p in reader.facts(Position))
    promised = _by_actor((index.actor(c.by), c) for c in reader.facts(Commitment))

    def weight(actor: str | None) -> tuple[bool, int, str, str]:
        return (
            actor is None,
            -len(said.get(actor, ())),
            actors[actor].name if actor and actor in actors else "",
            actor or "",
        )

    for each in sorted({*said, *wanted, *promised}, key=weight):
        yield Voice(
            actors.get(each or ""),
            numbers.alike(said.get(each, ())),
            numbers.facts("position", wanted.get(each, ())),
            numbers.facts("commitment", promised.get(each, ())),
        )


def _by_actor(facts: Iterable[tuple[str | None, Any]]) -> dict[str | None, list[Any]]:
    found: dict[str | None, list[Any]] = {}
    for actor, fact in facts:
        found.setdefault(actor, []).append(fact)
    return found


def _stories(reader: Reader, index: Index, numbers: _Numbering) -> Iterator[StoryPart]:
    pairs = [lineage for lineage in reader.links(Lineage) if lineage.relation != "none"]
    pairs.sort(key=lambda each: (index.source_ids.get(each.a, ""), index.source_ids.get(each.b, ""), each.id))
    stories = [story for story in reader.links(Story) if len(story.articles) > 1]
    stories.sort(key=lambda each: (each.first or LATEST, index.place_of(each), each.id))
    story_of = {article: story.id for story in stories for article in story.articles}
    every: list[Story | None] = [*stories, None]
    for story in every:
        mine = [p for p in pairs if _shared(story_of.get(p.a), story_of.get(p.b)) == (story.id if story else None)]
        if story or mine:
            yield StoryPart(story, tuple(_pair(lineage, numbers) for lineage in mine))


def _shared(a: str | None, b: str | None) -> str | None:
    return a if a == b else None


def _pair(lineage: Lineage, numbers: _Numbering) -> Pair:
    def side(article: str, span: Span | None) -> Entry | None:
        return numbers.entry("edit", article, (span,)) if span else None

    changes = [Change(edit, side(lineage.a, edit.a), side(lineage.b, edit.b)) for edit in lineage.edits]
    return Pair(lineage, tuple(changes))
