"""The class of a ceasefire as its text tells it.

The classes are those of Clayton, Nygård, Strand, Rustad, Wiehler, Sagård, Landsgård, Ryland, Sticher, Wink and Bara
(2022), "Introducing the Civil Conflict Ceasefire Dataset". What the text does not tell stays None.
"""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.extract.wordlists import pattern, wordlist

BARE = "cessation of hostilities"


@dataclass(frozen=True, slots=True)
class CeasefireClass:
    """The class, how many sides it binds, its purpose, whether it holds locally, and whether it was written."""

    name: str
    sides: str | None
    purpose: str | None
    scope: str | None
    form: str | None


def ceasefire_class(text: str, parties: int) -> CeasefireClass:
    """The class of the ceasefire that `text` tells of, which `parties` are told to be party to (0: nobody is told).

    Without a word of monitoring or disarmament it is a mere cessation of hostilities.
    """
    return CeasefireClass(
        _first("class", text) or BARE,
        _sides(text, parties),
        _first("purpose", text),
        _scope(text),
        _first("form", text),
    )


def _first(table: str, text: str) -> str | None:
    """The first value of a table with a word in the text."""
    return next((v for v in wordlist("ceasefires")[table] if pattern("ceasefires", f"{table}.{v}").search(text)), None)


def _scope(text: str) -> str | None:
    """Local or national; where words of both stand, neither is sure."""
    found = [v for v in ("local", "national") if pattern("ceasefires", f"scope.{v}").search(text)]
    return found[0] if len(found) == 1 else None


def _sides(text: str, parties: int) -> str | None:
    if _first("sides", text) is not None:
        return "unilateral"
    return {0: None, 1: None, 2: "bilateral"}.get(parties, "multilateral")
