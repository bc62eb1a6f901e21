"""What stands of an article's facts after what people said of them.

The later word of a reviewer takes the place of his earlier one; of two who disagree the later wins, and both are kept.
A word that is taken back counts as never said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from aidememoire.model.articles import Article
from aidememoire.model.events import Event
from aidememoire.model.facts import Fact
from aidememoire.model.reviews import Review
from aidememoire.record.review.following import followed
from aidememoire.record.review.matching import Found, Matcher, chains
from aidememoire.record.review.versions import fields_of, names_of, read_back, reading
from aidememoire.record.review.wanted import Roster, wanted


@dataclass(frozen=True, slots=True)
class Case:
    """What people said of one fact of an article, and what comes of it.

    `fact` is its id now, `ids` those it was spoken of by; `machine` is what the machine reads now and `stands` what
    stands, None for nothing. `words` has the last word of each reviewer, in their order, `all_words` every one in
    force. It is to be looked at `again` where both the text and the reading changed since; the words then don't hold.
    `disputed` where reviewers want different things.
    """

    fact: str
    kind: str
    ids: tuple[str, ...]
    machine: Fact | None
    stands: Fact | None
    words: tuple[Review, ...]
    all_words: tuple[Review, ...]
    again: bool
    disputed: bool

    @property
    def settled(self) -> bool:
        """Whether the words hold."""
        return not self.again


@dataclass(frozen=True, slots=True)
class Weighed:
    """The cases of an article, and its facts that are otherwise than the machine read them, by id."""

    cases: tuple[Case, ...]
    changes: dict[str, Fact | None]


def settle(article: Article, facts: Sequence[Fact], reviews: Sequence[Review]) -> dict[str, Fact | None]:
    """The facts of an article that are otherwise than the machine read them, by id; None for one that is none.

    Among them are the parties that only people named. `facts` are as the machine read them.
    """
    return weigh(article, facts, reviews).changes


def stand(article: Article, facts: Sequence[Fact], reviews: Sequence[Review]) -> tuple[Fact, ...]:
    """The facts of an article as they stand after what people said of them."""
    if not reviews:
        return tuple(facts)
    changes = settle(article, facts, reviews)
    kept = (changes.get(fact.id, fact) for fact in facts)
    read = {fact.id for fact in facts}
    new = (fact for id_, fact in changes.items() if id_ not in read)
    return tuple(fact for fact in (*kept, *new) if fact is not None)


def weigh(article: Article, facts: Sequence[Fact], reviews: Sequence[Review]) -> Weighed:
    """What people said of the facts of an article, weighed; words on other articles are left aside."""
    mine = [r for r in reviews if r.source_id == article.source_id]
    roster, names = Roster(article, facts), names_of(facts, mine)
    by_fact: dict[str, list[Found]] = defaultdict(list)
    for found in Matcher(article, facts, mine).all(chains(mine)):
        by_fact[found.machine.id if found.machine else found.chain.fact].append(found)
    cases = tuple(_case(fact, of, article, roster, names) for fact, of in by_fact.items())
    return Weighed(cases, _changes(cases, facts, mine, roster))


def _case(fact: str, of: Sequence[Found], article: Article, roster: Roster, names: dict[str, str]) -> Case:
    # Words that hold go before those that wait: somebody has looked at it again.
    held = [found for found in of if found.same] or list(of)
    every = tuple(sorted((w for found in held for w in found.chain.words), key=lambda w: w.number))
    words = tuple(sorted({w.reviewer: w for w in every}.values(), key=lambda w: w.number))
    machine, again = held[0].machine, not held[0].same
    stands = machine
    if not again and words[-1].after is not None:
        stands = wanted(words[-1], machine, article, roster)
        again = stands is None
        stands = machine if again else stands
    elif not again:
        stands = None
    ids = tuple(dict.fromkeys(found.chain.fact for found in held))
    return Case(fact, words[-1].kind, ids, machine, stands, words, every, again, _disagree(words, names))


def _disagree(words: Sequence[Review], names: dict[str, str]) -> bool:
    said = [None if w.after is None else reading(fields_of(read_back(w.kind, w.after)), names) for w in words]
    return any(each != said[0] for each in said)


def _changes(
    cases: Sequence[Case], facts: Sequence[Fact], reviews: Sequence[Review], roster: Roster
) -> dict[str, Fact | None]:
    read = {fact.id: fact for fact in facts}
    # What was added and is no more: links that still speak of it must know.
    changes: dict[str, Fact | None] = {r.fact: None for r in reviews if r.fact not in read}
    for case in cases:
        if case.settled and (case.stands != case.machine or case.fact not in read):
            changes[case.fact] = case.stands
    changes |= followed([f for f in facts if isinstance(f, Event)], changes, read)
    return changes | roster.added
