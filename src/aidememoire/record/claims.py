"""Statements that say the same thing become claims; a denial joins the claim that it denies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from aidememoire.model.articles import Article
from aidememoire.model.facts import Statement
from aidememoire.model.ids import content_id
from aidememoire.model.links import Claim, Lineage, Mention
from aidememoire.model.reading import Act
from aidememoire.record.components import Components
from aidememoire.record.origins import Kinship, Told, origins
from aidememoire.record.similarity import Similarity, content_words

# Of one speaker, two contents this alike (by the cosine of their weighed words) say the same thing; where both stand in
# one passage, half of that is enough, since the passage says so already.
SAME_SPEAKER = 0.6
SAME_PASSAGE = 0.3
# A denial repeats an accusation in other words: it joins the likeliest claim, at 0.3 or more and with two words in
# common. Chosen, not measured: read over 84 newspaper stories, denials joined within one article were mostly right,
# those joined to another article's words often not.
DENIAL = 0.3
WORDS_IN_COMMON = 2
FORTNIGHT = 14
# A denial with so few words of its own ("these allegations are unfounded") points back at the accusation before it.
BARE_DENIAL = 6

CLAIMS: frozenset[Act] = frozenset(
    ("assert", "accuse", "deny", "promise", "threaten", "demand", "offer", "accept", "reject")
)
ATTACKS: frozenset[Act] = frozenset(("assert", "accuse"))
POINTERS = frozenset(content_words("allegation accusation charge claim report rumour statement comment remark"))


@dataclass(frozen=True, slots=True)
class Voices:
    """The statements of the whole coverage, with the actor of each party."""

    statements: tuple[Statement, ...]
    actor: Mapping[str, str]
    articles: Mapping[str, Article]

    def speaker(self, statement: Statement) -> str | None:
        """The actor who speaks; None where nobody in reach does."""
        return self.actor.get(statement.speaker) if statement.speaker else None

    def told(self, statement: Statement) -> Told:
        """The statement as a telling, with the chain that it came through."""
        chain = {self.actor.get(v.actor) for v in statement.via if v.actor}
        chain.add(self.actor.get(statement.addressee) if statement.addressee else None)
        return Told(
            article=statement.article,
            span=statement.content,
            speaker=self.speaker(statement),
            chain=frozenset(c for c in chain if c),
            agencies=frozenset(self.articles[statement.article].agencies),
        )


def claims(voices: Voices, lineages: Sequence[Lineage]) -> tuple[Claim, ...]:
    """The claims of the coverage, each with its mentions, its two sides and its origins."""
    said = [s for s in voices.statements if s.act in CLAIMS]
    like = Similarity([s.words for s in said])
    kinship = Kinship(lineages)
    same = Components(range(len(said)))
    for i, j in _repeated(voices, said, like, kinship):
        same.join(i, j)
    for i, j in [*_bare_denials(said), *_denials(voices, said, like)]:
        same.join(i, j)
    groups = [[said[i] for i in g] for g in same.groups()]
    return tuple(sorted((_claim(voices, g, kinship) for g in groups), key=lambda c: c.id))


def _repeated(
    voices: Voices, said: Sequence[Statement], like: Similarity, kinship: Kinship
) -> Iterator[tuple[int, int]]:
    """The pairs in which one speaker says one thing twice."""
    told = [voices.told(s) for s in said]
    for i, x in enumerate(said):
        for j in like.near(i):
            if voices.speaker(x) != voices.speaker(said[j]) or (x.act == "deny") != (said[j].act == "deny"):
                continue
            alike = like.between(i, j)
            passage = alike >= SAME_PASSAGE and kinship.why(told[i], told[j]) == "one passage, printed by both"
            if alike >= SAME_SPEAKER or passage:
                yield i, j


def _denials(voices: Voices, said: Sequence[Statement], like: Similarity) -> Iterator[tuple[int, int]]:
    """Each denial with the one statement that it most likely denies: of its own article first, then of any."""
    for i, x in enumerate(said):
        if x.act != "deny":
            continue
        fits = [
            (said[j].article == x.article, like.between(i, j), -j)
            for j in like.around(i)
            if _may_deny(voices, x, said[j]) and len(like.words[i] & like.words[j]) >= WORDS_IN_COMMON
        ]
        best = max((f for f in fits if f[1] >= DENIAL), default=None)
        if best:
            yield i, -best[2]


def _may_deny(voices: Voices, denial: Statement, other: Statement) -> bool:
    """Whether the one may deny the other: an attack of somebody else's, not a fortnight away."""
    if other.act not in ATTACKS or voices.speaker(denial) == voices.speaker(other):
        return False
    day, other_day = (voices.articles[s.article].published for s in (denial, other))
    if not day or not other_day:
        return True
    return abs((date.fromisoformat(day) - date.fromisoformat(other_day)).days) <= FORTNIGHT


def _bare_denials(said: Sequence[Statement]) -> list[tuple[int, int]]:
    """Each denial that only points back, with the accusation or denial before it in its article."""
    out = []
    order = sorted(range(len(said)), key=lambda i: (said[i].article, said[i].content.start))
    for before, i in pairwise(order):
        x, y = said[before], said[i]
        words = content_words(y.words)
        points = y.act == "deny" and words & POINTERS and len(words - POINTERS) <= BARE_DENIAL
        if points and x.article == y.article and x.act in {"accuse", "deny"}:
            out.append((before, i))
    return out


def _claim(voices: Voices, group: Sequence[Statement], kinship: Kinship) -> Claim:
    ordered = sorted(group, key=lambda s: (s.act == "deny", s.article, s.content.start))
    for_, against = [s for s in ordered if s.act != "deny"], [s for s in ordered if s.act == "deny"]
    return Claim(
        id=content_id("claim", *sorted(s.id for s in group)),
        text=ordered[0].words,
        mentions=tuple(Mention(s.id, s.article, s.words) for s in ordered),
        asserted_by=_speakers(voices, for_),
        denied_by=_speakers(voices, against),
        origins=origins([voices.told(s) for s in for_ or against], kinship),
    )


def _speakers(voices: Voices, statements: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(sorted({a for s in statements if (a := voices.speaker(s))}))
