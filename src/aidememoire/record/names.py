"""Whether two names may be one: spelling, transliteration, acronyms. Each feature has its score.

Names written in another alphabet reach the press in many spellings, in which vowels, doubled letters and a few groups
of consonants vary (`Dashtan`, `Dastann`). The key of a word keeps what does not vary; two words with one key must also
be close by edit distance (Damerau-Levenshtein's optimal string alignment), so that `Dane` and `Odun` stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

# Words that a name may or may not carry: articles, the Arabic article, forms of address.
PARTICLES = frozenset("the a an al el ul as ash mr mrs ms dr sir of and".split())

# Letters and groups that transliterations write for one sound, longest first.
SOUNDS = (
    ("tch", "c"), ("sch", "s"), ("dzh", "j"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "c"), ("ph", "f"), ("zh", "j"), ("dj", "j"),
    ("ck", "k"), ("ts", "s"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"),
)  # fmt: skip
VOWELS = frozenset("aeiouy")

# Two spellings of one word of five letters may differ in two of them: 1 - 2/5.
SAME_KEY_SIMILARITY = 0.6
# Words with other keys (a consonant misheard or mistyped) must be long and nearly equal.
OTHER_KEY_SIMILARITY = 0.84
OTHER_KEY_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Match:
    """How two names compare: the feature that decided, its score (0 to 1), and the two values that it compared."""

    feature: str
    score: float
    mine: str
    theirs: str


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name in small letters without accents, apostrophes, dots inside acronyms and possessive endings."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"['’ʼ‘`]s\b", "", text)
    text = re.sub(r"['’ʼ‘`]", "", text)
    return re.sub(r"\b(\w)\.(?=\w\b)", r"\1", text)


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, folded."""
    return tuple(w for w in re.findall(r"\w+", fold(name)) if w not in PARTICLES)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """What all spellings of a folded word share: its first sound, then its consonants, doubled ones once."""
    for group, sound in SOUNDS:
        word = word.replace(group, sound)
    skeleton = "".join(c for c in word if c not in VOWELS and c != "h")
    lead = "_" if word[:1] in VOWELS else ""
    return lead + re.sub(r"(.)\1+", r"\1", skeleton)


@lru_cache(maxsize=262144)
def same_word(mine: str, theirs: str) -> bool:
    """Whether two folded words may be spellings of one."""
    if mine == theirs:
        return True
    if min(len(mine), len(theirs)) < 4:
        return False
    alike = OSA.normalized_similarity(mine, theirs)
    if key(mine) == key(theirs):
        return alike >= SAME_KEY_SIMILARITY
    return alike >= OTHER_KEY_SIMILARITY and min(len(mine), len(theirs)) >= OTHER_KEY_LENGTH


def acronym(name: str) -> str:
    """The initials of a name of several words, folded."""
    parts = words(name)
    return "".join(w[0] for w in parts) if len(parts) > 1 else ""


def compare_persons(mine: str, theirs: str) -> Match | None:
    """How two names of persons compare; None where they are not one person's by these names alone.

    The last words must agree. Where both have first names, these must agree too: in full, as variants or by initial. A
    bare surname scores lower, since two persons may share it.
    """
    a, b = words(mine), words(theirs)
    if not a or not b or not same_word(a[-1], b[-1]):
        return None
    if a == b:
        return Match("same name", 1.0, mine, theirs)
    first, other = a[:-1], b[:-1]
    if not first or not other:
        return Match("same surname", 0.7, mine, theirs)
    if any(same_word(x, y) for x in first for y in other):
        return Match("name spelt otherwise", 0.95, mine, theirs)
    if {first[0], other[0]} and (first[0] == other[0][:1] or other[0] == first[0][:1]):
        return Match("same initial and surname", 0.85, mine, theirs)
    return None


def compare_bodies(mine: str, theirs: str) -> Match | None:
    """How two names of states, bodies or groups compare: the same words, spellings of them, or an acronym."""
    a, b = words(mine), words(theirs)
    if not a or not b:
        return None
    if a == b:
        return Match("same name", 1.0, mine, theirs)
    if len(a) == len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=True)):
        return Match("name spelt otherwise", 0.95, mine, theirs)
    for short, long, text in ((a, theirs, mine), (b, mine, theirs)):
        if len(short) == 1 and len(short[0]) > 2 and text.strip("the ").isupper() and short[0] == acronym(long):
            return Match("acronym", 0.9, mine, theirs)
    return None
