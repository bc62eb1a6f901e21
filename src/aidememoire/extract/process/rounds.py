"""The rounds of talks that an article counts, and when each opened or closed, or is to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.process.tracks import ROUND, round_of, track_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.ids import content_id
from aidememoire.model.mentions import RoundMention
from aidememoire.model.spans import Span
from aidememoire.model.when import When

_WORDS = wordlist("process")
_CARDINAL = {word: n for n, word in enumerate(_WORDS["cardinals"], 1)}
_TALK_WORD = re.compile(
    r"\b(?:talks|negotiations?|dialogue|peace|consultations|mediat\w+|envoy|delegations?)\b", re.IGNORECASE
)
_NOT_TALKS = re.compile(rf"\b{either(_WORDS['not_talks'])}\b", re.IGNORECASE)
_OPEN_ROUND = either([*_WORDS["this_round"], *_WORDS["new_round"]])
_NUMBERLESS = re.compile(
    rf"\b(?P<which>{_OPEN_ROUND})\s+round\s+of\s+{either(_WORDS['of_talks'])}",
    re.IGNORECASE,
)
_GONE = re.compile(
    rf"\b(?P<count>{'|'.join(_CARDINAL)}|\d{{1,2}})\s+{either(_WORDS['gone_rounds'])}\s+rounds\b", re.IGNORECASE
)
_TAKEN_UP = re.compile(r"(?:[“\"‘]?\s*)(?:It|The\s+(?:round|talks))\b")


def _finite(key: str) -> str:
    """The finite forms under `key` + "s", and the base forms under `key` with a "will" or "to" before them."""
    base = rf"{either(_WORDS['auxiliary'])}\s+(?:\w+ly\s+)?{either(_WORDS[key])}"
    return rf"(?:{base}|{either(_WORDS[f'{key}s'])})"


def _verb_after(key: str) -> re.Pattern[str]:
    # "The round, which the mediators called useful, opened": a clause of its own in between is not crossed.
    return re.compile(rf"[^.;:“”]{{0,70}}?(?<![\w-])(?P<verb>{_finite(key)})(?!\w)", re.IGNORECASE)


def _verb_before(key: str, noun: str) -> re.Pattern[str]:
    """What stands right before "the third round": "opened", "the opening of"."""
    verbs = rf"(?:{_finite(key)}|\b{either(_WORDS[noun])}\s+of)"
    return re.compile(rf"(?<![\w-])(?P<verb>{verbs})\s+(?:(?:the|a|its|this)\s+)?\Z", re.IGNORECASE)


_AFTER = {"opened": _verb_after("open"), "closed": _verb_after("close")}
_BEFORE = {"opened": _verb_before("open", "opening"), "closed": _verb_before("close", "closing")}
# The forms by which a round stands between two dates are cut at these: what follows is of another happening.
_NEXT_CLAUSE = re.compile(
    r",?\s+(?:followed\s+by|then|before|after|when|while|where|which|who|as|but|since|until)\b", re.IGNORECASE
)
_SAYING = re.compile(r"\b(?:said|says|told|announced|according\s+to)\b", re.IGNORECASE)
_AS = re.compile(r"\s+(?:as|when)\s+(?:[\w’'-]+\s+){1,3}\Z")
_LEAD_OFF = re.compile(r",\s*(?:then\s+)?(?:the|a)\s+\Z|\A\s*(?:the|a)?\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A round as it is spoken of: its number, the words, and the sentence that they stand in."""

    number: int
    shown: Span
    sentence: Span


def rounds(scene: Scene) -> Iterator[RoundMention]:
    """The rounds that an article numbers, those that it speaks of as "the latest round" where it numbers one, and
    those that its count of earlier ones numbers ("two earlier rounds failed": a new one is the third).
    """
    for spoken in scene.memo("rounds", _spoken):
        clause = scene.clause(spoken.sentence, spoken.shown.start, spoken.shown.end)
        region = _region(scene, spoken, clause)
        opened, closed = _told(scene, spoken, region, "opened"), _told(scene, spoken, region, "closed")
        when = opened or closed or _date(scene, _own_words(scene, region, spoken.shown), spoken.shown)
        mark = content_id("round", scene.article.id, spoken.shown.start, spoken.shown.end, spoken.number)
        yield RoundMention(
            mark, scene.article.id, spoken.number, track_of(scene, clause), when, clause, opened=opened, closed=closed
        )


def _spoken(scene: Scene) -> tuple[_Spoken, ...]:
    sentences = [s.span for s in scene.sentences("title", "standfirst", "body")]
    numbered = [spoken for sentence in sentences for spoken in _numbered(scene, sentence)]
    numbers = {spoken.number for spoken in numbered}
    only = next(iter(numbers)) if len(numbers) == 1 else None
    gone = {_counted(match["count"]) for match in _GONE.finditer(scene.text)}
    following = gone.pop() + 1 if len(gone) == 1 else None
    found = numbered + [
        spoken for sentence in sentences for spoken in _unnumbered(scene, sentence, only=only, following=following)
    ]
    taken_up = only if only is not None else following if not numbers else None
    found += list(_again(scene, sentences, found, taken_up))
    return tuple(sorted(found, key=lambda s: s.shown.start))


