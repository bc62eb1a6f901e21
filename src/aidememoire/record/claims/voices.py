"""The statements of a whole coverage, with who speaks, who is named in them, and when and where they were printed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from aidememoire.model.articles import Article
from aidememoire.model.facts import ActorKind, Party, Statement
from aidememoire.record.naming.names import fold
from aidememoire.record.origins import Told


@dataclass(frozen=True, slots=True)
class Voices:
    """The statements of the whole coverage, with the actor of each party."""

    statements: tuple[Statement, ...]
    actor: Mapping[str, str]
    articles: Mapping[str, Article]
    parties: tuple[Party, ...] = ()

    def speaker(self, statement: Statement) -> str | None:
        """The actor who speaks; None where nobody in reach does."""
        return self.actor.get(statement.speaker) if statement.speaker else None

    def target(self, statement: Statement) -> str | None:
        """The actor whom the statement is aimed at, None where it is aimed at none."""
        return self.actor.get(statement.target) if statement.target else None

    def days_apart(self, x: Statement, y: Statement) -> int | None:
        """The days between the articles of two statements; None where one has no date."""
        one, other = (self.articles[s.article].published for s in (x, y))
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) if one and other else None

    def told(self, statement: Statement) -> Told:
        """The statement as a telling, with the chain that it came through."""
        article = self.articles[statement.article]
        heard = {self.actor.get(statement.addressee)} if statement.addressee else set()
        through = {self.actor.get(v.actor) for v in statement.via if v.actor}
        named = statement.addressee_text or ""
        return Told(
            article=statement.article,
            span=statement.content,
            speaker=self.speaker(statement),
            chain=frozenset(c for c in heard | through if c),
            agencies=frozenset(article.agencies),
            addressee=_plain(named) if _capital(named) else "",
            sources=frozenset(_plain(v.text) for v in statement.via),
            outlet=_plain(article.outlet or ""),
            bylines=frozenset(fold(b) for b in article.bylines),
            day=article.published,
        )


# Who may speak for a state: not its armed opponents, nor a person, who may belong to either side.
POWERS: frozenset[ActorKind] = frozenset(("state", "government", "organization"))
STEM = 5


def stems(name: str) -> frozenset[str]:
    """The beginnings of the words of a name that are written with a capital; "Varenia" has that of "Varenian"."""
    return frozenset(fold(w)[:STEM] for w in name.split() if w[:1].isupper() and len(w) >= STEM)


def substance(statement: Statement) -> str:
    """What is said, without the name of the one at whom an accusation is aimed: a denial says "it" or "its army"."""
    words, target = statement.words, statement.target_text
    return words.replace(target, " ", 1) if statement.act == "accuse" and target else words


def _capital(name: str) -> bool:
    """Whether a name has a word in capitals: "the Northern Standard", not "reporters"."""
    return any(word[:1].isupper() for word in name.split())


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ").strip()


class Cast:
    """Which actors a statement's content names."""

    def __init__(self, parties: Iterable[Party], actor: Mapping[str, str]) -> None:
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for party in parties:
            if party.id in actor:
                found[party.article].extend((m.start, actor[party.id]) for m in party.mentions)
        self._found = {article: sorted(places) for article, places in found.items()}
        self._states: dict[str, set[str]] = defaultdict(set)
        for party in parties:
            if party.id in actor and party.kind in POWERS:
                self._states[actor[party.id]] |= stems(party.name)

    def one_state(self, one: str, other: str) -> bool:
        """Whether two actors are a state, its government or a body of it, by a word of their names."""
        return bool(self._states.get(one, frozenset()) & self._states.get(other, frozenset()))

    def within(self, statement: Statement) -> frozenset[str]:
        """The actors who are named within the content of a statement."""
        places = self._found.get(statement.article, [])
        span = statement.content
        at = bisect_left(places, (span.start, ""))
        end = bisect_left(places, (span.end, ""))
        return frozenset(actor for _, actor in places[at:end])
