"""The words of names: folded, in Latin letters, and whether two of them may be spellings of one.

Names written in another alphabet reach the press in many spellings, in which vowels, doubled letters and a few groups
of consonants vary (`Dashtan`, `Dastann`). The key of a word keeps what does not vary; two words with one key must also
be close by edit distance (Damerau-Levenshtein's optimal string alignment) and must not differ in a vowel that no
transliteration exchanges, so that `Dane` and `Odun`, `Rashid` and `Rashad` stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA, LCSseq

from aidememoire.lexicon.countries import country_of
from aidememoire.lexicon.name_parts import GENERIC, HONORIFICS, HYPHENED_ARTICLES, PARTICLES
from aidememoire.record.naming.letters import latin

# Letters and groups that transliterations write for one sound, longest first.
SOUNDS = (
    ("tch", "c"), ("sch", "s"), ("dzh", "g"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "c"), ("ph", "f"), ("zh", "g"), ("dj", "g"),
    ("ck", "k"), ("ts", "s"), ("tz", "s"), ("cz", "c"), ("sz", "s"), ("j", "g"), ("q", "k"), ("x", "ks"),
    ("w", "v"), ("z", "s"),
)  # fmt: skip
VOWELS = frozenset("aeiouy")
# What other schools of transliteration write, tried on longer words only (one of the two must be longer than
# SCHOOLS_LENGTH), since in short ones it meets other names ("Cheng", "Sheng"). French ch and ou for sh and w, Persian
# gh for q, and the Arabic dh and th said as z and s.
SCHOOLS = (
    (re.compile(r"ic$"), "ich"), (re.compile(r"ch|c(?=[eiy])"), "sh"), (re.compile(r"^ou(?=[aei])"), "w"),
    (re.compile("gh"), "q"), (re.compile("dh"), "z"), (re.compile("th"), "s"),
)  # fmt: skip
SCHOOLS_LENGTH = 5
# Sounds that some school or other exchanges; a key that finds all spellings tells them no longer apart.
COARSE = str.maketrans("dtzcg", "ssssk")
# Vowels that transliterations exchange (Mohammed and Mohammad, Osman and Usman), and from which length of the longer
# word on: in shorter ones they tell names apart (Chen and Chun; Jang and Jong, Rahman and Roman).
EXCHANGED = {frozenset("ae"): 0, frozenset("ei"): 0, frozenset("ey"): 0, frozenset("iy"): 0, frozenset("ou"): 0,
             frozenset("eu"): 6, frozenset("ao"): 7}  # fmt: skip
# First letters that are written for one sound, or for each other.
FIRST = {c: group[0] for group in ("gkqj", "vwb", "scz", "td", "aeiouy") for c in group}

# Letters that Unicode does not take apart into a letter and an accent.
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"})

# Two spellings of one word of six letters, each a sound, may differ in two of them (1 - 2/6), of five in one.
SAME_KEY_SIMILARITY = 0.65
# A vowel more or less (Dashtn, Dashtan) leaves more alike than that: country names of one stem are 0.71.
OTHER_SYLLABLES_SIMILARITY = 0.8
# Words with other keys (a consonant misheard or mistyped) must be long and nearly equal.
OTHER_KEY_SIMILARITY = 0.84
OTHER_KEY_LENGTH = 6

_ARTICLE = re.compile(rf"\b(?:{'|'.join(HYPHENED_ARTICLES)})[-‐‑](?=\w)")
# "Abd al-Aziz", "Abdul Aziz", "Abdelaziz", "Abdurrahman": one compound; "Shams al-Din", "Shamsuddin" likewise.
_ABD = re.compile(
    r"\babd(?:[aeiou]l|[aeiou]([rnszdt])(?=[ -]?\1)|[eiu](?=\w{4})|)[ -]*(?:[aeiu][lrnszdt][ -]+)?(?=\w{2})"
)
# "Abu Karim" is named after Karim and is not Karim: one word.
_ABU = re.compile(r"\b(?:abou|abu)[ -]+(?:a[lnrsdtz][ -]+)?(?=\w)|\b(umm)[ -]+(?:a[lnrsdtz][ -]+)?(?=\w)")
_DIN = re.compile(r"(?<=\w\w)(?:[ -]?(?:[aeu]l|[aeiu]d)[ -]?)(d[iey]+n)e?\b")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name in small letters without accents, apostrophes, dots inside acronyms and possessive endings."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold().translate(LETTERS)
    text = re.sub(r"['’ʼ‘`]s\b", "", text)
    text = re.sub(r"['’ʼ‘`]", "", text)
    return re.sub(r"\b(\w)\.(?=\w\b)", r"\1", text)


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, folded, in Latin letters; Arabic compounds as one word."""
    found = all_words(name)
    return tuple(w for w in found if w not in PARTICLES) or found


@lru_cache(maxsize=65536)
def all_words(name: str) -> tuple[str, ...]:
    """The words of a name with its particles, but for hyphened articles."""
    text = fold(latin(name))
    text = _ABD.sub("abd", _DIN.sub(r"\1", _ABU.sub(lambda m: m[1] or "abu", text)))
    return tuple(re.findall(r"\w+", _ARTICLE.sub("", text)))


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """What all spellings of a folded word share, in any transliteration: for finding names worth comparing."""
    return re.sub(r"(.)\1+", r"\1", _skeleton(_one_school(word)).translate(COARSE))


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    """The first sound of a folded word, then its consonants, doubled ones once."""
    lead = "_" if word[:1] in VOWELS else ""
    # At the start of a word s and sh are heard apart.
    lead = "~" if word.startswith("sh") else lead
    skeleton = "".join(c for c in _sounds(word) if c not in VOWELS and c != "h")
    return lead + re.sub(r"(.)\1+", r"\1", skeleton)


