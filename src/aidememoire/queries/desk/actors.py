"""Actors: what each is called, why its names were joined, and what it said, did, wanted and promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from aidememoire.model.facts import ActorKind, Party
from aidememoire.model.joined import Actor
from aidememoire.queries.desk.actor_acts import Met, Promise, Said, Stood, commitments, encounters, positions, said
from aidememoire.queries.desk.actor_names import Decided, Joined, Named, Titled, decided, joins, names, roles
from aidememoire.queries.desk.choices import Choice
from aidememoire.queries.desk.shapes import Listed, Who, listed
from aidememoire.queries.shelf import Shelf

PARTS = ("statements", "encounters", "positions", "commitments", "identity")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which actors: with these words in a name, of this kind."""

    words: str = ""
    kind: ActorKind | None = None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list: in how many articles it is named, and how many statements are its own."""

    id: str
    name: str
    kind: ActorKind
    articles: int
    statements: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """The actors that were asked for, those in most articles first."""

    asked: Asked
    rows: tuple[ActorRow, ...]
    listed: Listed
    kinds: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor. Of `parts` only the one that was asked for is filled, a page of it; `counts` has the sizes of all."""

    actor: ActorRow
    side: Who | None
    names: tuple[Named, ...]
    roles: tuple[Titled, ...]
    part: str
    counts: tuple[Choice, ...]
    listed: Listed
    statements: tuple[Said, ...] = ()
    encounters: tuple[Met, ...] = ()
    positions: tuple[Stood, ...] = ()
    commitments: tuple[Promise, ...] = ()
    identity: tuple[Joined, ...] = ()
    decisions: tuple[Decided, ...] = ()

    @property
    def rows(self) -> tuple[Said, ...] | tuple[Met, ...] | tuple[Stood, ...] | tuple[Promise, ...] | tuple[Joined, ...]:
        """The lines of the part that was asked for."""
        return self.statements or self.encounters or self.positions or self.commitments or self.identity


def actors_page(shelf: Shelf, asked: Asked, page: int, size: int) -> ActorsPage:
    """The page of actors that `asked` leaves."""
    words = asked.words.casefold().split()
    wanted = [
        row
        for row, text in shelf.kept(_prepared)
        if (not asked.kind or row.kind == asked.kind) and all(word in text for word in words)
    ]
    rows = tuple(wanted[(page - 1) * size : page * size])
    return ActorsPage(asked, rows, listed(len(wanted), page, size), shelf.kept(_kinds))


def actor_page(shelf: Shelf, actor_id: str, part: str, page: int, size: int) -> ActorPage | None:
    """One actor with a page of one of the PARTS; None where the record has none of that id."""
    actor = shelf.actors.get(actor_id)
    if actor is None:
        return None
    mine = tuple(shelf.kept(parties)[p] for p in actor.parties)
    every: dict[str, tuple[Any, ...]] = {
        "statements": shelf.kept(said).get(actor.id, ()),
        "encounters": shelf.kept(encounters).get(actor.id, ()),
        "positions": shelf.kept(positions).get(actor.id, ()),
        "commitments": shelf.kept(commitments).get(actor.id, ()),
        "identity": joins(shelf, actor, shelf.kept(parties)),
    }
    chosen = every[part][(page - 1) * size : page * size]
    page_of = ActorPage(
        _row(shelf, actor),
        _side(shelf, actor),
        names(actor, mine),
        roles(shelf, mine),
        part,
        tuple(Choice(each, each, len(every[each])) for each in PARTS),
        listed(len(every[part]), page, size),
        decisions=shelf.kept(decided).get(actor.id, ()) if part == "identity" else (),
    )
    shown: dict[str, Any] = {part: chosen}
    return replace(page_of, **shown)


def parties(shelf: Shelf) -> Mapping[str, Party]:
    """The parties of all articles, by id."""
    return {party.id: party for party in shelf.moment.facts(Party)}


def _side(shelf: Shelf, actor: Actor) -> Who | None:
    side = shelf.actor(actor.side)
    if side is not None:
        return Who(side.id, side.name)
    return Who(None, actor.side) if actor.side else None


def _row(shelf: Shelf, actor: Actor) -> ActorRow:
    held = shelf.kept(parties)
    articles = len({held[p].article for p in actor.parties})
    own = len(shelf.kept(said).get(actor.id, ()))
    return ActorRow(actor.id, actor.name, actor.kind, articles, own, actor.aliases)


def _prepared(shelf: Shelf) -> tuple[tuple[ActorRow, str], ...]:
    """The rows in their order, each with the text that words are looked for in."""
    rows = sorted(
        (_row(shelf, a) for a in shelf.actors.values()), key=lambda r: (-r.articles, -r.statements, r.name, r.id)
    )
    return tuple((row, " ".join((row.name, *row.aliases)).casefold()) for row in rows)


def _kinds(shelf: Shelf) -> tuple[Choice, ...]:
    count = Counter(actor.kind for actor in shelf.actors.values())
    return tuple(Choice(kind, kind, count[kind]) for kind in sorted(count, key=lambda k: (-count[k], k)))
