"""Parties of many articles become actors, by their names. Every join says by which feature, and what it compared.

Unnamed parties ("a Western diplomat") are never joined across articles. Two names of bodies are compared with the names
of countries in them brought to one form ("Varenian army", "Varenia's army"); the capital of a country, its regime and
its government are then the country itself, as in the press.

What people said of who is who goes before what names say: whom they made one is one, whom they split off stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from aidememoire.lexicon.countries import country_of
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import ActorKind, Party, Role
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor, Join
from aidememoire.record.decisions import BODIES, Settled, settle
from aidememoire.record.drafts import STATE, Draft, blocks, compare, country_form, names_of, telling_names
from aidememoire.record.naming.names import Match, fold, words

# A bare surname (0.7) joins only where one actor fits; anything below is no join.
JOIN = 0.7
UNAMBIGUOUS = 0.8
# Two actors that both bear somebody's very name were one all along: only fuller names had kept them apart.
SAME = 0.95

SAID = "said by a person"


def actors(
    parties: Iterable[Party],
    decisions: Iterable[Decision] = (),
    sources: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Actor, ...]:
    """The actors that the parties of all articles are, each with why its parties were joined, in the order of ids.

    The fullest names come first, so that a bare surname finds the full name it belongs to; a bare surname that two
    actors could own stays an actor of its own. `decisions` are what people said of who is who, and `sources` gives the
    `source_id` of each article, by which they name it.
    """
    every = _of_settled_kinds(list(parties))
    settled = settle(every, decisions, sources)
    drafts: list[Draft] = []
    index: dict[str, list[int]] = defaultdict(list)
    for party in sorted(every, key=lambda p: _turn(p, settled)):
        place, match, same = _home(party, drafts, index, settled)
        if place is None:
            drafts.append(Draft(party.kind))
            place = len(drafts) - 1
        else:
            settled.camps.join(drafts[place].parties[0].id, party.id)
        drafts[place].take(party, match)
        for other, shared in same:
            _unite(drafts, place, other, shared, settled)
        if party.kind != "unnamed":
            for block in blocks(party):
                if place not in index[block]:
                    index[block].append(place)
    camps: dict[str, list[Draft]] = defaultdict(list)
    for draft in {id(d): d for d in drafts}.values():
        camps[settled.camps.camp(draft.parties[0].id)].append(draft)
    return tuple(sorted((_actor(_whole(camp)) for camp in camps.values()), key=lambda a: a.id))


def _of_settled_kinds(parties: Sequence[Party]) -> list[Party]:
    """The parties; a person of one name only, which no full name of a person ends with, is what other articles say.

    In "Ostmere said so" nothing tells a state from a man.
    """
    bodies: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    surnames: set[str] = set()
    for party in parties:
        for name in telling_names(party):
            if party.kind in BODIES:
                bodies[fold(name)][party.kind] += 1
            elif party.kind == "person" and len(parts := words(name)) > 1:
                surnames.add(parts[-1])

    def settled(party: Party) -> Party:
        kinds = bodies.get(fold(party.name))
        if party.kind != "person" or kinds is None or fold(party.name) in surnames:
            return party
        return replace(party, kind=kinds.most_common(1)[0][0])

    return list(map(settled, parties))


def _turn(party: Party, settled: Settled) -> tuple[bool, bool, int, str, str]:
    """What the parties are ordered by: the fullest names first; those whom a person split off or placed come last."""
    longest = max(len(words(n)) for n in names_of(party))
    return party.id in settled.placed, party.id in settled.apart, -longest, fold(party.name), party.id


def _unite(drafts: list[Draft], place: int, other: int, match: Match, settled: Settled) -> None:
    """Makes one draft of two, unless they are one already or people said that they are two."""
    kept, gone = drafts[place], drafts[other]
    if kept is not gone and settled.camps.join(kept.parties[0].id, gone.parties[0].id):
        kept.absorb(gone, match)
        drafts[:] = [kept if d is gone else d for d in drafts]


_Home = tuple[int | None, Match | None, list[tuple[int, Match]]]


def _home(party: Party, drafts: Sequence[Draft], index: dict[str, list[int]], settled: Settled) -> _Home:
    """The draft that the party belongs to, and why; None where it is somebody new or nobody can tell.

    Then the other drafts that bear its very name.
    """
    if party.kind == "unnamed":
        return None, None, []
    near = sorted({place for block in blocks(party) for place in index.get(block, ())})
    near = [place for place in near if _may_join(party, drafts[place], settled)]
    found = [(m, place) for place in near if (m := compare(party, drafts[place])) and m.score >= JOIN]
    if not found:
        return None, None, []
    found.sort(key=lambda f: (-f[0].score, f[1]))
    best, place = found[0]
    if best.score < UNAMBIGUOUS and len({settled.camps.camp(drafts[at].parties[0].id) for _, at in found}) > 1:
        return None, None, []
    same = [(at, match) for match, at in found[1:] if match.score >= SAME] if best.score >= SAME else []
    return place, best, same


def _may_join(party: Party, draft: Draft, settled: Settled) -> bool:
    """Whether what people said leaves room for the party in the draft."""
    camps, other = settled.camps, draft.parties[0].id
    if party.id in settled.placed:
        return camps.camp(party.id) == camps.camp(other)
    return camps.may_join(party.id, other)


def _whole(camp: Sequence[Draft]) -> Draft:
    """The drafts that a person's word made one, as one: the first proper name leads."""
    first, *rest = sorted(camp, key=lambda d: (d.kind == "unnamed", not d.telling))
    whole = replace(first, joins=list(first.joins), names=dict(first.names), parties=list(first.parties))
    for draft in rest:
        head, leading = draft.parties[0], first.parties[0]
        whole.parties += draft.parties
        whole.names |= draft.names
        whole.joins += [Join(head.id, SAID, 1.0, head.name, leading.name), *draft.joins]
    return whole


def _named(draft: Draft) -> list[Party]:
    """The parties that an actor's name and kind are taken from: not those who are only described, where others are."""
    proper = [p for p in draft.parties if p.kind != "unnamed" and telling_names(p)]
    return proper if draft.telling and draft.kind != "unnamed" else draft.parties


def _name(draft: Draft) -> str:
    """What to call an actor: a state by its own name, others by the name of several words that most articles use.

    A spelling that ten outlets share beats one outlet's; an acronym is used where no article gives more.
    """
    usual = {found.country.name for n in draft.names if (found := country_of(n))} & draft.names.keys()
    if draft.kind in STATE and usual:
        return min(usual)
    count = Counter(p.name for p in _named(draft))
    fuller = 1 if draft.kind == "person" else -1
    return max(count, key=lambda n: (len(words(n)) > 1, count[n], fuller * len(n), n))


def _actor(draft: Draft) -> Actor:
    name = _name(draft)
    kind = Counter(p.kind for p in _named(draft)).most_common(1)[0][0]
    roles: dict[tuple[str, str | None], Role] = {}
    for party in draft.parties:
        for role in party.roles:
            roles.setdefault((role.title, role.of), role)
    unique = min(p.id for p in draft.parties) if kind == "unnamed" else country_form(name)
    return Actor(
        id=content_id("actor", kind, unique, min(p.id for p in draft.parties)),
        name=name,
        kind=kind,
        aliases=tuple(sorted(n for n in draft.names if n != name)),
        roles=tuple(roles.values()),
        side=next((p.side for p in draft.parties if p.side), None),
        parties=tuple(sorted(p.id for p in draft.parties)),
        joins=tuple(sorted(draft.joins, key=lambda j: j.party)),
    )
