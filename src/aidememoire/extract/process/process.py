"""The process itself, as an article tells of it: tracks, rounds, baskets of an agenda, delegations and seats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aidememoire.extract.process.agenda import baskets
from aidememoire.extract.process.delegations import delegations
from aidememoire.extract.process.rounds import rounds
from aidememoire.extract.process.seats import seats
from aidememoire.extract.process.sponsors import Backing, backings, called_by_sponsor, mediator_in
from aidememoire.extract.process.tracks import lone_track, main_track, tracks
from aidememoire.extract.scene import Scene
from aidememoire.model.ids import content_id
from aidememoire.model.mentions import BasketMention, DelegationMention, RoundMention, SeatMention, TrackMention
from aidememoire.model.spans import Span

_THAT_TRACK = re.compile(r"\b(?:that|this)\s+(?:track|process|format)\b", re.IGNORECASE)

Mention = TrackMention | RoundMention | BasketMention | DelegationMention | SeatMention


@dataclass(frozen=True, slots=True)
class _Named:
    """A sentence that speaks of a track, and the words that show it; `venue` is None where the name is a sponsor's."""

    track: str
    shown: Span
    sentence: Span
    venue: str | None


@dataclass(frozen=True, slots=True)
class _Behind:
    """Who stands behind a track."""

    mediator: str | None
    sponsors: tuple[str, ...]
    guarantors: tuple[str, ...]


def process(scene: Scene) -> tuple[Mention, ...]:
    """The tracks, rounds, baskets, delegations and seats that an article tells of, in the order of its text."""
    found: list[Mention] = list(_track_mentions(scene))
    for extractor in (rounds, baskets, delegations, seats):
        found.extend(extractor(scene))
    once = {m.id: m for m in found}.values()
    return tuple(sorted(once, key=lambda m: m.evidence.start))


def _track_mentions(scene: Scene) -> Iterator[TrackMention]:
    named = tuple(_named(scene)) or tuple(_by_sponsor(scene))
    for name in dict.fromkeys(n.track for n in named):
        behind = _behind(scene, name, named)
        for mention in (n for n in named if n.track == name):
            mark = content_id("track", scene.article.id, mention.shown.start, mention.shown.end, name)
            yield TrackMention(
                mark,
                scene.article.id,
                name,
                behind.mediator,
                behind.sponsors,
                mention.sentence,
                guarantors=behind.guarantors,
                venue=mention.venue,
            )


def _named(scene: Scene) -> Iterator[_Named]:
    """Each sentence that names a track by its venue, and each that takes up the last one as "that track"."""
    last: str | None = None
    for sentence in scene.sentences("title", "standfirst", "body"):
        own = list(tracks(scene, sentence.span))
        for name, shown in own:
            yield _Named(name, shown, sentence.span, name)
            last = name
        match = _THAT_TRACK.search(scene.text, sentence.span.start, sentence.span.end)
        if last is not None and match is not None and not own:
            yield _Named(last, Span.of(scene.text, match.start(), match.end()), sentence.span, last)


def _by_sponsor(scene: Scene) -> Iterator[_Named]:
    """Each sentence that calls the talks by a sponsor ("CN-led talks"), in an article that names no venue of theirs."""
    name = called_by_sponsor(scene)
    if name is None:
        return
    for sentence in scene.sentences("title", "standfirst", "body"):
        for backing in backings(scene, sentence.span):
            if backing.talks is not None:
                yield _Named(name, backing.talks, sentence.span, None)


def _behind(scene: Scene, name: str, named: tuple[_Named, ...]) -> _Behind:
    """Mediator, sponsors and guarantors of a track.

    An article about one track speaks of them wherever it names any, and so does one whose head names this track alone,
    but for the sentences that speak of another; else only the sentences count that speak of this one.
    """
    spoken: dict[Span, set[str]] = {}
    for mention in named:
        spoken.setdefault(mention.sentence, set()).add(mention.track)
    everywhere = [s.span for s in scene.sentences()]
    if lone_track(scene) == name or named[0].venue is None:
        told = everywhere
    elif main_track(scene) == name:
        told = [s for s in everywhere if spoken.get(s, {name}) == {name}]
    else:
        told = [s for s, names in spoken.items() if names == {name}]
    shared = [s for s, names in spoken.items() if name in names and len(names) > 1]
    found = [b for s in told for b in backings(scene, s)]
    found += [b for s in shared for b in backings(scene, s) if _nearest(b, s, named) == name]
    return _Behind(mediator_in(scene, told), _of_kind(found, "sponsor"), _of_kind(found, "guarantor"))


def _nearest(backing: Backing, sentence: Span, named: tuple[_Named, ...]) -> str:
    """The track, of those that a sentence speaks of, that is named nearest to a sponsor: "A-led talks in Halvet"."""
    inside = [n for n in named if n.sentence == sentence]
    nearest = min(inside, key=lambda n: max(n.shown.start - backing.at, backing.at - n.shown.end, 0))
    return nearest.track


def _of_kind(found: Iterable[Backing], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for b in found if b.kind == kind for party in b.parties))
