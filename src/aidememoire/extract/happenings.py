"""Attacks, releases, exchanges and evacuations."""

from __future__ import annotations

import math
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
# An object may stand between a verb of striking and its time or its victims.
_FAR = 120
_BY = re.compile(r"[^,;.]{0,50}?\bby\s+", re.IGNORECASE)
# A verb after its weapon ("shells hit"), or before who did it ("was shelled by").
_STRUCK = re.compile(r"\s(?:hit|struck|fell\s\w+|tore\s\w+|blew\sup|opened\sfire|by|\w+ed(?:\s\w+)*)\Z", re.IGNORECASE)
_GERUND = re.compile(r"(?:shelling|bombing)\Z", re.IGNORECASE)
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
                yield _sighting(scene, sentence, kind, cue)
    if not taken:
        yield from _exchange_again(scene, sentence)


def _sighting(scene: Scene, sentence: Span, kind: EncounterKind, cue: Span) -> Sighting:
    before = scene.text[sentence.start : cue.start]
    status = of_happening(before, scene.statement_over(cue), kind == "attack")
    accusing = pattern("encounters", "happenings.accused").search(before) if kind == "attack" else None
    if accusing is None or status != "held":
        return Sighting(kind, status, _doers(scene, sentence, cue), cue, sentence)
    accusers = [p for p in subjects(scene, sentence, sentence.start + accusing.start()) if is_party(p)]
    accused = tuple(p for p in objects(scene, sentence, sentence.start + accusing.end()) if is_party(p))
    return Sighting(kind, "alleged", accused, cue, sentence, accusers[0].party if accusers else None)


def _exchange_again(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """ "The exchange could take place on Monday", where the article spoke of prisoners before."""
    for match in pattern("encounters", "happenings.again").finditer(scene.text, sentence.start, sentence.end):
        ahead = pattern("encounters", "happenings.to_come").match(scene.text, match.end() + 1, sentence.end)
        spoken = scene.memo("captives", _captives)
        cue = Span.of(scene.text, match.start(), match.end())
        if ahead is not None and spoken <= sentence.start and scene.dates_in(sentence):
            yield Sighting("exchange", "planned", (), cue, sentence)


def _captives(scene: Scene) -> float:
    """The end of the first word for prisoners in the text, infinite where it has none."""
    first = pattern("encounters", "happenings.captives").search(scene.text)
    return first.end() if first is not None else math.inf


def _concrete(scene: Scene, sentence: Span, cue: Span, kind: EncounterKind) -> bool:
    """Whether a time, a place or a number stands near: without one, "attacks" are talk of attacks."""
    reach = _FAR if _STRUCK.search(cue.text) else _NEAR
    near = Span.of(scene.text, max(sentence.start, cue.start - _NEAR), min(sentence.end, cue.end + reach))
    timed, placed = any(_exact(t.value) for t in scene.dates_in(near)), bool(scene.places_in(near))
    counted = bool(scene.quantities_in(near))
    if kind == "attack":
        struck = _STRUCK.search(cue.text) is not None or _VERB.fullmatch(cue.text) is not None
        deadly = counted and pattern("encounters", "happenings.victims").search(near.text) is not None
        return (timed and (placed or counted or struck)) or (
            deadly and (struck or placed or _GERUND.search(cue.text) is not None)
        )
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
