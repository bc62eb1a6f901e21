"""What was agreed: the instruments and their terms."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.model.facts import Agreement, Term
from aidememoire.model.process import AgreementGroup
from aidememoire.queries.desk.choices import Choice, actors_to_choose, words_to_choose
from aidememoire.queries.desk.shapes import Cited, Listed, OriginsView, Who, cited_span, each_who, listed, origins
from aidememoire.queries.desk.told import Timed, evidence, timed
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class AgreementsAsked:
    """Which agreements: of a kind, of a party (id), named as a basis of talks, or `only` the one of an id."""

    kind: str | None = None
    party: str | None = None
    basis: bool = False
    only: str | None = None


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of an instrument, and where it stands; `cited` is None where none of its tellings has it."""

    kind: str
    text: str
    time: Timed | None
    cited: Cited | None

    def __str__(self) -> str:
        return f"{self.kind} {self.text}"


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An instrument as all articles tell of it."""

    id: str
    kind: str
    what: str
    parties: tuple[Who, ...]
    time: Timed | None
    basis: bool
    terms: tuple[TermRow, ...]
    articles: int
    origins: OriginsView
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class AgreementsPage:
    """The agreements that were asked for, those that most articles tell of first."""

    asked: AgreementsAsked
    rows: tuple[AgreementRow, ...]
    listed: Listed
    kinds: tuple[Choice, ...]
    parties: tuple[Choice, ...]


def agreements_page(shelf: Shelf, asked: AgreementsAsked, page: int, size: int) -> AgreementsPage:
    """The page of agreements that `asked` leaves, of `size` lines."""
    wanted = [g for g in shelf.kept(_agreements) if _meant(g, asked)]
    rows = tuple(_row(shelf, g) for g in wanted[(page - 1) * size : page * size])
    return AgreementsPage(asked, rows, listed(len(wanted), page, size), *shelf.kept(_choices))


def _agreements(shelf: Shelf) -> tuple[AgreementGroup, ...]:
    found = shelf.moment.links(AgreementGroup)
    return tuple(sorted(found, key=lambda g: (-_articles(g), g.kind, g.what, g.id)))


def _articles(g: AgreementGroup) -> int:
    return len({article for origin in g.origins.of for article in origin.articles})


def _meant(g: AgreementGroup, asked: AgreementsAsked) -> bool:
    return (
        (asked.only is None or g.id == asked.only)
        and (asked.kind is None or g.kind == asked.kind)
        and (asked.party is None or asked.party in g.parties)
        and (not asked.basis or g.basis)
    )


def _choices(shelf: Shelf) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    groups = shelf.kept(_agreements)
    return words_to_choose(g.kind for g in groups), actors_to_choose(shelf, (p for g in groups for p in g.parties))


def _row(shelf: Shelf, g: AgreementGroup) -> AgreementRow:
    told = shelf.sheet.facts(Agreement, g.members)
    return AgreementRow(
        g.id, g.kind, g.what, each_who(shelf, g.parties), timed(g.when), g.basis,
        tuple(_term(shelf, term, told) for term in g.terms), _articles(g), origins(shelf, g.origins),
        evidence(shelf, Agreement, g.members),
    )  # fmt: skip


def _term(shelf: Shelf, term: Term, told: list[Agreement]) -> TermRow:
    article = next((a.article for a in told if term in a.terms), None)
    where = cited_span(shelf, article, term.evidence) if article else None
    return TermRow(term.kind, term.text, timed(term.when), where)
