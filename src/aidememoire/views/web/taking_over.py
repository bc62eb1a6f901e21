"""What one edition has read of a record, taken over by the next where only people said something in between."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from aidememoire.model.kinds import FACTS
from aidememoire.store.codec import LINKS
from aidememoire.store.pruning import pruned

if TYPE_CHECKING:
    from aidememoire.views.web.desk import Edition


def take_over(edition: Edition, before: Edition) -> None:
    """Give the edition what the one before had read: a review changes one article of a hundred thousand facts.

    Nothing is taken over where articles were published in between; the links are not where they were joined anew.
    """
    if edition.published != before.published:
        return
    sources = {r.source_id for r in edition.reviews() if r.number > before.last_review}
    only_reviews = edition.number - before.number == edition.last_review - before.last_review
    held = before.held()
    articles = [a for a in held.get("articles", ()) if a.source_id in sources]
    if "articles" not in held:
        return
    edition.hold("articles", held["articles"])
    for kind in FACTS:
        if kind in held and (now := _patched(edition, kind, held[kind], [a.id for a in articles])) is not None:
            edition.hold(kind, now)
    if only_reviews and before.gone <= edition.gone:
        new = edition.gone - before.gone
        for kind in LINKS:
            if kind in held:
                edition.hold(kind, _left(held[kind], new))


def _patched(edition: Edition, kind: Any, held: tuple[Any, ...], articles: list[str]) -> tuple[Any, ...] | None:
    """The facts with those of some articles read anew; None where nothing tells where these belong."""
    for article in articles:
        new = tuple(edition.facts(kind, article))
        places = [at for at, fact in enumerate(held) if fact.article == article]
        if new and not places:
            return None
        if places:
            held = (*held[: places[0]], *new, *held[places[-1] + 1 :])
    return held


def _left(links: tuple[Any, ...], gone: Collection[str]) -> tuple[Any, ...]:
    if not gone:
        return links
    return tuple(left for link in links if (left := pruned(link, gone)) is not None)
