"""The record stage: what each article says, and how articles are related, become what they say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from aidememoire.model.articles import Article
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Figure, Party, Position, Statement
from aidememoire.model.joined import Actor
from aidememoire.model.lineage import Lineage, Story
from aidememoire.model.links import Link
from aidememoire.model.mentions import BasketMention, DelegationMention, RoundMention, SeatMention, TrackMention
from aidememoire.record.actors import actors
from aidememoire.record.claims.claims import claims
from aidememoire.record.claims.voices import Voices
from aidememoire.record.commitments.agreements import agreement_groups
from aidememoire.record.commitments.commitments import commitment_groups
from aidememoire.record.encounters.encounters import encounter_groups
from aidememoire.record.figures import figure_groups
from aidememoire.record.positions.cast import Cast
from aidememoire.record.positions.conditions import conditions
from aidememoire.record.positions.deadlocks import deadlocks
from aidememoire.record.positions.issues import issues
from aidememoire.record.positions.stands import stands
from aidememoire.record.process.process import baskets, rounds, tracks
from aidememoire.record.process.seating import delegations, seats
from aidememoire.record.process.track_names import track_names

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
    agreed = agreement_groups(of(Agreement), actor, by_id, lineages)
    yield from agreed
    yield from commitment_groups(of(Commitment), actor, by_id, lineages, of(Agreement), agreed)
    yield from encounter_groups(of(Encounter), actor, by_id, lineages, stories, cast)
    yield from _stances(of(Position), cast, by_id)
    told, published = of(TrackMention), {a.id: a.published for a in by_id.values()}
    names = track_names(told, actor)
    yield from tracks(told, actor)
    yield from rounds(of(RoundMention), of(BasketMention), names, published)
    yield from baskets(of(BasketMention), names)
    yield from delegations(of(DelegationMention), actor, names)
    yield from seats(of(SeatMention), actor, names, published)


def _stances(held: Sequence[Position], actors: Sequence[Actor], articles: Mapping[str, Article]) -> Iterator[Link]:
    """What the positions are about, how each party stood on it, and what waits for what."""
    cast = Cast.of(actors)
    about = issues(held, cast)
    yield from about
    yield from stands(held, about, cast, articles)
    waits = conditions(held, cast)
    yield from waits
    yield from deadlocks(waits, cast)
