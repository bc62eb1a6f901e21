"""What the reading model gives for an article: words with tags and trees, sentences, names, and who said what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import numpy as np

from aidememoire.model.reading import NameKind
from aidememoire.reading.linking import Linked, linked
from aidememoire.reading.model import Model, Scores
from aidememoire.reading.notes import Notes
from aidememoire.reading.numeric import Array, gelu
from aidememoire.reading.tagging import best_paths, spans_of
from aidememoire.reading.trees import best_tree
from aidememoire.reading.words import word_spans

Place = tuple[int, int]
Marked = tuple[int, int, str]
Named = tuple[int, int, NameKind]


@dataclass(frozen=True, slots=True)
class Parse:
    """An article's words, and what was read of them; spans are of words (first, one after the last).

    `words` are places in the article's text. `starts` are the words that begin a sentence. `heads` are indices of
    words, -1 for the root of a sentence. `names` are names alone and described parties, `mentions` the same with their
    titles and descriptions, in the order of the text; of `attributions` those that stand inside another one come after
    all others of their window.
    """

    words: tuple[Place, ...]
    starts: tuple[int, ...]
    upos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    names: tuple[Named, ...]
    mentions: tuple[Marked, ...]
    attributions: tuple[Linked, ...]


def parse(text: str, paragraphs: Iterable[Place], using: Model) -> Parse:
    """Reads the paragraphs of a text, each given by its first character and the one after its last."""
    words: list[Place] = []
    begins: set[int] = set()
    for start, end in paragraphs:
        begins.add(len(words))
        words += word_spans(text, start, end)
    return parsed([text[a:b] for a, b in words], words, begins, using)


def parsed(
    texts: Sequence[str], words: Sequence[Place], paragraphs: set[int], using: Model, given: Sequence[int] | None = None
) -> Parse:
    """The same for given words; `given` are the words that begin sentences, in order, where they are known."""
    found = _Growing()
    for group in using.scores(texts, paragraphs):
        for scores, spans in zip(group, _tagged(group, using.notes), strict=True):
            inside = texts[scores.window.start : scores.window.end]
            found.add(inside, scores, spans, _starts(scores, paragraphs, given), using.notes)
    return found.parse(words)


@dataclass(slots=True)
class _Growing:
    """A parse that grows window by window."""

    starts: list[int] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    names: list[Named] = field(default_factory=list)
    mentions: list[Marked] = field(default_factory=list)
    attributions: list[Linked] = field(default_factory=list)

    def add(
        self, texts: Sequence[str], scores: Scores, spans: Mapping[str, list[Marked]], begins: list[int], notes: Notes
    ) -> None:
        """Adds what is read of a window's words, given the spans of its taggers and the words that begin sentences."""
        base, of = scores.window.start, scores.of
        self.starts += [base + i for i in begins]
        self.upos += [notes.upos[i] for i in of["upos"].argmax(1)]
        self.lemmas += [lemma(w, notes.lemmas[i]) for w, i in zip(texts, of["lemmas"].argmax(1), strict=True)]
        for a, b in zip(begins, [*begins[1:], len(texts)], strict=True):
            tree = best_tree(of["arc_dep"][a:b] @ of["arc_head"][a:b].T, of["arc_root"][a:b])
            self.heads += [base + a + h if h >= 0 else -1 for h in tree]
            self.labels += _labels(of, a, b, tree, notes)
        self.names += [(base + a, base + b, cast(NameKind, k)) for a, b, k in spans["names"]]
        self.mentions += [(base + a, base + b, k) for a, b, k in spans["mentions"]]
        self.attributions += [x.moved(base) for x in linked(of, spans, notes)]

    def parse(self, words: Sequence[Place]) -> Parse:
        """All that was added."""
        return Parse(
            tuple(words), tuple(self.starts), tuple(self.upos), tuple(self.lemmas), tuple(self.heads),
            tuple(self.labels), tuple(self.names), tuple(self.mentions), tuple(self.attributions),
        )  # fmt: skip


def _tagged(windows: Sequence[Scores], notes: Notes) -> list[dict[str, list[Marked]]]:
    """The spans that each tagger marks in each window."""
    paths = best_paths([(s.of[t], crf) for s in windows for t, crf in notes.taggers.items()])
    n = len(notes.taggers)
    return [
        {t: spans_of(path) for t, path in zip(notes.taggers, paths[i * n : (i + 1) * n], strict=True)}
        for i in range(len(windows))
    ]


def _starts(scores: Scores, paragraphs: set[int], given: Sequence[int] | None) -> list[int]:
    window = scores.window
    if given is not None:
        inside = given[bisect_left(given, window.start) : bisect_left(given, window.end)]
        return sorted({0, *(g - window.start for g in inside)})
    yes = scores.of["starts"] > 0
    return [i for i in range(window.end - window.start) if i == 0 or yes[i] or window.start + i in paragraphs]


def _labels(of: Mapping[str, Array], start: int, end: int, heads: Sequence[int], notes: Notes) -> list[str]:
    """The relation of each word to its head."""
    head = np.array([of["label_head"][start + h] if h >= 0 else notes.label_root for h in heads])
    hidden = gelu(of["label_dep"][start:end] + head)
    logits = notes.label_out(hidden)
    # Only the root of a tree may be called root, and it must be.
    root = notes.labels.index("root")
    logits[:, root] = -np.inf
    return ["root" if h < 0 else notes.labels[i] for h, i in zip(heads, logits.argmax(1), strict=True)]


def lemma(word: str, script: str) -> str:
    """The lemma that a script makes of a word: letters kept or small, so many cut off at the end, an ending put on."""
    case, cut, ending = script.split("|", 2)
    form = word if case == "keep" else word.lower()
    return (form[: -int(cut)] if int(cut) else form) + ending or form
