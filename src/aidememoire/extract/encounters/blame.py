"""Whose an attack is said to be, further on in its sentence: "blamed on", "claimed by", "probably planned by"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.extract.grammar import is_party, objects, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.spans import Span

_WORDS = wordlist("attacks")["whose"]
_NAMED = re.compile(
    rf"\b(?:(?P<blamed>{either(_WORDS['blamed'])})|(?P<claimed>{either(_WORDS['claimed'])})|(?P<done>{either(_WORDS['done'])}))"
    r"\s+(?:(?:the|a|an|suspected|alleged)\s+)*",
    re.IGNORECASE,
)
_SAID = re.compile(rf"\b{either(_WORDS['said'])}\b", re.IGNORECASE)
_ATTACK = re.compile(rf"\b{either(wordlist('attacks')['reach']['nouns'])}\b", re.IGNORECASE)
# ", in an attack claimed by": the same attack, named once more.
_AGAIN = re.compile(r",\s+(?:in\s+)?an?\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE)

# "The car bombs and suicide attacks": told together.
_JOINED = re.compile(r"\s*and\s+(?:[\w-]+\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Blame:
    """Whose it is said to be, whether that is only alleged, and the party that says so (None where none is named).

    `claimed` tells that they own to it.
    """

    doers: tuple[Phrase, ...]
    alleged: bool
    accuser: str | None = None
    claimed: bool = False


def blame_of(scene: Scene, sentence: Span, cue: Span) -> Blame | None:
    """Whom the words after an attack's noun or verb make its author, None where they name nobody."""
    found = _NAMED.search(scene.text, cue.end, sentence.end)
    if found is None or _another(scene, cue, found.start()):
        return None
    named = tuple(p for p in objects(scene, sentence, found.end()) if is_party(p)) or _owner(scene, found.end())
    if not named:
        return None
    gap = scene.text[cue.end : found.start()]
    said = _SAID.search(gap)
    alleged = found.group("blamed") is not None or (found.group("done") is not None and said is not None)
    verb = found.start() if found.group("blamed") else cue.end + said.start() if said else None
    by = subjects(scene, sentence, verb) if alleged and verb is not None else ()
    accusers = [p.party for p in by if is_party(p) and p.party is not None and p.span.start >= cue.end]
    return Blame(named, alleged, accusers[0] if accusers else None, claimed=found.group("claimed") is not None)


def _owner(scene: Scene, start: int) -> tuple[Phrase, ...]:
    """Whose men or guns they are that stand right there ("fired by the army's 4th brigade")."""
    beside = (p for p in scene.phrases if p.span.start == start and p.possessive and is_party(p))
    return tuple(beside)


def _another(scene: Scene, cue: Span, end: int) -> bool:
    """Whether another attack is told between the two, so that the words are of that one."""
    others = _ATTACK.finditer(scene.text, cue.end, end)
    return not all(_goes_on(scene.text[cue.end : other.start()]) for other in others)


def _goes_on(gap: str) -> bool:
    """Whether a second noun for an attack, after `gap`, is told of as one with the first."""
    return _AGAIN.search(gap) is not None or _JOINED.fullmatch(gap) is not None
