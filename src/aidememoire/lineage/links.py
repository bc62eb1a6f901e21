"""All articles held against each other: lineages of pairs, passages and stories across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aidememoire.lineage.alignment import Aligned, aligned, covered
from aidememoire.lineage.candidates import candidates
from aidememoire.lineage.direction import agencies_differ, agency, direction
from aidememoire.lineage.edits import edits
from aidememoire.lineage.likeness import NEAR_DAYS, Profile, days_apart, profiles, same_day
from aidememoire.lineage.passages import Bond, passages
from aidememoire.lineage.relation import ALIKE, HALF, Evidence, Side, in_runs, reason, relation, weighed
from aidememoire.lineage.stock import joined, stock_words
from aidememoire.lineage.stories import stories
from aidememoire.lineage.words import Flags, Words, body_words
from aidememoire.model.articles import Article
from aidememoire.model.ids import content_id
from aidememoire.model.links import Lineage, Passage, PassagePair, Relation, Story


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bodies, by their places, with what they share and what is known of both."""

    first: int
    second: int
    passages: tuple[Aligned, ...]
    likeness: float
    same_day: bool | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with its relation and the reason for it."""

    pair: Pair
    relation: Relation
    why: str


def links(articles: Sequence[Article]) -> Iterator[Lineage | Passage | Story]:
    """Lineages of all pairs that share prose, then the passages and the stories across all articles.

    The order in which the articles are given changes nothing; an article given twice is read once. In every lineage
    `a` is the article with the lesser id. Pairs of relation "none" are left out.
    """
    bodies = [body_words(article) for _, article in sorted({article.id: article for article in articles}.items())]
    known = profiles(bodies)
    judged = [found for found in _judged(bodies, _pairs(bodies, known)) if found.relation != "none"]
    for found in judged:
        yield _lineage(bodies, found)
    yield from passages(bodies, [Bond(j.pair.first, j.pair.second, j.pair.passages) for j in judged])
    yield from stories(bodies, known, [(j.pair.first, j.pair.second) for j in judged if j.relation == "wire"])


def _pairs(bodies: Sequence[Words], known: Sequence[Profile]) -> list[Pair]:
    """The pairs that share passages."""
    pairs = []
    for found in candidates(bodies):
        a, b = bodies[found.first], bodies[found.second]
        shared = aligned(a, b)
        if shared:
            likeness = known[found.first].cosine(known[found.second])
            pairs.append(Pair(found.first, found.second, shared, likeness, same_day(a, b)))
    return pairs


def _judged(bodies: Sequence[Words], pairs: Sequence[Pair]) -> Iterator[Judged]:
    """Each pair with its relation."""
    reports = joined(((p.first, p.second) for p in pairs if _one_report(bodies, p)), len(bodies))
    stock = stock_words(bodies, reports)
    for pair in pairs:
        yield _judge(bodies, pair, stock)


def _one_report(bodies: Sequence[Words], pair: Pair) -> bool:
    """Whether two articles are plainly of one report: half in common, or alike and of one day."""
    if pair.same_day and pair.likeness >= ALIKE:
        return True
    shorter = min(len(bodies[pair.first]), len(bodies[pair.second]))
    return sum(passage.matched for passage in pair.passages) >= HALF * shorter


def _judge(bodies: Sequence[Words], pair: Pair, stock: Sequence[Flags]) -> Judged:
    """A pair's relation, from what it shares."""
    words_a, words_b = bodies[pair.first], bodies[pair.second]
    a = Side(words_a, in_runs(pair.passages, len(words_a), "a"), stock[pair.first])
    b = Side(words_b, in_runs(pair.passages, len(words_b), "b"), stock[pair.second])
    own, quoted, common = weighed(pair.passages, a, b)
    shorter = min(len(words_a), len(words_b))
    apart = days_apart(words_a.article, words_b.article)
    evidence = Evidence(
        own=own,
        quoted=quoted,
        stock=common,
        share=own / shorter,
        whole=sum(passage.matched for passage in pair.passages) / shorter,
        longest=max(passage.matched for passage in pair.passages),
        likeness=pair.likeness,
        same_day=pair.same_day,
        near=apart is None or apart <= NEAR_DAYS,
        agencies_differ=agencies_differ(words_a.article, words_b.article),
        one_house=words_a.article.outlet is not None and words_a.article.outlet == words_b.article.outlet,
    )
    found = relation(evidence)
    return Judged(pair, found, reason(found, evidence, a, b) if found != "none" else "")


def _lineage(bodies: Sequence[Words], judged: Judged) -> Lineage:
    """A judged pair as a link."""
    a, b = bodies[judged.pair.first], bodies[judged.pair.second]
    shared = judged.pair.passages
    share_a, share_b = float(covered(shared, len(a), "a").mean()), float(covered(shared, len(b), "b").mean())
    wire = judged.relation == "wire"
    return Lineage(
        id=content_id("lineage", a.article.id, b.article.id),
        a=a.article.id,
        b=b.article.id,
        relation=judged.relation,
        share_a=share_a,
        share_b=share_b,
        direction=direction(a.article, b.article, share_a, share_b) if wire else "unknown",
        agency=agency(a.article, b.article) if wire else None,
        passages=tuple(PassagePair(a.span(p.a, p.a_end), b.span(p.b, p.b_end)) for p in shared),
        edits=edits(a, b, shared) if wire else (),
        why=judged.why,
    )
