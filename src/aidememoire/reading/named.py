"""Names and described parties, as the reading model finds them: spans of an article's text."""

from __future__ import annotations

from aidememoire.model.reading import Name
from aidememoire.model.spans import Span
from aidememoire.reading.parse import Parse


def named(text: str, parse: Parse) -> tuple[Name, ...]:
    """The names of a parsed text, in its order; no two share a character."""
    return tuple(
        Name(Span.of(text, parse.words[first][0], parse.words[end - 1][1]), kind) for first, end, kind in parse.names
    )
