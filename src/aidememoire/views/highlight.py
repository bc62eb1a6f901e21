"""An article's text as HTML with its evidence marked, whatever overlaps: its text content is exactly the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

_BREAK = re.compile(r"(\s*[\n\r]\s*)")


@dataclass(frozen=True, slots=True)
class Highlight:
    """Characters `start` to `end` of a text, marked as evidence of line `number` of the record.

    `kind` becomes the CSS class. Without a number it is no evidence, only a stretch told apart (`note` says why).
    """

    start: int
    end: int
    kind: str
    number: int | None = None
    note: str = ""


def render(text: str, highlights: Iterable[Highlight]) -> Markup:
    """The text as HTML, safe whatever it holds.

    Highlights that overlap without one holding the other are split where the inner one ends. The first piece of the
    evidence of line 12 has the id "e12"; behind its last character stands a link to "l12", the line itself, without
    text of its own.
    """
    return Markup("").join(_pieces(text, [h for h in highlights if 0 <= h.start < h.end <= len(text)]))


def _pieces(text: str, highlights: list[Highlight]) -> Iterator[Markup]:
    points = sorted({0, len(text), *(h.start for h in highlights), *(h.end for h in highlights)})
    starting: dict[int, list[Highlight]] = {}
    for highlight in sorted(highlights, key=lambda h: (h.start, -h.end, h.number or 0)):
        starting.setdefault(highlight.start, []).append(highlight)
    stack: list[Highlight] = []
    named: set[int] = set()
    for point, after in zip(points, [*points[1:], len(text)], strict=True):
        yield from _closed(stack, point)
        for highlight in starting.get(point, ()):
            yield _opening(highlight, named)
            stack.append(highlight)
        yield _broken(text[point:after])


def _closed(stack: list[Highlight], point: int) -> Iterator[Markup]:
    """Close what ends at `point`; what was opened inside it and goes on is closed with it and opened again."""
    ending = [h for h in stack if h.end == point]
    if not ending:
        return
    outermost = stack.index(ending[0])
    inner = stack[outermost:]
    yield from (_closing(h) for h in reversed(inner))
    numbers = sorted(h.number for h in ending if h.number is not None)
    yield from (_reference(number) for number in numbers)
    stack[outermost:] = [h for h in inner if h.end != point]
    yield from (_opening(h, None) for h in stack[outermost:])


def _opening(highlight: Highlight, named: set[int] | None) -> Markup:
    """The opening tag; `named` are the numbers that have their id already, None where the tag goes on after a split."""
    number = highlight.number
    if number is None:
        note = Markup(' title="{}"').format(highlight.note) if highlight.note else Markup("")
        return Markup('<span class="{}"{}>').format(highlight.kind, note)
    if named is None or number in named:
        return Markup('<mark class="{}">').format(highlight.kind)
    named.add(number)
    return Markup('<mark class="{}" id="e{}">').format(highlight.kind, number)


def _closing(highlight: Highlight) -> Markup:
    return Markup("</span>") if highlight.number is None else Markup("</mark>")


def _reference(number: int) -> Markup:
    link = '<a class="ref" href="#l{}" data-n="{}" aria-label="line {} of the record"></a>'
    return Markup(link).format(number, number, number)


def _broken(text: str) -> Markup:
    """Escaped text, its line breaks wrapped so that a style sheet can space paragraphs."""
    parts = _BREAK.split(text)
    return Markup("").join(
        Markup('<span class="nl">{}</span>').format(_escaped(part)) if at % 2 else _escaped(part)
        for at, part in enumerate(parts)
        if part
    )


def _escaped(text: str) -> Markup:
    # HTML turns a plain carriage return into a line feed, and can't hold U+0000 at all.
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd"))
