"""How large a thing may be before it is refused: one bad file among good ones costs little memory and time."""

from __future__ import annotations

MAX_CHARACTERS = 5_000_000
"""Characters of one article. The longest newspaper articles have under 200,000; a whole novel under 4 million."""

MAX_ARTICLE_BYTES = 4 * MAX_CHARACTERS
"""Bytes of a file that holds one article (UTF-8 and UTF-16 take at most four a character), characters of one line."""

MAX_JSON_BYTES = 10 * MAX_ARTICLE_BYTES
"""Bytes of a `.json` file, which has to be read whole. JSON Lines have no such bound."""

CHUNK_BYTES = 1 << 20
"""How much of a large file is held at a time."""

HEAD_BYTES = 1 << 16
"""How much of a file is looked at to see what it is."""
