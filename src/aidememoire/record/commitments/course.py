"""The course of a commitment: made, then alleged broken by one on a day, denied by another, fulfilled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from aidememoire.model.articles import Article
from aidememoire.model.facts import Commitment, CommitmentStatus
from aidememoire.model.joined import Turn

# After every ISO day.
_LAST = "~"
# On one day, in this order: who denies answers who alleges.
_ORDER: Mapping[CommitmentStatus, int] = {"made": 0, "fulfilled": 1, "alleged broken": 2, "denied broken": 3}


def course(
    members: Sequence[Commitment], actor: Mapping[str, str], articles: Mapping[str, Article]
) -> tuple[Turn, ...]:
    """The turns of a commitment in the order in which they were reported: one for each status and day.

    What an article without a day tells comes first: it may be older than anything else. A repetition of "made" after
    something else was told of it is no news, and goes to the turn in which it was made.
    """
    turns: dict[tuple[str, CommitmentStatus], list[Commitment]] = defaultdict(list)
    for c in sorted(members, key=lambda c: (articles[c.article].published or _LAST, _ORDER[c.status], c.id)):
        day = articles[c.article].published or ""
        first = next((key for key in turns if key[1] == "made"), None) if c.status == "made" else None
        turns[first or (day, c.status)].append(c)
    ordered = sorted(turns, key=lambda key: (key[1] != "made", key[0], _ORDER[key[1]]))
    return tuple(_turn(day, status, turns[day, status], actor) for day, status in ordered)


def _turn(day: str, status: CommitmentStatus, told: Sequence[Commitment], actor: Mapping[str, str]) -> Turn:
    said = {p for c in told for p in (*c.alleged_by, c.source) if p is not None}
    return Turn(
        status=status,
        day=day or None,
        when=next((c.when for c in told if c.when is not None), None),
        facts=tuple(sorted(c.id for c in told)),
        articles=tuple(sorted({c.article for c in told})),
        sources=tuple(sorted({actor[p] for p in said if p in actor})),
    )
