"""The language of a text, told only where there is enough of it."""

from __future__ import annotations

import re

import py3langid

# Shorter texts mislead: py3langid took 124 of 1,651 English headlines for another language.
_ENOUGH_LETTERS = 200
_SAMPLE = 3000
_LATIN = re.compile("[A-Za-z]")
# Words of English that its neighbours lack. They are 14.5 % of the words of English news (median of 1,651 articles;
# 1st percentile 7.9 %); samples in German, Dutch, Danish, French, Spanish and Indonesian had none.
_ENGLISH = frozenset("the and that with from were said which their would this been his they who".split())
_ENGLISH_SHARE = 0.04
# English news has under 1 % of its letters beyond ASCII; other scripts, and their bytes read in a wrong encoding, most.
_FOREIGN_SHARE = 0.5
# How feeds and tables write it beside the code.
_NAMES_OF_ENGLISH = frozenset(("eng", "english"))


def language_of(text: str, given: str | None = None) -> str | None:
    """The ISO 639-1 code of a text's language: what was `given`, else what it reads as, None where it is too short.

    A text with the everyday words of English is English, whatever was given and however many foreign names it holds.
    A text in another script is told however short it is.
    """
    letters = sum(map(str.isalpha, text))
    foreign = letters - len(_LATIN.findall(text))
    if letters < _ENOUGH_LETTERS and foreign <= _FOREIGN_SHARE * letters:
        return _code(given)
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if words and sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    return str(py3langid.classify(sample)[0])


def _code(given: str | None) -> str | None:
    code = re.split(r"[-_]", given.strip().lower())[0] if given else ""
    return "en" if code in _NAMES_OF_ENGLISH else code or None
