"""What people said of single facts, as lines of the export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from aidememoire.model.reviews import Named, Review
from aidememoire.queries.reviews import ReviewEffect, review_effects
from aidememoire.store import Moment
from aidememoire.views.index import Index

Line = dict[str, Any]


def review_lines(moment: Moment, index: Index) -> Iterator[Line]:
    """A line for each review, in the order of their numbers."""
    effects = review_effects(moment)
    ids = {source_id: article for article, source_id in index.source_ids.items()}
    for review in moment.reviews():
        yield _line(review, effects[review.number], ids.get(review.source_id), index)


def _line(review: Review, effect: ReviewEffect, article: str | None, index: Index) -> Line:
    known = {named.id: named for named in review.parties}
    before, after = (_version(data, known, index) for data in (review.before, review.after))
    fields = {name: value for name, value in msgspec.to_builtins(review).items() if name not in ("parties", "id")}
    place = {"article": article, "before": before, "after": after, "effect": effect}
    return {"type": "review", "id": review.id} | fields | place


def _version(data: str | None, known: dict[str, Named], index: Index) -> Any:
    return None if data is None else _told(msgspec.json.decode(data), known, index)


def _told(value: Any, known: dict[str, Named], index: Index) -> Any:
    """A version of a fact with its parties told by what they are called."""
    if isinstance(value, dict):
        return {name: _told(each, known, index) for name, each in value.items() if name not in ("id", "article")}
    if isinstance(value, list):
        return [_told(each, known, index) for each in value]
    if isinstance(value, str) and value in known:
        return {"name": known[value].name, "kind": known[value].kind, "actor": index.actor(value)}
    return value
