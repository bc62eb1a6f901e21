"""The chart of how many articles were published on each day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from aidememoire.queries.desk.coverage import CoveragePage


def coverage_chart(view: CoveragePage, to: Callable[..., str]) -> Mapping[str, Any]:
    """The chart as a Vega-Lite specification; a bar leads to the coverage of its day."""
    rows = [{"day": day.value, "articles": day.count, "href": to("/coverage", day=day.value)} for day in view.days]
    return {
        "height": 110,
        "data": {"values": rows},
        "mark": {"type": "bar", "cursor": "pointer", "width": {"band": 0.8}, "minBandSize": 3},
        "encoding": {
            "x": {
                "field": "day",
                "type": "temporal",
                "timeUnit": "utcyearmonthdate",
                "axis": {"title": None, "format": "%-d %b", "grid": False, "labelOverlap": True},
            },
            "y": {
                "field": "articles",
                "type": "quantitative",
                "title": "articles",
                "axis": {"tickMinStep": 1, "tickCount": 4},
            },
            "color": {"datum": "articles", "type": "nominal", "legend": None},
            "tooltip": [{"field": "day", "type": "nominal"}, {"field": "articles", "type": "quantitative"}],
        },
    }
