"""Words become windows of pieces: what the reading model sees at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

CLS, SEP = 101, 102
# Small letters, a capital first, capitals, mixed, no letters: the pieces themselves are all in small letters.
LOWER, TITLE, UPPER, MIXED, OTHER = range(5)
_ENDING = frozenset(".?!…") | {"...", "?!", "!!"}
_CLOSING = frozenset("\"”’')]»")


def shape_of(word: str) -> int:
    """How a word is written, which its pieces don't tell."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return OTHER
    if all(c.islower() for c in letters):
        return LOWER
    if all(c.isupper() for c in letters) and len(letters) > 1:
        return UPPER
    return TITLE if letters[0].isupper() and all(c.islower() for c in letters[1:]) else MIXED


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end` of a document: their pieces with the marks between paragraphs, the shape of each piece's
    word, and the place of each word's first piece."""

    start: int
    end: int
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    firsts: tuple[int, ...]


def breaks_of(words: Sequence[str]) -> list[int]:
    """The words before which a text may be cut: those after the end of a sentence, by its marks."""
    found, closed = [], False
    for at, word in enumerate(words):
        if closed and word not in _CLOSING:
            found.append(at)
        closed = word in _ENDING or (closed and word in _CLOSING)
    return found


def windows(
    pieces: Sequence[Sequence[int]],
    shapes: Sequence[int],
    paragraphs: Collection[int],
    size: int,
    breaks: Sequence[int] = (),
) -> Iterator[Window]:
    """The windows of a document's words (each one's pieces and shape), at most `size` pieces long.

    A window holds whole paragraphs where they fit (`paragraphs` are the words that begin one); a longer one is cut
    before the last of `breaks` (in order) that fits, and where there is none, where it is full.
    """
    room = size - 2
    start = used = 0
    for at in _paragraph_ends(len(pieces), paragraphs):
        length = sum(len(p) for p in pieces[max(start, at[0]) : at[1]]) + 1
        if used and used + length > room:
            yield _window(pieces, shapes, paragraphs, start, at[0])
            start, used = at[0], 0
        while length > room:
            end = _cut(pieces, start, room, breaks)
            yield _window(pieces, shapes, paragraphs, start, end)
            length -= sum(len(p) for p in pieces[start:end])
            start = end
        used += length
    if start < len(pieces):
        yield _window(pieces, shapes, paragraphs, start, len(pieces))


def _cut(pieces: Sequence[Sequence[int]], start: int, room: int, breaks: Sequence[int]) -> int:
    """Where a stretch that does not fit is cut: after its first word at the earliest."""
    end, taken = start, 0
    while taken + len(pieces[end]) < room:
        taken += len(pieces[end])
        end += 1
    before = bisect_right(breaks, end) - 1
    return breaks[before] if before >= 0 and breaks[before] > start else end


def _paragraph_ends(words: int, paragraphs: Collection[int]) -> list[tuple[int, int]]:
    begins = sorted({0, *paragraphs})
    return [(a, b) for a, b in zip(begins, [*begins[1:], words], strict=True) if a < b]


def _window(
    pieces: Sequence[Sequence[int]], shapes: Sequence[int], paragraphs: Collection[int], start: int, end: int
) -> Window:
    ids, forms, firsts = [CLS], [OTHER], []
    for i in range(start, end):
        if i in paragraphs and i > start:
            ids.append(SEP)
            forms.append(OTHER)
        firsts.append(len(ids))
        ids.extend(pieces[i])
        forms.extend([shapes[i]] * len(pieces[i]))
    return Window(start, end, (*ids, SEP), (*forms, OTHER), tuple(firsts))
