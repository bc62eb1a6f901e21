"""Meetings, calls and visits told by a verb: who met whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.encounter_status import Told, of_verb
from aidememoire.extract.grammar import coordinated, is_party, objects, opening, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.sightings import Sighting
from aidememoire.extract.wordlists import pattern
from aidememoire.model.facts import EncounterKind
from aidememoire.model.spans import Span

_KINDS: tuple[EncounterKind, ...] = ("call", "talks", "meeting", "visit")
_ALONE = re.compile(
    r"\s+(?:again\s+)?(?:in|on|at|to\s+discuss|for|late|early|behind|face[- ]to[- ]face|next|this|last)\b",
    re.IGNORECASE,
)
_GERUND = re.compile(r"\b(before|after|while|when)\s+\Z", re.IGNORECASE)
_CHAINED = re.compile(r"\band(?:\s+(?:then|later|also))*\s+\Z", re.IGNORECASE)


def meetings(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """The meetings, calls and visits that the verbs of a sentence tell."""
    taken: list[Span] = []
    for kind in _KINDS:
        for match in pattern("encounters", f"verbs.{kind}").finditer(scene.text, sentence.start, sentence.end):
            cue = Span.of(scene.text, match.start(), match.end())
            if not any(cue.overlaps(t) for t in taken):
                taken.append(cue)
                yield from _told(scene, sentence, kind, cue)
    yield from _due_back(scene, sentence)


def _told(scene: Scene, sentence: Span, kind: EncounterKind, cue: Span) -> Iterator[Sighting]:
    who = tuple(p for p in _subjects(scene, sentence, cue) if is_party(p))
    if not who:
        return
    status = _status(scene, sentence, cue)
    if kind == "visit":
        yield from _visit(scene, sentence, cue, who, status)
        return
    whom = tuple(p for p in objects(scene, sentence, cue.end) if is_party(p))
    if not whom and kind == "meeting" and _alone(scene, sentence, cue):
        whom = _later_with(scene, sentence, cue)
    elif not whom:
        return
    for group in _apart(scene, sentence, cue, who, whom):
        yield Sighting(kind, status, (*who, *group), cue, sentence)
    for follower in _followers(scene, sentence, whom):
        yield Sighting(kind, status, (*who, *follower), cue, sentence)


def _visit(scene: Scene, sentence: Span, cue: Span, who: tuple[Phrase, ...], status: Told) -> Iterator[Sighting]:
    there = scene.text[cue.end : sentence.end]
    place = next((p for p in scene.places_in(sentence) if p.start >= cue.end), None)
    if (
        place is not None
        and not scene.text[cue.end : place.start].replace("the", "").strip()
        and there
        and not who[-1].weak
    ):
        yield Sighting("visit", "planned" if cue.text.startswith("due") else status, who, cue, sentence)


def _subjects(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    before = scene.text[sentence.start : cue.start]
    if _GERUND.search(before) or _CHAINED.search(before):
        first = opening(scene, Span(sentence.start, cue.start, before))
        main = _main_verb(scene, sentence, cue.start)
        return (subjects(scene, sentence, main) if main else ()) or ((first,) if first else ())
    return subjects(scene, sentence, cue.start)


def _main_verb(scene: Scene, sentence: Span, before: int) -> int | None:
    """Where the nearest earlier verb of meeting starts, whose subject a later "and hosted" shares."""
    starts = [
        m.start()
        for kind in _KINDS
        for m in pattern("encounters", f"verbs.{kind}").finditer(scene.text, sentence.start, before)
    ]
    return max(starts, default=None)


def _status(scene: Scene, sentence: Span, cue: Span) -> Told:
    before = scene.text[sentence.start : cue.start]
    after = Span(cue.end, sentence.end, scene.text[cue.end : sentence.end])
    timed = bool(scene.times_in(after))
    gerund = _GERUND.search(before)
    if gerund is None:
        return of_verb(before, cue.text, timed)
    main = _main_verb(scene, sentence, cue.start)
    if gerund.group(1).lower() == "before" and main is not None:
        match = re.compile(r"\w+").match(scene.text, main)
        return of_verb(scene.text[sentence.start : main], match.group() if match else "", timed=True)
    return "held"


def _alone(scene: Scene, sentence: Span, cue: Span) -> bool:
    """Whether nobody is named as met, but a place, a time or a purpose follows ("the ministers met in Halvet")."""
    rest = Span(cue.end, sentence.end, scene.text[cue.end : sentence.end])
    following = _ALONE.match(scene.text, cue.end, sentence.end) is not None
    told = bool(scene.times_in(rest) or scene.places_in(rest))
    return told and (following or any(t.span.start - cue.end < 3 for t in scene.times_in(rest)))


def _later_with(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Those met, where a place or a time comes first ("met in Halvet for two hours with the envoy")."""
    match = re.compile(r"[^,;:.]{3,60}?\bwith\s+").match(scene.text, cue.end, sentence.end)
    return tuple(p for p in objects(scene, sentence, match.end()) if is_party(p)) if match else ()


def _apart(
    scene: Scene, sentence: Span, cue: Span, who: tuple[Phrase, ...], whom: tuple[Phrase, ...]
) -> Iterator[tuple[Phrase, ...]]:
    """Those met, one group a meeting: each alone where the text says "both", "separately" or the like."""
    end = whom[-1].span.end if whom else cue.end
    around = scene.text[cue.start : min(sentence.end, end + 30)]
    if len(whom) > 1 and len(who) == 1 and pattern("encounters", "marks.apart").search(around):
        yield from ((p,) for p in whom)
    else:
        yield whom


def _followers(scene: Scene, sentence: Span, whom: tuple[Phrase, ...]) -> Iterator[tuple[Phrase, ...]]:
    """Those met next, where ", followed by" names them."""
    if not whom:
        return
    match = re.compile(r"\bfollowed\s+by\s+").search(scene.text, whom[-1].span.end, sentence.end)
    if match is None:
        return
    rest = Span(match.end(), sentence.end, scene.text[match.end() : sentence.end])
    inside = [p for p in scene.phrases_in(rest) if is_party(p)]
    if inside and inside[0].span.start - match.end() < 8:
        yield coordinated(scene, inside)


def _due_back(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """A party that is due back at the venue: a meeting still to come."""
    for match in pattern("encounters", "marks.due_back").finditer(scene.text, sentence.start, sentence.end):
        following = scene.text[match.end() : min(sentence.end, match.end() + 60)]
        who = tuple(p for p in subjects(scene, sentence, match.start()) if is_party(p))
        if who and pattern("encounters", "marks.venue").search(following):
            cue = Span.of(scene.text, match.start(), match.end())
            yield Sighting("meeting", "planned", who, cue, sentence)
