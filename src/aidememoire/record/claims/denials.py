"""Which statement a denial denies: one that shares its words and that its speaker has reason to deny."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aidememoire.model.facts import Statement
from aidememoire.model.reading import Act
from aidememoire.record.claims.voices import Cast, Voices
from aidememoire.record.claims.wording import Wording
from aidememoire.record.similarity import Similarity, content_words

ATTACKS: frozenset[Act] = frozenset(("assert", "accuse"))
# Within one article a denial repeats the accusation in part (cosine 0.3, two words), and in fewer of its words where it
# is the accused who denies. Into another article it is followed for a week, where the accused or somebody who names the
# accuser denies, or where three words and half of an accusation are the same. Of 34 disputed claims of two collections
# joined without these conditions 17 were right when read, with them 19 of 23.
DENIAL = 0.3
ACCUSED = 0.2
ELSEWHERE = 0.5
WORDS_IN_COMMON = 2
WORDS_ELSEWHERE = 3
WEEK = 7
# A denial with so few words of its own ("these allegations are unfounded") points back at the accusation before it.
BARE_DENIAL = 6
# "Previous accusations" are not those that stand before it.
EARLIER = frozenset(content_words("previous earlier past similar"))
POINTERS = frozenset(content_words("allegation accusation charge claim report rumour statement comment remark accuse"))


@dataclass(frozen=True, slots=True)
class Said:
    """The statements that make claims, with what is known of each, by place."""

    voices: Voices
    statements: Sequence[Statement]
    like: Similarity
    wordings: Sequence[Wording]
    named: Mapping[int, frozenset[str]]
    target: Mapping[int, frozenset[str]]
    cast: Cast

    @classmethod
    def of(cls, voices: Voices, statements: Sequence[Statement], like: Similarity, words: Sequence[Wording]) -> Said:
        """The statements with whom each names and aims at."""
        cast = Cast(voices.parties, voices.actor)
        named = {i: cast.within(s) for i, s in enumerate(statements)}
        target = {i: frozenset(t for t in (voices.target(s),) if t) for i, s in enumerate(statements)}
        return cls(voices, statements, like, words, named, target, cast)

    def opposes(self, i: int) -> bool:
        """Whether a statement says that something is not so: a denial, or an assertion in the negative."""
        return self.statements[i].act == "deny" or self.wordings[i].negated


def denials(said: Said) -> Iterator[tuple[int, int]]:
    """Each denial with the one statement that it most likely denies: of its own article first, then of any."""
    for i, x in enumerate(said.statements):
        if x.act != "deny":
            continue
        fits = [(j, alike) for j in said.like.around(i) if (alike := said.like.between(i, j)) >= ACCUSED]
        ranked = (
            (x.article == said.statements[j].article, _has_reason(said, i, j), alike, -j)
            for j, alike in fits
            if _answers(said, i, j, alike)
        )
        best = max(ranked, default=None)
        if best:
            yield i, -best[3]


def _answers(said: Said, i: int, j: int, alike: float) -> bool:
    """Whether denial `i` may answer statement `j`."""
    x, y = said.statements[i], said.statements[j]
    if y.act not in ATTACKS or said.wordings[j].negated or said.voices.speaker(x) == said.voices.speaker(y):
        return False
    common = len((said.like.words[i] & said.like.words[j]) - POINTERS)
    if common < WORDS_IN_COMMON:
        return False
    if x.article == y.article:
        return alike >= (ACCUSED if _has_reason(said, i, j) else DENIAL)
    apart = said.voices.days_apart(x, y)
    if (apart is not None and apart > WEEK) or _differ(said.wordings[i], said.wordings[j]):
        return False
    if _has_reason(said, i, j):
        return alike >= DENIAL
    return y.act == "accuse" and alike >= ELSEWHERE and common >= WORDS_ELSEWHERE


def _has_reason(said: Said, i: int, j: int) -> bool:
    """Whether the one who denies is aimed at or named by the other, or names the other's speaker."""
    denier, accuser = (said.voices.speaker(said.statements[n]) for n in (i, j))
    if denier and denier in said.target[j] | said.named[j]:
        return True
    if denier and any(said.cast.one_state(denier, target) for target in said.target[j]):
        return True
    return bool(accuser) and accuser in said.target[i] | said.named[i]


def _differ(x: Wording, y: Wording) -> bool:
    """Whether two wordings have different numbers, names or days; a denial's own negation says nothing of that."""
    return Wording(False, x.numbers, x.names, x.days).differs(Wording(False, y.numbers, y.names, y.days))


def bare_denials(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Each denial that only points back, with the accusation or denial before it in its article."""
    out = []
    order = sorted(range(len(statements)), key=lambda i: (statements[i].article, statements[i].content.start))
    for before, i in pairwise(order):
        x, y = statements[before], statements[i]
        words = content_words(y.words)
        points = y.act == "deny" and words & POINTERS and not words & EARLIER and len(words - POINTERS) <= BARE_DENIAL
        if points and x.article == y.article and x.act in {"accuse", "deny"}:
            out.append((before, i))
    return out
