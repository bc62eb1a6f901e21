"""Who sent those that head a delegation: "the delegation of Varenia ..., the head of the delegation, Petar Solvane"."""

from __future__ import annotations

import re

from aidememoire.extract.grammar import is_party
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.model.spans import Span

_HEAD_OF = re.compile(
    r"\b(?:head|leader|chief|member|spokes\w+)\s+of\s+(?P<which>the|its|their|[^,.;:]{3,60}?['’]s?)\s+delegation,?\s+\Z",
    re.IGNORECASE,
)
_DELEGATION_OF = re.compile(r"\bdelegation\s+(?:of|from)\s+(?:the\s+)?", re.IGNORECASE)
# How far before a name its post is looked for, in characters.
_BEFORE = 90


def sent_by(scene: Scene, person: str) -> str | None:
    """The party whose delegation a person is said to head in a sentence that names it, None where none does."""
    return scene.memo("heads of delegations", _heads).get(person)


def _heads(scene: Scene) -> dict[str, str]:
    found: dict[str, str] = {}
    for party in scene.parties:
        if party.kind == "person":
            senders = (_sender(scene, mention) for mention in party.mentions)
            sender = next((s for s in senders if s is not None), None)
            if sender is not None:
                found[party.id] = sender
    return found


def _sender(scene: Scene, mention: Span) -> str | None:
    post = _HEAD_OF.search(scene.text[max(0, mention.start - _BEFORE) : mention.start])
    sentence = scene.sentence_over(mention) if post is not None else None
    if post is None or sentence is None:
        return None
    for named in _DELEGATION_OF.finditer(scene.text, sentence.start, mention.start):
        body = _body_at(scene, named.end())
        if body is not None:
            return body
        phrase = _at(scene, sentence, named.end())
        if phrase is not None and is_party(phrase) and phrase.party is not None:
            return phrase.party
    return None


def _body_at(scene: Scene, start: int) -> str | None:
    """The state or government whose name starts at a place."""
    bodies = (p for p in scene.parties if p.kind in {"state", "government", "organization", "armed group"})
    return next((p.id for p in bodies if any(m.start == start for m in p.mentions)), None)


def _at(scene: Scene, sentence: Span, start: int) -> Phrase | None:
    return next((p for p in scene.phrases_in(sentence) if p.span.start <= start < p.span.end), None)
