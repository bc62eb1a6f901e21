"""The roll of a record's actors: finding the one that a person means, and putting what is said in lasting terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aidememoire.errors import ActorError
from aidememoire.model.decisions import Bearer, Decision, Says
from aidememoire.model.facts import Party
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor
from aidememoire.record.decisions import Parties
from aidememoire.record.naming.names import fold

PREFIX = "actor-"
SHORTEST = 4
CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Roll:
    """The actors of a record with its parties."""

    actors: tuple[Actor, ...]
    parties: Parties

    def of(self, actor: Actor) -> list[Party]:
        """The parties of an actor."""
        return [self.parties.by_id[p] for p in actor.parties]

    def articles(self, actor: Actor) -> int:
        """In how many articles an actor is."""
        return len({p.article for p in self.of(actor)})

    def length(self) -> int:
        """How many digits of an id tell every actor from every other, four at least."""
        digits = [a.id.removeprefix(PREFIX) for a in self.actors]
        longest = max(map(len, digits), default=0)
        return next((n for n in range(SHORTEST, longest) if len({d[:n] for d in digits}) == len(digits)), longest)

    def find(self, word: str) -> Actor:
        """The actor of that id (its beginning is enough) or name.

        Raises ActorError where there is none, and where there are several, with their ids.
        """
        exact = [a for a in self.actors if word in (a.id, a.id.removeprefix(PREFIX))]
        if exact:
            return exact[0]
        found = [a for a in self.actors if fold(word) in {fold(n) for n in (a.name, *a.aliases)} or _begins(a, word)]
        if not found:
            raise ActorError(f"no actor is called {word!r}, and no id begins so", "look it up with `actors list`")
        if len(found) > 1:
            raise ActorError(f"{len(found)} actors are {word!r}: {self._told(found)}", "give the id of one")
        return found[0]

    def _told(self, actors: Sequence[Actor]) -> str:
        length = self.length()
        order = sorted(actors, key=lambda a: (-self.articles(a), a.id))
        told = [f"{a.id.removeprefix(PREFIX)[:length]} {a.name} ({a.kind})" for a in order[:CANDIDATES]]
        return ", ".join(told) + (f" and {len(order) - CANDIDATES} more" if len(order) > CANDIDATES else "")

    def merge(self, words: Sequence[str], number: int, made: str) -> Decision:
        """The word that the actors named by `words` are one.

        Raises ActorError where a word names none or several, or all name one already.
        """
        chosen = {a.id: a for a in map(self.find, words)}
        if len(chosen) < 2:
            raise ActorError(f"{' and '.join(map(repr, words))}: one actor already", "name two or more")
        who = [b for a in chosen.values() for b in self._bearers(a.name, self.of(a))]
        return _decision(number, made, "one", who)

    def split(self, word: str, names: Sequence[str], articles: Sequence[str], number: int, made: str) -> Decision:
        """The word that whoever has one of the `names` in one of the `articles` is not the actor that `word` names.

        Without `articles` it holds wherever the names are borne; without `names`, for whatever the actor is called
        there. Raises ActorError where that is nobody, or all that the actor is.
        """
        actor = self.find(word)
        if not names and not articles:
            raise ActorError("nothing to split off was named", "give --name or --article")
        mine = self.of(actor)
        off = self._chosen(actor, mine, names, articles)
        rest = [p for p in mine if p not in off]
        if not rest:
            raise ActorError(f"{actor.name} is nothing else: nothing would be left to tell it from", "split off less")
        by_article = [b for p in off for b in self._bound([p])]
        by_name = [b for n in dict.fromkeys(p.name for p in off) for b in self._bearers(n, _named(off, n))]
        others = self._bearers(_usual(actor, rest), rest)
        return _decision(number, made, "apart", by_article if articles else by_name, others)

    def _chosen(
        self, actor: Actor, mine: Sequence[Party], names: Sequence[str], articles: Sequence[str]
    ) -> list[Party]:
        """The parties of the actor that are meant; each name and each article must be of one at least."""
        off = [p for p in mine if not articles or self.parties.source(p) in articles]
        for article in articles:
            if article not in {self.parties.source(p) for p in mine}:
                raise ActorError(f"{actor.name} is not in the article {article!r}", "give the id of one that names it")
        for name in names:
            if not _named(off, name):
                told = f"{actor.name} was not joined by the name {name!r}" + (" in that article" if articles else "")
                by = ", ".join(sorted({repr(p.name) for p in off}))
                raise ActorError(f"{told}, only by {by}", "what one article calls by two names is split by --article")
        return [p for p in off if not names or fold(p.name) in {fold(n) for n in names}]

    def _bearers(self, name: str, parties: Sequence[Party]) -> list[Bearer]:
        """These parties as their name tells them, with all who will bear it; where it does not, each in its article.

        A name tells whom it means where it is a proper name, and most who bear it are these.
        """
        mine = _named(parties, name)
        kind = Counter(p.kind for p in mine).most_common(1)[0][0]
        ids = {p.id for p in mine}
        strangers = [p for p in self.parties.called(name, kind) if p.id not in ids]
        if kind == "unnamed" or not any(c.isupper() for c in name) or len(strangers) >= len(mine):
            return self._bound(parties)
        but_not = sorted({s for p in strangers if (s := self.parties.source(p))})
        return [Bearer(name, kind, None, tuple(but_not), tuple(sorted(ids)))]

    def _bound(self, parties: Iterable[Party]) -> list[Bearer]:
        return [Bearer(p.name, p.kind, self.parties.sources[p.article], (), (p.id,)) for p in parties]

    def concerned(self, decision: Decision) -> list[Actor]:
        """The actors that those whom a decision names are now."""
        meant = {p.id for b in (*decision.who, *decision.others) for p in self.parties.bearing(b)}
        return [a for a in self.actors if meant & set(a.parties)]


def _begins(actor: Actor, word: str) -> bool:
    digits = word.removeprefix(PREFIX).lower()
    return bool(digits) and actor.id.removeprefix(PREFIX).startswith(digits)


def _named(parties: Iterable[Party], name: str) -> list[Party]:
    return [p for p in parties if fold(p.name) == fold(name)]


def _usual(actor: Actor, parties: Sequence[Party]) -> str:
    """What these parties of the actor are called: its name where one of them bears it, else the one that most bear."""
    if _named(parties, actor.name):
        return actor.name
    count = Counter(p.name for p in parties)
    return max(count, key=lambda n: (any(c.isupper() for c in n), count[n], len(n), n))


def _decision(number: int, made: str, says: Says, who: Sequence[Bearer], others: Sequence[Bearer] = ()) -> Decision:
    meant = (f"{b.name}|{b.kind}|{b.article}|{b.but_not}" for b in (*who, *others))
    return Decision(content_id("decision", number, made, says, *meant), number, made, says, tuple(who), tuple(others))
