"""Claims: who asserts, who denies, and how many origins stand behind it."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.model.joined import Claim
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
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims: of an actor (id), of a track (name, told by an article that names it), disputed, of one origin."""

    party: str | None = None
    track: str | None = None
    disputed: bool = False
    single_origin: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list. `days` are the first and the last ISO day on which it was reported."""

    id: str
    text: str
    asserted_by: tuple[Who, ...]
    denied_by: tuple[Who, ...]
    disputed: bool
    origins: OriginsView
    tellings: int
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter, and how many claims it would leave."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """The claims that were asked for."""

    asked: Asked
    rows: tuple[ClaimRow, ...]
    listed: Listed
    parties: tuple[Choice, ...]
    tracks: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement that makes the claim, or denies it."""

    statement: str
    speaker: Who | None
    act: str
    words: str
    via: tuple[Who, ...]
    cited: Cited


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim with both sides of it; `rows` are all tellings."""

    claim: ClaimRow
    asserted: tuple[Telling, ...]
    denied: tuple[Telling, ...]

    @property
    def rows(self) -> tuple[Telling, ...]:
        """The tellings of both sides."""
        return (*self.asserted, *self.denied)


MOST_CHOICES = 40
"""Parties offered to choose from: those with the most claims; any other is asked for by its id."""


def claims_page(shelf: Shelf, asked: Asked, page: int, size: int) -> ClaimsPage:
    """The page of claims that `asked` leaves, of `size` lines."""
    wanted = [c for c in shelf.claims if _meant(shelf, c, asked)]
    rows = tuple(_row(shelf, c) for c in wanted[(page - 1) * size : page * size])
    return ClaimsPage(asked, rows, listed(len(wanted), page, size), shelf.kept(_parties), shelf.kept(_tracks))


def claim_page(shelf: Shelf, claim_id: str) -> ClaimPage | None:
    """One claim, None where the record has none of that id."""
    claim = shelf.claim_by_id.get(claim_id)
    if claim is None:
        return None
    told = [_telling(shelf, m.statement) for m in claim.mentions]
    denied = tuple(t for t in told if t.act == "deny")
    return ClaimPage(_row(shelf, claim), tuple(t for t in told if t.act != "deny"), denied)


def _meant(shelf: Shelf, claim: Claim, asked: Asked) -> bool:
    return (
        (not asked.disputed or claim.disputed)
        and (not asked.single_origin or claim.origins.high == 1)
        and (asked.party is None or asked.party in claim.asserted_by or asked.party in claim.denied_by)
        and (asked.track is None or any(asked.track in shelf.tracks_of(m.article) for m in claim.mentions))
        and all(word in claim.text.casefold() for word in asked.words.casefold().split())
    )


def _row(shelf: Shelf, claim: Claim) -> ClaimRow:
    days = sorted({d[:10] for m in claim.mentions if (d := shelf.articles[m.article].published)})
    return ClaimRow(
        claim.id,
        claim.text,
        each_who(shelf, claim.asserted_by),
        each_who(shelf, claim.denied_by),
        claim.disputed,
        origins(shelf, claim.origins),
        len(claim.mentions),
        (days[0], days[-1]) if days else (),
    )


def _telling(shelf: Shelf, statement: str) -> Telling:
    s = shelf.statements[statement]
    via = tuple(w for v in s.via if (w := who(shelf, v.actor, v.text)))
    place = cited_span(shelf, s.article, s.content)
    speaker = who(shelf, s.speaker, s.speaker_span.text if s.speaker_span else None)
    return Telling(s.id, speaker, s.act, s.words, via, place)


def _parties(shelf: Shelf) -> tuple[Choice, ...]:
    count: dict[str, int] = {}
    for claim in shelf.claims:
        for actor in {*claim.asserted_by, *claim.denied_by}:
            count[actor] = count.get(actor, 0) + 1
    most = sorted(count, key=lambda a: (-count[a], shelf.actors[a].name))[:MOST_CHOICES]
    return tuple(Choice(a, shelf.actors[a].name, count[a]) for a in most)


def _tracks(shelf: Shelf) -> tuple[Choice, ...]:
    count: dict[str, int] = {}
    for claim in shelf.claims:
        for track in {t for m in claim.mentions for t in shelf.tracks_of(m.article)}:
            count[track] = count.get(track, 0) + 1
    return tuple(Choice(t, t, count[t]) for t in sorted(count, key=lambda t: (-count[t], t)))
