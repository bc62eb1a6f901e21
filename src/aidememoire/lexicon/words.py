"""A stretch of English text as words and marks, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

# In this order: abbreviations with points inside ("U.S.", "a.m."), the possessive ending, numbers, words (with hyphens
# and apostrophes inside), any other mark.
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:[-‑][^\W_]+)*|['’]s\b|\d[\d,.]*\d|\d+|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+|[-‑][^\W_]+)*['’]?(?![^\W_])|[^\W_]+|[^\w\s]"
)
_TITLES = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|St|Prof|Adm|Brig|Rev|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark: `lower` is its text in lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether this is a word or a number, not a mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether this begins with a capital letter."""
        return self.text[0].isupper()


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words and marks of `text` from `start` to `end`; places count from the beginning of `text`.

    A point after a title or the short name of a month belongs to the word before it.
    """
    found: list[Word] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        if match.group() == "." and found and found[-1].end == match.start() and _TITLES.match(found[-1].text):
            last = found.pop()
            found.append(Word(last.start, match.end(), last.text + ".", last.lower + "."))
            continue
        token = match.group()
        found.append(Word(match.start(), match.end(), token, token.lower().replace("’", "'")))
    return tuple(found)
