"""Reading: each article becomes its annotations, one kind after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aidememoire.model.articles import Article
from aidememoire.model.reading import Reading
from aidememoire.reading.attributions import attributions
from aidememoire.reading.names import names
from aidememoire.reading.quantities import quantities
from aidememoire.reading.quotations import quotations
from aidememoire.reading.sentences import sentences
from aidememoire.reading.times import times


def readings(articles: Iterable[Article]) -> Iterator[Reading]:
    """The annotations of each article's paragraphs, in the order of the articles; cuts and credits are not read."""
    return map(reading, articles)


def reading(article: Article) -> Reading:
    """The annotations of one article."""
    found = sentences(article)
    quoted, named, timed = quotations(article, found), names(article, found), times(article, found)
    return Reading(
        article=article.id,
        sentences=found,
        names=named,
        quotations=quoted,
        times=timed,
        quantities=quantities(article, found, timed),
        attributions=attributions(article, found, quoted, named),
    )
