"""What was made of a record so far: the members of each thing, by its words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Commitment, Encounter, Figure, Position, Statement


@dataclass
class Made:
    """Facts with the names of those they speak of, for what joins them; `days` are those of the articles."""

    parties: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    said: dict[str, list[tuple[Statement, str]]] = field(default_factory=lambda: defaultdict(list))
    figures: dict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    meetings: dict[str, list[tuple[Encounter, tuple[str, ...]]]] = field(default_factory=lambda: defaultdict(list))
    positions: dict[str, list[tuple[Position, str]]] = field(default_factory=lambda: defaultdict(list))
    promises: dict[str, list[tuple[Commitment, str]]] = field(default_factory=lambda: defaultdict(list))
    agreements: dict[str, list[Agreement]] = field(default_factory=lambda: defaultdict(list))
    days: dict[str, str] = field(default_factory=dict)
    stories: dict[str, list[Article]] = field(default_factory=lambda: defaultdict(list))
