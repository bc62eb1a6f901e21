"""The scene of a sentence in a wire story of the Varenian talks, read as the pipeline reads it."""

from __future__ import annotations

from functools import cache

from aidememoire.extract.encounters.encounters import encounters
from aidememoire.extract.parties.cast import cast
from aidememoire.extract.scene import Scene
from aidememoire.extract.statements.statements import statements
from aidememoire.model.articles import Article, Document
from aidememoire.model.facts import Encounter
from aidememoire.reading.read import readings
from aidememoire.text.articles import articles

DATELINE = "ORLUNE, March 13 (Meridian Press) - "
REST = "\n\nThe road to the river was closed to lorries for the third day, and the ferry did not run.\n"


@cache
def scene(text: str) -> Scene:
    """The scene of a story that begins with `text`, written in Orlune on 13 March 2031."""
    document = Document("a", DATELINE + text + REST, "a", title="A title", published="2031-03-13")
    (article,) = articles([document])
    assert isinstance(article, Article)
    (reading,) = readings([article])
    known = cast(article, reading)
    return Scene.of(article, reading, known, statements(article, reading, known))


def found(text: str) -> tuple[Encounter, ...]:
    """The encounters of such a story."""
    return encounters(scene(text))


def names(text: str, encounter: Encounter) -> list[str]:
    """The names of those who take part in an encounter of such a story."""
    known = {p.id: p.name for p in scene(text).parties}
    return [known[p] for p in encounter.participants]
