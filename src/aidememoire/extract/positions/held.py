"""A position as a rule of extraction saw it, before it is judged and put into words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.extract.holders import Holder
from aidememoire.extract.scene import Scene
from aidememoire.model.facts import Stance
from aidememoire.model.spans import Span


@dataclass(frozen=True, slots=True)
class Held:
    """A position as a rule saw it, with the characters it was read from.

    `cue` is what the rule went by; `of` is the party that it is wanted of, where the rule knows it; `lead` are words
    that belong before the issue and stand elsewhere in the sentence; `wording` is the issue where the sentence has it
    the other way round.
    """

    holder: Holder
    stance: Stance
    issue: Span
    condition_for: str | None
    evidence: Span
    cue: Span
    of: str | None = None
    lead: str = ""
    wording: str | None = None


def held(
    scene: Scene, sentence: Span, holder: Holder, stance: Stance, cue: Span, issue: Span, of: str | None = None
) -> Held:
    """A position whose evidence runs from the holder's last name before the cue to the end of the issue."""
    before = [
        p.span.start for p in scene.phrases_in(sentence) if p.span.end <= cue.start and p.span.text == holder.text
    ]
    start = before[-1] if before else min(cue.start, issue.start)
    # The article belongs to the name that stands in the evidence.
    article = re.search(r"\bthe\s\Z", scene.text[max(sentence.start, start - 4) : start], re.IGNORECASE)
    start -= 4 if article else 0
    evidence = Span.trimmed(scene.text, start, max(issue.end, cue.end))
    return Held(holder, stance, issue, None, evidence, cue, of)
