"""The words of an article's body, made comparable, each with the way back to its characters."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from aidememoire.model.articles import Article
from aidememoire.model.spans import Span

Keys = NDArray[np.uint64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

# Numbers with their separators, acronyms with dots, words with an apostrophe inside.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_BREAK = re.compile(r"(?:[.!?…][\"”’'»)\]]*\s+|[.!?][\"”]+\s*|[\"”][.!?]\s*)(?=[\"“‘'«(\[]*[A-Z0-9])")
# An ending dot after one of these, or after a single capital, closes no sentence.
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Sen|Rep|Gov|No|vs|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)$"
)
# An opening mark stands after a space or bracket and before a word; without its closing mark a quotation runs to the
# paragraph's end (agencies open each paragraph of a long quotation and close the last).
_QUOTED = re.compile(
    r"“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|(?:^|(?<=[\s(\[—–-]))\"(?=\S)[^\"]*(?:\"|$)"
    r"|(?<!\w)‘(?:[^‘’]|’(?=\w))+’(?!\w)"
)
# Straight single marks are apart, for an opening one without a closing one would be followed to the text's end.
_SINGLE = re.compile(r"(?:^|(?<=[\s(\[]))'(?=\S)(?:[^']|'(?=\w))+'(?!\w)")
_SINGLE_CLOSE = re.compile(r"'(?!\w)")

_OPENING = frozenset("\"“‘'«([")
_CLOSING = frozenset(".!?…,;:\"”’'»)]")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one body, in order.

    `forms` are the normalised words and `keys` their 64-bit hashes; `starts` and `ends` are characters of the article's
    text; `sentence` and `paragraph` count up from 0; `quoted` holds for words inside quotation marks.
    """

    article: Article
    forms: tuple[str, ...]
    keys: Keys
    starts: Ints
    ends: Ints
    sentence: Ints
    paragraph: Ints
    quoted: Flags

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, end: int) -> Span:
        """The characters from word `first` up to, not with, word `end`."""
        return Span.of(self.article.text, int(self.starts[first]), int(self.ends[end - 1]))

    def sentence_span(self, first: int, end: int) -> Span:
        """Like `span`, with the marks that open the first word's sentence and close the last one's."""
        text, start, stop = self.article.text, int(self.starts[first]), int(self.ends[end - 1])
        while start > 0 and text[start - 1] in _OPENING:
            start -= 1
        while stop < len(text) and text[stop] in _CLOSING:
            stop += 1
        return Span.of(text, start, stop)


@lru_cache(maxsize=200_000)
def normalised(word: str) -> str:
    """A word as it is compared: lower case, without accents, apostrophes, and the dots and commas of figures."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.casefold().replace("'", "").replace("’", "").replace("ʼ", "").replace(",", "")
    return word if word[0].isdigit() else word.replace(".", "")


@lru_cache(maxsize=200_000)
def word_key(form: str) -> int:
    """A 64-bit hash of a normalised word, the same in every run."""
    return int.from_bytes(hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def sentence_breaks(text: str) -> Iterator[int]:
    """The characters of a paragraph at which a new sentence starts."""
    for found in _BREAK.finditer(text):
        if not _ABBREVIATED.search(text[max(0, found.start() - 12) : found.start()]):
            yield found.end()


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a paragraph that stand inside quotation marks, marks and all."""
    last = max((found.end() for found in _SINGLE_CLOSE.finditer(text)), default=0)
    double, single = _QUOTED.search(text), _SINGLE.search(text, 0, last)
    stretches: list[tuple[int, int]] = []
    while double or single:
        start, end = min(found.span() for found in (double, single) if found)
        stretches.append((start, end))
        double = _QUOTED.search(text, end) if double and double.start() < end else double
        single = _SINGLE.search(text, end, last) if single and single.start() < end else single
    return stretches


def body_words(article: Article) -> Words:
    """The words of an article's body paragraphs; title, standfirst and subheads are left out."""
    forms: list[str] = []
    rows: list[tuple[int, int, int, int]] = []
    quoted: list[Flags] = []
    sentences = 0
    for number, paragraph in enumerate(p for p in article.paragraphs if p.kind == "body"):
        found = [(m.start(), m.end()) for m in _WORD.finditer(paragraph.text)]
        if not found:
            continue
        starts = np.array([start for start, _ in found], dtype=np.int64)
        breaks = np.array(list(sentence_breaks(paragraph.text)), dtype=np.int64)
        within = np.searchsorted(breaks, starts, side="right") + sentences
        sentences = int(within[-1]) + 1
        forms.extend(normalised(paragraph.text[start:end]) for start, end in found)
        rows.extend(
            (start + paragraph.start, end + paragraph.start, int(sentence), number)
            for (start, end), sentence in zip(found, within, strict=True)
        )
        quoted.append(_inside(starts, quoted_stretches(paragraph.text)))
    return _assembled(article, forms, rows, quoted)


def _inside(starts: Ints, stretches: list[tuple[int, int]]) -> Flags:
    """Which of the ascending `starts` lie in one of the stretches."""
    inside = np.zeros(len(starts), dtype=np.bool_)
    for start, end in stretches:
        inside[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = True
    return inside


def _assembled(article: Article, forms: list[str], rows: list[tuple[int, int, int, int]], quoted: list[Flags]) -> Words:
    """The columns of a Words."""
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4)
    keys = np.fromiter((word_key(form) for form in forms), dtype=np.uint64, count=len(forms))
    flags = np.concatenate(quoted) if quoted else np.zeros(0, dtype=np.bool_)
    return Words(article, tuple(forms), keys, columns[:, 0], columns[:, 1], columns[:, 2], columns[:, 3], flags)
