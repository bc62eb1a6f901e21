"""A span: a stretch of an article's text, and the only kind of evidence there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (code points, end excluded) of an article's text as it was read.

    `text` is exactly that slice. Make spans with `Span.of`, which takes the slice itself.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of `text` from `start` to `end`.

        Raises ValueError where that is empty or reaches outside the text: evidence is the exact slice or nothing.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}:{end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    @classmethod
    def trimmed(cls, text: str, start: int, end: int) -> Self:
        """Like `of`, without the white space at either end. Raises ValueError where nothing else is there."""
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return cls.of(text, start, end)

    def covers(self, other: Span) -> bool:
        """Whether the whole of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Located:
    """A span with the article that it lies in."""

    article: str
    start: int
    end: int
    text: str
