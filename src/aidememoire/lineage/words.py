"""The words of an article's body, made comparable, each with the way back to its characters."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from aidememoire.model.articles import Article
from aidememoire.model.spans import Span

Keys = NDArray[np.uint64]
Ints = NDArray[np.int64]
Places = NDArray[np.int32]
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

_MARK = re.compile("[\"“«‘']")
# The lead gives the day of its news within so many words (three or four paragraphs).
LEAD = 150
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_OPENING = frozenset("\"“‘'«([")
_CLOSING = frozenset(".!?…,;:\"”’'»)]")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one body, in order.

    `keys` are the 64-bit hashes of the normalised words; `starts` and `ends` are characters of the article's text;
    `sentences` and `paragraphs` are the words with which those begin; `quoted` holds for words inside quotation marks;
    `weekday` is the first one that the lead names as the day of its news. A body takes 17 bytes a word; what can be
    made anew from these columns is not kept.
    """

    article: Article
    keys: Keys
    starts: Places
    ends: Places
    sentences: Places
    paragraphs: Places
    quoted: Flags
    weekday: str | None

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def forms(self) -> tuple[str, ...]:
        """The normalised words. Few bodies are asked for them: they are made anew, and the latest kept."""
        return _forms(self)

    @property
    def sentence(self) -> Places:
        """For each word the number of its sentence, from 0."""
        return _numbered(self)[0]

    @property
    def paragraph(self) -> Places:
        """For each word the number of its paragraph, from 0."""
        return _numbered(self)[1]

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


@lru_cache(maxsize=400_000)
def _key_as_printed(word: str) -> int:
    """The key of a word as it stands in a text."""
    return word_key(normalised(word))


@lru_cache(maxsize=512)
def _forms(words: Words) -> tuple[str, ...]:
    """The normalised words of a body."""
    text = words.article.text
    return tuple(
        normalised(text[start:end]) for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    )


@lru_cache(maxsize=512)
def _numbered(words: Words) -> tuple[Places, Places]:
    """For each word of a body the numbers of its sentence and paragraph."""
    sentence, paragraph = (
        np.repeat(np.arange(len(starts), dtype=np.int32), np.diff(np.append(starts, len(words))))
        for starts in (words.sentences, words.paragraphs)
    )
    return sentence, paragraph


def first_weekday(forms: Sequence[str]) -> str | None:
    """The first weekday that the lead names, None where it names none.

    A weekday with a number after it ("Sunday 3 May") is passed over: it is a date line, of printing and not of news.
    """
    for place in range(min(LEAD, len(forms))):
        if forms[place] in _WEEKDAYS and not "".join(forms[place + 1 : place + 2])[:1].isdigit():
            return forms[place]
    return None


def sentence_breaks(text: str) -> Iterator[int]:
    """The characters of a paragraph at which a new sentence starts."""
    for found in _BREAK.finditer(text):
        if not _ABBREVIATED.search(text[max(0, found.start() - 12) : found.start()]):
            yield found.end()


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a paragraph that stand inside quotation marks, marks and all."""
    if not _MARK.search(text):
        return []
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
    printed: list[str] = []
    starts: list[int] = []
    breaks: list[int] = []
    edges: list[int] = []
    stretches: list[tuple[int, int]] = []
    for paragraph in (p for p in article.paragraphs if p.kind == "body"):
        at = paragraph.start
        found = _WORD.findall(paragraph.text)
        printed.extend(found)
        starts.extend(_starts(paragraph.text, found, at))
        edges.append(at)
        breaks.append(at)
        breaks.extend(place + at for place in sentence_breaks(paragraph.text))
        stretches.extend((start + at, end + at) for start, end in quoted_stretches(paragraph.text))
    return _assembled(article, printed, np.array(starts, dtype=np.int32), (breaks, edges), stretches)


def _starts(text: str, found: list[str], at: int) -> Iterator[int]:
    """The characters at which the words found in a paragraph start, which itself starts at `at`.

    Between two words stands no letter or digit, so that a word is where its letters are next seen: half the time that
    a match object for each word takes.
    """
    end = 0
    for word in found:
        start = text.find(word, end)
        end = start + len(word)
        yield start + at


def _assembled(
    article: Article,
    printed: list[str],
    starts: Places,
    breaks: tuple[list[int], list[int]],
    stretches: list[tuple[int, int]],
) -> Words:
    """The columns of a Words, from its words as printed and where sentences, paragraphs and quotations stand."""
    keys = np.fromiter(map(_key_as_printed, printed), dtype=np.uint64, count=len(printed))
    ends = starts + np.fromiter(map(len, printed), dtype=np.int32, count=len(printed))
    sentences, paragraphs = (_first_words(places, starts) for places in breaks)
    weekday = first_weekday([normalised(word) for word in printed[: LEAD + 1]])
    return Words(article, keys, starts, ends, sentences, paragraphs, _inside(starts, stretches), weekday)


def _first_words(places: list[int], starts: Places) -> Places:
    """The words with which the stretches begin that start at the ascending `places`; some have no words."""
    first = np.unique(np.searchsorted(starts, np.array(places, dtype=np.int32)))
    return first[first < len(starts)].astype(np.int32)


def _inside(starts: Places, stretches: list[tuple[int, int]]) -> Flags:
    """Which of the ascending `starts` lie in one of the stretches."""
    inside = np.zeros(len(starts), dtype=np.bool_)
    if stretches:
        for start, end in np.searchsorted(starts, np.array(stretches, dtype=np.int32)).tolist():
            inside[start:end] = True
    return inside
