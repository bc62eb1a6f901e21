"""Things that lie at spans of a text, in its order: what lies at a place is found without a walk over all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from aidememoire.model.spans import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ordered(Generic[T]):
    """Items by the start of their spans; `reaches` tells how far any span up to each has come.

    A look-up takes the logarithm of their number, and what it finds.
    """

    items: tuple[T, ...]
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    reaches: tuple[int, ...]

    @classmethod
    def by(cls, items: Iterable[T], span_of: Callable[[T], Span]) -> Ordered[T]:
        """The items in the order of their spans' starts; those that start at one place keep the order given."""
        kept = tuple(sorted(items, key=lambda item: span_of(item).start))
        spans = tuple(span_of(item) for item in kept)
        reaches = tuple(accumulate((s.end for s in spans), max))
        return cls(kept, spans, tuple(s.start for s in spans), reaches)

    def starting(self, start: int, end: int) -> tuple[T, ...]:
        """The items that start at `start` or later, and before `end`."""
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def inside(self, span: Span) -> Iterator[T]:
        """The items that `span` covers."""
        for at in range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)):
            if self.spans[at].end <= span.end:
                yield self.items[at]

    def over(self, span: Span) -> Iterator[T]:
        """The items that cover `span`."""
        for at in range(bisect_left(self.reaches, span.end), bisect_right(self.starts, span.start)):
            if self.spans[at].end >= span.end:
                yield self.items[at]

    def touching(self, span: Span) -> Iterator[T]:
        """The items that share a character with `span`."""
        for at in range(bisect_right(self.reaches, span.start), bisect_left(self.starts, span.end)):
            if self.spans[at].end > span.start:
                yield self.items[at]


def word_outside(whole: Span, spans: Ordered[Span]) -> bool:
    """Whether a stretch of text has a letter or a digit that lies in none of the spans."""
    rest = list(whole.text)
    for span in spans.touching(whole):
        start, end = max(span.start, whole.start) - whole.start, min(span.end, whole.end) - whole.start
        rest[start:end] = " " * (end - start)
    return any(c.isalnum() for c in rest)
