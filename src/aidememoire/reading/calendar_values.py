"""TIMEX3 values: made from dates, and read back as the first and last day that they may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_QUARTER = re.compile(r"(\d{4})-([QH])([1-4])$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_YEARS = re.compile(r"\d{2,4}$")


def week_value(day: date) -> str:
    """The week of a day, "2017-W20"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: date) -> str:
    """The month of a day, "2017-05"."""
    return f"{day.year:04d}-{day.month:02d}"


def months_on(day: date, count: int) -> date:
    """The first day of the month that lies `count` months after (or before) the month of `day`."""
    months = day.year * 12 + day.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def bounds(value: str) -> tuple[date, date] | None:
    """The first and the last day that a value may mean, None where it is open or no stretch of the calendar."""
    try:
        return _bounds(value)
    except ValueError:
        return None


def _bounds(value: str) -> tuple[date, date] | None:
    first, _, last = value.partition("/")
    if last:
        begin, end = _bounds(first), _bounds(last)
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    if found := _DAY.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := _WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6)
    if found := _MONTH.match(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _QUARTER.match(value):
        length = 3 if found[2] == "Q" else 6
        return _months(int(found[1]), (int(found[3]) - 1) * length + 1, length)
    if found := _SEASON.match(value):
        return _season(int(found[1]), found[2])
    return _years(value) if _YEARS.match(value) else None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    last = months_on(first, count - 1)
    return first, last.replace(day=monthrange(last.year, last.month)[1])


def _season(year: int, season: str) -> tuple[date, date]:
    """The year, as north and south have their seasons at other times; a winter may begin before it or end after it."""
    if season == "WI":
        return date(year - 1, 12, 1), date(year + 1, 3, 31)
    return date(year, 1, 1), date(year, 12, 31)


def _years(value: str) -> tuple[date, date]:
    """A year ("1997"), a decade ("199") or a century ("19")."""
    missing = 4 - len(value)
    return date(int(value + "0" * missing), 1, 1), date(int(value + "9" * missing), 12, 31)
