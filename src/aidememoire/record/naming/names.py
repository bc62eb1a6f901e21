"""Whether two names may be one: spelling, transliteration, order, initials, acronyms. Each feature has its score.

A name is compared word by word. Words that only one name has may be left out by the other (a patronymic, a legal form);
where each name has a word of its own, the two are two, however alike the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.record.naming.bodies import judge_bodies
from aidememoire.record.naming.persons import Verdict, judge_persons
from aidememoire.record.naming.words import acronym, fold, key, same_word, words

__all__ = [
    "Match", "acronym", "compare_bodies", "compare_persons", "fold", "key", "same_word", "weigh_bodies",
    "weigh_persons", "words",
]  # fmt: skip

# Below this the likeness of two names is a doubt for a person to settle, and no match.
MATCH = 0.7


@dataclass(frozen=True, slots=True)
class Match:
    """How two names compare: the feature that decided, its score (0 to 1), and the two values that it compared."""

    feature: str
    score: float
    mine: str
    theirs: str


def weigh_persons(mine: str, theirs: str) -> Match | None:
    """How two names of persons compare, doubtful likeness (a score below 0.7) too; None where nothing is alike."""
    return _match(judge_persons(mine, theirs), mine, theirs)


def weigh_bodies(mine: str, theirs: str) -> Match | None:
    """How two names of bodies compare, doubtful likeness (a score below 0.7) too; None where nothing is alike."""
    return _match(judge_bodies(mine, theirs), mine, theirs)


def compare_persons(mine: str, theirs: str) -> Match | None:
    """How two names of persons compare; None where they are not one person's by these names alone.

    Every word of the shorter name must have its word in the longer: in full, as a variant or by initial. A bare surname
    scores lower, since two persons may share it.
    """
    return _sure(weigh_persons(mine, theirs))


def compare_bodies(mine: str, theirs: str) -> Match | None:
    """How two names of states, bodies or groups compare: the same words in any spelling and order, or an acronym.

    Legal forms and words that only say what the body is may be missing from one of the names, nothing else.
    """
    return _sure(weigh_bodies(mine, theirs))


def _match(verdict: Verdict | None, mine: str, theirs: str) -> Match | None:
    return Match(verdict[0], verdict[1], mine, theirs) if verdict else None


def _sure(match: Match | None) -> Match | None:
    return match if match and match.score >= MATCH else None
