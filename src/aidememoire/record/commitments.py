"""Commitments of many articles become groups: one promise, and all who say that it was broken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from aidememoire.model.articles import Article
from aidememoire.model.facts import Commitment
from aidememoire.model.ids import content_id
from aidememoire.model.joined import CommitmentGroup
from aidememoire.model.lineage import Lineage
from aidememoire.record.names import fold
from aidememoire.record.origins import Kinship, Told, origins
from aidememoire.record.similarity import content_words


def commitment_groups(
    commitments: Sequence[Commitment],
    actor: Mapping[str, str],
    articles: Mapping[str, Article],
    lineages: Sequence[Lineage],
) -> tuple[CommitmentGroup, ...]:
    """One group for each party and thing promised; a party without an actor goes by the words that name it."""
    kinship = Kinship(lineages)
    groups: dict[tuple[str, frozenset[str]], list[Commitment]] = defaultdict(list)
    for c in commitments:
        who = actor.get(c.by, "") if c.by else ""
        groups[who or fold(c.by_text), content_words(c.what)].append(c)
    out = []
    for members in groups.values():
        accusers = sorted({actor[p] for c in members for p in c.alleged_by if p in actor})
        told = [_told(c, actor, articles) for c in members]
        out.append(
            CommitmentGroup(
                id=content_id("commitment_group", *sorted(c.id for c in members)),
                by=next((actor[c.by] for c in members if c.by and c.by in actor), None),
                by_text=members[0].by_text,
                what=members[0].what,
                members=tuple(sorted(c.id for c in members)),
                alleged_by=tuple(accusers),
                origins=origins(told, kinship),
            )
        )
    return tuple(sorted(out, key=lambda g: g.id))


def _told(c: Commitment, actor: Mapping[str, str], articles: Mapping[str, Article]) -> Told:
    speaker = next((actor[p] for p in c.alleged_by if p in actor), None)
    return Told(c.article, c.evidence, speaker, frozenset(), frozenset(articles[c.article].agencies))
