"""Full dates and the lines that state when an article was published."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? ?)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_FORMS = (
    rf"{_WEEKDAY}(?P<d>\d{{1,2}}){_ORDINAL}(?: of)?[ -]{_MONTH},?[ -]?(?P<y>\d{{4}})",
    rf"{_WEEKDAY}{_MONTH} ?(?P<d>\d{{1,2}}){_ORDINAL},? ?(?P<y>\d{{4}})",
    r"(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})",
    r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})",
    r"(?P<a>\d{1,2})[-/](?P<b>\d{1,2})[-/](?P<y>\d{4})",
)
_FULL = tuple(re.compile(rf"(?<![\w./-]){form}(?![\w/]|[.-]\d)", re.IGNORECASE) for form in _FORMS)
_GLUED = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)

_ZONE = (
    r"(?:\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|AST|MSK|KSA|IST|local time)\)?(?: "
    r"?[+-] ?\d{1,2}(?::?\d{2})?)?)"
)
_TIME = re.compile(
    rf"(?:T?\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?(?:\.\d+)?(?: ?[ap]\.?m\b\.?)?|\d{{1,2}} "
    rf"?[ap]\.?m\b\.?|\d{{4}}(?= ?{_ZONE}|\s|\)|$)(?: ?hrs)?"
    rf"|\d{{6}}(?=\s))(?:Z\b)?(?: ?[+-]\d{{2}}:?\d{{2}})?(?: ?{_ZONE})?|{_ZONE}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<late>last (?:updated?|modified|edited)|(?:up-?)?dated|modified)|"
    r"(?:first |originally )?(?:published|posted|created|issued|released|uploaded|filed|added)|"
    r"date of publication|publication date|release date|publish date|date(?:line)?|time",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:\s|[-–—|·•:,;/()]|\b(?:on|at|and)\b)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date of publication as a page states it: the ISO day, and where in the line the stamp ends."""

    day: str
    end: int
    labelled: bool


@dataclass(frozen=True, slots=True)
class _Dated:
    day: str
    end: int
    late: bool


def dates_in(text: str) -> list[tuple[int, int, str]]:
    """Every full date of the text with its year: start, end and ISO day. 3/4/2031 may be two days: left out."""
    found: dict[int, tuple[int, int, str]] = {}
    for form in _FULL:
        for match in form.finditer(text):
            day = _iso(match)
            if day is not None and not any(
                start < match.end() and match.start() < end for start, end, _ in found.values()
            ):
                found[match.start()] = (match.start(), match.end(), day)
    return [found[start] for start in sorted(found)]


def stamp_at(text: str) -> Stamp | None:
    """The stamp that the text begins with, None where it begins otherwise or the stamp holds no full date.

    Labels ("Posted on"), dates, times and what joins them are of a stamp. Where it gives several dates the first that
    is not labelled as an update is the one of publication; an update stands in where it gives nothing else.
    """
    at, late, labelled = 0, False, False
    dated: list[_Dated] = []
    while at < len(text):
        if label := _LABEL.match(text, at):
            late, labelled, at = bool(label["late"]), True, label.end()
        elif day := _day_at(text, at):
            dated.append(_Dated(day[0], day[1], late))
            at = day[1]
        elif dated and (time := _TIME.match(text, at)):
            at = time.end()
        elif joint := _JOINT.match(text, at):
            at = joint.end()
        elif time := _TIME.match(text, at):
            at = time.end()
        else:
            break
    if not dated:
        return None
    first = next((d for d in dated if not d.late), dated[0])
    return Stamp(first.day, at, labelled)


def _day_at(text: str, at: int) -> tuple[str, int] | None:
    for form in _GLUED:
        match = form.match(text, at)
        if match and (day := _iso(match)) is not None:
            return day, match.end()
    return None


def _iso(match: re.Match[str]) -> str | None:
    group: Callable[[str], str] = match.group
    year = int(group("y"))
    if "a" in match.re.groupindex:
        one, two = int(group("a")), int(group("b"))
        if (one > 12) == (two > 12) and one != two:
            return None
        month, day = (two, one) if one > 12 else (one, two)
    else:
        month, day = _month(group("m")), int(group("d"))
    try:
        return date(year, month, day).isoformat() if 1800 <= year <= 2199 else None
    except ValueError:
        return None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1
