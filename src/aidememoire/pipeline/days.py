"""The record as of a day."""

from __future__ import annotations

from datetime import date

from aidememoire.errors import NothingToReadError
from aidememoire.lineage.links import links as lineage_links
from aidememoire.record.join import join
from aidememoire.store import Held, Reader


def as_of(reader: Reader, day: date) -> Held:
    """The record as it could have been known at the end of a day: what its articles published by then say together.

    Articles without a date are left out, since nothing tells that they were known. What people said of who is who, and
    of single facts, holds whenever they said it. Raises NothingToReadError where no article was published by then.
    """
    known = [a for a in reader.articles() if a.published is not None and a.published[:10] <= day.isoformat()]
    if not known:
        raise NothingToReadError(f"no article of the record is dated {day} or before", "see `show` for the days it has")
    facts = [tuple(reader.facts_of(article.id)) for article in known]
    decisions = tuple(reader.decisions())
    found = list(lineage_links(known))
    links = [*found, *join(known, (fact for of in facts for fact in of), found, decisions)]
    reviews = tuple(reader.reviews())
    said = {review.source_id for review in reviews}
    as_read = {article.id: tuple(reader.as_read(article.id)) for article in known if article.source_id in said}
    return Held(known, facts, links, decisions, reviews, as_read)
