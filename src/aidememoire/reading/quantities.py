"""Numbers with what they count: people, violations, trucks, percent, money; no dates, no ages, no numbers of laws."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aidememoire.model.articles import Article
from aidememoire.model.reading import Bound, Quantity, Sentence, TimeExpression
from aidememoire.model.spans import Span
from aidememoire.reading.numbers import NUMBER, number
from aidememoire.reading.wordlists import words

_BOUNDS: Mapping[str, Bound] = {
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about",
    "an estimated": "about", "estimated": "about", "or so": "about", "nearly": "nearly", "almost": "nearly",
    "close to": "nearly", "just under": "nearly", "more than": "more than", "over": "more than",
    "just over": "more than", "in excess of": "more than", "upwards of": "more than", "well over": "more than",
    "greater than": "more than", "at least": "at least", "a minimum of": "at least", "no fewer than": "at least",
    "no less than": "at least", "not less than": "at least", "up to": "up to", "as many as": "up to",
    "as much as": "up to", "at most": "up to", "a maximum of": "up to", "no more than": "up to",
    "not more than": "up to", "less than": "less than", "fewer than": "less than", "under": "less than",
    "below": "less than", "exactly": "exactly", "only": "exactly", "just": "exactly", "a total of": "exactly",
}  # fmt: skip
# What a bare size may mean: two of its unit at least, and less than ten of it ("dozens": less than nine).
_SIZES: Mapping[str, tuple[float, float]] = {
    "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2e3, 9999),
    "tens of thousands": (2e4, 99999), "hundreds of thousands": (2e5, 999999), "millions": (2e6, 9999999),
    "tens of millions": (2e7, 99999999), "hundreds of millions": (2e8, 999999999), "billions": (2e9, 9999999999),
    "several hundred": (300, 999), "several thousand": (3e3, 9999), "several dozen": (36, 99),
    "several million": (3e6, 9999999), "a few hundred": (200, 600), "a few dozen": (24, 72),
    "a few thousand": (2e3, 6000), "tens": (20, 99), "several hundred thousand": (3e5, 999999),
}  # fmt: skip
_FRACTIONS: Mapping[str, float] = {
    "half": 0.5, "one half": 0.5, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "a quarter": 0.25,
    "one quarter": 0.25, "three quarters": 0.75, "a fifth": 0.2, "one fifth": 0.2,
}  # fmt: skip


def _any(options: Mapping[str, object]) -> str:
    """A pattern for any of the keys, the longest first, their words apart by a space or a hyphen."""
    longest_first = sorted(options, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(one).replace(r"\ ", r"[\s-]") for one in longest_first) + ")"


_BOUND = rf"(?:(?P<bound>(?i:{_any(_BOUNDS)}))\s)?"
_MONEY = r"(?P<sign>(?:US|A|C|HK)?[$€£¥])"
_QUANTITY = re.compile(
    rf"(?<![\w$€£.,/’'-]){_BOUND}(?:"
    rf"(?P<size>(?i:{_any(_SIZES)}))"
    r"(?:\s(?P<of>of)(?:\s(?:the|other|more|such|his|its|their))*(?=\s)|(?=\s\w)|(?=[.,;]))"
    rf"|(?P<fraction>(?i:{_any(_FRACTIONS)}))(?=\sof\s)"
    rf"|(?P<between>(?i:between|from)\s)?{_MONEY}?\s?(?P<number>(?i:{NUMBER}))"
    rf"(?:(?:\s(?:and|to|or)\s|\s?[-–—]\s?)(?P<upper>(?i:{NUMBER})))?(?![\w])(?P<percent>\s?%|\s?per\s?cent\b)?)"
)
_WORD = re.compile(r"\s(?:of\s(?:the|its|his|their|these|those)\s|more\s|other\s)?(?P<word>[^\W\d_][\w’'-]*)")
_AFTER_A_BARE_NUMBER = re.compile(
    r"\s?(?:$|[,.;:)—–]|(?:were|are|was|have|had|of\sthem|died|dead|in|on|at|from|and|by)\b)"
)
_COUNTING_VERB = re.compile(
    r"\b(?:kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|left|dead|arrest(?:ed|ing|s)|release[ds]?|toll\s(?:to|at|of))\s$"
)
_AGE = re.compile(r"[-\s]years?[-\s]old|-year|\syears?\sof\sage")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Counted:
    """The places of a counted noun in its sentence, and of the end of the words that lead to it."""

    start: int
    end: int


def quantities(
    article: Article, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...] = ()
) -> tuple[Quantity, ...]:
    """The quantities of an article's sentences, in the order of the text; none overlaps one of `times`."""
    taken = sorted(time.span for time in times)
    return tuple(
        found
        for sentence in sentences
        for found in _in_sentence(article.text, sentence.span)
        if not _overlaps_any(found.span, taken)
    )


def _overlaps_any(span: Span, taken: Sequence[Span]) -> bool:
    """Whether `span` shares a character with one of `taken`, which are in order and overlap nowhere."""
    last = bisect_left(taken, span.end, key=lambda t: t.start) - 1
    return last >= 0 and taken[last].end > span.start


