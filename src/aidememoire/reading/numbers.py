"""Numbers as they are written in English, in digits and in words."""

from __future__ import annotations

import re

_UNITS = {
    "zero": 0, "no": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_WORD = (
    "(?:" + "|".join(sorted((w for w in _UNITS if w not in ("a", "an", "no", "dozen")), key=len, reverse=True)) + ")"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELT = (
    rf"(?:(?:half\s)?an?\s(?:{_SCALE}|dozen)|half\s(?:an?\s)?(?:{_SCALE}|dozen)|{_WORD}(?:-{_WORD})?)"
    rf"(?:[\s-](?:and\s)?(?:{_SCALE}|dozen|{_WORD}(?:-{_WORD})?))*"
)
# A number: digits (with a scale or not), or words ("two hundred and fifty", "half a million", "a dozen").
NUMBER = rf"(?:(?:{_DIGITS})(?:[\s-](?:{_SCALE})|m\b|bn\b)?|{_SPELT})"
_SPACED = re.compile(r"(?<=\d)[,\u00a0\u202f ](?=\d{3}(?!\d))")


def number(text: str) -> float | None:
    """The value of a number as NUMBER finds it ("1.5 million", "260 000", "half a million"), None where it is none."""
    plain = _SPACED.sub("", text.lower().strip())
    parts = re.findall(r"\d+(?:\.\d+)?|[a-z]+", plain)
    if not parts or any(not _known(part) for part in parts):
        return None
    return _sum([part for part in parts if part != "and"])


def _known(part: str) -> bool:
    return part[0].isdigit() or part in _UNITS or part in _SCALES or part in ("and", "half")


def _sum(parts: list[str]) -> float:
    """The parts added up from left to right: a hundred multiplies what is open, a larger scale closes it."""
    total, open_part, half = 0.0, 0.0, False
    for part in parts:
        if part == "half":
            half = True
        elif part in _SCALES or part == "dozen":
            scale = _SCALES.get(part, 12)
            open_part = (open_part or 1) * scale
            if scale >= 1000:
                total, open_part = total + open_part, 0.0
        else:
            value = float(part) if part[0].isdigit() else float(_UNITS[part])
            open_part = open_part + value if open_part else value
    return (total + open_part) * (0.5 if half else 1)
