"""Stretches from one day to another ("3 to 5 March", "from Monday to Wednesday"), and days told by a number alone.

The value of a stretch is an ISO 8601 interval, "2031-03-03/2031-03-05". Ends that are months or years ("from March to
May") are times of their own, as TIMEX3 has it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from aidememoire.reading.time_dates import days_around
from aidememoire.reading.time_grammar import (
    DAY,
    MONTH,
    WEEKDAY,
    YEAR,
    Anchor,
    month_number,
    nearest,
    on_weekday,
    rule,
    weekday_number,
)
from aidememoire.reading.time_spelled import ORDINAL, ORDINALS

_TO = r"(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s)"
_BARE_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d)"
_YEAR = rf"(?:,?\s(?P<year>{YEAR}))?"
# What may follow a day's number that counts nothing: "on April 3 and 5 people came" is no two days.
_NO_NOUN = r"(?=[.,;:)]|$|\s(?:in|at|to|for|with|between|but|when|as|on|by|after|before|and|or|near|of\sthis)\b)"


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _made(year: str | None, month: int, day: int, anchor: Anchor) -> str | None:
    """The value of a day, None where there is no such day."""
    if year:
        try:
            return date(int(year), month, day).isoformat()
        except ValueError:
            return None
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    found = days_around(month, day, anchor.published)
    chosen = nearest([(one, one) for one in found], anchor) if found else None
    return f"XXXX-{month:02d}-{day:02d}" if chosen is None else found[chosen].isoformat()


def _days(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "March 3-5", "between 28 February and 3 March 2031"; the last day settles the year of the first."""
    months = match.groupdict()
    last_month = month_number(months.get("month2") or months.get("month") or months["month1"])
    first_month = month_number(months.get("month1") or months.get("month") or months["month2"])
    first, last = _number(match["first"]), _number(match["last"])
    end = _made(match["year"], last_month, last, anchor)
    if end is None or (first_month == last_month and first >= last):
        return None
    year = None if end.startswith("X") else int(end[:4]) - (first_month > last_month)
    begin = _made(f"{year:04d}", first_month, first, anchor) if year else f"XXXX-{first_month:02d}-{first:02d}"
    return f"{begin}/{end}" if begin else None


def _weekdays(match: re.Match[str], anchor: Anchor) -> str:
    """ "from Monday to Wednesday": looking ahead the next Monday and what follows, looking back what ended last."""
    first, last = weekday_number(match["first"]), weekday_number(match["last"])
    if anchor.published is None:
        return f"XXXX-WXX-{first}/XXXX-WXX-{last}"
    length = timedelta(days=(last - first) % 7)
    if anchor.outlook == "future":
        begin = date.fromisoformat(on_weekday(first, anchor))
        return f"{begin}/{begin + length}"
    end = date.fromisoformat(on_weekday(last, anchor))
    return f"{end - length}/{end}"


def _years(match: re.Match[str], anchor: Anchor) -> str | None:
    return f"{match['first']}/{match['last']}" if match["first"] < match["last"] else None


def _day_of_month(match: re.Match[str], anchor: Anchor) -> str | None:
    """The day of a month whose name stands by another day: "3 and 5 March"."""
    return _made(match["year"], month_number(match["month"]), _number(match["day"]), anchor)


