"""What was held once: a stand given up since, and the time at which one was taken."""

from __future__ import annotations

import re

from aidememoire.extract.positions.held import Held
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.reading import TimeExpression
from aidememoire.model.spans import Span
from aidememoire.model.when import When

_WORDS = wordlist("positions")["past"]
_HAD = re.compile(rf"\bhad\s+(?:\w+ly\s+)?{either(_WORDS['state'])}\b[^,;:]{{0,30}}\Z", re.IGNORECASE)
_HAD_ITSELF = re.compile(rf"(?:had\s+)?{either(_WORDS['state'])}\b", re.IGNORECASE)
_ENDS_IN_HAD = re.compile(r"\bhad\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:said|says|say|told|added|according\s+to|reported)\b", re.IGNORECASE)
_UNTIL_NOW = re.compile(rf"\b{either(_WORDS['until_now'])}\b", re.IGNORECASE)
_PAST_CUE = re.compile(r"\w+ed\b|\b(?:would|did|was|were|had)\b", re.IGNORECASE)
_OPENS = re.compile(r"[\W_]*(?:(?:on|in|at|late|early|earlier|last|this|an?|the|mid)\b[\s-]*){0,4}\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:(?:on|in|late|early|earlier|last|this)\s+){0,3}\Z", re.IGNORECASE)
_AGO = re.compile(r"\byears?\s+(?:ago|earlier|before)\b", re.IGNORECASE)


def given_up(scene: Scene, sentence: Span, held: Held) -> bool:
    """Whether a stand is told as one of before: "until the last minute it had refused", "it had wanted a truce"."""
    before = scene.text[sentence.start : held.cue.start]
    if _REPORTED.search(before):
        return False
    cue = held.cue.text
    had = _HAD.search(before) or (
        (_ENDS_IN_HAD.search(before) or cue.lower().startswith("had ")) and _HAD_ITSELF.match(cue)
    )
    if had:
        return True
    return _UNTIL_NOW.search(before) is not None and _PAST_CUE.search(f"{before[-12:]}{cue}") is not None


def told_when(scene: Scene, sentence: Span, held: Held) -> When | None:
    """The time at which a stand was taken: the one its sentence opens with, or that stands right by its verb."""
    for time in scene.dates_in(sentence):
        if not _is_past(scene, time):
            continue
        opens = _OPENS.match(scene.text[sentence.start : time.span.start]) and time.span.end <= held.cue.start
        by_verb = held.cue.end <= time.span.start and time.span.end <= held.issue.start
        beside = by_verb and _BETWEEN.match(_without_whom(scene.text[held.cue.end : time.span.start]))
        ago = time.span.end <= held.cue.start and _AGO.search(time.span.text) and _PAST_CUE.search(held.cue.text)
        if opens or beside or ago:
            return When(time.span.text, time.value)
    return None


def _without_whom(words: str) -> str:
    """The words between a verb and a time without the party between them ("urged Kestria on Tuesday")."""
    return re.sub(r"^.*?\s(?=(?:on|in|late|early|earlier|last|this)\b|\Z)", " ", f" {words.strip()} ", count=1)


def _is_past(scene: Scene, time: TimeExpression) -> bool:
    published = scene.article.published
    return time.earliest is not None and published is not None and str(time.earliest) <= str(published)[:10]
