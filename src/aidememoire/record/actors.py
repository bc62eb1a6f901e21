"""Parties of many articles become actors, by their names. Every join says by which feature, and what it compared.

Unnamed parties ("a Western diplomat") are never joined across articles. Two names of bodies are compared with the names
of countries in them brought to one form ("Varenian army", "Varenia's army"); the capital of a country, its regime and
its government are then the country itself, as in the press.

What people said of who is who goes before what names say: whom they made one is one, whom they split off stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

from aidememoire.lexicon.countries import country_of
from aidememoire.lexicon.outlets import outlet_name
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import ActorKind, Party, Role
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor, Join
from aidememoire.record.decisions import BODIES, Settled, kinds_agree, settle
from aidememoire.record.naming.names import Match, acronym, compare_bodies, compare_persons, fold, key, words

# A bare surname (0.7) joins only where one actor fits; anything below is no join.
JOIN = 0.7
UNAMBIGUOUS = 0.8
# Two actors that both bear somebody's very name were one all along: only fuller names had kept them apart.
SAME = 0.95

# Names of a body that stand for the state itself.
GOVERNMENT = frozenset(
    "government regime authorities state administration republic federation officials leadership delegation".split()
)
STATE: frozenset[ActorKind] = frozenset(("state", "government"))
SAID = "said by a person"


@dataclass(slots=True)
class _Draft:
    """An actor in the making."""

    kind: ActorKind
    parties: list[Party] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    telling: dict[str, None] = field(default_factory=dict)

    def take(self, party: Party, match: Match | None) -> None:
        self.parties.append(party)
        self.names.update(dict.fromkeys(names_of(party)))
        self.telling.update(dict.fromkeys(telling_names(party)))
        if match:
            self.joins.append(Join(party.id, match.feature, match.score, match.mine, match.theirs))

    def absorb(self, other: _Draft, match: Match) -> None:
        """Takes all parties of a draft that turned out to be the same actor, as `match` shows."""
        self.parties += other.parties
        self.names |= other.names
        self.telling |= other.telling
        self.joins += [Join(other.parties[0].id, match.feature, match.score, match.mine, match.theirs), *other.joins]


def names_of(party: Party) -> tuple[str, ...]:
    """The party's name, then its other names."""
    return (party.name, *(a for a in party.aliases if a != party.name))


def telling_names(party: Party) -> tuple[str, ...]:
    """The names that tell the party from others: "the foreign ministry" may be any state's."""
    return tuple(n for n in names_of(party) if any(c.isupper() for c in n))


@lru_cache(maxsize=65536)
def country_form(name: str) -> str:
    """The name with each country's name, adjective or capital brought to the country's own name.

    The words that only say "the government of" go where a country is left: "the Norwegian regime" and "Norway" are one.
    """
    out: list[str] = []
    countries = 0
    parts = name.replace("’s", "").replace("'s", "").split()
    while parts:
        length, country = _leading_country(parts)
        countries += country is not None
        out.append(country or parts[0])
        parts = parts[length:]
    left = [w for w in out if fold(w) not in GOVERNMENT]
    return " ".join(left if countries and left else out)


def _leading_country(parts: list[str]) -> tuple[int, str | None]:
    """How many of the first words name a country (up to four, the most first), and its own name."""
    for length in range(min(4, len(parts)), 0, -1):
        found = country_of(" ".join(parts[:length]).strip(",()"))
        if found:
            return length, found.country.name
    return 1, None


def _form(name: str, kind: ActorKind) -> str:
    """The name as it is compared."""
    return (outlet_name(name) if kind == "media" else None) or country_form(name)


# The same names meet in article after article. With what was compared kept, the actors of 792 articles take 15 s; else
# 35.
@lru_cache(maxsize=262144)
def _compared(mine: str, my_kind: ActorKind, theirs: str, their_kind: ActorKind) -> Match | None:
    """How two names of parties of these kinds compare."""
    if my_kind == "person":
        return compare_persons(mine, theirs)
    match = compare_bodies(_form(mine, my_kind), _form(theirs, their_kind))
    return Match(match.feature, match.score, mine, theirs) if match else None


def compare(party: Party, draft: _Draft) -> Match | None:
    """The best match of any of the party's names with any of the actor's; None where none may be one."""
    if not kinds_agree(party.kind, draft.kind):
        return None
    matches = []
    for mine in telling_names(party):
        for theirs in draft.telling:
            match = _compared(mine, party.kind, theirs, draft.kind)
            if match:
                matches.append(match)
    if party.kind == "person" and _first_names_clash(party, draft):
        return None
    return max(matches, key=lambda m: m.score, default=None)


