"""Who met whom: the encounters as all articles tell them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from aidememoire.model.facts import Encounter
from aidememoire.model.process import EncounterGroup
from aidememoire.queries.desk.choices import Choice, actors_to_choose, words_to_choose
from aidememoire.queries.desk.shapes import (
    Cited,
    Listed,
    OriginsView,
    Who,
    cited_span,
    each_who,
    listed,
    origins,
    who,
)
from aidememoire.queries.desk.told import (
    Timed,
    Turning,
    reported,
    timed,
    turnings,
)
from aidememoire.queries.shelf import Shelf

MOST_PARTIES = 12
"""Rows of the matrix: the parties with the most encounters; more columns than these fit no screen."""


@dataclass(frozen=True, slots=True)
class EncountersAsked:
    """Which encounters: of a kind, a status, a party (id) and another one, a track, and between two ISO days.

    Attacks are no meetings: they are left out unless they are asked for, by `attacks` or as the kind.
    """

    kind: str | None = None
    status: str | None = None
    party: str | None = None
    other: str | None = None
    track: str | None = None
    first: str | None = None
    last: str | None = None
    attacks: bool = False


@dataclass(frozen=True, slots=True)
class EncounterRow:
    """An encounter in a list. `became` are the statuses of its course, `reported` its first and last day of report."""

    id: str
    kind: str
    status: str
    who: tuple[Who, ...]
    time: Timed | None
    place: str | None
    track: str | None
    round: int | None
    proximity: bool
    became: tuple[str, ...]
    tellings: int
    reported: tuple[str, ...]
    origins: OriginsView


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A party, and how often it met each party of the matrix: with itself, in how many encounters it is named."""

    party: Who
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EncountersPage:
    """The encounters that were asked for; the matrix leaves the parties asked for out of account."""

    asked: EncountersAsked
    rows: tuple[EncounterRow, ...]
    listed: Listed
    matrix: tuple[MatrixRow, ...]
    kinds: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    parties: tuple[Choice, ...]
    tracks: tuple[Choice, ...]
    party: Who | None
    other: Who | None


@dataclass(frozen=True, slots=True)
class EncounterTold:
    """One telling of an encounter; `source` is who says so, None where the article does."""

    id: str
    status: str
    who: tuple[str, ...]
    time: Timed | None
    place: str | None
    source: Who | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class EncounterPage:
    """An encounter with its course; `rows` are all tellings, the oldest report first."""

    encounter: EncounterRow
    course: tuple[Turning, ...]
    rows: tuple[EncounterTold, ...]


def encounters(shelf: Shelf) -> tuple[EncounterGroup, ...]:
    """The encounters, the newest first, those without a day last."""
    found = sorted(shelf.moment.links(EncounterGroup), key=lambda g: g.id)
    return tuple(sorted(found, key=lambda g: (g.earliest or "", g.latest or ""), reverse=True))


def encounters_page(shelf: Shelf, asked: EncountersAsked, page: int, size: int) -> EncountersPage:
    """The page of encounters that `asked` leaves, of `size` lines, with who met whom in all of them."""
    meant = [g for g in shelf.kept(encounters) if _meant(g, asked)]
    wanted = [g for g in meant if _of_parties(g, asked)]
    rows = tuple(encounter_row(shelf, g) for g in wanted[(page - 1) * size : page * size])
    choices = shelf.kept(_choices)
    return EncountersPage(
        asked, rows, listed(len(wanted), page, size), _matrix(shelf, meant, asked.kind), *choices,
        who(shelf, asked.party, asked.party), who(shelf, asked.other, asked.other),
    )  # fmt: skip


def encounter_page(shelf: Shelf, group_id: str) -> EncounterPage | None:
    """One encounter, None where the record has none of that id."""
    group = shelf.kept(_by_id).get(group_id)
    if group is None:
        return None
    told = sorted(
        (_telling(shelf, e) for e in shelf.sheet.facts(Encounter, group.members)),
        key=lambda t: (t.cited.published or "9999", t.cited.article, t.cited.start),
    )
    return EncounterPage(encounter_row(shelf, group), turnings(shelf, group.course, Encounter), tuple(told))


def encounter_row(shelf: Shelf, g: EncounterGroup) -> EncounterRow:
    """An encounter as lists show it."""
    articles = {article for turn in g.course for article in turn.articles}
    return EncounterRow(
        g.id, g.kind, g.status, each_who(shelf, g.participants, g.participant_texts),
        timed(g.when, g.earliest, g.latest), g.place, g.track, g.round, g.proximity,
        tuple(turn.status for turn in g.course), len(g.members), reported(shelf, articles), origins(shelf, g.origins),
    )  # fmt: skip


def _by_id(shelf: Shelf) -> Mapping[str, EncounterGroup]:
    return {g.id: g for g in shelf.kept(encounters)}


def _meant(g: EncounterGroup, asked: EncountersAsked) -> bool:
    return (
        (g.kind == asked.kind if asked.kind else asked.attacks or g.kind != "attack")
        and (asked.status is None or g.status == asked.status)
        and (asked.track is None or g.track == asked.track)
        and (asked.first is None or (g.latest or g.earliest or "") >= asked.first)
        and (asked.last is None or (g.earliest is not None and g.earliest <= asked.last))
    )


def _of_parties(g: EncounterGroup, asked: EncountersAsked) -> bool:
    return all(party is None or party in g.participants for party in (asked.party, asked.other))


def _matrix(shelf: Shelf, groups: list[EncounterGroup], kind: str | None) -> tuple[MatrixRow, ...]:
    """Attacks are no meetings: they count only where they alone are asked for."""
    count: dict[tuple[str, str], int] = {}
    for g in groups:
        if len(g.participants) > 1 and (g.kind != "attack" or kind == "attack"):
            met = sorted(set(g.participants) & shelf.actors.keys())
            for pair in (*combinations(met, 2), *((each, each) for each in met)):
                count[pair] = count.get(pair, 0) + 1
    alone = {a: n for (a, b), n in count.items() if a == b}
    most = sorted(alone, key=lambda a: (-alone[a], shelf.actors[a].name))[:MOST_PARTIES]
    return tuple(
        MatrixRow(Who(a, shelf.actors[a].name), tuple(count.get((min(a, b), max(a, b)), 0) for b in most)) for a in most
    )


def _choices(
    shelf: Shelf,
) -> tuple[tuple[Choice, ...], tuple[Choice, ...], tuple[Choice, ...], tuple[Choice, ...]]:
    groups = shelf.kept(encounters)
    return (
        words_to_choose(g.kind for g in groups),
        words_to_choose(g.status for g in groups),
        actors_to_choose(shelf, (p for g in groups for p in g.participants)),
        words_to_choose(g.track for g in groups if g.track),
    )


def _telling(shelf: Shelf, e: Encounter) -> EncounterTold:
    return EncounterTold(
        e.id, e.status, e.participant_texts, timed(e.when), e.place, who(shelf, e.source),
        cited_span(shelf, e.article, e.evidence),
    )  # fmt: skip
