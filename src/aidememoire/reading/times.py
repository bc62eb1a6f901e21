"""Time expressions of an article, found by rule and given TIMEX3 values.

What the text does not say stays open: without a day of publishing "Monday" is XXXX-WXX-1 and "Feb. 3" XXXX-02-03. The
values follow TimeML 1.2.1 (TIMEX3) as the news of TempEval-3 is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from aidememoire.model.articles import Article
from aidememoire.model.reading import Sentence, TimeExpression, Word
from aidememoire.model.spans import Span
from aidememoire.reading.calendar_values import bounds, months_on
from aidememoire.reading.outlook import deadline, governed, outlook
from aidememoire.reading.time_anaphora import TOLD
from aidememoire.reading.time_dates import DATES
from aidememoire.reading.time_grammar import Anchor, Rule
from aidememoire.reading.time_holidays import HOLIDAYS
from aidememoire.reading.time_lengths import LENGTHS
from aidememoire.reading.time_ranges import RANGES
from aidememoire.reading.time_relative import RELATIVE
from aidememoire.reading.time_spelled import plain
from aidememoire.reading.time_tense import Verbs, View, verbs
from aidememoire.reading.time_told import Telling, Told

_RULES = (*RANGES, *TOLD, *DATES, *HOLIDAYS, *RELATIVE, *LENGTHS)
# Lengths of so many units may reach back before the calendar, and give no days.
_MANY = 1000
# So many of the times told last are kept for what is counted from them.
_KEPT = 20
_PAST_LENGTH = re.compile(r"\b(?:past|last|previous|preceding)\b")
_LENGTH = re.compile(r"P(T?)(\d+)([HDWMYE])$")
_EARLIER, _LATER = re.compile(r"\bearlier\b", re.I), re.compile(r"\blater\b", re.I)


@dataclass(frozen=True, slots=True)
class _Match:
    """A match of a rule, in characters of its sentence."""

    found: re.Match[str]
    rule: Rule
    rank: int
    start: int
    end: int


def times(article: Article, sentences: tuple[Sentence, ...], words: Sequence[Word] = ()) -> tuple[TimeExpression, ...]:
    """The time expressions of an article's sentences, in the order of the text; no two overlap.

    With the article's words the verbs are read from the sentences' trees, without them from the words around.
    """
    reader = _Reader(article.text, _published(article), verbs(article.text, words))
    return tuple(found for number, sentence in enumerate(sentences) for found in reader.read(number, sentence.span))


def _published(article: Article) -> date | None:
    """The article's own day, None where it is not known or is in no age of news."""
    try:
        day = date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None
    return day if 1500 <= day.year <= 2500 else None


@dataclass(slots=True)
class _Reader:
    """Reads the sentences of one article in their order, and keeps what they have told."""

    text: str
    published: date | None
    verbs: Verbs
    told: tuple[Telling, ...] = ()

    def read(self, number: int, sentence: Span) -> Iterator[TimeExpression]:
        """The time expressions of a sentence."""
        told = plain(sentence.text)
        for match in _chosen(told.text):
            start, end = told.place(match.start), told.place(match.end, end=True)
            span = Span.trimmed(self.text, sentence.start + start, sentence.start + end)
            view = self.verbs.view(span.start, span.end)
            anchor = _anchor(told.text, match, view, Told(self.told, number), self.published)
            value = match.rule.value(match.found, anchor)
            if value is not None:
                said = view is not None and view.direct and view.saying
                if not match.rule.aside:
                    self.told = (*self.told[-_KEPT:], Telling(number, value, said))
                yield TimeExpression(span, value, *_range(value, span.text, self.published))


def _anchor(text: str, match: _Match, view: View | None, told: Told, published: date | None) -> Anchor:
    """What a match in the text of its sentence is read against."""
    near = governed(text, match.start)
    if view is None:
        return Anchor(published, outlook(text, match.start, match.end), near, told=told)
    if deadline(text, match.start):
        return Anchor(published, "future" if view.direct else view.outlook, told=told)
    return Anchor(published, view.outlook, near, sure=view.outlook is not None, told=told)


def _chosen(sentence: str) -> list[_Match]:
    """The matches that stand: the longest first, of two alike the one whose rule comes first."""
    matches = [
        _Match(found, rule, rank, *rule.place(found))
        for rank, rule in enumerate(_RULES)
        for found in rule.pattern.finditer(sentence)
    ]
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.rank)):
        if match.start < match.end and all(match.end <= k.start or k.end <= match.start for k in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _range(value: str, words: str, published: date | None) -> tuple[str | None, str | None]:
    """The first and the last day that a value may mean, narrowed by "earlier" and "later", None where unknown."""
    if published is None:
        found = bounds(value)
        return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)
    first, last = _days(value, words, published)
    if _EARLIER.match(words) and first and last:
        last = max(first, min(last, published))
    if _LATER.match(words) and first and last:
        first = min(last, max(first, published))
    return first.isoformat() if first else None, last.isoformat() if last else None


def _days(value: str, words: str, published: date) -> tuple[date | None, date | None]:
    if value.endswith("_REF"):
        return {
            "PAST_REF": (None, published),
            "FUTURE_REF": (published, None),
        }.get(value, (published, published))
    if length := _LENGTH.match(value):
        past = _PAST_LENGTH.search(words) and int(length[2]) < _MANY
        return (_back(published, int(length[2]), length[1] + length[3]), published) if past else (None, None)
    return bounds(value) or (None, None)


def _back(day: date, count: int, letter: str) -> date:
    """The day that lies so many units before."""
    if letter in ("M", "Y"):
        first = months_on(day, -count * (12 if letter == "Y" else 1))
        return first.replace(day=min(day.day, 28))
    days = {"D": count, "W": 7 * count, "TH": -(-count // 24)}.get(letter, 0)
    return day - timedelta(days=days)
