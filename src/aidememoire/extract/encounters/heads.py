"""The head of a delegation, where the sentence that tells of it names one."""

from __future__ import annotations

import re
from dataclasses import replace

from aidememoire.extract.grammar import antecedent
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.model.spans import Span

_LED_BY = re.compile(
    r"(?:\s*\([^)]*\))?,?\s+(?:(?:which|that|who)\s+(?:is|was|are|were)\s+)?(?:headed|led|chaired)\s+by\s+(?:(?:the|its|their|his|her|an?)\s+)?",
    re.IGNORECASE,
)
_HE_AND = re.compile(r"(he|she|they)\s+and\s+(?=[A-Z])")
_TITLE = re.compile(r"(?:[\w.'’-]+\s+){0,5}")


def with_heads(scene: Scene, participants: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The participants, each delegation followed by the person that "headed by" or "led by" names after it."""
    found: list[Phrase] = []
    for phrase in participants:
        found.append(phrase)
        head = None if phrase.person else _head(scene, phrase)
        if head is not None and head not in participants:
            found.append(head)
    return tuple(found)


def with_pronouns_apart(scene: Scene, participants: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The participants, "he and Verhane" as the two that it names."""
    found: list[Phrase] = []
    for phrase in participants:
        joined = _HE_AND.match(phrase.span.text)
        if joined is None:
            found.append(phrase)
            continue
        start, end = phrase.span.start, phrase.span.end
        he, other = Span.of(scene.text, start, start + joined.end(1)), Span.of(scene.text, start + joined.end(), end)
        meant = antecedent(scene, scene.sentence_over(phrase.span) or phrase.span, start)
        found += [replace(p, span=he) for p in meant if p.party != phrase.party] or [Phrase(he, None, person=True)]
        named = (p for p in scene.parties if p.kind == "person" and p.id != phrase.party)
        party = next((p for p in named if other.text in {*p.aliases, p.name, p.name.split()[-1]}), None)
        found.append(Phrase(other, party.id if party else None, person=True))
    return tuple(found)


def _head(scene: Scene, phrase: Phrase) -> Phrase | None:
    led = _LED_BY.match(scene.text, phrase.span.end)
    sentence = scene.sentence_over(phrase.span)
    if led is None or sentence is None or led.end() >= sentence.end:
        return None
    rest = Span(led.end(), sentence.end, scene.text[led.end() : sentence.end])
    first = next((p for p in scene.phrases_in(rest) if p.person and not p.possessive), None)
    if first is None or _TITLE.fullmatch(scene.text, led.end(), first.span.start) is None:
        return None
    return first
