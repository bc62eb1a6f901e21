"""Who an actor is: its names, its roles, why its parties were joined, and what people decided of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aidememoire.model.decisions import Bearer, Decision, Effect
from aidememoire.model.facts import Party
from aidememoire.model.joined import Actor, Join
from aidememoire.queries.desk.shapes import Cited, cited_span
from aidememoire.queries.shelf import Shelf
from aidememoire.record.decisions import Parties, effects


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and how many articles have it as the fullest."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Titled:
    """A role as stated, in how many articles, and the first place that states it."""

    title: str
    of: str | None
    articles: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class Joined:
    """Why names were taken for one: the feature that decided, its score, the two values, and how often.

    `cited` is the first place where the party that was joined is named.
    """

    feature: str
    score: float
    mine: str
    theirs: str
    times: int
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person said of who is who, in words, when (UTC), and what came of it."""

    number: int
    made: str
    text: str
    effect: Effect


def names(actor: Actor, parties: Sequence[Party]) -> tuple[Named, ...]:
    """All names of an actor, the most used first."""
    count = Counter(party.name for party in parties)
    every = dict.fromkeys((actor.name, *actor.aliases, *count))
    return tuple(Named(name, count[name]) for name in sorted(every, key=lambda n: -count[n]))


def roles(shelf: Shelf, parties: Sequence[Party]) -> tuple[Titled, ...]:
    """The roles of an actor, those that most articles state first."""
    found: dict[tuple[str, str], list[tuple[Party, int]]] = {}
    for party in parties:
        for at, role in enumerate(party.roles):
            found.setdefault((role.title.casefold(), (role.of or "").casefold()), []).append((party, at))
    made = []
    for stated in found.values():
        first = min(stated, key=lambda s: (shelf.articles[s[0].article].published or "9999", s[0].id))
        role = first[0].roles[first[1]]
        cited = cited_span(shelf, first[0].article, role.evidence)
        made.append(Titled(role.title, role.of, len({party.article for party, _ in stated}), cited))
    return tuple(sorted(made, key=lambda r: (-r.articles, r.title, r.of or "")))


def joins(shelf: Shelf, actor: Actor, parties: Mapping[str, Party]) -> tuple[Joined, ...]:
    """Why the parties of an actor were joined, a line for each two names and what decided; the surest last."""
    found: dict[tuple[str, float, str, str], list[Join]] = {}
    for join in actor.joins:
        found.setdefault((join.feature, join.score, join.mine, join.theirs), []).append(join)
    order = sorted(found, key=lambda k: (k[1], k[2] == k[3], -len(found[k]), k))
    return tuple(Joined(*key, len(found[key]), _named_at(shelf, parties.get(found[key][0].party))) for key in order)


def _named_at(shelf: Shelf, party: Party | None) -> Cited | None:
    if party is None or not party.mentions:
        return None
    return cited_span(shelf, party.article, party.mentions[0])


def decided(shelf: Shelf) -> Mapping[str, tuple[Decided, ...]]:
    """What people decided, by each actor that it bears on now."""
    decisions = list(shelf.moment.decisions())
    if not decisions:
        return {}
    sources = {a.id: a.source_id for a in shelf.articles.values()}
    parties = Parties.of(shelf.moment.facts(Party), sources)
    came = effects(parties.by_id.values(), decisions, sources)
    found: dict[str, list[Decided]] = {}
    for decision in decisions:
        meant = (party.id for b in (*decision.who, *decision.others) for party in parties.bearing(b))
        told = Decided(decision.number, decision.made, _told(decision), came[decision.number])
        for actor in sorted({a.id for p in meant if (a := shelf.actor(p))}):
            found.setdefault(actor, []).append(told)
    return {actor: tuple(told) for actor, told in found.items()}


def _told(decision: Decision) -> str:
    who = " and ".join(map(_bearer, decision.who))
    return f"{who} are one" if decision.says == "one" else f"{who}: not {' or '.join(map(_bearer, decision.others))}"


def _bearer(bearer: Bearer) -> str:
    return f"{bearer.name} of article {bearer.article}" if bearer.article is not None else bearer.name
