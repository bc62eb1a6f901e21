"""Quotations: quotation marks paired, paragraph by paragraph, whatever the kind of mark and however badly spaced."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from aidememoire.model.articles import Article
from aidememoire.model.reading import Quotation, Sentence
from aidememoire.model.spans import Span

_DOUBLE = re.compile(r"[“”„‟«»\"]|``|''")
_SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–“\"„«])(?:‘(?=\w)(?!\d0s)|'(?=[^\W\d_])(?!(?:em|tis|twas|til|cause)\b))")
_SINGLE_CLOSE = {"‘": re.compile(r"(?<=\S)’(?!\w)"), "'": re.compile(r"(?<=\S)'(?![\w'])")}
_PARAGRAPH_OPENS = re.compile(r"\s*(?:[“„«\"‘]|``|'(?=\w)|”(?=\s*\w))")
# An opening mark before "he said" stands where a closing one was meant.
_SAID = re.compile(r"\s*(?:he|she|they|it|the \w+)\s(?:said|says|added|told|asked|wrote)\b")
Role = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A double quotation mark: its place, and whether it opens or closes."""

    start: int
    end: int
    role: Role
    spaced: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """What stands between two marks; `closed` is False where the second was never found."""

    start: int
    end: int
    closed: bool = True


def quotations(article: Article, sentences: tuple[Sentence, ...] = ()) -> tuple[Quotation, ...]:
    """The quotations of an article's paragraphs, in the order of the text, each without its marks.

    One that opens and never closes goes to the end of its paragraph where the next paragraph opens with a mark again,
    and otherwise no further than the end of its sentence (of `sentences`; of the paragraph where none are given).
    """
    found: list[Quotation] = []
    sentence_ends: dict[int, list[int]] = {}
    for sentence in sentences:
        sentence_ends.setdefault(sentence.paragraph, []).append(sentence.span.end)
    for index, paragraph in enumerate(article.paragraphs):
        following = article.paragraphs[index + 1] if index + 1 < len(article.paragraphs) else None
        goes_on = following is not None and paragraph.kind == following.kind == "body"
        goes_on = goes_on and following is not None and _PARAGRAPH_OPENS.match(following.text) is not None
        ends = [end - paragraph.start for end in sentence_ends.get(index, ())]
        for pair in _pairs(paragraph.text, goes_on):
            end = pair.end
            if not pair.closed and not goes_on:
                end = next((e for e in ends if e > pair.start), end)
            span = _between(article.text, paragraph.start + pair.start, paragraph.start + end)
            if span:
                found.append(Quotation(span, index, open_ended=not pair.closed and goes_on))
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _between(text: str, start: int, end: int) -> Span | None:
    return Span.trimmed(text, start, end) if text[start:end].strip() else None


def _pairs(text: str, goes_on: bool) -> list[_Pair]:
    """The pairs of marks in a paragraph, double and single. The last that stays open is kept as not closed."""
    doubles = sorted(_double_pairs(text), key=lambda pair: pair.start)
    reaches = list(accumulate((pair.end for pair in doubles), max))
    singles = []
    for pair in _single_pairs(text, goes_on):
        around = doubles[bisect_right(reaches, pair.start) : bisect_left(doubles, pair.end, key=lambda p: p.start)]
        if not any(_crosses(pair, other) for other in around):
            singles.append(pair)
    return doubles + singles


def _crosses(a: _Pair, b: _Pair) -> bool:
    """Whether the two overlap with neither inside the other."""
    return a.start < b.start < a.end < b.end or b.start < a.start < b.end < a.end


def _marks(text: str) -> Iterator[_Mark]:
    for match in _DOUBLE.finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        yield _Mark(match.start(), match.end(), _role(match.group(), before, after), not before or before.isspace())


def _role(mark: str, before: str, after: str) -> Role:
    """What a mark does, by its form first and by the space around it where the form leaves it open."""
    free_before, free_after = not before or before in "([—–-" or before.isspace(), not after or after.isspace()
    if mark in ("„", "«", "``", "‟"):
        return "open"
    if mark in ("»", "''"):
        return "close"
    if mark == "“":
        return "either" if not free_before and (free_after or after in ".,;:!?)") else "open"
    if mark == "”":
        return "either" if free_before else "close"
    if free_before == free_after:
        return "either"
    return "open" if free_before else "close"


def _double_pairs(text: str) -> Iterator[_Pair]:
    """Pairs of double marks. A mark that may do either closes what is open, and opens only what it can see closed."""
    marks = list(_marks(text))
    closable = _closable(marks)
    open_marks: list[_Mark] = []
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        if mark.role == "open":
            if open_marks and _SAID.match(text, mark.end):
                yield _Pair(open_marks.pop().end, mark.start)
                continue
            # Enough closing marks follow to close those that are open and those that open from here on.
            if open_marks and closable[index] < len(open_marks):
                open_marks.pop()
            open_marks.append(mark)
        elif open_marks:
            yield _Pair(open_marks.pop().end, mark.start)
        elif mark.role == "either" and following is not None and following.role != "open":
            open_marks.append(mark)
    if open_marks:
        yield _Pair(open_marks[0].end, len(text), closed=False)


def _closable(marks: list[_Mark]) -> list[int]:
    """For each mark, by how many the marks from there on that may close outnumber those that open."""
    return list(accumulate(-1 if mark.role == "open" else 1 for mark in reversed(marks)))[::-1]


def _single_pairs(text: str, goes_on: bool) -> Iterator[_Pair]:
    """Pairs of single marks; what may be an apostrophe ("soldiers’ pay") closes only where nothing better does."""
    at = 0
    while opening := _SINGLE_OPEN.search(text, at):
        close = _single_close(text, opening)
        if close is not None:
            yield _Pair(opening.end(), close)
        elif goes_on and opening.group() == "‘" and not text[: opening.start()].strip():
            yield _Pair(opening.end(), len(text), closed=False)
        at = opening.end() if close is None else close + 1


def _single_close(text: str, opening: re.Match[str]) -> int | None:
    """The place of the mark that closes a single quotation, None where there is none in the paragraph."""
    following = _SINGLE_OPEN.search(text, opening.end())
    limit = following.start() if following else len(text)
    closes = [m.start() for m in _SINGLE_CLOSE[opening.group()].finditer(text, opening.end(), limit)]
    sure = [place for place in closes if text[place - 1] not in "s"]
    return next(iter(sure or closes), None)
