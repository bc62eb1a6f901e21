"""Pages that hold a stretch of another story: paragraphs of a dispatch amid prose that has nothing to do with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aidememoire.lineage.alignment import Aligned, covered
from aidememoire.lineage.pairing import Sentence, sentences
from aidememoire.lineage.retelling.anchors import units_of
from aidememoire.lineage.words import Words

# A sentence stands in the other article where so much of it does.
COVERED = 0.8
# The stretch has two such sentences and so many words at least; less of a dispatch is a quotation or a stock phrase.
SENTENCES, WORDS = 2, 40
# At most such a share of the stretch's words of content comes up in the rest of its page, at its least alien.
FAMILIAR = 0.12
# So many words of the page stand before and behind the stretch: background ends an article, a splice is amid it.
AROUND = 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences of a page that follow each other and stand in another article: words (end excluded), what they share.

    `familiar` is the share of their words of content that the rest of the page has too.
    """

    start: int
    end: int
    sentences: int
    familiar: float


def spliced(words: Words, passages: tuple[Aligned, ...], side: str) -> Stretch | None:
    """The longest stretch of the page on side "a" or "b" that was put in from the other article, None without one."""
    found = [stretch for stretch in stretches(words, passages, side) if _is_amid(words, stretch)]
    alien = [s for s in found if s.familiar <= FAMILIAR and s.sentences >= SENTENCES and s.end - s.start >= WORDS]
    return max(alien, key=lambda stretch: stretch.end - stretch.start, default=None)


def stretches(words: Words, passages: tuple[Aligned, ...], side: str) -> Iterator[Stretch]:
    """All stretches of whole sentences that stand in the other article."""
    flags = covered(passages, len(words), side)
    group: list[Sentence] = []
    for sentence in sentences(words):
        if float(flags[sentence.start : sentence.end].mean()) >= COVERED:
            group.append(sentence)
        elif group:
            yield _stretch(words, group)
            group = []
    if group:
        yield _stretch(words, group)


def _stretch(words: Words, group: list[Sentence]) -> Stretch:
    """Sentences as a stretch."""
    start, end = group[0].start, group[-1].end
    inside = set(units_of(words.forms[start:end]))
    rest = set(units_of((*words.forms[:start], *words.forms[end:])))
    return Stretch(start, end, len(group), len(inside & rest) / max(1, len(inside)))


def _is_amid(words: Words, stretch: Stretch) -> bool:
    """Whether prose of the page's own stands before and behind a stretch."""
    return bool(np.minimum(stretch.start, len(words) - stretch.end) >= AROUND)
