"""One article laid out for the extractors: its sentences with the phrases, times, places and statements in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from aidememoire.extract.phrases import Cast, Phrase, phrases
from aidememoire.extract.wordlists import pattern
from aidememoire.model.articles import Article
from aidememoire.model.facts import Party, Statement
from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Quantity, Reading, Sentence, TimeExpression
from aidememoire.model.spans import Span
from aidememoire.model.when import When

T = TypeVar("T")

_BREAK = re.compile(
    r";\s|\s[–—-]\s|,\s+(?=(?:but|while|although|though|whereas|according\s+to)\b)|\s(?=according\s+to\b)",
    re.IGNORECASE,
)

# TIMEX3 values of lengths (P2Y, PT70M) and of the vague past, present and future.
_NO_DATE = ("P", "FUTURE_REF")
_CENTURY = re.compile(r"\d{2}(?:XX)?")
_PLACED = re.compile(r"\b(?:in|at|near|outside|around)\s+(?:[\w’'-]+\s+){0,3}?\Z", re.IGNORECASE)
# How far a place may stand from a verb or noun and still be where it happened, in characters (three times that before).
_PLACE_REACH = 70


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with its reading, the phrases that name parties in it, and its statements."""

    article: Article
    reading: Reading
    cast: Cast
    statements: tuple[Statement, ...]
    phrases: tuple[Phrase, ...]
    _known: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, article: Article, reading: Reading, cast: Cast, statements: tuple[Statement, ...]) -> Scene:
        """The scene of an article."""
        return cls(article, reading, cast, statements, phrases(article, reading, cast))

    def memo(self, name: str, find: Callable[[Scene], T]) -> T:
        """What `find` tells of the whole article, worked out once and kept under `name`, for the module of `find`."""
        key = f"{find.__module__} {name}"
        if key not in self._known:
            self._known[key] = find(self)
        found: T = self._known[key]
        return found

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties of the article."""
        return self.cast.parties

    def sentences(self, *kinds: str) -> tuple[Sentence, ...]:
        """The sentences in paragraphs of these kinds; without kinds, of the body and the standfirst."""
        wanted = kinds or ("body", "standfirst")
        return self.memo(f"sentences {wanted}", lambda scene: _of_kinds(scene, wanted))

    def before(self, sentence: Span, many: int = 1, *kinds: str) -> tuple[Span, ...]:
        """The last `many` sentences before one, in paragraphs of these kinds (as `sentences` has it), in order."""
        told = self.sentences(*kinds)
        end = bisect_right(told, sentence.start, key=lambda s: s.span.end)
        return tuple(s.span for s in told[max(0, end - many) : end])

    def sentence_over(self, span: Span) -> Span | None:
        """The sentence, of a paragraph of any kind, that covers `span`."""
        every = self.memo("every sentence", lambda s: Ordered.by((x.span for x in s.reading.sentences), _itself))
        return next(every.over(span), None)

    def party(self, party: str | None) -> Party | None:
        """The party with this id."""
        by_id = self.memo("parties by id", lambda s: {p.id: p for p in reversed(s.parties)})
        return by_id.get(party) if party is not None else None

    def phrases_in(self, span: Span) -> tuple[Phrase, ...]:
        """The phrases inside `span`, in order."""
        first = bisect_left(self.phrases, span.start, key=lambda p: p.span.start)
        last = bisect_left(self.phrases, span.end, key=lambda p: p.span.start)
        return tuple(phrase for phrase in self.phrases[first:last] if phrase.span.end <= span.end)

    def times_in(self, span: Span) -> tuple[TimeExpression, ...]:
        """The time expressions inside `span`."""
        times = self.memo("times", lambda s: Ordered.by(s.reading.times, lambda t: t.span))
        return tuple(times.inside(span))

    def times_over(self, place: int) -> tuple[TimeExpression, ...]:
        """The time expressions in which the character at `place` lies."""
        times = self.memo("times", lambda s: Ordered.by(s.reading.times, lambda t: t.span))
        return tuple(times.over(Span(place, place + 1, "")))

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities inside `span`."""
        quantities = self.memo("quantities", lambda s: Ordered.by(s.reading.quantities, lambda q: q.span))
        return tuple(quantities.inside(span))

    def places_in(self, span: Span) -> tuple[Span, ...]:
        """The names of places inside `span`."""
        places = self.memo("places", _places)
        return tuple(places.inside(span))

    def statement_over(self, span: Span) -> Statement | None:
        """The tightest statement whose content covers `span`."""
        parts = self.memo("contents", _contents)
        over = ((len(self.statements[at].content.text), at) for _, at in parts.over(span))
        tightest = min(over, default=None)
        return self.statements[tightest[1]] if tightest is not None else None

    def clause(self, sentence: Span, start: int, end: int) -> Span:
        """The part of a sentence between strong breaks (";", a dash, ", but") holding the characters start to end."""
        breaks = [m.end() for m in _BREAK.finditer(self.text, sentence.start, sentence.end)]
        left = max((b for b in breaks if b <= start), default=sentence.start)
        right = min((m.start() for m in _BREAK.finditer(self.text, max(end, left), sentence.end)), default=sentence.end)
        return Span.trimmed(self.text, left, max(right, end))

    def dates_in(self, span: Span) -> tuple[TimeExpression, ...]:
        """The time expressions inside `span` that give a day or an hour, not a mere length of time ("two years")."""
        return tuple(
            t for t in self.times_in(span) if not t.value.startswith(_NO_DATE) and not _CENTURY.fullmatch(t.value)
        )

    def when(self, within: Span, anchor: Span) -> When | None:
        """The day or hour in `within` that stands nearest to `anchor`."""
        nearest = min(self.dates_in(within), key=lambda t: self._distance(t.span, anchor), default=None)
        return When(nearest.span.text, nearest.value) if nearest else None

    def nearest(self, spans: Iterable[Span], anchor: Span) -> Span | None:
        """That one of some times or places which stands nearest to `anchor`, a verb or noun."""
        return min(spans, key=lambda s: self._distance(s, anchor), default=None)

    def near(self, span: Span, anchor: Span) -> bool:
        """Whether a place stands near enough to a verb or noun to be where it happened."""
        return self._distance(span, anchor) <= _PLACE_REACH

    def _distance(self, span: Span, anchor: Span) -> int:
        """How far a time or place stands from a verb or noun: mostly it comes after, and a comma parts two clauses."""
        after = span.start >= anchor.end
        gap = self.text[anchor.end : span.start] if after else self.text[span.end : anchor.start]
        return len(gap) * (1 if after else 3) + 40 * gap.count(",")

    def place(self, within: Span, anchor: Span) -> str | None:
        """The place that "in", "at" or "near" gives nearest to `anchor`."""
        placed = (
            p for p in self.places_in(within) if _PLACED.search(self.text, max(within.start, p.start - 40), p.start)
        )
        nearest = self.nearest((p for p in placed if self.near(p, anchor)), anchor)
        return nearest.text if nearest else None

    def said_by(self, span: Span) -> str | None:
        """The party that says what stands at `span`, None where the article itself does."""
        statement = self.statement_over(span)
        return statement.speaker if statement else None


def _itself(span: Span) -> Span:
    return span


def _of_kinds(scene: Scene, kinds: tuple[str, ...]) -> tuple[Sentence, ...]:
    kept = scene.article.paragraphs
    return tuple(s for s in scene.reading.sentences if kept[s.paragraph].kind in kinds)


def _places(scene: Scene) -> Ordered[Span]:
    return Ordered.by((n.span for n in scene.reading.names if n.kind == "place"), _itself)


def _contents(scene: Scene) -> Ordered[tuple[Span, int]]:
    """The contents of the statements and the parts of these, each with its statement's index."""
    parts = ((part, at) for at, s in enumerate(scene.statements) for part in (s.content, *s.content_parts))
    return Ordered.by(parts, lambda pair: pair[0])


def is_filler(words: str) -> bool:
    """Whether `words` hold nothing but what may stand between a verb and its subject or object."""
    rest = pattern("phrases", "filler").sub(" ", words)
    rest = pattern("phrases", "determiner").sub(" ", rest)
    return not rest.replace(",", " ").strip()
