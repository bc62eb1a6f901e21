"""Dates by the calendar: days, months, years, decades, seasons, weekdays, times of day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from aidememoire.reading.calendar_values import bounds
from aidememoire.reading.time_grammar import (
    CLOCK,
    DAY,
    MONTH,
    PART,
    SEASON,
    SMALL,
    SOON_OR_LATE,
    WEEKDAY,
    WHOLE_MONTH,
    YEAR,
    ZONE,
    Anchor,
    clock_value,
    month_number,
    nearest,
    on_weekday,
    part_value,
    rule,
    season_value,
    weekday_number,
)

_AT = rf"(?:(?P<clock>{CLOCK}){ZONE},?\s(?:on\s)?|(?:{SMALL}|{SOON_OR_LATE})?)"
_NAMED = rf"(?:(?P<weekday>{WEEKDAY}),?\s(?:the\s)?)?"
_PART = rf"(?:\s(?P<part>{PART}))?"
_WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?|(?:[Tt]he\s)?(?:[Pp]revious|[Ff]ollowing))"
_COUNTED = (
    r"(?!\s(?:people|men|women|troops|soldiers|civilians|fighters|percent|per\scent|million|billion|m\b|km|miles))"
)
_BEFORE_YEAR = (
    r"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\bof )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil )|(?<=\b[Ff]rom )|(?<=\bthe )|"
    r"(?<=\b[Ff]or )|(?<=\bbetween )|(?<=\bboth )|(?<=\binto )|(?<=\b[Aa] )|(?<=\b[Tt]hat )|(?<=\bhis )|(?<=\bThe )|"
    r"(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\b[Dd]uring )|(?<=\bto )|(?<=\band )|(?<=\bthrough )|(?<=\()|"
    r"(?<=, )|(?<=\bor )|(?<=\bthan )|(?<=\bover )|(?<=\bback )|(?<=['’]s )|(?<=\bits )|(?<=\bthroughout ))"
)


def _full(match: re.Match[str], anchor: Anchor) -> str | None:
    """A day of a year that is given."""
    try:
        day = date(int(match["year"]), month_number(match["month"]), int(re.sub(r"\D", "", match["day"])))
    except ValueError:
        return None
    return day.isoformat() + (clock_value(match["clock"]) or part_value(match["part"]))


def _numeric(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "2016-02-03"; of "13/02/2016" only what can be read in one way."""
    first, second, year = match["a"], match["b"], match["year"]
    if match["iso"]:
        return match["iso"]
    if int(first) > 12 >= int(second) > 0 or (first == second and 0 < int(first) < 13):
        return f"{year}-{int(second):02d}-{int(first):02d}"
    if int(second) > 12 >= int(first) > 0:
        return f"{year}-{int(first):02d}-{int(second):02d}"
    return f"{year}-XX-XX"


def _day(match: re.Match[str], anchor: Anchor) -> str | None:
    """A day of a month without a year."""
    month, day = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    end = clock_value(match["clock"]) or part_value(match["part"])
    found = days_around(month, day, anchor.published)
    if match["weekday"]:
        number = weekday_number(match["weekday"])
        found = [one for one in found if one.isoweekday() == number] or found
    chosen = nearest([(one, one) for one in found], anchor) if found else None
    return (f"XXXX-{month:02d}-{day:02d}" if chosen is None else found[chosen].isoformat()) + end


def days_around(month: int, day: int, published: date | None) -> list[date]:
    """That day in the years around the day of publishing, where it exists."""
    found = []
    for year in range(published.year - 1, published.year + 2) if published else ():
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def _month_of_year(match: re.Match[str], anchor: Anchor) -> str:
    return f"{match['year']}-{month_number(match['month']):02d}"


def _month_of_that_year(match: re.Match[str], anchor: Anchor) -> str:
    """ "June last year"."""
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    year = f"{anchor.published.year + step:04d}" if anchor.published else "XXXX"
    return f"{year}-{month_number(match['month']):02d}"


