"""What a person types to search: words, "phrases", -not and prefix*. Anything else is taken for words.

A word stands for its inflected forms, a phrase for itself. So what is found does not hang on the stemmer of a database,
and what was found can be marked in a text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aidememoire.lexicon.inflection import IRREGULAR, VOWELS

MOST_TERMS = 12
"""Terms that are looked for; a passage of an article that somebody pastes is found by fewer."""
SHORTEST_PREFIX = 2
SHORTEST_STEM = 3

# Words that nearly every article has: looked for in a phrase, or where nothing else is asked for.
COMMON = frozenset(
    "a an and are as at be been but by for from had has have he her his in is it its of on or she that the their they "
    "this to was we were which who will with would".split()
)

_CHUNK = re.compile(r'(-?)"([^"]*)"|(\S+)')
_TOKEN = re.compile(r"[^\W_]+")
_IRREGULAR = {form: lemma for lemma, (past, participle) in IRREGULAR.items() for form in (lemma, past, participle)}


@dataclass(frozen=True, slots=True)
class Term:
    """One thing looked for, or shunned: any of `ways`, each a run of tokens; with `prefix`, the last is a beginning."""

    ways: tuple[tuple[str, ...], ...]
    prefix: bool = False
    shunned: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """All that was typed: `wanted` and `shunned`. `cut` where there was more than is looked for."""

    wanted: tuple[Term, ...]
    shunned: tuple[Term, ...]
    cut: bool


def fold(text: str) -> str:
    """The text in small letters without diacritics, character for character as long as it was."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


@cache
def _folded(char: str) -> str:
    plain = unicodedata.normalize("NFD", char)[0].lower()
    return plain if len(plain) == 1 else char


@cache
def _nothing() -> re.Pattern[str]:
    return re.compile(r"(?!)")


def tokens(folded: str) -> list[str]:
    """The words of a folded text: runs of letters and digits."""
    return _TOKEN.findall(folded)


def terms(typed: str) -> Terms:
    """What is looked for by what was typed: never an error, whatever that is."""
    found = list(dict.fromkeys(_terms(fold(unicodedata.normalize("NFC", typed)))))
    wanted = [t for t in found if not t.shunned]
    telling = [t for t in wanted if t.prefix or not (t.ways[0][0] in COMMON and len(t.ways[0]) == 1)]
    shunned = tuple(t for t in found if t.shunned)
    kept = tuple(telling or wanted)
    return Terms(kept[:MOST_TERMS], shunned[:MOST_TERMS], len(kept) > MOST_TERMS or len(shunned) > MOST_TERMS)


def _terms(typed: str) -> Iterator[Term]:
    for chunk in _CHUNK.finditer(typed):
        minus, phrase, plain = chunk.groups()
        if plain is None:
            tokens = tuple(_TOKEN.findall(phrase))
            if tokens:
                yield Term((tokens[:MOST_TERMS],), shunned=bool(minus))
            continue
        tokens = tuple(_TOKEN.findall(plain))
        if tokens:
            yield _term(tokens[:MOST_TERMS], plain.endswith("*"), plain.startswith("-"))


def _term(tokens: tuple[str, ...], star: bool, shunned: bool) -> Term:
    *before, last = tokens
    if star and len(last) >= SHORTEST_PREFIX:
        return Term((tokens,), prefix=True, shunned=shunned)
    ways = [(*before, form) for form in family(last)]
    if len(tokens) == 2:  # "cease-fire" is "ceasefire" in other papers
        ways += [(form,) for form in family("".join(tokens))]
    return Term(tuple(ways), shunned=shunned)


def family(word: str) -> tuple[str, ...]:
    """A word with the other forms that it may have in English: itself first. Some of them are no words; no matter."""
    if not (word.isascii() and word.isalpha()) or len(word) < SHORTEST_STEM or word in COMMON:
        return (word,)
    if word in _IRREGULAR:
        lemma = _IRREGULAR[word]
        return tuple(dict.fromkeys((word, *_forms(lemma), *IRREGULAR[lemma])))
    return tuple(dict.fromkeys((word, *(form for base in _bases(word) for form in _forms(base)))))


def _bases(word: str) -> Iterator[str]:
    yield word
    stems = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""))
    for ending, instead in stems:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM and not word.endswith(("ss", "us", "is")):
            yield stem + instead
            if ending in {"ing", "ed"} and stem[-1] == stem[-2] and len(stem) > SHORTEST_STEM:
                yield stem[:-1]


def _forms(base: str) -> Iterator[str]:
    yield base
    if base.endswith("y") and base[-2] not in VOWELS:
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    elif base.endswith("e"):
        yield from (base + "s", base + "d", base[:-1] + "ing")
    elif base.endswith(("s", "x", "z", "ch", "sh")):
        yield from (base + "es", base + "ed", base + "ing")
    else:
        yield from (base + "s", base + "ed", base + "ing")


def pattern(asked: Terms) -> re.Pattern[str]:
    """What finds the wanted terms in a folded text."""
    ways = [_written(way, term.prefix) for term in asked.wanted for way in term.ways]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(ways)})(?![^\W_])") if ways else _nothing()


def _written(way: tuple[str, ...], prefix: bool) -> str:
    return r"[\W_]+?".join(map(re.escape, way)) + (r"[^\W_]*" if prefix else "")


def places(found: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the terms stand in a text: the characters from and to."""
    return (match.span() for match in found.finditer(fold(text)))
