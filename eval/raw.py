"""Sentences and trees from raw text: what a treebank's text gives when no word and no sentence of it is given.

Words are held against each other by their characters, as in the CoNLL 2018 shared task (Zeman et al. 2018): a word is
right if it has the same first and last character, its arc if its head is the same word too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from aidememoire.reading.model import Model
from aidememoire.reading.parse import parse

Span = tuple[int, int]


@dataclass(slots=True)
class Gold:
    """A document's text and paragraphs, its sentences, and each word's head (None for a root) and label."""

    text: str = ""
    paragraphs: list[Span] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    arcs: dict[Span, tuple[Span | None, str]] = field(default_factory=dict)


def documents(path: Path, wanted: str = "") -> Iterator[Gold]:
    """The documents of a CoNLL-U file whose names begin with `wanted`, their text put together from the words."""
    gold, name = Gold(), ""
    rows: list[list[str]] = []
    fresh = True
    for line in [*path.read_text(encoding="utf-8").splitlines(), "# newdoc"]:
        if line.startswith("# newdoc"):
            if gold.text and name.startswith(wanted):
                yield gold
            gold, name, fresh = Gold(), line.partition("=")[2].strip(), True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            fresh = True
        elif line[:1].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            _add(gold, rows, fresh=fresh)
            rows, fresh = [], False


def _add(gold: Gold, rows: list[list[str]], *, fresh: bool) -> None:
    """Adds a sentence to a document."""
    if fresh and gold.text:
        gold.text = gold.text.rstrip() + "\n"
    start, spans, until = len(gold.text), {}, 0
    spaced = True
    for row in rows:
        number, _, last = row[0].partition("-")
        if last:
            until, spaced = int(last), "SpaceAfter=No" not in row[9]
        elif number.isdigit():
            at = len(gold.text)
            gold.text += row[1]
            spans[int(number)] = (at, len(gold.text))
            if int(number) > until:
                spaced = "SpaceAfter=No" not in row[9]
            gold.text += " " if spaced and int(number) >= until else ""
    end = max(s[1] for s in spans.values())
    if fresh:
        gold.paragraphs.append((start, end))
    gold.paragraphs[-1] = (gold.paragraphs[-1][0], end)
    gold.sentences.append((start, end))
    for row in rows:
        if row[0].isdigit():
            gold.arcs[spans[int(row[0])]] = (spans.get(int(row[6])), row[7].split(":")[0])


@dataclass(slots=True)
class Count:
    """Right, found and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def measured(using: Model, path: Path, wanted: str = "") -> dict[str, float]:
    """F1 of words, sentences, unlabelled and labelled arcs (without subtypes) from raw text."""
    counts = {kind: Count() for kind in ("words", "sentences", "UAS", "LAS")}
    for gold in documents(path, wanted):
        got = parse(gold.text, gold.paragraphs, using)
        ends = [*(got.words[i - 1][1] for i in got.starts[1:]), got.words[-1][1]]
        sentences = [(got.words[i][0], end) for i, end in zip(got.starts, ends, strict=True)]
        arcs = {
            word: (got.words[head] if head >= 0 else None, label.split(":")[0])
            for word, head, label in zip(got.words, got.heads, got.labels, strict=True)
        }
        both = [(arcs[w], gold.arcs[w]) for w in arcs.keys() & gold.arcs.keys()]
        right = {
            "words": len(both),
            "sentences": len(set(sentences) & set(gold.sentences)),
            "UAS": sum(a[0] == b[0] for a, b in both),
            "LAS": sum(a == b for a, b in both),
        }
        for kind, count in counts.items():
            count.right += right[kind]
            count.found += len(sentences) if kind == "sentences" else len(arcs)
            count.wanted += len(gold.sentences) if kind == "sentences" else len(gold.arcs)
    return {kind: count.f1() for kind, count in counts.items()}
