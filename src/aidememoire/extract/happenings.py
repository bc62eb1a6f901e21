"""Attacks, releases, exchanges and evacuations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.encounter_status import of_happening
from aidememoire.extract.grammar import is_party, objects, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.sightings import Sighting
from aidememoire.extract.wordlists import pattern
from aidememoire.model.facts import EncounterKind
from aidememoire.model.spans import Span

_KINDS: tuple[EncounterKind, ...] = ("exchange", "release", "evacuation", "attack")
# How far a time, place, number or victim may stand from the cue and still belong to it, in characters.
_NEAR = 60
_BY = re.compile(r"[^,;.]{0,50}?\bby\s+", re.IGNORECASE)
_VERB = re.compile(r"\w+(?:ed|ing)\b(?<!shelling)(?<!bombing)", re.IGNORECASE)


def happenings(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """The attacks, releases, exchanges and evacuations that a sentence tells."""
    taken: list[Span] = []
    for kind in _KINDS:
        for match in pattern("encounters", f"happenings.{kind}").finditer(scene.text, sentence.start, sentence.end):
            cue = Span.of(scene.text, match.start(), match.end())
            if any(cue.overlaps(t) for t in taken) or any(s < cue.start < s + _NEAR for s in (t.end for t in taken)):
                continue
            if _concrete(scene, sentence, cue, kind):
                taken.append(cue)
                status = of_happening(
                    scene.text[sentence.start : cue.start], scene.statement_over(cue), kind == "attack"
                )
                yield Sighting(kind, status, _doers(scene, sentence, cue), cue, sentence)


def _concrete(scene: Scene, sentence: Span, cue: Span, kind: EncounterKind) -> bool:
    """Whether a time, a place or a number stands near: without one, "attacks" are talk of attacks."""
    near = Span.of(scene.text, max(sentence.start, cue.start - _NEAR), min(sentence.end, cue.end + _NEAR))
    timed, placed = any(_exact(t.value) for t in scene.dates_in(near)), bool(scene.places_in(near))
    counted = any(near.covers(q.span) for q in scene.reading.quantities)
    if kind == "attack":
        return timed and (placed or counted or _VERB.fullmatch(cue.text) is not None)
    return timed or placed or counted


def _exact(value: str) -> bool:
    """Whether a TIMEX3 value gives a month or less: attacks "in recent years" are no one happening."""
    return re.match(r"[\dX]{4}-", value) is not None


def _doers(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who did it, as "by X", as the subject of its verb, or as the word before its noun ("rebel attack")."""
    match = _BY.match(scene.text, cue.end, sentence.end)
    if match is not None:
        found = objects(scene, sentence, match.end())
    elif _VERB.match(cue.text):
        found = subjects(scene, sentence, cue.start)
    else:
        beside = [p for p in scene.phrases_in(sentence) if p.span.end <= cue.start]
        gap = scene.text[beside[-1].span.end : cue.start] if beside else "far"
        found = (beside[-1],) if beside and re.fullmatch(r"(?:['’]s)?\s*", gap) else ()
    return tuple(p for p in found if is_party(p))
