"""An instrument's own parts: when it was made, who is bound by it, and what it is for."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterator
from datetime import date, timedelta

from aidememoire.extract.commitments.promisers import promisers
from aidememoire.extract.grammar import coordinated, is_party, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.reading import TimeExpression
from aidememoire.model.spans import Span
from aidememoire.model.when import When

_MADE = wordlist("agreements")["made"]
_BETWEEN = re.compile(rf"[^,;.]{{0,60}}?\b(?:between|{either(_MADE['by'])}\s+by)\s+", re.IGNORECASE)
_FOR = re.compile(
    r"\s+(?:to|for|on|in)(?:\s+(?!(?:but|and|after|that|which|when|due|because|amid|despite|within)\b)[\w’'“”-]+){1,9}"
)
_LEFT = re.compile(r"(?:\d{4}\s+)?(?:[A-Z][\w’'.-]+\s+){1,3}\Z")
_ENDED = re.compile(rf"\b{either(_MADE['ended'])}\b", re.IGNORECASE)
# Between a date and a verb: words by which the date belongs to another happening.
_APART = re.compile(rf"\b{either(_MADE['apart'])}\b|;", re.IGNORECASE)
# "Has been reached, officials said on Friday": what has been by then is told of that day.
_JUST_NOW = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)
# Verbs of a deed done; "implement" and "comes into force" may be to come.
_DONE = re.compile(
    r"\W*\w+ed\b.*|struck|signed|sealed|forged|(?:was|were|has|had|have)\b.*|came\b.*|went\b.*|took\b.*", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"{'|'.join(day_name)}", re.IGNORECASE)
_REPORTED = re.compile(rf"\b{either(_MADE['reported'])}\s+(?:on\s+|late\s+|early\s+)*\Z", re.IGNORECASE)
# What a date may stand off its noun ("the June 9 interim deal", "a pact signed in June") or its verb, in characters.
_DATE_BEFORE, _DATE_AFTER, _REACH = 40, 45, 110


def dated(scene: Scene, sentence: Span, noun: Span) -> When | None:
    """The date inside the noun's own phrase: "the Oct. 12 truce", "the truce of Oct. 12", "signed in June"."""
    found = _dated(scene, sentence, noun)
    return _in_the_past(scene, *found) if found is not None else None


def _dated(scene: Scene, sentence: Span, noun: Span) -> tuple[TimeExpression, str] | None:
    """That date, and the word by which it follows the noun, "" where it stands before."""
    for time in scene.dates_in(sentence):
        if _inside(scene, time, noun):
            return time, ""
        if _follows(scene, time, noun):
            return time, scene.text[noun.end : time.span.start].strip('”’" ').split()[0]
    return None


def _inside(scene: Scene, time: TimeExpression, noun: Span) -> bool:
    before = scene.text[time.span.end : noun.start]
    return (
        time.span.end <= noun.start
        and noun.start - time.span.end <= _DATE_BEFORE
        and re.fullmatch(r"['’]?s?\s+(?:[\w’'.-]+\s+){0,5}[“‘\"]?", before) is not None
        and not re.search(r"\b(?:the|a|an|of|in|on|to|for|and|or)\b|\w+ed\s", before)
    )


def _follows(scene: Scene, time: TimeExpression, noun: Span) -> bool:
    after = scene.text[noun.end : time.span.start]
    made = r"[”’\"]?\s+(?:of|from|on|(?:that\s+|which\s+)?(?:was\s+|were\s+)?(?:\w+ed|passed|struck|made))\b"
    return (
        noun.end <= time.span.start
        and time.span.start - noun.end <= _DATE_AFTER
        and re.match(made, after) is not None
        and not _ENDED.search(after)
        and not _APART.search(after)
    )


