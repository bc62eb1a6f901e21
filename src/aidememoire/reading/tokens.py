"""Words: a paragraph's text cut into the pieces that names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., J.K.
    r"|\d[\d,.]*\w*"
    r"|[^\W\d_][^\W_]*(?:[-’'&][^\W_]+)*"
    r"|[^\w\s]|_"
)
# What is cut off the end of a word: a possessive, and what was done by, or where, the one who is named before it.
_ENDING = re.compile(
    r"[’']s$|(?<=\w)-(?:[a-z]+ed|led|held|run|born|wide|era|linked|bound|owned|born|made|style|friendly)$"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation, with its place in the article's text."""

    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word and no number or mark."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter, be it after a particle ("al-Hamra")."""
        return self.text[0].isupper() or (self.is_word and self.text[:4].partition("-")[2][:1].isupper())


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The words and marks of `text[start:end]`. Endings as in "Kestria’s", "Kestria-led" are apart."""
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        owned = _ENDING.search(word) if word[0].isupper() else None
        cut = match.end() - (len(owned.group()) if owned else 0)
        yield Token(match.start(), cut, text[match.start() : cut])
        if owned:
            yield Token(cut, match.end(), owned.group())
