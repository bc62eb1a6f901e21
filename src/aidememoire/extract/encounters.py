"""Meetings, talks, attacks, releases, exchanges, evacuations, visits and calls that an article tells of."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.extract.encounter_status import as_said
from aidememoire.extract.gatherings import gatherings
from aidememoire.extract.grammar import names_of
from aidememoire.extract.happenings import happenings
from aidememoire.extract.meetings import meetings
from aidememoire.extract.scene import Scene
from aidememoire.extract.sightings import Sighting
from aidememoire.extract.tracks import round_number, track_named
from aidememoire.extract.wordlists import pattern
from aidememoire.model.facts import Encounter, When
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span

# How far from its verb or noun a track's name may stand, in characters.
_NEAR = 60


def encounters(scene: Scene) -> tuple[Encounter, ...]:
    """The encounters of an article, in the order of its text, each with the clause that tells of it."""
    told: list[Sighting] = []
    for sentence in scene.sentences():
        told.extend(meetings(scene, sentence.span))
        told.extend(gatherings(scene, sentence.span, told))
        told.extend(happenings(scene, sentence.span))
    made: dict[str, Encounter] = {}
    last: Encounter | None = None
    for sighting in told:
        for encounter in _encounter(scene, sighting, last):
            if encounter.id not in made:
                made[encounter.id] = last = encounter
    return tuple(sorted(made.values(), key=lambda e: (e.evidence.start, e.evidence.end)))


def _encounter(scene: Scene, seen: Sighting, last: Encounter | None) -> Iterator[Encounter]:
    statement = scene.statement_over(seen.cue)
    status = as_said(seen.status, statement)
    if status == "none":
        return
    evidence = seen.evidence(scene)
    ids, texts = names_of(seen.participants)
    mark = content_id(
        "encounter", scene.article.id, evidence.start, evidence.end, seen.kind, status, *texts, seen.cue.start
    )
    yield Encounter(
        id=mark,
        article=scene.article.id,
        kind=seen.kind,
        status=status,
        participants=ids,
        participant_texts=texts,
        place=scene.place(evidence, seen.cue),
        when=_when(scene, seen, evidence, last),
        source=statement.speaker if statement else seen.accuser,
        track=track_named(scene, _around(scene, seen.cue, evidence)),
        round=round_number(evidence.text),
        evidence=evidence,
    )


def _when(scene: Scene, seen: Sighting, evidence: Span, last: Encounter | None) -> When | None:
    """When it was: the date of its clause; for "later that day" that of the encounter before; or a bare "weekend"."""
    dated = scene.when(evidence, seen.cue)
    if dated is not None:
        return dated
    if last is not None and pattern("encounters", "marks.same_day").search(evidence.text):
        return last.when if last.status == seen.status else None
    before = scene.text[max(seen.sentence.start, seen.cue.start - 20) : seen.cue.start]
    word = pattern("encounters", "marks.time_words").search(before)
    return When(word.group(), "") if word else None


def _around(scene: Scene, cue: Span, evidence: Span) -> Span:
    """The words near a cue, where a track's name belongs to it rather than to something else in the clause."""
    start, end = max(evidence.start, cue.start - _NEAR), min(evidence.end, cue.end + _NEAR)
    return Span.of(scene.text, start, end)
