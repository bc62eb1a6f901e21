"""Proximity talks: sides that talk apart, in separate rooms or through a mediator who goes between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.encounters.status import of_verb
from aidememoire.extract.grammar import coordinated, is_party, objects, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import pattern
from aidememoire.model.spans import Span

# Who carried messages while the sides sat apart ("with Aldous shuttling between them").
_CARRIES = re.compile(
    r"\b(?:shuttl(?:es|ed|ing)|(?:carr(?:ies|ied|ying)|pass(?:es|ed|ing)|tak(?:es|ing)|took|reli?ay(?:s|ed|ing))\s+(?:messages|proposals|papers|notes|drafts)"
    r"|mov(?:es|ed|ing)|went|going|goes)(?:\s+back\s+and\s+forth)?\s+between\s+(?:them|the)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"(?:both\s+)?(?:(?:the|an?|its|his|her|their)\s+)?", re.IGNORECASE)
# How far from its verb or noun the words may stand that tell of sides apart, in characters.
_NEAR = 60


def shuttles(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """Talks told by a mediator's shuttling between two sides, or by sides that sat in separate rooms."""
    for match in pattern("encounters", "marks.shuttle").finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        who = tuple(p for p in subjects(scene, sentence, cue.start) if is_party(p))
        sides = _sides(scene, sentence, cue)
        if (who and len(sides) > 1) or (len(who) == 1 and sides and _plural(sides[0])):
            status = of_verb(scene.text[sentence.start : cue.start], "shuttled", timed=False)
            yield Sighting("talks", status, (*who, *sides), cue, sentence, proximity=True)
            return
    for match in pattern("encounters", "marks.separate_rooms").finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        who = tuple(p for p in subjects(scene, sentence, cue.start) if is_party(p))
        if len(who) > 1 or (who and _plural(who[0])):
            status = of_verb(scene.text[sentence.start : cue.start], "sat", timed=False)
            yield Sighting("talks", status, (*_carrier(scene, sentence, who), *who), cue, sentence, proximity=True)
            return


def _plural(phrase: Phrase) -> bool:
    return (
        re.search(r"(?:\b(?:sides|parties|delegations|teams|negotiators|belligerents)|s)\Z", phrase.span.text)
        is not None
    )


def _sides(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    opened = _BOTH.match(scene.text, cue.end + 1, sentence.end)
    start = opened.end() if opened is not None else cue.end
    rest = Span(start, sentence.end, scene.text[start : sentence.end])
    inside = [p for p in scene.phrases_in(rest) if is_party(p)]
    return coordinated(scene, inside) if inside and inside[0].span.start - start < 3 else ()


def _carrier(scene: Scene, sentence: Span, sides: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Who goes between the sides, where the sentence says so."""
    match = _CARRIES.search(scene.text, sentence.start, sentence.end)
    if match is None:
        return ()
    found = subjects(scene, sentence, match.start())
    return tuple(p for p in found if is_party(p) and p not in sides)


def as_proximity(scene: Scene, seen: Sighting) -> Sighting:
    """A gathering marked where its clause says that the sides talk apart, with those through whom they do."""
    if seen.kind not in {"talks", "meeting"} or seen.proximity:
        return seen
    start = max(seen.sentence.start, seen.cue.start - _NEAR)
    end = min(seen.sentence.end, max([seen.cue.end, *(p.span.end for p in seen.participants)]) + _NEAR)
    clause = scene.clause(seen.sentence, seen.cue.start, seen.cue.end)
    near = Span(max(start, clause.start), min(max(end, seen.cue.end), clause.end), "")
    apart = pattern("encounters", "marks.indirect").search(scene.text, near.start, near.end)
    through = pattern("encounters", "marks.through").search(scene.text, seen.cue.end, near.end)
    if through is not None:
        named = tuple(p for p in objects(scene, seen.sentence, through.end()) if is_party(p))
        known = {p.party for p in seen.participants}
        extra = tuple(p for p in named if p.party is None or p.party not in known)
        return replace(seen, participants=(*seen.participants, *extra), proximity=True)
    return replace(seen, proximity=True) if apart is not None else seen
