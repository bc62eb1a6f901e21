"""Who an actor of a coded event is: its name in the record, the code of its country, and its sector."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from aidememoire.lexicon.countries import CountryName, country_of, organization_of
from aidememoire.lexicon.country_codes import alpha3
from aidememoire.model.facts import ActorKind, Party, Role
from aidememoire.model.joined import Actor
from aidememoire.store import Moment
from aidememoire.views.index import Index

_MILITARY = re.compile(
    r"\b(?:army|armed forces|military|troops|soldiers?|navy|air force|warplanes?"
    r"|(?:government|state|national) forces)\b",
    re.IGNORECASE,
)
_POLICE = re.compile(r"\b(?:police(?:m[ae]n)?|gendarm\w*|security forces)\b", re.IGNORECASE)
_REBEL = re.compile(r"\b(?:rebels?|insurgents?|guerrillas?|separatists?|militants?)\b", re.IGNORECASE)
_CIVIL = re.compile(
    r"\b(?:civilians?|residents?|refugees?|villagers?|citizens?|protest[eo]rs?|demonstrators?|students?|workers|farmers"
    r"|people|children|women|families|displaced|shopkeepers|teachers)\Z",
    re.IGNORECASE,
)
_STATE_POST = re.compile(
    r"\b(?:(?:prime|foreign|defen[cs]e|interior|deputy foreign) minister|head of state|king|queen|emir|sultan|monarch"
    r"|chancellor|secretary of state|foreign secretary|premier)\b",
    re.IGNORECASE,
)
_GOVERNS = re.compile(r"\b(?:government|presidency|ministry|cabinet|parliament|foreign office)\b", re.IGNORECASE)
_UNITED_NATIONS = re.compile(r"(?:UN|U\.N\.|United Nations|UNICEF|UNHCR)\b")
_LEADING = re.compile(r"^(?:the|a|an|both|some|several)\s+", re.IGNORECASE)
_INTERGOVERNMENTAL = frozenset(("world", "regional", "alliance", "finance", "court", "forum"))


@dataclass(frozen=True, slots=True)
class Who:
    """An actor of an event: the words, the party and actor they name (None where none is known), code and sector."""

    text: str
    party: str | None
    actor: str | None
    name: str
    code: str | None
    sector: str | None

    @property
    def key(self) -> str:
        """What tells this actor from others: the actor of the record, or the words in small letters."""
        return self.actor or self.party or _LEADING.sub("", self.text).casefold()


@dataclass(frozen=True, slots=True)
class Roster:
    """The actors of a record, by the parties of its articles."""

    parties: Mapping[str, Party]
    actors: Mapping[str, Actor]
    of_party: Mapping[str, str]

    @classmethod
    def of(cls, moment: Moment, index: Index) -> Roster:
        """The roster of what a moment sees."""
        return cls(index.parties, {actor.id: actor for actor in moment.links(Actor)}, index.actor_of)

    def all_of(self, parties: Iterable[str], texts: Iterable[str]) -> tuple[Who, ...]:
        """Those whom an event names, by their words; parties whose words are not told come last, by their names."""
        left = list(dict.fromkeys(parties))
        found: list[Who] = []
        for text in dict.fromkeys(texts):
            party = next((p for p in left if self._bears(p, text)), None)
            if party is not None:
                left.remove(party)
            found.append(self.who(party, text))
        unnamed = [at for at, who in enumerate(found) if who.party is None]
        # As many words as parties are left: they name each other in order.
        if len(unnamed) == len(left):
            for at, party in zip(unnamed, left, strict=True):
                found[at] = self.who(party, found[at].text)
            left = []
        return (*found, *(self.who(p, self.name(p) or p) for p in left))

    def who(self, party: str | None, text: str) -> Who:
        """The actor of that party, or of those words alone."""
        actor = self.actors.get(self.of_party.get(party or "", ""))
        known = self.parties.get(party or "")
        names = [text, *([known.name] if known else []), *([actor.name] if actor else [])]
        kind = actor.kind if actor else known.kind if known else None
        roles = (*(known.roles if known else ()), *(actor.roles if actor else ()))
        name = actor.name if actor else known.name if known else text
        return Who(text, party, actor.id if actor else None, name, _code(names, kind), _sector(names, kind, roles))

    def name(self, party: str | None) -> str | None:
        """The name of a party's actor, None for no party."""
        actor = self.actors.get(self.of_party.get(party or "", ""))
        known = self.parties.get(party or "")
        return actor.name if actor else known.name if known else None

    def _bears(self, party: str, text: str) -> bool:
        known = self.parties.get(party)
        if known is None:
            return False
        words = _LEADING.sub("", text).casefold()
        names = (known.name, *known.aliases, *(m.text for m in known.mentions))
        return any(n.casefold() in words or words in n.casefold() for n in names if n)


def _code(names: Iterable[str], kind: ActorKind | None) -> str | None:
    """The code of the country that an actor is or that its words begin with; null for all others."""
    for name in names:
        known = _country(name, everywhere=kind in {"state", "government"})
        if known is not None:
            return alpha3(known.country.name)
    return None


def _country(name: str, *, everywhere: bool) -> CountryName | None:
    words = _LEADING.sub("", name).replace("'s", "").replace("’s", "").split()
    firsts = range(len(words)) if everywhere else range(min(1, len(words)))
    stretches = (" ".join(words[at : at + many]) for at in firsts for many in (3, 2, 1))
    return next((known for stretch in stretches if (known := country_of(stretch)) is not None), None)


def _sector(names: list[str], kind: ActorKind | None, roles: Iterable[Role]) -> str | None:
    """The sector as PLOVER has it; null where neither the words, the kind nor the post tells it."""
    body = next((o for n in names if (o := organization_of(_LEADING.sub("", n))) is not None), None)
    if body is not None:
        between = body.kind in _INTERGOVERNMENTAL or any(_UNITED_NATIONS.match(n) for n in body.names)
        return "IGO" if between else "NGO"
    return next(_told(names, kind, roles), None)


def _told(names: list[str], kind: ActorKind | None, roles: Iterable[Role]) -> Iterator[str]:
    text = names[0]
    if kind == "media":
        yield "MED"
    if kind == "armed group" or _REBEL.search(text):
        yield "REB"
    if _POLICE.search(text):
        yield "COP"
    if _MILITARY.search(text):
        yield "MIL"
    if kind in {"government", "state"} or _GOVERNS.search(text):
        yield "GOV"
    if kind == "person" and any(_STATE_POST.search(role.title) for role in roles):
        yield "GOV"
    if _CIVIL.search(text):
        yield "CVL"
