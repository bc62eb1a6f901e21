"""Who takes part in an encounter, and whether two participants of two tellings may be one.

A foreign minister stands for his state and "the government delegation" for the government: one telling names the man,
another the body that sent him. "The two sides" may be anybody, and so agrees with all and shows nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from aidememoire.lexicon.countries import country_of, organization_of
from aidememoire.model.facts import ActorKind, Encounter
from aidememoire.model.joined import Actor
from aidememoire.record.naming.names import fold, words
from aidememoire.record.similarity import stem

Camp = Literal["government", "opposition"]

# Words that name nobody, in a participant that nobody is named in.
VAGUE = frozenset(
    """he she they it him her them who both two three sides side party parties warring rival rivals foe foes enemies
    representatives representative delegates delegate delegation delegations team teams official officials leader
    leaders negotiator negotiators envoy envoys mediator mediators men man others members member some
    group groups talks meeting people senior top key other more than several many a an the of from to and in its their
    his all each new own these those this that international world major foreign western regional dozen dozens two
    three four five six seven eight nine ten
    powers power countries country nations nation diplomats participants partners guests""".split()
)
GOVERNMENT = frozenset("government regime authorities army military state soldiers troops cabinet junta".split())
OPPOSITION = frozenset(
    """rebel rebels opposition opponents insurgent insurgents guerrilla guerrillas separatist separatists resistance
    militant militants dissidents""".split()
)
POWERS: frozenset[ActorKind] = frozenset(("state", "government"))
# The beginnings of names that tell a state by its adjective: "Varen" in "Varenian".
STEM = 5
# Words for many at once: who is told of with one of them may be among whom another telling names.
_MANY = re.compile(
    r"\b(?:powers|countries|nations|states|ministers|diplomats|leaders|partners|participants|members|envoys|dozens?"
    r"|(?:[Ss]upport|[Cc]ontact) [Gg]roup|[Qq]uartet|[Tt]roika|[Ss]ummit|[Cc]onference)\b"
)
# Two make an encounter.
PAIR = 2
# How sure it is that two participants are one: by name, by the body that one stands for, by their words, by their camp.
NAMED, STANDS_FOR, SENT_BY_ONE, BY_TITLE, BY_WORDS, BY_CAMP = 1.0, 0.7, 0.6, 0.7, 0.5, 0.4


@dataclass(frozen=True, slots=True)
class Guest:
    """A participant: the named `actor` (None where only words are known) and the bodies that it is or stands for.

    `surname` is a person's last name, folded ("" for bodies); `titles` are the stems of the titles a person has;
    `content` those of the words of a participant who is not named; `camp` is told by such words too.
    `many`: it is told as many at once, of one body or of several ("ministers of nine states").
    """

    actor: str | None
    text: str
    surname: str
    bodies: frozenset[str]
    titles: frozenset[str]
    content: frozenset[str]
    camp: Camp | None
    many: bool = False

    @property
    def vague(self) -> bool:
        """Whether it may be anybody."""
        return not (self.named or self.content or self.camp)

    @property
    def named(self) -> bool:
        """Whether it is somebody, or of a body, that has a name."""
        return bool(self.actor or self.bodies)

    def differs(self, other: Guest) -> bool:
        """Whether the two can't be one: both are named, or they are of two camps."""
        return (self.named and other.named) or bool(self.camp and other.camp and self.camp != other.camp)

    def likeness(self, other: Guest) -> float:
        """How sure it is that both are one, 0 (nothing says so) to 1."""
        if self.actor and self.actor == other.actor:
            return NAMED
        if self.camp and other.camp and self.camp != other.camp:
            return 0.0
        if self.surname and other.surname:
            return 0.0 if self.surname != other.surname else BY_TITLE
        if self.bodies & other.bodies:
            return STANDS_FOR if bool(self.surname) != bool(other.surname) else SENT_BY_ONE
        if self.bodies and other.bodies:
            return 0.0
        if self.titles & other.content or self.content & other.titles:
            return BY_TITLE
        if self.content & other.content:
            return BY_WORDS
        return BY_CAMP if self.camp and self.camp == other.camp else 0.0


