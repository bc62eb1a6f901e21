"""Makes a large collection of articles, with planted reworkings, out of the sentences of given ones.

usage: python -m benchmarks.scale.collection COUNT FOLDER CORPUS.jsonl [CORPUS.jsonl ...]

Writes FOLDER/articles.jsonl (COUNT articles) and FOLDER/truth.tsv (`copy`, `original`, `strength`: every planted copy
once). CORPUS.jsonl: one article a line (`text`). The same arguments give the same files.

An article is a random draw of sentences of all corpora. Three content words in four are exchanged for other words of
the corpora, as frequent as they are there, every name for one of the article's own cast of eight, numbers for others.
So two articles that drew one sentence share turns of phrase, as reports of one war do, and no prose. Three articles in
ten get one of 200 stock paragraphs, word for word: the commonest of them stands in one article in twenty.

One article in twenty is a planted copy (`STRENGTHS`), dated a day later at most: paragraphs dropped and shuffled,
words, names and figures exchanged, a new lede, paragraphs of its own. And one dispatch for each 10,000 articles is
printed by a hundred outlets ("crowd"), as agencies' leads are.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import sentence_breaks

Tokens = NDArray[np.int32]
Paragraph = list[Tokens]

WORD, GRAMMAR, NAME, NUMBER = range(4)
EXCHANGED = 0.75
STOCK, STOCKED = 200, 0.3
COPIED, CROWD_EVERY, CROWD = 0.05, 10_000, 100
OUTLETS, DAYS, FIRST_DAY = 60, 730, date(2031, 1, 1)

_TOKEN = re.compile(r"(\w+(?:['’.,]\w+)*)(\W*)")


@dataclass(frozen=True, slots=True)
class Strength:
    """How a copy is reworked: shares of paragraphs kept and of words exchanged, own paragraphs, whether shuffled."""

    name: str
    kept: float
    exchanged: float
    own: int
    shuffled: bool


STRENGTHS = (
    Strength("light", 0.9, 0.05, 0, False),
    Strength("medium", 0.7, 0.12, 1, True),
    Strength("heavy", 0.5, 0.2, 2, True),
)
REPRINT = Strength("crowd", 0.95, 0.03, 0, False)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentences as numbers of tokens (a word with the marks after it), and each token's word, marks and kind."""

    sentences: tuple[Tokens, ...]
    words: tuple[str, ...]
    marks: tuple[str, ...]
    kinds: Tokens
    content: Tokens
    names: Tokens
    numbers: Tokens


@dataclass(frozen=True, slots=True)
class Made:
    """An article of the collection."""

    paragraphs: list[Paragraph]
    outlet: int
    day: int


def read_corpus(paths: Sequence[Path]) -> Corpus:
    """The sentences of 8 to 60 words of the given files, each once."""
    numbers: dict[tuple[str, str, int], int] = {}
    sentences: dict[str, Tokens] = {}
    for path in paths:
        for row in path.read_text(encoding="utf-8").splitlines():
            for sentence in _sentences(str(json.loads(row)["text"])):
                tokens = [numbers.setdefault(token, len(numbers)) for token in _tokens(sentence)]
                if 8 <= len(tokens) <= 60:
                    sentences.setdefault(sentence, np.array(tokens, dtype=np.int32))
    kinds = np.array([kind for _, _, kind in numbers], dtype=np.int32)
    every = np.concatenate(list(sentences.values()))
    words, marks = tuple(word for word, _, _ in numbers), tuple(marks for _, marks, _ in numbers)
    pools = (every[kinds[every] == kind] for kind in (WORD, NAME, NUMBER))
    return Corpus(tuple(sentences.values()), words, marks, kinds, *pools)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each with a space after it."""
    for paragraph in text.split("\n"):
        breaks = [0, *sentence_breaks(paragraph), len(paragraph)]
        for start, end in pairwise(breaks):
            yield paragraph[start:end].strip() + " "


def _tokens(sentence: str) -> Iterator[tuple[str, str, int]]:
    """The words of a sentence, the marks after each, and its kind. A sentence's first word is never a name."""
    for place, match in enumerate(_TOKEN.finditer(sentence)):
        word, marks = match.groups()
        if word[0].isdigit():
            yield word, marks, NUMBER
        elif word.casefold() in word_list("function_words") or len(word) < 4:
            yield word, marks, GRAMMAR
        else:
            yield word, marks, NAME if place and word[0].isupper() else WORD


