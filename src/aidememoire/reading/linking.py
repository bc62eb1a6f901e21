"""Sources, cues and contents from the tags of words, and which of them belong together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from aidememoire.reading.tagging import Array, best_path, spans_of

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution: the words of its contents, of its cue and of its source (None where the text gives none)."""

    contents: tuple[Span, ...]
    cue: Span | None
    source: Span | None

    def moved(self, by: int) -> Linked:
        """The same, that many words further on."""
        contents = tuple((a + by, b + by) for a, b in self.contents)
        return Linked(contents, _moved(self.cue, by), _moved(self.source, by))


def _moved(span: Span | None, by: int) -> Span | None:
    return (span[0] + by, span[1] + by) if span else None


def linked(of: Mapping[str, Array], notes: dict[str, Any]) -> list[Linked]:
    """The attributions of a window: each content goes to its best cue and source, contents of one cue are one."""
    found = spans_of(best_path(of["roles"], notes["roles"]))
    spans = {role: [(a, b) for a, b, r in found if r == role] for role in ("source", "cue", "content")}
    cues = _chosen(of["link_content"], of["link_cue"], spans["content"], spans["cue"], notes["link_none"][0])
    sources = _chosen(of["link_content"], of["link_source"], spans["content"], spans["source"], notes["link_none"][1])
    groups: dict[tuple[str, Span], list[int]] = {}
    for i, content in enumerate(spans["content"]):
        cue = cues[i]
        groups.setdefault(("cue", cue) if cue else ("own", content), []).append(i)
    return [
        Linked(tuple(spans["content"][i] for i in group), cues[group[0]], _source(group, sources))
        for group in groups.values()
    ]


def _source(group: Sequence[int], sources: Sequence[Span | None]) -> Span | None:
    return next((sources[i] for i in group if sources[i]), None)


def _chosen(
    mine: Array, theirs: Array, contents: Sequence[Span], others: Sequence[Span], none: float
) -> list[Span | None]:
    """For each content the span that scores best, None where none of them does better than `none`."""
    if not contents or not others:
        return [None] * len(contents)
    scale = mine.shape[1] ** -0.5
    scores = np.stack([mine[a:b].mean(0) for a, b in contents]) @ np.stack([theirs[a:b].mean(0) for a, b in others]).T
    return [others[int(row.argmax())] if row.max() * scale > none else None for row in scores]