def _ordinal(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "on the ninth": the last one or the next, by the verb; open where no verb tells and it is not this month's."""
    words = match["digits"] or match["word"]
    day = _number(words) if match["digits"] else ORDINALS[words.lower().replace(" ", "-")]
    if anchor.published is None or not 1 <= day <= 31:
        return f"XXXX-XX-{day:02d}" if 1 <= day <= 31 else None
    this = anchor.published
    if match["this"] or anchor.outlook is None:
        return _made(str(this.year), this.month, day, anchor) if match["this"] else f"XXXX-XX-{day:02d}"
    step = timedelta(days=-1 if anchor.outlook == "past" else 1)
    while this.day != day:
        this += step
    return this.isoformat()


# "Moved from Thursday to Friday" tells of two days, and of no stretch between them.
_NOT_MOVED = "".join(
    f"(?<!{verb} )"
    for verb in ("moved", "postponed", "delayed", "shifted", "changed", "rescheduled", "forward", "back")
)
_BETWEEN = rf"{_NOT_MOVED}\b(?:[Ff]rom|[Bb]etween)\s(?:the\s)?"
_FROM = rf"(?:{_BETWEEN})?"
_AND = r"\s(?:and|to|through|until|till)\s(?:the\s)?"
_FIRST, _LAST = rf"(?P<first>{_BARE_DAY})", rf"(?P<last>{DAY})"
_ORDINAL_DAY = rf"\bthe\s(?:(?P<digits>{_BARE_DAY}(?<=[a-z]))|(?P<word>{ORDINAL}))"

RANGES = (
    rule(_days, rf"{_FROM}(?<![\d.,$€£-])\b{_FIRST}{_TO}(?:the\s)?{_LAST}\s(?:of\s)?(?P<month>{MONTH}){_YEAR}"),
    rule(_days, rf"\b[Bb]etween\s(?:the\s)?{_FIRST}{_AND}{_LAST}\s(?:of\s)?(?P<month>{MONTH}){_YEAR}"),
    rule(_days, rf"{_FROM}\b(?P<month>{MONTH})\s{_FIRST}{_TO}{_LAST}(?!\s?[a-z]*\s(?:people|killed)){_YEAR}"),
    rule(_days, rf"\b[Bb]etween\s(?P<month>{MONTH})\s{_FIRST}{_AND}{_LAST}{_YEAR}"),
    rule(
        _days,
        rf"{_BETWEEN}{_FIRST}\s(?P<month1>{MONTH}){_AND}{_LAST}\s(?P<month2>{MONTH}){_YEAR}",
    ),
    rule(
        _days,
        rf"{_BETWEEN}(?P<month1>{MONTH})\s{_FIRST}{_AND}(?P<month2>{MONTH})\s{_LAST}{_YEAR}",
    ),
    rule(_days, rf"\b{_FIRST}\s(?P<month1>{MONTH})\s?[-–—]\s?{_LAST}\s(?P<month2>{MONTH}){_YEAR}"),
    rule(_days, rf"\b(?P<month1>{MONTH})\s{_FIRST}\s?[-–—]\s?(?P<month2>{MONTH})\s{_LAST}{_YEAR}"),
    rule(_weekdays, rf"{_BETWEEN}(?P<first>{WEEKDAY}){_AND}(?P<last>{WEEKDAY})"),
    rule(_weekdays, rf"\b(?P<first>{WEEKDAY})(?:\s?[-–—]\s?|\sthrough\s)(?P<last>{WEEKDAY})"),
    rule(_years, rf"(?<![\w,.$€£/-])(?P<first>{YEAR})[-–](?P<last>{YEAR})(?![\w-])"),
    rule(
        _day_of_month,
        rf"\b(?P<month>{MONTH})\s{DAY}(?:,\s{DAY})*,?\s(?:and|or)\s(?P<only>(?P<day>{DAY})){_NO_NOUN}(?P<year>)",
    ),
    rule(
        _day_of_month,
        rf"(?<!\d )\b(?P<only>(?P<day>{_BARE_DAY}))\s(?:and|or)\s{_BARE_DAY}\s(?:of\s)?(?P<month>{MONTH}){_YEAR}",
    ),
    rule(_ordinal, rf"(?<=\b[Oo]n ){_ORDINAL_DAY}(?P<this>\sof\s(?:this|the)\smonth)?(?<!first){_NO_NOUN}"),
    rule(_ordinal, rf"{_ORDINAL_DAY}(?P<this>\sof\sthis\smonth)\b"),
)
