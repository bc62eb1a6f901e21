"""Numbers in a body as phrases, each with its bound and value: "more than 900", "nearly a thousand", "two"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Words

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
_UNITS += "eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {
    **{word: float(value) for value, word in enumerate(_UNITS.split(), 1)},
    **{word: 10.0 * value for value, word in enumerate(_TENS.split(), 2)},
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
# Words of a place in a row or of an unsaid number: a figure only where a number stands against them.
_WEAK = frozenset(
    "one first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth several many few "
    "numerous".split()
)
# So is a year: one that is cut ("in 2031") changes no figure.
_YEAR = re.compile(r"(?:19|20)\d\d")
# A unit, and no number.
_NO_NUMBER = frozenset({"percent"})
_INSIDE = frozenset({"a", "an", "and", "of"})
_BOUNDS = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        "more than": "more than|over|well over|upwards of|exceeding|in excess of",
        "at least": "at least|no fewer than|no less than|not less than",
        "up to": "up to|as many as|as much as|at most|no more than|not more than",
        "less than": "less than|fewer than|under|below",
        "nearly": "nearly|almost|close to|just under",
        "about": "about|around|some|roughly|approximately|an estimated|estimated",
    }.items()
    for phrase in phrases.split("|")
}
_LONGEST = max(map(len, _BOUNDS))


@dataclass(frozen=True, slots=True)
class FigurePhrase:
    """A number with its bound: its words (end excluded), and a `key` that equal numbers of one bound share.

    `value` is the number without its bound, its words where it has none. `weak` is a number that is a figure only where
    another stands against it.
    """

    start: int
    end: int
    key: str
    value: str
    weak: bool


def figure_phrases(words: Words, start: int, end: int) -> list[FigurePhrase]:
    """The numbers from word `start` up to, not with, word `end`, in order."""
    found: list[FigurePhrase] = []
    at = start
    while at < end:
        stop = _number_end(words.forms, at, end)
        if stop > at:
            found.append(_phrase(words.forms, at, stop, found[-1].end if found else start))
        at = max(stop, at + 1)
    return found


def _number_end(forms: tuple[str, ...], at: int, end: int) -> int:
    """Where the number that begins at a word ends; the word itself where none begins."""
    stop = at
    if forms[at] in {"a", "an"} and at + 1 < end and forms[at + 1] in _SCALES:
        stop = at + 2
    while stop < end and _is_number(forms[stop]):
        stop += 1
        # "half a million" and "two hundred and six" go on, "two of 14" does not.
        if stop + 1 < end and forms[stop] in _INSIDE and forms[stop + 1].rstrip("s") in _goes_on(forms[stop]):
            stop += 1
    return stop


def _goes_on(joint: str) -> frozenset[str]:
    """The words that may follow inside a number after "a", "of" or "and"."""
    return frozenset(_VALUES) if joint == "and" else frozenset(_SCALES)


def _is_number(form: str) -> bool:
    return form[0].isdigit() or ((form in word_list("number_words") or form in _WEAK) and form not in _NO_NUMBER)


def _phrase(forms: tuple[str, ...], at: int, stop: int, least: int) -> FigurePhrase:
    """The phrase of the number from `at` to `stop`, with a bound that does not begin before `least`."""
    core = forms[at:stop]
    value = _value(core)
    for length in range(_LONGEST, 0, -1):
        bound = _BOUNDS.get(forms[at - length : at]) if at - length >= least else None
        if bound:
            return FigurePhrase(at - length, stop, f"{bound} {value}", value, False)
    weak = all(form in _WEAK or _YEAR.fullmatch(form) is not None for form in core)
    return FigurePhrase(at, stop, f"# {value}", value, weak)


def _value(core: tuple[str, ...]) -> str:
    """The value of a number as text, its words where they have none ("dozens", "half")."""
    total, current = 0.0, 0.0
    for place, form in enumerate(core):
        if form in _INSIDE:
            continue
        if form in _SCALES:
            current = (current or 1.0) * _SCALES[form]
            if _SCALES[form] >= 1e3:
                total, current = total + current, 0.0
        elif form in _VALUES or _plain(form):
            current += _VALUES[form] if form in _VALUES else float(form)
        elif form == "half" and core[place + 1 :]:
            current = 0.5
        else:
            return " ".join(core)
    return f"{total + current:g}" if total + current < 1e6 else str(total + current)


def _plain(form: str) -> bool:
    """Whether a form is a plain number ("900", "1.5"), and not "1.2.3" or a script's digit that is no decimal."""
    return form.isascii() and form.replace(".", "", 1).isdigit()
