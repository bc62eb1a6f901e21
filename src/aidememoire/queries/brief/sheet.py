"""What the lines of a brief are composed from: one record at one moment, looked up by id, by day and by actor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Figure, Party, Position, Statement, Time
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor, Origins
from aidememoire.model.lineage import Lineage
from aidememoire.model.links import Link
from aidememoire.model.process import BriefKind, BriefLine
from aidememoire.model.spans import Located, Span
from aidememoire.queries.brief.wording import listed
from aidememoire.record.naming.names import fold
from aidememoire.record.origins import Kinship, Told, origins
from aidememoire.store import Moment

F = TypeVar("F", bound=Fact)
L = TypeVar("L", bound=Link)
# What a sentence dates to more days than these before the brief is background: "In February the two had agreed".
_LONG_PAST = 10
_ENDS = (". ", "\n", "! ", "? ", ".” ", '." ')
Telling = Statement | Encounter | Position | Commitment | Agreement | Figure

_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a brief, ISO dates, both included."""

    since: str
    day: str

    def hold(self, day: str | None) -> bool:
        """Whether a day is one of them."""
        return day is not None and self.since <= day[:10] <= self.day


@dataclass(frozen=True, slots=True)
class Weighed:
    """A line with what makes it telling: the more, the earlier it stands."""

    line: BriefLine
    weight: tuple[float, ...]


class Sheet:
    """A record at one moment. Everything is read once, when the object is made."""

    def __init__(self, moment: Moment) -> None:
        self.moment = moment
        self.articles: Mapping[str, Article] = {a.id: a for a in moment.articles()}
        self.actors: Mapping[str, Actor] = {a.id: a for a in moment.links(Actor)}
        self.actor_of = {party: a.id for a in self.actors.values() for party in a.parties}
        self._named = self._counted()
        self._kinship = Kinship(moment.links(Lineage))
        self._kept: dict[Any, Any] = {}

    def _counted(self) -> Mapping[str, float]:
        """The share of the articles that name each actor."""
        seen: dict[str, set[str]] = {}
        for party in self.moment.facts(Party):
            if party.id in self.actor_of:
                seen.setdefault(self.actor_of[party.id], set()).add(party.article)
        return {actor: len(articles) / len(self.articles) for actor, articles in seen.items()}

    def facts(self, kind: type[F], ids: Iterable[str]) -> list[F]:
        """The facts of one class that have these ids, in their order."""
        by_id = self._by_id(kind)
        return [by_id[each] for each in ids]

    def every(self, kind: type[F]) -> Iterable[F]:
        """The facts of one class, by article and then by their place in it."""
        return self._by_id(kind).values()

    def _by_id(self, kind: type[F]) -> Mapping[str, F]:
        if kind not in self._kept:
            self._kept[kind] = {fact.id: fact for fact in self.moment.facts(kind)}
        found: Mapping[str, F] = self._kept[kind]
        return found

    def links(self, kind: type[L]) -> tuple[L, ...]:
        """The links of one class, by id."""
        if kind not in self._kept:
            self._kept[kind] = tuple(self.moment.links(kind))
        found: tuple[L, ...] = self._kept[kind]
        return found

    def day(self, article: str) -> str | None:
        """The ISO day on which an article was published."""
        published = self.articles[article].published
        return published[:10] if published else None

    def name(self, who: str | None) -> str | None:
        """The name of an actor, or of the actor that a party is."""
        actor = self.actors.get(self.actor_of.get(who, who)) if who else None
        return actor.name if actor else None

    def names(self, who: Iterable[str | None]) -> list[str]:
        """Their names, each once."""
        return list(dict.fromkeys(name for each in who if (name := self.name(each))))

    def prominence(self, who: Iterable[str | None]) -> float:
        """How much coverage these actors have together: the sum of the shares of articles that name them."""
        known = {self.actor_of.get(each, each) for each in who if each}
        return sum(self._named.get(actor, 0.0) for actor in known)

    def told_by(self, sources: Iterable[str | None], articles: Iterable[str]) -> str:
        """Who says so: the sources, and the outlets that print it."""
        said = self.names(sources)
        outlets = sorted({self.articles[a].outlet or self.articles[a].source_id for a in articles})
        shown = listed(outlets[:3]) if len(outlets) <= 3 else f"{', '.join(outlets[:3])} and {len(outlets) - 3} more"
        return f"according to {listed(said[:3])}; {shown}" if said else shown

    def origins(self, facts: Sequence[Telling]) -> Origins:
        """Between how many independent origins the facts were heard."""
        return origins([self._told(fact) for fact in facts], self._kinship)

    def origins_of(self, places: Sequence[tuple[str, Span]]) -> Origins:
        """The same for stretches of articles that nobody but these says."""
        return origins([self._printed(article, span, None) for article, span in places], self._kinship)

    def _told(self, fact: Telling) -> Told:
        return self._printed(fact.article, span_of(fact), source_of(fact))

    def _printed(self, where: str, span: Span, source: str | None) -> Told:
        article = self.articles[where]
        return Told(
            where,
            span,
            self.actor_of.get(source) if source else None,
            frozenset(),
            frozenset(article.agencies),
            outlet=fold(article.outlet or "").removeprefix("the "),
            bylines=frozenset(map(fold, article.bylines)),
            day=article.published,
        )

    def long_past(self, fact: Telling, days: Days) -> bool:
        """Whether the sentence that tells a fact dates it, before or within its words, to long before these days.

        A month that the article leaves without its year ("the November 13 attack") is of some other year.
        """
        text, span = self.articles[fact.article].text, span_of(fact)
        start = max(text.rfind(mark, 0, span.start) for mark in _ENDS) + 1
        bound = (date.fromisoformat(days.since) - timedelta(_LONG_PAST)).isoformat()
        return any(
            start <= time.start
            and time.end <= span.end
            and (_MONTH.search(time.text) is not None if time.latest is None else time.latest < bound)
            for time in self._times(fact.article)
        )

    def _times(self, article: str) -> Sequence[Time]:
        return self.told_in(Time, article)

    def told_in(self, kind: type[F], article: str) -> Sequence[F]:
        """The facts of one class that one article tells, by their place in it."""
        key = (kind, "by article")
        if key not in self._kept:
            by_article: dict[str, list[F]] = {}
            for fact in self.every(kind):
                by_article.setdefault(fact.article, []).append(fact)
            self._kept[key] = by_article
        found: Sequence[F] = self._kept[key].get(article, ())
        return found

    def taking_part(self) -> frozenset[str]:
        """The actors who hold a position or take part in an encounter."""
        if "taking part" not in self._kept:
            who = [p.party for p in self.every(Position)]
            who += [each for e in self.every(Encounter) for each in e.participants]
            self._kept["taking part"] = frozenset(a for each in who if each and (a := self.actor_of.get(each)))
        found: frozenset[str] = self._kept["taking part"]
        return found


