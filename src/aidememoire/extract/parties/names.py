"""Names compared: what a name is without articles and titles, and whether two names are one party's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

_LEADING = re.compile(r"^(?:the|a|an|its|his|her|their|our|mr|mrs|ms|dr|miss|sir)\.?\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
PARTICLES = frozenset("al el de da van von bin ibn der la le du di del dos abu".split())


# A name returns many times in an article, and is compared with every other there.
_KEPT = 20_000


@lru_cache(maxsize=_KEPT)
def bare(name: str) -> str:
    """A name as it stood, without a leading article or courtesy title and without a possessive ending."""
    name = _POSSESSIVE.sub("", " ".join(name.split()))
    while (shorter := _LEADING.sub("", name)) != name and shorter:
        name = shorter
    return name


@lru_cache(maxsize=_KEPT)
def key(name: str) -> str:
    """What two spellings of one name have in common: no case, accents, points, plural endings or articles."""
    plain = unicodedata.normalize("NFKD", bare(name)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"['’ʼ`.]", "", plain)
    parts = re.sub(r"[^\w]+", " ", plain).split()
    return " ".join(p[:-1] if len(p) > 4 and p.endswith("s") and not p.endswith("ss") else p for p in parts)


def head_word(name: str) -> str:
    """The word that a body's name is about: "Council" of "the Concord Council for Relief"."""
    return re.split(r"\s(?:of|for|on|in|to|against)\s", bare(name))[0].split()[-1]


@lru_cache(maxsize=_KEPT)
def surname(name: str) -> str:
    """The last word of a person's name, as a key without particles ("al-Halwan": "halwan")."""
    parts = [p for p in _person_parts(name) if p not in PARTICLES]
    return parts[-1] if parts else key(name)


@lru_cache(maxsize=_KEPT)
def given_names(name: str) -> tuple[str, ...]:
    """The words before the surname, as keys without particles."""
    return tuple(p for p in _person_parts(name) if p not in PARTICLES)[:-1]


def _person_parts(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", bare(name)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", re.sub(r"['’ʼ`.]", "", plain)).split()


@lru_cache(maxsize=_KEPT)
def alike(a: str, b: str) -> bool:
    """Whether two words may be one name in two transliterations: the same consonants, or one letter in six apart."""
    a, b = re.sub(r"(.)\1", r"\1", a), re.sub(r"(.)\1", r"\1", b)
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or a[0] != b[0]:
        return False
    if _consonants(a) == _consonants(b) and len(_consonants(a)) >= 3:
        return True
    return Levenshtein.distance(a, b) <= max(len(a), len(b)) / 6


def _consonants(word: str) -> str:
    return re.sub(r"[aeiouyh]", "", word)


def same_person(a: str, b: str) -> bool:
    """Whether two names of persons may be one person's: like surnames, and no first names that differ."""
    mine, theirs = given_names(a), given_names(b)
    if not alike(surname(a), surname(b)):
        return False
    if not mine or not theirs:
        return True
    return alike(mine[0], theirs[0]) or _initial(mine[0], theirs[0])


def _initial(a: str, b: str) -> bool:
    return min(len(a), len(b)) == 1 and a[0] == b[0]


@lru_cache(maxsize=_KEPT)
def initials(name: str) -> str:
    """The first letters of the capitalised words of a name: "Marn Valley Front" gives "MVF"."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", bare(name)) if word[0].isupper())


def is_acronym(name: str) -> bool:
    """Whether a name is letters that stand for words: "MVF", "U.N."."""
    letters = bare(name).replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()
