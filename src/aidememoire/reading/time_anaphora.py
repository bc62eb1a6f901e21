"""Times counted from one that the article has told before: the next day, two weeks later, a year earlier."""

from __future__ import annotations

import re
from datetime import timedelta

from aidememoire.reading.numbers import number
from aidememoire.reading.time_grammar import (
    APPROXIMATELY,
    COUNT,
    PART,
    UNIT,
    WEEKDAY,
    YEAR,
    Anchor,
    part_value,
    rule,
    weekday_number,
)
from aidememoire.reading.time_lengths import length_value
from aidememoire.reading.time_relative import OPEN, quarter_of, shifted

_UNITS = r"day|week|month|quarter|year"
_BACK = ("previous", "previously", "preceding", "before", "earlier")
_ON = ("following", "next", "after", "later")
# As many units from a told time may lie outside the calendar.
_MANY = 1000


def _step(word: str) -> int:
    return -1 if word.lower().endswith(_BACK) else 1 if word.lower().endswith(_ON) else 0


def _that(match: re.Match[str], anchor: Anchor) -> str:
    """ "that day", "the following year", "the same evening"."""
    part = match["part"]
    unit = "day" if part else match["unit"].lower()
    step = _step(match["which"])
    return shifted(unit, step, anchor.told.day(unit, ahead=step > 0)) + part_value(part)


def _beside(match: re.Match[str], anchor: Anchor) -> str:
    """ "the day before", "the year after" at the end of a clause; "the day before the attack" is not known."""
    unit, step = match["unit"].lower(), _step(match["way"])
    if not match["alone"] and match["way"] in ("before", "after"):
        return OPEN[unit]
    return shifted(unit, step, anchor.told.day(unit, ahead=step > 0))


def _counted(match: re.Match[str], anchor: Anchor) -> str:
    """ "two days later", "a year earlier": a date where what it is counted from is told, else a length of time."""
    unit = re.sub(r"s$", "", match["unit"].lower()).replace("centurie", "century").replace("night", "day")
    count, step = number(match["count"]), _step(match["way"])
    if count is None or count != int(count) or count > _MANY or unit not in _UNITS.split("|"):
        return length_value(count, match["unit"])
    if unit == "year" and step < 0 and (quarter := anchor.told.latest("quarter")):
        return _years_before(quarter, int(count))
    day = anchor.told.day(unit, ahead=step > 0)
    return shifted(unit, step * int(count), day) if day else length_value(count, match["unit"])


def _years_before(quarter: str, count: int) -> str:
    return f"{int(quarter[:4]) - count:04d}{quarter[4:]}"


def _year_ago(match: re.Match[str], anchor: Anchor) -> str:
    """ "a year ago": of the figures of a quarter told before, the same quarter of that year."""
    if quarter := anchor.told.latest("quarter"):
        return _years_before(quarter, 1)
    return shifted("year", -1, anchor.published)


def _period(match: re.Match[str], anchor: Anchor) -> str:
    """ "the 1989 quarter" beside another year's, "the latest period": the quarter told last, in that year."""
    quarter = anchor.told.latest("quarter")
    if not match["year"]:
        return quarter or shifted("quarter", -1, anchor.published)
    return match["year"] + (quarter[4:] if quarter else "")


def _part_alone(match: re.Match[str], anchor: Anchor) -> str:
    """ "in the morning", "by mid-afternoon": of the day told before."""
    return shifted("day", 0, anchor.told.day("day")) + part_value(match["part"])


def _weekday_beside(match: re.Match[str], anchor: Anchor) -> str:
    """ "the previous Friday", "the following Monday": counted from the day told last, else from that of publishing."""
    weekday, step = weekday_number(match["weekday"]), _step(match["which"])
    day = anchor.told.day("day", ahead=step > 0) or anchor.published
    end = part_value(match["part"])
    if day is None:
        return f"XXXX-WXX-{weekday}{end}"
    back, on = (day.isoweekday() - weekday - 1) % 7 + 1, (weekday - day.isoweekday() - 1) % 7 + 1
    return (day + timedelta(days=-back if step < 0 else on)).isoformat() + end


def _year_earlier(match: re.Match[str], anchor: Anchor) -> str:
    """ "the year-earlier quarter": the quarter told last, a year before; else the year before."""
    if match["unit"]:
        return length_value(number(match["count"]), match["unit"])
    if match["ordinal"]:
        return quarter_of(match["ordinal"], anchor, back=1)
    if quarter := anchor.told.latest("quarter"):
        return _years_before(quarter, 1)
    return shifted("year", -1, anchor.published)


_COUNTED = rf"\b(?:{APPROXIMATELY}|just\s|only\s)?(?P<count>{COUNT})\s(?P<unit>{UNIT}s?)\s"
# "After two days earlier this month": the length ends before "earlier", which goes with the month.
_OF_ITS_OWN = r"(?!\s(?:this|last)\s(?:week|month|year|spring|summer|autumn|fall|winter)\b)"
_ALONE = r"(?P<alone>(?=[.,;:)”’\"]|$))?"

TOLD = (
    rule(
        _weekday_beside,
        rf"\b(?:[Tt]he\s)(?P<which>previous|preceding|following)\s(?P<weekday>{WEEKDAY})(?:\s(?P<part>{PART}))?",
    ),
    rule(_period, rf"\b[Tt]he\s(?:(?P<year>{YEAR})\s(?:period|quarter)|latest\speriod)\b", aside=True),
    rule(
        _part_alone,
        rf"(?<=\b(?:[Ii]n|[Bb]y|of) )(?:the\s(?:early\s|late\s)?|mid[\s-]?|early\s|late\s)(?P<part>{PART})",
    ),
    rule(_year_ago, r"\b(?:an?|one)\syear\sago\b", any_case=True, aside=True),
    rule(
        _that,
        r"\b(?:(?:earlier|later|late|early)\s)?(?:on\s(?=that|the\ssame))?",
        r"(?P<which>the\s(?:very\s)?(?:same|previous|following|preceding|next(?=\s(?:day|morning|afternoon|evening|night)))|that(?:\s(?:same|very))?)\s",
        rf"(?:(?P<unit>{_UNITS})\b|(?P<part>{PART}))",
        any_case=True,
    ),
    rule(_beside, rf"\bthe\s(?P<unit>day|week|month|year)(?:\s(?P<way>before|after|earlier)\b){_ALONE}", any_case=True),
    rule(
        _counted,
        _COUNTED,
        rf"(?P<way>earlier{_OF_ITS_OWN}|(?:before|previously)(?=[.,;:)]|$))\b",
        any_case=True,
        aside=True,
    ),
    rule(_counted, _COUNTED, rf"(?P<way>later{_OF_ITS_OWN}|after(?=[.,;:)]|$))\b", any_case=True),
    rule(
        _year_earlier,
        r"\b(?:the\s|its\s)?(?:comparable\s)?year-(?:earlier|ago)",
        r"(?:\s(?:(?P<ordinal>first|second|third|fourth)\squarter|period|quarter|"
        rf"(?P<count>{COUNT})\s(?P<unit>weeks|months)))?\b",
        any_case=True,
        aside=True,
    ),
)
