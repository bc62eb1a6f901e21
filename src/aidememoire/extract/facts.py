"""The facts of articles: parties first, then what they say, then what both tell of the process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from aidememoire.extract.commitments.agreements import agreements
from aidememoire.extract.commitments.commitments import commitments
from aidememoire.extract.encounters.encounters import encounters
from aidememoire.extract.events.events import events
from aidememoire.extract.figures.figures import figures
from aidememoire.extract.parties.cast import cast
from aidememoire.extract.positions.positions import positions
from aidememoire.extract.process.process import process
from aidememoire.extract.scene import Scene
from aidememoire.extract.statements.clocks import said_when, with_clocks
from aidememoire.extract.statements.statements import statements
from aidememoire.extract.times import times
from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact
from aidememoire.model.reading import Reading

Extractor = Callable[[Scene], Sequence[Fact]]
EXTRACTORS: tuple[Extractor, ...] = (encounters, positions, commitments, agreements, figures, process, events)


def facts(pairs: Iterable[tuple[Article, Reading]]) -> Iterator[tuple[Fact, ...]]:
    """For each article with its reading, its facts: parties, times, statements, and what the extractors find."""
    for article, reading in pairs:
        yield facts_of(article, reading)


def facts_of(article: Article, reading: Reading) -> tuple[Fact, ...]:
    """The facts of one article."""
    whole = cast(article, reading)
    said = said_when(reading, article.text, statements(article, reading, whole))
    found: list[Fact] = [*whole.parties, *times(article, reading), *said]
    scene = Scene.of(article, reading, whole, said)
    for extractor in EXTRACTORS:
        found.extend(with_clocks(scene, extractor(scene)))
    return tuple(found)
