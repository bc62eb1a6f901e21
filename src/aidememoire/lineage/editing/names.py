"""Which words of a body name a party: proper names, and words for its kind or its side."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from aidememoire.lexicon import english
from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Words

# A name was changed where two thirds of what was changed are names; the rest may be "old" in "old rebels".
MOSTLY = 2 / 3
# A phrase of so few words names a party where its last word does: "freedom fighters".
NOUN_PHRASE = 3
# Two spellings of one name have three quarters of their letters in common; "Talks" and "Talking" are no names.
RESPELT = 0.75
# No party: days and months have capitals too.
_CALENDAR = english.WEEKDAYS | english.MONTHS
# What is put before a name to say whose it is or that it is not believed.
_LABELS = frozenset(
    "so called socalled self styled proclaimed declared backed led linked aligned affiliated allied run held "
    "controlled loyal sponsored dominated supported pro anti armed".split()
)
_UNBELIEVED = frozenset({"called", "socalled", "styled", "proclaimed"})
_ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "ly")


def renamed(a: Words, here: range, b: Words, there: range) -> bool:
    """Whether a change is of how a party is called: by another name, with a label or without."""
    if not here or not there:
        return _labelled(a, here) or _labelled(b, there)
    common = frozenset(a.forms[here.start : here.stop]) & frozenset(b.forms[there.start : there.stop])
    if _mostly_names(a, here, common) and _mostly_names(b, there, common):
        return True
    return _headed(a, here) and _headed(b, there)


def is_name(words: Words, place: int) -> bool:
    """Whether a word names a party by its kind, or is proper: a capital within a sentence, there or elsewhere."""
    form = words.forms[place]
    if form in _CALENDAR:
        return False
    if _is_faction(form):
        return True
    if not has_capital(words, place):
        return False
    if not _starts_sentence(words, place) or _labels(words, place + 1):
        return True
    same = [i for i, other in enumerate(words.forms) if other == form and not _starts_sentence(words, i)]
    return form not in word_list("function_words") and bool(same) and all(has_capital(words, i) for i in same)


def _is_faction(form: str) -> bool:
    factions = word_list("faction_words")
    return form in factions or (form.endswith("s") and form[:-1] in factions)


def has_capital(words: Words, place: int) -> bool:
    """Whether a word begins with a capital."""
    return words.article.text[int(words.starts[place])].isupper()


def _starts_sentence(words: Words, place: int) -> bool:
    return place == 0 or bool(words.sentence[place - 1] != words.sentence[place])


def _labels(words: Words, place: int) -> bool:
    """Whether a word is tied to the one before as a label: "-backed"."""
    if place >= len(words) or words.forms[place] not in _LABELS:
        return False
    return words.article.text[int(words.ends[place - 1]) : int(words.starts[place])] in {"-", "‑", "–"}


def _mostly_names(words: Words, stretch: range, common: frozenset[str]) -> bool:
    """Whether most words of content that only this side has are names, and all that both have: no verb among them."""
    content = [i for i in stretch if words.forms[i] not in word_list("function_words")]
    own = [i for i in content if words.forms[i] not in common]
    if any(words.forms[i] in common and not is_name(words, i) for i in content):
        return False
    return bool(own) and sum(is_name(words, i) for i in own) >= MOSTLY * len(own)


def _headed(words: Words, stretch: range) -> bool:
    """Whether a few words are a noun phrase for a party, by the last of them."""
    return len(stretch) <= NOUN_PHRASE and is_name(words, stretch[-1])


def respelt(a: Words, here: range, b: Words, there: range) -> bool:
    """Whether one word with a capital became another of nearly the same letters."""
    if len(here) != 1 or len(there) != 1 or not (has_capital(a, here[0]) and has_capital(b, there[0])):
        return False
    mine, theirs = a.forms[here[0]], b.forms[there[0]]
    short, long = sorted((mine, theirs), key=len)
    inflected = long.startswith(short) and long[len(short) :] in _ENDINGS
    return len(short) > NOUN_PHRASE and not inflected and Indel.normalized_similarity(mine, theirs) >= RESPELT


def _labelled(words: Words, stretch: range) -> bool:
    """Whether all words of a stretch only label the party that they stand beside, in one sentence."""
    own = [i for i in stretch if words.forms[i] not in word_list("function_words")]
    if not own or not all(is_name(words, i) or words.forms[i] in _LABELS for i in own):
        return False
    if not any(is_name(words, i) or words.forms[i] in _UNBELIEVED for i in own):
        return False
    first, after = stretch.start, stretch.stop
    beside = after < len(words) and not _starts_sentence(words, after) and is_name(words, after)
    kinds = all(_is_faction(words.forms[i]) for i in own)
    return beside or (kinds and first > 0 and not _starts_sentence(words, first) and is_name(words, first - 1))
