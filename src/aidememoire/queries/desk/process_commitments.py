"""What was promised, what is told to have become of it, and who alleges a breach."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.model.facts import Commitment
from aidememoire.model.joined import CommitmentGroup
from aidememoire.queries.desk.choices import Choice, actors_to_choose, words_to_choose
from aidememoire.queries.desk.shapes import Listed, OriginsView, Who, each_who, listed, origins, who
from aidememoire.queries.desk.told import Turning, turnings
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class CommitmentsAsked:
    """Which commitments: of a status, of a party (id) that made it, told to be broken, or `only` the one of an id."""

    status: str | None = None
    party: str | None = None
    breached: bool = False
    only: str | None = None


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A promise as all articles tell it. `agreement` is the id of the instrument that it was made in.

    `facts` are the tellings: each can be reviewed.
    """

    id: str
    by: Who | None
    to: Who | None
    what: str
    status: str | None
    alleged_by: tuple[Who, ...]
    agreement: str | None
    course: tuple[Turning, ...]
    origins: OriginsView
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """The commitments that were asked for: those told to be broken first."""

    asked: CommitmentsAsked
    rows: tuple[CommitmentRow, ...]
    listed: Listed
    statuses: tuple[Choice, ...]
    parties: tuple[Choice, ...]


def commitments_page(shelf: Shelf, asked: CommitmentsAsked, page: int, size: int) -> CommitmentsPage:
    """The page of commitments that `asked` leaves, of `size` lines."""
    wanted = [g for g in shelf.kept(_commitments) if _meant(g, asked)]
    rows = tuple(_row(shelf, g) for g in wanted[(page - 1) * size : page * size])
    return CommitmentsPage(asked, rows, listed(len(wanted), page, size), *shelf.kept(_choices))


def _commitments(shelf: Shelf) -> tuple[CommitmentGroup, ...]:
    found = shelf.moment.links(CommitmentGroup)
    return tuple(sorted(found, key=lambda g: (not g.disputed, -len(g.members), g.what, g.id)))


def _meant(g: CommitmentGroup, asked: CommitmentsAsked) -> bool:
    return (
        (asked.only is None or g.id == asked.only)
        and (asked.status is None or g.status == asked.status)
        and (asked.party is None or g.by == asked.party)
        and (not asked.breached or g.disputed)
    )


def _choices(shelf: Shelf) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    groups = shelf.kept(_commitments)
    return words_to_choose(g.status for g in groups if g.status), actors_to_choose(shelf, (g.by or "" for g in groups))


def _row(shelf: Shelf, g: CommitmentGroup) -> CommitmentRow:
    return CommitmentRow(
        g.id, who(shelf, g.by, g.by_text), who(shelf, g.to), g.what, g.status, each_who(shelf, g.alleged_by),
        g.agreement, turnings(shelf, g.course, Commitment), origins(shelf, g.origins), g.members,
    )  # fmt: skip
