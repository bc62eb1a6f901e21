"""The word lists that lie beside the stage as data, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

WordList = Literal["function_words", "saying_words", "faction_words", "number_words"]


@cache
def word_list(name: WordList) -> frozenset[str]:
    """The words of `data/NAME.txt`; lines that start with # are remarks."""
    text = (resources.files("aidememoire.lineage.data") / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
