"""The scope of a figure: a whole war or one happening, since when, over what time, and on which day."""

from __future__ import annotations

import re

from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.reading import TimeExpression
from aidememoire.model.spans import Span
from aidememoire.model.when import When

_SCOPE = wordlist("figures")["scope"]
_WAR = rf"(?:{either(_SCOPE['war'])}(?![\s-]*{either(_SCOPE['no_war'])})|{either(_SCOPE['long_fighting'])})"
_CARRIED = either(_SCOPE["carried"])
# The war is the subject: "the war, which began in May, has", "a war that has drawn in its neighbours, ".
_WAR_BEFORE = re.compile(
    rf"\b{_WAR}(?:\s+in\s+[A-Z]\w+)?(?:,[^,;“”\"]{{0,140}},|\s+which\s+(?:began|started|erupted|broke\s+out)\b[^.;,“”\"]{{0,120}}?)?"
    rf"(?:\s+{_CARRIED})*\s*\Z",
    re.IGNORECASE,
)
_WAR_DOING = re.compile(
    rf"\b{_WAR}\s+(?:that|which)\s+(?:has|have|had)\b[^.;“”\"]{{3,140}}(?:,|\band)\s*\Z", re.IGNORECASE
)
_WAR_AFTER = re.compile(
    rf"(?:(?!\b(?:that|which|who|\w+est)\b)[^.;]){{0,40}}?\b(?:in|by|since|during|from|because\s+of|as\s+a\s+result\s+of)\s+(?:the|a|an|its|this)?\s*(?:(?!(?:that|which|who)\b)[\w’'-]+\s+){{0,5}}?{_WAR}\b",
    re.IGNORECASE,
)
_WAR_WORD = re.compile(rf"\b{_WAR}\b", re.IGNORECASE)
_IT = re.compile(r"(?:It|which)\s+(?:has|had|have)\s+(?:already\s+|so\s+far\s+|since\s+)?")
_SINCE_THEN = re.compile(r"\bsince\s+then\b", re.IGNORECASE)
_UNREST = re.compile(rf"\b(?:{_WAR}|{either(_SCOPE['unrest'])})\b", re.IGNORECASE)
# From this toll on no single happening is meant where a war is spoken of: the deadliest attacks of civil wars since
# 1945 have taken some thousands of lives.
_OF_WARS = 50_000
# What is so many at a time, and is not counted over one.
_STANDING = (
    "people",
    "inhabitants",
    "besieged",
    "fighters",
    "forces",
    "buildings",
    "names",
    "delegates",
    "weapons",
    "sieges",
)
_TOLLS = ("killed", "wounded", "killed or wounded")

# "Since May", "since the assault began on Friday"; but not "the worst day since".
_SINCE = re.compile(r"\bsince\s+(?:[^.,;“”\"]{0,70}\s)?(?:mid-)?\Z", re.IGNORECASE)
_WORST = re.compile(r"\b\w+est\b|\bmost\b|\bfirst\b|\bworst\b|\bnot\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:in|over|during|within)\s+the\s+(?:past|last|previous|preceding)\s+(?:[\w-]+\s+)?(?:hours|days|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:\s+\w+){0,3}?\s+(?P<each>(?:a|per|each|every)\s+(?:minute|hour|day|week|month|year))\b", re.IGNORECASE
)
_SAYING = either(_SCOPE["saying"])
_APART = re.compile(rf"\b{either(_SCOPE['apart'])}\b|{_SAYING}|;", re.IGNORECASE)
_SAID_ON = re.compile(rf"\b{_SAYING}\s+(?:[\w’'-]+\s+){{0,3}}?(?:(?:on|in|late|early|earlier|at)\s+)*\Z", re.IGNORECASE)
# More characters than any sentence has; and those of an ISO day, without the time of day after it.
_NEVER, _DAY = 10_000, 10


