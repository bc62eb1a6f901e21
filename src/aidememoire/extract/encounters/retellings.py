"""One telling, one encounter: what a verb and a noun of one clause, or a standfirst and the story, both tell of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aidememoire.extract.bonds import head_word, known_tree, owners
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.scene import Scene
from aidememoire.model.facts import Encounter

# Verbs joined by "and" in one sentence: never more than this many.
_JOINED = 6


def told_once(scene: Scene, told: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """The sightings without those that only tell again, in one clause, what another tells with more names."""
    kept: list[Sighting] = []
    for sighting in told:
        again = next((at for at, other in enumerate(kept) if _one_telling(scene, other, sighting)), None)
        if again is None:
            kept.append(sighting)
        elif len(sighting.participants) > len(kept[again].participants):
            kept[again] = sighting
    return tuple(kept)


def _one_telling(scene: Scene, first: Sighting, second: Sighting) -> bool:
    if first.sentence != second.sentence or first.kind != second.kind or first.status != second.status:
        return False
    one, other = _names(first), _names(second)
    if not (one <= other or other <= one):
        return False
    return first.cue == second.cue or _clause(scene, first) in {_clause(scene, second)} - {None}


def _names(sighting: Sighting) -> frozenset[str]:
    return frozenset(p.party or p.span.text for p in sighting.participants)


def _clause(scene: Scene, sighting: Sighting) -> int | None:
    """The verb of the clause that tells of an encounter, of verbs joined to each other the first; None without one."""
    tree = known_tree(scene)
    word = head_word(tree, sighting.cue) if tree is not None else None
    if tree is None or word is None:
        return None
    at = owners(tree, word)[-1]
    for _ in range(_JOINED):
        head = tree.words[at].head
        joined = tree.is_a(at, "conj") and head >= 0 and tree.words[head].upos == "VERB"
        if not joined or tree.kids(at, "nsubj"):
            break
        at = head
    return at if tree.words[at].upos == "VERB" else None


def without_standfirst(scene: Scene, found: Sequence[Encounter]) -> tuple[Encounter, ...]:
    """The encounters without those of the standfirst that the story tells too; these lend it what it leaves out."""
    kinds = [(p.start, p.end) for p in scene.article.paragraphs if p.kind == "standfirst"]
    first = [e for e in found if any(start <= e.evidence.start < end for start, end in kinds)]
    story = [e for e in found if e not in first]
    kept: list[Encounter] = []
    for above in first:
        at = next((at for at, below in enumerate(story) if _same(above, below)), None)
        if at is None:
            kept.append(above)
        else:
            story[at] = _filled(story[at], above)
    return (*kept, *story)


def without_repeats(found: Sequence[Encounter]) -> tuple[Encounter, ...]:
    """The encounters without those that the same words tell again, as where a headline stands in the story too."""
    kept: list[Encounter] = []
    for encounter in found:
        words = " ".join(encounter.evidence.text.split())
        again = any(
            (e.kind, e.status, e.participant_texts) == (encounter.kind, encounter.status, encounter.participant_texts)
            and e.evidence.start != encounter.evidence.start
            and words in " ".join(e.evidence.text.split())
            for e in kept
        )
        if not again:
            kept.append(encounter)
    return tuple(kept)


def _same(above: Encounter, below: Encounter) -> bool:
    parties = set(above.participants) <= set(below.participants) or set(below.participants) <= set(above.participants)
    places = {above.place, below.place} - {None}
    days = {e.when.value for e in (above, below) if e.when is not None}
    alike = above.kind == below.kind and above.status == below.status
    return alike and parties and len(places) < 2 and len(days) < 2


def _filled(below: Encounter, above: Encounter) -> Encounter:
    return replace(
        below,
        place=below.place or above.place,
        when=below.when or above.when,
        track=below.track or above.track,
        round=below.round if below.round is not None else above.round,
    )