@dataclass(frozen=True, slots=True)
class Likes:
    """How two lists of participants compare: how many are one and how surely, and how many only one list has.

    `clash`: each tells of somebody whom the other can't mean; `named_left`: somebody with a name is among those left.
    """

    surely: float
    matched: int
    mine_left: int
    theirs_left: int
    clash: bool
    named_left: bool

    @property
    def doubt(self) -> bool:
        """Whether each tells of somebody in whom the other is not seen, and may be meant all the same."""
        return bool(self.mine_left and self.theirs_left)

    @property
    def all_alike(self) -> bool:
        """Whether two or more took part, and all are one."""
        return self.matched > 1 and not self.mine_left and not self.theirs_left


def compare_guests(mine: Sequence[Guest], theirs: Sequence[Guest]) -> Likes:
    """Pairs the participants of two tellings, the surest first; who may be anybody is left out."""
    some, others = [g for g in mine if not g.vague], [g for g in theirs if not g.vague]
    pairs = sorted(
        (-like, i, j) for i, x in enumerate(some) for j, y in enumerate(others) if (like := x.likeness(y)) > 0
    )
    taken: dict[int, int] = {}
    surely: list[float] = []
    for like, i, j in pairs:
        if i not in taken and j not in taken.values():
            taken[i] = j
            surely.append(-like)
    left = [g for i, g in enumerate(some) if i not in taken]
    left_there = [g for j, g in enumerate(others) if j not in taken.values()]
    differ = any(x.differs(y) for x in left for y in left_there)
    clash = (differ and len(taken) < PAIR) or _two_among_many(mine, theirs, surely)
    named_left = any(g.named for g in (*left, *left_there))
    return Likes(sum(surely), len(taken), len(left), len(left_there), clash, named_left)


def _two_among_many(mine: Sequence[Guest], theirs: Sequence[Guest], surely: Sequence[float]) -> bool:
    """Whether the one tells of two persons by themselves and the other of more, of whom those two are not named."""
    fewer, more = sorted((mine, theirs), key=len)
    two_persons = len(fewer) == PAIR and all(g.surname for g in fewer)
    return two_persons and len(more) > PAIR and surely.count(NAMED) < PAIR


