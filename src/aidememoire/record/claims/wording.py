"""What two contents must not differ in to say the same: negation, numbers, names and days of the week."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.lexicon import english
from aidememoire.record.naming.names import fold

UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
NUMBERS = {word: n for n, word in enumerate(UNITS) if n != 1} | TENS  # "one" is a pronoun as often
# The clause itself denies: "did not", "has never", "no strikes". "not only" and "no doubt" affirm.
NEGATION = re.compile(
    r"\b(?:(?:did|do|does|had|has|have|was|were|is|are|would|will|could|can|should)(?: not\b(?! only)|n['’]t\b)"
    r"|cannot\b|(?:had|has|have|was|were|is|are|did|would|will|could) (?:never|no|nothing|neither)\b"
    r"|(?:carried out|conducted|sent|launched|fired|made|took|gave) no\b"
    r"|^(?:no|none|nobody|nothing|never|neither)\b(?! doubt))",
    re.IGNORECASE,
)
# Only the head of a content is its main clause; what stands further back is said of something else.
HEAD = 80
PREFIX = 4


@dataclass(frozen=True, slots=True)
class Wording:
    """One content: whether it is negated, its numbers, the beginnings of its names, its days of the week."""

    negated: bool
    numbers: frozenset[str]
    names: frozenset[str]
    days: frozenset[str]

    def differs(self, other: Wording) -> bool:
        """Whether the two can't be one: each has a number, a name or a day that the other lacks, or one is negated."""
        return (
            self.negated != other.negated
            or _crossed(self.numbers, other.numbers)
            or _crossed(self.names, other.names)
            or self.other_day(other)
        )

    def other_day(self, other: Wording) -> bool:
        """Whether both name days of the week, and none in common."""
        return bool(self.days and other.days and not self.days & other.days)


def wording(text: str, target: str = "") -> Wording:
    """The wording of a content without the name at which it is aimed; a capital at its very beginning makes no name."""
    words = re.findall(r"\w+", text)
    folded = [fold(w) for w in words]
    aimed_at = {fold(w) for w in re.findall(r"\w+", target)}
    named = {f for w, f in zip(words[1:], folded[1:], strict=True) if w[0].isupper() and len(f) > 2}
    return Wording(
        negated=bool(NEGATION.search(text.lstrip("\"'“”‘’ ")[:HEAD])),
        numbers=frozenset(_numbers(folded)),
        names=frozenset(f[:PREFIX] for f in named - english.WEEKDAYS - english.MONTHS - NUMBERS.keys() - aimed_at),
        days=frozenset(f for f in folded if f in english.WEEKDAYS),
    )


def numeral(word: str) -> str:
    """A folded number word as its digits ("sixty" is "60"); any other word as it is."""
    return str(NUMBERS[word]) if word in NUMBERS else word


def _numbers(folded: list[str]) -> list[str]:
    """The numbers, with "thirty" and "one" that follow each other as 31."""
    out, at = [], 0
    while at < len(folded):
        word, after = folded[at], folded[at + 1] if at + 1 < len(folded) else ""
        if word in TENS and after in UNITS[1:10]:
            out.append(str(TENS[word] + UNITS.index(after)))
            at += 1
        elif word in NUMBERS or word[0].isdigit():
            out.append(numeral(word))
        at += 1
    return out


def _crossed(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether either side has something that the other lacks."""
    return bool(mine - theirs) and bool(theirs - mine)
