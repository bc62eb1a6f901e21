"""Documents become windows of pieces with their targets, and windows become batches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import torch
from tokenizers import Tokenizer
from torch import Tensor

from aidememoire.reading.windows import Window, shape_of, windows
from training.corpora import UNKNOWN, Document, Span
from training.network import Tags


def lemma_script(word: str, lemma: str) -> str:
    """How a lemma comes from its word: letters kept as they are or small, how many cut off, what is put on."""
    case, form = ("keep", word) if lemma[:1].isupper() else ("small", word.lower())
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{case}|{len(form) - same}|{lemma[same:]}"


def tags_of(documents: Iterable[Document], names: tuple[str, ...], roles: tuple[str, ...]) -> Tags:
    """The labels that the documents use; lemma scripts seen fewer than three times are left out."""
    upos: set[str] = set()
    labels: set[str] = set()
    scripts: Counter[str] = Counter()
    for d in documents:
        upos.update(d.upos or ())
        labels.update(d.labels or ())
        scripts.update(lemma_script(w, m) for w, m in zip(d.words, d.lemmas or (), strict=False))
    tag = lambda kinds: ("O", *(f"{p}-{k}" for k in kinds for p in "BI"))  # noqa: E731
    kept = tuple(s for s, n in scripts.most_common() if n >= 3)
    return Tags(tuple(sorted(upos)), kept, tuple(sorted(labels)), tag(names), tag(roles))


@dataclass(slots=True)
class Example:
    """A window and its targets, each a list over its words, UNKNOWN where nobody says."""

    window: Window
    targets: dict[str, list[int]]
    sentences: list[int] = field(default_factory=list)
    links: list[tuple[list[Span], Span | None, Span | None]] = field(default_factory=list)


def examples(documents: Iterable[Document], tokenizer: Tokenizer, tags: Tags, size: int) -> Iterator[Example]:
    """The windows of all documents, at most `size` pieces each."""
    index = {
        "upos": {t: i for i, t in enumerate(tags.upos)},
        "lemmas": {t: i for i, t in enumerate(tags.lemmas)},
        "labels": {t: i for i, t in enumerate(tags.labels)},
        "names": {t: i for i, t in enumerate(tags.names)},
        "roles": {t: i for i, t in enumerate(tags.roles)},
    }
    for document in documents:
        pieces = [tokenizer.encode(w, add_special_tokens=False).ids or [100] for w in document.words]
        for window in windows(pieces, [shape_of(w) for w in document.words], document.paragraphs, size):
            yield _example(document, window, index)


def _example(d: Document, w: Window, index: dict[str, dict[str, int]]) -> Example:
    inside = slice(w.start, w.end)

    def ids(kind: str, values: Sequence[str] | None) -> list[int]:
        if values is None:
            return [UNKNOWN] * (w.end - w.start)
        return [index[kind].get(v, UNKNOWN) for v in values[inside]]

    scripts = None if d.lemmas is None else [lemma_script(x, m) for x, m in zip(d.words, d.lemmas, strict=True)]
    names, roles = (None if t is None else _whole(t[inside]) for t in (d.names, d.roles))
    found = Example(
        w,
        {
            "upos": ids("upos", d.upos),
            "lemmas": ids("lemmas", scripts),
            "labels": ids("labels", d.labels),
            "starts": [UNKNOWN] * (w.end - w.start) if d.starts is None else d.starts[inside],
            "names": [UNKNOWN] * (w.end - w.start) if names is None else [index["names"][t] for t in names],
            "roles": [UNKNOWN] * (w.end - w.start) if roles is None else [index["roles"][t] for t in roles],
            "heads": [UNKNOWN] * (w.end - w.start),
        },
    )
    if d.heads is not None and d.starts is not None:
        number = 0
        for i in range(w.start, w.end):
            number += d.starts[i]
            found.sentences.append(number)
            head = d.heads[i]
            found.targets["heads"][i - w.start] = (
                -1 if head < 0 else head - w.start if w.start <= head < w.end else UNKNOWN
            )
    for link in d.links:
        contents = [(a - w.start, b - w.start) for a, b in link.contents if w.start <= a and b <= w.end]
        move = lambda s: (s[0] - w.start, s[1] - w.start) if s and w.start <= s[0] and s[1] <= w.end else None  # noqa: E731
        if contents:
            found.links.append((contents, move(link.cue), move(link.source)))
    return found


def _whole(tags: list[str]) -> list[str]:
    """Tags of a window in which no span begins in its middle."""
    return [f"B{t[1:]}" if i == 0 and t[:1] == "I" else t for i, t in enumerate(tags)]


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

    kinds = ("upos", "lemmas", "labels", "starts", "names", "roles", "heads")
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
