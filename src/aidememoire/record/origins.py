"""Between how many independent origins something was heard: a range that never overstates.

Two mentions share an origin where they stand in one article, in a passage that two articles share, in two versions of
one wire story, or where both name one chain (the same interview, the same agency or state media that quoted it). They
are apart where each article has an own addressee or agency for it and nothing joins them. Anything else is open: it
counts in `high` and not in `low`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aidememoire.model.links import Lineage, Origin, Origins
from aidememoire.model.spans import Span
from aidememoire.record.components import Components


@dataclass(frozen=True, slots=True)
class Told:
    """One telling: where it stands, who said it (an actor), and the chain it came through (actors; agencies' names)."""

    article: str
    span: Span
    speaker: str | None
    chain: frozenset[str]
    agencies: frozenset[str]


class Kinship:
    """Which articles share a story or a stretch, looked up by pair."""

    def __init__(self, lineages: Iterable[Lineage]) -> None:
        self._of = {frozenset((x.a, x.b)): x for x in lineages}

    def why(self, x: Told, y: Told) -> str | None:
        """Why two tellings share an origin, in words; None where nothing says so."""
        if x.article == y.article:
            return "one article"
        link = self._of.get(frozenset((x.article, y.article)))
        if link and _in_shared_passage(link, x, y):
            return "one passage, printed by both"
        if link and link.relation == "wire":
            return "two versions of one wire story"
        if x.speaker == y.speaker and x.chain & y.chain:
            return "both name one chain"
        return None


def _in_shared_passage(link: Lineage, x: Told, y: Told) -> bool:
    a, b = (x, y) if x.article == link.a else (y, x)
    return any(p.a.overlaps(a.span) and p.b.overlaps(b.span) for p in link.passages)


def _apart(x: Sequence[Told], y: Sequence[Told]) -> bool:
    """Whether two groups must differ: each names a chain or an agency of its own, and none in common."""
    mine = frozenset().union(*(t.chain | t.agencies for t in x))
    theirs = frozenset().union(*(t.chain | t.agencies for t in y))
    return bool(mine) and bool(theirs) and not mine & theirs


def origins(tellings: Sequence[Told], kinship: Kinship) -> Origins:
    """The origins of `tellings` (one or more of them), as a range and with a reason for each."""
    same = Components(range(len(tellings)))
    reasons: dict[int, str] = {}
    for i, x in enumerate(tellings):
        for j in range(i + 1, len(tellings)):
            why = kinship.why(x, tellings[j])
            if why:
                same.join(i, j)
                reasons[i] = reasons[j] = why if why != "one article" else reasons.get(i, why)
    groups = [[tellings[i] for i in g] for g in same.groups()]
    of = tuple(_origin(g, [reasons.get(i, "") for i in ids]) for g, ids in zip(groups, same.groups(), strict=True))
    return Origins(_must_differ(groups), len(groups), of)


def _must_differ(groups: Sequence[Sequence[Told]]) -> int:
    """The size of a set of groups that are all apart from one another, grown greedily; at least 1."""
    kept: list[Sequence[Told]] = []
    for group in groups:
        if all(_apart(group, other) for other in kept):
            kept.append(group)
    return max(1, len(kept))


def _origin(group: Sequence[Told], reasons: Sequence[str]) -> Origin:
    articles = tuple(sorted({t.article for t in group}))
    agencies = sorted(frozenset().union(*(t.agencies for t in group)))
    why = next((r for r in reasons if r and r != "one article"), "stands in one article")
    return Origin(articles, agencies[0] if agencies else None, why)
