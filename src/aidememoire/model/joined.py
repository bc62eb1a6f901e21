"""What many articles say together: actors, claims and their origins, figures and promises held against each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.facts import ActorKind, CommitmentStatus, Role
from aidememoire.model.when import When

FigureStatus = Literal["same", "compatible", "growth", "conflict", "growth and conflict"]


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
class Turn:
    """One turn in the course of what changes: the `status` that it was told to have, and by whom.

    `day` is the ISO day on which that was reported (None where no article has one), `when` the time it was then told
    to have or to be set for; `facts` tell it, in `articles`, and `sources` are the actors who say so there. `earliest`
    and `latest` are the ISO days between which the turn itself happened or is to, None where that is not told.
    """

    status: str
    day: str | None
    when: When | None
    facts: tuple[str, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class CommitmentGroup:
    """One promise as all articles tell it; `alleged_by` are the actors who say that it was broken.

    `agreement` is the group of agreements that it was made in, `status` that of the last turn of its `course`.
    """

    id: str
    by: str | None
    by_text: str
    what: str
    members: tuple[str, ...]
    alleged_by: tuple[str, ...]
    origins: Origins
    to: str | None = None
    status: CommitmentStatus | None = None
    agreement: str | None = None
    course: tuple[Turn, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether somebody says that it was broken."""
        return bool(self.alleged_by)
