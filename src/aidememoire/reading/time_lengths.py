"""Lengths of time, times that come round again, and the words for now, lately and soon."""

from __future__ import annotations

import re

from aidememoire.reading.numbers import number
from aidememoire.reading.time_grammar import (
    APPROXIMATELY,
    COUNT,
    PART,
    UNIT,
    WEEKDAY,
    Anchor,
    part_value,
    rule,
    weekday_number,
)

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "centurie": "C",
}  # fmt: skip
_FREQUENT = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def length_value(count: float | None, unit: str) -> str:
    """ "P2W" for two weeks, "PT24H" for 24 hours, "PXY" where the count is not told, "P10Y" for a decade."""
    letter = _LETTERS[re.sub(r"s$", "", unit.lower())]
    if count is not None and letter in "EC":
        count, letter = count * (10 if letter == "E" else 100), "Y"
    if count is not None and count != int(count):
        return _with_half(count, letter)
    text = "X" if count is None else f"{int(count)}"
    return f"P{letter[:-1]}{text}{letter[-1]}"


def _with_half(count: float, letter: str) -> str:
    """ "P2Y6M" for two and a half years."""
    smaller = {"Y": (12, "M"), "D": (24, "TH"), "TH": (60, "M"), "TM": (60, "S"), "W": (7, "D"), "M": (30, "D")}
    if letter not in smaller:
        return f"P{letter[:-1]}{count:g}{letter[-1]}"
    size, lesser = smaller[letter]
    whole = f"{int(count)}{letter[-1]}" if int(count) else ""
    head = "PT" if "T" in letter or (lesser.startswith("T") and not whole) else "P"
    middle = "T" if lesser.startswith("T") and whole and head == "P" else ""
    return f"{head}{whole}{middle}{round((count - int(count)) * size)}{lesser[-1]}"


