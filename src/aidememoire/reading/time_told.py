"""The times that an article has told so far: what "the next day" and "a year earlier" are counted from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from aidememoire.reading.calendar_values import bounds

# A day is gone back to from the same sentence or the next, a longer stretch from further on.
_REACH = {"day": 1, "week": 2, "month": 2, "year": 3, "quarter": 6}
_KINDS = {
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "week": re.compile(r"\d{4}-(?:\d\d-\d\d|W\d\d)"),
    "month": re.compile(r"\d{4}-\d\d(?!\d)"),
    "quarter": re.compile(r"\d{4}-Q\d"),
    "year": re.compile(r"\d{4}(?!\d)"),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """A value told in the sentence of this number; `said` holds for the day on which somebody said something."""

    sentence: int
    value: str
    said: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The values told before a place in the sentence of this number, in the order of the text."""

    tellings: tuple[Telling, ...]
    sentence: int

    def latest(self, unit: str, ahead: bool = False) -> str | None:
        """The value told last that is at least as exact as the unit, None where none is near.

        Counting on from it (`ahead`), the days on which somebody spoke are left out: "He said on Monday that the army
        attacked on Friday and withdrew the next day".
        """
        for telling in reversed(self.tellings):
            if self.sentence - telling.sentence > _REACH[unit]:
                return None
            if _KINDS[unit].match(telling.value) and not (ahead and telling.said):
                return telling.value
        return None

    def day(self, unit: str, ahead: bool = False) -> date | None:
        """The first day of that value."""
        value = self.latest(unit, ahead)
        found = bounds(value) if value else None
        return found[0] if found else None


NOTHING = Told((), 0)
