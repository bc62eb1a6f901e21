"""What either of two versions of one dispatch changed, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from aidememoire.lineage.alignment import Aligned
from aidememoire.lineage.editing.changes import Change, changes
from aidememoire.lineage.editing.kinds import kind_of, mostly_quoted
from aidememoire.lineage.pairing import Paired, Sentence, paired_sentences
from aidememoire.lineage.words import Words
from aidememoire.model.lineage import Edit, EditKind
from aidememoire.model.spans import Span


def edits(a: Words, b: Words, passages: Sequence[Aligned]) -> tuple[Edit, ...]:
    """The edits between two versions, in the order of `a`; what only `b` has comes last."""
    if _same(a, b):
        return ()
    pairs = paired_sentences(a, b, passages)
    return (*_within(a, b, pairs), *_alone(a, b, pairs))


def _same(a: Words, b: Words) -> bool:
    """Whether two versions have the same words, and the same of them in quotation marks."""
    return a.forms == b.forms and bool((a.quoted == b.quoted).all())


def _within(a: Words, b: Words, pairs: Iterable[Paired]) -> Iterator[Edit]:
    """The edits inside sentences that correspond."""
    for pair in pairs:
        if pair.a is not None and pair.b is not None:
            for change in changes(a, b, pair.a, pair.b):
                yield _edit(a, b, change)


def _edit(a: Words, b: Words, change: Change) -> Edit:
    """A change as an edit, in characters."""
    here, there = range(change.a, change.a_end), range(change.b, change.b_end)
    return Edit(_span(a, here), _span(b, there), kind_of(a, here, b, there))


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
    return "quotation" if mostly_quoted(words, range(group[0].start, group[-1].end)) else kind
