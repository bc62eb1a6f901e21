"""The word lists of reading, which lie beside it as a data file so that they can grow without a change of code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The words (or phrases) of the list `name`. Raises KeyError where there is no such list."""
    return frozenset(part.strip() for part in re.split(r"[,\n]", _lists()[name]) if part.strip())


@cache
def _lists() -> Mapping[str, str]:
    return tomllib.loads(files("aidememoire.reading").joinpath("data/words.toml").read_text(encoding="utf-8"))