def made_when(scene: Scene, sentence: Span, noun: Span, verb: Span | None) -> When | None:
    """When an instrument was made or came into force: the date in its phrase, else that of the verb of its making."""
    own = _dated(scene, sentence, noun)
    if own is not None:
        # "Announced a truce from Monday": that day may be to come.
        return _in_the_past(scene, own[0], verb.text if verb is not None and own[1] != "from" else own[1])
    if verb is None:
        return None
    near = [t for t in scene.dates_in(sentence) if _of_verb(scene, t.span, verb)]
    if not near and _JUST_NOW.search(scene.text, verb.start, verb.end + 1):
        near = [t for t in scene.dates_in(sentence) if _REPORTED.search(scene.text, sentence.start, t.span.start)]
    nearest = min(near, key=lambda t: max(t.span.start - verb.end, verb.start - t.span.end), default=None)
    return _in_the_past(scene, nearest, verb.text) if nearest is not None else None


def _in_the_past(scene: Scene, time: TimeExpression, verb: str) -> When | None:
    """A time as that of a deed done: "agreed on Friday" is the last one, never one after the article's own day.

    None where a deed done is given a later day that names no weekday: one of the two was read wrongly.
    """
    printed, told = _day(scene.article.published), _day(time.value[:10])
    if printed is None or told is None or told <= printed or not _DONE.fullmatch(verb):
        return When(time.span.text, time.value)
    if _WEEKDAY.fullmatch(time.span.text) is None:
        return None
    last = told - timedelta(days=7 * -(-(told - printed).days // 7))
    return When(time.span.text, last.isoformat() + time.value[10:])


def _day(value: str | None) -> date | None:
    """The day of an ISO date, None of any other value."""
    return date.fromisoformat(value) if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _of_verb(scene: Scene, time: Span, verb: Span) -> bool:
    """Whether a date tells when the verb's deed was done: near it, with no other happening between."""
    between = scene.text[verb.end : time.start] if time.start >= verb.end else scene.text[time.end : verb.start]
    lead = scene.text[max(0, time.start - 12) : time.start]
    if len(between) > _REACH or _APART.search(between) or re.search(r"\b(?:until|by|before|from)\s+\Z", lead):
        return False
    if re.search(r"\bsince\s+\Z", lead) and not re.search(r"\bin\s+(?:force|place|effect)\Z", verb.text, re.IGNORECASE):
        return False
    return not _ENDED.search(between)


def what_of(scene: Scene, clause: Span, noun: Span) -> str:
    """The noun with the name before it, and what it is for, where "to", "for" or "on" says so within a few words."""
    name = _LEFT.search(scene.text[clause.start : noun.start])
    start = (
        clause.start + name.start()
        if name and re.search(r"\w\s\Z", scene.text[: clause.start + name.start()])
        else noun.start
    )
    purpose = _FOR.match(scene.text, noun.end, clause.end)
    end = purpose.end() if purpose else noun.end
    for time in scene.times_in(clause):
        if start < time.span.end <= noun.start:
            start = noun.start
        if noun.end <= time.span.start < end:
            end = len(re.sub(r"\s+(?:(?:in|on|for|at|from|since|late|early)\s*)*\Z", "", scene.text[: time.span.start]))
    return scene.text[start : max(end, noun.end)].strip(' “”‘’"')


def parties_of(scene: Scene, sentence: Span, noun: Span, verb: Span | None) -> tuple[Phrase, ...]:
    """Who is bound by it: "between A and B", else those who agreed, signed or adopted it."""
    between = _BETWEEN.match(scene.text, noun.end, sentence.end)
    if between is not None:
        rest = Span(between.end(), sentence.end, scene.text[between.end() : sentence.end])
        inside = [p for p in scene.phrases_in(rest) if is_party(p)]
        if inside and inside[0].span.start - between.end() < 6:
            return coordinated(scene, inside)
    if verb is None or verb.start > noun.start:
        return ()
    return tuple(_subjects(scene, sentence, verb.start))


def _subjects(scene: Scene, sentence: Span, verb: int) -> Iterator[Phrase]:
    by_words = [p for p in subjects(scene, sentence, verb) if is_party(p)]
    by_tree = promisers(scene, sentence, verb)
    yield from by_tree if not by_words or set(by_words) < set(by_tree) else by_words
