"""Times told from the day of publishing: yesterday, last week, two months ago, the third quarter."""

from __future__ import annotations

import re
from datetime import date, timedelta

from aidememoire.reading.calendar_values import bounds, month_value, months_on, week_value
from aidememoire.reading.numbers import number
from aidememoire.reading.time_grammar import (
    APPROXIMATELY,
    COUNT,
    PART,
    SMALL,
    SOON_OR_LATE,
    UNIT,
    YEAR,
    Anchor,
    nearest,
    part_value,
    rule,
)

# As many units ago as this may lie before the calendar begins.
_MANY = 1000
_MODIFIED = rf"(?:{SMALL}|{SOON_OR_LATE})?"
_STEPS = {
    "last": -1,
    "previous": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_ORDINALS = {
    "last": 2,
    "latter": 2,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
# The values of these units where they are not known.
OPEN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


def shifted(unit: str, steps: int, day: date | None) -> str:
    """The value of the day, week, month, quarter, year, decade or century that lies `steps` from that of `day`."""
    if day is None:
        return OPEN[unit]
    if unit == "day":
        return (day + timedelta(days=steps)).isoformat()
    if unit in ("week", "weekend"):
        return week_value(day + timedelta(weeks=steps)) + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return month_value(months_on(day, steps))
    if unit == "quarter":
        first = months_on(day, 3 * steps)
        return f"{first.year}-Q{(first.month - 1) // 3 + 1}"
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    return f"{day.year // size + steps:0{5 - len(str(size))}d}"


def _near_day(match: re.Match[str], anchor: Anchor) -> str:
    """ "yesterday", "tomorrow morning", "late today"."""
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["day"].lower()]
    steps *= 2 if match["beyond"] else 1
    return shifted("day", steps, anchor.published) + part_value(match["part"])


def _part_of_day(match: re.Match[str], anchor: Anchor) -> str:
    """ "tonight", "last night", "this morning", "overnight"."""
    if match["whole"]:
        return shifted("day", 0, anchor.published) + "TNI"
    return shifted("day", -1 if match["which"].lower() == "last" else 0, anchor.published) + part_value(match["part"])


def _unit(match: re.Match[str], anchor: Anchor) -> str:
    """ "last week", "earlier this month", "next year"."""
    return shifted(match["unit"].lower(), _STEPS[match["which"].lower()], anchor.published)


def _the_unit(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "the week", "the end of the year": that of the day of publishing."""
    return shifted((match["unit"] or "year").lower(), 0, anchor.published)


def _weekend(match: re.Match[str], anchor: Anchor) -> str:
    """ "the weekend": the one just over, or in a week's second half the one ahead where the verbs look there."""
    if anchor.published is None:
        return OPEN["weekend"]
    ahead = anchor.outlook == "future" or anchor.published.isoweekday() > 5
    return shifted("weekend", 0 if ahead else -1, anchor.published)


def _ago(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "two days ago", "three weeks from now": as exact as its unit."""
    count = number(match["count"])
    unit = re.sub(r"s$", "", match["unit"].lower()).replace("centurie", "century").replace("night", "day")
    way = -1 if match["way"].lower() == "ago" else 1
    if count is None or count > _MANY or unit in ("second", "minute", "hour"):
        return _vague(unit, way)
    return shifted(unit, way * int(count), anchor.published)


def _vague(unit: str, way: int) -> str:
    return "PAST_REF" if way < 0 else "FUTURE_REF"


def _quarter(match: re.Match[str], anchor: Anchor) -> str:
    """ "the third quarter", "third-quarter", "the fourth quarter of 1997", "last year's first half"."""
    if which := match["which"] or match["whose"]:
        year: str | None = shifted("year", _STEPS[which.lower()], anchor.published)
    else:
        year = match["year"] or match["ahead"]
    half = match["unit"] == "half"
    return f"{year}-{_part(match['ordinal'], half)}" if year else quarter_of(match["ordinal"], anchor, half)


def _part(ordinal: str, half: bool) -> str:
    return f"{'H' if half else 'Q'}{_ORDINALS[ordinal.lower()]}"


def quarter_of(ordinal: str, anchor: Anchor, half: bool = False, back: int = 0) -> str:
    """The nearest such quarter or half of a year, or that of so many years before it."""
    part = _part(ordinal, half)
    if anchor.published is None:
        return f"XXXX-{part}"
    years = [anchor.published.year - 1, anchor.published.year, anchor.published.year + 1]
    chosen = nearest([found for year in years if (found := bounds(f"{year}-{part}"))], anchor)
    return f"XXXX-{part}" if chosen is None else f"{years[chosen] - back}-{part}"


def _last_quarter(match: re.Match[str], anchor: Anchor) -> str:
    """ "the quarter", "the latest quarter": the one that is over."""
    return shifted("quarter", -1, anchor.published)


def _year_over(match: re.Match[str], anchor: Anchor) -> str:
    return shifted("year", -1, anchor.published)


def _year_end(match: re.Match[str], anchor: Anchor) -> str:
    return f"{anchor.published.year}-12-31" if anchor.published else "XXXX-12-31"


RELATIVE = (
    rule(
        _near_day,
        rf"\b{_MODIFIED}(?P<beyond>the\sday\s(?:before|after)\s)?(?P<day>yesterday|today|tomorrow)",
        rf"(?:\s(?P<part>{PART}))?",
        any_case=True,
    ),
    rule(
        _part_of_day,
        rf"\b{_MODIFIED}(?:(?P<whole>tonight|overnight)|(?P<which>last|this)\s(?P<part>{PART}))\b",
        any_case=True,
    ),
    rule(
        _unit,
        rf"\b{_MODIFIED}(?:the\s)?(?P<which>last|next|this|current|coming)\s(?:fiscal\s)?",
        r"(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-|\sago)",
        any_case=True,
    ),
    rule(_year_over, r"\b(?:the|its)\slatest\s(?:fiscal\s)?year\b"),
    rule(_weekend, rf"\b{_MODIFIED}the\s(?P<unit>weekend)\b", any_case=True),
    rule(
        _the_unit,
        rf"\b(?:{SMALL})?the\s(?:fiscal\s)?(?P<unit>year|week|month)\b(?!-|\s(?:before|after|ago|ended|ending)\b)",
    ),
    rule(
        _ago,
        rf"\b(?:{APPROXIMATELY})?(?P<count>{COUNT})\s(?:more\s)?(?P<unit>{UNIT}s?)\s(?:or\sso\s)?",
        r"(?P<way>ago|from\snow)\b",
    ),
    rule(
        _quarter,
        r"\b(?:the\s(?!\w+-)|(?P<whose>this|last|next)\syear[’']s\s|its\s(?=fiscal))?",
        rf"(?:(?:fiscal|latest|flat|(?P<ahead>{YEAR}))\s)?",
        r"(?P<ordinal>first|second|third|fourth|(?:last|latter)(?=\shalf\sof))[\s-](?P<unit>quarter|half)\b",
        rf"(?:\sof\s(?:(?:the\syear\s)?(?P<year>{YEAR})|(?P<which>this|last|next)\syear))?",
        any_case=True,
    ),
    rule(_last_quarter, r"\b[Tt]he\s(?:latest\s|past\s|recent\s)?quarter\b(?!-)"),
    rule(_year_end, r"\byear-?\s?end\b"),
    rule(_the_unit, r"\b(?:the\sfull\s(?P<unit>year)\b(?!-)|(?<=\b(?:by|at) )(?P<end>year)[’']s\send\b)"),
)
