"""What two articles have to do with each other: wire, background, quote or none, and why.

What is shared decides, not how much alone: an outlet's own prose that few others have points to one dispatch; words in
quotation marks could be heard by anyone; a paragraph that many reports have is an agency's stock.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aidememoire.lineage.alignment import LEAST, SEED, Aligned, covered
from aidememoire.lineage.likeness import NEAR_DAYS, days_apart
from aidememoire.lineage.words import Flags, Words
from aidememoire.model.lineage import Relation

# Shares of the shorter article, in words of own prose that is no stock. Half of it is a dispatch, whatever else holds.
# A quarter is, unless the two give their news different days: among 41 hand-labelled pairs of war reports (32 wire, 9
# traps) next day's dispatch took over up to a third of the day before's, while two outlets' cuts of one dispatch had as
# little as a quarter left in common. Less than that is only where all else speaks for one dispatch. Those pairs were in
# sight when the shares were set: all 41 come out right, 38 and 40 with a quarter moved to 0.3 and 0.2, 40 with a half
# moved to 0.4, and 41 wherever else one bound of this module is moved by a fifth.
HALF, QUARTER, EIGHTH = 0.5, 0.25, 0.125
# An article of which three quarters stand in the other, quotations and stock and all, is a reprint of it.
REPRINT = 0.75
# Cosine of the profiles above which two articles tell of one happening, and below which they hardly do.
ALIKE, UNLIKE = 0.35, 0.2
# A pair with no passage of so many words (most of a sentence) has nothing worth telling in common.
TELLING = 16


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against one dispatch.

    `own`, `quoted` and `stock` count shared words: own prose that is no stock (with the quotations that stand in one
    passage with it), quotations on their own, stock. `share` is `own` as a share of the shorter body, `whole` is all
    that is shared as such a share.
    """

    own: int
    quoted: int
    stock: int
    share: float
    whole: float
    longest: int
    likeness: float
    same_day: bool | None
    near: bool
    agencies_differ: bool
    one_house: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two bodies: its words, which of them are shared in runs, and which of them are stock."""

    words: Words
    shared: Flags
    stock: Flags

    @property
    def quoted(self) -> Flags:
        """Shared words of sentences whose shared words stand mostly in quotation marks, frame ("he said") and all."""
        if not len(self.words):
            return self.shared
        sentences = self.words.sentence
        inside = np.bincount(sentences[self.shared & self.words.quoted], minlength=int(sentences[-1]) + 1)
        every = np.bincount(sentences[self.shared], minlength=int(sentences[-1]) + 1)
        return self.shared & (self.words.quoted | (inside * 2 > every)[sentences])


def weighed(passages: tuple[Aligned, ...], a: Side, b: Side) -> tuple[int, int, int]:
    """How many shared words are own prose, quotation on its own, and stock."""
    heard_a, heard_b = _heard(passages, a, b)
    own_a, own_b = a.shared & ~heard_a & ~a.stock, b.shared & ~heard_b & ~b.stock
    said_a, said_b = heard_a & ~a.stock, heard_b & ~b.stock
    prose, said = _least(passages, own_a, own_b), _least(passages, said_a, said_b)
    # Two reporters may share a quotation; they do not share it together with the sentence that follows it, nor with
    # most of a sentence of somebody's prose elsewhere.
    with_prose = max(prose, default=0) >= TELLING
    counted = [words if with_prose or beside >= LEAST else 0 for words, beside in zip(said, prose, strict=True)]
    # What three houses quote within days is what was said in public; what they quote for weeks is their stock.
    common = a.shared & a.stock
    repeated = common & heard_a if is_near(a.words, b.words) else common & False
    spoken = sum(said) - sum(counted) + int(repeated.sum())
    return sum(prose) + sum(counted), spoken, int((common & ~repeated).sum())


def is_near(a: Words, b: Words) -> bool:
    """Whether two bodies may be of near days."""
    apart = days_apart(a.article, b.article)
    return apart is None or apart <= NEAR_DAYS


def _heard(passages: tuple[Aligned, ...], a: Side, b: Side) -> tuple[Flags, Flags]:
    """The shared words that either of the two quotes: who prints a statement in full may do without the marks."""
    heard_a, heard_b = a.quoted.copy(), b.quoted.copy()
    for run in (run for passage in passages for run in passage.runs):
        here, there = slice(run.a, run.a + run.length), slice(run.b, run.b + run.length)
        either = heard_a[here] | heard_b[there]
        heard_a[here], heard_b[there] = either & a.shared[here], either & b.shared[there]
    return heard_a, heard_b


def _least(passages: tuple[Aligned, ...], a: Flags, b: Flags) -> list[int]:
    """For each passage how many of its words are flagged, on the side where they are fewer."""
    return [min(int(a[p.a : p.a_end].sum()), int(b[p.b : p.b_end].sum())) for p in passages]


def in_runs(passages: tuple[Aligned, ...], length: int, side: str) -> Flags:
    """The words of one side that lie in runs of at least SEED words: single words in common prove nothing."""
    long = tuple(
        Aligned(p.a, p.a_end, p.b, p.b_end, tuple(run for run in p.runs if run.length >= SEED)) for p in passages
    )
    return covered(long, length, side)


def relation(evidence: Evidence) -> Relation:
    """The relation that the evidence speaks for."""
    if evidence.whole >= REPRINT or evidence.share >= needed(evidence):
        return "wire"
    if evidence.longest < TELLING:
        return "none"
    return "quote" if evidence.quoted > evidence.own + evidence.stock else "background"


def needed(evidence: Evidence) -> float:
    """The share of own prose from which two articles are counted as one dispatch."""
    if evidence.same_day is False or evidence.agencies_differ or evidence.likeness < UNLIKE:
        return HALF
    # A house repeats its own background from story to story, as agencies do.
    if evidence.one_house and evidence.likeness < ALIKE:
        return HALF
    if evidence.same_day and evidence.near and evidence.likeness >= ALIKE:
        return EIGHTH
    return QUARTER


def reason(found: Relation, evidence: Evidence, a: Side, b: Side) -> str:
    """Why a relation was given, in words."""
    short = a if len(a.words) <= len(b.words) else b
    name, units = _units(short.words)
    size = np.bincount(units)
    shared = np.bincount(units[short.shared], minlength=len(size)) * 2 >= size
    quoted = np.bincount(units[short.words.quoted], minlength=len(size)) > 0
    stock = np.bincount(units[short.stock & short.shared], minlength=len(size)) * 2 >= size
    parts = [f"{int(shared.sum())} of {len(size)} {name}"]
    if int((shared & ~quoted & ~stock).sum()):
        parts.append(f"among them {int((shared & ~quoted & ~stock).sum())} with no quotation, found nowhere else")
    if found == "wire":
        parts.append(f"{evidence.own} of {len(short.words)} words are of this report alone")
    if int((shared & stock).sum()):
        parts.append(f"{int((shared & stock).sum())} that other reports have too")
    return ", ".join([*parts, *_remark(found, evidence)])


def _units(words: Words) -> tuple[str, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """What is counted: paragraphs, or sentences where the body is one paragraph."""
    column = words.paragraph if int(words.paragraph[-1]) else words.sentence
    return "paragraphs" if column is words.paragraph else "sentences", np.unique(column, return_inverse=True)[1]


def _remark(found: Relation, evidence: Evidence) -> list[str]:
    """What else weighed."""
    remarks = []
    if found == "quote":
        remarks.append("the shared words stand in quotation marks")
    if found != "wire" and evidence.same_day is False and evidence.share >= EIGHTH:
        remarks.append("but the news is of different days")
    if found != "wire" and evidence.agencies_differ:
        remarks.append("but they credit different agencies")
    return remarks
