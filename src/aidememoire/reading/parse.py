"""What the reading model gives for an article: words with tags and trees, sentences, names, and who said what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aidememoire.model.articles import Article
from aidememoire.reading.linking import Linked, linked
from aidememoire.reading.model import Model, Scores
from aidememoire.reading.notes import Notes
from aidememoire.reading.numeric import Array, gelu
from aidememoire.reading.tagging import best_paths, spans_of
from aidememoire.reading.trees import best_tree
from aidememoire.reading.words import word_spans

Place = tuple[int, int]


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
    names: tuple[tuple[int, int, str], ...]
    mentions: tuple[tuple[int, int, str], ...]
    attributions: tuple[Linked, ...]


def parse(article: Article, using: Model) -> Parse:
    """Reads an article's paragraphs with the model."""
    words: list[Place] = []
    paragraphs: set[int] = set()
    for paragraph in article.paragraphs:
        paragraphs.add(len(words))
        words += word_spans(article.text, paragraph.start, paragraph.end)
    return parsed([article.text[a:b] for a, b in words], words, paragraphs, using)


def parsed(
    texts: Sequence[str], words: Sequence[Place], paragraphs: set[int], using: Model, given: Sequence[int] | None = None
) -> Parse:
    """The same for words that are given, with `given` the words that begin sentences where they are known."""
    upos: list[str] = []
    lemmas: list[str] = []
    heads: list[int] = []
    labels: list[str] = []
    starts: list[int] = []
    names: list[tuple[int, int, str]] = []
    mentions: list[tuple[int, int, str]] = []
    attributions: list[Linked] = []
    notes = using.notes
    windows = using.scores(texts, paragraphs)
    for scores, spans in zip(windows, _tagged(windows, notes), strict=True):
        base, of = scores.window.start, scores.of
        inside = texts[base : scores.window.end]
        begins = _starts(scores, paragraphs, given)
        starts += [base + i for i in begins]
        upos += [notes.upos[i] for i in of["upos"].argmax(1)]
        lemmas += [lemma(w, notes.lemmas[i]) for w, i in zip(inside, of["lemmas"].argmax(1), strict=True)]
        for a, b in zip(begins, [*begins[1:], len(inside)], strict=True):
            found = best_tree(of["arc_dep"][a:b] @ of["arc_head"][a:b].T, of["arc_root"][a:b])
            heads += [base + a + h if h >= 0 else -1 for h in found]
            labels += _labels(of, a, b, found, notes)
        names += [(base + a, base + b, k) for a, b, k in spans["names"]]
        mentions += [(base + a, base + b, k) for a, b, k in spans["mentions"]]
        attributions += [x.moved(base) for x in linked(of, spans, notes)]
    return Parse(
        tuple(words), tuple(starts), tuple(upos), tuple(lemmas), tuple(heads), tuple(labels), tuple(names),
        tuple(mentions), tuple(attributions),
    )  # fmt: skip


def _tagged(windows: Sequence[Scores], notes: Notes) -> list[dict[str, list[tuple[int, int, str]]]]:
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
        return sorted({0, *(g - window.start for g in given if window.start <= g < window.end)})
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
