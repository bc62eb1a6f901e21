"""Demands that put one thing before another: "an end to the shelling before talks start" is a condition for talks."""

from __future__ import annotations

import re
from dataclasses import replace

from aidememoire.extract.positions.held import Held
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.spans import Span

_WORDS = wordlist("positions")["condition"]
_THING = re.compile(
    rf"(?:[\w-]+\s+){{0,4}}?(?P<thing>{either(_WORDS['thing'])})(?:\s+(?:can|could|may|might|will|would|begin|start|resume|happen|proceed|go|take|get|are|is|were)\b.*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(
    r"\s+(?:before|ahead\s+of|prior\s+to|as\s+an?\s+(?:pre-?)?condition\s+(?:for|of|to))\s+", re.IGNORECASE
)
# With these verbs anything may be what waits: "disarmament must precede elections".
_PRECEDE = re.compile(
    r"\s+(?:must|should|has\s+to|have\s+to|needs?\s+to)\s+(?:precede|come\s+(?:first,?\s+)?(?:before|ahead\s+of))\s+",
    re.IGNORECASE,
)
_COME_FIRST = re.compile(
    r"\s+(?:must\s+|should\s+|has\s+to\s+|have\s+to\s+)?(?:come|happen|take\s+place|precede[sd]?)\Z", re.IGNORECASE
)
_CLAUSE = re.compile(r"[^,;:“”\".]+")
_DOING = re.compile(r"(?:any\s+)?\w+ing\b", re.IGNORECASE)
_ABOUT = re.compile(rf"\b{either(_WORDS['about'])}(?:ing)?\b", re.IGNORECASE)


def put_after(scene: Scene, sentence: Span, held: Held) -> Held:
    """A demand as a precondition where it tells what must wait for it; anything else as it is."""
    if held.stance != "demand" or held.condition_for is not None:
        return held
    precede = _PRECEDE.search(scene.text, held.issue.start, held.issue.end)
    before = precede or _BEFORE.search(scene.text, held.issue.start, held.issue.end)
    before = before or _BEFORE.match(scene.text, held.issue.end, sentence.end)
    if before is None or before.start() - held.issue.start < 3:
        return held
    after = _CLAUSE.match(scene.text, before.end(), max(held.issue.end, sentence.end))
    words = after.group().rstrip() if after is not None else ""
    target = " ".join(words.split()) if precede else _target(words)
    if after is None or target is None:
        return held
    words = scene.text[held.issue.start : before.start()]
    issue = Span.trimmed(scene.text, held.issue.start, held.issue.start + len(_COME_FIRST.sub("", words)))
    evidence = Span.of(
        scene.text, held.evidence.start, max(held.evidence.end, before.end() + len(after.group().rstrip()))
    )
    return replace(held, stance="precondition", issue=issue, condition_for=target, evidence=evidence)


def _target(words: str) -> str | None:
    """What is to wait: talks by their noun, anything else that a party would do as it stands; None of a date."""
    thing = _THING.match(words)
    if thing is not None:
        return " ".join(words[: thing.end("thing")].split())
    return " ".join(words.split()) if _DOING.match(words) and _ABOUT.search(words) else None