def _numbered(scene: Scene, sentence: Span) -> Iterator[_Spoken]:
    for match in ROUND.finditer(scene.text, sentence.start, sentence.end):
        if match["of"] is None:
            following = scene.text[match.end() : match.end() + 40]
            told_elsewhere = _talks_told(scene) and not _NOT_TALKS.search(sentence.text)
            if not (_TALK_WORD.search(sentence.text) or told_elsewhere):
                continue
            if re.match(rf"\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}{_NOT_TALKS.pattern}", following, re.IGNORECASE):
                continue
        yield _Spoken(round_of(match), Span.of(scene.text, match.start(), match.end()), sentence)


def _talks_told(scene: Scene) -> bool:
    """Whether the article speaks of talks often enough that "the third round" is one of theirs."""
    return scene.memo("talks told", lambda s: len(re.findall(r"\b(?:talks|negotiations)\b", s.text)) > 1)


def _counted(word: str) -> int:
    return int(word) if word.isdigit() else _CARDINAL[word.lower()]


def _unnumbered(scene: Scene, sentence: Span, *, only: int | None, following: int | None) -> Iterator[_Spoken]:
    for match in _NUMBERLESS.finditer(scene.text, sentence.start, sentence.end):
        which = match["which"].lower()
        number = following if which in _WORDS["new_round"] and following is not None else None
        if number is None and which in _WORDS["this_round"]:
            number = only
        if number is not None:
            yield _Spoken(number, Span.of(scene.text, match.start(), match.end()), sentence)


def _again(scene: Scene, sentences: list[Span], found: list[_Spoken], only: int | None) -> Iterator[_Spoken]:
    """Sentences that go on about the article's one round: "The talks are to run until Friday."."""
    if only is None:
        return
    first = min((s.sentence.start for s in found), default=0)
    told = {s.sentence for s in found}
    for sentence in sentences:
        match = _TAKEN_UP.match(scene.text, sentence.start)
        if match is None or sentence.start <= first or sentence in told:
            continue
        before = scene.before(sentence, 1, "title", "standfirst", "body")
        if match.group().endswith("It") and not (before and before[0] in told):
            continue
        if re.match(
            r"\s+(?:is|are|was|were)?\s*(?:due\s+|set\s+|expected\s+|scheduled\s+)?" + _finite("close"),
            scene.text[match.end() : sentence.end],
            re.IGNORECASE,
        ):
            yield _Spoken(only, Span.of(scene.text, match.start(), match.end()), sentence)


def _region(scene: Scene, spoken: _Spoken, clause: Span) -> Span:
    """The words of the clause that are about this round: from the round before it to the next one."""
    others = list(ROUND.finditer(scene.text, clause.start, clause.end))
    start = max((m.end() for m in others if m.end() <= spoken.shown.start), default=clause.start)
    end = min((m.start() for m in others if m.start() >= spoken.shown.end), default=clause.end)
    statement = scene.statement_over(spoken.shown)
    parts = statement.content_parts or (statement.content,) if statement is not None else ()
    part = next((p for p in parts if p.covers(spoken.shown)), None)
    if part is not None:
        start, end = max(start, part.start), min(end, part.end)
    return Span(start, end, scene.text[start:end])


def _own_words(scene: Scene, region: Span, shown: Span) -> Span:
    """The region up to where another clause or a saying begins."""
    ends = [m.start() for p in (_NEXT_CLAUSE, _SAYING) for m in [p.search(scene.text, shown.end, region.end)] if m]
    saying = [m.end() for m in _SAYING.finditer(scene.text, region.start, shown.start)]
    clauses = [m.end() for m in _NEXT_CLAUSE.finditer(scene.text, region.start, shown.start)]
    start, end = max((*saying, *clauses), default=region.start), min(ends, default=region.end)
    return Span(start, end, scene.text[start:end])


def _told(scene: Scene, spoken: _Spoken, region: Span, which: str) -> When | None:
    """When a round opened or closed: the date beside the verb that says so."""
    after = _AFTER[which].match(scene.text, spoken.shown.end, region.end)
    if after is not None and not _NEXT_CLAUSE.search(scene.text, spoken.shown.end, after.start("verb")):
        verb = Span(after.start("verb"), after.end("verb"), after["verb"])
        own = _own_words(scene, Span(region.start, region.end, region.text), verb)
        return _date(scene, Span(verb.end, own.end, scene.text[verb.end : own.end]), verb) or _leading(
            scene, region, spoken.shown
        )
    before = _BEFORE[which].search(scene.text, max(region.start, spoken.sentence.start), spoken.shown.start)
    if before is None:
        return None
    verb = Span(before.start("verb"), before.end("verb"), before["verb"])
    own = _own_words(scene, region, spoken.shown)
    return _date(scene, own, verb) or _said_as(scene, spoken.sentence, verb)


def _date(scene: Scene, within: Span, anchor: Span) -> When | None:
    return scene.when(within, anchor) if within.end > within.start else None


def _leading(scene: Scene, region: Span, shown: Span) -> When | None:
    """The date that opens the clause: "On Monday, the third round opened"."""
    for time in scene.dates_in(Span(region.start, shown.start, "")):
        if _LEAD_OFF.search(scene.text[time.span.end : shown.start]):
            return When(time.span.text, time.value)
    return None


def _said_as(scene: Scene, sentence: Span, verb: Span) -> When | None:
    """The date of a saying that went with the verb: "she said on Monday as she opened the third round"."""
    for time in scene.dates_in(Span(sentence.start, verb.start, "")):
        if _AS.fullmatch(scene.text[time.span.end : verb.start]):
            return When(time.span.text, time.value)
    return None
