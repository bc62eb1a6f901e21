"""An actor in the making, and how near another party's names come to those it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from aidememoire.lexicon.countries import country_of
from aidememoire.lexicon.outlets import outlet_name
from aidememoire.model.facts import ActorKind, Party
from aidememoire.model.joined import Join
from aidememoire.record.decisions import kinds_agree
from aidememoire.record.naming.names import Match, acronym, compare_bodies, compare_persons, fold, key, words

# Names of a body that stand for the state itself.
GOVERNMENT = frozenset(
    "government regime authorities state administration republic federation officials leadership delegation".split()
)
STATE: frozenset[ActorKind] = frozenset(("state", "government"))


@dataclass(slots=True)
class Draft:
    """An actor in the making."""

    kind: ActorKind
    parties: list[Party] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    telling: dict[str, None] = field(default_factory=dict)

    def take(self, party: Party, match: Match | None) -> None:
        """Takes a party, and why: None for the first."""
        self.parties.append(party)
        self.names.update(dict.fromkeys(names_of(party)))
        self.telling.update(dict.fromkeys(telling_names(party)))
        if match:
            self.joins.append(Join(party.id, match.feature, match.score, match.mine, match.theirs))

    def absorb(self, other: Draft, match: Match) -> None:
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


def compare(party: Party, draft: Draft) -> Match | None:
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


def _first_names_clash(party: Party, draft: Draft) -> bool:
    """Whether the fullest names of both have first names that are not one."""
    mine = max(telling_names(party), key=lambda n: len(words(n)))
    theirs = max(draft.telling, key=lambda n: len(words(n)))
    full = len(words(mine)) > 1 and len(words(theirs)) > 1
    return full and compare_persons(mine, theirs) is None


def blocks(party: Party) -> set[str]:
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
