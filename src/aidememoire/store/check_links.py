"""Checking what many articles say together: that every article, party and fact it refers to is in the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from aidememoire.model.articles import Article
from aidememoire.model.facts import Commitment, Figure, Statement
from aidememoire.model.joined import Actor, Claim, CommitmentGroup, FigureGroup
from aidememoire.model.lineage import Donor, Lineage, Passage, Story
from aidememoire.model.process import AgreementGroup
from aidememoire.model.spans import Located
from aidememoire.store.check_ids import Known, given, missing, name_of, off, origin_problems, turn_problems
from aidememoire.store.check_process import PROCESS, process_problems
from aidememoire.store.reader import Reader

TEXTS_KEPT = 256
"""Articles kept in memory while links are checked: an actor's or a passage's articles are mostly looked up together."""


def link_problems(reader: Reader, known: Known) -> Iterator[str]:
    """What is wrong with the links of a record that holds the `known` ids."""

    @lru_cache(TEXTS_KEPT)
    def article_of(article_id: str) -> Article | None:
        return reader.article(article_id)

    def located(owner: str, spans: Iterable[Located]) -> Iterator[str]:
        for span in spans:
            article = article_of(span.article)
            if article is None:
                yield f"unknown article: {span.article} in {owner}"
            elif off(article, span.start, span.end, span.text):
                yield f"span off: {span.start}:{span.end} of {name_of(article)}, in {owner}"

    for owner, spans in _spans(reader):
        yield from located(owner, spans)
    for kind in PROCESS:
        for part in reader.links(kind):
            yield from process_problems(part, known)
    yield from _related_problems(reader, known)
    yield from _actor_problems(reader, known)
    yield from _group_problems(reader, known)


def _spans(reader: Reader) -> Iterator[tuple[str, Iterable[Located]]]:
    """The id of each link that holds spans of its own, with these."""
    yield from ((lineage.id, _sides(lineage)) for lineage in reader.links(Lineage))
    yield from ((passage.id, passage.members) for passage in reader.links(Passage))
    yield from ((donor.id, donor.evidence) for donor in reader.links(Donor))
    for kind in PROCESS:
        yield from ((part.id, getattr(part, "evidence", ())) for part in reader.links(kind))


def _related_problems(reader: Reader, known: Known) -> Iterator[str]:
    for lineage in reader.links(Lineage):
        yield from missing("article", lineage.id, (lineage.a, lineage.b), known.articles)
    for donor in reader.links(Donor):
        yield from missing("article", donor.id, (donor.donor,), known.articles)
    for story in reader.links(Story):
        yield from missing("article", story.id, story.articles, known.articles)
        yield from missing("story", story.id, given(story.thread), known.of[Story])


def _sides(lineage: Lineage) -> Iterator[Located]:
    pairs = [(pair.a, pair.b) for pair in lineage.passages] + [(edit.a, edit.b) for edit in lineage.edits]
    for sides in pairs:
        for article, span in zip((lineage.a, lineage.b), sides, strict=True):
            if span is not None:
                yield Located(article, span.start, span.end, span.text)


def _actor_problems(reader: Reader, known: Known) -> Iterator[str]:
    owner: dict[str, str] = {}
    for actor in reader.links(Actor):
        named = (*actor.parties, *(join.party for join in actor.joins))
        yield from missing("party", actor.id, named, known.parties)
        for party in actor.parties:
            first = owner.setdefault(party, actor.id)
            if first != actor.id:
                yield f"party of two actors: {party} is of {first} and of {actor.id}"
    # Whom only people named is an actor from the next joining on.
    whole = owner and reader.joined() >= reader.last_review()
    for party in known.parties.keys() - owner.keys() if whole else ():
        yield f"party of no actor: {party}"


def _group_problems(reader: Reader, known: Known) -> Iterator[str]:
    for claim in reader.links(Claim):
        yield from missing("statement", claim.id, (m.statement for m in claim.mentions), known.of[Statement])
        yield from missing("article", claim.id, (m.article for m in claim.mentions), known.articles)
        yield from missing("actor", claim.id, (*claim.asserted_by, *claim.denied_by), known.of[Actor])
        yield from origin_problems(claim.id, claim.origins, known)
    for group in reader.links(FigureGroup):
        yield from missing("figure", group.id, (m.figure for m in group.members), known.of[Figure])
        yield from missing("article", group.id, (m.article for m in group.members), known.articles)
    for promise in reader.links(CommitmentGroup):
        yield from missing("commitment", promise.id, promise.members, known.of[Commitment])
        yield from missing("actor", promise.id, (*given(promise.by, promise.to), *promise.alleged_by), known.of[Actor])
        yield from missing("agreement group", promise.id, given(promise.agreement), known.of[AgreementGroup])
        yield from turn_problems(promise.id, promise.course, Commitment, known)
        yield from origin_problems(promise.id, promise.origins, known)
