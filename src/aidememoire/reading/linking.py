"""Sources, cues and contents from the tags of words, which of them belong together, and what is done by saying it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from aidememoire.model.reading import Act
from aidememoire.reading.notes import Notes
from aidememoire.reading.numeric import Array, gelu

Span = tuple[int, int]
# The act counts where cue and words tell of none. Of such contents 126 of 138 only assert something in the bundled
# coverage's gold; of those that the model was trained on a third, so that the other acts are learnt. This is a little
# less than the difference in log odds (Saerens et al. 2002).
ASSERTS_MORE = np.float32(2.8)
SIDES = ("cue", "source", "addressee", "via")
# How far apart two places are is told in powers of two of words; a window holds fewer than 256.
DISTANCES = 9
_PARTIES = frozenset(("person", "organization", "government", "armed group", "media", "unnamed"))


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution: the words of its contents, and of its other parts (None where the text gives none).

    `act` is the speech act, `inner` whether it stands in another one's content, `same` an earlier place where the
    source is named or speaks, None where none is in view.
    """

    contents: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    addressee: Span | None
    via: Span | None
    act: Act
    inner: bool
    same: Span | None = None

    def moved(self, by: int) -> Linked:
        """The same, that many words further on."""
        return replace(
            self,
            contents=tuple((a + by, b + by) for a, b in self.contents),
            cue=_moved(self.cue, by),
            source=_moved(self.source, by),
            addressee=_moved(self.addressee, by),
            via=_moved(self.via, by),
            same=_moved(self.same, by),
        )


def _moved(span: Span | None, by: int) -> Span | None:
    return (span[0] + by, span[1] + by) if span else None


def linked(of: Mapping[str, Array], spans: Mapping[str, Sequence[tuple[int, int, str]]], notes: Notes) -> list[Linked]:
    """The attributions of a window: each content goes to its best cue and source, contents of one cue are one.

    `of` are the model's outputs for the window, `spans` what its taggers mark, by tagger.
    """
    found: list[Linked] = []
    for layer in ("roles", "inner"):
        mine: dict[str, list[Span]] = {}
        for a, b, role in (*spans[layer], *spans["chain"]):
            mine.setdefault(role, []).append((a, b))
        found += _layer(of, notes, mine, inner=layer == "inner")
    named = {(a, b) for a, b, kind in spans["names"] if kind in _PARTIES}
    parties = sorted(named | {x.source for x in found if x.source})
    return [replace(x, same=_same(of, notes, x.source, parties)) if x.source else x for x in found]


def distance(before: Span, after: Span) -> int:
    """How far apart two places are, from 0 to DISTANCES - 1."""
    return min((after[0] - before[1]).bit_length(), DISTANCES - 1)


def _same(of: Mapping[str, Array], notes: Notes, source: Span, parties: Sequence[Span]) -> Span | None:
    """The place before a source where the same party is named or speaks, None where none scores well enough."""
    before = [p for p in parties if p[1] <= source[0]]
    if not before:
        return None
    theirs = np.stack([of["same_theirs"][a:b].mean(0) for a, b in before])
    scores = theirs @ of["same_mine"][slice(*source)].mean(0) * theirs.shape[1] ** -0.5
    scores += notes.same_far[[distance(p, source) for p in before]]
    best = int(scores.argmax())
    return before[best] if scores[best] > notes.same_none else None


def _layer(of: Mapping[str, Array], notes: Notes, spans: Mapping[str, list[Span]], *, inner: bool) -> list[Linked]:
    contents = spans.get("content", [])
    cues, sources, addressees, vias = (
        _chosen(of["link_content"], of[f"link_{side}"], contents, spans.get(side, []), none)
        for side, none in zip(SIDES, notes.link_none, strict=True)
    )
    groups: dict[Span, list[int]] = {}
    for i, content in enumerate(contents):
        groups.setdefault(cues[i] or content, []).append(i)
    return [
        Linked(
            tuple(contents[i] for i in group),
            cues[group[0]],
            _first(sources, group),
            _first(addressees, group),
            _first(vias, group),
            _act(of, notes, contents[group[0]], cues[group[0]]),
            inner,
        )
        for group in groups.values()
    ]


def _first(of: Sequence[Span | None], group: Sequence[int]) -> Span | None:
    return next((of[i] for i in group if of[i]), None)


def _act(of: Mapping[str, Array], notes: Notes, content: Span, cue: Span | None) -> Act:
    """The speech act of a content and its cue."""
    said = of["act_content"][slice(*content)].mean(0)
    how = of["act_cue"][slice(*cue)].mean(0) if cue else notes.act_none
    scores = notes.act_out(gelu(said + how))
    scores[notes.acts.index("assert")] += ASSERTS_MORE
    return notes.acts[int(scores.argmax())]


def _chosen(
    mine: Array, theirs: Array, contents: Sequence[Span], others: Sequence[Span], none: float
) -> list[Span | None]:
    """For each content the span that scores best, None where none of them does better than `none`."""
    if not contents or not others:
        return [None] * len(contents)
    scale = mine.shape[1] ** -0.5
    scores = np.stack([mine[a:b].mean(0) for a, b in contents]) @ np.stack([theirs[a:b].mean(0) for a, b in others]).T
    return [others[int(row.argmax())] if row.max() * scale > none else None for row in scores]
