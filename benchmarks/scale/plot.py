"""Draws the tables that `python -m benchmarks.scale` prints: time and memory by the number of articles.

usage: python -m benchmarks.scale.plot < TABLES > FIGURE.svg

TABLES: what runs have printed, one after the other. The number of articles is the digits that end a collection's name.
Both axes are logarithmic, so that what grows in proportion is a line that rises one to one, as the dotted one does.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ROW = re.compile(r"^\S*?(?P<count>\d+)\s+(?P<way>[a-z][\w ]*?)\s+(?P<cpu>[\d.]+)\s+[\d.]+\s+(?P<megabytes>\d+)\s")
COLOURS = {"lineage": "#1f6f8b", "datasketch": "#b5651d", "rensa": "#6b4c9a"}
WIDTH, HEIGHT, LEFT, TOP = 300, 220, 60, 40


@dataclass(frozen=True, slots=True)
class Row:
    """What a way took for so many articles: seconds of processor, megabytes."""

    count: int
    way: str
    cpu: float
    megabytes: float


def rows(lines: Iterable[str]) -> list[Row]:
    """The rows among the lines of tables, by way and number."""
    found = [m for line in lines if (m := ROW.match(line))]
    made = [Row(int(m["count"]), m["way"], float(m["cpu"]), float(m["megabytes"])) for m in found]
    return sorted(made, key=lambda r: (r.way, r.count))


def panel(title: str, points: Sequence[tuple[str, int, float]], left: int) -> str:
    """One pair of axes: (way, articles, value) for each point."""
    low_x, high_x = (f(x for _, x, _ in points) for f in (min, max))
    low_y, high_y = 10 ** math.floor(math.log10(min(y for *_, y in points))), max(y for *_, y in points)

    def at(x: float, y: float) -> tuple[float, float]:
        across = math.log(x / low_x) / max(math.log(high_x / low_x), 1e-9)
        up = math.log(y / low_y) / math.log(high_y / low_y)
        return round(left + across * WIDTH, 1), round(TOP + HEIGHT - up * HEIGHT, 1)

    parts = [f'<text x="{left}" y="{TOP - 16}" font-weight="bold">{title}</text>']
    parts.append(f'<path d="M{left},{TOP}V{TOP + HEIGHT}H{left + WIDTH}" fill="none" stroke="#888"/>')
    for x in sorted({x for _, x, _ in points}):
        parts.append(f'<text x="{at(x, low_y)[0]}" y="{TOP + HEIGHT + 18}" text-anchor="middle">{x:,}</text>')
    y = float(low_y)
    while y <= high_y:
        parts.append(f'<text x="{left - 8}" y="{at(low_x, y)[1] + 4}" text-anchor="end">{y:,.0f}</text>')
        y *= 10
    for number, way in enumerate(sorted({way for way, *_ in points})):
        mine = [(x, y) for name, x, y in points if name == way]
        line = " ".join(f"{a},{b}" for a, b in (at(x, y) for x, y in mine))
        colour = COLOURS.get(way, "#444")
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{left + 12}" y="{TOP + 8 + 16 * number}" fill="{colour}">{way}</text>')
        if way == "lineage" and mine[0][1] * high_x / low_x <= high_y:
            (ax, ay), (bx, by) = at(*mine[0]), at(high_x, mine[0][1] * high_x / low_x)
            parts.append(f'<line x1="{ax}" y1="{ay}" x2="{bx}" y2="{by}" stroke="{colour}" stroke-dasharray="2 4"/>')
    return "\n".join(parts)


def figure(found: Sequence[Row]) -> str:
    """The figure as SVG."""
    right = LEFT + WIDTH + 110
    panels = panel("processor, seconds", [(r.way, r.count, r.cpu) for r in found], LEFT)
    panels += "\n" + panel("peak memory, MB", [(r.way, r.count, r.megabytes) for r in found], right)
    size = f'viewBox="0 0 {right + WIDTH + 40} {TOP + HEIGHT + 40}" font-family="sans-serif" font-size="13"'
    white = '<rect width="100%" height="100%" fill="#fff"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{white}\n{panels}\n</svg>\n'


def main() -> None:
    """Prints the figure."""
    sys.stdout.write(figure(rows(sys.stdin)))


if __name__ == "__main__":
    main()
