"""Time expressions of an article, found by rule and given TIMEX3 values.

What the text does not say stays open: without a day of publishing "Monday" is XXXX-WXX-1 and "Feb. 3" XXXX-02-03. The
values follow TimeML 1.2.1 (TIMEX3) as the news of TempEval-3 is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from aidememoire.model.articles import Article
from aidememoire.model.reading import Sentence, TimeExpression
from aidememoire.model.spans import Span
from aidememoire.reading.calendar_values import bounds, months_on
from aidememoire.reading.outlook import governed, outlook
from aidememoire.reading.time_dates import DATES
from aidememoire.reading.time_grammar import Anchor, Rule
from aidememoire.reading.time_lengths import LENGTHS
from aidememoire.reading.time_relative import RELATIVE

_RULES = (*DATES, *RELATIVE, *LENGTHS)
# Lengths of so many units may reach back before the calendar, and give no days.
_MANY = 1000
_PAST_LENGTH = re.compile(r"\b(?:past|last|previous|preceding)\b")
_LENGTH = re.compile(r"P(T?)(\d+)([HDWMYE])$")
_EARLIER, _LATER = re.compile(r"\bearlier\b", re.I), re.compile(r"\blater\b", re.I)


@dataclass(frozen=True, slots=True)
class _Match:
    """A match of a rule, in characters of its sentence."""

    found: re.Match[str]
    rule: Rule
    rank: int


def times(article: Article, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """The time expressions of an article's sentences, in the order of the text; no two overlap."""
    published = _published(article)
    return tuple(found for sentence in sentences for found in _in_sentence(article.text, sentence.span, published))


def _published(article: Article) -> date | None:
    """The article's own day, None where it is not known or is in no age of news."""
    try:
        day = date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None
    return day if 1500 <= day.year <= 2500 else None


def _in_sentence(text: str, sentence: Span, published: date | None) -> Iterator[TimeExpression]:
    plain = re.sub(r"\s", " ", sentence.text)
    for match in _chosen(plain):
        start, end = match.found.span()
        anchor = Anchor(published, outlook(plain, start, end), governed(plain, start))
        value = match.rule.value(match.found, anchor)
        if value is not None:
            span = Span.trimmed(text, sentence.start + start, sentence.start + end)
            earliest, latest = _range(value, span.text, published)
            yield TimeExpression(span, value, earliest, latest)


def _chosen(sentence: str) -> list[_Match]:
    """The matches that stand: the longest first, of two alike the one whose rule comes first."""
    matches = [
        _Match(found, rule, rank) for rank, rule in enumerate(_RULES) for found in rule.pattern.finditer(sentence)
    ]
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda m: (m.found.start() - m.found.end(), m.rank)):
        start, end = match.found.span()
        if start < end and all(end <= k.found.start() or k.found.end() <= start for k in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.found.start())


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