def war_toll(scene: Scene, sentence: Span, shown: Span, value: float | None) -> bool:
    """Whether the words say that a toll is that of the whole war, not of one happening in it."""
    before, after = scene.text[sentence.start : shown.start], scene.text[shown.end : sentence.end]
    if _WAR_BEFORE.search(before) or _WAR_DOING.search(before) or _WAR_AFTER.match(after):
        return True
    earlier = scene.before(sentence, 1, "title", "standfirst", "subhead", "body")
    told = earlier[-1].text if earlier else ""
    if _IT.fullmatch(before) and _WAR_WORD.search(told):
        return True
    if _SINCE_THEN.search(sentence.text) and _UNREST.search(f"{told} {before}"):
        return True
    return (value or 0) >= _OF_WARS and _WAR_WORD.search(f"{told} {sentence.text}") is not None


def is_background(scene: Scene, sentence: Span, shown: Span) -> bool:
    """Whether a toll is told in passing of "a war that has killed": the article's own words, inside anybody's."""
    return (
        re.search(
            rf"\b{_WAR}\s+(?:that|which)\b[^.;]{{0,140}}\Z", scene.text[sentence.start : shown.start], re.IGNORECASE
        )
        is not None
    )


def scoped(scene: Scene, sentence: Span, subject: str, shown: Span, value: float | None) -> str:
    """The subject with its scope: "killed in the war", "killed since 2031-05", "displaced in the past two weeks".

    Without a scope the figure is of one happening. What is still to come or only feared is "expected".
    """
    if subject in _TOLLS and war_toll(scene, sentence, shown, value):
        return f"{subject} in the war"
    rate = _RATE.match(scene.text, shown.end, sentence.end)
    if rate is not None:
        return f"{subject} {' '.join(rate['each'].lower().split())}"
    if subject in _STANDING:
        return subject
    clause = scene.clause(sentence, shown.start, shown.end)
    since = since_when(scene, clause, shown)
    if since is not None:
        return f"{subject} since {since}"
    period = _PERIOD.search(scene.text, shown.end, clause.end) or _PERIOD.search(scene.text, clause.start, shown.start)
    return f"{subject} {' '.join(period.group().lower().split())}" if period is not None else subject


def since_when(scene: Scene, clause: Span, shown: Span) -> str | None:
    """The day, month or year since which a figure was counted, in ISO 8601, else in words where the year is unknown."""
    for time in scene.dates_in(clause):
        lead = _SINCE.search(scene.text, clause.start, time.span.start)
        if lead is None:
            continue
        between = scene.text[shown.end : lead.start()] if lead.start() >= shown.end else ""
        if not _APART.search(between) and not _WORST.search(between):
            return time.span.text if "X" in time.value or not time.value else time.value[:_DAY]
    return None


def when_counted(scene: Scene, sentence: Span, shown: Span) -> When | None:
    """The day, month or year of what a figure counts: the nearest time in its clause that no other happening parts.

    The day on which somebody said it is not that of what happened.
    """
    clause = scene.clause(sentence, shown.start, shown.end)
    near = [(_gap(scene, t, shown), t) for t in scene.dates_in(clause)]
    known = [(gap, t) for gap, t in near if gap < _NEVER]
    best = min(known, key=lambda pair: pair[0], default=None)
    return When(best[1].span.text, best[1].value) if best is not None else None


def _gap(scene: Scene, time: TimeExpression, shown: Span) -> int:
    """How far a time stands from a figure, in characters, more for each comma; _NEVER where it is of something else."""
    if time.span.overlaps(shown):
        return 0
    after = time.span.start >= shown.end
    between = scene.text[shown.end : time.span.start] if after else scene.text[time.span.end : shown.start]
    if after and _SAID_ON.search(scene.text, shown.end, time.span.start):
        return _NEVER
    if _APART.search(between if not after else re.sub(r"\bsince\s+(?:\w+\s+){0,4}\Z", "", between)):
        return _NEVER
    return len(between) * (1 if after else 2) + 40 * between.count(",")
