"""Where the parts of a page that was spliced from several stories also stand: the articles that share their prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from aidememoire.lineage.alignment import covered
from aidememoire.lineage.passages import Bond
from aidememoire.lineage.words import Flags, Words
from aidememoire.model.ids import content_id
from aidememoire.model.lineage import Donor

# An article gave a part where it has a third of the part's words: a part may hold more stories than breaks were seen.
SHARE = 1 / 3
# And so many words of it outside quotation marks, most of a paragraph: less is a stock phrase or a public statement.
OWN = 20


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a body between two breaks, in words (end excluded)."""

    start: int
    end: int


def donors(bodies: Sequence[Words], bonds: Iterable[Bond]) -> Iterator[Donor]:
    """For each part of each composite page the articles that share its prose, most of it first.

    The bonds are those of pairs that share passages. A part that no other article shares has no donor; another
    composite page, which may be a copy of this one, is none. Several donors of one part are versions of one story:
    which of them it was taken from is not known.
    """
    held: dict[int, list[tuple[int, Flags]]] = {}
    for bond in bonds:
        for page, other, side in ((bond.first, bond.second, "a"), (bond.second, bond.first, "b")):
            if _is_spliced(bodies[page]) and not bodies[other].article.composite:
                held.setdefault(page, []).append((other, covered(bond.passages, len(bodies[page]), side)))
    for page, others in sorted(held.items()):
        for part in parts(bodies[page]):
            found = [donor for other, flags in others if (donor := _donor(bodies, page, part, other, flags))]
            yield from sorted(found, key=lambda donor: (-donor.share, donor.donor))


def parts(words: Words) -> list[Part]:
    """The parts of a body by the breaks of its article, those without words left out."""
    inner = np.searchsorted(words.starts, np.array(words.article.breaks, dtype=np.int64)).tolist()
    edges = sorted({0, *inner, len(words)})
    return [Part(start, end) for start, end in pairwise(edges)]


def _is_spliced(words: Words) -> bool:
    return words.article.composite and bool(words.article.breaks)


def _donor(bodies: Sequence[Words], page: int, part: Part, other: int, flags: Flags) -> Donor | None:
    """The part with its donor, None where the other article has too little of it."""
    words, here = bodies[page], slice(part.start, part.end)
    share = float(flags[here].mean())
    if share < SHARE or int((flags[here] & ~words.quoted[here]).sum()) < OWN:
        return None
    span = words.sentence_span(part.start, part.end)
    article, donor = words.article.id, bodies[other].article.id
    return Donor(content_id("donor", article, str(span.start), donor), article, span, donor, share)
