"""Names in other alphabets brought to Latin letters by the Unicode names of their letters.

The name of a letter says how it sounds: CYRILLIC SMALL LETTER DE is a d, ARABIC LETTER SHEEN a sh, HANGUL SYLLABLE GIM
a gim. That is enough to compare names by, and needs no table of scripts. Chinese characters have no such names and stay
as they are; the scripts of Thai and Lao, whose letters are named after words, do too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The last letter of the Latin blocks; names in letters up to here need no transliteration.
LAST_LATIN = "\u024f"

_LETTER = re.compile(
    r"(?P<script>\w+) (?:SMALL |CAPITAL )?(?P<kind>LETTER|SYLLABLE|VOWEL SIGN) "
    r"(?:(?:SMALL|FINAL|FARSI|SHORT|KEHEH|HEAVY|DOTLESS|BYELORUSSIAN-UKRAINIAN|UKRAINIAN|STRAIGHT) )*(?P<sound>[A-Z]+)"
)
ABJADS = frozenset(("ARABIC", "HEBREW", "SYRIAC"))
ALPHABETS = ABJADS | {"CYRILLIC", "GREEK", "GEORGIAN", "ARMENIAN"}
SYLLABARIES = frozenset(("HANGUL", "KATAKANA", "HIRAGANA", "ETHIOPIC"))
# Letters whose names do not begin with their sound.
ODD = {
    "SOFT": "", "HARD": "", "GHE": "g", "SCHWA": "e", "YERU": "y", "YU": "yu", "YA": "ya", "IE": "e", "IO": "yo",
    "YI": "yi",
    "AIN": "a", "AYIN": "a", "HAMZA": "", "KEHEH": "k", "TATWEEL": "",
    "PSI": "ps", "XI": "x", "KSI": "x",
    "UPSILON": "y", "ETA": "i", "WAW": "u", "VAV": "v", "YEH": "i", "YOD": "i", "MARBUTA": "a",
}  # fmt: skip


def latin(name: str) -> str:
    """The name in Latin letters; those of no known sound stay."""
    if name.isascii() or max(name) <= LAST_LATIN:
        return name
    out = ""
    for c in unicodedata.normalize("NFC", name):
        sound, sign = _sound(c)
        out = (out[:-1] if sign and out.endswith("a") else out) + sound
    # The Arabic article is written as one word with its noun.
    return re.sub(r"(?<!\w)al(?=\w{3})", "al-", out) if "\u0627\u0644" in name else out


@lru_cache(maxsize=4096)
def _sound(c: str) -> tuple[str, bool]:
    """The sound of a letter, and whether it takes the place of the vowel a before it."""
    if c <= LAST_LATIN:
        return c, False
    name = unicodedata.name(c, "")
    if c == "\u200c" or name.endswith("PROLONGED SOUND MARK"):
        return "", False
    if name.endswith("SIGN VIRAMA"):
        return "", True
    found = _LETTER.match(name)
    if not found:
        return c, False
    script, sound = found["script"], found["sound"]
    if script in ALPHABETS:
        return ODD.get(sound, _first_sound(sound, script)), False
    if script in SYLLABARIES:
        return sound.casefold(), False
    return sound.casefold().replace("aa", "a"), found["kind"] == "VOWEL SIGN"


def _first_sound(sound: str, script: str) -> str:
    """The consonants that a letter's name begins with; else its vowel, or the consonant after it (Cyrillic EL)."""
    found = re.match(r"[AEIOU]+([^AEIOU]+)$", sound) if script == "CYRILLIC" else None
    found = found or re.match(r"([^AEIOUY]+|Y(?=[AEIOU])|[AEIOUY])", sound)
    return found[1].casefold() if found else ""
