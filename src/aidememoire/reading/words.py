"""Words, as Universal Dependencies' English treebanks cut them: "don't" is two, "well-known" three, "U.S." one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(
    r"""
    (?:https?://|www\.)\S+[^\s.,;:!?'"’”)\]]            # an address of a page
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                        # an address for mail
  | (?:[^\W\d_]\.){2,}                                  # U.S., a.m.
  | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Rev|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|etc|No
      |Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.      # an abbreviation with its dot
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b               # a number: 1,000, 3.5, 19:30, 21st, 1990s
  | [^\W\d_]+(?=n['’]t\b)                               # the verb of "don't"
  | n['’]t\b
  | ['’](?:s|re|ve|ll|d|m)\b                            # a clitic
  | can(?=not\b)
  | [^\W_]+(?:['’](?!(?:s|re|ve|ll|d|m|t)\b)[^\W_]+)*   # a word, an apostrophe in it included: al-Ba'ath
  | ([*=_~+<>$.—-])\1+ | [!?]+                          # a mark in a row
  | \S                                                  # any other mark
    """,
    re.VERBOSE | re.IGNORECASE,
)


def word_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The start and end of each word of `text` between two characters, in order."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield match.span()
