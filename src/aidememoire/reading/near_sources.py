"""Sources that the sentence itself tells: the subject of "..., saying", the antecedent of "who told".

The model links a cue to any source in view. Where that stands in another sentence, the cue's own one decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Attribution, Sentence
from aidememoire.model.spans import Span

_RELATIVE = re.compile(r"\b(?P<who>who|which)\s+(?:\w+ly\s+|also\s+|had\s+|has\s+|have\s+)*$", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:\w+ly\s+)?\w{2,}ing\b", re.IGNORECASE)
# How far before its cue "who" may stand: two adverbs and an auxiliary.
_LEAD = 40


def with_near_sources(
    text: str, found: Sequence[Attribution], sentences: Sequence[Sentence]
) -> tuple[Attribution, ...]:
    """The attributions; one whose source stands in another sentence than its cue has the one that its own tells."""
    at = Ordered.by((s.span for s in sentences), lambda span: span)
    home = [next(at.over(a.cue), None) if a.cue else None for a in found]
    beside: dict[Span, list[Attribution]] = {}
    for each, sentence in zip(found, home, strict=True):
        if sentence is not None:
            beside.setdefault(sentence, []).append(each)
    return tuple(_sourced(text, a, s, beside[s]) if s is not None else a for a, s in zip(found, home, strict=True))


def _sourced(text: str, found: Attribution, sentence: Span, beside: Sequence[Attribution]) -> Attribution:
    """One attribution; `beside` are all whose cues stand in its sentence."""
    if found.cue is None or found.source is None or sentence.covers(found.source):
        return found
    lead = _RELATIVE.search(text, max(sentence.start, found.cue.start - _LEAD), found.cue.start)
    if lead is not None:
        return replace(found, source=Span.of(text, *lead.span("who")), same=None)
    before = [a for a in beside if a.cue and a.source and a.cue.end <= found.cue.start and sentence.covers(a.source)]
    if _PARTICIPLE.match(found.cue.text) and before:
        return replace(found, source=before[-1].source, same=before[-1].same)
    return found
