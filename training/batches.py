"""Documents become windows of pieces with their targets, and windows become batches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import torch
from tokenizers import Tokenizer
from torch import Tensor

from aidememoire.reading.model import UNKNOWN_PIECE
from aidememoire.reading.windows import Window, breaks_of, shape_of, windows
from training.documents import TAGGERS, UNKNOWN, Document, Link, Reference, Span, inside, moved
from training.network import Tags


def lemma_script(word: str, lemma: str) -> str:
    """How a lemma comes from its word: letters kept as they are or small, how many cut off, what is put on."""
    case, form = ("keep", word) if lemma[:1].isupper() else ("small", word.lower())
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{case}|{len(form) - same}|{lemma[same:]}"


def tags_of(documents: Iterable[Document]) -> Tags:
    """The labels that the documents use; lemma scripts seen fewer than three times are left out."""
    upos: set[str] = set()
    labels: set[str] = set()
    scripts: Counter[str] = Counter()
    for d in documents:
        upos.update(d.upos or ())
        labels.update(d.labels or ())
        scripts.update(lemma_script(w, m) for w, m in zip(d.words, d.lemmas or (), strict=False))
    kept = tuple(s for s, n in scripts.most_common() if n >= 3)
    tagged = {t: ("O", *(f"{p}-{k}" for k in kinds for p in "BI")) for t, kinds in TAGGERS.items()}
    return Tags(tuple(sorted(upos)), kept, tuple(sorted(labels)), tagged)


@dataclass(slots=True)
class Example:
    """A window and its targets, each a list over its words, UNKNOWN where nobody says."""

    window: Window
    targets: dict[str, list[int]]
    sentences: list[int] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    parties: list[Span] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def examples(documents: Iterable[Document], tokenizer: Tokenizer, tags: Tags, size: int) -> Iterator[Example]:
    """The windows of all documents, at most `size` pieces each."""
    index = {
        "upos": {t: i for i, t in enumerate(tags.upos)},
        "lemmas": {t: i for i, t in enumerate(tags.lemmas)},
        "labels": {t: i for i, t in enumerate(tags.labels)},
    } | {tagger: {t: i for i, t in enumerate(known)} for tagger, known in tags.taggers.items()}
    for document in documents:
        pieces = [tokenizer.encode(w, add_special_tokens=False).ids or [UNKNOWN_PIECE] for w in document.words]
        shapes, breaks = [shape_of(w) for w in document.words], breaks_of(document.words)
        for window in windows(pieces, shapes, document.paragraphs, size, breaks):
            yield _example(document, window, index)


def _example(d: Document, w: Window, index: dict[str, dict[str, int]]) -> Example:
    here = slice(w.start, w.end)

    def ids(kind: str, values: Sequence[str] | None) -> list[int]:
        if values is None:
            return [UNKNOWN] * (w.end - w.start)
        return [index[kind].get(v, UNKNOWN) for v in values[here]]

    scripts = None if d.lemmas is None else [lemma_script(x, m) for x, m in zip(d.words, d.lemmas, strict=True)]
    targets = {
        "upos": ids("upos", d.upos),
        "lemmas": ids("lemmas", scripts),
        "labels": ids("labels", d.labels),
        "starts": [UNKNOWN] * (w.end - w.start) if d.starts is None else d.starts[here],
        "heads": [UNKNOWN] * (w.end - w.start),
    }
    for tagger in TAGGERS:
        found = d.tags.get(tagger)
        targets[tagger] = [UNKNOWN] * (w.end - w.start) if found is None else whole(found[here], index[tagger])
    example = Example(w, targets)
    _add_heads(example, d)
    example.links = [link for x in d.links if (link := moved(x, w.start, w.end)).contents]
    example.parties = _inside(d.parties, w)
    for reference in d.references:
        if span := inside(reference.span, w.start, w.end):
            example.references.append(Reference(span, _inside(reference.same, w)))
    return example


def _inside(spans: Iterable[Span], w: Window) -> list[Span]:
    """Those that lie wholly in the window, counted from its first word."""
    return [found for x in spans if (found := inside(x, w.start, w.end))]


def _add_heads(example: Example, d: Document) -> None:
    """The head of each word as a place in the window, and the number of each word's sentence."""
    if d.heads is None or d.starts is None:
        return
    number, w = 0, example.window
    for i in range(w.start, w.end):
        number += d.starts[i]
        example.sentences.append(number)
        head = d.heads[i]
        seen = w.start <= head < w.end
        example.targets["heads"][i - w.start] = -1 if head < 0 else head - w.start if seen else UNKNOWN


def whole(tags: Sequence[str], index: dict[str, int]) -> list[int]:
    """The numbers of a window's tags, in which no span begins in its middle."""
    return [index[f"B{t[1:]}" if i == 0 and t[:1] == "I" else t] for i, t in enumerate(tags)]


@dataclass(slots=True)
class Batch:
    """Examples of about one length as tensors, batch × pieces and batch × words."""

    pieces: Tensor
    mask: Tensor
    shapes: Tensor
    firsts: Tensor
    real: Tensor
    targets: dict[str, Tensor]
    sentences: Tensor
    examples: list[Example]


def batch(chosen: list[Example]) -> Batch:
    """One batch, padded to its longest example."""
    t = max(len(e.window.pieces) for e in chosen)
    n = max(len(e.window.firsts) for e in chosen)

    def filled(rows: Iterable[Sequence[int]], width: int, value: int) -> Tensor:
        return torch.tensor([[*r, *[value] * (width - len(r))] for r in rows])

    kinds = ("upos", "lemmas", "labels", "starts", "heads", *TAGGERS)
    return Batch(
        filled((e.window.pieces for e in chosen), t, 0),
        filled(([1] * len(e.window.pieces) for e in chosen), t, 0),
        filled((e.window.shapes for e in chosen), t, 0),
        filled((e.window.firsts for e in chosen), n, 0),
        filled(([1] * len(e.window.firsts) for e in chosen), n, 0),
        {k: filled((e.targets[k] for e in chosen), n, UNKNOWN) for k in kinds},
        filled((e.sentences or [0] * len(e.window.firsts) for e in chosen), n, -1),
        chosen,
    )
