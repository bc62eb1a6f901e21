"""The lines on what is told to come at a day or in a span of days: the sentence that sets it, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from aidememoire.model.articles import Article
from aidememoire.model.facts import Encounter, Statement, Time
from aidememoire.model.ids import content_id
from aidememoire.model.process import BriefLine
from aidememoire.model.spans import Located, Span
from aidememoire.queries.brief.sentences import leads_with, sentence_around
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, heard
from aidememoire.queries.brief.wording import day_in_words, quoted

# What is set for the day of the brief itself is told with these; beside a later day an end or an aim will do as well.
_TO_COME = re.compile(
    r"\b(?:will|due|scheduled|expect(?:s|ed)?|(?:is|are|was|were)\s+(?:set\s+)?to|plans?\s+to|planned|planning)\b",
    re.IGNORECASE,
)
_AIMED = re.compile(r"\b(?:would|deadline|target|proposed|hopes?d?|aims?|resume)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:until|till|by)\b", re.IGNORECASE)
_PROCESS = (
    r"(?:talks|negotiations|round|session|conference|cease-?fire|truce|cessation|meeting|release|prisoners?|exchange"
    r"|convoys?|task\s+force|working\s+group|elections?|referendum|vote|delegation|envoy|deadline)"
)
_STEP = re.compile(
    rf"\b{_PROCESS}\b[^.;“”\"]{{0,60}}?\b(?:(?:is|are)\s+(?:due|scheduled|set|expected|supposed)\s+to|will\s+(?:resume|reconvene|take"
    r"\s+place|convene|be\s+held|open|begin|start|end|expire)|(?:can|could|would)\s+resume|in\s+the\s+coming\s+\w+)\b"
    rf"|\b(?:will|would)\s+(?:co-?chair|host|chair|attend|send|join|boycott)\b[^.;“”\"]{{0,60}}?\b{_PROCESS}\b"
    r"|\bin\s+the\s+coming\s+(?:hours|days|weeks)\b",
    re.IGNORECASE,
)
_SAY = (
    r"(?:sa(?:id|ys|ying)|told|tells|den(?:ied|ies)|announced|declared|stated|added|warned|reported|confirmed|accused|insisted"
    r"|rejected|reiterated|repeated)"
)
_SAID_BEFORE = re.compile(
    rf"\b{_SAY}(?:\s+(?:reporters|journalists|in\s+a\s+statement|late|early))*\s+(?:on\s+)?\Z", re.I
)
_SAID_AFTER = re.compile(rf",?\s+(?:(?:he|she|it|they)\s+)?{_SAY}\b", re.IGNORECASE)
# A sentence that begins so goes on from another, and alone does not tell of whom or what.
_SOMEBODY = re.compile(r"[“\"‘]?(?:He|She|It|They|This|That|These|Those)\b")
# A longer stretch than a month is no time that anything is set for, in days.
_LONGEST = 31


def on_plans(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each sentence of the days' articles that sets something for a later day.

    Where an encounter is planned in the same sentence, that is the line.
    """
    met = {(e.article, e.evidence.start) for e in sheet.every(Encounter) if e.status == "planned"}
    seen: set[tuple[str, int]] = set()
    named: set[tuple[str, str]] = set()
    for time in (t for t in sheet.every(Time) if days.hold(sheet.day(t.article)) and _ahead(t, days)):
        article = sheet.articles[time.article]
        around = sentence_around(article, Span.of(article.text, time.start, time.end))
        if _taken(time.article, around, met | seen) or (time.article, str(time.earliest)) in named:
            continue
        if (
            _set(article, around.text, time, days)
            and not leads_with(article, around)
            and not _day_of_saying(article, time)
        ):
            seen.add((time.article, around.start))
            named.add((time.article, str(time.earliest)))
            yield _line(sheet, days, time, around)
    for article in sheet.articles.values():
        if days.hold(sheet.day(article.id)):
            yield from _undated(sheet, days, article, met | seen)


def _taken(article: str, around: Span, places: set[tuple[str, int]]) -> bool:
    """Whether a line stands on that sentence already."""
    return any(a == article and around.start <= at < around.end for a, at in places)


def _undated(sheet: Sheet, days: Days, article: Article, taken: set[tuple[str, int]]) -> Iterator[Weighed]:
    """A line for each sentence that tells of a step of the process to come, without its day."""
    for paragraph in article.paragraphs:
        for match in _STEP.finditer(paragraph.text) if paragraph.kind == "body" else ():
            start, end = paragraph.start + match.start(), paragraph.start + match.end()
            around = sentence_around(article, Span.of(article.text, start, end))
            if _taken(article.id, around, taken) or leads_with(article, around) or _SOMEBODY.match(around.text):
                continue
            taken.add((article.id, around.start))
            speaker = _speaker(sheet, article.id, start, end, around)
            yield _made(sheet, days, f"To come: {quoted(around.text)}", article.id, article.id, around, speaker)


def _day_of_saying(article: Article, time: Time) -> bool:
    """Whether a day is that on which something is said: "said on Friday", "denied Friday that", "on Friday said"."""
    return (
        _SAID_BEFORE.search(article.text[max(0, time.start - 60) : time.start]) is not None
        or _SAID_AFTER.match(article.text[time.end : time.end + 60]) is not None
    )


def _ahead(time: Time, days: Days) -> bool:
    if time.earliest is None or time.latest is None or time.earliest[:10] <= days.day:
        return False
    return (date.fromisoformat(time.latest[:10]) - date.fromisoformat(time.earliest[:10])).days <= _LONGEST


def _set(article: Article, words: str, time: Time, days: Days) -> bool:
    if _TO_COME.search(words):
        return True
    ends = _UP_TO.search(article.text[max(0, time.start - 20) : time.end]) is not None
    return (time.earliest or "")[:10] > days.day and (ends or _AIMED.search(words) is not None)


def _line(sheet: Sheet, days: Days, time: Time, around: Span) -> Weighed:
    speaker = _speaker(sheet, time.article, time.start, time.end, around)
    when = dated_days(time, "Set" if _TO_COME.search(around.text) else "Named")
    return _made(sheet, days, f"{when}: {quoted(around.text)}", time.id, time.article, around, speaker)


def _made(sheet: Sheet, days: Days, words: str, of: str, article: str, around: Span, speaker: str | None) -> Weighed:
    origins = sheet.origins_of([(article, around)])
    text = f"{words} — {sheet.told_by([speaker], [article])} ({heard(origins)})."
    where = Located(article, around.start, around.end, around.text)
    mark = content_id("brief_line", days.day, "planned", text, of)
    made = BriefLine(mark, days.day, text, "planned", (of,), origins, (where,))
    return Weighed(made, (0.5 if of != article else 0.0, 1.0, sheet.prominence([speaker])))


def dated_days(time: Time, how: str) -> str:
    """The days of a time in words: "Set for 3 March 2031", "Set for 1 March 2031 to 7 March 2031"."""
    first, last = str(time.earliest)[:10], str(time.latest)[:10]
    return f"{how} for {day_in_words(first)}" + (f" to {day_in_words(last)}" if last != first else "")


def _speaker(sheet: Sheet, article: str, start: int, end: int, around: Span) -> str | None:
    """Who says the words from `start` to `end`, where they are most of the sentence."""
    return next(
        (
            s.speaker
            for s in sheet.every(Statement)
            if s.article == article
            and s.content.start <= start
            and end <= s.content.end
            and s.speaker
            and (s.speaker_span is None or around.start <= s.speaker_span.start < around.end)
            and 2 * (s.content.end - s.content.start) >= around.end - around.start
        ),
        None,
    )
