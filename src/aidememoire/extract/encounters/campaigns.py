"""What is no single attack: a war's course over months told as one, a plot, air support beside what is told."""

from __future__ import annotations

import re

from aidememoire.extract.bonds import bound, known_tree, spoken_between
from aidememoire.extract.encounters.reach import reach
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.spans import Span

_NO = re.compile(rf"\b{either(wordlist('attacks')['no']['before'])}\s*\Z", re.IGNORECASE)
# A day or a part of one; a week or a weekend is near enough.
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|W\d\d)")
_WINDOW = 60
_KNOWN = re.compile(r"\b(?:the|this|these|that|those)\s+(?:[\w-]+\s+)?\Z", re.IGNORECASE)
_MANY = re.compile(r"\b(?:\w+s|shelling|bombing|bombardment)\b", re.IGNORECASE)


def is_campaign(scene: Scene, sentence: Span, cue: Span) -> bool:
    """Whether the noun or verb at `cue` tells of no attack of its own.

    That is so of a plot, of air support beside an advance, and of what went on for months where no day is given.
    """
    if _NO.search(scene.text, max(sentence.start, cue.start - _WINDOW), cue.start):
        return True
    if pattern("attacks", "no.after").match(scene.text, cue.end + 1, sentence.end):
        return True
    if _has_day(scene, sentence, cue):
        return False
    if _months(scene, sentence, cue):
        return True
    around = scene.clause(sentence, cue.start, cue.end)
    perfect = pattern("attacks", "no.perfect").search(around.text)
    known = _KNOWN.search(scene.text, sentence.start, cue.start)
    timed = scene.times_in(around) or scene.places_in(Span.of(scene.text, cue.start, around.end))
    return perfect is not None and _MANY.search(cue.text) is not None and not timed and known is None


def _months(scene: Scene, sentence: Span, cue: Span) -> bool:
    """Whether months or years are told beside the cue, with no comma between."""
    start, end = max(sentence.start, cue.start - _WINDOW), min(sentence.end, cue.end + 2 * _WINDOW)
    for match in pattern("attacks", "no.campaign").finditer(scene.text, start, end):
        between = scene.text[min(match.end(), cue.end) : max(match.start(), cue.start)]
        if ", " not in between:
            return True
    return False


def _has_day(scene: Scene, sentence: Span, cue: Span) -> bool:
    """Whether a day is the event's own, not one on which somebody speaks of it."""
    tree = known_tree(scene)
    days = [t.span for t in scene.dates_in(sentence) if _DAY.match(t.value)]
    if tree is None:
        return bool(days)
    own = tuple(reach(tree, sentence, cue))
    return any(bound(tree, day, own) and not spoken_between(tree, cue, day) for day in days)
