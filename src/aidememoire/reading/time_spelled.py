"""Years and days spelt out, as in transcripts of broadcasts, put in digits before times are looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from aidememoire.reading.numbers import number

_DIGIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEEN = r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_PAIR = rf"(?:{_TENS}(?:[\s-]{_DIGIT})?|{_TEEN}|oh?[\s-]{_DIGIT})"
_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
# 1 to 31 for the day of a month in words.
ORDINALS = (
    {word: day for day, word in enumerate(_DAYS, 1)}
    | {f"twenty-{word}": 20 + day for day, word in enumerate(_DAYS[:9], 1)}
    | {"thirtieth": 30, "thirty-first": 31}
)
ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)).replace("-", r"[\s-]") + ")"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SPELT = re.compile(
    rf"\b(?:(?P<century>seventeen|eighteen|nineteen|twenty)[\s-](?P<rest>{_PAIR})(?!-)"
    rf"|(?:(?<=\b[Ii]n )|(?<=\b[Yy]ear ))two\sthousand(?:(?:\sand)?\s(?P<after>{_PAIR}|{_DIGIT}))?"
    r"(?!\s(?!has|was|is|as)\w+s\b)"
    rf"|(?P<month>{_MONTHS})\s(?:the\s)?(?P<day>{ORDINAL})(?=[.,;:)]|$|\s(?:and|to|in|at|for|with|when|as|by|is|was|"
    r"will|two|nineteen|twenty)\b))\b"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text with its spelt-out years and days in digits; `pieces` are where stretches begin in it and in the original.

    Stretches alternate between what stands as it was and what was put in digits.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]

    def place(self, at: int, end: bool = False) -> int:
        """The place in the original of a place in `text`; within digits the beginning or the end of their words."""
        index = bisect_right(self.pieces, at - end, key=lambda piece: piece[0]) - 1
        new, old = self.pieces[max(index, 0)]
        if index % 2 == 0 or index < 0:
            return old + at - new
        return self.pieces[index + 1][1] if end else old


def plain(text: str) -> Plain:
    """The text with every white space a blank, and with years and days in digits."""
    text = re.sub(r"\s", " ", text)
    pieces, parts, at, length = [(0, 0)], [], 0, 0
    for match in _SPELT.finditer(text):
        digits = _digits(match)
        start = match.start("day") if match["day"] else match.start()
        parts += [text[at:start], digits]
        pieces += [(length + start - at, start), (length + start - at + len(digits), match.end())]
        length, at = pieces[-1][0], match.end()
    return Plain("".join(parts) + text[at:], tuple(pieces))


def _digits(match: re.Match[str]) -> str:
    """ "1994" for "nineteen ninety-four", "8" for the day in "March eighth"."""
    if match["day"]:
        return str(ORDINALS[match["day"].replace(" ", "-")])
    if match["century"]:
        return f"{_number(match['century']):02d}{_number(match['rest']):02d}"
    return str(2000 + (_number(match["after"]) if match["after"] else 0))


def _number(words: str) -> int:
    """The number of "ninety-four" or "oh five"."""
    return int(number(re.sub(r"^oh?[\s-]", "", words).replace("-", " ")) or 0)
