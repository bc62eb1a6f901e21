"""The record stage: what each article says, and how articles are related, become what they say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from aidememoire.model.articles import Article
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import (
    BasketMention,
    Commitment,
    Fact,
    Figure,
    Party,
    RoundMention,
    Statement,
    TrackMention,
)
from aidememoire.model.lineage import Lineage, Story
from aidememoire.model.links import Link
from aidememoire.record.actors import actors
from aidememoire.record.claims import claims
from aidememoire.record.commitments import commitment_groups
from aidememoire.record.figures import figure_groups
from aidememoire.record.process import baskets, rounds, tracks
from aidememoire.record.voices import Voices

F = TypeVar("F")


def join(
    articles: Iterable[Article], facts: Iterable[Fact], related: Sequence[Link], decisions: Iterable[Decision] = ()
) -> Iterator[Link]:
    """Actors, claims, figure groups, commitment groups, tracks, rounds and baskets, each kind in the order of its ids.

    `related` is what holding the articles against each other gave: lineages and stories; `decisions` are what people
    said of who is who. The result depends on what is given, not on its order.
    """
    lineages = [x for x in related if isinstance(x, Lineage)]
    stories = [x for x in related if isinstance(x, Story)]
    by_id = {a.id: a for a in articles}
    ordered = sorted(facts, key=lambda f: f.id)

    def of(kind: type[F]) -> list[F]:
        return [f for f in ordered if isinstance(f, kind)]

    cast = actors(of(Party), decisions, {a.id: a.source_id for a in by_id.values()})
    actor = {party: a.id for a in cast for party in a.parties}
    yield from cast
    yield from claims(Voices(tuple(of(Statement)), actor, by_id, tuple(of(Party))), lineages)
    yield from figure_groups(of(Figure), by_id, lineages, stories)
    yield from commitment_groups(of(Commitment), actor, by_id, lineages)
    yield from tracks(of(TrackMention), actor)
    yield from rounds(of(RoundMention))
    yield from baskets(of(BasketMention))
