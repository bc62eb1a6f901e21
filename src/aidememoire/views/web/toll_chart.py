"""The chart of one subject's figures: a mark a telling, by the day it was reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from aidememoire.queries.desk.figures import FigurePage, Telling
from aidememoire.queries.desk.shapes import Cited

Link = Callable[..., str]
MOST_DAYS = 45
"""Days on the axis, empty ones among them; where there are more, only those with a telling are shown."""
UNDATED = "undated"
MEANINGS = {"domain": ["the number", "or more", "or fewer"], "range": ["circle", "triangle-up", "triangle-down"]}
POINT = {"type": "point", "size": 120, "strokeWidth": 2, "opacity": 1, "cursor": "pointer"}
AT = {"field": "at", "type": "quantitative"}
MOST_ORIGINS = 8
"""Origins told apart by colour, as many as there are colours; the table tells all apart."""
CHANGED = "changed between versions"
SHAPES = {
    "at least": "or more",
    "more than": "or more",
    "up to": "or fewer",
    "less than": "or fewer",
    "nearly": "or fewer",
}


def toll_chart(view: FigurePage, to: Link) -> Mapping[str, Any]:
    """The chart as a Vega-Lite specification; `to` makes the address of a page."""
    changes = _changes(view)
    told = [{"field": name, "type": "nominal"} for name in ("telling", "gives", "outlet", "day", "from", "kind")]
    return {
        "height": 300,
        "data": {"values": [_datum(view, number, to) for number in range(1, len(view.rows) + 1)]},
        "encoding": {
            "x": {
                "field": "day",
                "type": "ordinal",
                "scale": {"domain": _days(view)},
                "axis": {"title": None, "labelAngle": 0, "labelOverlap": True},
            },
            "xOffset": {"field": "slot", "type": "ordinal"},
            "color": _colour(view, changed=bool(changes)),
            "tooltip": told,
        },
        "layer": [*([_lines(changes)] if changes else []), _bars(view), *_points(), _numbers()],
    }


def _colour(view: FigurePage, *, changed: bool) -> Mapping[str, Any]:
    origins = [f"origin {number}" for number in range(1, len(view.group.origins.of) + 1)]
    legend = {"orient": "bottom", "columns": 2, "labelLimit": 160, "title": None}
    return {
        "field": "from",
        "type": "nominal",
        "scale": {"domain": [*origins, *([CHANGED] if changed else [])]},
        "legend": legend if len(origins) <= MOST_ORIGINS else None,
    }


def _bars(view: FigurePage) -> Mapping[str, Any]:
    """From the least to the most that each telling may mean."""
    title = " ".join((view.group.unit or view.group.subject).split())
    low = {"field": "low", "type": "quantitative", "title": title, "scale": {"zero": False, "padding": 14}}
    return {
        "transform": [{"filter": "datum.low < datum.high"}],
        "mark": {"type": "rule", "strokeWidth": 5, "opacity": 0.3, "strokeCap": "round", "cursor": "pointer"},
        "encoding": {"y": low, "y2": {"field": "high"}},
    }


def _points() -> Iterator[Mapping[str, Any]]:
    """A mark a telling: filled for the first of its origin, open for the same origin again."""
    for copy in (False, True):
        yield {
            "transform": [{"filter": "datum.copy" if copy else "!datum.copy"}],
            "mark": {**POINT, "filled": not copy},
            "encoding": {"y": AT, "shape": {"field": "means", "type": "nominal", "scale": MEANINGS, "legend": None}},
        }


def _numbers() -> Mapping[str, Any]:
    """The number of each telling in the table, above its mark."""
    return {
        "mark": {"type": "text", "dy": -14, "fontSize": 11, "cursor": "pointer"},
        "encoding": {"y": AT, "text": {"field": "number", "type": "nominal"}},
    }


def _lines(changes: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Lines between the tellings that one version of a report has otherwise."""
    return {
        "data": {"values": changes},
        "mark": {"type": "line", "strokeDash": [5, 4], "strokeWidth": 2},
        "encoding": {"y": AT, "detail": {"field": "edit"}, "tooltip": None},
    }


def short_day(day: str) -> str:
    """An ISO day as it stands under an axis: "5 Mar 2031"."""
    made = date.fromisoformat(day[:10])
    return f"{made.day} {made:%b %Y}"


def _datum(view: FigurePage, number: int, to: Link) -> Mapping[str, Any]:
    telling = view.rows[number - 1]
    cited = telling.cited
    return {
        "number": number,
        "telling": f"{number}: {' '.join(telling.words.split())}",
        "gives": telling.bound,
        "outlet": cited.outlet,
        "day": _day(telling),
        "slot": _slot(view, number),
        "low": telling.low,
        "high": telling.high,
        "at": _at(telling),
        "means": SHAPES.get(telling.bound, "the number"),
        "from": f"origin {telling.origin}",
        "kind": "the same origin again" if telling.copy else "first of its origin",
        "copy": telling.copy,
        "href": to(f"/articles/{cited.article}#here", at=f"{cited.start}-{cited.end}"),
    }


def _slot(view: FigurePage, number: int) -> int:
    """Which of its day's tellings one is, so that they stand beside each other."""
    day = _day(view.rows[number - 1])
    return sum(_day(telling) == day for telling in view.rows[:number])


def _changes(view: FigurePage) -> list[Mapping[str, Any]]:
    """The two ends of each figure that one version of a report changed."""
    ends: list[Mapping[str, Any]] = []
    for edit, change in enumerate(view.edits):
        found = [n for place in (change.in_a, change.in_b) if (n := _number_of(view, place))]
        if len(found) == 2:
            ends += [_end(view, edit, number) for number in found]
    return ends


def _end(view: FigurePage, edit: int, number: int) -> Mapping[str, Any]:
    telling = view.rows[number - 1]
    return {"edit": edit, "day": _day(telling), "slot": _slot(view, number), "at": _at(telling), "from": CHANGED}


def _number_of(view: FigurePage, place: Cited | None) -> int | None:
    """The number of the telling that stands at a place."""
    if place is None:
        return None
    for number, told in enumerate(view.rows, 1):
        where = told.cited
        if where.article == place.article and where.start < place.end and place.start < where.end:
            return number
    return None


def _day(telling: Telling) -> str:
    return short_day(telling.cited.published) if telling.cited.published else UNDATED


def _at(telling: Telling) -> float:
    """Where a telling's mark stands: its number, or the middle of what it may mean."""
    return telling.value if telling.value is not None else (telling.low + telling.high) / 2


def _days(view: FigurePage) -> list[str]:
    """The days of the axis, in order, with those between on which nobody told anything."""
    given = sorted({telling.cited.published[:10] for telling in view.rows if telling.cited.published})
    undated = [UNDATED] if any(telling.cited.published is None for telling in view.rows) else []
    return [short_day(day) for day in _filled(given)] + undated


def _filled(given: list[str]) -> list[str]:
    if not given:
        return []
    first, last = date.fromisoformat(given[0]), date.fromisoformat(given[-1])
    return list(_each_day(first, last)) if (last - first).days < MOST_DAYS else given


def _each_day(first: date, last: date) -> Iterator[str]:
    for after in range((last - first).days + 1):
        yield (first + timedelta(after)).isoformat()
