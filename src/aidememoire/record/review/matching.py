"""Which of the facts that the machine reads now is the one that a person spoke of.

A text may have changed since, or the program that reads it. A word carries over as long as one of the two is as it
was: in another text, to the fact that is read from the same words in the same way; in the same text, to whatever is
read at that place now. Where both changed, nothing tells that the person would say the same: it is to be looked at
again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact
from aidememoire.model.kinds import kind_of
from aidememoire.model.reviews import Review
from aidememoire.model.spans import Span
from aidememoire.record.review.versions import Fields, anchor_of, fields_of, names_of, read_back, reading

OVERLAP = 0.5
"""Of the longer of two stretches, what they share where they are one place."""
ALIKE = 0.5
"""Of their fields, those that are the same where two readings of one place are of one fact."""
NEAR = 70.0
"""The likeness of words (rapidfuzz, of 100) from which a fact of another text is shown as what became of one."""


@dataclass(frozen=True, slots=True)
class Chain:
    """What people said of one fact, in the order in which they said it."""

    fact: str
    words: tuple[Review, ...]

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.words[-1].kind


@dataclass(frozen=True, slots=True)
class Found:
    """What the machine reads now of a chain's fact, None for nothing; `same` unless it is to be looked at again."""

    chain: Chain
    machine: Fact | None
    same: bool


def in_force(reviews: Iterable[Review]) -> list[Review]:
    """The words that were not taken back, in their order; without those that only take back."""
    undone: set[int] = set()
    kept = []
    for review in sorted(reviews, key=lambda r: -r.number):
        if review.number in undone:
            continue
        if review.what == "undo":
            undone.update(() if review.undoes is None else (review.undoes,))
        else:
            kept.append(review)
    return kept[::-1]


def chains(reviews: Iterable[Review]) -> list[Chain]:
    """The words in force, by the fact they were said of."""
    by_fact: dict[str, list[Review]] = defaultdict(list)
    for review in in_force(reviews):
        by_fact[review.fact].append(review)
    return [Chain(fact, tuple(words)) for fact, words in by_fact.items()]


class Matcher:
    """Finds the facts of one article that people spoke of."""

    def __init__(self, article: Article, facts: Sequence[Fact], reviews: Sequence[Review]) -> None:
        self._article = article
        self._by_id = {fact.id: fact for fact in facts}
        self._names = names_of(facts, reviews)

    def all(self, of: Sequence[Chain]) -> list[Found]:
        """What the machine reads now of each."""
        taken = {chain.fact for chain in of if chain.fact in self._by_id}
        return [self._found(chain, taken) for chain in of]

    def _found(self, chain: Chain, taken: set[str]) -> Found:
        machine = self._by_id.get(chain.fact) or self._read_alike(chain, taken)
        same_text = any(word.text_sha256 == self._article.text_sha256 for word in chain.words)
        if machine is None and same_text:
            machine = self._at_that_place(chain, taken)
        if machine is not None:
            taken.add(machine.id)
            return Found(chain, machine, same=True)
        if same_text or chain.words[-1].before is None:
            return Found(chain, None, same=True)
        return Found(chain, self._near(chain), same=False)

    @cached_property
    def _readings(self) -> Mapping[str, list[tuple[Fact, Fields]]]:
        found: dict[str, list[tuple[Fact, Fields]]] = defaultdict(list)
        for fact in self._by_id.values():
            found[kind_of(type(fact))].append((fact, reading(fields_of(fact), self._names)))
        return found

    def _versions(self, chain: Chain) -> list[Fact]:
        """The versions that people saw or wanted, the last first."""
        told = [data for word in reversed(chain.words) for data in (word.before, word.after) if data is not None]
        return [read_back(chain.kind, data) for data in dict.fromkeys(told)]

    def _read_alike(self, chain: Chain, taken: Container[str]) -> Fact | None:
        said = [reading(fields_of(version), self._names) for version in self._versions(chain)]
        at = chain.words[-1].span.start
        alike = [fact for fact, told in self._readings.get(chain.kind, ()) if told in said]
        return min(alike, key=lambda f: (f.id in taken, abs(anchor_of(f).start - at), f.id), default=None)

    def _at_that_place(self, chain: Chain, taken: Container[str]) -> Fact | None:
        versions = [reading(fields_of(version), self._names) for version in self._versions(chain)]
        place = chain.words[-1].span
        best: tuple[float, str, Fact] | None = None
        for fact, told in self._readings.get(chain.kind, ()):
            if fact.id in taken or _overlap(anchor_of(fact), place) < OVERLAP:
                continue
            alike = max(sum(told[k] == v.get(k) for k in told) / len(told) for v in versions)
            if alike >= ALIKE and (best is None or (alike, fact.id) > best[:2]):
                best = (alike, fact.id, fact)
        return best[2] if best else None

    def _near(self, chain: Chain) -> Fact | None:
        words = chain.words[-1].span.text
        every = ((fuzz.ratio(words, anchor_of(f).text), f.id, f) for f, _ in self._readings.get(chain.kind, ()))
        best = max(every, key=lambda each: each[:2], default=None)
        return best[2] if best and best[0] >= NEAR else None


def _overlap(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / max(a.end - a.start, b.end - b.start, 1)
