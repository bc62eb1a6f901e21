"""What a rule saw of an encounter, before it is known who says so."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.extract.encounters.status import Told
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.model.facts import EncounterKind
from aidememoire.model.spans import Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """An encounter as a rule saw it: the `cue` is its verb or noun. Status "none" is a wish: kept to be referred to.

    `accuser` is the party that alleges it, where no statement but its sentence says so ("accused B of shelling").
    `place` is where it was, where its verb says so outright ("flew to Dravik"). `proximity` holds where the sides are
    told to have talked apart.
    """

    kind: EncounterKind
    status: Told
    participants: tuple[Phrase, ...]
    cue: Span
    sentence: Span
    accuser: str | None = None
    place: Span | None = None
    proximity: bool = False

    def evidence(self, scene: Scene) -> Span:
        """The clause that holds the cue and those participants who stand in its sentence."""
        inside = [p.span for p in self.participants if self.sentence.covers(p.span)]
        start = min([self.cue.start, *(s.start for s in inside)])
        end = max([self.cue.end, *(s.end for s in inside)])
        return scene.clause(self.sentence, start, end)
