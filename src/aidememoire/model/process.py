"""The process itself, as many articles tell of it together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.facts import AgreementKind, EncounterKind, EncounterStatus, Stance, Term
from aidememoire.model.joined import Origins, Turn
from aidememoire.model.mentions import SeatStanding
from aidememoire.model.spans import Located
from aidememoire.model.when import When

BriefKind = Literal["happened", "moved", "disputed", "planned"]


@dataclass(frozen=True, slots=True)
class Track:
    """A track of the process, with its mediator, sponsors and guarantors (actors)."""

    id: str
    name: str
    mediator: str | None
    sponsors: tuple[str, ...]
    evidence: tuple[Located, ...]
    guarantors: tuple[str, ...] = ()
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A round of a track: when it opened and closed or is to, and its agenda (ids of baskets)."""

    id: str
    number: int
    track: str | None
    when: When | None
    evidence: tuple[Located, ...]
    opened: When | None = None
    closed: When | None = None
    baskets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basket:
    """An item of an agenda."""

    id: str
    name: str
    track: str | None
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who sits at the talks for a party: `of` is the actor that sent it, `head` and `members` are actors."""

    id: str
    of: str | None
    of_text: str
    head: str | None
    members: tuple[str, ...]
    track: str | None
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A party's seat at the talks: its `standing` as last told, and which actors want the party in or out.

    The turns of its `course` are those of its standing and, as turns of their own ("wanted", "refused"), the wishes of
    others. `standing` is that of the last turn that is no wish; where there are only wishes, the last of these.
    """

    id: str
    party: str | None
    party_text: str
    track: str | None
    standing: SeatStanding
    told_by: tuple[str, ...]
    wanted_by: tuple[str, ...]
    refused_by: tuple[str, ...]
    evidence: tuple[Located, ...]
    course: tuple[Turn, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether somebody wants the party in and somebody wants it out."""
        return bool(self.wanted_by and self.refused_by)


@dataclass(frozen=True, slots=True)
class EncounterGroup:
    """One encounter as all articles tell it, with its `course`: planned on Monday, put off to Tuesday, held.

    `status` is that of the last turn, `earliest` and `latest` the ISO days between which it was held or is to be, None
    where they are not known. `members` are the tellings (encounters).
    """

    id: str
    kind: EncounterKind
    status: EncounterStatus
    participants: tuple[str, ...]
    participant_texts: tuple[str, ...]
    place: str | None
    when: When | None
    earliest: str | None
    latest: str | None
    track: str | None
    round: int | None
    proximity: bool
    members: tuple[str, ...]
    course: tuple[Turn, ...]
    origins: Origins


@dataclass(frozen=True, slots=True)
class AgreementGroup:
    """One instrument as all articles tell of it. `basis`: it is named as a basis of the talks.

    `terms` are its terms, each once; the evidence of a term lies in the article of the member that has it.
    """

    id: str
    kind: AgreementKind
    what: str
    parties: tuple[str, ...]
    when: When | None
    basis: bool
    members: tuple[str, ...]
    origins: Origins
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """What positions are about, across wordings ("release of detainees", "prisoner swap"). `positions` are ids."""

    id: str
    name: str
    wordings: tuple[str, ...]
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """How a party stood on an issue over time: a turn for each stance, in order; `moved_by` are the positions that
    changed it.
    """

    id: str
    party: str | None
    party_text: str
    issue: str
    course: tuple[Turn, ...]
    moved_by: tuple[str, ...]

    @property
    def stance(self) -> Stance:
        """The stance last taken."""
        stance: Stance = self.course[-1].status  # type: ignore[assignment]
        return stance


@dataclass(frozen=True, slots=True)
class Condition:
    """What a party withholds until another does something: an edge of the graph in which deadlocks are found.

    `party` will not do `withheld` before `of` does `awaited`; both parties are actors, None where nobody is told.
    """

    id: str
    party: str | None
    party_text: str
    withheld: str
    of: str | None
    awaited: str
    positions: tuple[str, ...]
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Deadlock:
    """Conditions that wait for each other in a circle, each for the next and the last for the first.

    `breaks` are the smallest sets of conditions, of this circle and those entangled with it, of which dropping all
    would undo every circle among them.
    """

    id: str
    conditions: tuple[str, ...]
    breaks: tuple[tuple[str, ...], ...]
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A sentence of a day's brief. `records` are the ids that it was composed from, the most telling first."""

    id: str
    day: str
    text: str
    kind: BriefKind
    records: tuple[str, ...]
    origins: Origins
    evidence: tuple[Located, ...]
