"""Where in its article a fact stands: what records and exports are ordered by."""

from __future__ import annotations

from aidememoire.model.facts import Fact, Party, Statement, Time


def position_of(fact: Fact) -> int:
    """The first character of what the fact was read from; of a party, that of its first mention."""
    if isinstance(fact, Party):
        return min((mention.start for mention in fact.mentions), default=0)
    if isinstance(fact, Time):
        return fact.start
    if isinstance(fact, Statement):
        return fact.content.start
    return fact.evidence.start
