"""What one article says of the parts of a process: tracks, rounds, agendas, delegations and seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.spans import Span
from aidememoire.model.when import When

SeatStanding = Literal["invited", "in", "left out", "withdrawn", "conditional", "unconfirmed", "wanted", "refused"]


@dataclass(frozen=True, slots=True)
class TrackMention:
    """What one article says of a track: its name (often the venue's), its mediator, sponsors, guarantors (parties)."""

    id: str
    article: str
    name: str
    mediator: str | None
    sponsors: tuple[str, ...]
    evidence: Span
    guarantors: tuple[str, ...] = ()
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class RoundMention:
    """What one article says of a round: its number and the name of its track (None where it does not say).

    `when` is the time told with it; `opened` and `closed` are those of its beginning and end, held or still to come.
    """

    id: str
    article: str
    number: int
    track: str | None
    when: When | None
    evidence: Span
    opened: When | None = None
    closed: When | None = None


@dataclass(frozen=True, slots=True)
class BasketMention:
    """One item of an agenda that an article lists."""

    id: str
    article: str
    name: str
    track: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class DelegationMention:
    """What one article says of who sits for a party at the talks: the head and the members (parties) of a delegation.

    `of` is the party that sent it, None where only its words `of_text` are known.
    """

    id: str
    article: str
    of: str | None
    of_text: str
    head: str | None
    members: tuple[str, ...]
    track: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class SeatMention:
    """What one article says of a party's seat at the talks: that it is in, left out, or that this is in dispute.

    "conditional": it will not come unless something is done, or threatens to stay away; "unconfirmed": it has not said
    whether it comes. "wanted" and "refused" are wishes, which tell nothing of how it is.

    `source` is the party who says so, None where the article does; `side` is "for" where the source wants the party
    in, "against" where it wants it out, None where it only tells. `past`: it is told as background, of a time before
    the report ("the talks broke up after it had walked out").
    """

    id: str
    article: str
    party: str | None
    party_text: str
    standing: SeatStanding
    side: Literal["for", "against"] | None
    track: str | None
    source: str | None
    evidence: Span
    past: bool = False
