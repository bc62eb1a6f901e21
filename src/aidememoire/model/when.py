"""When something was, as told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class When:
    """A time as it stood, and its TIMEX3 value ("" where the text gives no more than the words)."""

    text: str
    value: str
