"""One place where a party of an article is named or described."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.model.facts import ActorKind
from aidememoire.model.spans import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text with the kind and the key of its party; one that is `quiet` gives the party no alias."""

    span: Span
    kind: ActorKind
    key: str
    quiet: bool = False
