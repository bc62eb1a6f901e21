"""Holidays that news names in place of a date, by the western calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from aidememoire.reading.calendar_values import week_value
from aidememoire.reading.time_grammar import YEAR, Anchor, nearest, rule

_FIXED = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
}


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _thanksgiving(year: int) -> date:
    """The fourth Thursday of November, as in the United States."""
    first = date(year, 11, 1)
    return first + timedelta(days=(4 - first.isoweekday()) % 7 + 21)


_MOVING: dict[str, Callable[[int], date]] = {
    "easter": _easter,
    "easter day": _easter,
    "easter sunday": _easter,
    "easter monday": lambda year: _easter(year) + timedelta(days=1),
    "good friday": lambda year: _easter(year) - timedelta(days=2),
    "palm sunday": lambda year: _easter(year) - timedelta(days=7),
    "thanksgiving": _thanksgiving,
    "thanksgiving day": _thanksgiving,
}


def _titled(name: str) -> str:
    """ "New Year's Eve": as news writes it, "may day" being no holiday."""
    return " ".join(word.capitalize() for word in name.split())


def _day(name: str, year: int) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    return _MOVING[name](year)


def _holiday(match: re.Match[str], anchor: Anchor) -> str | None:
    """The holiday of the year that is given, or of the nearest; without a day of publishing only fixed ones."""
    name = match["holiday"].lower().replace("’", "'")
    if match["year"]:
        return _day(name, int(match["year"])).isoformat()
    if anchor.published is not None:
        days = [_day(name, anchor.published.year + step) for step in (-1, 0, 1)]
        chosen = nearest([(one, one) for one in days], anchor)
        if chosen is not None:
            return days[chosen].isoformat()
    return "XXXX-{:02d}-{:02d}".format(*_FIXED[name]) if name in _FIXED else "XXXX-XX-XX"


def _holiday_week(match: re.Match[str], anchor: Anchor) -> str:
    """ "Easter week": the week that ends with the Sunday."""
    if anchor.published is None:
        return "XXXX-WXX"
    days = [_easter(anchor.published.year + step) for step in (-1, 0, 1)]
    chosen = nearest([(day - timedelta(days=6), day) for day in days], anchor)
    return "XXXX-WXX" if chosen is None else week_value(days[chosen])


_NAMES = (
    "|".join(sorted((_titled(name) for name in (*_FIXED, *_MOVING)), key=len, reverse=True))
    .replace("'", "['’]")
    .replace(" ", r"\s")
)
HOLIDAYS = (
    rule(
        _holiday,
        rf"(?<![\w’'-])(?P<holiday>{_NAMES})(?:,?\s(?P<year>{YEAR}))?(?![\w-]|\s(?:[A-Z]|week\b|accords?\b|rising\b))",
    ),
    rule(_holiday_week, r"\b(?:Easter|Holy)\s[Ww]eek\b"),
)
