"""Meetings told by a verb whose subject stands elsewhere: what somebody is accused of, what "and" joins to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.bonds import head_word, known_tree
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.grammar import is_party, objects, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.model.spans import Span

_OF_MEETING = re.compile(
    r"\b(?:accus(?:e|es|ed|ing)|suspect(?:s|ed|ing)?)\s+(?P<who>[^;:“”\"]{2,80}?)\s+of\s+(?:secretly\s+)?\Z",
    re.IGNORECASE,
)
_OF = re.compile(r"\bof\s+(?:secretly\s+)?\Z", re.IGNORECASE)


def is_gerund_of(scene: Scene, sentence: Span, cue: Span) -> bool:
    """Whether a verb of meeting stands after "of", where what is before it is not its subject."""
    return _OF.search(scene.text[sentence.start : cue.start]) is not None


def accused_of_meeting(scene: Scene, sentence: Span, cue: Span) -> Iterator[Sighting]:
    """A meeting that somebody is accused of: "accused Verhane of meeting the commander"."""
    accused = _OF_MEETING.search(scene.text[sentence.start : cue.start])
    whom = tuple(p for p in objects(scene, sentence, cue.end) if is_party(p))
    if accused is None or not whom:
        return
    start, end = sentence.start + accused.start("who"), sentence.start + accused.end("who")
    who = tuple(p for p in scene.phrases_in(Span(start, end, accused["who"])) if is_party(p) and not p.possessive)
    accusers = subjects(scene, sentence, sentence.start + accused.start())
    if who:
        source = next((p.party for p in accusers), None)
        yield Sighting("meeting", "alleged", (*who, *whom), cue, sentence, accuser=source)


def joined_subject(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """The subject of the verb that "and meet" is joined to ("Solvane will stay in Dravik and meet ...")."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    if tree is None or at is None or not tree.is_a(at, "conj") or tree.kids(at, "nsubj"):
        return ()
    head = tree.words[at].head
    joined = head >= 0 and tree.words[head].upos == "VERB" and sentence.start <= tree.words[head].start < cue.start
    if not joined or not tree.kids(head, "nsubj") or tree.passive(head):
        return ()
    return subjects(scene, sentence, tree.words[head].start)
