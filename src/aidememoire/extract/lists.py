"""The items of a list in running prose: "a, b and c"."""

from __future__ import annotations

import re

from aidememoire.model.spans import Span

_COMMA = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s*;\s*(?:and\s+)?")
_AND = re.compile(r"\s+(?:and|or)\s+")


def items(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The items that commas and a last "and" part between `start` and `end`, without the mark that ends the sentence.

    Without a comma "a and b" is two items; with commas only the last part is split at its first "and", and only where
    no ", and" stood before it.
    """
    while end > start and text[end - 1] in ".!?…\n ":
        end -= 1
    cuts = [(m.start(), m.end()) for m in _COMMA.finditer(text, start, end)]
    closed = bool(cuts) and re.search(r"\b(?:and|or)\s+$", text[cuts[-1][0] : cuts[-1][1]]) is not None
    if not closed:
        last = _AND.search(text, cuts[-1][1] if cuts else start, end)
        cuts += [(last.start(), last.end())] if last else []
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return tuple(Span.trimmed(text, a, b) for a, b in pairs if text[a:b].strip())
