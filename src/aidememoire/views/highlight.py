"""An article's text as HTML with its evidence marked, whatever overlaps: its text content is exactly the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

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


class Tags(Protocol):
    """How highlights are written."""

    def opening(self, highlight: Highlight, *, first: bool) -> Markup:
        """The opening tag; not `first` where the highlight was begun before and goes on after a split."""

    def closing(self, highlight: Highlight) -> Markup:
        """The closing tag."""

    def reference(self, number: int) -> Markup:
        """What stands behind the evidence of a line, without text of its own."""


class LineTags:
    """Evidence with links to the lines of one page: the evidence of line 12 is "e12", the line itself "l12"."""

    def opening(self, highlight: Highlight, *, first: bool) -> Markup:
        """A `mark`, or a `span` for what is no evidence."""
        if highlight.number is None:
            note = Markup(' title="{}"').format(highlight.note) if highlight.note else Markup("")
            return Markup('<span class="{}"{}>').format(highlight.kind, note)
        name = Markup(' id="e{}"').format(highlight.number) if first else Markup("")
        return Markup('<mark class="{}"{}>').format(highlight.kind, name)

    def closing(self, highlight: Highlight) -> Markup:
        """The end of the `mark` or the `span`."""
        return Markup("</span>") if highlight.number is None else Markup("</mark>")

    def reference(self, number: int) -> Markup:
        """A link to the line."""
        link = '<a class="ref" href="#l{}" data-n="{}" aria-label="line {} of the record"></a>'
        return Markup(link).format(number, number, number)


def render(text: str, highlights: Iterable[Highlight], tags: Tags | None = None) -> Markup:
    """The text as HTML, safe whatever it holds, its highlights written with `tags` (`LineTags` where none are given).

    Highlights that overlap without one holding the other are split where the inner one ends. Behind the last character
    of each numbered highlight stands its reference.
    """
    inside = [h for h in highlights if 0 <= h.start < h.end <= len(text)]
    return Markup("").join(_pieces(text, inside, tags or LineTags()))


def _pieces(text: str, highlights: list[Highlight], tags: Tags) -> Iterator[Markup]:
    points = sorted({0, len(text), *(h.start for h in highlights), *(h.end for h in highlights)})
    starting: dict[int, list[Highlight]] = {}
    for highlight in sorted(highlights, key=lambda h: (h.start, -h.end, h.number or 0)):
        starting.setdefault(highlight.start, []).append(highlight)
    stack: list[Highlight] = []
    named: set[int] = set()
    for point, after in zip(points, [*points[1:], len(text)], strict=True):
        yield from _closed(stack, point, tags)
        for highlight in starting.get(point, ()):
            yield tags.opening(highlight, first=highlight.number is None or highlight.number not in named)
            if highlight.number is not None:
                named.add(highlight.number)
            stack.append(highlight)
        yield _broken(text[point:after])


def _closed(stack: list[Highlight], point: int, tags: Tags) -> Iterator[Markup]:
    """Close what ends at `point`; what was opened inside it and goes on is closed with it and opened again."""
    ending = [h for h in stack if h.end == point]
    if not ending:
        return
    outermost = stack.index(ending[0])
    inner = stack[outermost:]
    yield from (tags.closing(h) for h in reversed(inner))
    numbers = sorted(h.number for h in ending if h.number is not None)
    yield from (tags.reference(number) for number in numbers)
    stack[outermost:] = [h for h in inner if h.end != point]
    yield from (tags.opening(h, first=False) for h in stack[outermost:])


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
