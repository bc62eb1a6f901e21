"""What either of two versions of one dispatch changed, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from aidememoire.lineage.alignment import Aligned
from aidememoire.lineage.kinds import has_figure, kind_of
from aidememoire.lineage.pairing import Paired, Sentence, paired_sentences
from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Words
from aidememoire.model.links import Edit, EditKind
from aidememoire.model.spans import Span

# Changes with so few equal words between them are one change of a phrase: "1,000 roofs and burned two mills" against
# "2,000 roofs and burned three mills", or a word moved from before a name to after it.
PHRASE = 3
# Sentences with less than a third of their words in common are told anew, and given as a whole.
ANEW = 1 / 3
# A clause of so many words, all cut or all new, is told as dropped or added.
CLAUSE = 6


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one version (ends excluded) that stand where the other has other words, or none."""

    a: int
    a_end: int
    b: int
    b_end: int


def edits(a: Words, b: Words, passages: Sequence[Aligned]) -> tuple[Edit, ...]:
    """The edits between two versions, in the order of `a`; what only `b` has comes last."""
    if len(passages) == 1 and len(passages[0].runs) == 1 and passages[0].matched == len(a) == len(b):
        return ()
    pairs = paired_sentences(a, b, passages)
    return (*_within(a, b, pairs), *_alone(a, b, pairs))


def _within(a: Words, b: Words, pairs: Iterable[Paired]) -> Iterator[Edit]:
    """The edits inside sentences that correspond."""
    for pair in pairs:
        if pair.a is not None and pair.b is not None:
            for change in _changes(a, b, pair.a, pair.b):
                if _matters(a, b, change):
                    yield _edit(a, b, change)


def _changes(a: Words, b: Words, here: Sentence, there: Sentence) -> list[Change]:
    """The changed stretches of two sentences, the whole of them where little is the same."""
    mine, yours = a.forms[here.start : here.end], b.forms[there.start : there.end]
    blocks = Indel.opcodes(mine, yours)
    equal = sum(block.src_end - block.src_start for block in blocks if block.tag == "equal")
    if equal < ANEW * min(len(mine), len(yours)):
        return [Change(here.start, here.end, there.start, there.end)]
    raw = [
        Change(here.start + k.src_start, here.start + k.src_end, there.start + k.dest_start, there.start + k.dest_end)
        for k in blocks
        if k.tag != "equal"
    ]
    return _phrases(a, b, raw)


def _phrases(a: Words, b: Words, raw: list[Change]) -> list[Change]:
    """Neighbouring changes joined where they are one phrase."""
    joined: list[Change] = []
    for place, change in enumerate(raw):
        if place and _one_phrase(a, b, raw[place - 1], change):
            joined[-1] = Change(joined[-1].a, change.a_end, joined[-1].b, change.b_end)
        else:
            joined.append(change)
    return joined


def _one_phrase(a: Words, b: Words, first: Change, second: Change) -> bool:
    """Whether two changes belong together by how near they are and what they are."""
    gap = second.a - first.a_end
    if gap <= 1:
        return True
    crossed = (first.a == first.a_end and second.b == second.b_end) or (
        first.b == first.b_end and second.a == second.a_end
    )
    return gap <= PHRASE and (crossed or (_figure(a, b, first) and _figure(a, b, second)))


def _figure(a: Words, b: Words, change: Change) -> bool:
    """Whether a number stands in either side of a change."""
    return has_figure(a, range(change.a, change.a_end)) or has_figure(b, range(change.b, change.b_end))


def _matters(a: Words, b: Words, change: Change) -> bool:
    """Whether more than words of grammar were changed."""
    mine, yours = set(a.forms[change.a : change.a_end]), set(b.forms[change.b : change.b_end])
    return not (mine ^ yours) <= word_list("function_words")


def _edit(a: Words, b: Words, change: Change) -> Edit:
    """A change as an edit, in characters."""
    here, there = range(change.a, change.a_end), range(change.b, change.b_end)
    kind = kind_of(a, here, b, there)
    if kind == "wording" and (not here or not there) and max(len(here), len(there)) >= CLAUSE:
        kind = "added" if not here else "dropped"
    return Edit(_span(a, here), _span(b, there), kind)


def _span(words: Words, stretch: range) -> Span | None:
    """The characters of a stretch, None for an empty one."""
    return words.span(stretch.start, stretch.stop) if stretch else None


def _alone(a: Words, b: Words, pairs: Iterable[Paired]) -> Iterator[Edit]:
    """What only one version has: sentences of one paragraph that follow each other are one edit."""
    listed = list(pairs)
    for group in _groups([pair.a for pair in listed if pair.a is not None and pair.b is None]):
        yield Edit(a.sentence_span(group[0].start, group[-1].end), None, _alone_kind(a, group, "dropped"))
    for group in _groups([pair.b for pair in listed if pair.b is not None and pair.a is None]):
        yield Edit(None, b.sentence_span(group[0].start, group[-1].end), _alone_kind(b, group, "added"))


def _groups(found: list[Sentence]) -> list[list[Sentence]]:
    """Sentences that follow each other in one paragraph, together."""
    groups = [[sentence] for sentence in found[:1]]
    for before, sentence in pairwise(found):
        if sentence.place == before.place + 1 and sentence.paragraph == before.paragraph:
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return groups


def _alone_kind(words: Words, group: list[Sentence], kind: EditKind) -> EditKind:
    """The given kind, or "quotation" where most of the words are quoted."""
    start, end = group[0].start, group[-1].end
    return "quotation" if int(words.quoted[start:end].sum()) * 2 > end - start else kind
