"""Ids made from content: reading the same coverage twice gives the same record."""

from __future__ import annotations

import hashlib


def content_id(kind: str, *parts: object) -> str:
    """An id such as `statement-6b1f0c9d2e4a7788` for the `parts` that make a thing what it is.

    The parts are joined by a character that no text holds (U+001F), so ("ab", "c") and ("a", "bc") differ. 64 bits keep
    the chance of one collision among ten million things of a kind under three in a million.
    """
    body = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return f"{kind}-{hashlib.blake2b(body.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def text_sha256(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
