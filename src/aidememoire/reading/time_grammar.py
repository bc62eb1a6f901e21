"""The pieces that the patterns of time expressions are put together from, and what the pieces mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from aidememoire.reading.numbers import NUMBER
from aidememoire.reading.outlook import Outlook
from aidememoire.reading.time_told import NOTHING, Told

# A date without a year is put in the nearest year; beyond this many days, and with no verb that tells, it stays open.
_NEAR = 120
# A date that the verbs speak against counts as so many times as far. Where it is still the nearest it is meant all the
# same, as verbs further off mislead (36 of 43 such dates in news of 1989 to 2000), but for a date with its verb right
# before it ("met on Feb. 3", printed in January): there verb and calendar disagree, and the year stays open.
_AGAINST = 3
# The same where the tree hangs the date on that verb: "in January" of a verb in the past, printed in October, is nine
# months ago rather than in ten weeks.
_SURELY_AGAINST = 6

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
# Alone, a month stands in full ("Mar" and "Dec" are names too).
WHOLE_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)(?![a-z])"
)
# "Bloody Sunday" is the name of one day, not of a weekday.
WEEKDAY = r"(?<!Good )(?<!Bloody )(?<!Black )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![a-z])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d|\sper\b|%)"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d|%)"
SEASON = r"(?:spring|summer|autumn|fall|winter)\b"
PART = r"(?:morning|afternoon|evening|night)\b"
UNIT = r"(?:second|minute|hour|day|night|week|month|quarter|year|decade|century|centurie)"
SMALL = (
    r"(?:(?:[Vv]ery\s)?(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-]|(?:[Tt]he\s)?(?:beginning|start|middle|end)\sof\s|"
    r"[Ss]ometime\s)"
)
SOON_OR_LATE = r"(?:[Ee]arlier|[Ll]ater)\s"
COUNT = rf"(?i:{NUMBER}|an?|(?:a\s)?few|several|(?:a\s)?couple\sof|many|some)"
APPROXIMATELY = r"(?i:(?:about|around|nearly|almost|more\sthan|less\sthan|at\sleast|approximately)\s)"
CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b)|\d{1,2}[:.]\d\d(?=\s?(?:GMT|UTC|local|hours))|"
    r"[0-2]\d[0-5]\d(?=\s?(?:GMT|UTC|hours|local))|[Nn]oon\b|[Mm]idday\b|[Mm]idnight\b)"
)
ZONE = r"(?:\s?\(?(?:GMT|UTC|EST|EDT|CET|BST|hours|local\stime|[A-Z]{3}(?=\W))\)?)?"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time expression is read against: the day of publishing (None where unknown), and what stands around it.

    `outlook` is where the verbs look, `governed` holds where one stands right before the expression ("met on"), `sure`
    where the sentence's tree hangs it on that verb. `told` are the times told before.
    """

    published: date | None
    outlook: Outlook | None = None
    governed: bool = False
    sure: bool = False
    told: Told = NOTHING


Resolver = Callable[["re.Match[str]", Anchor], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what makes a TIMEX3 value of a match of it (None where the match is no time after all).

    Where the pattern has a group `only`, that is the expression, and the rest what must stand around it. From the times
    of a rule `aside` nothing is counted: what follows "up from 30 a year earlier" is of this year again.
    """

    pattern: re.Pattern[str]
    value: Resolver
    aside: bool = False

    def place(self, match: re.Match[str]) -> tuple[int, int]:
        """Where the expression of a match begins and ends."""
        return match.span("only" if match.groupdict().get("only") else 0)


def rule(value: Resolver, *parts: str, any_case: bool = False, aside: bool = False) -> Rule:
    """The rule for the pattern that the parts make together."""
    return Rule(re.compile("".join(parts), re.IGNORECASE if any_case else 0), value, aside)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its short form."""
    return _MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """1 for Monday to 7 for Sunday."""
    return _WEEKDAYS.index(word[:3].lower()) + 1


def part_value(word: str | None) -> str:
    """ "TMO" to "TNI" for a part of the day, "" for none."""
    return _PARTS[word.lower()] if word else ""


def season_value(word: str) -> str:
    """ "SP", "SU", "FA" or "WI"."""
    return _SEASONS[word.lower()]


def clock_value(text: str | None) -> str:
    """ "T17:00" for a time of day as CLOCK finds it, "" for none."""
    if not text:
        return ""
    words = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
    if text.lower() in words:
        return words[text.lower()]
    digits = re.findall(r"\d+", text)
    if len(digits[0]) == 4:
        return f"T{digits[0][:2]}:{digits[0][2:]}"
    hour = int(digits[0])
    if re.search(r"[ap]\.?m", text):
        hour = hour % 12 + (12 if "p" in text else 0)
    return f"T{hour:02d}:{digits[1] if len(digits) > 1 else '00'}"


def nearest(candidates: list[tuple[date, date]], anchor: Anchor) -> int | None:
    """Which of some stretches of days is meant, by how near it is and whether the verbs look that way.

    None where the day of publishing is unknown, where nothing tells and none is near, and where the verb right before
    the date looks back and the nearest lies ahead, or the other way round.
    """
    day = anchor.published
    if day is None:
        return None
    gaps = [_gap(first, last, day, anchor) for first, last in candidates]
    chosen = gaps.index(min(gaps))
    if anchor.governed and _against(*candidates[chosen], day, anchor.outlook):
        return None
    return chosen if anchor.outlook or min(gaps) <= _NEAR else None


def _gap(first: date, last: date, day: date, anchor: Anchor) -> int:
    """The days between a stretch and `day`, more where the verbs look the other way."""
    gap = max((first - day).days, (day - last).days, 0)
    if not _against(first, last, day, anchor.outlook):
        return gap
    return gap * (_SURELY_AGAINST if anchor.sure else _AGAINST)


def _against(first: date, last: date, day: date, outlook: Outlook | None) -> bool:
    """Whether a stretch lies ahead of `day` where the verbs look back, or the other way round."""
    return (first > day and outlook == "past") or (last < day and outlook == "future")


def on_weekday(number: int, anchor: Anchor) -> str:
    """The value of a weekday: that of the week up to the day of publishing, or of the week from it when ahead."""
    day = anchor.published
    if day is None:
        return f"XXXX-WXX-{number}"
    step = (day.isoweekday() - number) % 7
    if anchor.outlook == "future":
        return (day + timedelta(days=(number - day.isoweekday()) % 7)).isoformat()
    return (day - timedelta(days=step)).isoformat()