def _in_sentence(text: str, sentence: Span) -> Iterator[Quantity]:
    plain = re.sub(r"\s", " ", sentence.text)
    at = 0
    while match := _QUANTITY.search(plain, at):
        found = _quantity(text, sentence, plain, match)
        if found:
            yield found
        at = max(match.end(), found.span.end - sentence.start if found else 0)


def _quantity(text: str, sentence: Span, plain: str, match: re.Match[str]) -> Quantity | None:
    """The quantity that begins here, None where the number counts nothing."""
    if not _may_count(plain, match):
        return None
    counted = _counted(plain, match)
    if counted is None and not _stands_alone(plain, match):
        return None
    value, low, high = _values(match)
    if value is None and low is None:
        return None
    end = max(match.end(), counted.end) if counted else match.end()
    noun = Span.of(text, sentence.start + counted.start, sentence.start + counted.end) if counted else None
    return Quantity(
        Span.trimmed(text, sentence.start + match.start(), sentence.start + end), noun, value, low, high, _bound(match)
    )


def _may_count(plain: str, match: re.Match[str]) -> bool:
    """Whether the number is none of a law, a road or a name, and no age."""
    before = re.findall(r"[\w.&-]+", plain[max(0, match.start() - 25) : match.start()])
    last = before[-1] if before else ""
    if last.lower() in words("not_counted_after") or _AGE.match(plain, match.end()):
        return False
    return not (match["number"] and match["number"].lower() in ("a", "an", "zero", "no"))


def _counted(plain: str, match: re.Match[str]) -> _Counted | None:
    """The noun that is counted: a unit of money or percent, or the first plural among the next words."""
    if match["sign"]:
        return _Counted(match.start("sign"), match.end("sign"))
    if match["percent"]:
        start = match.start("percent") + len(match["percent"]) - len(match["percent"].lstrip())
        return _Counted(start, match.end("percent"))
    single = (match["number"] or "").lower() in ("one", "1")
    at = match.end()
    for _ in range(_MOST_WORDS):
        found = _WORD.match(plain, at)
        if not found or found["word"] in words("no_noun"):
            return None
        if _is_noun(found["word"], single):
            return _after_state(plain, found)
        at = found.end()
    return None


def _after_state(plain: str, found: re.Match[str]) -> _Counted:
    """The noun found, or the plural right after it where it only tells a state ("200 wounded fighters")."""
    following = _WORD.match(plain, found.end())
    if found["word"].endswith(("ed", "ing", "dead")) and following and _is_noun(following["word"], single=False):
        return _Counted(following.start("word"), following.end("word"))
    return _Counted(found.start("word"), found.end("word"))


def _is_noun(word: str, single: bool) -> bool:
    """Whether a word after a number can be what is counted."""
    if single:
        return word.lower() in words("single")
    low = word.lower()
    return low in words("plural") or (low.endswith("s") and not low.endswith(("ss", "us", "’s", "'s", "ous", "is")))


def _stands_alone(plain: str, match: re.Match[str]) -> bool:
    """Whether a number counts something though no noun follows ("at least 48 were killed", "killed 12")."""
    if match["size"] or match["fraction"]:
        return bool(match["fraction"]) or _AFTER_A_BARE_NUMBER.match(plain, match.end()) is not None
    if not _AFTER_A_BARE_NUMBER.match(plain, match.end()):
        return False
    if match["number"].lower() == "one" and not match["bound"]:
        return False
    follows = re.match(r"\s(?:were|was|are|have|had|of\sthem|died|dead)\b", plain[match.end() :])
    return bool(match["bound"] or follows or _COUNTING_VERB.search(plain, 0, match.start()))


def _values(match: re.Match[str]) -> tuple[float | None, float | None, float | None]:
    """The value, or None with the lowest and the highest that is meant."""
    if match["size"]:
        low, high = _SIZES[re.sub(r"[\s-]+", " ", match["size"].lower())]
        return None, float(low), float(high)
    if match["fraction"]:
        return _FRACTIONS[re.sub(r"[\s-]+", " ", match["fraction"].lower())], None, None
    value = number(match["number"])
    upper = number(match["upper"]) if match["upper"] else None
    if value is None or upper is None:
        return value, None, None
    scale = next((upper / small for small in [_without_scale(match["upper"])] if small and value < small), 1.0)
    return None, value * scale, upper


def _without_scale(text: str) -> float | None:
    """ "3" of "3 million", as in "2 to 3 million"; None where no scale is said."""
    plain = re.sub(r"[\s-](?:hundred|thousand|million|billion|trillion)$", "", text.lower())
    return number(plain) if plain != text.lower() else None


def _bound(match: re.Match[str]) -> Bound:
    said = re.sub(r"[\s-]+", " ", match["bound"].lower()) if match["bound"] else ""
    if said:
        return _BOUNDS[said]
    return "about" if match["size"] or match["upper"] else "exactly"