@lru_cache(maxsize=65536)
def _sounds(word: str) -> str:
    """A folded word with one letter for each sound of a consonant."""
    # A Slavic j at the end is its vowel's glide: Sergej, Sergey.
    word = re.sub(r"(?<=e)j$", "y", re.sub(r"c(?![eiyhkz])", "k", word))
    for group, sound in SOUNDS:
        word = word.replace(group, sound)
    return word


@lru_cache(maxsize=65536)
def _one_school(word: str) -> str:
    """A word as one school of transliteration would write it."""
    for pattern, sound in SCHOOLS:
        word = pattern.sub(sound, word)
    return word


def _vowels(word: str) -> list[str]:
    """The groups of vowels of a folded word, a silent final e left out."""
    return re.findall(r"[aeiouy]+", word.removesuffix("e") if len(word) > 4 else word)


def _vowels_agree(mine: list[str], theirs: list[str], length: int) -> bool:
    """Whether each group of vowels may be a spelling of the other's in the same place."""
    return all(_covered(x, y, length) and _covered(y, x, length) for x, y in zip(mine, theirs, strict=True))


def _covered(one: str, other: str, length: int) -> bool:
    """Whether each vowel of a group is in the other or exchanged for one there: "ou" for "u", never "au" for "ai"."""
    return all(any(x == y or length >= EXCHANGED.get(frozenset((x, y)), length + 1) for y in other) for x in one)


@lru_cache(maxsize=262144)
def same_word(mine: str, theirs: str) -> bool:
    """Whether two folded words may be spellings of one."""
    if mine == theirs:
        return True
    shorter, longer = sorted((len(mine), len(theirs)))
    if shorter < 3 or mine.isdigit() or theirs.isdigit() or _other_name(mine, theirs):
        return False
    if shorter == 3:
        return _plain(mine) == _plain(theirs)
    if _skeleton(mine) == _skeleton(theirs):
        return _spelt_alike(mine, theirs)
    if shorter < SCHOOLS_LENGTH or longer == SCHOOLS_LENGTH:
        return False
    one, other = _one_school(mine), _one_school(theirs)
    if _skeleton(one) == _skeleton(other):
        return _spelt_alike(one, other)
    if shorter < OTHER_KEY_LENGTH or FIRST.get(mine[0], mine[0]) != FIRST.get(theirs[0], theirs[0]):
        return False
    return OSA.normalized_similarity(mine, theirs) >= OTHER_KEY_SIMILARITY


def _plain(word: str) -> str:
    """A word with long vowels and doubled letters written as single ones (Nour, Noor, Nur), no Burmese h before t."""
    for group, sound in (("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i")):
        word = word.replace(group, sound)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"^h(?=[kpst])", "", word))


def _other_name(mine: str, theirs: str) -> bool:
    """Whether the first letter or the ending tells apart two names otherwise alike (Maria, Mario; Karimi, Karim)."""
    # An h before a vowel is heard at the start of a word, or written kh.
    if (mine[0] == "h") != (theirs[0] == "h") and not {mine[0], theirs[0]} <= set("hktps"):
        return True
    short, long = sorted((_plain(mine.removesuffix("h")), _plain(theirs.removesuffix("h"))), key=len)
    if long[:-1] == short and long[-1] in "aio":
        return True
    return {short[-1:], long[-1:]} == {"a", "o"}


def _spelt_alike(mine: str, theirs: str) -> bool:
    """Whether two words of one key have the vowels of one word too."""
    a, b = _vowels(mine), _vowels(theirs)
    if abs(len(a) - len(b)) > 1:
        # One comes from a script that writes few vowels or none: the other has more of them between its consonants.
        short, long = sorted((mine, theirs), key=len)
        return long[-1] == short[-1] and (not a or not b or LCSseq.similarity(short, long) == len(short))
    alike = OSA.normalized_similarity(_sounds(_plain(mine)), _sounds(_plain(theirs)))
    if len(a) != len(b):
        return alike >= OTHER_SYLLABLES_SIMILARITY
    return alike >= SAME_KEY_SIMILARITY and _vowels_agree(a, b, max(len(mine), len(theirs)))


@lru_cache(maxsize=65536)
def one_spelling(word: str) -> str:
    """A folded English word in its American spelling: defence, labour, organisation, centre."""
    word = re.sub(r"is(?=(?:e|ed|ing|ation|ations)$)", "iz", word)
    word = re.sub(r"ence$", "ense", word)
    word = re.sub(r"our(?=s?$|ist|ite)", "or", word)
    return re.sub(r"(?<=[bt])re$", "er", word)


_COMMON = frozenset(map(one_spelling, GENERIC | HONORIFICS))


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether a folded word, or the word it is the plural of, is common in names of bodies and offices."""
    return not _COMMON.isdisjoint((one_spelling(word), one_spelling(word.removesuffix("s"))))


@lru_cache(maxsize=262144)
def same_term(mine: str, theirs: str) -> bool:
    """Whether two folded words in names of bodies may be spellings of one: common words and countries never are."""
    if one_spelling(mine) == one_spelling(theirs):
        return True
    if is_common(mine) and is_common(theirs):
        return mine.removesuffix("s") == theirs.removesuffix("s")
    if not same_word(mine, theirs):
        return False
    a, b = country_of(mine.title()), country_of(theirs.title())
    return not (a and b and a.country.name != b.country.name)


def acronym(name: str) -> str:
    """The initials of a name of several words, folded."""
    parts = words(name)
    return "".join(w[0] for w in parts) if len(parts) > 1 else ""
