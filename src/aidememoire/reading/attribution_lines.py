"""A paragraph as lines of tokens in which each quotation is one token, so that no rule looks inside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from aidememoire.lexicon.words import words
from aidememoire.model.articles import Article
from aidememoire.model.reading import Name, Quotation, Sentence
from aidememoire.model.spans import Span

_MARKS = "“”„‟«»‘’\"'`"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole quotation with its marks. `name` tells whether the token lies in a name."""

    start: int
    end: int
    text: str
    lower: str
    quotation: Quotation | None = None
    name: Name | None = None

    @property
    def is_word(self) -> bool:
        """Whether this is a word or a number."""
        return self.quotation is None and (self.text[0].isalnum() or self.lower == "'s")

    @property
    def is_capital(self) -> bool:
        """Whether this begins with a capital letter."""
        return self.quotation is None and self.text[0].isupper()

    @property
    def is_quote(self) -> bool:
        """Whether this is a whole quotation."""
        return self.quotation is not None

    @property
    def is_break(self) -> bool:
        """Whether this parts clauses: a comma, a semicolon, a colon, a dash, a bracket."""
        return not self.is_quote and not self.is_word


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or several where a quotation runs over their ends: its tokens, and where it stands."""

    text: str
    paragraph: int
    tokens: tuple[Token, ...]

    def span(self, first: int, end: int) -> Span:
        """The span from token `first` to before token `end`."""
        return Span.of(self.text, self.tokens[first].start, self.tokens[end - 1].end)

    @property
    def only_quoted(self) -> bool:
        """Whether the line holds quotations and nothing else."""
        return any(t.is_quote for t in self.tokens) and not any(t.is_word for t in self.tokens)


def lines(
    article: Article, sentences: Sequence[Sentence], quotations: Sequence[Quotation], names: Sequence[Name]
) -> Iterator[Line]:
    """The lines of an article's body and standfirst, in the order of the text. Headlines repeat: they are left out."""
    of_paragraph = _grouped((q.paragraph, q) for q in quotations)
    bounds_of = _grouped((s.paragraph, (s.span.start, s.span.end)) for s in sentences)
    for index, paragraph in enumerate(article.paragraphs):
        if paragraph.kind not in ("body", "standfirst"):
            continue
        quoted = _outermost(of_paragraph.get(index, ()))
        masks = [_mask(article.text, q, paragraph.start, paragraph.end) for q in quoted]
        bounds = bounds_of.get(index, [(paragraph.start, paragraph.end)])
        for start, end in _merged(bounds, masks):
            inside = [n for n in _starting(names, start, end) if n.span.end <= end]
            hidden = masks[bisect_left(masks, start, key=_start) : bisect_left(masks, end, key=_start)]
            tokens = tuple(_tokens(article.text, start, end, hidden, inside))
            if tokens:
                yield Line(article.text, index, tokens)


_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


def _grouped(pairs: Iterable[tuple[_Key, _Value]]) -> Mapping[_Key, list[_Value]]:
    found: dict[_Key, list[_Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _start(mask: Token) -> int:
    return mask.start


def _starting(names: Sequence[Name], start: int, end: int) -> Sequence[Name]:
    """The names, which are in the order of the text, that start from `start` to before `end`."""
    first = bisect_left(names, start, key=lambda n: n.span.start)
    return names[first : bisect_left(names, end, key=lambda n: n.span.start)]


def _outermost(quotations: Iterable[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    for quotation in sorted(quotations, key=lambda q: (q.span.start, -q.span.end)):
        if not found or quotation.span.start >= found[-1].span.end:
            found.append(quotation)
    return found


def _mask(text: str, quotation: Quotation, low: int, high: int) -> Token:
    """The token of a quotation, from its opening mark to its closing mark."""
    start = _over_marks(text, quotation.span.start, low, -1)
    end = _over_marks(text, quotation.span.end, high, 1)
    return Token(start, end, text[start:end], "", quotation)


def _over_marks(text: str, place: int, limit: int, step: int) -> int:
    """The place beyond the marks beside `place`, white space between allowed; `place` itself where there are none."""
    at, found = place, place
    while at != limit:
        char = text[at] if step > 0 else text[at - 1]
        if char in _MARKS:
            at = found = at + step
        elif char.isspace() and found == place:
            at += step
        else:
            break
    return found


def _merged(bounds: Sequence[tuple[int, int]], masks: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Sentence bounds, joined where a quotation crosses the end of one."""
    start: int | None = None
    for low, high in bounds:
        start = low if start is None else start
        last = bisect_left(masks, high, key=_start) - 1
        if last < 0 or masks[last].end <= high:
            yield start, high
            start = None
    if start is not None:
        yield start, bounds[-1][1]


def _tokens(text: str, start: int, end: int, masks: Sequence[Token], names: Sequence[Name]) -> Iterator[Token]:
    at = start
    for mask in masks:
        yield from _plain(text, at, mask.start, names)
        yield mask
        at = mask.end
    yield from _plain(text, at, end, names)


def _plain(text: str, start: int, end: int, names: Sequence[Name]) -> Iterator[Token]:
    """The words and marks of a stretch without quotations."""
    if start >= end:
        return
    at = 0
    for word in words(text, start, end):
        # A name inside another ("a Varenian diplomat" holds "Varenian") starts later: the outer one is met first.
        while at < len(names) and names[at].span.end <= word.start:
            at += 1
        name = names[at] if at < len(names) and names[at].span.start < word.end else None
        yield Token(word.start, word.end, word.text, word.lower, None, name)
