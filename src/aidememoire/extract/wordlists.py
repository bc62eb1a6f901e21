"""Cue words: the TOML files of `extract/data`, as compiled patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

# A bracketed class stays as it is; outside one, an apostrophe and a space are loosened.
_LOOSE = re.compile(r"\[[^\]]*\]|'| ")


@cache
def wordlist(name: str) -> dict[str, Any]:
    """What the data file `name` ("encounters") holds."""
    source = files("aidememoire.extract").joinpath("data", f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def either(phrases: list[str]) -> str:
    """An alternation of phrases, longest first. A space stands for any white space, ' for either apostrophe."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(_LOOSE.sub(_loosened, p) for p in longest_first) + ")"


def _loosened(match: re.Match[str]) -> str:
    return {"'": "['’]", " ": r"\s+"}.get(match.group(), match.group())


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """Any phrase under `key` ("status.held") of the data file `name`, as whole words, whatever their case."""
    found: Any = wordlist(name)
    for part in key.split("."):
        found = found[part]
    return re.compile(rf"(?<![\w-]){either(found)}(?:(?<=\W)|(?!\w))", re.IGNORECASE)
