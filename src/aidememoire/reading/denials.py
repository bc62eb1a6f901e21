"""Claims that somebody else denies in the same breath: "..., a claim that Chile swiftly denied".

The words are then two statements', that of who claims and that of who denies. No corpus marks words twice, so the model
can't learn it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Attribution, Name
from aidememoire.model.spans import Span

_CLAIM = (
    r"[”\"'’]?\s*[,–—-]\s*(?:an?|the)\s+(?:\w+\s+)?"
    r"(?:claim|charge|accusation|allegation|assertion|report|contention|suggestion)s?"
)
_DENIED = r"(?P<cue>denie[sd]|deny|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|contest(?:s|ed)?|refute[sd]?)"
_WHO = r"(?:the\s+)?"
_BY_WHOM = re.compile(rf"{_CLAIM}\s+(?:\w+ly\s+)?{_DENIED}\s+by\s+(?P<who>{_WHO})", re.IGNORECASE)
_THAT = re.compile(rf"{_CLAIM}\s*,?\s+(?:(?:that|which)\s+)?(?P<who>{_WHO})(?=\w)", re.IGNORECASE)
_DENIED_THAT = re.compile(rf"{_CLAIM}\s*,?\s+(?:(?:that|which)\s+)?[^.;,]{{1,60}}?\b{_DENIED}$", re.IGNORECASE)
_VERB = re.compile(rf"\s+(?:(?:\w+ly|has|have|had|also)\s+)*{_DENIED}\b", re.IGNORECASE)


def with_denials(text: str, found: Sequence[Attribution], names: Iterable[Name]) -> tuple[Attribution, ...]:
    """The attributions, with one more, of act deny, for each whose contents another party is said to deny.

    It stands in the place of one of "a claim" alone that the same verb denies.
    """
    named = Ordered.by((n.span for n in names), lambda span: span)
    whole = [_without_denial(text, each) for each in found]
    more = [denial for each in whole for denial in _denials(text, each, named)]
    kept = [a for a in whole if not any(a.cue and d.cue and a.cue.overlaps(d.cue) for d in more)]
    return tuple(sorted((*kept, *more), key=lambda a: (a.contents[0].start, -a.contents[-1].end)))


def _without_denial(text: str, claim: Attribution) -> Attribution:
    """The claim without the end of its content that tells who denies it, where that was read as part of it."""
    last = claim.contents[-1]
    tail = _BY_WHOM.search(text, last.start, last.end) or _DENIED_THAT.search(text, last.start, last.end)
    if tail is None or tail.start() == last.start or (claim.cue is not None and claim.cue.start > tail.start()):
        return claim
    return replace(claim, contents=(*claim.contents[:-1], Span.trimmed(text, last.start, tail.start())))


def _denials(text: str, claim: Attribution, named: Ordered[Span]) -> Iterator[Attribution]:
    end = claim.contents[-1].end
    passive = _BY_WHOM.match(text, end)
    if passive is not None:
        source = _source(text, passive, named)
        if source is not None:
            yield Attribution(claim.contents, source, Span.of(text, *passive.span("cue")), act="deny")
        return
    active = _THAT.match(text, end)
    source = _source(text, active, named) if active is not None else None
    verb = _VERB.match(text, source.end) if source is not None else None
    if source is not None and verb is not None:
        yield Attribution(claim.contents, source, Span.of(text, *verb.span("cue")), act="deny")


def _source(text: str, match: re.Match[str], named: Ordered[Span]) -> Span | None:
    """The name or description at the place where somebody must stand, its article included."""
    start, end = match.span("who")
    at = next(iter((*named.starting(end, end + 1), *named.starting(start, start + 1))), None)
    return Span.of(text, start, at.end) if at is not None else None
