"""Figures of one subject: what each telling gives, how they stand to each other, and what was changed on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from aidememoire.model.facts import Figure
from aidememoire.model.joined import FigureGroup, FigureStatus
from aidememoire.model.reading import Bound
from aidememoire.model.spans import Span
from aidememoire.queries.desk.choices import Choice, words_to_choose
from aidememoire.queries.desk.related import FigureEdit, between, figure_edits
from aidememoire.queries.desk.shapes import Cited, Listed, OriginsView, Who, cited_span, listed, origins, who
from aidememoire.queries.shelf import Shelf
from aidememoire.record.figures import interval

STATUSES: tuple[FigureStatus, ...] = ("conflict", "growth and conflict", "growth", "compatible", "same")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which groups: with these words in the subject or a telling, of this status ("disputed": any in conflict)."""

    words: str = ""
    status: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in a list. `words` are its first telling's; `low` and `high` the least and the highest number told."""

    id: str
    subject: str
    words: str
    status: FigureStatus
    disputed: bool
    unit: str | None
    low: float
    high: float
    tellings: int
    articles: int
    origins: OriginsView
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The groups that were asked for."""

    asked: Asked
    rows: tuple[GroupRow, ...]
    listed: Listed
    statuses: tuple[Choice, ...]
    units: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure as one article gives it. `low` and `high` are the least and the most that it may mean.

    `origin` numbers the group of articles that it stands on one origin with; it is a `copy` where an article of that
    origin told it before, or the same article told it again.
    """

    figure: str
    words: str
    value: float | None
    low: float
    high: float
    bound: Bound
    unit: str | None
    place: str | None
    when: str | None
    speaker: Who | None
    origin: int
    copy: bool
    cited: Cited


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two tellings that can't both be right: their numbers, from 1, and whether it may have `grown` between."""

    first: int
    second: int
    grown: bool


@dataclass(frozen=True, slots=True)
class FigurePage:
    """A group with its tellings in the order of their days."""

    group: GroupRow
    rows: tuple[Telling, ...]
    apart: tuple[Contradiction, ...]
    edits: tuple[FigureEdit, ...]


def figures_page(shelf: Shelf, asked: Asked, page: int, size: int) -> FiguresPage:
    """The page of groups that `asked` leaves, those in conflict first."""
    prepared = shelf.kept(_prepared)
    wanted = [row for row, text in prepared if _meant(row, text, asked)]
    rows = tuple(wanted[(page - 1) * size : page * size])
    return FiguresPage(asked, rows, listed(len(wanted), page, size), shelf.kept(_statuses), shelf.kept(_units))


def figure_page(shelf: Shelf, group_id: str) -> FigurePage | None:
    """One group, None where the record has none of that id."""
    group = shelf.kept(_groups).get(group_id)
    if group is None:
        return None
    figures = _members(shelf, group)
    row = _row(shelf, group)
    rows = _tellings(shelf, figures, row.origins)
    places: dict[str, tuple[Span, ...]] = {}
    for figure in figures:
        places[figure.article] = (*places.get(figure.article, ()), figure.evidence)
    return FigurePage(row, rows, _apart(shelf, rows), figure_edits(shelf, places))


def _meant(row: GroupRow, text: str, asked: Asked) -> bool:
    return (
        (not asked.status or row.status == asked.status or (asked.status == "disputed" and row.disputed))
        and (not asked.unit or row.unit == asked.unit)
        and all(word in text for word in asked.words.casefold().split())
    )


def _groups(shelf: Shelf) -> Mapping[str, FigureGroup]:
    return {group.id: group for group in shelf.moment.links(FigureGroup)}


def _figures(shelf: Shelf) -> Mapping[str, Figure]:
    return {figure.id: figure for figure in shelf.moment.facts(Figure)}


def _members(shelf: Shelf, group: FigureGroup) -> list[Figure]:
    figures = [shelf.kept(_figures)[member.figure] for member in group.members]
    return sorted(figures, key=lambda f: (shelf.articles[f.article].published or "9999", f.article, f.evidence.start))


def _prepared(shelf: Shelf) -> tuple[tuple[GroupRow, str], ...]:
    """The rows in their order, each with the text that words are looked for in."""
    made = []
    for group in shelf.kept(_groups).values():
        row = _row(shelf, group)
        words = " ".join((group.subject, row.unit or "", *(m.text for m in group.members)))
        made.append((row, words.casefold()))
    order = {status: at for at, status in enumerate(STATUSES)}
    return tuple(sorted(made, key=lambda m: (order[m[0].status], -m[0].articles, m[0].subject, m[0].id)))


def _row(shelf: Shelf, group: FigureGroup) -> GroupRow:
    figures = _members(shelf, group)
    told = [n for f in figures for n in ((f.low, f.high) if f.value is None else (f.value,)) if n is not None]
    days = sorted({day[:10] for f in figures if (day := shelf.articles[f.article].published)})
    units = Counter(f.unit for f in figures if f.unit)
    return GroupRow(
        group.id,
        group.subject,
        figures[0].evidence.text,
        group.status,
        group.disputed,
        units.most_common(1)[0][0] if units else None,
        min(told),
        max(told),
        len(figures),
        len({f.article for f in figures}),
        origins(shelf, shelf.sheet.origins(figures)),
        (days[0], days[-1]) if days else (),
    )


def _tellings(shelf: Shelf, figures: list[Figure], of: OriginsView) -> tuple[Telling, ...]:
    told: set[int] = set()
    made = []
    for figure in figures:
        origin = next((at for at, each in enumerate(of.of, 1) if figure.article in each.articles), 0)
        made.append(_telling(shelf, figure, origin, copy=origin in told))
        told.add(origin)
    return tuple(made)


def _telling(shelf: Shelf, f: Figure, origin: int, *, copy: bool) -> Telling:
    low, high = interval(f) or (0.0, 0.0)
    when = (f.when.value or f.when.text) if f.when else None
    speaker = who(shelf, f.speaker)
    place = cited_span(shelf, f.article, f.evidence)
    return Telling(
        f.id, f.evidence.text, f.value, low, high, f.bound, f.unit, f.place, when, speaker, origin, copy, place
    )


def _apart(shelf: Shelf, rows: tuple[Telling, ...]) -> tuple[Contradiction, ...]:
    """The pairs of tellings that leave no number to both."""
    return tuple(
        Contradiction(i, j, _grown(shelf, rows[i - 1], rows[j - 1]))
        for i, j in combinations(range(1, len(rows) + 1), 2)
        if rows[i - 1].low > rows[j - 1].high or rows[j - 1].low > rows[i - 1].high
    )


def _grown(shelf: Shelf, x: Telling, y: Telling) -> bool:
    """Whether the second is later and higher; between two versions of one wire that is a change and no growth."""
    day, other = x.cited.published, y.cited.published
    if not (day and other and day < other and y.low > x.high):
        return False
    link = between(shelf, x.cited.article, y.cited.article)
    return link is None or link.relation != "wire"


def _statuses(shelf: Shelf) -> tuple[Choice, ...]:
    count = Counter(row.status for row, _ in shelf.kept(_prepared))
    return tuple(Choice(status, status, count[status]) for status in STATUSES if count[status])


def _units(shelf: Shelf) -> tuple[Choice, ...]:
    return words_to_choose(row.unit for row, _ in shelf.kept(_prepared) if row.unit)
