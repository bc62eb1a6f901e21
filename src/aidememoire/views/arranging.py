"""Arranging a record for reading from front to back: every line gets its number, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Figure, Position, Statement
from aidememoire.model.joined import Actor, Claim, CommitmentGroup, FigureGroup
from aidememoire.model.lineage import Lineage, Story
from aidememoire.model.process import Basket, Condition, Deadlock, Delegation, EncounterGroup, Round, Seat, Track
from aidememoire.model.spans import Located, Span
from aidememoire.store import Moment
from aidememoire.views.book import (
    Book,
    Change,
    Circle,
    Dispute,
    Entry,
    FigureTable,
    Gathering,
    Pair,
    Part,
    Sitting,
    StoryPart,
    TrackPart,
    Voice,
)
from aidememoire.views.index import Index, donors, index_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

LATEST = "9999"
"""Sorts after every ISO date: for what has none."""


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


def book_of(moment: Moment) -> Book:
    """Arrange all that a moment sees."""
    index = index_of(moment)
    articles = tuple(sorted(moment.articles(), key=lambda a: (a.published or LATEST, a.source_id, a.id)))
    numbers = _Numbering(index, {article.id: article.published for article in articles})
    actors = {actor.id: actor for actor in moment.links(Actor)}
    tracks = tuple(_tracks(moment, index, numbers))
    agreements = numbers.facts("agreement", moment.facts(Agreement))
    figures = tuple(_figures(moment, index, numbers))
    encounters = tuple(_gatherings(moment, numbers))
    sittings = tuple(_sittings(moment, index, numbers))
    voices = tuple(_voices(moment, index, numbers, actors))
    claims = sorted(moment.links(Claim), key=lambda c: (index.place_of(c), c.id))
    promises = sorted(moment.links(CommitmentGroup), key=lambda c: (index.place_of(c), c.id))
    return Book(
        articles=articles,
        actors=actors,
        index=index,
        tracks=tracks,
        agreements=agreements,
        figures=figures,
        encounters=encounters,
        sittings=sittings,
        circles=tuple(_circles(moment, numbers)),
        voices=voices,
        claims=tuple(Dispute(c, numbers.known(m.statement for m in c.mentions)) for c in claims if c.disputed),
        conflicts=tuple(table for table in figures if table.group and table.group.disputed),
        breaches=tuple(Dispute(p, numbers.known(p.members)) for p in promises if p.disputed),
        stories=tuple(_stories(moment, index, numbers)),
        claim_of={mention.statement: claim for claim in claims for mention in claim.mentions},
        entries={article: tuple(entries) for article, entries in numbers.by_article.items()},
        donors=donors(moment),
    )


def _spans(fact: Fact) -> tuple[Span, ...]:
    if isinstance(fact, Statement):
        return fact.content_parts or (fact.content,)
    return (fact.evidence,)  # type: ignore[union-attr]  # parties and times have no line of their own


def _tracks(moment: Moment, index: Index, numbers: _Numbering) -> Iterator[TrackPart]:
    rounds = sorted(moment.links(Round), key=lambda r: (r.number, r.id))
    baskets = sorted(moment.links(Basket), key=lambda b: (index.place_of(b), b.id))
    tracks: list[Track | None] = [*sorted(moment.links(Track), key=lambda t: (-len(t.evidence), t.name, t.id)), None]
    for track in tracks:
        mine = track.id if track else None
        part = TrackPart(
            Part(track, numbers.located(track.evidence)) if track else None,
            tuple(Part(r, numbers.located(r.evidence)) for r in rounds if index.track(r.track) == mine),
            tuple(Part(b, numbers.located(b.evidence)) for b in baskets if index.track(b.track) == mine),
        )
        if part.track or part.rounds or part.baskets:
            yield part


def _figures(moment: Moment, index: Index, numbers: _Numbering) -> Iterator[FigureTable]:
    figures = {figure.id: figure for figure in moment.facts(Figure)}
    for group in sorted(moment.links(FigureGroup), key=lambda g: (-len(g.members), index.place_of(g), g.id)):
        members = [figures.pop(member.figure) for member in group.members if member.figure in figures]
        yield FigureTable(group, numbers.facts("figure", members))
    if figures:
        yield FigureTable(None, numbers.facts("figure", figures.values()))


def _gatherings(moment: Moment, numbers: _Numbering) -> Iterator[Gathering]:
    """The encounters in the order of their days, each with its tellings."""
    facts = {e.id: e for e in moment.facts(Encounter)}
    for group in sorted(moment.links(EncounterGroup), key=lambda g: (g.earliest or _reported(g), g.id)):
        members = [facts.pop(member) for member in group.members if member in facts]
        yield Gathering(group, numbers.facts("encounter", members))
    for entry in numbers.facts("encounter", facts.values()):
        yield Gathering(None, (entry,))


def _reported(group: EncounterGroup) -> str:
    return min((turn.day for turn in group.course if turn.day), default=LATEST)


def _sittings(moment: Moment, index: Index, numbers: _Numbering) -> Iterator[Sitting]:
    """Delegations, then seats, each kind in the order in which it is told."""
    sent = sorted(moment.links(Delegation), key=lambda d: (index.place_of(d), d.id))
    held = sorted(moment.links(Seat), key=lambda s: (index.place_of(s), s.id))
    every: list[Delegation | Seat] = [*sent, *held]
    for each in every:
        yield Sitting(each, numbers.located(each.evidence))


def _circles(moment: Moment, numbers: _Numbering) -> Iterator[Circle]:
    conditions = {c.id: c for c in moment.links(Condition)}
    for deadlock in moment.links(Deadlock):
        circle = [conditions[each] for each in deadlock.conditions]
        yield Circle(deadlock, tuple((c, numbers.known(c.positions)) for c in circle))


def _voices(moment: Moment, index: Index, numbers: _Numbering, actors: Mapping[str, Actor]) -> Iterator[Voice]:
    said = _by_actor((index.actor(s.speaker), s) for s in moment.facts(Statement))
    wanted = _by_actor((index.actor(p.party), p) for p in moment.facts(Position))
    promised = _by_actor((index.actor(c.by), c) for c in moment.facts(Commitment))

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


def _stories(moment: Moment, index: Index, numbers: _Numbering) -> Iterator[StoryPart]:
    pairs = [lineage for lineage in moment.links(Lineage) if lineage.relation != "none"]
    pairs.sort(key=lambda each: (index.source_ids.get(each.a, ""), index.source_ids.get(each.b, ""), each.id))
    stories = [story for story in moment.links(Story) if len(story.articles) > 1]
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
