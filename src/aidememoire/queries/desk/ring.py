"""A circle of conditions as a drawing: boxes in two rows, clockwise, with an arrow from each to what it waits for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BOX_WIDTH, BOX_HEIGHT = 250, 118
GAP, ROW_GAP, EDGE = 250, 130, 24
LINE = 18
"""Pixels from one line of text to the next."""
_IN_BOX, _ON_ARROW = 33, 32
_LINES_IN_BOX, _LINES_ON_ARROW = 3, 4


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is drawn of a condition: its number, who withholds what, and what is awaited."""

    number: str
    who: str
    withheld: str
    awaited: str


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text: where the first one's base line starts (or, `anchor` "middle" or "end", has its middle or end)."""

    x: float
    y: float
    anchor: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its text; `who` stands at its head."""

    x: float
    y: float
    number: str
    who: str
    text: Text


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow with its text."""

    x1: float
    y1: float
    x2: float
    y2: float
    text: Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of so many pixels."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    box_width: float = BOX_WIDTH
    box_height: float = BOX_HEIGHT


def ring(waits: Sequence[Waiting]) -> Drawing:
    """The drawing of a circle of conditions, each waiting for the next and the last for the first."""
    above = _above(len(waits))
    corners = [_corner(at, above, len(waits)) for at in range(len(waits))]
    width = 2 * EDGE + above * BOX_WIDTH + max(above - 1, 0) * GAP
    lowest = max((y for _, y in corners), default=0.0)
    height = lowest + BOX_HEIGHT + EDGE
    boxes = tuple(_box(wait, *corner) for wait, corner in zip(waits, corners, strict=True))
    after = [*corners[1:], *corners[:1]]
    arrows = tuple(_arrow(wait, start, end, lowest) for wait, start, end in zip(waits, corners, after, strict=True))
    return Drawing(width, height, boxes, arrows)


def wrapped(text: str, width: int, most: int) -> tuple[str, ...]:
    """A text in lines of `width` characters, `most` lines at most; "…" stands where it was cut."""
    lines: list[str] = []
    for word in text.split():
        word = word if len(word) <= width else word[: width - 1] + "…"
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: width - 2] + " …"]
    return tuple(lines)


def _above(count: int) -> int:
    """How many boxes stand in the upper row: two stand side by side."""
    return count if count <= 2 else (count + 1) // 2


def _corner(at: int, above: int, count: int) -> tuple[float, float]:
    """The upper left corner of a box: the first ones above from the left, the others below from the right."""
    step = BOX_WIDTH + GAP
    if at < above:
        return EDGE + float(at * step), float(EDGE)
    below = count - above
    shift = (above - below) * step / 2
    return EDGE + shift + float((count - 1 - at) * step), EDGE + float(BOX_HEIGHT + ROW_GAP)


def _box(wait: Waiting, x: float, y: float) -> Box:
    lines = wrapped(wait.withheld, _IN_BOX, _LINES_IN_BOX)
    head = wrapped(wait.who, _IN_BOX - 4, 1)
    return Box(x, y, wait.number, head[0] if head else "", Text(x + 12, y + 24 + 2 * LINE, "start", lines))


def _arrow(wait: Waiting, start: tuple[float, float], end: tuple[float, float], lowest: float) -> Arrow:
    lines = wrapped(f"until {wait.awaited}", _ON_ARROW, _LINES_ON_ARROW)
    if start[1] == end[1]:
        return _level(start, end, lines, lowest)
    return _steep(start, end, lines)


def _level(start: tuple[float, float], end: tuple[float, float], lines: tuple[str, ...], lowest: float) -> Arrow:
    """Along a row: the way to the right a little higher than the way back, its text above it, the other's below."""
    right = end[0] > start[0]
    above = right
    y = start[1] + BOX_HEIGHT / 2 + (-8 if right else 8) * (lowest == EDGE)
    x1, x2 = (start[0] + BOX_WIDTH, end[0] - 4) if right else (start[0], end[0] + BOX_WIDTH + 4)
    top = y - 8 - LINE * (len(lines) - 1) if above else y + 8 + 12
    return Arrow(x1, y, x2, y, Text((x1 + x2) / 2, top, "middle", lines))


def _steep(start: tuple[float, float], end: tuple[float, float], lines: tuple[str, ...]) -> Arrow:
    """From row to row: the text to the left of the way down, to the right of the way up."""
    down = end[1] > start[1]
    y1, y2 = (start[1] + BOX_HEIGHT, end[1] - 4) if down else (start[1], end[1] + BOX_HEIGHT + 4)
    x1, x2 = start[0] + BOX_WIDTH / 2, end[0] + BOX_WIDTH / 2
    middle, y = (x1 + x2) / 2, (y1 + y2) / 2 - LINE * (len(lines) - 1) / 2 + 5
    outwards = 14 if x1 == x2 else 44
    leftwards = down and x1 == x2
    x = middle - outwards if leftwards or (not down and x1 != x2) else middle + outwards
    return Arrow(x1, y1, x2, y2, Text(x, y, "end" if x < middle else "start", lines))
