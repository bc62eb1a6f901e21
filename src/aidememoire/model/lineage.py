"""How articles are related: shared prose, what was changed in it, and the stories that they tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.spans import Located, Span

Relation = Literal["wire", "background", "quote", "none"]
Direction = Literal["a→b", "b→a", "common source", "unknown"]
EditKind = Literal["figure", "naming", "wording", "quotation", "attribution", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class PassagePair:
    """A stretch of `a` and the stretch of `b` that it is shared with."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """What one of two versions changed: None on the side that lacks it."""

    a: Span | None
    b: Span | None
    kind: EditKind


@dataclass(frozen=True, slots=True)
class Lineage:
    """How two articles are related. `share_a` and `share_b` are the shares of each body that both have (0 to 1)."""

    id: str
    a: str
    b: str
    relation: Relation
    share_a: float
    share_b: float
    direction: Direction
    agency: str | None
    passages: tuple[PassagePair, ...]
    edits: tuple[Edit, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of prose wherever it was printed."""

    id: str
    members: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Donor:
    """An article that shares the prose of one part of a page spliced from several stories.

    `part` is the stretch of the composite `article` between two breaks, and `share` how much of its words the `donor`
    has (0 to 1). Whether the page took the part from the donor, or both from a third, is not told.
    """

    id: str
    article: str
    part: Span
    donor: str
    share: float

    @property
    def evidence(self) -> tuple[Located, ...]:
        """The part with its article."""
        return (Located(self.article, self.part.start, self.part.end, self.part.text),)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one happening. `first` and `last` are ISO dates, None where no article has one."""

    id: str
    articles: tuple[str, ...]
    title: str | None
    first: str | None
    last: str | None
    thread: str | None
