"""The process at a glance: its tracks, their rounds and agendas, and how much there is of everything else."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.model.joined import CommitmentGroup
from aidememoire.model.process import AgreementGroup, Basket, Deadlock, Round, Seat, Track
from aidememoire.queries.desk.process_encounters import encounters
from aidememoire.queries.desk.process_timeline import TimelinePage, timeline_page
from aidememoire.queries.desk.shapes import Cited, Who, each_who, who
from aidememoire.queries.desk.told import Timed, places, reported, timed
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round: when it opened and closed or is to, and the names of its baskets."""

    id: str
    number: int
    track: str | None
    opened: Timed | None
    closed: Timed | None
    baskets: tuple[str, ...]
    articles: int
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class BasketRow:
    """An item of an agenda."""

    id: str
    name: str
    track: str | None
    articles: int
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class TrackRow:
    """A track; `reported` are the days of the first and the last report of it."""

    id: str
    name: str
    mediator: Who | None
    sponsors: tuple[Who, ...]
    guarantors: tuple[Who, ...]
    venue: str | None
    rounds: tuple[int, ...]
    articles: int
    reported: tuple[str, ...]
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something the record has, and the path that lists them."""

    name: str
    number: int
    path: str

    @property
    def singular(self) -> str:
        """The name of one of them."""
        return self.name.removesuffix("es") if self.name.endswith("ches") else self.name.removesuffix("s")


@dataclass(frozen=True, slots=True)
class Parts:
    """The lasting parts of a process."""

    tracks: tuple[TrackRow, ...]
    rounds: tuple[RoundRow, ...]
    baskets: tuple[BasketRow, ...]
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class ProcessPage:
    """The process at a glance."""

    parts: Parts
    timeline: TimelinePage

    @property
    def rows(self) -> tuple[TrackRow, ...]:
        """The tracks."""
        return self.parts.tracks


def process_page(shelf: Shelf, attacks: bool, page: int, size: int) -> ProcessPage:
    """The process at a glance; `page` is that of the timeline's list."""
    return ProcessPage(shelf.kept(_parts), timeline_page(shelf, attacks, page, size))


def _parts(shelf: Shelf) -> Parts:
    rounds = sorted(shelf.moment.links(Round), key=lambda r: (r.track is None, r.track or "", r.number))
    baskets = sorted((_basket(shelf, b) for b in shelf.moment.links(Basket)), key=lambda b: (-b.articles, b.name))
    tracks = sorted((_track(shelf, t, rounds) for t in shelf.moment.links(Track)), key=lambda t: (-t.articles, t.name))
    names = {b.id: b.name for b in baskets}
    return Parts(tuple(tracks), tuple(_round(shelf, r, names) for r in rounds), tuple(baskets), _counts(shelf))


def _track(shelf: Shelf, t: Track, rounds: list[Round]) -> TrackRow:
    articles = {place.article for place in t.evidence}
    numbers = sorted(r.number for r in rounds if r.track and r.track.casefold() == t.name.casefold())
    return TrackRow(
        t.id, t.name, who(shelf, t.mediator), each_who(shelf, t.sponsors), each_who(shelf, t.guarantors), t.venue,
        tuple(numbers), len(articles), reported(shelf, articles), places(shelf, t.evidence),
    )  # fmt: skip


def _round(shelf: Shelf, r: Round, baskets: dict[str, str]) -> RoundRow:
    agenda = tuple(baskets[b] for b in r.baskets if b in baskets)
    articles = len({place.article for place in r.evidence})
    return RoundRow(
        r.id, r.number, r.track, timed(r.opened or r.when), timed(r.closed), agenda, articles,
        places(shelf, r.evidence),
    )  # fmt: skip


def _basket(shelf: Shelf, b: Basket) -> BasketRow:
    return BasketRow(b.id, b.name, b.track, len({p.article for p in b.evidence}), places(shelf, b.evidence))


def _counts(shelf: Shelf) -> tuple[Count, ...]:
    met = shelf.kept(encounters)
    promises = tuple(shelf.moment.links(CommitmentGroup))
    attacks = sum(g.kind == "attack" for g in met)
    return (
        Count("encounters", len(met) - attacks, "/process/encounters"),
        Count("attacks", attacks, "/process/encounters?kind=attack"),
        Count("planned", sum(g.status == "planned" for g in met), "/process/planned"),
        Count("seats", sum(1 for _ in shelf.moment.links(Seat)), "/process/seats"),
        Count("agreements", sum(1 for _ in shelf.moment.links(AgreementGroup)), "/process/agreements"),
        Count("commitments", len(promises), "/process/commitments"),
        Count("alleged breaches", sum(c.disputed for c in promises), "/process/commitments?breached=true"),
        Count("deadlocks", sum(1 for _ in shelf.moment.links(Deadlock)), "/positions/deadlocks"),
    )
