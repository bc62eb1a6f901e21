"""Whether a sentence looks back or ahead at the place of a time expression, read from its verbs."""

from __future__ import annotations

import re
from typing import Literal

Outlook = Literal["past", "future"]

_AHEAD = (
    r"\b(?:will|won[’']t|shall|would|’ll|'ll|due|scheduled|slated|upcoming|expected|set|planned|plans?|planning|going|"
    r"until|till|starting|beginning|deadline|tentatively|"
    r"(?:agreed|want(?:s|ed)?|is|are|was|were|hope[sd]?|decided|vowed|pledged|promised|threatened|ready|likely|"
    r"preparing|prepared|intend(?:s|ed)?|willing|need(?:s|ed)?|has|have)\sto\s[a-z]+)\b"
)
_BACK = (
    r"\b(?<!\bbe )(?:was|were|had|did|has|have|been|[a-z]{2,}ed|said|told|met|went|came|left|began|held|took|gave|made|"
    r"saw|"
    r"broke|fell|rose|led|fought|hit|struck|shot|sent|brought|got|found|put|won|lost|paid|spoke|wrote|became|grew|"
    r"kept|sought|withdrew|drove|flew|fled|built|bought|sold|stood|knew|thought|felt|heard|ran|sat|spent|cut|quit|"
    r"killed|ago|according)\b"
)
_DEADLINE = re.compile(r"\b(?:by|until|till|no\slater\sthan|as\s(?:soon|early)\sas|between\snow\sand)\s$")
_MOVED = re.compile(
    r"\b(?:postponed|delayed|moved|extended|rescheduled|adjourned|suspended|put\s(?:off|back)|brought\sforward)\s"
    r"(?:(?:to|until|till)\s(?:the\s|at\sleast\s)?|from\s\w+\sto\s)$"
)
_HAD = re.compile(r"\b(?:had|has|have)\s(?!to\b|agreed\b|promised\b|pledged\b|vowed\b)[^.;]*$")
_SHORT_WAY = re.compile(r"\s(?:(?:on|in|during)\s)?")
_SIGN = re.compile(f"(?P<future>{_AHEAD})|(?P<past>{_BACK})")


def outlook(text: str, start: int, end: int) -> Outlook | None:
    """What the verb nearest before `text[start:end]` in its sentence `text` speaks of, or else the nearest after it.

    None where the sentence has no verb that tells.
    """
    before = list(_SIGN.finditer(text, 0, start))
    after = _SIGN.search(text, end)
    if deadline(text, start) and (before or not after or _side(after) == "future"):
        return "future"
    if before:
        return _side(before[-1])
    return _side(after) if after else None


def deadline(text: str, start: int) -> bool:
    """Whether "by", "until" or the like stands right before place `start`, of what had not happened before it."""
    if _MOVED.search(text, max(0, start - 60), start):
        return True
    return bool(_DEADLINE.search(text, max(0, start - 20), start)) and not _HAD.search(text, max(0, start - 80), start)


def governed(text: str, start: int) -> bool:
    """Whether a verb that tells stands right before place `start`, with no more than "on" or "in" between."""
    signs = _SIGN.finditer(text, max(0, start - 30), start)
    return any(_SHORT_WAY.fullmatch(text, sign.end(), start) for sign in signs)


def _side(match: re.Match[str]) -> Outlook:
    return "future" if match.group("future") else "past"
