"""Who holds positions: the actors by their parties and names, and whether two that differ may be one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from aidememoire.model.joined import Actor
from aidememoire.record.naming.names import fold

Camp = Literal["power", "opponents"]
# Bodies that a story calls by what they are, without a name: whose they are, the story knows.
_POWER = re.compile(r"\b(?:government|regime|army|military|authorities|presidency|junta|state)\b", re.IGNORECASE)
_OPPONENTS = re.compile(
    r"\b(?:rebels?|opposition|insurgents?|insurgency|guerrillas?|fighters|separatists?|militants|gangs|terrorists?)\b",
    re.IGNORECASE,
)
# Of these nobody tells which is meant.
_EITHER = re.compile(r"\b(?:the )?(?:other|both|each|one|all|either|warring) (?:sides?|part(?:y|ies))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a record: `actor` of each party (of an article), `actors` by id, `named` by each folded name."""

    actor: Mapping[str, str]
    actors: Mapping[str, Actor]
    named: Mapping[str, Actor]

    @classmethod
    def of(cls, actors: Iterable[Actor]) -> Cast:
        """The cast of `actors`. A name that several bear is that of the one whom most articles tell of."""
        by_id = {a.id: a for a in sorted(actors, key=lambda a: a.id)}
        bearers: dict[str, list[Actor]] = defaultdict(list)
        for actor in by_id.values():
            for name in {fold(n) for n in (actor.name, *actor.aliases)}:
                bearers[name].append(actor)
        named = {name: min(those, key=_standing) for name, those in bearers.items()}
        return cls({p: a.id for a in by_id.values() for p in a.parties}, by_id, named)

    def who(self, party: str | None) -> str | None:
        """The actor of a party, None where there is none."""
        return self.actor.get(party) if party else None

    def name(self, actor: str | None, text: str) -> str:
        """The name of an actor, `text` where nobody is known."""
        return self.actors[actor].name if actor and actor in self.actors else text

    def has_name(self, actor: str) -> bool:
        """Whether an actor is known by a name and not only by what it is."""
        return actor in self.actors and _own_name(self.actors[actor])

    def standing(self, actor: str) -> tuple[bool, bool]:
        """Orders actors who may be one: bodies before persons who speak for them, then names before descriptions."""
        return actor in self.actors and self.actors[actor].kind == "person", not self.has_name(actor)

    def camp(self, actor: str | None) -> Camp | None:
        """Whether an actor holds power or opposes it, by its kind and words; None where these do not tell."""
        return _camp(self.actors[actor]) if actor and actor in self.actors else None

    def may_be_one(self, mine: str | None, theirs: str | None) -> bool:
        """Whether two actors may be one that is named in two ways ("the government", "the regime").

        Two that each have a name of their own are two; a name and a mere description are held apart by their camps.
        """
        if mine is None or theirs is None or mine == theirs:
            return True
        one, other = self.actors.get(mine), self.actors.get(theirs)
        if one is None or other is None:
            return True
        if _own_name(one) and _own_name(other):
            return _speaks_for(one, other) or _speaks_for(other, one)
        camps = {camp for camp in (_camp(one), _camp(other)) if camp}
        return len(camps) < 2


def _standing(actor: Actor) -> tuple[bool, int, str]:
    return actor.kind == "unnamed", -len(actor.parties), actor.id


def _own_name(actor: Actor) -> bool:
    """Whether an actor is known by a name and not only by what it is."""
    return actor.kind != "unnamed" and any(word[:1].isupper() for word in actor.name.split())


def _speaks_for(one: Actor, other: Actor) -> bool:
    """Whether one has a role of the other, or is the government of the state that is the other."""
    theirs = {fold(n) for n in (other.name, *other.aliases)}
    if any(role.of and fold(role.of) in theirs for role in one.roles):
        return True
    bodies = {"government", "state"}
    return {one.kind, other.kind} == bodies and bool(set(fold(one.name).split()) & set(fold(other.name).split()))


def _camp(actor: Actor) -> Camp | None:
    if _EITHER.search(actor.name):
        return None
    if actor.kind in {"government", "state"}:
        return "power"
    if actor.kind == "armed group" or _OPPONENTS.search(actor.name):
        return "opponents"
    return "power" if _POWER.search(actor.name) else None
