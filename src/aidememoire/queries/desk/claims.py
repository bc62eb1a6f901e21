"""Claims: who asserts, who denies, and how many origins stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aidememoire.model.joined import Claim
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


def claims_page(shelf: Shelf, asked: Asked, page: int, size: int) -> ClaimsPage:
    """The page of claims that `asked` leaves, of `size` lines."""
    wanted = _wanted(shelf, asked)
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


def _wanted(shelf: Shelf, asked: Asked) -> list[Claim]:
    """Filter by filter: of a large record a party or a word leaves few, and only those are asked for the rest."""
    left: Iterable[Claim] = shelf.claims if asked.party is None else shelf.kept(_by_party).get(asked.party, ())
    words = asked.words.casefold().split()
    if words:
        texts = shelf.kept(_texts)
        left = [c for c in left if all(word in texts[c.id] for word in words)]
    if asked.disputed:
        left = [c for c in left if c.disputed]
    if asked.single_origin:
        left = [c for c in left if c.origins.high == 1]
    if asked.track is not None:
        left = [c for c in left if any(asked.track in shelf.tracks_of(m.article) for m in c.mentions)]
    return list(left)


def _by_party(shelf: Shelf) -> Mapping[str, list[Claim]]:
    """The claims that each actor asserts or denies."""
    found: dict[str, list[Claim]] = {}
    for claim in shelf.claims:
        for actor in {*claim.asserted_by, *claim.denied_by}:
            found.setdefault(actor, []).append(claim)
    return found


def _texts(shelf: Shelf) -> Mapping[str, str]:
    return {claim.id: claim.text.casefold() for claim in shelf.claims}


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
    by_party = shelf.kept(_by_party)
    return actors_to_choose(shelf, (actor for actor, claims in by_party.items() for _ in claims))


def _tracks(shelf: Shelf) -> tuple[Choice, ...]:
    of = ({t for m in claim.mentions for t in shelf.tracks_of(m.article)} for claim in shelf.claims)
    return words_to_choose(track for tracks in of for track in tracks)
