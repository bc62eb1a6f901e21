"""The days that a TIMEX3 value may mean, and whether two values may mean one day.

A value of which the year or the week is not known ("XXXX-WXX-2" for "Tuesday", "XXXX-03-19" for "March 19") gives no
days, but it can still agree with days or contradict them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Agreement = Literal["same", "within", "apart"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_PART = re.compile(r"(\d{4})-(Q|H)([1-4])$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_YEARS = re.compile(r"(\d{2,4})$")
_WEEKDAY = re.compile(r"[\dX]{4}-W[\dX]{2}-([1-7])(?:T.*)?$")
_DAY_OF_YEAR = re.compile(r"[\dX]{4}-(\d\d)-(\d\d)(?:T.*)?$")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# A stretch of so many days is as good as a day: "overnight", "Friday and Saturday".
_NARROW = 2


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that something may have been, both included."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many days these are."""
        return (self.last - self.first).days + 1

    @property
    def narrow(self) -> bool:
        """Whether it is one day or hardly more."""
        return self.count <= _NARROW

    def both(self, other: Days) -> Days | None:
        """The days of both; None where they have none in common."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None


def iso_day(text: str | None) -> date | None:
    """The day of an ISO date (or of a date and time), None where there is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def days(value: str) -> Days | None:
    """The days that a TIMEX3 value may mean; None where it is open ("XXXX-WXX-2"), a length or no value at all."""
    try:
        return _days(value)
    except ValueError:
        return None


# The same few hundred values are compared with each other again and again.
@lru_cache(maxsize=65536)
def agree(mine: str, theirs: str) -> Agreement | None:
    """Whether two values may mean one day.

    "same" where both mean that day, "within" where one may lie in the other or only weekdays or dates without a year
    can be compared, "apart" where they can't be one, None where nothing can be said.
    """
    one, other = days(mine), days(theirs)
    if one and other:
        if one.both(other) is None:
            return "apart"
        return "same" if one.narrow and other.narrow else "within"
    return _partly(mine, theirs)


def _days(value: str) -> Days | None:
    if "/" in value:
        return _interval(*value.split("/", 1))
    if found := _DAY.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return Days(day, day)
    if found := _WEEK.match(value):
        return _week(int(found[1]), int(found[2]), found[3])
    if found := _MONTH.match(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _PART.match(value):
        length = 3 if found[2] == "Q" else 6
        return _months(int(found[1]), (int(found[3]) - 1) * length + 1, length)
    if found := _SEASON.match(value):
        return _months(int(found[1]), _SEASONS[found[2]], 3)
    found = _YEARS.match(value)
    return _years(found[1]) if found else None


def _interval(first: str, last: str) -> Days | None:
    """An ISO interval: from the first day of one value to the last of the other."""
    start, end = _days(first), _days(last)
    return Days(start.first, end.last) if start and end and start.first <= end.last else None


def _week(year: int, week: int, part: str | None) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    if part == "WE":
        return Days(monday + timedelta(days=5), monday + timedelta(days=6))
    if part:
        day = monday + timedelta(days=int(part) - 1)
        return Days(day, day)
    return Days(monday, monday + timedelta(days=6))


def _months(year: int, month: int, count: int) -> Days:
    months = year * 12 + month - 1 + count - 1
    year_of_last, last = divmod(months, 12)
    return Days(date(year, month, 1), date(year_of_last, last + 1, monthrange(year_of_last, last + 1)[1]))


def _years(digits: str) -> Days:
    """A year ("2016"), a decade ("201") or a century ("20")."""
    spread = 10 ** (4 - len(digits))
    first = int(digits) * spread
    return Days(date(first, 1, 1), date(first + spread - 1, 12, 31))


def _partly(mine: str, theirs: str) -> Agreement | None:
    """Two values of which one gives no days: by the weekday, or by the day of the year, where both have it."""
    for part_of in (_day_of_year, _weekday):
        one, other = part_of(mine), part_of(theirs)
        if one is not None and other is not None:
            return "within" if one == other else "apart"
    return None


def _day_of_year(value: str) -> tuple[int, int] | None:
    found = _DAY_OF_YEAR.match(value)
    return (int(found[1]), int(found[2])) if found else None


def _weekday(value: str) -> int | None:
    found = _WEEKDAY.match(value)
    if found:
        return int(found[1])
    known = days(value)
    return known.first.isoweekday() if known and known.count == 1 else None