class GuestBook:
    """Who the participants of encounters are, by the actors of the record."""

    def __init__(self, actors: Iterable[Actor], actor: Mapping[str, str]) -> None:
        self._actors = {a.id: a for a in sorted(actors, key=lambda a: a.id)}
        self._actor = actor
        self._bodies: dict[str, set[str]] = defaultdict(set)
        self._states: dict[str, str] = {}
        for a in self._actors.values():
            if a.kind not in {"person", "unnamed", "media"}:
                for name in (a.name, *a.aliases):
                    self._bodies[fold(name)].add(a.id)
            if a.kind in POWERS:
                for part in _stems(a.name) if " " not in a.name else ():
                    self._states.setdefault(part, a.id)

    def guests(self, encounter: Encounter) -> tuple[Guest, ...]:
        """The participants of an encounter, in the order in which they are told."""
        left = dict.fromkeys(a for p in encounter.participants if (a := self._actor.get(p)))
        texts = list(dict.fromkeys(encounter.participant_texts))
        found: list[tuple[str | None, str]] = [(self._named_in(text, left), text) for text in texts]
        found += [(a, "") for a in left]
        return tuple(self._guest(self._actors.get(a) if a else None, text) for a, text in found)

    def state(self, name: str) -> str | None:
        """A country's name, or the actor that is the state of that name; None where it is neither."""
        known = country_of(name)
        if known is not None and known.kind != "capital":
            return known.country.name
        ids = [a for a in self._bodies.get(fold(name), ()) if self._actors[a].kind in POWERS]
        return min(ids, default=None)

    def _named_in(self, text: str, left: dict[str, None]) -> str | None:
        """The participant whose name the text has, or who comes next where it is a pronoun; then taken off `left`."""
        here = set(words(text))
        for a in left:
            names = (self._actors[a].name, *self._actors[a].aliases) if a in self._actors else ()
            if any(parts and parts[-1] in here for parts in map(words, names)):
                del left[a]
                return a
        if len(here) == 1 and here & {"he", "she", "it", "they"} and left:
            a = next(iter(left))
            del left[a]
            return a
        return None

    def _guest(self, actor: Actor | None, text: str) -> Guest:
        named = actor is not None and actor.kind != "unnamed" and any(c.isupper() for c in actor.name)
        person = named and actor is not None and actor.kind == "person"
        told = text or (actor.name if actor else "")
        bodies = set(self._bodies_in(told))
        if actor is not None and named:
            bodies |= self._stands_for(actor)
        plain = [] if named else [w for w in words(told) if w not in VAGUE]
        return Guest(
            actor=actor.id if actor and named else None,
            text=text,
            surname=words(actor.name)[-1] if actor and person and words(actor.name) else "",
            bodies=frozenset(bodies),
            titles=frozenset(stem(w) for r in actor.roles for w in words(r.title)) if actor and person else frozenset(),
            content=frozenset(stem(w) for w in plain if w not in GOVERNMENT | OPPOSITION and not self.state(w)),
            camp=_camp(told, actor),
            many=not person and bool(_MANY.search(f"{told} {actor.name if actor else ''}")),
        )

    def _stands_for(self, actor: Actor) -> set[str]:
        """The bodies that an actor is, or has an office of."""
        if actor.kind == "person":
            return {b for role in actor.roles if role.of for b in self._bodies_in(role.of)}
        return {actor.id, *self._bodies_in(actor.name)}

    def bodies(self, text: str) -> Iterator[str]:
        """The states and bodies that a text names, as often as it does."""
        return self._bodies_in(text)

    def _bodies_in(self, text: str) -> Iterator[str]:
        """The states and bodies that a text names."""
        parts = re.findall(r"[\w.&-]+", text.replace("’s", "").replace("'s", ""))
        at = 0
        while at < len(parts):
            length, found = self._body_at(parts[at : at + 5])
            yield from found
            at += length

    def _body_at(self, parts: Sequence[str]) -> tuple[int, set[str]]:
        for length in range(len(parts), 0, -1):
            name = " ".join(parts[:length])
            if not name[:1].isupper():
                break
            if known := country_of(name):
                return length, {known.country.name}
            if body := organization_of(name):
                return length, {body.name}
            if fold(name) in self._bodies:
                return length, set(self._bodies[fold(name)])
        state = next((self._states[s] for s in _stems(parts[0]) if s in self._states), None)
        return 1, {state} if state else set()


def _stems(name: str) -> frozenset[str]:
    return frozenset(fold(w)[:STEM] for w in name.split() if w[:1].isupper() and len(w) >= STEM)


def _camp(text: str, actor: Actor | None) -> Camp | None:
    """The camp that the words tell ("the rebel United Highland Council"), or what kind of actor it is."""
    here = set(words(text))
    if here & OPPOSITION:
        return None if here & GOVERNMENT else "opposition"
    if actor is not None and actor.kind == "armed group":
        return "opposition"
    return "government" if here & GOVERNMENT else None


def known_camps(guests: Iterable[Guest]) -> dict[str, Camp]:
    """The camp of each actor whom some article puts in one, and no article in the other."""
    told: dict[str, set[Camp]] = defaultdict(set)
    for guest in guests:
        if guest.actor and guest.camp:
            told[guest.actor].add(guest.camp)
    return {actor: next(iter(camps)) for actor, camps in told.items() if len(camps) == 1}


def in_camp(guest: Guest, camps: Mapping[str, Camp]) -> Guest:
    """The guest, in the camp that other articles put it in where this one puts it in none."""
    camp = camps.get(guest.actor or "")
    return replace(guest, camp=camp) if camp and guest.camp is None else guest
