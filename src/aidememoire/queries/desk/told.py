"""Courses and times as pages show them: each turn with its status, its days and the places that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from aidememoire.model.facts import Fact
from aidememoire.model.joined import Turn
from aidememoire.model.spans import Located
from aidememoire.model.when import When
from aidememoire.queries.desk.shapes import Cited, Who, cited, cited_span, each_who
from aidememoire.queries.shelf import Shelf
from aidememoire.record.days import days

F = TypeVar("F", bound=Fact)
MOST_CITED = 20
"""Places given for a line: who wants all of them finds them in the articles of these."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A time as it stood, and the first and the last ISO day that it may mean; None where that is open."""

    text: str | None
    first: str | None
    last: str | None

    def __str__(self) -> str:
        known = f"{self.first} to {self.last}" if self.first != self.last else self.first
        return known or self.text or ""


@dataclass(frozen=True, slots=True)
class Turning:
    """A turn of a course: its `status`, the ISO `day` of the report, its time, who says so, and where."""

    status: str
    day: str | None
    time: Timed | None
    by: tuple[Who, ...]
    cited: tuple[Cited, ...]

    def __str__(self) -> str:
        return f"{self.status} (told {self.day or 'undated'})"


def timed(when: When | None, first: str | None = None, last: str | None = None) -> Timed | None:
    """A time with its days: those given, or those of its value; None where there is neither."""
    known = days(when.value) if when and first is None else None
    if known:
        first, last = known.first.isoformat(), known.last.isoformat()
    if when is None and first is None:
        return None
    return Timed(when.text if when else None, first, last or first)


def turnings(shelf: Shelf, course: Iterable[Turn], kind: type[Any]) -> tuple[Turning, ...]:
    """The turns of a course; `kind` is the class of the facts that tell them."""
    return tuple(
        Turning(t.status, t.day, timed(t.when, t.earliest, t.latest), each_who(shelf, t.sources),
                evidence(shelf, kind, t.facts))
        for t in course
    )  # fmt: skip


def evidence(shelf: Shelf, kind: type[Any], facts: Iterable[str]) -> tuple[Cited, ...]:
    """The places that facts of one class, by their ids, were read from: the oldest report first."""
    found = [cited_span(shelf, fact.article, fact.evidence) for fact in shelf.sheet.facts(kind, facts)]
    return _by_day(found)


def places(shelf: Shelf, located: Sequence[Located]) -> tuple[Cited, ...]:
    """Places in articles, one of each article, the oldest report first."""
    first = {where.article: where for where in reversed(located)}
    return _by_day([cited(shelf, where) for where in first.values()])


def _by_day(found: list[Cited]) -> tuple[Cited, ...]:
    return tuple(sorted(found, key=lambda c: (c.published or "9999", c.outlet, c.article, c.start))[:MOST_CITED])


def reported(shelf: Shelf, articles: Iterable[str]) -> tuple[str, ...]:
    """The first and the last ISO day on which articles were published; none where no day is known."""
    known = sorted(d[:10] for a in articles if (d := shelf.articles[a].published))
    return (known[0], known[-1]) if known else ()
