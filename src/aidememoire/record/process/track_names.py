"""The name a track is kept under that articles call by its venue or by its sponsor, and what is told of each track."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from aidememoire.model.mentions import TrackMention
from aidememoire.model.spans import Located, Span
from aidememoire.record.naming.names import fold


class Told(Protocol):
    """What an article tells of the process."""

    @property
    def article(self) -> str:
        """The article's id."""

    @property
    def evidence(self) -> Span:
        """The words that tell it."""


class TrackTold(Told, Protocol):
    """What an article tells of a part of a track."""

    @property
    def track(self) -> str | None:
        """The track as the article calls it."""


M = TypeVar("M", bound=Told)
P = TypeVar("P", bound=TrackTold)


@dataclass(frozen=True, slots=True)
class TrackNames:
    """The record's name for each name that an article gives a track, None where that may be one track or another."""

    of_told: Mapping[tuple[str, str], str | None] = field(default_factory=dict)

    def name(self, article: str, told: str | None) -> str | None:
        """The record's name of the track that an article calls `told`."""
        return None if told is None else self.of_told.get((article, fold(told)), told)


def track_names(mentions: Sequence[TrackMention], actor: Mapping[str, str]) -> TrackNames:
    """The names of the tracks: a venue's, however it is spelled.

    Talks that an article knows by their sponsor alone are those of the one venue that this sponsor stands behind
    elsewhere; where it stands behind several they may be any of them, and where behind none they are a track of their
    own.
    """
    by_venue = grouped((m for m in mentions if m.venue is not None), lambda m: fold(m.name))
    named = {most(m.name for m in group): group for group in by_venue}
    behind = {name: {actor.get(s, s) for m in group for s in m.sponsors} for name, group in named.items()}
    found: dict[tuple[str, str], str | None] = {
        (m.article, fold(m.name)): name for name, group in named.items() for m in group
    }
    by_sponsor = grouped((m for m in mentions if m.venue is None), lambda m: _sponsors(m, actor))
    for group in by_sponsor:
        sponsors = _sponsors(group[0], actor)
        venues = [name for name, others in behind.items() if sponsors & others]
        own = most(m.name for m in group) if not venues else None
        name = venues[0] if len(venues) == 1 else own
        found.update({(m.article, fold(m.name)): name for m in group})
    return TrackNames(found)


def _sponsors(mention: TrackMention, actor: Mapping[str, str]) -> frozenset[str]:
    return frozenset(actor.get(s, s) for s in mention.sponsors)


def grouped(mentions: Iterable[M], by: Callable[[M], Hashable]) -> list[list[M]]:
    """The mentions in groups of one key, in the order in which the keys come up."""
    groups: dict[Hashable, list[M]] = defaultdict(list)
    for m in mentions:
        groups[by(m)].append(m)
    return list(groups.values())


def by_track(
    mentions: Iterable[P],
    names: TrackNames,
    by: Callable[[P], Hashable],
    may_be: Callable[[Sequence[P], Sequence[P]], bool] = lambda _mine, _theirs: True,
) -> list[tuple[str | None, list[P]]]:
    """The mentions in groups of one key and one track, with that track's name.

    Those without a track join the only track that has the key, where `may_be` says so of the two groups.
    """
    found: list[tuple[str | None, list[P]]] = []
    for group in grouped(mentions, by):
        tracks: dict[str | None, list[P]] = defaultdict(list)
        for m in group:
            tracks[names.name(m.article, m.track)].append(m)
        loose, named = tracks.pop(None, []), list(tracks.items())
        if loose and len(named) == 1 and may_be(loose, named[0][1]):
            named = [(named[0][0], named[0][1] + loose)]
            loose = []
        found += named + ([(None, loose)] if loose else [])
    return found


def evidence(mentions: Iterable[Told]) -> tuple[Located, ...]:
    """The words of the mentions with their articles, each once, in the order of the articles' ids."""
    places = {Located(m.article, m.evidence.start, m.evidence.end, m.evidence.text) for m in mentions}
    return tuple(sorted(places, key=lambda p: (p.article, p.start, p.end)))


def most(values: Iterable[str]) -> str:
    """The commonest of the values, of equals the first in the alphabet. Raises ValueError where there is none."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
