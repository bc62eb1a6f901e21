"""All articles held against each other: lineages of pairs, passages and stories across them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

import numpy as np

from aidememoire.lineage.alignment import Aligned, aligned, covered
from aidememoire.lineage.candidates import Candidate, Index, index_of, proposed, touched
from aidememoire.lineage.direction import agencies_differ, agency, direction
from aidememoire.lineage.donors import donors
from aidememoire.lineage.editing.edits import edits
from aidememoire.lineage.likeness import NEAR_DAYS, Profile, days_apart, profiles, same_day
from aidememoire.lineage.passages import Bond, passages
from aidememoire.lineage.relation import (
    ALIKE,
    EIGHTH,
    HALF,
    TELLING,
    Evidence,
    Side,
    in_runs,
    reason,
    relation,
    weighed,
)
from aidememoire.lineage.retelling.retold import Told
from aidememoire.lineage.retelling.rewording import retold, splice
from aidememoire.lineage.stock import joined, stock_of
from aidememoire.lineage.story.stories import stories
from aidememoire.lineage.words import Flags, Words, body_words
from aidememoire.model.articles import Article
from aidememoire.model.ids import content_id
from aidememoire.model.lineage import Donor, Lineage, Passage, PassagePair, Relation, Story


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


def links(articles: Sequence[Article]) -> Iterator[Lineage | Passage | Donor | Story]:
    """Lineages of all pairs that share prose, then the passages and the stories across all articles.

    The order in which the articles are given changes nothing; an article given twice is read once. In every lineage
    `a` is the article with the lesser id. Pairs of relation "none" are left out.
    """
    bodies = _bodies(articles)
    index = index_of(bodies)
    judged = _judged(bodies, index, proposed(index), [], np.ones(len(bodies), dtype=np.bool_))
    for found in judged:
        yield _lineage(bodies, found)
    bonds = [Bond(j.pair.first, j.pair.second, j.pair.passages) for j in judged]
    yield from passages(bodies, bonds)
    yield from donors(bodies, bonds)
    yield from stories(bodies, [(j.pair.first, j.pair.second) for j in judged if j.relation == "wire"])


def neighbours(articles: Sequence[Article], new: Set[str], earlier: Iterable[Lineage]) -> Iterator[Lineage]:
    """Lineages of the pairs of which at least one member is `new` (ids), where those of the others are known.

    `articles` are all, old and new; `earlier` are the lineages found before the new ones came. What is rare and what is
    stock is told by all articles, so that a pair is judged as `links` judges it, but for one thing: which old articles
    are of one report is taken from the earlier lineages of relation "wire". Lineages of old pairs stay as they were:
    a new article may make stock of what two of them share, which the next `links` over all tells.
    """
    bodies = _bodies(articles)
    fresh = np.array([body.article.id in new for body in bodies], dtype=np.bool_)
    places = {body.article.id: place for place, body in enumerate(bodies)}
    wires = [(x.a, x.b) for x in earlier if x.relation == "wire" and x.a in places and x.b in places]
    index = index_of(bodies)
    found = (pair for pair in proposed(touched(index, fresh)) if fresh[pair.first] or fresh[pair.second])
    for judged in _judged(bodies, index, found, [(places[a], places[b]) for a, b in wires], fresh):
        yield _lineage(bodies, judged)


def _bodies(articles: Sequence[Article]) -> list[Words]:
    """The bodies of articles, each once, in the order of their ids."""
    return [body_words(article) for _, article in sorted({article.id: article for article in articles}.items())]


def _judged(
    bodies: Sequence[Words],
    index: Index,
    found: Iterable[Candidate],
    known: Sequence[tuple[int, int]],
    fresh: Flags,
) -> list[Judged]:
    """The pairs that have to do with each other, each with its relation, in order of their places.

    They are those among the pairs found, and those with a `fresh` body that tell one dispatch in other words. `known`
    are pairs of one report beside them.
    """
    weights = profiles(bodies)
    pairs, one_report = _pairs(bodies, weights, found)
    stock = stock_of(index, joined([*known, *one_report], len(bodies)))
    flags = {place: stock.words(bodies[place]) for place in {place for p in pairs for place in (p.first, p.second)}}
    judged = (_judge(bodies, pair, flags[pair.first], flags[pair.second]) for pair in pairs)
    related = {(found.pair.first, found.pair.second): found for found in judged if found.relation != "none"}
    wires = [*known, *(places for places, one in related.items() if one.relation == "wire")]
    told = _told_anew(bodies, weights, retold(bodies, weights, wires, fresh))
    return [one for _, one in sorted({**related, **told}.items())]


def _told_anew(
    bodies: Sequence[Words], weights: Sequence[Profile], found: Iterable[Told]
) -> dict[tuple[int, int], Judged]:
    """Pairs that tell one dispatch in other words, as wires."""
    judged = {}
    for told in found:
        a, b = bodies[told.first], bodies[told.second]
        likeness = weights[told.first].cosine(weights[told.second])
        pair = Pair(told.first, told.second, aligned(a, b), likeness, same_day(a, b))
        judged[told.first, told.second] = Judged(pair, "wire", told.why)
    return judged


def _pairs(
    bodies: Sequence[Words], known: Sequence[Profile], found: Iterable[Candidate]
) -> tuple[list[Pair], list[tuple[int, int]]]:
    """The pairs that share passages worth judging, and all pairs that are plainly of one report."""
    pairs, one_report = [], []
    for candidate in found:
        a, b = bodies[candidate.first], bodies[candidate.second]
        shared = aligned(a, b)
        telling = _telling(shared, min(len(a), len(b)))
        day = same_day(a, b) if shared else None
        # Three candidates in four share a turn of phrase and no more: their likeness counts only on one day.
        if telling or day:
            likeness = known[candidate.first].cosine(known[candidate.second])
            pair = Pair(candidate.first, candidate.second, shared, likeness, day)
            if telling:
                pairs.append(pair)
            if _one_report(bodies, pair):
                one_report.append((pair.first, pair.second))
    return pairs, one_report


def _telling(shared: tuple[Aligned, ...], shorter: int) -> bool:
    """Whether a pair may have any relation: what shares neither a telling passage nor an eighth never has one."""
    matched = [passage.matched for passage in shared]
    return bool(matched) and (max(matched) >= TELLING or sum(matched) >= EIGHTH * shorter)


def _one_report(bodies: Sequence[Words], pair: Pair) -> bool:
    """Whether two articles are plainly of one report: half in common, or alike and of one day."""
    if pair.same_day and pair.likeness >= ALIKE:
        return True
    shorter = min(len(bodies[pair.first]), len(bodies[pair.second]))
    return sum(passage.matched for passage in pair.passages) >= HALF * shorter


def _judge(bodies: Sequence[Words], pair: Pair, stock_a: Flags, stock_b: Flags) -> Judged:
    """A pair's relation, from what it shares."""
    words_a, words_b = bodies[pair.first], bodies[pair.second]
    a = Side(words_a, in_runs(pair.passages, len(words_a), "a"), stock_a)
    b = Side(words_b, in_runs(pair.passages, len(words_b), "b"), stock_b)
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
    may_be_spliced = found == "background" and evidence.own > evidence.stock
    if may_be_spliced and (put_in := splice(words_a, words_b, pair.passages)):
        return Judged(pair, "wire", put_in)
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
