"""What the articles say of tracks, rounds and baskets becomes the process's own parts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from aidememoire.model.facts import BasketMention, RoundMention, TrackMention
from aidememoire.model.ids import content_id
from aidememoire.model.process import Basket, Round, Track
from aidememoire.model.spans import Located
from aidememoire.record.names import fold, words
from aidememoire.record.similarity import stem

M = TypeVar("M", TrackMention, RoundMention, BasketMention)


def _grouped(mentions: Iterable[M], by: Callable[[M], Hashable]) -> list[list[M]]:
    groups: dict[Hashable, list[M]] = defaultdict(list)
    for m in mentions:
        groups[by(m)].append(m)
    return list(groups.values())


def _evidence(mentions: Sequence[M]) -> tuple[Located, ...]:
    places = {Located(m.article, m.evidence.start, m.evidence.end, m.evidence.text) for m in mentions}
    return tuple(sorted(places, key=lambda p: (p.article, p.start, p.end)))


def tracks(mentions: Iterable[TrackMention], actor: Mapping[str, str]) -> tuple[Track, ...]:
    """One track for each name; its mediator is the actor whom most articles name, its sponsors all who are named."""
    out = []
    for group in _grouped(mentions, lambda m: fold(m.name)):
        mediators = Counter(actor[m.mediator] for m in group if m.mediator and m.mediator in actor)
        sponsors = sorted({actor[s] for m in group for s in m.sponsors if s in actor})
        out.append(
            Track(
                id=content_id("track", fold(group[0].name)),
                name=Counter(m.name for m in group).most_common(1)[0][0],
                mediator=min(mediators, key=lambda a: (-mediators[a], a), default=None),
                sponsors=tuple(sponsors),
                evidence=_evidence(group),
            )
        )
    return tuple(sorted(out, key=lambda t: t.id))


def rounds(mentions: Iterable[RoundMention]) -> tuple[Round, ...]:
    """One round for each number of each track."""
    out = [
        Round(
            id=content_id("round", fold(group[0].track or ""), group[0].number),
            number=group[0].number,
            track=group[0].track,
            when=next((m.when for m in group if m.when), None),
            evidence=_evidence(group),
        )
        for group in _grouped(mentions, lambda m: (fold(m.track or ""), m.number))
    ]
    return tuple(sorted(out, key=lambda r: r.id))


def baskets(mentions: Iterable[BasketMention]) -> tuple[Basket, ...]:
    """One basket for each item, however it is inflected."""
    out = []
    for group in _grouped(mentions, lambda m: frozenset(stem(w) for w in words(m.name))):
        name = Counter(m.name for m in group).most_common(1)[0][0]
        track = next((m.track for m in group if m.track), None)
        out.append(Basket(content_id("basket", fold(name)), name, track, _evidence(group)))
    return tuple(sorted(out, key=lambda b: b.id))
