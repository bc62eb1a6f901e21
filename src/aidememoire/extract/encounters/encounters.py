"""Meetings, talks, attacks, releases, exchanges, evacuations, visits and calls that an article tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aidememoire.extract.encounters.carried import with_carried
from aidememoire.extract.encounters.circumstances import place_of, when_of
from aidememoire.extract.encounters.gatherings import gatherings
from aidememoire.extract.encounters.groups import no_person
from aidememoire.extract.encounters.happenings import happenings
from aidememoire.extract.encounters.heads import with_heads, with_pronouns_apart
from aidememoire.extract.encounters.introductions import introduced_day, introduced_place
from aidememoire.extract.encounters.likenesses import with_likenesses
from aidememoire.extract.encounters.listed import seat_behind, with_joined
from aidememoire.extract.encounters.meetings import meetings
from aidememoire.extract.encounters.proximity import as_proximity, shuttles
from aidememoire.extract.encounters.retellings import told_once, without_repeats, without_standfirst
from aidememoire.extract.encounters.senders import placed_apart
from aidememoire.extract.encounters.sides import with_sides
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.encounters.status import as_said
from aidememoire.extract.encounters.telling import as_speaker, source_of, statement_of
from aidememoire.extract.grammar import names_of
from aidememoire.extract.process.tracks import round_number, track_named
from aidememoire.extract.scene import Scene
from aidememoire.model.facts import Encounter
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span

# How far from its verb or noun a track's name may stand, in characters.
_NEAR = 60
_GATHERINGS = frozenset(("meeting", "talks", "call", "visit"))


def encounters(scene: Scene) -> tuple[Encounter, ...]:
    """The encounters of an article, in the order of its text, each with the clause that tells of it."""
    told: list[Sighting] = []
    for sentence in scene.sentences():
        told.extend(meetings(scene, sentence.span))
        told.extend(shuttles(scene, sentence.span))
        told.extend(gatherings(scene, sentence.span, told))
        told.extend(happenings(scene, sentence.span))
    made: dict[str, tuple[Sighting, Encounter]] = {}
    last: Encounter | None = None
    for sighting in told_once(scene, told):
        whole = _completed(scene, sighting, told)
        for encounter in _encounter(scene, whole, last):
            if encounter.id not in made:
                last = encounter
                made[encounter.id] = (whole, encounter)
    kept = without_repeats(without_standfirst(scene, with_carried(scene, tuple(made.values()))))
    return tuple(sorted(kept, key=lambda e: (e.evidence.start, e.evidence.end)))


def _completed(scene: Scene, seen: Sighting, told: Sequence[Sighting]) -> Sighting:
    """A gathering or visit with those sides and that place which its own clause leaves to the words around it."""
    if seen.kind not in _GATHERINGS or seen.status == "none":
        return seen
    earlier = [s for s in told if s.cue.end <= seen.cue.start]
    return placed_apart(scene, with_sides(scene, seen, earlier))


def _encounter(scene: Scene, seen: Sighting, last: Encounter | None) -> Iterator[Encounter]:
    seen = as_proximity(scene, seen)
    statement = statement_of(scene, seen.cue)
    status = as_said(seen.status, statement, attack=seen.kind == "attack")
    if status == "none":
        return
    evidence = seen.evidence(scene)
    named = tuple(no_person(scene, p) for p in as_speaker(scene, seen.participants, statement))
    who = with_heads(scene, with_pronouns_apart(scene, named))
    gathered = seen.kind in _GATHERINGS
    ids, texts = names_of(with_likenesses(scene, who) if gathered else who)
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
        place=with_joined(scene, seen.sentence, _place(scene, seen, evidence)),
        when=when_of(scene, seen, evidence, last) or (introduced_day(scene, seen) if gathered else None),
        source=source_of(scene, seen.cue, statement) if statement else seen.accuser,
        track=track_named(scene, _around(scene, seen.cue, evidence)),
        round=round_number(evidence.text),
        evidence=evidence,
        proximity=seen.proximity,
    )


def _place(scene: Scene, seen: Sighting, evidence: Span) -> str | None:
    """Where it was: for a gathering no place that takes part in it ("talks with Orlune"). A call has none."""
    if seen.kind == "call":
        return None
    if seen.kind not in _GATHERINGS:
        return seat_behind(scene, seen.sentence, seen.cue.end) or place_of(scene, seen, evidence)
    place = place_of(scene, seen, evidence)
    if place in {p.span.text for p in seen.participants}:
        place = None
    return place or introduced_place(scene, seen)


def _around(scene: Scene, cue: Span, evidence: Span) -> Span:
    """The words near a cue, where a track's name belongs to it rather than to something else in the clause."""
    start, end = max(evidence.start, cue.start - _NEAR), min(evidence.end, cue.end + _NEAR)
    return Span.of(scene.text, start, end)
