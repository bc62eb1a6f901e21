"""The words of a term: the time after a verb, the names after it or before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.extract.grammar import subjects
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.spans import Span
from aidememoire.model.when import When

_STOP = re.compile(either(wordlist("terms")["stop"]), re.IGNORECASE)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|St|Mt|Gen|Col|Dr|Mr)\.\Z")
_LEAD = re.compile(r"\s*(?:(?:on|at|from|by|in|as\s+of|late|early)\s+)*", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:(?:local\s+time|on|,|\([^)]*\)|late|early|at|of)\s*)*", re.IGNORECASE)
_RELATIVE = re.compile(
    r",?\s+(?:which|who|that)\s+(?:\w+\s+){0,2}\Z|\s+(?:which|that)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE
)
# Where the places of an instrument end, and what may hang over where a time is cut off.
_PLACES_END = re.compile(rf"{_STOP.pattern}|\s(?:to|between|and\s+(?:to|said|says|that))\s", re.IGNORECASE)
_DANGLING = re.compile(
    r"(?:\s+(?:and|or|in|on|at|late|early|since|from|for|the|last|of|within|by|after)|\s*,)*\s*\Z", re.IGNORECASE
)
# A list of names of more characters is none, and a time further from its verb is another's.
_LONGEST, _NEAR = 160, 12


@dataclass(frozen=True, slots=True)
class Timed:
    """A time with the hour or weekday that goes with it: its words, and the more exact of its values."""

    span: Span
    when: When


def timed(scene: Scene, sentence: Span, after: int) -> Timed | None:
    """The time that stands right after `after`, with those that follow at once ("noon on Friday")."""
    inside = list(scene.dates_in(Span(after, sentence.end, "")))
    lead = _LEAD.match(scene.text, after, sentence.end)
    first = lead.end() if lead is not None else after
    if (
        not inside
        or inside[0].span.start - first > _NEAR
        or re.search(r"[,;.]", scene.text[after : inside[0].span.start])
    ):
        return None
    told = [inside[0]]
    for time in inside[1:]:
        if _JOIN.fullmatch(scene.text, told[-1].span.end, time.span.start) is None:
            break
        told.append(time)
    best = max(told, key=lambda t: ("T" in t.value, len(t.value)))
    return Timed(Span.of(scene.text, told[0].span.start, told[-1].span.end), When(best.span.text, best.value))


def listed_after(scene: Scene, sentence: Span, after: int) -> Span | None:
    """The names right after `after`, to where their list ends; None where none is a name of the article."""
    end = min(sentence.end, after + _LONGEST)
    stop = next((m for m in _STOP.finditer(scene.text, after, end) if not _abbreviated(scene, m)), None)
    if stop is None and end < sentence.end:
        return None
    return _named(scene, after, stop.start() if stop is not None else end)


def places_after(scene: Scene, sentence: Span, after: int) -> Span | None:
    """The places right after `after` ("Halvet and Brenmark"): up to a time or a verb; None where there are none."""
    end = min(sentence.end, after + _LONGEST)
    stop = _PLACES_END.search(scene.text, after, end)
    times = [t.span.start for t in scene.times_in(Span(after, end, ""))]
    end = min([stop.start() if stop else end, *times])
    words = _DANGLING.sub("", scene.text[after:end])
    found = _named(scene, after, after + len(words))
    return found if found is not None and scene.places_in(found) else None


def _abbreviated(scene: Scene, stop: re.Match[str]) -> bool:
    return stop.group() == "." and _ABBREVIATED.search(scene.text[: stop.end()]) is not None


def _named(scene: Scene, start: int, end: int) -> Span | None:
    if not scene.text[start:end].strip(' ,”“"’'):
        return None
    found = Span.trimmed(scene.text, start, end)
    quoted = len(found.text) - len(found.text.rstrip(',”"'))
    found = Span.of(scene.text, found.start, found.end - quoted)
    return found if scene.phrases_in(found) or scene.places_in(found) else None


def named_before(scene: Scene, sentence: Span, verb: int) -> Span | None:
    """The names that are the subject of the verb which starts at `verb`, of a relative clause what that describes."""
    found = subjects(scene, sentence, verb)
    if found:
        return Span.of(scene.text, min(p.span.start for p in found), max(p.span.end for p in found))
    relative = _RELATIVE.search(scene.text, sentence.start, verb)
    before = Span(sentence.start, relative.start() if relative else verb, "")
    named = [*scene.places_in(before), *(p.span for p in scene.phrases_in(before))]
    return next((n for n in reversed(named) if n.end in {before.end, before.end - 1}), None)
