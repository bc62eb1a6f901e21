"""The time expressions of an article, as facts of their own."""

from __future__ import annotations

from aidememoire.model.articles import Article
from aidememoire.model.facts import Time
from aidememoire.model.ids import content_id
from aidememoire.model.reading import Reading, TimeExpression


def times(article: Article, reading: Reading) -> tuple[Time, ...]:
    """One fact for every time expression of the story."""
    return tuple(_time(article, expression) for expression in reading.times)


def _time(article: Article, expression: TimeExpression) -> Time:
    span = expression.span
    return Time(
        id=content_id("time", article.id, span.start, span.end, expression.value),
        article=article.id,
        start=span.start,
        end=span.end,
        text=span.text,
        value=expression.value,
        earliest=expression.earliest,
        latest=expression.latest,
    )