class Maker:
    """Makes articles by a seeded generator."""

    def __init__(self, corpus: Corpus, seed: int = 1) -> None:
        self.corpus = corpus
        self.random = np.random.default_rng(seed)
        self.stock = [self.paragraph(self.cast()) for _ in range(STOCK)]
        weights = 1 / np.arange(1, STOCK + 1)
        self.weights = weights / weights.sum()

    def cast(self) -> Tokens:
        """The names of one article."""
        return self._drawn(self.corpus.names, 8)

    def _drawn(self, pool: Tokens, count: int) -> Tokens:
        return pool[self.random.integers(len(pool), size=count)]

    def sentence(self, cast: Tokens) -> Tokens:
        """A sentence of the corpora with other words, names and numbers."""
        source = self.corpus.sentences[int(self.random.integers(len(self.corpus.sentences)))]
        return self.exchanged(source, EXCHANGED, cast)

    def exchanged(self, source: Tokens, share: float, cast: Tokens | None) -> Tokens:
        """A sentence with a share of its words exchanged, but none of grammar; all of its names where a cast is given.

        Marks go with the words: an exchanged word brings its own comma.
        """
        tokens, kinds = source.copy(), self.corpus.kinds[source]
        chance = self.random.random(len(source)) < share
        for kind, pool in ((WORD, self.corpus.content), (NUMBER, self.corpus.numbers), (NAME, self.corpus.names)):
            places = np.flatnonzero((kinds == kind) & (chance | (kind == NAME and cast is not None)))
            tokens[places] = self._drawn(cast if kind == NAME and cast is not None else pool, len(places))
        return tokens

    def paragraph(self, cast: Tokens) -> Paragraph:
        """One to three sentences."""
        return [self.sentence(cast) for _ in range(int(self.random.integers(1, 4)))]

    def article(self) -> Made:
        """An article of four to twelve paragraphs, three in ten with a stock paragraph."""
        cast = self.cast()
        paragraphs = [self.paragraph(cast) for _ in range(int(self.random.integers(4, 13)))]
        if self.random.random() < STOCKED:
            paragraphs.append(self.stock[int(self.random.choice(STOCK, p=self.weights))])
        return Made(paragraphs, *self._house())

    def _house(self) -> tuple[int, int]:
        return int(self.random.integers(OUTLETS)), int(self.random.integers(DAYS))

    def copy(self, of: Made, strength: Strength) -> Made:
        """A reworked copy."""
        count = max(2, round(len(of.paragraphs) * strength.kept))
        kept = self.random.choice(len(of.paragraphs), size=min(count, len(of.paragraphs)), replace=False)
        order = kept if strength.shuffled else np.sort(kept)
        body = [[self.exchanged(s, strength.exchanged, None) for s in of.paragraphs[int(place)]] for place in order]
        cast = self.cast()
        own = [self.paragraph(cast) for _ in range(strength.own)]
        return Made([*own[:1], *body, *own[1:]], self._house()[0], of.day + int(self.random.integers(2)))

    def text(self, made: Made) -> str:
        """An article's text, a paragraph a line."""
        return "\n".join(" ".join(self._line(s) for s in paragraph) for paragraph in made.paragraphs)

    def _line(self, sentence: Tokens) -> str:
        words, marks = self.corpus.words, self.corpus.marks
        line = "".join(words[token] + (marks[token] or " ") for token in sentence.tolist()).rstrip(" .,;:")
        return line[:1].upper() + line[1:] + "."


def collection(maker: Maker, count: int) -> Iterator[tuple[Made, int | None, str]]:
    """Articles, each with the place of what it is a copy of (None for an original) and how it was reworked."""
    place = 0
    while place < count:
        original, first = maker.article(), place
        yield original, None, ""
        place += 1
        copies: list[Strength] = []
        if first // CROWD_EVERY != (first - 1) // CROWD_EVERY or not first:
            copies = [REPRINT] * CROWD
        elif maker.random.random() < COPIED / (1 - COPIED):
            copies = [STRENGTHS[int(maker.random.integers(len(STRENGTHS)))]]
        for strength in copies[: count - place]:
            yield maker.copy(original, strength), first, strength.name
            place += 1


def article_id(place: int) -> str:
    """An id that says nothing of the order in which the articles were made."""
    return hashlib.blake2b(str(place).encode(), digest_size=8).hexdigest()


def main(count: int, folder: Path, paths: Sequence[Path]) -> None:
    """Write a collection."""
    maker = Maker(read_corpus(paths))
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as articles, (folder / "truth.tsv").open("w") as truth:
        truth.write("copy\toriginal\tstrength\n")
        for place, (made, original, strength) in enumerate(collection(maker, count)):
            day = FIRST_DAY + timedelta(days=made.day)
            row = {"id": article_id(place), "outlet": f"Outlet {made.outlet}", "published": day.isoformat()}
            articles.write(json.dumps(row | {"text": maker.text(made)}, ensure_ascii=False) + "\n")
            if original is not None:
                truth.write(f"{article_id(place)}\t{article_id(original)}\t{strength}\n")


if __name__ == "__main__":
    if len(sys.argv) < 4 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    main(int(sys.argv[1]), Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
