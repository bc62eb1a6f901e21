"""What came of each word that people said of single facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from aidememoire.model.articles import Article
from aidememoire.model.reviews import Review
from aidememoire.record.review.matching import in_force
from aidememoire.record.review.standing import Case, weigh
from aidememoire.store import Moment

ReviewEffect = Literal["in force", "overruled", "taken back", "look again", "idle"]


@dataclass(frozen=True, slots=True)
class ReviewedCase:
    """A case, and the article it is of."""

    article: Article
    case: Case


def reviewed_cases(moment: Moment) -> tuple[ReviewedCase, ...]:
    """What people said of the facts of every article, weighed, by article and then in their order."""
    said: dict[str, list[Review]] = defaultdict(list)
    for review in moment.reviews():
        said[review.source_id].append(review)
    return tuple(
        ReviewedCase(article, case)
        for article in moment.articles()
        if article.source_id in said
        for case in weigh(article, tuple(moment.as_read(article.id)), said[article.source_id]).cases
    )


def review_effects(moment: Moment, cases: Sequence[ReviewedCase] | None = None) -> Mapping[int, ReviewEffect]:
    """What came of each review, by its number."""
    reviews = list(moment.reviews())
    here = {article.source_id for article in moment.articles()} if reviews else set()
    holding = {review.number for review in in_force(reviews)}
    found: dict[int, ReviewEffect] = {
        r.number: "idle" if r.source_id not in here else _undo(r, reviews) if r.what == "undo" else "overruled"
        if r.number in holding else "taken back"
        for r in reviews
    }  # fmt: skip
    for each in reviewed_cases(moment) if cases is None and reviews else cases or ():
        last = each.case.words[-1].number
        found[last] = "look again" if each.case.again else "in force"
        for word in each.case.words:
            if each.case.again:
                found[word.number] = "look again"
            elif word.number != last and not each.case.disputed:
                found[word.number] = "in force"
    return found


def _undo(undo: Review, reviews: Sequence[Review]) -> ReviewEffect:
    return "taken back" if any(r.undoes == undo.number for r in reviews) else "in force"