def _month(match: re.Match[str], anchor: Anchor) -> str | None:
    """A month without a year, perhaps with "last", "next" or "this"; "May" and "March" may be other words."""
    alone = not match["which"] and not match["small"]
    if alone and match["month"] in ("May", "March") and not _BEFORE_MONTH.search(match.string, 0, match.start()):
        return None
    return _around(f"{month_number(match['month']):02d}", match["which"], anchor)


def _season(match: re.Match[str], anchor: Anchor) -> str:
    if match["year"]:
        return f"{match['year']}-{season_value(match['season'])}"
    return _around(season_value(match["season"]), match["which"], anchor)


_BEFORE_MONTH = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|of|[Ff]rom|to|[Ff]or|through|and|or|[Dd]uring|[Bb]efore|[Aa]fter|between|"
    r"the|The|its|[Ll]ast|['’]s)\s$"
)
_SEASON_MONTHS = {"SP": "04", "SU": "07", "FA": "10", "WI": "01"}


def _around(part: str, which: str | None, anchor: Anchor) -> str:
    """The value of a part of a year (a month "03", a season "SP") in the year that is meant."""
    day = anchor.published
    if day is None:
        return f"XXXX-{part}"
    word = (which or "").lower()
    if word == "this":
        return f"{day.year}-{part}"
    years = [day.year - 1, day.year, day.year + 1]
    stretches = [found for year in years if (found := bounds(f"{year}-{_SEASON_MONTHS.get(part, part)}"))]
    if word.endswith(("last", "past", "previous")):
        stretches = [one for one in stretches if one[1] < day]
        return f"{stretches[-1][0].year}-{part}"
    if word.endswith(("next", "coming", "following")):
        return f"{next(one for one in stretches if one[0] > day)[0].year}-{part}"
    chosen = nearest(stretches, anchor)
    return f"XXXX-{part}" if chosen is None else f"{years[chosen]}-{part}"


def _weekday(match: re.Match[str], anchor: Anchor) -> str:
    """A weekday, perhaps with "last", "next" or "this", a part of the day or a time of day."""
    end = clock_value(match["clock"]) or part_value(match["part"])
    number, day = weekday_number(match["weekday"]), anchor.published
    which = (match["which"] or "").lower()
    if day is None:
        return f"XXXX-WXX-{number}{end}"
    if which.endswith(("last", "previous", "past")):
        return (day - timedelta(days=(day.isoweekday() - number - 1) % 7 + 1)).isoformat() + end
    if which.endswith(("next", "following", "coming")):
        return (day + timedelta(days=(number - day.isoweekday() - 1) % 7 + 1)).isoformat() + end
    if which == "this":
        return (day + timedelta(days=number - day.isoweekday())).isoformat() + end
    return on_weekday(number, anchor) + end


def _year(match: re.Match[str], anchor: Anchor) -> str:
    return match["year"]


def _decade(match: re.Match[str], anchor: Anchor) -> str:
    """ "the 1990s" is 199; "the ’80s" the last such decade before the day of publishing."""
    if match["year"]:
        return match["year"][:3]
    short = match["short"][0] if match["short"] else _DECADES[match["word"].lower()]
    if anchor.published is None:
        return f"XX{short}"
    decade = anchor.published.year // 100 * 10 + int(short)
    return str(decade if decade * 10 <= anchor.published.year else decade - 10)


def _clock(match: re.Match[str], anchor: Anchor) -> str:
    """A time of day, of the day told before where one is near."""
    return (anchor.told.latest("day") or "")[:10] + clock_value(match["clock"])


def _century(match: re.Match[str], anchor: Anchor) -> str:
    return f"{int(match['number']) - 1:02d}"


_DECADES = {"twenties": "2", "thirties": "3", "forties": "4", "fifties": "5", "sixties": "6", "seventies": "7",
            "eighties": "8", "nineties": "9"}  # fmt: skip
