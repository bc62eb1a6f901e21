"""Parties without a name of their own: bodies of state, media and people who are only described."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aidememoire.model.reading import NameKind
from aidememoire.reading.wordlists import one_of

_NO_NAME = r"(?!(?:The|An?|In|On|At|But|And|He|She|It|They|We|This|That|His|Her|For|As)\b)"
_CAPITAL = rf"{_NO_NAME}(?:(?:[A-Z]\.){{2,}}|[A-Z][\w’'-]*(?:[.](?=\s[A-Z]))?)"
_NAME = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}"
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Ss]ome|[Ss]everal|[Mm]any|[Oo]ther|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|"
    r"[Aa]ll|[Bb]oth|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]hese|[Tt]hose|[Mm]ost|[Ff]ew|[Nn]o|[Aa]ny)"
)
_COMPOUND = (
    r"[A-Z]?[\w.]+-(?:backed|led|based|held|controlled|sponsored|run|allied|born|aligned|appointed|linked|funded)"
)


def described(text: str, start: int, end: int) -> Iterator[tuple[int, int, NameKind]]:
    """The described parties in `text[start:end]`, as places and kinds, in no order; they may overlap each other."""
    for kind, pattern in _patterns():
        for match in pattern.finditer(text, start, end):
            if kind == "unnamed" and not _describes(match.group()):
                continue
            yield match.start(), match.end(), kind


def _describes(words: str) -> bool:
    """Whether a head alone can be a party: a plural is, a singular only with something before it ("chief" is not)."""
    if " " in words or words.lower() == "opposition":
        return True
    return words.endswith(("s", "men")) and words.lower() not in ("groups", "forces", "heads", "chiefs", "members")


@cache
def _patterns() -> tuple[tuple[NameKind, re.Pattern[str]], ...]:
    return (("media", _media()), ("government", _government()), ("unnamed", _close_to()), ("unnamed", _people()))


def _media() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|{_CAPITAL}[’']s|{_CAPITAL})\s)?"
        rf"(?:{_one('media_modifier')}\s){{1,2}}{_one('media_body')}\b"
    )


def _government() -> re.Pattern[str]:
    owner = rf"(?:[Tt]he\s(?:{_NAME}\s)?|(?:[Tt]he\s)?{_NAME}(?:[’']s?)\s|[Ii]ts\s|[Hh]is\s|[Tt]heir\s|{_CAPITAL}\s)"
    return re.compile(rf"(?<![\w-]){owner}(?:{_one('government_modifier')}\s){{0,2}}{_one('government_body')}\b(?!-)")


def _people() -> re.Pattern[str]:
    modifier = rf"(?:{_COMPOUND}|{_one('described_modifier')}|{_NAME}(?:[’']s?)?|[\w-]+(?:ern|ical|ist|ary))"
    return re.compile(
        rf"(?<![\w’'-])(?:{_DETERMINER}\s)?(?:{modifier}\s){{0,4}}{_one('described_head')}(?![\w-])"
        rf"(?:\s(?:of|from|in|at|for)\s(?:the\s)?(?!\w+(?:ian|ean|ese|ish|i)\b){_NAME}(?!-))?"
    )


def _close_to() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w’'-])(?:{_DETERMINER}\s)?(?:{_one('described_modifier')}\s){{0,3}}{_one('described_head')}\s"
        rf"(?:close|loyal|opposed|allied)\s(?:to|with)\s(?:the\s)?(?:{_NAME}|[a-z]+(?:\s{_one('government_body')})?)"
    )


def _one(key: str) -> str:
    """The words of a list, their first letter in either case."""
    return f"(?i:{one_of(key)})"