def span_of(fact: Telling) -> Span:
    """The words that a fact was read from."""
    return fact.content if isinstance(fact, Statement) else fact.evidence


def source_of(fact: Telling) -> str | None:
    """The party who says so, None where it is the article alone."""
    match fact:
        case Statement() | Figure():
            return fact.speaker
        case Encounter():
            return fact.source
        case Position():
            return fact.party
        case Commitment():
            return next(iter(fact.alleged_by), None)
        case _:
            return None


def heard(origins: Origins) -> str:
    """How many independent origins stand behind it, in words."""
    number = str(origins.low) if origins.low == origins.high else f"{origins.low} to {origins.high}"
    return f"{number} origin{'' if number == '1' else 's'}"


def line(
    sheet: Sheet,
    days: Days,
    kind: BriefKind,
    words: str,
    of: str,
    facts: Sequence[Telling],
    sources: Iterable[str] = (),
    origins: Origins | None = None,
) -> BriefLine:
    """A line of a brief: the sentence, who tells it, and between how many independent origins it was heard.

    `of` is the id of the link that the line is about, and `facts` tell it in these days; the `origins` are theirs where
    none are given.
    """
    told, heard_from = sheet.told_by(sources, {f.article for f in facts}), origins or sheet.origins(facts)
    text = f"{words} — {told} ({heard(heard_from)})."
    records = tuple(dict.fromkeys((of, *(f.id for f in facts))))
    spans = {(f.article, span_of(f)) for f in facts}
    evidence = tuple(sorted((Located(a, s.start, s.end, s.text) for a, s in spans), key=lambda p: (p.article, p.start)))
    mark = content_id("brief_line", days.day, kind, text, *records)
    return BriefLine(mark, days.day, text, kind, records, heard_from, evidence)
