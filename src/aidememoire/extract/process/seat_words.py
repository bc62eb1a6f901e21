"""Seats at the talks: what words tell of them, and the grammar that all the rules for them share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from aidememoire.extract.grammar import opening, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.process.tracks import track_of
from aidememoire.extract.scene import Scene, is_filler
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.mentions import SeatStanding
from aidememoire.model.spans import Span

Side = Literal["for", "against"]

_WORDS = wordlist("seats")
_TALKS = re.compile(
    r"\b(?:talks|negotiations|negotiating\s+table|peace\s+conference|peace\s+process|delegations?|rounds?\s+of)\b", re.I
)
PAUSE = r"(?:\s+(?:also|yet|so\s+far|even|still|now|\w+ly))*"
_AT = re.compile(
    rf"\s*(?:(?:in|at|to|from|for|with|of)\s+)?(?:[\w’'.“\"-]+\s+){{0,5}}?{either(_WORDS['table'])}\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    rf"\s*(?:from|in|by|to)\s+(?:[\w’'.-]+\s+){{0,4}}?{either(_WORDS['elsewhere'])}\b", re.IGNORECASE
)
# How far after a verb the track may be named, in characters.
_NEAR = 40
# What leaves a choice open before its verb: "asked whether it would attend".
_OPEN = re.compile(rf"(?<![\w-]){either(_WORDS['open'])}\s+(?:[\w’'-]+\s+){{0,4}}\Z", re.IGNORECASE)
# "After the council walked out": here the name after the word is a subject, not its object.
_AFTER = re.compile(r"\b(?:after|before|since|until|than)\s+(?:the\s+)?\Z", re.IGNORECASE)
_ADDED = re.compile(r"(?:,|,?\s+(?:and|but))\s+(?:also\s+|then\s+)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What some words tell of seats: of whom, how it stands or is wanted, and who wants it (() where nobody does)."""

    whom: tuple[Phrase, ...]
    standing: SeatStanding
    shown: Span
    side: Side | None = None
    by: tuple[Phrase, ...] = ()


def subject_of(scene: Scene, sentence: Span, verb: int) -> tuple[Phrase, ...]:
    """The subject of a verb; of one that "and" adds to another, whoever opens what is said or the sentence."""
    found = subjects(scene, sentence, verb)
    if found:
        return found
    beside = [p for p in scene.phrases_in(Span(sentence.start, verb, "")) if is_filler(scene.text[p.span.end : verb])]
    if beside and _AFTER.search(scene.text[sentence.start : beside[-1].span.start]):
        return (beside[-1],)
    if not _ADDED.search(scene.text[sentence.start : verb]):
        return ()
    said = scene.statement_over(Span(verb, verb + 1, ""))
    part = next((p for p in said.content_parts if p.start <= verb < p.end), None) if said is not None else None
    start = max(sentence.start, part.start if part is not None else sentence.start)
    first = opening(scene, Span(start, verb, scene.text[start:verb]))
    return (first,) if first is not None else ()


def at_talks(scene: Scene, sentence: Span, end: int) -> bool:
    """Whether what follows a verb is the talks, or nothing, where the sentence speaks of talks before."""
    rest = scene.text[end : sentence.end]
    if _AT.match(rest):
        return _ELSEWHERE.match(rest) is None
    return re.match(r"\s*(?:[,.;”\"]|and\b|but\b|so\s+far\b|unless\b|until\b|because\b|after\b|\Z)", rest) is not None


def in_reach(scene: Scene, sentence: Span, rest: str) -> bool:
    """Whether what follows "excluded" is the talks, or the sentence speaks of talks and nothing else follows."""
    if _ELSEWHERE.match(rest):
        return False
    if re.match(r"\s*(?:in|from|to|at)\s", rest):
        return _AT.match(rest) is not None or venue_told(scene, sentence, rest)
    return (
        _TALKS.search(sentence.text) is not None
        or re.match(r"\s*(?:[.,;]|so\s+far|for\s|if\s|because\s|\Z)", rest) is not None
    )


def venue_told(scene: Scene, sentence: Span, rest: str) -> bool:
    """Whether `rest`, what follows in the sentence, soon names the track."""
    track = track_of(scene, sentence)
    return track is not None and 0 <= rest.find(track) < _NEAR


def is_open(before: str) -> bool:
    """Whether the words before a verb leave it open whether it is done: "asked whether it would"."""
    return _OPEN.search(before) is not None


def of_talks(words: str) -> bool:
    """Whether words speak of talks."""
    return _TALKS.search(words) is not None


def elsewhere(rest: str) -> bool:
    """Whether what follows a verb is no seat at talks, but a part in a truce or a list."""
    return _ELSEWHERE.match(rest) is not None


def venue_next(scene: Scene, sentence: Span, rest: str) -> bool:
    """Whether the first words of `rest`, what follows in the sentence, are the name of the track."""
    track = track_of(scene, sentence)
    return track is not None and re.match(rf"\s*{re.escape(track)}\b", rest) is not None
