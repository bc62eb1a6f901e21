"""Sources that the sentence itself tells: the subject of "said" or ", saying", the antecedent of "who told".

The model links a cue to any source in view. A name right before an active verb is its subject whatever it links; for
the rest, where the source stands in another sentence, the cue's own one decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Attribution, Name, Sentence
from aidememoire.model.spans import Span

_RELATIVE = re.compile(r"\b(?P<who>who|which)\s+(?:\w+ly\s+|also\s+|had\s+|has\s+|have\s+)*$", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:\w+ly\s+)?\w{2,}ing\b", re.IGNORECASE)
# How far before its cue "who" may stand: two adverbs and an auxiliary.
_LEAD = 40
# A name, its apposition and what may stand between subject and verb.
_TO_VERB = re.compile(r"(?:,\s[^,;:“”\"]{1,120},)?\s(?:(?:has|have|had|also|later|then|\w+ly)\s)*$")
# A clause begins before the name of its subject.
_CLAUSE = re.compile(r"(?:^|[,;]\s(?:(?:and|but|while|although|though|as|because|where)\s)?)(?:the\s)?$", re.IGNORECASE)
# Cues that no subject stands before, or one that does not speak: nouns, participles, infinitives, passives.
_NO_VERB = re.compile(
    r"according\b|(?:\w+ly\s)?(?:\w+ing|to|as|is|are|was|were|be|been)\b|\w+\s(?:of|for|over)$", re.IGNORECASE
)
_FINITE = re.compile(
    r"(?:\b(?:said|told|wrote|made|gave|saw|thought|felt|knew|vowed|swore)\b|\w+(?:ed|s)\b)", re.IGNORECASE
)
_AND = re.compile(r"\sand\s(?:the\s)?$")
_ACCORDING = re.compile(r"according\s+to\s+(?:the\s)?$", re.IGNORECASE)
# The longest name with an apposition and adverbs that is looked through, in characters.
_SUBJECT = 200


def with_near_sources(
    text: str, found: Sequence[Attribution], sentences: Sequence[Sentence], names: Iterable[Name]
) -> tuple[Attribution, ...]:
    """The attributions, each with the source that its own sentence tells, where it tells one."""
    named = Ordered.by((n.span for n in names if n.kind not in ("place", "nationality")), lambda span: span)
    at = Ordered.by((s.span for s in sentences), lambda span: span)
    home = [next(at.over(a.cue), None) if a.cue else None for a in found]
    beside: dict[Span, list[Attribution]] = {}
    for each, sentence in zip(found, home, strict=True):
        if sentence is not None:
            beside.setdefault(sentence, []).append(each)
    near = [_sourced(text, a, s, beside[s]) if s is not None else a for a, s in zip(found, home, strict=True)]
    cues = Ordered.by((a.cue for a in found if a.cue), lambda span: span)
    return tuple(_with_subject(text, a, s, named, cues) if s else a for a, s in zip(near, home, strict=True))


def _with_subject(
    text: str, found: Attribution, sentence: Span, named: Ordered[Span], cues: Ordered[Span]
) -> Attribution:
    """One attribution, with the subject of its cue as its source where that stands right before it.

    After "and" only where another cue stands between: "X, which fears it, and Y said" is both.
    """
    cue, source = found.cue, found.source
    if cue is None or source is None or source.end > cue.start or not _is_verb(cue.text):
        return found
    before = named.starting(max(source.end, sentence.start, cue.start - _SUBJECT), cue.start)
    subject = next((n for n in before if _is_subject(text, n, cue, sentence)), None)
    if subject is None or (
        _AND.search(text, source.end, subject.start) and not any(cues.inside(_gap(source, subject)))
    ):
        return found
    carried = _ACCORDING.search(text, sentence.start, source.start) if sentence.covers(source) else None
    return replace(found, source=subject, same=None, via=source if carried else found.via)


def _gap(first: Span, second: Span) -> Span:
    return Span(first.end, second.start, "")


def _is_verb(cue: str) -> bool:
    return _NO_VERB.match(cue) is None and _FINITE.search(cue) is not None


def _is_subject(text: str, name: Span, cue: Span, sentence: Span) -> bool:
    verb_follows = _TO_VERB.fullmatch(text, name.end, cue.start) is not None
    return verb_follows and _CLAUSE.search(text[sentence.start : name.start]) is not None


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
