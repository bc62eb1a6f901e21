"""What stands between a cue and its content: times, places, and whom it was told to."""

from __future__ import annotations

from aidememoire.lexicon import english
from aidememoire.reading.attribution_lines import Line
from aidememoire.reading.attribution_phrases import is_verbal

_VENUES = frozenset("in on at during from after before via through to by for with late early".split())


def past_adverbials(line: Line, i: int) -> int:
    """Over adverbs, times, and phrases of where and to whom: "on Monday", "in a statement", "to reporters"."""
    i = _over_aside(line, i)
    while i < len(line.tokens):
        step = _adverbial(line, i)
        if step == i:
            return i
        i = step
    return i


def _over_aside(line: Line, i: int) -> int:
    """Over a few words in commas before "that": "added, however, that"."""
    if i >= len(line.tokens) or line.tokens[i].lower != ",":
        return i
    for k in range(i + 2, min(i + 9, len(line.tokens) - 1)):
        if line.tokens[k].lower == "," and line.tokens[k + 1].lower == "that":
            return k + 1
    return i


def _adverbial(line: Line, i: int) -> int:
    token = line.tokens[i]
    low = token.lower
    if token.is_quote or token.is_break:
        return i
    if low.strip(".") in english.TIME_WORDS and (token.name is None or low in english.WEEKDAYS):
        return i + 1
    if english.is_adverb(low) and low not in ("too", "once"):
        return i + 1
    if low in _VENUES and i + 1 < len(line.tokens) and not (low == "to" and _infinitive(line, i + 1)):
        end = _object_end(line, i + 1)
        return end if end > i + 1 else i
    return i


def _infinitive(line: Line, i: int) -> bool:
    """Whether "to" before `i` begins an infinitive: no determiner, name or noun of audience follows."""
    token = line.tokens[i]
    nominal = token.name or token.is_capital or token.lower in english.DETERMINERS or token.lower in english.PERSONAL
    return not (nominal or token.lower in ("reporters", "journalists", "media", "parliament", "delegates", "lawmakers"))


def _object_end(line: Line, i: int) -> int:
    """Where a short object ends, so that the clause after it is not swallowed: "told Meridian Press the talks ..."."""
    token = line.tokens[i] if i < len(line.tokens) else None
    if token is None or token.is_quote or token.is_break:
        return i
    if token.lower in english.PERSONAL:
        return i + 1
    j = i + 1 if token.lower in english.DETERMINERS else i
    head = j
    while j < len(line.tokens):
        here = line.tokens[j]
        if _object_stops(line, j, head):
            break
        j += 1
        if here.lower in english.TIME_WORDS and here.lower not in ("late", "early", "last", "next", "the"):
            break
    return j if j > i else i


def _object_stops(line: Line, j: int, head: int) -> bool:
    token = line.tokens[j]
    low = token.lower
    if token.is_quote or (token.is_break and low not in "-‑."):
        return True
    if low in english.DETERMINERS or low in english.PERSONAL or low == "that" or is_verbal(token):
        return j > head or low not in english.DETERMINERS
    if low in english.PREPOSITIONS:
        return low != "of"
    if j > head and token.name is not None and token.name != line.tokens[j - 1].name:
        titled = token.name.kind == "person" and line.tokens[j - 1].name is None
        return line.tokens[j - 1].lower not in ("of", "'s") and not titled
    before = line.tokens[j - 1]
    return (
        j > head and before.name is not None and token.name is None and low.endswith("s") and low not in ("'s", "news")
    )


def past_addressee(line: Line, i: int, *, required: bool) -> int:
    """Over the person told: "told reporters in Halvet on Monday"."""
    end = _object_end(line, i)
    if end == i or end >= len(line.tokens):
        return i if not required else max(i, end)
    return past_adverbials(line, end)
