"""Between how many independent origins something was heard: a range that never overstates.

Two mentions share an origin where they stand in one article, in a passage that two articles share, in two versions of
one wire story, where both name one chain (the same interview, the same agency or state media that quoted it), where one
names the other's outlet as its source, or where both credit one agency on one day. They are apart where each has an
addressee, an agency or a byline of its own and nothing joins them. Anything else is open: it counts in `high` and not
in `low`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aidememoire.model.joined import Origin, Origins
from aidememoire.model.lineage import Lineage
from aidememoire.model.spans import Span
from aidememoire.record.components import Components
from aidememoire.record.naming.names import fold

PASSAGE = "one passage, printed by both"
ARTICLE = "one article"
# A passage makes one of two tellings where it holds half of either; less is a turn of phrase that both have.
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """One telling: where it stands, who said it (an actor), and the chain it came through (actors; agencies' names).

    `addressee`, `sources` and `outlet` are folded names: to whom it was told, through whom it came, who printed it.
    `bylines` are folded too; `day` is an ISO date. What is not known is empty or None.
    """

    article: str
    span: Span
    speaker: str | None
    chain: frozenset[str]
    agencies: frozenset[str]
    addressee: str = ""
    sources: frozenset[str] = frozenset()
    outlet: str = ""
    bylines: frozenset[str] = frozenset()
    day: str | None = None

    @property
    def credited(self) -> frozenset[str]:
        """The folded names of all whom it credits: addressee, sources, agencies."""
        named = {fold(a) for a in self.agencies} | self.sources | {self.addressee}
        return frozenset(n for n in named if n)

    @property
    def own(self) -> frozenset[str]:
        """What shows that somebody heard it: the chain, what it credits, and a byline where no agency is credited."""
        return self.chain | self.credited | (frozenset() if self.agencies else self.bylines)


class Kinship:
    """Which articles share a story or a stretch, looked up by pair."""

    def __init__(self, lineages: Iterable[Lineage]) -> None:
        self._of = {frozenset((x.a, x.b)): x for x in lineages}

    def why(self, x: Told, y: Told) -> str | None:
        """Why two tellings share an origin, in words; None where nothing says so."""
        if x.article == y.article:
            return ARTICLE
        if _to_two(x, y):
            return None
        link = self._of.get(frozenset((x.article, y.article)))
        if link and _in_shared_passage(link, x, y):
            return None if self.public(x, y) else PASSAGE
        if link and link.relation == "wire":
            return "two versions of one wire story"
        return _by_credit(x, y) if x.speaker == y.speaker else None

    def public(self, x: Told, y: Told) -> bool:
        """Whether two reporters have public words in common: each may have heard or read them."""
        link = self._of.get(frozenset((x.article, y.article)))
        by_two = bool(x.bylines and y.bylines) and not (x.bylines & y.bylines or x.agencies or y.agencies)
        return by_two and link is not None and link.relation == "quote" and _in_shared_passage(link, x, y)


def _to_two(x: Told, y: Told) -> bool:
    """Whether the two were told to different outlets or agencies, by name."""
    return bool(x.addressee and y.addressee) and x.addressee != y.addressee and not x.chain & y.chain


def _by_credit(x: Told, y: Told) -> str | None:
    """Why two tellings of one speaker go back to one by what they credit; None where nothing says so."""
    if (x.outlet in y.credited and x.outlet) or (y.outlet in x.credited and y.outlet):
        return "one names the other's outlet as its source"
    if x.addressee and x.addressee == y.addressee:
        return "both told to one addressee"
    if x.chain & y.chain or x.sources & y.sources:
        return "both name one chain"
    if x.agencies & y.agencies and x.day and x.day == y.day:
        return "both credit one agency, on one day"
    return None


def _in_shared_passage(link: Lineage, x: Told, y: Told) -> bool:
    a, b = (x, y) if x.article == link.a else (y, x)
    return any(_holds(p.a, a.span) and _holds(p.b, b.span) for p in link.passages)


def _holds(stretch: Span, content: Span) -> bool:
    """Whether a stretch holds half of a content."""
    return min(stretch.end, content.end) - max(stretch.start, content.start) >= HALF * (content.end - content.start)


def _apart(x: Sequence[Told], y: Sequence[Told], kinship: Kinship) -> bool:
    """Whether two groups must differ: each shows who heard it, and neither credits what the other is or credits."""
    if any(kinship.public(one, other) for one in x for other in y):
        return False
    mine, theirs = (frozenset[str]().union(*(t.own for t in side)) for side in (x, y))
    if not mine or not theirs or mine & theirs:
        return False
    outlets, others = (frozenset(t.outlet for t in side if t.outlet) for side in (x, y))
    return not (outlets & others or outlets & theirs or others & mine)


def origins(tellings: Sequence[Told], kinship: Kinship) -> Origins:
    """The origins of `tellings` (one or more of them), as a range and with a reason for each."""
    same = Components(range(len(tellings)))
    reasons: dict[int, str] = {}
    for i, x in enumerate(tellings):
        for j in range(i + 1, len(tellings)):
            why = kinship.why(x, tellings[j])
            if why:
                same.join(i, j)
                reasons[i] = reasons[j] = why if why != ARTICLE else reasons.get(i, why)
    groups = [[tellings[i] for i in g] for g in same.groups()]
    of = tuple(_origin(g, [reasons.get(i, "") for i in ids]) for g, ids in zip(groups, same.groups(), strict=True))
    return Origins(_must_differ(groups, kinship), len(groups), of)


def _must_differ(groups: Sequence[Sequence[Told]], kinship: Kinship) -> int:
    """The size of a set of groups that are all apart from one another, grown greedily; at least 1."""
    kept: list[Sequence[Told]] = []
    for group in groups:
        if all(_apart(group, other, kinship) for other in kept):
            kept.append(group)
    return max(1, len(kept))


def _origin(group: Sequence[Told], reasons: Sequence[str]) -> Origin:
    articles = tuple(sorted({t.article for t in group}))
    agencies = sorted(frozenset[str]().union(*(t.agencies for t in group)))
    why = next((r for r in reasons if r and r != ARTICLE), "stands in one article")
    return Origin(articles, agencies[0] if agencies else None, why)
