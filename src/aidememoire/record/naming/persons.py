"""Names of persons compared: forms of address dropped, initials, patronymics, the order of words, compounds."""

from __future__ import annotations

import re
from functools import lru_cache

from aidememoire.lexicon.name_parts import HONORIFICS, KINSHIP, NAMELIKE_HONORIFICS, PARTICLES
from aidememoire.record.naming.alignment import Alignment, Words, align, fused, resemblance
from aidememoire.record.naming.words import all_words, same_word

# A feature in words and its score; a score under 0.7 is a doubt, not a match.
Verdict = tuple[str, float]
# Two names that are not one by the rules but alike letter by letter score up to this.
DOUBT = 0.69


@lru_cache(maxsize=65536)
def person_words(name: str) -> Words:
    """The words of a person's name without forms of address and "son of"; a surname before a comma goes last."""
    surname, comma, first = name.partition(",")
    # "A" is an initial here, no article.
    found = all_words(f"{first} {surname}" if comma else name)
    parts = tuple(w for w in found if w == "a" or w not in PARTICLES) or found
    while len(parts) > 1 and (parts[0] in HONORIFICS or (parts[0] in NAMELIKE_HONORIFICS and len(parts) > 2)):
        parts = parts[1:]
    # "Ben" is a given name too where it comes first.
    kept = tuple(w for i, w in enumerate(parts) if w not in KINSHIP or (i == 0 and w == "ben"))
    return tuple(w for w, before in zip(kept, ("", *kept), strict=False) if w != before) or parts


def judge_persons(mine: str, theirs: str) -> Verdict | None:
    """What speaks for two names being one person's; None where nothing does."""
    a, b = sorted((person_words(mine), person_words(theirs)), key=lambda n: (len(n), n))
    if not a:
        return None
    if a == b:
        return "same name", 1.0
    if len(a) == 1:
        return _by_surname(a, b)
    a, b = _spelt_out(a, b), b
    if len(a) != len(b):
        a, b = sorted(fused(a, b, same_word), key=lambda n: (len(n), n))
    alignment = align(a, b, same_word, initials=True)
    verdict = None if alignment.mine else _by_words(a, b, alignment, "," in mine + theirs)
    return verdict or ("nearly the same name", DOUBT * resemblance(a, b, alignment))


def _by_surname(a: Words, b: Words) -> Verdict | None:
    """A single word is a surname, the last word of the other name."""
    if same_word(a[0], b[-1]):
        return "same surname", 0.7
    whole = "".join(b)
    if len(b) > 1 and a[0] == whole:
        return "name written as one word", 0.9
    return None


def _spelt_out(a: Words, b: Words) -> Words:
    """Initials written together ("JC Aldous") one by one, where the other name has words for them."""
    lead = a[0]
    together = 1 < len(lead) < 4 and not re.search("[aeiouy]", lead)
    if together and len(b) == len(a) + len(lead) - 1 and all(w[0] == c for w, c in zip(b, lead, strict=False)):
        return (*lead, *a[1:])
    return a


def _by_words(a: Words, b: Words, alignment: Alignment, inverted: bool) -> Verdict | None:
    """The feature by which all words of the shorter name answer words of the longer; None where their order forbids it.

    Two words in another order may be two men's ("Ali Hassan", "Hassan Ali"): they score lower, unless a comma says so.
    """
    pairs = alignment.pairs
    if not alignment.in_order:
        ends = {p.theirs for p in pairs} >= {0, len(b) - 1}
        if alignment.initials or not ends:
            return None
        return "same words in another order", 0.9 if inverted or len(a) > 2 else 0.75
    last = pairs[-1].theirs == len(b) - 1
    if alignment.initials:
        return ("same initial and surname", 0.85) if last and pairs[-1].how != "initial" else None
    if not alignment.theirs:
        return "name spelt otherwise", 0.95
    if last:
        return "one name is fuller", 0.9 if pairs[0].theirs == 0 else 0.8
    return ("one name goes on", 0.75) if pairs[0].theirs == 0 else None