def _first_names_clash(party: Party, draft: _Draft) -> bool:
    """Whether the fullest names of both have first names that are not one."""
    mine = max(telling_names(party), key=lambda n: len(words(n)))
    theirs = max(draft.telling, key=lambda n: len(words(n)))
    full = len(words(mine)) > 1 and len(words(theirs)) > 1
    return full and compare_persons(mine, theirs) is None


def _blocks(party: Party) -> set[str]:
    """What two parties must share to be compared at all: a key of a word, or an acronym."""
    out: set[str] = set()
    for name in telling_names(party):
        form = _form(name, party.kind)
        parts = words(form)
        out.update(key(w) for w in (*parts, "".join(parts)) if len(w) > 2)
        out.add(acronym(form))
        out.update(w for w in parts if len(w) <= 5)
    out.discard("")
    return out


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
    drafts: list[_Draft] = []
    index: dict[str, list[int]] = defaultdict(list)
    for party in sorted(every, key=lambda p: _turn(p, settled)):
        place, match, same = _home(party, drafts, index, settled)
        if place is None:
            drafts.append(_Draft(party.kind))
            place = len(drafts) - 1
        else:
            settled.camps.join(drafts[place].parties[0].id, party.id)
        drafts[place].take(party, match)
        for other, shared in same:
            _unite(drafts, place, other, shared, settled)
        if party.kind != "unnamed":
            for block in _blocks(party):
                if place not in index[block]:
                    index[block].append(place)
    camps: dict[str, list[_Draft]] = defaultdict(list)
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


def _unite(drafts: list[_Draft], place: int, other: int, match: Match, settled: Settled) -> None:
    """Makes one draft of two, unless they are one already or people said that they are two."""
    kept, gone = drafts[place], drafts[other]
    if kept is not gone and settled.camps.join(kept.parties[0].id, gone.parties[0].id):
        kept.absorb(gone, match)
        drafts[:] = [kept if d is gone else d for d in drafts]


_Home = tuple[int | None, Match | None, list[tuple[int, Match]]]


def _home(party: Party, drafts: Sequence[_Draft], index: dict[str, list[int]], settled: Settled) -> _Home:
    """The draft that the party belongs to, and why; None where it is somebody new or nobody can tell.

    Then the other drafts that bear its very name.
    """
    if party.kind == "unnamed":
        return None, None, []
    near = sorted({place for block in _blocks(party) for place in index.get(block, ())})
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


def _may_join(party: Party, draft: _Draft, settled: Settled) -> bool:
    """Whether what people said leaves room for the party in the draft."""
    camps, other = settled.camps, draft.parties[0].id
    if party.id in settled.placed:
        return camps.camp(party.id) == camps.camp(other)
    return camps.may_join(party.id, other)


def _whole(camp: Sequence[_Draft]) -> _Draft:
    """The drafts that a person's word made one, as one: the first proper name leads."""
    first, *rest = sorted(camp, key=lambda d: (d.kind == "unnamed", not d.telling))
    whole = replace(first, joins=list(first.joins), names=dict(first.names), parties=list(first.parties))
    for draft in rest:
        head, leading = draft.parties[0], first.parties[0]
        whole.parties += draft.parties
        whole.names |= draft.names
        whole.joins += [Join(head.id, SAID, 1.0, head.name, leading.name), *draft.joins]
    return whole


def _named(draft: _Draft) -> list[Party]:
    """The parties that an actor's name and kind are taken from: not those who are only described, where others are."""
    proper = [p for p in draft.parties if p.kind != "unnamed" and telling_names(p)]
    return proper if draft.telling and draft.kind != "unnamed" else draft.parties


def _name(draft: _Draft) -> str:
    """What to call an actor: a state by its own name, others by the name of several words that most articles use.

    A spelling that ten outlets share beats one outlet's; an acronym is used where no article gives more.
    """
    usual = {found.country.name for n in draft.names if (found := country_of(n))} & draft.names.keys()
    if draft.kind in STATE and usual:
        return min(usual)
    count = Counter(p.name for p in _named(draft))
    fuller = 1 if draft.kind == "person" else -1
    return max(count, key=lambda n: (len(words(n)) > 1, count[n], fuller * len(n), n))


def _actor(draft: _Draft) -> Actor:
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
