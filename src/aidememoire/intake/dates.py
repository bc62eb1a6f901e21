"""Dates given beside a text become ISO dates, or None where they can be read in two ways."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?<![0-9])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9])"
_GAP = r"[\s,\-/]*"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}{_GAP}(?:of\s+)?{_MONTH}{_GAP}{_YEAR}",
        rf"\b{_MONTH}{_GAP}(?:the\s+)?{_DAY}{_GAP}{_YEAR}",
        rf"(?<![0-9]){_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}",
    )
)
_TIME = r"(?:(?:T|\s+)[0-9]{1,2}[:.]?[0-9]{2}.*)?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}", re.DOTALL | re.IGNORECASE)
_BASIC = re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})(?:T[0-9]{4,6}.*)?", re.DOTALL)
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}", re.DOTALL | re.IGNORECASE)


def iso_date(given: str) -> str | None:
    """The ISO date of a date or a date with a time, as written (no time zone is converted); None where it is unclear.

    Read are ISO 8601, RFC 2822 and an English month ("4 March 2031", "Mar. 4, 2031"). "13/3/2031" is read because one
    part is over 12, "4/3/2031" is not; nor are years of two digits and values that hold two different dates.
    """
    given = given.strip()
    for pattern in (_YEAR_FIRST, _BASIC):
        match = pattern.fullmatch(given)
        if match:
            return _real(int(match[1]), int(match[3]), int(match[4]))
    match = _YEAR_LAST.fullmatch(given)
    if match:
        return _ordered(int(match[1]), int(match[3]), int(match[4]))
    return _written(given)


def _written(given: str) -> str | None:
    """The one date with an English month in a short text."""
    # A date line is short; a long value is no date, and is not searched.
    if len(given) > 200:
        return None
    matches = (match for pattern in _WRITTEN for match in pattern.finditer(given))
    dates = {_real(int(match["year"]), _month(match["month"]), int(match["day"])) for match in matches}
    return dates.pop() if len(dates) == 1 else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _ordered(first: int, second: int, year: int) -> str | None:
    """A date of three numbers, where it can be told which is the month."""
    if first == second or second > 12:
        return _real(year, first, second)
    return _real(year, second, first) if first > 12 else None


def _real(year: int, month: int, day: int) -> str | None:
    """The ISO date, None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
