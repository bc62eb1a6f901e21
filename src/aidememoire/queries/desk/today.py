"""The brief of a day: what happened, who moved, what is newly disputed, what is planned."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from aidememoire.model.process import BriefKind, BriefLine, Stand
from aidememoire.queries.brief.compose import KINDS, brief
from aidememoire.queries.desk.shapes import Cited, OriginsView, cited, origins
from aidememoire.queries.shelf import Shelf

TITLES: Mapping[BriefKind, str] = {
    "happened": "What happened",
    "moved": "Who moved",
    "disputed": "Newly disputed",
    "planned": "Planned",
}
# The sentence of a line, who tells it, and its count of origins, which the page shows apart.
_LINE = re.compile(r"(?P<words>.+) — (?P<told>.+) \([\d to–]+ origins?\)\.\Z", re.DOTALL)
_PLACES = {
    "article": ("/articles/", "article"),
    "story": ("/coverage/", "story"),
    "claim": ("/claims/", "claim"),
    "figure_group": ("/figures/", "figures"),
    "encounter_group": ("/process/encounters/", "encounter"),
    "agreement_group": ("/process/agreements?only=", "agreement"),
    "commitment_group": ("/process/commitments?only=", "commitment"),
    "deadlock": ("/positions/deadlocks#", "deadlock"),
}
# Single facts have no page but the one on which they are gone over.
_REVIEWED = frozenset(("statement", "encounter", "position", "commitment", "figure", "agreement"))


@dataclass(frozen=True, slots=True)
class Record:
    """Where the record that a line was composed from is shown: a path of the desk, and what it is."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the brief: its sentence, who tells it, its origins, and where it was read."""

    id: str
    kind: BriefKind
    words: str
    told: str | None
    origins: OriginsView
    record: Record | None
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one kind."""

    kind: BriefKind
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DayCount:
    """An ISO day and how many articles were published on it."""

    day: str
    articles: int

    @property
    def month(self) -> str:
        """Its month, as ISO has it."""
        return self.day[:7]

    @property
    def month_in_words(self) -> str:
        """Its month as "March 2031"."""
        return f"{date.fromisoformat(self.day):%B %Y}"


@dataclass(frozen=True, slots=True)
class TodayPage:
    """The brief of the days from `since` to `day`; `before` and `next` are the nearest days that have articles."""

    day: str | None
    since: str | None
    before: str | None
    next: str | None
    articles: int
    sections: tuple[Section, ...]
    days: tuple[DayCount, ...]

    @property
    def rows(self) -> tuple[Line, ...]:
        """The lines of all kinds."""
        return tuple(line for section in self.sections for line in section.lines)


@dataclass(frozen=True, slots=True)
class _Composed:
    """What makes the sections of one brief: equal for the same days, so that a shelf keeps them."""

    since: date
    day: date

    def __call__(self, shelf: Shelf) -> tuple[Section, ...]:
        lines = [_line(shelf, found) for found in brief(shelf.sheet, self.day, self.since)]
        return tuple(Section(k, TITLES[k], tuple(line for line in lines if line.kind == k)) for k in KINDS)


def articles_by_day(shelf: Shelf) -> tuple[DayCount, ...]:
    """The days on which articles were published, in order."""
    count = Counter(a.published[:10] for a in shelf.articles.values() if a.published)
    return tuple(DayCount(day, count[day]) for day in sorted(count))


def today_page(shelf: Shelf, day: date, since: date, known: tuple[DayCount, ...]) -> TodayPage:
    """The brief of the days from `since` to `day` from the record of that day; `known` are the days to go to."""
    sections = shelf.kept(_Composed(since, day))
    days = [each.day for each in known]
    iso, first = day.isoformat(), since.isoformat()
    start, end = bisect_left(days, first), bisect_right(days, iso)
    before = days[start - 1] if start else None
    after = days[end] if end < len(days) else None
    count = sum(each.articles for each in known[start:end])
    return TodayPage(iso, first if since != day else None, before, after, count, sections, known)


def no_day() -> TodayPage:
    """The page of a record of which no article has a day."""
    return TodayPage(None, None, None, None, 0, (), ())


def _line(shelf: Shelf, line: BriefLine) -> Line:
    told = _LINE.match(line.text)
    words = told["words"] if told else line.text
    where = tuple(cited(shelf, place) for place in line.evidence)
    return Line(line.id, line.kind, words, told["told"] if told else None, origins(shelf, line.origins),
                _record(shelf, line.records[0]) if line.records else None, where)  # fmt: skip


def _record(shelf: Shelf, record: str) -> Record | None:
    kind = record.partition("-")[0]
    if kind == "stand":
        issue = shelf.kept(_issue_of_stand).get(record)
        return Record(f"/positions/{issue}?stand={record}#{record}", "position") if issue else None
    if kind in _REVIEWED:
        return Record(f"/review/{record}", kind)
    place = _PLACES.get(kind)
    return Record(place[0] + record, place[1]) if place else None


def _issue_of_stand(shelf: Shelf) -> Mapping[str, str]:
    return {stand.id: stand.issue for stand in shelf.moment.links(Stand)}