# "Monday and Tuesday nights" come round every week.
_NOT_WEEKLY = rf"(?!\s(?:and|or)\s{WEEKDAY}\s(?:night|morning|evening|afternoon)s)"
_HALF_OF = r"(?:[Tt]he\s)?(?:first|second|last|latter)\shalf\sof\s"
_DAY_MONTH = rf"(?:the\s)?(?P<day>{DAY})(?:\sof)?\s(?P<month>{MONTH})"
_MONTH_DAY = rf"(?P<month>{MONTH})\s(?P<day>{DAY})"
_IN_A_SEASON = "|".join(
    rf"(?<=\b{word} )" for word in ("[Ii]n", "[Ss]ince", "[Tt]his", "[Bb]y", "of", "[Oo]ver", "[Dd]uring", "last")
)

DATES = (
    rule(_full, rf"\b{_NAMED}{_AT}{_MONTH_DAY}(?:\s?,\s?|\s)(?P<year>{YEAR}){_PART}"),
    rule(_full, rf"\b{_NAMED}{_AT}{_DAY_MONTH},?\s(?P<year>{YEAR}){_PART}"),
    rule(
        _numeric,
        r"(?<![\d/.-])(?:(?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))|",
        r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>(?:1[5-9]|20)\d\d))(?![\d/-])",
    ),
    rule(_day, rf"\b(?:last\s)?{_NAMED}{_AT}{_MONTH_DAY}{_PART}"),
    rule(_day, rf"\b{_NAMED}{_AT}{_DAY_MONTH}{_PART}"),
    rule(_month_of_year, rf"\b(?:{SMALL})?(?P<month>{MONTH}),?\s(?:of\s)?(?P<year>{YEAR})"),
    rule(_month_of_that_year, rf"\b(?:{SMALL})?(?P<month>{MONTH})\s(?:of\s)?(?P<which>last|this|next)\syear\b"),
    rule(_month, rf"\b(?:{_WHICH}\s)?(?P<small>{SMALL})?(?P<month>{WHOLE_MONTH})(?!\s[A-Z])"),
    rule(_season, rf"\b(?:{SMALL})?(?:[Tt]he\s)?(?P<which>)(?P<season>{SEASON})(?:\sof)?,?\s(?P<year>{YEAR})"),
    rule(_season, rf"\b{_WHICH}\s(?P<season>{SEASON})(?P<year>)"),
    rule(_season, rf"(?:{_IN_A_SEASON})(?:the\s)?(?P<which>)(?:{SMALL})?(?P<season>{SEASON})(?P<year>)"),
    rule(_weekday, rf"\b{_AT}(?:{_WHICH}\s)?(?P<weekday>{WEEKDAY}){_PART}(?!s){_NOT_WEEKLY}"),
    rule(
        _year,
        rf"(?<![\w,.$€£-]){_BEFORE_YEAR}(?:(?:the\s)?{SMALL})?(?P<year>{YEAR}){_COUNTED}(?![-\w’'])",
    ),
    rule(_year, rf"\b(?:(?:the\s)?{SMALL}(?:of\s)?|the\syear\s|fiscal\s)(?:the\s)?(?P<year>{YEAR})(?!\w)"),
    rule(
        _decade,
        rf"\b(?:{_HALF_OF})?(?:[Tt]he\s)?(?:{SMALL})?(?:(?P<year>(?:1[5-9]|20)\d0)|['’](?P<short>[1-9]0))['’]?s\b",
    ),
    rule(_decade, rf"\bthe\s(?:{SMALL})?(?P<year>)(?P<short>)(?P<word>(?i:{'|'.join(_DECADES)}))\b"),
    rule(_clock, rf"\b(?:(?:[Aa]round|[Aa]bout)\s)?(?P<clock>{CLOCK}){ZONE}"),
    rule(_century, r"\b(?:[Tt]he\s)?(?P<number>\d\d)(?:st|nd|rd|th)[\s-]century\b"),
)
