"""When something was said: the time by the verb of saying ("said on Friday"), never one of what was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from aidememoire.extract.scene import Scene
from aidememoire.model.facts import Commitment, Fact, Position, Statement
from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Reading, TimeExpression
from aidememoire.model.spans import Span
from aidememoire.model.when import When

# How far a time may stand from the verb of saying, in characters: "told reporters in the town of Brenmark on Friday".
_REACH = 60
_BREAK = re.compile(r"[;:,“”\"]")
# "On Tuesday, Petar Solvane said": the comma after a time that opens the sentence is no break.
_OPENS = re.compile(r"(?:(?:On|In|At|By|Late|Early|Earlier|Later)\s+){0,3}\Z")
# Lengths and times that give no day: "said for weeks", "said in the past".
_NO_DAY = re.compile(r"P|T|(?:PAST|PRESENT|FUTURE)_REF")


def said_when(reading: Reading, text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the time at which the text tells it to have been said."""
    contents = Ordered.by((c for s in statements for c in (s.content_parts or (s.content,))), lambda span: span)
    free = [t for t in reading.times if not any(True for _ in contents.over(t.span)) and not _NO_DAY.match(t.value)]
    # "On" before a weekday is at times tagged as a verb: then its place in the tree is still that of a preposition.
    verbs = [w.start for w in reading.words if w.upos in {"VERB", "AUX"} and w.label not in {"case", "mark"}]
    sentences = [s.span for s in reading.sentences]
    return tuple(_dated(s, free, verbs, sentences, text) for s in statements)


def _dated(
    said: Statement, times: Sequence[TimeExpression], verbs: Sequence[int], sentences: Sequence[Span], text: str
) -> Statement:
    if said.cue is None:
        return said
    near = [(gap, t) for t in times if (gap := _gap(said.cue, t.span)) is not None]
    kept = [
        (len(text[a:b]), t)
        for (a, b), t in near
        if b - a <= _REACH
        and bisect_left(verbs, a) == bisect_left(verbs, b)
        and any(s.covers(said.cue) and s.covers(t.span) and not _broken(s, t.span, text[a:b]) for s in sentences)
    ]
    if not kept:
        return said
    time = min(kept, key=lambda k: k[0])[1]
    return replace(said, when=When(time.span.text, time.value))


def _broken(sentence: Span, time: Span, between: str) -> bool:
    """Whether punctuation parts a time from the verb of its sentence."""
    opens = _OPENS.fullmatch(sentence.text[: time.start - sentence.start]) is not None
    return _BREAK.search(between.removeprefix(",") if opens else between) is not None


def _gap(cue: Span, time: Span) -> tuple[int, int] | None:
    """The characters between a cue and a time, None where they overlap."""
    if time.start >= cue.end:
        return cue.end, time.start
    return (time.end, cue.start) if time.end <= cue.start else None


def with_clocks(scene: Scene, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, the positions and commitments among them with the time of the statement that they were read from."""
    for fact in facts:
        if isinstance(fact, Position | Commitment) and fact.when is None:
            said = scene.statement_over(fact.evidence)
            yield replace(fact, when=said.when) if said is not None and said.when is not None else fact
        else:
            yield fact
