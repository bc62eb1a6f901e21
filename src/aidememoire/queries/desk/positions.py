"""Who stands where: each party's stance on each issue, and how it moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aidememoire.model.facts import Position
from aidememoire.model.joined import Turn
from aidememoire.model.process import Issue, Stand
from aidememoire.queries.desk.choices import Choice, actors_to_choose, words_to_choose
from aidememoire.queries.desk.shapes import Cited, Listed, Who, cited_span, listed, who
from aidememoire.queries.desk.told import Timed, timed
from aidememoire.queries.shelf import Shelf

COLUMNS = 6
"""Parties with a column of their own: those with the most positions; the others stand in the last column."""

MOST_HELD = 12
"""Positions shown of a step: of a large record hundreds may tell one stance, each in its own words."""


@dataclass(frozen=True, slots=True)
class PositionsAsked:
    """Which issues: on which a party (id) has a stance, on which such a one was last taken, or somebody moved."""

    party: str | None = None
    stance: str | None = None
    moved: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class StandRow:
    """How a party stood on an issue last, on which ISO day that was told, and from what stance it moved there."""

    id: str
    issue: str
    issue_name: str
    party: Who | None
    stance: str
    day: str | None
    before: str | None
    steps: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The stands of one column."""

    stands: tuple[StandRow, ...]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue with a cell for each column, and the stands of those without a column."""

    id: str
    name: str
    wordings: int
    cells: tuple[Cell, ...]
    others: tuple[StandRow, ...]


@dataclass(frozen=True, slots=True)
class PositionsPage:
    """The issues that were asked for, those with the most parties first; `rows` are the stands on them."""

    asked: PositionsAsked
    columns: tuple[Who, ...]
    issues: tuple[IssueRow, ...]
    listed: Listed
    parties: tuple[Choice, ...]
    stances: tuple[Choice, ...]

    @property
    def rows(self) -> tuple[StandRow, ...]:
        """The stands on the issues shown."""
        return tuple(s for i in self.issues for s in (*(s for c in i.cells for s in c.stands), *i.others))


@dataclass(frozen=True, slots=True)
class Held:
    """A position as it was told: its words, what it is a condition for, and `of` whom it is wanted."""

    id: str
    words: str
    condition_for: str | None
    of: Who | None
    time: Timed | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class StanceStep:
    """A stance taken, the ISO `day` of its report, how many positions tell it, and the first of these."""

    stance: str
    day: str | None
    told: int
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class PartyStand:
    """How one party moved on the issue."""

    stand: StandRow
    steps: tuple[StanceStep, ...]


@dataclass(frozen=True, slots=True)
class IssuePage:
    """An issue, its wordings, and how each party moved on it: those who moved first."""

    id: str
    name: str
    wordings: tuple[str, ...]
    parties: tuple[PartyStand, ...]
    listed: Listed

    @property
    def rows(self) -> tuple[StandRow, ...]:
        """How each party stands."""
        return tuple(each.stand for each in self.parties)


@dataclass(frozen=True, slots=True)
class _Issues:
    """The issues with their stands, the issue with the most first, and the actors by their number of stands."""

    by_id: Mapping[str, Issue]
    stands: tuple[tuple[Issue, tuple[Stand, ...]], ...]
    parties: tuple[Choice, ...]
    stances: tuple[Choice, ...]


def positions_page(shelf: Shelf, asked: PositionsAsked, page: int, size: int) -> PositionsPage:
    """The page of issues that `asked` leaves, of `size` lines."""
    every = shelf.kept(_issues)
    wanted = [pair for pair in every.stands if _meant(shelf, *pair, asked)]
    first = [asked.party] if asked.party in shelf.actors else []
    most = dict.fromkeys((*first, *(c.value for c in every.parties)))
    columns = tuple(Who(a, shelf.actors[a].name) for a in tuple(most)[:COLUMNS] if a)
    shown = wanted[(page - 1) * size : page * size]
    rows = tuple(_issue_row(shelf, issue, stands, columns) for issue, stands in shown)
    return PositionsPage(asked, columns, rows, listed(len(wanted), page, size), every.parties, every.stances)


def issue_page(shelf: Shelf, issue_id: str, page: int, size: int, stand: str | None = None) -> IssuePage | None:
    """One issue with a page of its parties, that of `stand` if one is named; None where there is no such issue."""
    every = shelf.kept(_issues)
    issue = every.by_id.get(issue_id)
    if issue is None:
        return None
    stands = next((stands for found, stands in every.stands if found.id == issue_id), ())
    rows = sorted(((_stand(shelf, issue, s), s) for s in stands), key=lambda pair: _moved_most(pair[0]))
    page = next((at // size + 1 for at, (row, _) in enumerate(rows) if row.id == stand), page)
    shown = rows[(page - 1) * size : page * size]
    parties = tuple(PartyStand(row, tuple(_step(shelf, turn) for turn in s.course)) for row, s in shown)
    return IssuePage(issue.id, issue.name, issue.wordings, parties, listed(len(rows), page, size))


def _moved_most(row: StandRow) -> tuple[int, bool, str]:
    return (-row.steps, row.party is None, str(row.party or "").casefold())


def _issues(shelf: Shelf) -> _Issues:
    by_id = {issue.id: issue for issue in shelf.moment.links(Issue)}
    of: dict[str, list[Stand]] = {each: [] for each in by_id}
    for stand in shelf.moment.links(Stand):
        of[stand.issue].append(stand)
    stands = [(issue, tuple(of[each])) for each, issue in by_id.items() if of[each]]
    stands.sort(key=lambda pair: (-len(pair[1]), pair[0].name, pair[0].id))
    every = [s for _, found in stands for s in found]
    named = actors_to_choose(shelf, _named(shelf, every))
    return _Issues(by_id, tuple(stands), named, words_to_choose(s.stance for s in every))


def _named(shelf: Shelf, stands: Iterable[Stand]) -> Iterable[str]:
    count = Counter(actor.id for s in stands if (actor := shelf.actor(s.party)) is not None)
    return count.elements()


def _meant(shelf: Shelf, issue: Issue, stands: tuple[Stand, ...], asked: PositionsAsked) -> bool:
    theirs = [s for s in stands if asked.party is None or s.party == asked.party]
    text = " ".join((issue.name, *issue.wordings)).casefold() if asked.words else ""
    return (
        any(
            (asked.stance is None or s.stance == asked.stance) and (not asked.moved or len(s.course) > 1)
            for s in theirs
        )
        and all(word in text for word in asked.words.casefold().split())
    )  # fmt: skip


def _issue_row(shelf: Shelf, issue: Issue, stands: tuple[Stand, ...], columns: tuple[Who, ...]) -> IssueRow:
    rows = [_stand(shelf, issue, s) for s in stands]
    cells = tuple(Cell(tuple(r for r in rows if r.party and r.party.id == c.id)) for c in columns)
    with_column = {c.id for c in columns}
    others = tuple(r for r in rows if r.party is None or r.party.id not in with_column)
    return IssueRow(issue.id, issue.name, len(issue.wordings), cells, others)


def _stand(shelf: Shelf, issue: Issue, s: Stand) -> StandRow:
    before = s.course[-2].status if len(s.course) > 1 else None
    party = who(shelf, s.party, s.party_text)
    return StandRow(s.id, issue.id, issue.name, party, s.stance, s.course[-1].day, before, len(s.course))


def _step(shelf: Shelf, turn: Turn) -> StanceStep:
    held = tuple(_held(shelf, p) for p in shelf.sheet.facts(Position, turn.facts[:MOST_HELD]))
    return StanceStep(turn.status, turn.day, len(turn.facts), held)


def _held(shelf: Shelf, p: Position) -> Held:
    where = cited_span(shelf, p.article, p.evidence)
    return Held(p.id, p.issue, p.condition_for, who(shelf, p.of), timed(p.when), where)
