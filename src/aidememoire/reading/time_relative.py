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
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_OPEN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


def shifted(unit: str, steps: int, day: date | None) -> str:
    """The value of the day, week, month, quarter, year, decade or century that lies `steps` from that of `day`."""
    if day is None:
        return _OPEN[unit]
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
    return shifted(match["unit"].lower(), 0, anchor.published)


def _told_before(match: re.Match[str], anchor: Anchor) -> str:
    """ "the following day", "that year": counted from a day that the story tells and this does not know."""
    return _OPEN[match["unit"].lower()]


def _weekend(match: re.Match[str], anchor: Anchor) -> str:
    """ "the weekend": the one just over, or in a week's second half the one ahead where the verbs look there."""
    if anchor.published is None:
        return _OPEN["weekend"]
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
    """ "the third quarter", "third-quarter", "the fourth quarter of 1997"."""
    part = f"{'H' if match['unit'] == 'half' else 'Q'}{_ORDINALS[match['ordinal'].lower()]}"
    if year := match["year"] or match["ahead"]:
        return f"{year}-{part}"
    if anchor.published is None:
        return f"XXXX-{part}"
    years = [anchor.published.year - 1, anchor.published.year, anchor.published.year + 1]
    chosen = nearest([found for year in years if (found := bounds(f"{year}-{part}"))], anchor)
    return f"XXXX-{part}" if chosen is None else f"{years[chosen]}-{part}"


def _last_quarter(match: re.Match[str], anchor: Anchor) -> str:
    """ "the quarter", "the latest quarter": the one that is over."""
    return shifted("quarter", -1, anchor.published)


def _year_before(match: re.Match[str], anchor: Anchor) -> str:
    return shifted("year", -1, anchor.published)


def _year_end(match: re.Match[str], anchor: Anchor) -> str:
    return f"{anchor.published.year}-12-31" if anchor.published else "XXXX-12-31"


_TOLD = r"(?:the\s(?:same|previous|following|next|preceding)|that(?:\ssame)?)"

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
    rule(_told_before, rf"\b(?:earlier\s|later\s)?{_TOLD}\s(?P<unit>day|week|month|year)\b", any_case=True),
    rule(_told_before, r"\bthe\s(?P<unit>day|week|month|year)(?=\s(?:before|after)\b)", any_case=True),
    rule(_weekend, rf"\b{_MODIFIED}the\s(?P<unit>weekend)\b", any_case=True),
    rule(_the_unit, rf"\b(?:{SMALL})?the\s(?:fiscal\s)?(?P<unit>year|week|month)\b(?!-|\s(?:before|after|ago))"),
    rule(
        _ago,
        rf"\b(?:{APPROXIMATELY})?(?P<count>{COUNT})\s(?:more\s)?(?P<unit>{UNIT}s?)\s(?:or\sso\s)?",
        r"(?P<way>ago|from\snow)\b",
    ),
    rule(
        _quarter,
        rf"\b(?:the\s(?!\w+-))?(?:(?:fiscal|latest|(?P<ahead>{YEAR}))\s)?(?P<ordinal>first|second|third|fourth)[\s-]",
        rf"(?P<unit>quarter|half)\b(?:\sof\s(?:the\syear\s)?(?P<year>{YEAR}))?",
        any_case=True,
    ),
    rule(_last_quarter, r"\b[Tt]he\s(?:latest\s|past\s|recent\s)?quarter\b(?!-)"),
    rule(_year_before, r"\b(?:the\s)?(?:comparable\s)?year-(?:earlier|ago)(?:\s(?:period|quarter))?\b"),
    rule(_year_end, r"\byear-?\s?end\b"),
)
