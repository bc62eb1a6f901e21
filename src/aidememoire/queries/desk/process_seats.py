"""Who sits at the table: seats taken, kept and disputed, and the delegations."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.model.mentions import SeatMention
from aidememoire.model.process import Delegation, Seat
from aidememoire.queries.desk.choices import Choice, words_to_choose
from aidememoire.queries.desk.shapes import Cited, Listed, Who, each_who, listed, who
from aidememoire.queries.desk.told import Turning, places, turnings
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class SeatsAsked:
    """Which seats: of a standing, of a track, in dispute."""

    standing: str | None = None
    track: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A party's seat at the talks, who wants it in or out, and how it came to stand as it does."""

    id: str
    party: Who | None
    standing: str
    track: str | None
    wanted_by: tuple[Who, ...]
    refused_by: tuple[Who, ...]
    disputed: bool
    course: tuple[Turning, ...]
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """Who sits for a party."""

    id: str
    of: Who | None
    head: Who | None
    members: tuple[Who, ...]
    track: str | None
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class SeatsPage:
    """The seats that were asked for, those in dispute first, and all delegations."""

    asked: SeatsAsked
    rows: tuple[SeatRow, ...]
    listed: Listed
    standings: tuple[Choice, ...]
    tracks: tuple[Choice, ...]
    delegations: tuple[DelegationRow, ...]


def seats_page(shelf: Shelf, asked: SeatsAsked, page: int, size: int) -> SeatsPage:
    """The page of seats that `asked` leaves, of `size` lines."""
    every = shelf.kept(_seats)
    wanted = [s for s in every if _meant(s, asked)]
    rows = tuple(_row(shelf, s) for s in wanted[(page - 1) * size : page * size])
    return SeatsPage(
        asked, rows, listed(len(wanted), page, size), words_to_choose(s.standing for s in every),
        words_to_choose(s.track for s in every if s.track), shelf.kept(_delegations),
    )  # fmt: skip


def _seats(shelf: Shelf) -> tuple[Seat, ...]:
    name = shelf.answers.name
    found = shelf.moment.links(Seat)
    return tuple(sorted(found, key=lambda s: (not s.disputed, (name(s.party) or s.party_text).casefold(), s.id)))


def _meant(s: Seat, asked: SeatsAsked) -> bool:
    return (
        (asked.standing is None or s.standing == asked.standing)
        and (asked.track is None or s.track == asked.track)
        and (not asked.disputed or s.disputed)
    )


def _row(shelf: Shelf, s: Seat) -> SeatRow:
    return SeatRow(
        s.id, who(shelf, s.party, s.party_text), s.standing, s.track, each_who(shelf, s.wanted_by),
        each_who(shelf, s.refused_by), s.disputed, turnings(shelf, s.course, SeatMention), places(shelf, s.evidence),
    )  # fmt: skip


def _delegations(shelf: Shelf) -> tuple[DelegationRow, ...]:
    found = [
        DelegationRow(
            d.id, who(shelf, d.of, d.of_text), who(shelf, d.head), each_who(shelf, d.members), d.track,
            places(shelf, d.evidence),
        )
        for d in shelf.moment.links(Delegation)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda d: (str(d.of or ""), str(d.head or ""), d.id)))
