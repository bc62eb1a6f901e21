"""Meetings told by who is brought together or is due back at the venue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.encounters.status import of_verb
from aidememoire.extract.grammar import is_party, subjects
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import pattern
from aidememoire.model.spans import Span

_TOGETHER = re.compile(
    r"\s+(?P<who>[^,;.:“”\"]{3,90}?)\s+together\b|\s+together\s+(?P<these>[^,;.:“”\"]{3,90})", re.IGNORECASE
)
# "A conference bringing together ...": told by its noun.
_OF_GATHERING = re.compile(r"\b(?:meeting|conference|summit|gathering|session|talks|negotiations)\s+\Z", re.IGNORECASE)


def brought_together(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """ "Kestria is to bring the commanders together in Dravik on Monday": a meeting, where a day is given."""
    for match in pattern("encounters", "marks.bring").finditer(scene.text, sentence.start, sentence.end):
        together = _TOGETHER.match(scene.text, match.end(), sentence.end)
        if together is None or _OF_GATHERING.search(scene.text[sentence.start : match.start()]):
            continue
        cue = Span.of(scene.text, match.start(), together.end() if together["who"] else together.start("these") - 1)
        rest = Span(match.end(), sentence.end, scene.text[match.end() : sentence.end])
        met = Span(match.end(), together.end(), together.group())
        whom = tuple(p for p in scene.phrases_in(met) if is_party(p))
        status = of_verb(scene.text[sentence.start : cue.start], match.group(), timed=bool(scene.dates_in(rest)))
        if whom and scene.dates_in(rest):
            host = tuple(p for p in subjects(scene, sentence, cue.start) if is_party(p))
            yield Sighting("meeting", status, (*host, *whom), cue, sentence)


def due_back(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """A party that is due back at the venue: a meeting still to come."""
    for match in pattern("encounters", "marks.due_back").finditer(scene.text, sentence.start, sentence.end):
        following = scene.text[match.end() : min(sentence.end, match.end() + 60)]
        who = tuple(p for p in subjects(scene, sentence, match.start()) if is_party(p))
        if who and pattern("encounters", "marks.venue").search(following):
            cue = Span.of(scene.text, match.start(), match.end())
            yield Sighting("meeting", "planned", who, cue, sentence)
