"""What many articles say together: lineage, actors, claims and their origins, the process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.facts import ActorKind, Role, When
from aidememoire.model.spans import Span

Relation = Literal["wire", "background", "quote", "none"]
Direction = Literal["a→b", "b→a", "common source", "unknown"]
EditKind = Literal["figure", "naming", "wording", "quotation", "attribution", "added", "dropped"]
FigureStatus = Literal["same", "compatible", "growth", "conflict", "growth and conflict"]


@dataclass(frozen=True, slots=True)
class Located:
    """A span with the article that it lies in."""

    article: str
    start: int
    end: int
    text: str


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


@dataclass(frozen=True, slots=True)
class Join:
    """Why a party of an article was joined to an actor: the feature, its score, and the two values it compared."""

    party: str
    feature: str
    score: float
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the whole record: the `parties` (of the articles) that it joins, and why."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    side: str | None
    parties: tuple[str, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A statement that makes a claim."""

    statement: str
    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that stand on one origin, the agency where one is credited, and why they are counted together."""

    articles: tuple[str, ...]
    agency: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Origins:
    """Between how many independent origins something was heard: `low` must differ, `high` is the most there can be."""

    low: int
    high: int
    of: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that say the same thing, and the actors who assert and deny it."""

    id: str
    text: str
    mentions: tuple[Mention, ...]
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    origins: Origins

    @property
    def disputed(self) -> bool:
        """Whether somebody asserts it and somebody denies it."""
        return bool(self.asserted_by and self.denied_by)


@dataclass(frozen=True, slots=True)
class FigureMember:
    """A figure of a group."""

    figure: str
    article: str
    text: str


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one subject, held against each other."""

    id: str
    subject: str
    members: tuple[FigureMember, ...]
    status: FigureStatus

    @property
    def disputed(self) -> bool:
        """Whether two of the figures can't both be right."""
        return self.status in {"conflict", "growth and conflict"}


@dataclass(frozen=True, slots=True)
class CommitmentGroup:
    """One promise as all articles tell it; `alleged_by` are the actors who say that it was broken."""

    id: str
    by: str | None
    by_text: str
    what: str
    members: tuple[str, ...]
    alleged_by: tuple[str, ...]
    origins: Origins

    @property
    def disputed(self) -> bool:
        """Whether somebody says that it was broken."""
        return bool(self.alleged_by)


@dataclass(frozen=True, slots=True)
class Track:
    """A track of the process, with its mediator and sponsors (actors)."""

    id: str
    name: str
    mediator: str | None
    sponsors: tuple[str, ...]
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """A round of a track."""

    id: str
    number: int
    track: str | None
    when: When | None
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Basket:
    """An item of an agenda."""

    id: str
    name: str
    track: str | None
    evidence: tuple[Located, ...]


Link = Lineage | Passage | Donor | Story | Actor | Claim | FigureGroup | CommitmentGroup | Track | Round | Basket
