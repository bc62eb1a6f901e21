"""What people said of who is who, brought to the parties of a record.

The later word wins. Words are taken from the last to the first, and each is kept as far as those after it leave room:
of "A and B are one", "B and C are one" and then "A is not C", the first gives way. What is kept binds whatever the
names say, through all that is joined later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from aidememoire.model.decisions import Bearer, Decision, Effect
from aidememoire.model.facts import ActorKind, Party
from aidememoire.record.camps import Camps
from aidememoire.record.naming.names import fold

BODIES: frozenset[ActorKind] = frozenset(("government", "organization", "armed group", "media", "state"))


def kinds_agree(a: ActorKind, b: ActorKind) -> bool:
    """Whether parties of the two kinds may be one: a body is taken for one sort or another as articles describe it.

    An outlet is never a state, whose name its own often has in it.
    """
    outlet_and_state = "media" in (a, b) and not {a, b}.isdisjoint(("government", "state"))
    return a == b or (a in BODIES and b in BODIES and not outlet_and_state)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a record, found by who bears what name. `sources` gives each article's `source_id`."""

    by_id: Mapping[str, Party]
    by_name: Mapping[str, Sequence[Party]]
    sources: Mapping[str, str]

    @classmethod
    def of(cls, parties: Iterable[Party], sources: Mapping[str, str]) -> Parties:
        """The look-up over these parties."""
        by_id = {p.id: p for p in parties}
        by_name: dict[str, list[Party]] = defaultdict(list)
        for party in by_id.values():
            by_name[fold(party.name)].append(party)
        return cls(by_id, by_name, sources)

    def source(self, party: Party) -> str | None:
        """The `source_id` of the party's article."""
        return self.sources.get(party.article)

    def called(self, name: str, kind: ActorKind) -> list[Party]:
        """The parties of that name whose kinds agree with `kind`."""
        return [p for p in self.by_name.get(fold(name), ()) if kinds_agree(p.kind, kind)]

    def bearing(self, bearer: Bearer) -> list[Party]:
        """The parties that a decision means, by their ids."""
        found = {p: self.by_id[p] for p in bearer.parties if p in self.by_id}
        if bearer.article is None:
            here = (p for p in self.called(bearer.name, bearer.kind) if self.source(p) not in bearer.but_not)
        else:
            named = self.by_name.get(fold(bearer.name), ())
            here = (p for p in named if p.name == bearer.name and self.source(p) == bearer.article)
        found.update((p.id, p) for p in here)
        return sorted(found.values(), key=lambda p: p.id)


@dataclass(slots=True)
class Settled:
    """The decisions as they bear on the parties of a record, by their ids.

    `camps` holds who is one by a person's word, and who must stay apart. Those in `apart` were split off: they look for
    their like when all others have been joined, so that none goes with them by their name alone. Those in `placed` were
    said to be somebody in one article: they are joined to nobody else by their name. `effects` tells by a decision's
    number what came of it.
    """

    camps: Camps[str]
    apart: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)
    effects: dict[int, Effect] = field(default_factory=dict)


def settle(parties: Iterable[Party], decisions: Iterable[Decision], sources: Mapping[str, str]) -> Settled:
    """What the decisions say of these parties, the later ones before the earlier."""
    known = Parties.of(parties, sources)
    settled = Settled(Camps(known.by_id))
    for decision in sorted(decisions, key=lambda d: -d.number):
        keep = _unite if decision.says == "one" else _part
        settled.effects[decision.number] = keep(decision, known, settled)
    return settled


def _unite(decision: Decision, known: Parties, settled: Settled) -> Effect:
    # Those who are meant wherever they are named first: to them the others are brought.
    bearers = sorted(decision.who, key=lambda b: b.article is not None)
    groups = [(b, known.bearing(b)) for b in bearers]
    present = [(b, sorted(found, key=lambda p: p.id in settled.apart)) for b, found in groups if found]
    if len(present) < 2:
        return "idle"
    first = present[0][1][0].id
    kept: list[bool] = []
    for bearer, found in present:
        for party in found:
            joined = settled.camps.join(first, party.id)
            kept += [joined] if party.id != first else []
            if joined and bearer.article is not None:
                settled.placed.add(party.id)
    return _effect(kept)


def _part(decision: Decision, known: Parties, settled: Settled) -> Effect:
    who = {p.id for b in decision.who for p in known.bearing(b)}
    others = {p.id for b in decision.others for p in known.bearing(b)} - who
    if not who or not others:
        return "idle"
    every: list[bool] = []
    for party in sorted(who):
        kept = [settled.camps.part(party, other) for other in sorted(others)]
        every += kept
        if any(kept):
            settled.apart.add(party)
    return _effect(every)


def _effect(kept: Sequence[bool]) -> Effect:
    if all(kept):
        return "in force"
    return "overruled in part" if any(kept) else "overruled"


def effects(
    parties: Iterable[Party], decisions: Iterable[Decision], sources: Mapping[str, str]
) -> Mapping[int, Effect]:
    """What came of each decision, by its number: "idle" where the record has nobody whom it is about."""
    return settle(parties, decisions, sources).effects