def _length(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "six months", "the past 24 hours", "five-year", "half an hour", "two and a half years"."""
    half = 0.5 if match.groupdict().get("half") else 0.0
    words = match["count"]
    if words is None:
        return length_value(0.5 if half else None, match["unit"])
    if words.lower() in ("a couple of", "couple of"):
        return length_value(2, match["unit"])
    count = number(words)
    return length_value(None if count is None else count + half, match["unit"])


def _bare(match: re.Match[str], anchor: Anchor) -> str:
    return length_value(None, match["unit"])


def _one(match: re.Match[str], anchor: Anchor) -> str:
    return length_value(1, match["unit"])


def _half_more(match: re.Match[str], anchor: Anchor) -> str:
    return length_value(1.5, match["unit"])


def _coming(match: re.Match[str], anchor: Anchor) -> str:
    return "FUTURE_REF"


def _recent(match: re.Match[str], anchor: Anchor) -> str:
    return "PAST_REF"


def _set(match: re.Match[str], anchor: Anchor) -> str:
    """ "every day" is P1D, "every Monday" XXXX-WXX-1, "daily" P1D, "every two weeks" P2W."""
    if match["often"]:
        return _FREQUENT[match["often"].lower()]
    if match["weekday"]:
        return f"XXXX-WXX-{weekday_number(match['weekday'])}"
    if match["part"]:
        return "P1D"
    return length_value(number(match["count"]) if match["count"] else 1, match["unit"])


def _weekdays(match: re.Match[str], anchor: Anchor) -> str:
    """ "Mondays", "Monday and Tuesday nights"."""
    return f"XXXX-WXX-{weekday_number(match['weekday'])}{part_value(match.groupdict().get('part'))}"


def _reference(match: re.Match[str], anchor: Anchor) -> str:
    return f"{match.lastgroup.upper()}_REF" if match.lastgroup else "PRESENT_REF"


_NAMED_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OVER = r"(?:the\s)?(?:past|last|next|first|final|coming|previous|following|preceding|other|same)\s"
_HALF = r"(?:\s(?P<half>and\sa\shalf|1/2))?"
_FURTHER = r"(?:(?:more|additional|further|straight|consecutive|full)\s)?"
_LONG = r"day|week|month|year|decade|century|hour"
# No ages, no ordinals ("a second bridge"), no fractions ("three-quarters", "a quarter of the valley").
_NO_LENGTH = (
    r"(?![\s-]olds?\b|-[a-z])(?<!\b[Aa]\ssecond)(?<!three-quarters)(?!(?<=three\squarters)\sof)(?!(?<=quarter)\sof)"
)

LENGTHS = (
    rule(
        _length,
        rf"\b(?:{APPROXIMATELY})?(?:{_OVER})?(?P<count>{COUNT}){_HALF}[\s-]{_FURTHER}",
        rf"(?P<unit>{UNIT}s?)(?:-long)?\b{_NO_LENGTH}",
    ),
    rule(_length, rf"\b(?P<half>half)\s(?:an?\s|of\sthe\s)(?P<count>x)?(?P<unit>{UNIT})\b"),
    rule(_length, r"\b(?P<half>half)-(?P<count>x)?(?P<unit>hour|day|year|decade|century)\b"),
    rule(_one, rf"\b(?:one|an?)\s(?P<unit>(?!second|quarter){UNIT})(?:-long)?\b(?![\s-]old|-)"),
    rule(_half_more, rf"\b(?:one|an?)\s(?P<unit>{UNIT})\sand\sa\shalf\b", any_case=True),
    rule(_one, r"\b[Tt]he\s(?:fiscal\s)?(?P<unit>year)(?=\s(?:ended|ending)\b)"),
    rule(_one, r"\b(?:[Tt]he\s)?past\s(?P<unit>day|night|week|month|year|quarter)\b(?!-)"),
    rule(_one, r"(?<=\b(?:over|with|ring) )the\slast\s(?P<unit>week|month|year)\b(?!-)"),
    rule(_one, r"\b(?:[Tt]he\s)?(?:past|last)\s(?P<unit>decade|hour|minute|century)\b"),
    rule(_one, rf"\b(?P<unit>{_LONG})s?-long\b"),
    rule(_bare, r"\b(?:the\s)?recent\s(?P<unit>day|week|month|quarter)s\b"),
    rule(_recent, rf"\b(?:the\s)?(?:recent|past|preceding)\s{UNIT}s\b(?:\s(?:and|or)\s{UNIT}s\b)?"),
    rule(_coming, rf"\b(?:the\s)?(?:coming|future|next\sfew)\s{UNIT}s\b"),
    rule(_bare, rf"(?<![\w-])(?P<unit>(?!second|night|quarter){UNIT})s\b(?!-|\solds?\b)(?:\sor\s{UNIT}s\b)?"),
    rule(
        _set,
        rf"\b(?:(?:every|each)\s(?:(?P<weekday>{WEEKDAY})|(?P<part>{PART})|(?:other\s)?",
        rf"(?:(?P<count>{COUNT})\s)?(?P<unit>{UNIT}s?))|(?!quarterly\s[a-z])(?P<often>{'|'.join(_FREQUENT)}))\b",
        any_case=True,
    ),
    rule(_weekdays, rf"\b(?P<weekday>{_NAMED_DAY})(?:s\b|\s(?P<part>{PART[:-2]})s\b)"),
    rule(_weekdays, rf"\b(?P<weekday>{_NAMED_DAY})(?=\s(?:and|or)\s{_NAMED_DAY}\s(?P<part>{PART[:-2]})s\b)"),
    rule(
        _reference,
        r"\b(?:(?P<present>[Nn]ow(?!\sthat)|[Cc]urrently|[Pp]resently|[Nn]owadays|[Aa]t\s(?:present|the\smoment)|",
        rf"[Cc]urrent(?=\s(?!{UNIT}|events|affairs)[a-z]))|",
        rf"(?P<past>[Rr]ecently|[Ll]ately|(?<=\b[Ii]n )the\s(?:recent\s|distant\s)?past(?!\s(?:\w+\s)?{UNIT}))|",
        r"(?P<future>(?<!as\s)(?<!As\s)[Ss]oon(?!\safter|er)|[Aa]s\ssoon\sas\spossible|",
        r"(?:the\s)?(?:near|foreseeable|immediate)\sfuture|the\sfuture(?!\sof)|(?<=\bin\s)future|",
        r"the\s(?:near|short|long)\sterm))\b",
    ),
)
