"""What the views look up: which actor a party is, where a link begins, which passage a statement stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aidememoire.model.facts import Agreement, Commitment, Encounter, Party, Position, Role, Statement
from aidememoire.model.joined import Actor, Claim, CommitmentGroup, FigureGroup
from aidememoire.model.lineage import Donor, Lineage, Passage, Story
from aidememoire.model.links import Link
from aidememoire.model.process import AgreementGroup, EncounterGroup, Issue, Stand, Track
from aidememoire.store import Moment

Place = tuple[str, int]
"""An article's `source_id` and a character in it."""

Told = Commitment | Encounter | Agreement | Position
"""Facts that become groups."""

NOWHERE: Place = ("\U0010ffff", 0)
"""After every article: the place of a link that names none."""


@dataclass(frozen=True, slots=True)
class Index:
    """Look-ups over one record. Made by `index_of`."""

    source_ids: Mapping[str, str]
    published: Mapping[str, str | None]
    parties: Mapping[str, Party]
    actor_of: Mapping[str, str]
    track_ids: Mapping[str, str]
    facts: Mapping[str, Place]
    passages: Mapping[str, tuple[tuple[int, int, str], ...]]

    def actor(self, party: str | None) -> str | None:
        """The actor that a party is joined to, None where it is to none."""
        return None if party is None else self.actor_of.get(party)

    def actors(self, parties: Iterable[str]) -> list[str]:
        """The actors that parties are joined to, each once, in their order."""
        found = (self.actor_of.get(party) for party in parties)
        return list(dict.fromkeys(actor for actor in found if actor is not None))

    def track(self, name: str | None) -> str | None:
        """The track of that name or id, None where the record has none."""
        return None if name is None else self.track_ids.get(name.casefold())

    def article_of_party(self, party: str) -> str | None:
        """The article that a party is of."""
        return self.parties[party].article if party in self.parties else None

    def article_of_role(self, actor: Actor, role: Role) -> str | None:
        """The article that says an actor has the role."""
        held = (self.parties[party] for party in actor.parties if party in self.parties)
        return next((party.article for party in held if role in party.roles), None)

    def articles_of(self, actor: Actor) -> list[str]:
        """The articles that name an actor, by their `source_id`."""
        articles = {self.parties[party].article for party in actor.parties if party in self.parties}
        return sorted(articles, key=lambda article: (self.source_ids.get(article, ""), article))

    def passage_of(self, statement: Statement) -> str | None:
        """The passage that holds more than half of a statement's content; of several, the one that holds most."""
        content = statement.content
        held = [
            (min(end, content.end) - max(start, content.start), passage)
            for start, end, passage in self.passages.get(statement.article, ())
        ]
        most = max(held, default=(0, ""), key=lambda each: (each[0], each[1]))
        return most[1] if 2 * most[0] > content.end - content.start else None

    def place_of(self, link: Link) -> Place:
        """Where a link begins: the first of the places it is made of."""
        return min(self._places(link), default=NOWHERE)

    def _places(self, link: Link) -> list[Place]:
        match link:
            case Actor():
                return [self._party_place(self.parties[party]) for party in link.parties if party in self.parties]
            case Lineage():
                return [self._place(link.a), self._place(link.b)]
            case Story():
                return [self._place(article) for article in link.articles]
            case Claim() | FigureGroup():
                members = link.mentions if isinstance(link, Claim) else link.members
                return [self._place(member.article) for member in members]
            case CommitmentGroup() | EncounterGroup() | AgreementGroup():
                return [self.facts[member] for member in link.members if member in self.facts]
            case Issue():
                return [self.facts[position] for position in link.positions if position in self.facts]
            case Stand():
                return [self.facts[told] for turn in link.course for told in turn.facts if told in self.facts]
            case Passage():
                return [self._place(member.article, member.start) for member in link.members]
            case _:
                return [self._place(span.article, span.start) for span in link.evidence]

    def _party_place(self, party: Party) -> Place:
        return self._place(party.article, min((mention.start for mention in party.mentions), default=0))

    def _place(self, article: str, start: int = 0) -> Place:
        return (self.source_ids.get(article, NOWHERE[0]), start)


def index_of(moment: Moment) -> Index:
    """The look-ups over what a moment sees."""
    source_ids = {article.id: article.source_id for article in moment.articles()}
    told: list[Told] = [*moment.facts(Commitment), *moment.facts(Encounter)]
    told += [*moment.facts(Agreement), *moment.facts(Position)]
    return Index(
        source_ids,
        {article.id: article.published for article in moment.articles()},
        {party.id: party for party in moment.facts(Party)},
        {party: actor.id for actor in moment.links(Actor) for party in actor.parties},
        {name.casefold(): track.id for track in moment.links(Track) for name in (track.name, track.id)},
        {fact.id: (source_ids[fact.article], fact.evidence.start) for fact in told},
        _passages(moment),
    )


def _passages(moment: Moment) -> dict[str, tuple[tuple[int, int, str], ...]]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for passage in moment.links(Passage):
        for member in passage.members:
            found.setdefault(member.article, []).append((member.start, member.end, passage.id))
    return {article: tuple(spans) for article, spans in found.items()}


def donors(moment: Moment) -> dict[str, tuple[str, ...]]:
    """The articles whose prose a composite page holds, by the page, in the order of its parts."""
    found: dict[str, dict[str, None]] = {}
    for donor in sorted(moment.links(Donor), key=lambda d: (d.article, d.part, d.id)):
        found.setdefault(donor.article, {})[donor.donor] = None
    return {page: tuple(donors) for page, donors in found.items()}
