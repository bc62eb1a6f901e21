"""Who only passes words on: in "Y quoted X as saying" and "X was quoted by Y" the words are X's, Y is the carrier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Attribution, Name
from aidememoire.model.spans import Span

_QUOTING = re.compile(r"\b(?:quot(?:e[sd]?|ing)|cit(?:e[sd]?|ing))\b(?!\s+by\b)", re.IGNORECASE)
# "Quoted" stands so near to who quotes, in characters: "VNA on Monday also quoted".
FAR = 30
# From the cue to "as saying" stand no more than the speaker, his title and an apposition.
_AS_SAYING = re.compile(r"[^.;:“”\"]{1,160}?\s+(?P<cue>as\s+(?:saying|telling|writing|stating|warning|adding))\b")


_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been)\s(?:\w+\s)?(?:quoted|cited)\s(?:on\s\w+\s)?by\s(?:the\s)?$", re.IGNORECASE
)
# From the beginning of a sentence to "was quoted by" stand no more than its subject and an apposition.
_SUBJECT = 160


def quoted_by(text: str, found: Sequence[Attribution], names: Iterable[Name]) -> tuple[Attribution, ...]:
    """The attributions; those of who quotes somebody go to the one who is quoted, with the first as their carrier."""
    named = Ordered.by((n.span for n in names), lambda span: span)
    return tuple(_given(text, each, named) for each in found)


def _given(text: str, each: Attribution, named: Ordered[Span]) -> Attribution:
    if each.cue is None or each.source is None:
        return each
    passive = _PASSIVE.search(text, max(0, each.source.start - _SUBJECT), each.source.start)
    if passive is not None and each.source.end <= each.cue.start:
        return _as_subject(text, each, each.source, passive.start(), named)
    # From the source on, since the cue may be "as saying" alone; four characters more, for the "by" of "quoted by".
    quoting = _QUOTING.search(text, each.source.end, each.cue.end + 4)
    if quoting is None or each.source.end > each.cue.start or quoting.start() - each.source.end > FAR:
        return each
    return _as_quoted(text, each, each.source, quoting.end(), named)


def _as_subject(text: str, each: Attribution, carrier: Span, verb: int, named: Ordered[Span]) -> Attribution:
    """The attribution with the subject of "was quoted by" as its source, as it is where no name is that."""
    start = max(text.rfind(mark, max(0, verb - _SUBJECT), verb) for mark in (". ", "\n", "; ", "”", '"')) + 1
    subject = next(iter(named.starting(start, verb)), None)
    led = subject is not None and len(text[start : subject.start].split()) <= 1
    return replace(each, source=subject, via=carrier, same=None) if led else each


def _as_quoted(text: str, each: Attribution, carrier: Span, quoting: int, named: Ordered[Span]) -> Attribution:
    """The attribution with who stands between "quoted" and "as saying" as its source, as it is where nobody does."""
    saying = _AS_SAYING.match(text, quoting)
    if saying is None:
        return each
    place = Span.trimmed(text, quoting, saying.start("cue"))
    speaker = Span.trimmed(text, place.start, place.start + _head_end(place.text))
    if not any(True for _ in named.touching(speaker)):
        return each
    return replace(each, source=speaker, via=carrier, cue=Span.of(text, *saying.span("cue")))


def _head_end(phrase: str) -> int:
    """Where a noun phrase ends before an apposition or a relative clause."""
    cut = re.search(r",|\s(?:who|which|that)\s", phrase)
    return cut.start() if cut else len(phrase)
