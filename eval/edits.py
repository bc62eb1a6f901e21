"""Edits of invented pairs of sentences, held against those that a reader marked.

usage: python -m eval.edits [--half open|kept|all] [--misses]

`eval/edits.jsonl` holds a pair a line: `a`, `b`, the `edits` that were made between them, each [words of a or null,
words of b or null, kind], and its `half`: "open" pairs were looked at while the rules were written, "kept" ones not. A
found edit is right where it has a wanted one's kind and lies over most of its words on both sides. Prints precision and
recall of each kind, and how many of the right ones have exactly the wanted words.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from aidememoire.lineage.alignment import aligned
from aidememoire.lineage.editing.edits import edits
from aidememoire.lineage.words import body_words
from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.ids import text_sha256
from aidememoire.model.lineage import Edit, EditKind
from aidememoire.model.spans import Span

PAIRS = Path(__file__).parent / "edits.jsonl"
# What stands before and after each pair in both versions, as it would in a dispatch.
BEFORE = "A night of talks by the lake ended on Saturday without a communique, and the hosts served breakfast at four."
AFTER = "Snow is forecast for the passes, and the hotels around the lake have been booked until the end of the month."


@dataclass(frozen=True, slots=True)
class Wanted:
    """An edit as a reader marked it: the words of either side, None where that lacks them."""

    a: str | None
    b: str | None
    kind: EditKind


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions, paragraphs on lines, and what was changed between them."""

    half: str
    a: str
    b: str
    wanted: tuple[Wanted, ...]


@dataclass(slots=True)
class Count:
    """Edits that are right, those found and those wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def precision(self) -> float:
        """The share of the found ones that are right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    def recall(self) -> float:
        """The share of the wanted ones that were found; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0


@dataclass(slots=True)
class Score:
    """What was found, of each kind; `exact` counts the right ones with exactly the wanted words."""

    kinds: dict[EditKind, Count] = field(default_factory=lambda: {kind: Count() for kind in get_args(EditKind)})
    exact: int = 0
    misses: list[str] = field(default_factory=list)

    def total(self) -> Count:
        """All kinds as one."""
        counts = self.kinds.values()
        return Count(sum(c.right for c in counts), sum(c.found for c in counts), sum(c.wanted for c in counts))


def pairs(path: Path = PAIRS) -> Iterator[Pair]:
    """The pairs of a file, in its order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Pair(row["half"], row["a"], row["b"], tuple(Wanted(*each) for each in row["edits"]))


def measure(given: Iterable[Pair]) -> Score:
    """How well the edits of the pairs are found."""
    score = Score()
    for pair in given:
        _add(score, pair, found(pair))
    return score


def found(pair: Pair) -> tuple[Edit, ...]:
    """The edits found between the two versions of a pair, each standing in a dispatch that is otherwise the same."""
    a, b = (body_words(_article(name, text)) for name, text in (("a", pair.a), ("b", pair.b)))
    return edits(a, b, aligned(a, b))


def _article(name: str, text: str) -> Article:
    full, placed = "", []
    for paragraph in (BEFORE, *text.split("\n"), AFTER):
        placed.append(Paragraph(len(full), len(full) + len(paragraph), paragraph, "body"))
        full += paragraph + "\n"
    return Article(
        id=name, source_id=name, text=full, text_sha256=text_sha256(full), title=None, outlet=None, agencies=(),
        bylines=(), published=None, published_how=None, dateline=None, language="en", url=None, composite=False,
        boilerplate=(), credits=(), paragraphs=tuple(placed),
    )  # fmt: skip


def _add(score: Score, pair: Pair, got: Sequence[Edit]) -> None:
    left = list(got)
    for wanted in pair.wanted:
        score.kinds[wanted.kind].wanted += 1
        hit = next((edit for edit in left if _is(edit, wanted)), None)
        if hit is None:
            score.misses.append(f"missed {wanted.kind}: {wanted.a!r} -> {wanted.b!r}")
            continue
        left.remove(hit)
        score.kinds[wanted.kind].right += 1
        score.exact += _text(hit.a) == wanted.a and _text(hit.b) == wanted.b
    for edit in got:
        score.kinds[edit.kind].found += 1
    score.misses += [f"too much {edit.kind}: {_text(edit.a)!r} -> {_text(edit.b)!r}" for edit in left]


def _is(edit: Edit, wanted: Wanted) -> bool:
    return edit.kind == wanted.kind and _lies_over(edit.a, wanted.a) and _lies_over(edit.b, wanted.b)


def _lies_over(span: Span | None, words: str | None) -> bool:
    """Whether half of the words of either are words of both; True where both are nothing."""
    if span is None or words is None:
        return span is None and words is None
    mine, theirs = span.text.split(), words.split()
    common = sum(word in theirs for word in mine)
    return 2 * common >= max(len(mine), len(theirs))


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("open", "kept", "all"), default="all")
    parser.add_argument("--misses", action="store_true", help="also what was missed and what was too much")
    args = parser.parse_args()
    score = measure(pair for pair in pairs() if args.half in ("all", pair.half))
    print(f"{'kind':12} precision  recall  found  wanted")
    for kind, count in [*score.kinds.items(), ("all", score.total())]:
        print(f"{kind:12} {count.precision():9.3f} {count.recall():7.3f} {count.found:6} {count.wanted:7}")
    print(f"exact spans  {score.exact} of {score.total().right}")
    for miss in score.misses if args.misses else ():
        print(miss)


if __name__ == "__main__":
    main()
